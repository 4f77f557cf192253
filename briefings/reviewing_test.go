package briefings

import (
	"testing"
	"time"
)

func TestWhatWaitsForReview(t *testing.T) {
	extracted, imported, mine := Head{Origin: OriginExtracted}, Head{Origin: OriginImported}, Head{Origin: OriginAnalyst}
	rejected, edited := Head{Origin: OriginExtracted, State: StateRejected}, Head{Origin: OriginExtracted, Edited: map[string]Edit{"when": {}}}
	for _, c := range []struct {
		name string
		r    Record
		want bool
	}{
		{"what a machine read", &Event{Head: extracted}, true},
		{"what somebody sent", &Limit{Head: imported}, true},
		{"somebody's note", &Annotation{Head: imported}, true},
		{"one's own note", &Annotation{Head: mine}, false},
		{"one's own question", &Question{Head: mine, Status: Open}, false},
		{"what was rejected", &Event{Head: rejected}, false},
		{"what was corrected", &Event{Head: edited}, false},
		{"a proposal", &Question{Head: extracted, Status: Open, Proposed: true}, true},
		{"a corrected proposal", &Question{Head: edited, Status: Open, Proposed: true}, true},
		{"a closed question", &Question{Head: extracted, Status: Answered}, false},
	} {
		if Awaits(c.r) != c.want {
			t.Errorf("%s: waits is %v, want %v", c.name, !c.want, c.want)
		}
	}
}

func TestApprovingSignsAndTakesProposals(t *testing.T) {
	at := time.Date(2026, 1, 14, 9, 0, 0, 0, time.UTC)
	q := &Question{Head: Head{Origin: OriginExtracted}, Status: Open, Proposed: true}
	e := &Event{Head: Head{Origin: OriginExtracted}}
	for _, r := range []Record{q, e} {
		Approve(r, "analyst-one", at)
		if h := r.Common(); Awaits(r) || h.ReviewedBy != "analyst-one" || !h.Reviewed.Equal(at) {
			t.Errorf("approved is %+v", h)
		}
	}
	if q.Proposed || q.Review != "2026-01-28" {
		t.Errorf("the proposal is %+v", q)
	}
}

// Whoever corrects a proposed question has looked at it, as with any other record.
func TestACorrectedProposalAwaitsNobody(t *testing.T) {
	q := &Question{Text: "Will it come?", Status: Open, Proposed: true}
	q.Origin, q.State = OriginExtracted, StateLive
	if !Awaits(q) {
		t.Fatal("a proposal does not await anybody")
	}
	if err := SetField(q, "text", "Will the line come?", "ayşe", time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	if q.Proposed || Awaits(q) || q.Review == "" {
		t.Errorf("corrected, it is %+v", q)
	}
}
