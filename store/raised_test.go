package store

import (
	"context"
	"testing"

	"dossier/briefings"
)

// What was asked of an entry is known to be asked also when the question was rejected.
func TestARejectedQuestionWasRaised(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := imported(t, l, article, "a.txt")
	if raised := must[briefings.Raised](t)(l.Raised(ctx)); len(raised) > 0 {
		t.Fatalf("raised are %v", raised)
	}
	asked := must[[]briefings.Record](t)(l.Put(ctx, id, &briefings.Question{Head: briefings.Head{Origin: briefings.OriginAnalyst, State: briefings.StateLive},
		Text: "Did assembly begin?", Kinds: []briefings.QuestionKind{briefings.Forecast}, Status: briefings.Open, Priority: briefings.Medium, From: "e-2026"}))
	asked[0].Common().State = briefings.StateRejected
	must[[]briefings.Record](t)(l.Put(ctx, id, asked...))
	if raised := must[briefings.Raised](t)(l.Raised(ctx)); len(raised) != 1 || !raised.From(id, "e-2026") {
		t.Errorf("raised are %v", raised)
	}
}
