package reader

import (
	"strings"
	"testing"

	"dossier/briefings"
)

const valves = "---\ntitle: Valves for the yard\ndate: 2026-01-09\n---\n\n# Valves for the yard\n\n## What was said\n\n" +
	"The yard in the south waits for its valves. Tests begin on 3 March. " +
	"The head of the yard met the press. Drawings of the pumps stay where they are.\n"

// added is the record of a kind that a person added last, nil if there is none.
func (d *desk) added(kind briefings.Kind) (last briefings.Record) {
	for _, r := range d.briefing().Records() {
		if r.Kind() == kind && r.Common().Origin == briefings.OriginAnalyst && r.Common().Live() {
			last = r
		}
	}
	return last
}

// An entry that the program missed is added of the sentence that one is at: its words
// and its date stand there already, and the list of its fields comes behind. One undo
// takes it away.
func TestAMissedEntryIsAddedOfTheSentence(t *testing.T) {
	through(t, "timeline")
	d := newDesk(t)
	p := d.reading(valves, 100, 30)
	p.Press("/").Type("Tests begin").Press("enter", "esc", "*").See("Add of “Tests begin on 3 March.”", "an entry of the timeline").
		Press("enter").See("Add an entry of the timeline", "what  Tests begin on 3 March").Press("enter").See("when  2026-03-03").
		Press("enter").See("added: entry “Tests begin on 3 March”; U undoes", "Correct the entry", "status")
	e := d.added(briefings.KindEvent).(*briefings.Event)
	if e.When != "2026-03-03" || e.By != "analyst" || len(e.Anchors) != 1 || e.Anchors[0].Exact != "Tests begin on 3 March." || briefings.Awaits(e) || len(e.Edited) > 0 {
		t.Errorf("on disk is %+v", e)
	}
	p.Press("enter").See("status", "[planned]").Press("right", "enter").See("saved: status").Press("esc")
	if e = d.added(briefings.KindEvent).(*briefings.Event); e.Status != briefings.Expected {
		t.Errorf("its status is %s", e.Status)
	}
	p.Press("U").See("undone: correcting").Press("U").See("undone: the entry “Tests begin on 3 March”")
	if r := d.added(briefings.KindEvent); r != nil {
		t.Errorf("after the undo there is %+v", r)
	}
}

// In a pane the key adds what the pane lists; dates are written as people write them,
// and one that is none is refused while it can be mended.
func TestAPaneAddsWhatItLists(t *testing.T) {
	through(t, "timeline", "limits")
	d := newDesk(t)
	p := d.reading(valves, 100, 30)
	p.Press("/").Type("The head of").Press("enter", "esc", "3", "*").See("Add an entry of the timeline  “The head of the yard met the press.”").
		Press("enter").See("when").Type("whenever").Press("enter").See("not taken: “whenever” is no date").
		Press("ctrl+u").Type("5 jan 2026").Press("enter").See("added: entry").Press("esc")
	if e := d.added(briefings.KindEvent).(*briefings.Event); e.When != "2026-01-05" {
		t.Errorf("it is dated %q", e.When)
	}
	p.See("01-05")

	p.Press("0", "/").Type("Drawings").Press("enter", "esc", "5", "*").See("Add a limit").Press("enter").See("passes on").Press("h", "h", "h", "h", "enter").
		See("Correct the limit", "held by").Press("esc").See("withheld")
	l := d.added(briefings.KindLimit).(*briefings.Limit)
	if l.Transfer != briefings.Withheld || l.Text != "Drawings of the pumps stay where they are" || len(l.Anchors) != 1 {
		t.Errorf("on disk is %+v", l)
	}
}

// An actor is added by the words that speak of it, which are looked for in the whole
// text; it may go by another name than those.
func TestAMissedActorIsAddedWithItsMentions(t *testing.T) {
	through(t, "actors")
	d := newDesk(t)
	p := d.reading(valves, 100, 30)
	p.Press("/").Type("The yard").Press("enter", "esc", "v", "l", "*").See("Add of “The yard”").Press("down", "enter").See("Add an actor", "name  The yard").
		Press("ctrl+u").Type("Southern Yard").Press("enter").See("[organization]").Press("enter").See("added: Southern Yard, 3 mentions").Press("esc")
	a := d.added(briefings.KindActor).(*briefings.Actor)
	if a.Name != "Southern Yard" || a.Type != briefings.Organization || len(a.Mentions) != 3 || a.Mentions[2].Exact != "the yard" || a.Anchors[0].Exact != "The yard" {
		t.Errorf("on disk is %+v", a)
	}
	p.Press("4").See("Southern Yard", "3 mentions", "Also: The yard")

	p.Press(":").Type("actor the yard").Press("enter").See("name  the yard").Press("enter").See("not taken: Southern Yard is an actor of this briefing already").
		Press("ctrl+u").Type("Nobody Known").Press("enter", "enter").See("not taken: “Nobody Known” is nowhere in the text", "name  Nobody Known").
		Press("ctrl+u").Type("the press").Press("enter", "enter").See("added: the press, 1 mention")
}

// What is being added waits when it is left, as a note does; what the form itself began
// with is no draft.
func TestWhatIsBeingAddedIsADraft(t *testing.T) {
	d := newDesk(t)
	p := d.reading(valves, 100, 30)
	p.Press("/").Type("Tests begin").Press("enter", "esc", ":").Type("event").Press("enter").See("what  Tests begin").
		Press("esc").Miss("kept as a draft").Press(".").See("nothing is left unfinished")
	p.Press(":").Type("event").Press("enter").See("what  Tests begin").Type(" at sea").Press("esc").See("kept as a draft").
		Press("G", ".").See("Add an entry of the timeline (draft)", "Tests begin on 3 March at sea").Press("enter").See("2026-03-03").Press("enter").See("added: entry")
	if e := d.added(briefings.KindEvent); e.Line() != "Tests begin on 3 March at sea" {
		t.Errorf("on disk is %q", e.Line())
	}
}

// Who looks for how to add something finds it by the words that people use, and where
// nothing is listed the footer says what can be done.
func TestAddingIsFound(t *testing.T) {
	through(t, "timeline", "actors", "limits", "references", "notes")
	d := newDesk(t)
	p := d.reading(valves, 100, 40)
	for _, word := range []string{"add", "new", "missed"} {
		p.Press("?").Type(word).See("add what was missed", ":event", ":actor", ":limit").Press("esc")
	}
	for pane, says := range map[string]string{"5": "* add", "6": "* add", "7": "a note   i highlight"} {
		if p.Press(pane); !strings.Contains(footerOf(p.Screen()), says) {
			t.Errorf("in the empty pane %s the footer is %q, without %q", pane, footerOf(p.Screen()), says)
		}
		if strings.Contains(footerOf(p.Screen()), "reject") {
			t.Errorf("in the empty pane %s the footer offers to reject", pane)
		}
	}
}

func footerOf(screen string) string {
	rows := strings.Split(screen, "\n")
	return rows[len(rows)-1]
}
