package reader

import (
	"strings"
	"testing"
)

// Two revisions stand side by side; what belongs together meets at the eye,
// what changed is marked, and nothing of the longer side is passed over.
func TestTwoRevisionsSideBySide(t *testing.T) {
	through(t, "timeline")
	d := newDesk(t)
	d.reimport("in advanced talks about an assembly plant", "in early talks about an assembly plant",
		"The price has not been disclosed, and who would pay for hangars and tooling is not publicly known. ", "")
	p := d.sit(140, 30)
	p.Press("C").See("Side by side with", "revision 1").Press("enter").See("Revision 1, taken in", "Revision 2", "2 changes")
	p.Press("n").Fits()
	left, right := atTheEye(p.Screen())
	if !strings.Contains(left, "On 5 December 2025") || !strings.Contains(right, "On 5 December 2025") {
		t.Errorf("at the eye stand %q and %q", left, right)
	}
	p.See("advanced", "early", "~")
	p.Press("G").See("Daily Times").Press("n").See("no further change that way").Press("g").See("Revision 1")
	for range 20 {
		p.Press("j").Fits()
	}
	p.Size(80, 24).Fits().Size(200, 60).Fits()
	p.Press("q").See("Timeline").Miss("Revision 1")
}

// atTheEye returns what stands on the two rows that the eye rests on.
func atTheEye(screen string) (left, right string) {
	for _, row := range strings.Split(screen, "\n") {
		if l, r, ok := strings.Cut(row, "│"); ok && strings.Contains(l, "›") && strings.Contains(r, "›") {
			return l, r
		}
	}
	return "", ""
}

func TestThereMayBeNothingToCompareWith(t *testing.T) {
	newDesk(t).sit(100, 30).Press("C").See("nothing to compare with")
}

func TestSideBySideBeginsWithNoBlankAbove(t *testing.T) {
	d := newDesk(t)
	d.reimport("in advanced talks about an assembly plant", "in early talks about an assembly plant")
	p := d.sit(140, 30)
	p.Press("C").See("Side by side with").Press("enter").See("Revision 1, taken in")
	if row := strings.Split(p.Screen(), "\n")[4]; !strings.Contains(row, "Bottom line") && !strings.Contains(row, "A Turkish drone line") {
		t.Errorf("the first row of both texts is %q", row)
	}
}
