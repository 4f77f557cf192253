package store

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dossier/briefings"
	"dossier/briefings/revise"
)

// readBefore is a briefing as an older extractor left it: not divided into
// sections, and the first entry worded otherwise. newer is its text as it is
// read now, merged.
func readBefore(t *testing.T, l *Library) (id string, newer func() briefings.Briefing) {
	t.Helper()
	ctx := context.Background()
	b, rev := document(t, article, "a.txt")
	undivided(&b, &rev)
	b.Events[0].Text = "worded otherwise"
	id = must[Imported](t)(l.Import(ctx, b, rev)).ID
	return id, func() briefings.Briefing {
		stored := must[*briefings.Briefing](t)(l.Recorded(ctx, id))
		was := must[*briefings.Revision](t)(l.Revision(ctx, id, 0))
		fresh, _ := document(t, article, "a.txt")
		merged, _ := revise.Revise(stored, was, was, &fresh)
		return merged
	}
}

func TestATextThatIsReadAnewIsOneStepThatUndoTakesBack(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id, newer := readBefore(t, l)
	state := func() *briefings.Briefing { return must[*briefings.Briefing](t)(l.Briefing(ctx, id)) }
	before, steps := state(), len(must[[]briefings.Change](t)(l.History(ctx, id, "")))
	ok(t, l.Reread(ctx, id, newer()))
	after := state()
	if after.Revision != 1 || len(after.Sections) == 1 || after.Events[0].Text == before.Events[0].Text {
		t.Errorf("revision %d, %d sections, first entry %q", after.Revision, len(after.Sections), after.Events[0].Text)
	}
	changes := must[[]briefings.Change](t)(l.History(ctx, id, ""))
	if len(changes) == steps || changes[len(changes)-1].Op != briefings.OpReread || changes[len(changes)-1].By != "ana" {
		t.Errorf("the history ends with %+v", changes[len(changes)-1])
	}
	ok(t, l.Reread(ctx, id, newer()))
	if again := must[[]briefings.Change](t)(l.History(ctx, id, "")); len(again) != len(changes) {
		t.Error("a reading that changes nothing is entered into the history")
	}
	for _, c := range []struct {
		what string
		step func(context.Context, string) (*briefings.Change, error)
		want *briefings.Briefing
	}{{"undo", l.Undo, before}, {"redo", l.Redo, after}, {"undo again", l.Undo, before}} {
		must[*briefings.Change](t)(c.step(ctx, id))
		writes := []cmp.Option{cmpopts.IgnoreFields(briefings.Head{}, "Version", "Modified"), cmpopts.IgnoreFields(briefings.Meta{}, "Modified")}
		if diff := cmp.Diff(c.want, state(), writes...); diff != "" {
			t.Errorf("%s (- want, + is):\n%s", c.what, diff)
		}
		if row := must[[]briefings.Summary](t)(l.List(ctx, Query{})); row[0].Questions != open(c.want) {
			t.Errorf("%s: the list counts %d questions", c.what, row[0].Questions)
		}
		wholeLibrary(t, l)
	}
}

func open(b *briefings.Briefing) (n int) {
	for i := range b.Questions {
		if q := &b.Questions[i]; q.Live() && !q.Status.Closed() {
			n++
		}
	}
	return n
}

func TestAReadingOfATextThatHasASuccessorIsAConflict(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id, newer := readBefore(t, l)
	late := newer()
	b, rev := revised(t, l, id)
	ok(t, l.Revise(ctx, id, b, rev))
	if err := l.Reread(ctx, id, late); !errors.As(err, new(*ConflictError)) {
		t.Errorf("it is taken: %v", err)
	}
	if m := must[briefings.Meta](t)(l.Meta(ctx, id)); m.Revision != 2 {
		t.Errorf("revision %d", m.Revision)
	}
}
