package store

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/briefings/intake"
)

const article = `The Plant at Havelian

On 3 March 2024 the ministry said that assembly of the first airframes would begin at Havelian in 2026.

What Will Not Be Handed Over

The flight software stays with the maker. Engine parts may follow if the talks hold.

What Nobody Has Confirmed

The ministry has not confirmed the site. Deliveries are expected in 2027.
`

// document is what an import makes of a text.
func document(t testing.TB, text, source string) (briefings.Briefing, briefings.Revision) {
	t.Helper()
	doc := unread(t, text, source)
	return extract.All(&doc.Revision, doc.Meta), doc.Revision
}

// unread is a document in which nothing was looked for.
func unread(t testing.TB, text, source string) intake.Document {
	t.Helper()
	return must[intake.Document](t)(read(text, source))
}

func read(text, source string) (intake.Document, error) {
	return intake.Read([]byte(text), intake.Options{Source: source, Now: time.Date(2025, 12, 1, 9, 0, 0, 0, time.UTC)})
}

// library opens a new library, or another handle on one.
func library(t testing.TB, path string) *Library {
	t.Helper()
	l, err := Open(path, Options{Author: "ana", Logf: t.Logf})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func newLibrary(t testing.TB) *Library {
	return library(t, filepath.Join(t.TempDir(), "data", "library.db"))
}

func imported(t testing.TB, l *Library, text, source string) string {
	t.Helper()
	b, rev := document(t, text, source)
	got, err := l.Import(context.Background(), b, rev)
	if err != nil {
		t.Fatal(err)
	}
	return got.ID
}

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func note(body string) *briefings.Annotation {
	return &briefings.Annotation{Motivation: briefings.Commenting, Body: body}
}

func TestWhatComesInIsGivenBackAsItWas(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	b, rev := document(t, article, "https://example.org/plant")
	got := must[Imported](t)(l.Import(ctx, b, rev))
	if got.Unchanged || got.Revision != 1 || !strings.Contains(got.Slug, "plant-at-havelian") {
		t.Fatalf("import says %+v", got)
	}

	stored := must[*briefings.Briefing](t)(library(t, l.Path()).Briefing(ctx, got.ID))
	ownToTheStore := cmpopts.IgnoreFields(briefings.Head{}, "Created", "Modified", "Version", "State", "Origin")
	meta := cmpopts.IgnoreFields(briefings.Meta{}, "ID", "Slug", "Created", "Modified")
	if diff := cmp.Diff(&b, stored, ownToTheStore, meta, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("the briefing came back changed (- given, + stored):\n%s", diff)
	}

	same := must[*briefings.Revision](t)(l.Revision(ctx, got.ID, 0))
	if diff := cmp.Diff(&rev, same, cmpopts.IgnoreFields(briefings.Revision{}, "Raw"), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("the revision came back changed (- given, + stored):\n%s", diff)
	}
	if raw := must[[]byte](t)(l.Raw(ctx, got.ID, 1)); string(raw) != article {
		t.Errorf("the received bytes came back as %q", raw)
	}
	if again := must[Imported](t)(l.Import(ctx, b, rev)); !again.Unchanged || again.ID != got.ID {
		t.Errorf("the same bytes once more: %+v", again)
	}
}

func TestWhatBringsAnIdentityAlongKeepsIt(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	b, rev := document(t, article, "plant.md")
	made := time.Date(2025, 12, 9, 10, 0, 0, 0, time.UTC)
	b.ID, b.Slug, b.Created = "01KBYEEB408T4X7R5N1C0WAEQ2", "havelian", made
	b.Annotations = []briefings.Annotation{{Head: briefings.Head{Handle: "n-7k2f", Origin: briefings.OriginAnalyst, Created: made}, Body: "note"}}
	got := must[Imported](t)(l.Import(ctx, b, rev))
	stored := must[*briefings.Briefing](t)(l.Briefing(ctx, got.ID))
	if got.ID != b.ID || got.Slug != "havelian" || !stored.Created.Equal(made) || !stored.Annotations[0].Created.Equal(made) {
		t.Errorf("it became %+v, made %v, its note %v", got, stored.Created, stored.Annotations[0].Created)
	}
	other, text := document(t, article+"\nOne line more.\n", "plant.md")
	other.ID = b.ID
	if _, err := l.Import(ctx, other, text); err == nil || !strings.Contains(err.Error(), b.ID) {
		t.Errorf("another document with the same id: %v", err)
	}
}

func TestANoteIsKeptUndoneAndRedoneAcrossRestarts(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := imported(t, l, article, "a.txt")
	saved := must[[]briefings.Record](t)(l.Put(ctx, id, note("ask the ministry"), note("compare with 2021")))
	first := saved[0].(*briefings.Annotation)
	if first.Handle == "" || first.By != "ana" || first.Version != 1 || first.Created.IsZero() {
		t.Fatalf("saved as %+v", first.Head)
	}

	undone := must[*briefings.Change](t)(library(t, l.Path()).Undo(ctx, id))
	if undone.Op != briefings.OpUndo {
		t.Errorf("undo is entered as %q", undone.Op)
	}
	if n := len(must[*briefings.Briefing](t)(l.Briefing(ctx, id)).Annotations); n != 0 {
		t.Errorf("%d notes left after the undo of the step that made two", n)
	}
	if _, err := l.Undo(ctx, id); !errors.Is(err, ErrNothing) {
		t.Errorf("the import was to stay: %v", err)
	}
	must[*briefings.Change](t)(library(t, l.Path()).Redo(ctx, id))
	if n := len(must[*briefings.Briefing](t)(l.Briefing(ctx, id)).Annotations); n != 2 {
		t.Errorf("%d notes after the redo, want 2", n)
	}
	if _, err := l.Redo(ctx, id); !errors.Is(err, ErrNothing) {
		t.Errorf("a second redo: %v", err)
	}
}

func TestAStaleWriterIsToldInsteadOfOverwriting(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := imported(t, l, article, "a.txt")
	mine := must[[]briefings.Record](t)(l.Put(ctx, id, note("one")))[0]
	theirs := mine.Clone().(*briefings.Annotation)
	theirs.Body = "theirs"
	ben := must[*Library](t)(Open(l.Path(), Options{Author: "ben"}))
	defer ben.Close()
	must[[]briefings.Record](t)(ben.Put(ctx, id, theirs))

	stale := mine.Clone().(*briefings.Annotation)
	stale.Body = "mine"
	var conflict *ConflictError
	if _, err := l.Put(ctx, id, stale); !errors.As(err, &conflict) {
		t.Fatalf("writing over a newer version: %v", err)
	}
	if got := conflict.Current.Line(); got != "theirs" || conflict.By != "ben" {
		t.Errorf("the error shows %q of %s as what stands there", got, conflict.By)
	}
}
