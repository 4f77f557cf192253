package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/briefings"
	"dossier/briefings/revise"
	"dossier/store/engine"
)

// revised is the stored briefing with a changed text, as a merge that finds
// every record again would hand it over.
func revised(t *testing.T, l *Library, id string) (briefings.Briefing, briefings.Revision) {
	t.Helper()
	b := must[*briefings.Briefing](t)(l.Briefing(context.Background(), id))
	_, rev := document(t, article+"\nA line that was added later.\n", "a.txt")
	return *b, rev
}

func TestARevisionKeepsEveryRecordAndBothTexts(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := imported(t, l, article, "a.txt")
	must[[]briefings.Record](t)(l.Put(ctx, id, note("mine")))
	ok(t, l.SetReading(ctx, id, briefings.Reading{Revision: 1}))
	b, rev := revised(t, l, id)
	events := len(b.Events)
	b.Events = append(b.Events, briefings.Event{Head: briefings.Head{Origin: briefings.OriginExtracted, Anchors: b.Events[0].Anchors}, Text: "new"})
	ok(t, l.Revise(ctx, id, b, rev))

	after := must[*briefings.Briefing](t)(l.Briefing(ctx, id))
	if after.Revision != 2 || len(after.Annotations) != 1 || len(after.Events) != events+1 {
		t.Errorf("revision %d, %d notes, %d events", after.Revision, len(after.Annotations), len(after.Events))
	}
	if raw := must[[]byte](t)(l.Raw(ctx, id, 1)); string(raw) != article {
		t.Error("the first text is not kept")
	}
	if raw := must[[]byte](t)(l.Raw(ctx, id, 0)); !strings.HasSuffix(string(raw), "added later.\n") {
		t.Error("the current text is not the new one")
	}
	if rows := must[[]briefings.Summary](t)(l.List(ctx, Query{})); !rows[0].Changed {
		t.Error("the list does not show that it changed since it was read")
	}
	if _, err := l.Undo(ctx, id); err != nil || len(must[*briefings.Briefing](t)(l.Briefing(ctx, id)).Annotations) != 0 {
		t.Errorf("undo takes back the person's note, not the machine's revision: %v", err)
	}
	wholeLibrary(t, l)
}

func TestARevisionNeverUndoesWhatAPersonDecided(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := imported(t, l, article, "a.txt")
	b := must[*briefings.Briefing](t)(l.Briefing(ctx, id))
	rejected, edited := b.Events[0].Clone().(*briefings.Event), b.Events[1].Clone().(*briefings.Event)
	rejected.State = briefings.StateRejected
	edited.When, edited.Edited = "2024-03-04", map[string]briefings.Edit{"when": {By: "ana", Was: edited.When}}
	must[[]briefings.Record](t)(l.Put(ctx, id, rejected, edited))
	for what, merge := range map[string]func(*briefings.Briefing){
		"revives a rejected record": func(b *briefings.Briefing) { b.Events[0].State = briefings.StateLive },
		"loses an edited field":     func(b *briefings.Briefing) { b.Events[1].Edited = nil },
		"drops a record":            func(b *briefings.Briefing) { b.Events = b.Events[1:] },
		"was made of an older state": func(b *briefings.Briefing) {
			b.Events[0].Version--
			b.Events[0].Text = "x"
		},
	} {
		merged, rev := revised(t, l, id)
		merge(&merged)
		if err := l.Revise(ctx, id, merged, rev); err == nil {
			t.Errorf("a merge was taken that %s", what)
		}
	}
	if m := must[briefings.Meta](t)(l.Meta(ctx, id)); m.Revision != 1 {
		t.Errorf("a refused merge left revision %d", m.Revision)
	}
	wholeLibrary(t, l)
}

// What a new text has elsewhere, and says nothing else of, nobody has touched.
func TestARecordThatOnlyMovedIsAsOldAsItWas(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := imported(t, l, article, "a.txt")
	b, rev := revised(t, l, id)
	for i := range b.Events {
		b.Events[i].Anchors[0].DocStart += 10
		b.Events[i].Anchors[0].DocEnd += 10
	}
	b.Events[0].Anchors[0].State = briefings.Drifted
	ok(t, l.Revise(ctx, id, b, rev))
	after := must[*briefings.Briefing](t)(l.Briefing(ctx, id))
	if drifted := after.Events[0].Head; drifted.Version != 2 || drifted.Modified.Equal(drifted.Created) {
		t.Errorf("a passage that reads differently now is no change: version %d", drifted.Version)
	}
	if moved := after.Events[1].Head; moved.Version != 2 || !moved.Modified.Equal(moved.Created) {
		t.Errorf("a record that only moved was changed at %v, version %d", moved.Modified, moved.Version)
	}
	if question := after.Questions[0].Head; !question.Modified.Equal(question.Created) {
		t.Errorf("a question that the text left alone was changed at %v", question.Modified)
	}
}

func TestANoteMadeDuringAMergeIsAConflict(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := imported(t, l, article, "a.txt")
	b, rev := revised(t, l, id)
	must[[]briefings.Record](t)(l.Put(ctx, id, note("made meanwhile")))
	if err := l.Revise(ctx, id, b, rev); !errors.As(err, new(*ConflictError)) {
		t.Errorf("a merge that does not know the note: %v", err)
	}
	b, rev = revised(t, l, id)
	ok(t, l.Revise(ctx, id, b, rev))
	wholeLibrary(t, l)
}

func TestOnlyAWholeBackupIsRestored(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := imported(t, l, article, "a.txt")
	folder := t.TempDir()
	torn, good := filepath.Join(folder, "torn.db"), filepath.Join(folder, "good.db")
	ok(t, l.Backup(ctx, good))
	bad := library(t, filepath.Join(folder, "bad", "library.db"))
	other := imported(t, bad, article, "a.txt")
	ok(t, bad.update(ctx, func(c *change) error { return c.delete(slugKey(must[briefings.Meta](t)(c.meta(other)).Slug)) }))
	whole := must[[]byte](t)(os.ReadFile(good))
	ok(t, os.WriteFile(torn, whole[:len(whole)/3], 0o600))
	for _, path := range []string{torn, bad.Path(), filepath.Join(folder, "none.db"), folder} {
		if err := l.Restore(ctx, path); err == nil || !strings.Contains(err.Error(), path) && !strings.Contains(err.Error(), "copies") {
			t.Errorf("restoring %s: %v", filepath.Base(path), err)
		}
	}
	must[briefings.Meta](t)(l.Meta(ctx, id))

	ok(t, os.WriteFile(l.Path(), whole[:len(whole)/3], 0o600)) // now the library is damaged
	if _, err := l.Meta(ctx, id); !errors.Is(err, engine.ErrDamaged) || !strings.Contains(err.Error(), "dossier restore") {
		t.Errorf("the damaged library says %v", err)
	}
	ok(t, l.Restore(ctx, good))
	must[briefings.Meta](t)(l.Meta(ctx, id))
	wholeLibrary(t, l)
	entries := must[[]os.DirEntry](t)(os.ReadDir(folder))
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".lock") || strings.HasSuffix(e.Name(), ".queue") {
			t.Errorf("restoring left %s beside the backup", e.Name())
		}
	}
}

// An older extractor may have divided the same text otherwise. What a person
// anchored then stays whole when a newer one reads it again, and when the text
// changes after that.
func TestCheckPassesWhatAnOlderExtractorLeft(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	b, rev := document(t, article, "a.txt")
	undivided(&b, &rev)
	id := must[Imported](t)(l.Import(ctx, b, rev)).ID
	rejected := must[*briefings.Briefing](t)(l.Briefing(ctx, id)).Events[0].Clone()
	rejected.Common().State = briefings.StateRejected
	mine := note("mine")
	mine.Anchors = rejected.Common().Anchors
	must[[]briefings.Record](t)(l.Put(ctx, id, mine, rejected))
	for _, text := range []string{article, "A line that was put before.\n\n" + article} {
		stored := must[*briefings.Briefing](t)(l.Briefing(ctx, id))
		was := must[*briefings.Revision](t)(l.Revision(ctx, id, 0))
		fresh, now := document(t, text, "a.txt")
		merged, _ := revise.Revise(stored, was, &now, &fresh)
		if text == article {
			ok(t, l.Reread(ctx, id, merged))
		} else {
			ok(t, l.Revise(ctx, id, merged, now))
		}
		wholeLibrary(t, l)
	}
}

// undivided makes one section of a briefing's text.
func undivided(b *briefings.Briefing, rev *briefings.Revision) {
	all := b.Sections[0]
	all.Handle, all.End = "s-all", rev.Blocks[len(rev.Blocks)-1].End
	b.Sections = []briefings.Section{all}
	for _, r := range b.Records() {
		for _, list := range [][]briefings.Anchor{r.Common().Anchors, moreAnchors(r)} {
			for i := range list {
				list[i].Section, list[i].Start, list[i].End = all.Handle, list[i].DocStart-all.Start, list[i].DocEnd-all.Start
			}
		}
	}
}

func moreAnchors(r briefings.Record) []briefings.Anchor {
	switch r := r.(type) {
	case *briefings.Actor:
		return r.Mentions
	case *briefings.Reference:
		return r.Cited
	}
	return nil
}
