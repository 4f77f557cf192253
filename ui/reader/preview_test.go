package reader

import (
	"testing"
	"time"

	"dossier/briefings"
)

// The preview says what helps to decide what to read next: beside the list where
// the window is wide, below it otherwise, and in a low window only what it is.
func TestThePreviewSaysWhatABriefingHolds(t *testing.T) {
	d := newDesk(t)
	holds := []string{"767 words, 3 min", "not read yet", "5 open questions", "? What is the site?", "2 withheld", "8 entries, 2021 to by c. 2026", "41 records"}
	for _, size := range [][2]int{{200, 60}, {140, 40}, {120, 36}, {80, 40}} {
		d.browse(size[0], size[1]).See(holds...).Fits()
	}
	d.browse(200, 60).See("are close to a deal").Size(80, 18).See("767 words · 5 open questions").Miss("withheld").Fits().
		Size(120, 36).See(holds...)
}

func TestThePreviewFollowsTheCursorAndWhatChanges(t *testing.T) {
	d := newDesk(t)
	d.clock.set(d.clock.now().Add(time.Hour))
	d.importLike("A second line", func(b *briefings.Briefing) { b.Limits, b.Questions = nil, b.Questions[:1] })
	p := d.browse(160, 40).See("2 briefings", "1 open question", "8 entries").Miss("withheld")
	p.Press("j").See("2 withheld", "41 records")
	b := d.briefing()
	limit := b.Limits[0].Clone()
	limit.Common().State = briefings.StateRejected
	d.clock.set(d.clock.now().Add(time.Hour))
	if _, err := d.open().Put(t.Context(), d.id, limit); err != nil {
		t.Fatal(err)
	}
	p.See("40 records")
}

// Of a very long briefing no record is read for its preview.
func TestThePreviewOfALongBriefingReadsItsBeginning(t *testing.T) {
	d := newDesk(t)
	d.clock.set(d.clock.now().Add(time.Hour))
	d.importLike("A whole library", func(b *briefings.Briefing) { b.Words = glanceWords + 1 })
	d.browse(160, 40).See("A whole library", "are close to a deal").Miss("withheld").Press("j").See("withheld")
}

// List and preview fill the window, whatever its size, and no row moves from one
// to the other.
func TestListAndPreviewShareTheWindow(t *testing.T) {
	for w := 20; w <= 240; w++ {
		for h := 3; h <= 80; h++ {
			list, preview := arrangeShelf(w, h, 4)
			beside := preview.x > 0
			switch {
			case beside != (w >= wideFrom):
				t.Fatalf("%d×%d: beside is %v", w, h, beside)
			case beside && (list.w+1 != preview.x || preview.x+preview.w != w || list.h != h || preview.h != h):
				t.Fatalf("%d×%d: %+v %+v", w, h, list, preview)
			case !beside && (list.w != w || preview.w != w || list.h+1 != preview.y || list.h > 0 && preview.y+preview.h != h):
				t.Fatalf("%d×%d: %+v %+v", w, h, list, preview)
			}
		}
	}
}

func TestAPreviewIsNoPlaceToClick(t *testing.T) {
	d := newDesk(t)
	cfg := d.config()
	cfg.Mouse = true
	p := d.with(cfg, 160, 40).See("withheld")
	p.Click("767 words").See("Briefings", "withheld")
	p.Click("2025-12-08  Sample").Miss("Briefings") // as one on the list does
}
