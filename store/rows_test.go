package store

import (
	"context"
	"testing"

	"dossier/briefings"
)

// A list tells what days are counted from where a briefing has no date of its own;
// rows that earlier versions wrote do not have it, and the list tells it all the same.
func TestAListTellsTheDateThatWasInferred(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	inferred := imported(t, l, "The Line\n\nAs of early December 2025, nothing was decided, and Baykar said so.\n", "a.txt")
	dated := imported(t, l, "---\ntitle: The Plant\ndate: 2025-11-03\n---\n\nBaykar said so in November 2025.\n", "b.md")
	want := map[string]briefings.Dating{inferred: {Date: "2025-12~", Rule: briefings.DatedByText}, dated: {}}
	told := func(when string) {
		t.Helper()
		lists := [][]briefings.Summary{must[[]briefings.Summary](t)(l.Summaries(ctx, []string{inferred, dated}))}
		for _, q := range []Query{{}, {Limit: 2}, {Sort: ByPublished, Limit: 2}} {
			lists = append(lists, must[[]briefings.Summary](t)(l.List(ctx, q)))
		}
		for i, list := range lists {
			for _, b := range list {
				if b.Reference != want[b.ID] || len(list) != 2 {
					t.Errorf("%s list %d of %d counts %q from %v", when, i, len(list), b.Title, b.Reference)
				}
			}
		}
		wholeLibrary(t, l)
	}
	told("now")
	ok(t, l.update(ctx, func(c *change) error {
		r, err := c.rowOf(inferred)
		r.Reference = briefings.Dating{}
		ok(t, err)
		return c.put(r.place(), &r)
	}))
	told("as an earlier version wrote it")
	ok(t, l.SetMeta(ctx, inferred, func(m *briefings.Meta) { m.Date = "2025-12-05" }))
	want[inferred] = briefings.Dating{}
	told("corrected")
}
