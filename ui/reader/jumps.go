package reader

import tea "charm.land/bubbletea/v2"

// jumps remembers places to come back to, as a browser does: within a briefing,
// or from one to another.
type jumps[P int | spot] struct{ back, forward []P }

// spot is a place in a briefing.
type spot struct {
	briefing string // id
	place    int    // code point
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

func shift[P int | spot](from, to *[]P, here P) (P, bool) {
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
func (a *App) jump(where string, within func(int) (int, bool), beyond func(spot) (spot, bool)) tea.Cmd {
	if place, ok := within(a.doc.place); ok {
		a.doc.moveTo(place)
		return nil
	}
	to, ok := beyond(spot{a.doc.briefing.ID, a.doc.place})
	if !ok {
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
			a.doc.jumps.leave(a.doc.place)
		}
		a.target = target{}
		a.doc.focus = textPane
		a.doc.moveTo(to.place)
		return nil
	}
	a.target.spot = &to
	return tea.Sequence(a.keep(), a.open(to.briefing))
}

// leaveFor notes where one was in another briefing than the one that opens now,
// unless one came back to it.
func (a *App) leaveFor(id string) {
	if d := a.doc; d != nil && d.briefing.ID != "" && d.briefing.ID != id && !a.target.returns {
		a.trail.leave(spot{d.briefing.ID, d.place})
	}
}
