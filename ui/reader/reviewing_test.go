package reader

import (
	"testing"

	"dossier/briefings"
)

// awaiting counts what waits for review on disk.
func awaiting(d *desk) (n int) {
	for _, r := range d.briefing().Records() {
		if briefings.Awaits(r) {
			n++
		}
	}
	return n
}

// An import is reviewed one by one beside the passage: let stand, corrected,
// rejected; what was not come to still waits in the next session.
func TestReviewingWhatAnImportFound(t *testing.T) {
	d := newDesk(t)
	p := d.sit(160, 44)
	all := awaiting(d)
	p.Press("8").See("8 Review", "of 39 done").Press("g").See("questions").Press("t").See("taken as an open question", "1 of 39 done")
	if awaiting(d) != all-1 {
		t.Errorf("%d of %d wait after one was taken", awaiting(d), all)
	}
	first := p.Screen()
	p.Press("D").See("rejected", "2 of 39 done")
	if textColumn(first) == textColumn(p.Screen()) {
		t.Error("the text does not show the passage of the next record")
	}
	p.Press("e").Type("priority").Press("enter", "right", "enter").See("saved")
	p.Press("j", "j", "j", "e").Type("status").Press("enter", "right", "enter").See("3 of 39 done")
	p.Press("U").See("2 of 39 done", "undo: event “").Press("U", "U").See("1 of 39 done")
	p.Press("q", "q").See("Briefings")
	d.sit(160, 44).Press("8").See("1 of 39 done")
}

func TestLettingAGroupStandAsksFirst(t *testing.T) {
	d := newDesk(t)
	p := d.sit(160, 44)
	before := awaiting(d)
	p.Press("8", "T").See("Let all stand?").Press("enter")
	if awaiting(d) != before {
		t.Fatal("let stand without a yes")
	}
	p.Press("T", "right", "enter").See("let stand: ", "U undoes")
	if awaiting(d) >= before {
		t.Error("nothing was let stand on disk")
	}
	p.Press("U").See("undo")
	if awaiting(d) != before {
		t.Errorf("%d wait after the undo, %d before", awaiting(d), before)
	}
}
