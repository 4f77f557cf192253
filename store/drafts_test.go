package store

import (
	"context"
	"slices"
	"testing"

	"dossier/briefings"
)

// Notes left unfinished on two passages wait both; one that is done takes only its own
// away, also where it was kept by a version that knew one a briefing.
func TestDraftsOnDifferentPassagesAreKeptApart(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := imported(t, l, article, "a.txt")
	on := func(exact, text string) briefings.Draft {
		return briefings.Draft{Briefing: id, Purpose: "note", Anchor: &briefings.Anchor{Exact: exact}, Text: text}
	}
	waiting := func() (texts []string) {
		for _, d := range must[[]briefings.Draft](t)(l.Drafts(ctx)) {
			texts = append(texts, d.Text)
		}
		slices.Sort(texts)
		return texts
	}
	old := on("the ministry", "kept before")
	ok(t, l.update(ctx, func(c *change) error { return c.put(plainDraftKey(old), &old) }))
	ok(t, l.SetDraft(ctx, on("the plant", "first")))
	ok(t, l.SetDraft(ctx, on("the port", "second")))
	ok(t, l.SetDraft(ctx, on("the port", "second, longer")))
	if got := waiting(); !slices.Equal(got, []string{"first", "kept before", "second, longer"}) {
		t.Errorf("there wait %q", got)
	}
	ok(t, l.DropDraft(ctx, on("the port", "")))
	ok(t, l.SetDraft(ctx, on("the ministry", "gone on with")))
	if got := waiting(); !slices.Equal(got, []string{"first", "gone on with"}) {
		t.Errorf("there wait %q", got)
	}
	wholeLibrary(t, l)
}
