package reader

import (
	"testing"

	"dossier/briefings"
)

// What was on the same words goes along, each is named, and one undo takes all of
// it back.
func TestWhatWasOnTheSameWordsIsAttachedTogether(t *testing.T) {
	d := newDesk(t)
	first, second := d.note(poorer, lostNote), d.note(poorer, "and who pays for it")
	other := d.note("Islamabad gains time.", "how much?")
	d.sit(120, 36).Press("]", "q").See("1 briefing ")
	d.reimport(" "+poorer, "", "Islamabad gains time. ", "")
	p := d.sit(120, 36).See("3 passages lost")
	p.Press("w").See("1 of 3: the note").Press("w").See("2 of 3: the note").Press("w").See("3 of 3: the note “how much?”").Press("w").See("1 of 3")
	p.Press("M").See("Where does “What would cross").Press("enter").See("and 1 more on these words attached to “", "w shows the next of 1").Fits()
	for _, h := range []briefings.Handle{first, second} {
		if a := d.record(h).Anchors[0]; a.State != briefings.Anchored {
			t.Errorf("%s is %s at “%s”", h, a.State, a.Exact)
		}
	}
	if a := d.record(other).Anchors[0]; a.State != briefings.Orphaned {
		t.Errorf("what was on other words went along: %+v", a)
	}
	p.Press("U").See("undone: ").Press("w").See("of 3")
}

// A piece of evidence whose passage is gone is to be looked at as a note is, and
// its pane says so.
func TestLostEvidenceIsLookedAtAndAttached(t *testing.T) {
	through(t, "outline", "questions")
	d := newDesk(t)
	p := d.sit(140, 40)
	p.Press("/").Type("Islamabad gains time").Press("enter", "L").See("bear on?").Press("enter").See("bearing").Press("enter").See("linked, supports: ", "gains time.").Press("esc", "esc", "q").See("1 briefing ")
	d.keepsReading(p)
	d.reimport("Islamabad gains time. ", "More speed is the prize. ")
	p = d.sit(140, 40).See("1 passage lost").Press("R").See("your questions touched", "question  ").Press("esc").Press("w").See("1 of 1: evidence for the question “")
	p.Press("2", "g").See("passage lost").Press("0", "w", "M").See("Where does “Islamabad gains time.”", "More speed is the prize.").Type("more speed").Press("enter").See("attached to “More speed")
	for _, q := range d.briefing().Questions {
		for _, e := range q.Evidence {
			if e.Anchor != nil && (e.Anchor.State != briefings.Anchored || e.Anchor.Exact != "More speed is the prize.") {
				t.Errorf("the evidence is %s at “%s”", e.Anchor.State, e.Anchor.Exact)
			}
		}
	}
}

// A note that is in its place is taken up in its pane and put down elsewhere; Esc
// leaves it.
func TestANoteIsTakenUpAndPutDown(t *testing.T) {
	through(t, "notes")
	d := newDesk(t)
	h := d.note("Islamabad gains time.", "how much?")
	p := d.sit(120, 36)
	p.Press("7", "&").Type("how much").Press("enter", "M").See("the note “how much?” is taken up", "M puts it there").Press("esc")
	p.Press("M").See("every passage is in its place")
	p.Press("7", "M", "g", "]", "M").See("the note “how much?” attached to “Bottom line”")
	if a := d.record(h).Anchors[0]; a.Exact != "Bottom line" {
		t.Errorf("on disk it stands at %+v", a)
	}
}
