package reader

import (
	"context"
	"fmt"
	"strings"
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

// done is how the review says how far it has come.
func done(of string) string { return fmt.Sprint(of, "of ", sampleFound, " done") }

// An import is reviewed one by one beside the passage: let stand, corrected,
// rejected; what was not come to still waits in the next session.
func TestReviewingWhatAnImportFound(t *testing.T) {
	through(t, "questions", "timeline", "limits", "references")
	d := newDesk(t)
	p := d.sit(160, 44)
	all := awaiting(d)
	p.Press("8").See("8 Review", done("")).Press("g").See("questions").Press("t").See("accepted as an open question", done("1 "))
	if awaiting(d) != all-1 {
		t.Errorf("%d of %d wait after one was taken", awaiting(d), all)
	}
	first := p.Screen()
	p.Press("D").See("rejected", done("2 "))
	if textColumn(first) == textColumn(p.Screen()) {
		t.Error("the text does not show the passage of the next record")
	}
	p.Press("e").Type("priority").Press("enter", "right", "enter").See("saved", done("3 ")).Press("esc")
	p.Press("j", "j", "j", "e").Type("status").Press("enter", "right", "enter").See(done("4 ")).Press("esc")
	p.Press("U").See(done("3 "), "undone: correcting the entry “").Press("U", "U").See(done("1 "))
	p.Press("q", "q").See("Briefings")
	d.sit(160, 44).Press("8").See(done("1 "))
}

func TestLettingAGroupStandAsksFirst(t *testing.T) {
	d := newDesk(t)
	p := d.sit(160, 44)
	before := awaiting(d)
	p.Press("8", "T").See("Accept all?").Press("enter")
	if awaiting(d) != before {
		t.Fatal("let stand without a yes")
	}
	p.Press("T", "right", "enter").See("accepted: ", "U undoes")
	if awaiting(d) >= before {
		t.Error("nothing was let stand on disk")
	}
	p.Press("U").See("undone:")
	if awaiting(d) != before {
		t.Errorf("%d wait after the undo, %d before", awaiting(d), before)
	}
}

// stalled is a library that saves nothing until it is told to end; late, it has the
// records on disk by then.
type stalled struct {
	shelved
	late  bool
	asked chan struct{} // closed when it is to save
}

func (s stalled) Put(ctx context.Context, id string, records ...briefings.Record) ([]briefings.Record, error) {
	close(s.asked)
	<-ctx.Done()
	if s.late {
		ctx = context.WithoutCancel(ctx)
	}
	return s.shelved.Put(ctx, id, records...)
}

// To let very many stand takes its time. Esc ends it, and nothing of it is saved;
// where the disk had it already, that is said.
func TestLettingAGroupStandCanBeStopped(t *testing.T) {
	for _, late := range []bool{false, true} {
		d := newDesk(t)
		before := awaiting(d)
		cfg := d.config()
		asked := make(chan struct{})
		cfg.Library, cfg.Open = stalled{d.lib, late, asked}, d.id
		p := d.with(cfg, 160, 44).Press("8", "T", "right", "enter").See("letting stand…")
		p.Until("it is to save", func() bool {
			select {
			case <-asked:
				return true
			default:
				return false
			}
		}).Press("esc")
		if late {
			p.See("accepted: ", "U undoes")
		} else {
			p.See("stopped: letting stand")
		}
		if stands := awaiting(d) < before; stands != late {
			t.Errorf("late %v: %d wait, %d before", late, awaiting(d), before)
		}
	}
}

// What is corrected from the review stays there, with its passage, until its fields are
// left: only then does the next one come.
func TestTheReviewStaysOnWhatIsCorrected(t *testing.T) {
	through(t, "timeline")
	d := newDesk(t)
	p := d.reading(valves, 120, 40)
	p.Press("8").See("Review", "timeline").Press("e").See("Correct the entry “Tests begin on 3 March").Type("status").Press("enter", "right", "enter").
		See("saved: status “expected”", "Correct the entry “Tests begin on 3 March")
	if !strings.Contains(p.Screen(), "◇ 2026-03-03") {
		t.Errorf("the review has left the record:\n%s", p.Screen())
	}
	p.Press("esc").Miss("◇ 2026-03-03")
}
