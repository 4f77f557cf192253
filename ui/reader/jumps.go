package reader

import (
	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// jumps remembers places to come back to, as a browser does: within a briefing,
// or from one to another.
type jumps[P stand | spot] struct{ back, forward []P }

// stand is a place in the text, and if the keyboard was in a pane, on which of its rows.
type stand struct {
	place int // code point
	pane  paneID
	row   briefings.Handle
	part  uint16 // of its evidence
}

// spot is a stand in a briefing.
type spot struct {
	briefing string // id
	stand
}

// jumpsMost is how many places are remembered.
const jumpsMost = 100

// leave notes the place that one jumps away from.
func (j *jumps[P]) leave(place P) {
	if n := len(j.back); n > 0 && j.back[n-1] == place {
		return
	}
	j.back = append(j.back, place)
	if len(j.back) > jumpsMost {
		j.back = j.back[1:]
	}
	j.forward = nil
}

// goBack returns the place to come back to, given where one is.
func (j *jumps[P]) goBack(here P) (P, bool) { return shift(&j.back, &j.forward, here) }

// goForward takes a goBack back.
func (j *jumps[P]) goForward(here P) (P, bool) { return shift(&j.forward, &j.back, here) }

func shift[P stand | spot](from, to *[]P, here P) (P, bool) {
	n := len(*from)
	if n == 0 {
		return here, false
	}
	place := (*from)[n-1]
	*from, *to = (*from)[:n-1], append(*to, here)
	return place, true
}

// back goes to where one was: a place, the list of hits that one came from, another
// briefing.
func (a *App) back() tea.Cmd {
	if a.fromHits() {
		return a.reopenHits()
	}
	return a.jump("back", a.doc.jumps.goBack, a.trail.goBack)
}

func (a *App) forward() tea.Cmd { return a.jump("forward", a.doc.jumps.goForward, a.trail.goForward) }

// jump goes to a place of the briefing that is open; where there is none left, to
// the briefing that one came from.
func (a *App) jump(where string, within func(stand) (stand, bool), beyond func(spot) (spot, bool)) tea.Cmd {
	if to, ok := within(a.doc.stands()); ok {
		a.standAt(to)
		return nil
	}
	to, ok := beyond(spot{a.doc.briefing.ID, a.doc.stands()})
	switch {
	case !ok && where == "back" && a.board != nil:
		return a.toLibrary()
	case !ok:
		a.say("no place to go " + where + " to")
		return nil
	}
	a.target.returns = true
	return a.toSpot(to)
}

// toSpot goes to a place of any briefing.
func (a *App) toSpot(to spot) tea.Cmd {
	if a.doc != nil && to.briefing == a.doc.briefing.ID {
		if !a.target.returns {
			a.doc.depart()
		}
		a.target = target{}
		a.standAt(to.stand)
		return nil
	}
	a.target.spot = &to
	return tea.Sequence(a.keep(), a.open(to.briefing))
}

// depart notes where one is, to come back to.
func (d *document) depart() { d.jumps.leave(d.stands()) }

// stands is where one is.
func (d *document) stands() stand {
	s := stand{place: d.place}
	if p := d.focused(); p != nil {
		s.pane = p.id
		s.row, s.part = p.on(p.cursor)
	}
	return s
}

// standAt goes to where one was: who goes through the rows of a pane finds the keyboard
// on the row that was looked at last.
func (a *App) standAt(s stand) {
	d, from := a.doc, a.doc.focus
	p := d.pane(s.pane)
	if p == nil {
		d.focus = textPane
		d.moveTo(s.place)
		return
	}
	d.focus = s.pane
	a.place(s.pane, from)
	if at := p.find(s.row, s.part); at >= 0 {
		p.cursor = at
	}
	if it := p.current(); it != nil && it.anchor != nil && it.anchor.DocStart == s.place {
		d.point(it.anchor)
		return
	}
	d.moveTo(s.place)
}

// leaveFor notes where one was in another briefing than the one that opens now,
// unless one came back to it.
func (a *App) leaveFor(id string) {
	if d := a.doc; d != nil && d.briefing.ID != "" && d.briefing.ID != id && !a.target.returns {
		a.trail.leave(spot{d.briefing.ID, d.stands()})
	}
}
