package store

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"dossier/briefings"
)

func annotation(t *testing.T, l *Library, id string, h briefings.Handle) *briefings.Annotation {
	t.Helper()
	r := must[*briefings.Briefing](t)(l.Briefing(context.Background(), id)).Record(h)
	if r == nil {
		return nil
	}
	return r.(*briefings.Annotation)
}

func TestUndoAndRedoWalkBackAndForth(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := imported(t, l, article, "a.txt")
	n := must[[]briefings.Record](t)(l.Put(ctx, id, note("1")))[0].(*briefings.Annotation)
	for _, body := range []string{"2", "3"} {
		n.Body = body
		n = must[[]briefings.Record](t)(l.Put(ctx, id, n))[0].(*briefings.Annotation)
	}
	body := func() string {
		if a := annotation(t, l, id, n.Handle); a != nil {
			return a.Body
		}
		return "-"
	}
	walk := ""
	for _, step := range "uuurruurrrr" {
		var err error
		if step == 'u' {
			_, err = l.Undo(ctx, id)
		} else {
			_, err = l.Redo(ctx, id)
		}
		if walk += body(); errors.Is(err, ErrNothing) {
			walk += "!"
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if want := "21-121-1233!"; walk != want {
		t.Errorf("the walk shows %s, want %s", walk, want)
	}
	must[*briefings.Change](t)(l.Undo(ctx, id))
	fresh := annotation(t, l, id, n.Handle)
	fresh.Body = "other"
	must[[]briefings.Record](t)(l.Put(ctx, id, fresh))
	if _, err := l.Redo(ctx, id); !errors.Is(err, ErrNothing) {
		t.Errorf("a redo past a new change: %v", err)
	}
	wholeLibrary(t, l)
}

func TestUndoLeavesAloneWhatSomebodyElseChangedSince(t *testing.T) {
	ctx, mine := context.Background(), newLibrary(t)
	id := imported(t, mine, article, "a.txt")
	n := must[[]briefings.Record](t)(mine.Put(ctx, id, note("mine")))[0].(*briefings.Annotation)
	theirs := must[*Library](t)(Open(mine.Path(), Options{Author: "ben"}))
	defer theirs.Close()
	n.Body = "theirs"
	must[[]briefings.Record](t)(theirs.Put(ctx, id, n))
	var conflict *ConflictError
	if _, err := mine.Undo(ctx, id); !errors.As(err, &conflict) {
		t.Errorf("undoing what was changed since: %v", err)
	}
	if a := annotation(t, mine, id, n.Handle); a == nil || a.Body != "theirs" {
		t.Errorf("there stands %+v", a)
	}
	must[*briefings.Change](t)(theirs.Undo(ctx, id))
	must[*briefings.Change](t)(mine.Undo(ctx, id))
	wholeLibrary(t, mine)
}

func TestChangesOfTheMetaDataAreUndoneFieldByField(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := imported(t, l, article, "https://example.org/a")
	ok(t, l.SetMeta(ctx, id, func(m *briefings.Meta) {
		m.Tags, m.TLP, m.ID, m.Source = []string{"drones"}, briefings.TLPAmber, "forged", "https://example.org/b"
	}))
	if rows := must[[]briefings.Summary](t)(l.List(ctx, Query{Tag: "drones"})); len(rows) != 1 || rows[0].ID != id || rows[0].TLP != briefings.TLPAmber {
		t.Errorf("the list shows %+v", rows)
	}
	if _, found, _ := l.BySource(ctx, "https://example.org/a"); found {
		t.Error("it is still found by its old source")
	}
	change := must[*briefings.Change](t)(l.Undo(ctx, id))
	if m := must[briefings.Meta](t)(l.Meta(ctx, id)); len(m.Tags) > 0 || m.TLP != "" || m.Source != "https://example.org/a" {
		t.Errorf("after the undo: %+v", m)
	}
	if !strings.Contains(change.Note, "tags") || !strings.Contains(change.Note, "tlp") {
		t.Errorf("the history says %q", change.Note)
	}
	wholeLibrary(t, l)
}

func TestADateAndWhatMovedWithItAreOneStep(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := imported(t, l, article, "a.txt")
	n := must[[]briefings.Record](t)(l.Put(ctx, id, note("before")))[0].(*briefings.Annotation)
	n.Body = "moved"
	ok(t, l.SetMeta(ctx, id, func(m *briefings.Meta) { m.Date = "2024-05-06" }, n))
	if a := annotation(t, l, id, n.Handle); a == nil || a.Body != "moved" {
		t.Fatalf("the record was not written: %+v", a)
	}
	must[*briefings.Change](t)(l.Undo(ctx, id))
	a, m := annotation(t, l, id, n.Handle), must[briefings.Meta](t)(l.Meta(ctx, id))
	if a == nil || a.Body != "before" || m.Date == "2024-05-06" {
		t.Errorf("one undo leaves %+v and the date %s", a, m.Date)
	}
	wholeLibrary(t, l)
}

func TestAHandleIsNeverUsedTwice(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := imported(t, l, article, "a.txt")
	first := must[[]briefings.Record](t)(l.Put(ctx, id, note("the same words")))[0].Common().Handle
	must[*briefings.Change](t)(l.Undo(ctx, id))
	second := must[[]briefings.Record](t)(l.Put(ctx, id, note("the same words")))[0].Common().Handle
	if first == second {
		t.Errorf("%s was given to two notes", first)
	}
	stolen := note("stolen")
	stolen.Handle = first
	if _, err := l.Put(ctx, id, stolen); err == nil {
		t.Errorf("%s was taken again", first)
	}
}

func TestHistoryKeepsItsOrderWhenTheClockRunsBackwards(t *testing.T) {
	ctx := context.Background()
	made := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	now := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	l := must[*Library](t)(Open(t.TempDir()+"/library.db", Options{Author: "ana", Now: func() time.Time {
		now = now.Add(-time.Hour)
		return now
	}}))
	defer l.Close()
	b, rev := document(t, article, "a.md")
	b.Created, b.Modified = made, made // as a briefing that comes from another library
	id := must[Imported](t)(l.Import(ctx, b, rev)).ID
	n := must[[]briefings.Record](t)(l.Put(ctx, id, note("0")))[0].(*briefings.Annotation)
	for _, body := range []string{"1", "2", "3"} {
		n.Body = body
		n = must[[]briefings.Record](t)(l.Put(ctx, id, n))[0].(*briefings.Annotation)
	}
	var bodies []string
	var imports []int
	last := time.Time{}
	for _, c := range must[[]briefings.Change](t)(l.History(ctx, id, n.Handle)) {
		if c.At.Before(last) {
			t.Errorf("the history runs back from %v to %v", last, c.At)
		}
		if last = c.At; c.Op == briefings.OpImport {
			imports = append(imports, len(bodies))
		}
		if c.After != nil {
			bodies = append(bodies, c.After.Line())
		}
	}
	if !slices.Equal(bodies, []string{"0", "1", "2", "3"}) || !slices.Equal(imports, []int{0}) {
		t.Errorf("the history tells %q, and of the import behind %v", bodies, imports)
	}
	must[*briefings.Change](t)(l.Undo(ctx, id))
	if a := annotation(t, l, id, n.Handle); a.Body != "2" {
		t.Errorf("undo went to %q", a.Body)
	}
	wholeLibrary(t, l)
}
