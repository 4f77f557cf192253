package reader

import (
	"context"
	"testing"
	"time"
)

func TestShiftTabGoesTheOtherWayAround(t *testing.T) {
	p := newDesk(t).sit(160, 44)
	p.Press("tab", "tab").See("Enter go there").Press("shift+tab", "shift+tab").See("] section")
	p.Press("shift+tab", "tab").See("] section")
	p.Press("shift+tab").See("Enter go there").Miss("] section")
}

func TestWhatIsFocusedIsCopiedByItsAddressOrItsId(t *testing.T) {
	through(t, "questions", "references")
	p := newDesk(t).sit(120, 36)
	p.Press("Y").See("copied 2025-12-08-turkish-drone-line-pakistan-agreed-held")
	p.Press("2", "g", "Y").See("copied 2025-12-08-turkish-drone-line-pakistan-agreed-held#q-site")
	p.Press("6", "g", "Y").See("copied https://www.bloomberg.com/")
}

// The export of all briefings has its bar as any job has, and ends at Esc.
func TestExportingAllShowsHowFarItIs(t *testing.T) {
	d := newDesk(t)
	cfg := d.config()
	begun := d.clock.now()
	cfg.ExportAll = func(ctx context.Context, folder string, progress Progress) (string, error) {
		if folder != "vault" {
			t.Errorf("exported to %q", folder)
		}
		progress(40, 200)
		<-ctx.Done()
		return "", ctx.Err()
	}
	p := d.with(cfg, 100, 30)
	p.Press(":").Type("export-all").Press("enter").See("the folder; . is the one").Type("vault").Press("enter").See("exporting…").Miss("40/200")
	d.clock.set(begun.Add(2 * time.Second))
	p.See("exporting", "40/200", "20/s", "Esc stops").Fits()
	p.Press("esc").See("stopped: exporting").Miss("40/200")
}

// A capital marks a place of the library, from wherever one goes there, and a way
// leads back.
func TestACapitalMarksAPlaceInTheWholeLibrary(t *testing.T) {
	d := newDesk(t)
	p := d.sit(100, 30)
	p.Press("]", "]", "m", "P").See("marked as P, in the whole library").Press("q").See("Briefings").
		Press("'", "x").See("marks of small letters are of one briefing").Press("'", "Z").See("no mark Z").
		Press("'", "P").See("section 2 of 8").Press("g").See("8 sections").Press("'", "P").See("section 2 of 8").Press("ctrl+o").See("8 sections")
	second(d)
	p.Press("q").See("A visit to the works").Press("/").Type("visit").Press("enter", "enter").See("Pakistan received the visitors").
		Press("'", "P").See("section 2 of 8").Press("ctrl+o").See("Pakistan received the visitors")
}
