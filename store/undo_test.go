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

// What somebody else changed since stays, undo says so, and the next one goes on with
// what was before: one record does not block the rest for good.
func TestUndoLeavesAloneWhatSomebodyElseChangedSince(t *testing.T) {
	ctx, mine := context.Background(), newLibrary(t)
	id := imported(t, mine, article, "a.txt")
	first := must[[]briefings.Record](t)(mine.Put(ctx, id, note("first")))[0].Common().Handle
	n := must[[]briefings.Record](t)(mine.Put(ctx, id, note("mine")))[0].(*briefings.Annotation)
	theirs := must[*Library](t)(Open(mine.Path(), Options{Author: "ben"}))
	defer theirs.Close()
	n.Body = "theirs"
	must[[]briefings.Record](t)(theirs.Put(ctx, id, n))

	change := must[*briefings.Change](t)(mine.Undo(ctx, id))
	if want := "left as it is: " + string(n.Handle) + ", which ben changed since"; change.Note != want || change.After != nil {
		t.Errorf("undo says %q of %+v", change.Note, change.After)
	}
	if a := annotation(t, mine, id, n.Handle); a == nil || a.Body != "theirs" {
		t.Errorf("there stands %+v", a)
	}
	must[*briefings.Change](t)(mine.Undo(ctx, id))
	if annotation(t, mine, id, first) != nil {
		t.Error("the change before is still there")
	}

	must[*briefings.Change](t)(mine.Redo(ctx, id))
	must[*briefings.Change](t)(mine.Redo(ctx, id))
	must[*briefings.Change](t)(theirs.Undo(ctx, id))
	must[*briefings.Change](t)(mine.Undo(ctx, id))
	if annotation(t, mine, id, n.Handle) != nil {
		t.Error("once they took theirs back, mine is not undone")
	}
	wholeLibrary(t, mine)
}

// Two people changed different things of one question: each takes back their own.
func TestUndoTakesBackOneFieldAndLeavesTheOthers(t *testing.T) {
	ctx, mine := context.Background(), newLibrary(t)
	id := imported(t, mine, article, "a.txt")
	theirs := must[*Library](t)(Open(mine.Path(), Options{Author: "ben"}))
	defer theirs.Close()
	b := must[*briefings.Briefing](t)(mine.Briefing(ctx, id))
	asked := &briefings.Question{Head: briefings.Head{Anchors: b.Events[0].Anchors}, Text: "Who builds it?", Status: briefings.Open}
	q := must[[]briefings.Record](t)(theirs.Put(ctx, id, asked))[0].(*briefings.Question)
	put := func(l *Library, change func(*briefings.Question)) {
		t.Helper()
		q = q.Clone().(*briefings.Question)
		change(q)
		q = must[[]briefings.Record](t)(l.Put(ctx, id, q))[0].(*briefings.Question)
	}
	put(mine, func(q *briefings.Question) {
		q.Due, q.Edited = "2026-03-31", map[string]briefings.Edit{"due": {By: "ana"}}
		q.Evidence = []briefings.Evidence{{Record: b.Limits[0].Handle, By: "ana"}}
	})
	put(theirs, func(q *briefings.Question) {
		q.Priority, q.Edited["priority"] = "high", briefings.Edit{By: "ben"}
		q.Evidence = append(q.Evidence, briefings.Evidence{Record: b.Limits[1].Handle, By: "ben"})
	})
	must[*briefings.Change](t)(mine.Undo(ctx, id))
	q = must[*briefings.Briefing](t)(mine.Briefing(ctx, id)).Record(q.Handle).(*briefings.Question)
	if q.Due != "" || q.Priority != "high" || len(q.Evidence) != 1 || q.Evidence[0].By != "ben" || len(q.Edited) != 1 {
		t.Errorf("due %q, priority %q, evidence %+v, edited %v", q.Due, q.Priority, q.Evidence, q.Edited)
	}
	must[*briefings.Change](t)(mine.Redo(ctx, id))
	q = must[*briefings.Briefing](t)(mine.Briefing(ctx, id)).Record(q.Handle).(*briefings.Question)
	if q.Due != "2026-03-31" || q.Priority != "high" || len(q.Evidence) != 2 || len(q.Edited) != 2 {
		t.Errorf("made again: due %q, priority %q, evidence %+v, edited %v", q.Due, q.Priority, q.Evidence, q.Edited)
	}
	wholeLibrary(t, mine)
}

// A new text moves the passages of what was written before; that blocks no undo, and
// what is put back stands where it stands now.
func TestUndoReachesBehindANewText(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := imported(t, l, article, "a.txt")
	b := must[*briefings.Briefing](t)(l.Briefing(ctx, id))
	n := note("1")
	n.Anchors = []briefings.Anchor{b.Events[0].Anchors[0]}
	n = must[[]briefings.Record](t)(l.Put(ctx, id, n))[0].(*briefings.Annotation)
	n.Body = "2"
	must[[]briefings.Record](t)(l.Put(ctx, id, n))

	merged, rev := revised(t, l, id)
	placed := &merged.Record(n.Handle).Common().Anchors[0]
	placed.State, placed.Revision, placed.Near = briefings.Orphaned, 1, 3
	ok(t, l.Revise(ctx, id, merged, rev))

	if _, err := l.Redo(ctx, id); !errors.Is(err, ErrNothing) {
		t.Errorf("a redo behind a new text: %v", err)
	}
	must[*briefings.Change](t)(l.Undo(ctx, id))
	a := annotation(t, l, id, n.Handle)
	if a == nil || a.Body != "1" || a.Anchors[0].State != briefings.Orphaned || a.Anchors[0].Near != 3 {
		t.Fatalf("after the first undo: %+v", a)
	}
	must[*briefings.Change](t)(l.Undo(ctx, id))
	if a := annotation(t, l, id, n.Handle); a != nil {
		t.Errorf("after the second undo: %+v", a)
	}
	wholeLibrary(t, l)
}

// Undo is of one's own changes; it says whose the others are, and takes them back only
// if asked to.
func TestUndoIsOfOnesOwnChanges(t *testing.T) {
	ctx, mine := context.Background(), newLibrary(t)
	id := imported(t, mine, article, "a.txt")
	h := must[[]briefings.Record](t)(mine.Put(ctx, id, note("one"), note("two")))[0].Common().Handle
	theirs := must[*Library](t)(Open(mine.Path(), Options{Author: "ben"}))
	defer theirs.Close()
	var others *NotYoursError
	if _, err := theirs.Undo(ctx, id); !errors.As(err, &others) || !errors.Is(err, ErrNothing) || others.By != "ana" {
		t.Errorf("undoing somebody else's: %v", err)
	}
	change := must[*briefings.Change](t)(theirs.UndoAny(ctx, id))
	if annotation(t, mine, id, h) != nil || change.Note != "and 1 more record" {
		t.Errorf("not taken back, or told as %q", change.Note)
	}
	if _, err := mine.Undo(ctx, id); !errors.Is(err, ErrNothing) || errors.As(err, &others) && others.By != "ben" {
		t.Errorf("undoing what was undone: %v", err)
	}
	must[*briefings.Change](t)(theirs.Redo(ctx, id))
	if annotation(t, mine, id, h) == nil {
		t.Error("not made again")
	}
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
