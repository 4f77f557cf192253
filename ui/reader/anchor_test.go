package reader

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossier/briefings"
	"dossier/briefings/sample"
	"dossier/ui/page"
	"dossier/ui/theme"
)

// The reader makes anchors from the blocks that it shows; they have to be the
// ones that the domain makes from the whole text.
func TestAnchorsOfTheReaderAreTheDomains(t *testing.T) {
	b, rev := sample.Document()
	d := newDocument(hold(&b, "2026-01-14"), TextOf(&rev), theme.New(theme.Dark, false), func() time.Time { return time.Date(2026, 1, 14, 9, 0, 0, 0, time.UTC) }, &comfort{Slots: defaultSlots()})
	text := rev.Text()
	locator := briefings.NewLocator(text, b.Sections)
	for start := 0; start+60 < d.text.End(); start += 37 {
		first, _ := d.page.WordAt(start)
		last, _ := d.page.WordAt(start + 60)
		r := page.Range{Start: first.Start, End: last.End}
		want := locator.Anchor(locator.Byte(r.Start), locator.Byte(r.End))
		if diff := cmp.Diff(want, d.anchorOf(r)); diff != "" {
			t.Fatalf("the anchor of %d to %d differs (-domain +reader):\n%s", r.Start, r.End, diff)
		}
	}
}
