package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// arrive brings a briefing from the library onto the screen. If its text is
// there already (it has just been taken in), nothing moves.
func (msg opened) arrive(a *App) tea.Cmd {
	if a.opening != msg.briefing.ID {
		return nil // it was called off
	}
	a.opening = ""
	a.status.done()
	if d := a.doc; d != nil && d.text.Revision().TextHash == msg.text.Revision().TextHash {
		d.setDrafts(msg.drafts)
		incoming := d.briefing.ID == ""
		d.briefing.Meta = msg.briefing.Meta // the records that are still to come are looked for by it
		if incoming {
			d.remember(msg.reading)
		}
		if msg.partial {
			return func() tea.Msg { return a.reload(msg.briefing.ID, "", "") }
		}
		d.partial = false
		d.exchange(d.viewOf(msg.briefing, msg.others), nil)
		if !incoming {
			return nil
		}
		return tea.Batch(a.lookForNews(), a.goToTarget())
	}
	place := -1
	if d := a.doc; d != nil && d.briefing.ID == "" {
		place = d.place // the first part of it was shown meanwhile
	}
	a.leaveFor(msg.briefing.ID)
	a.doc = newDocument(msg.briefing, msg.text, a.theme, a.cfg.Now, &a.comfort)
	a.doc.view.others = msg.others
	a.fitDocument()
	a.doc.setDrafts(msg.drafts)
	a.doc.resume(msg.reading)
	if a.doc.focus != textPane {
		a.place(a.doc.focus, a.doc.focus)
	}
	if place >= 0 {
		a.doc.moveTo(place)
	}
	a.doc.keptPlace, a.doc.keptFocus = a.doc.place, a.doc.focus
	if msg.partial {
		a.doc.partial = true
		return afterFrame(func() tea.Msg { return a.reload(msg.briefing.ID, "", "") })
	}
	news := a.lookForNews()
	for _, d := range msg.drafts {
		if d.Briefing == msg.briefing.ID {
			a.say("an unfinished " + called(briefings.Kind(d.Purpose)) + " was kept, " + a.keyOf("go-on") + " goes on with it: " + a.doc.view.draftWhere(d))
		}
	}
	return tea.Batch(news, a.goToTarget())
}

// lookForNews compares the text with the one that was read, if that was an
// earlier one.
func (a *App) lookForNews() tea.Cmd {
	if a.doc.since == 0 {
		return nil
	}
	return a.compareWith(a.doc.since, false)
}

// target is where to go in the briefing that opens: a record, a passage, or a
// place that one was at.
type target struct {
	record  briefings.Handle
	passage *briefings.Anchor
	spot    *spot
	returns bool   // to where one was before: that leaves no place to come back to
	pane    paneID // of the record, where something is to be done with it
	then    action // what is to be done, "" for nothing
}

// goToTarget goes where the briefing was opened for.
func (a *App) goToTarget() tea.Cmd {
	to := a.target
	a.target = target{}
	if to.spot != nil {
		a.standAt(to.spot.stand)
	}
	if to.record != "" {
		if r := a.doc.briefing.Record(to.record); r != nil {
			to.passage = firstAnchor(r.Common())
			a.doc.pointPanesAt(to.record)
		}
	}
	if to.passage != nil {
		a.doc.focus = textPane
		a.doc.point(to.passage)
	}
	switch to.then {
	case "":
	case "go-on":
		return a.goOn()
	default:
		return a.doAtTarget(to)
	}
	return nil
}

// arrive takes the records as they are on disk now. If the text itself was
// taken in anew, the briefing is opened again.
func (msg refreshed) arrive(a *App) tea.Cmd {
	a.status.done()
	if a.doc == nil || a.doc.briefing.ID != msg.briefing.ID {
		return nil
	}
	if a.doc.errand && msg.say != "" && a.panel == nil {
		return a.errandDone(msg.say)
	}
	if a.doc.briefing.Revision != msg.briefing.Revision {
		if a.form != nil { // what is being written is on the text that shows
			a.doc.outdated = true
			return nil
		}
		return tea.Sequence(a.keep(), a.open(msg.briefing.ID))
	}
	if len(msg.briefing.cards) > manyRecords {
		return a.prepare(msg)
	}
	a.doc.exchange(a.doc.viewOf(msg.briefing, msg.others), nil)
	return a.lookAt(msg)
}

// lookAt goes where what was brought anew is to be looked at.
func (a *App) lookAt(msg refreshed) tea.Cmd {
	if a.doc.partial {
		a.doc.partial = false
		a.say(msg.say)
		return tea.Batch(a.goToTarget(), a.lookForNews(), a.lookAhead())
	}
	if msg.at != "" {
		a.doc.pointPanesAt(msg.at)
		a.doc.nextToReview()
	}
	a.say(msg.say)
	return tea.Batch(a.learn(), a.lookAhead())
}

// prepared brings the panes of a briefing with very many records.
type prepared struct {
	refreshed
	doc      *document
	view     *view
	contents map[paneID]measured
}

// prepare makes the panes that show, away from the keyboard.
func (a *App) prepare(msg refreshed) tea.Cmd {
	sides := a.sides()
	d, shown := a.doc, []paneID{sides[0], sides[1], a.doc.focus, leftPane()}
	today, theme, long := d.view.today, d.theme, d.view.long
	rooms := [...]rect{a.roomOf(shown[0]), a.roomOf(shown[1]), a.roomOf(shown[2]), a.roomOf(shown[3])}
	return func() tea.Msg {
		p := prepared{msg, d, newView(msg.briefing, theme, today, long), map[paneID]measured{}}
		p.view.others = msg.others
		for _, pane := range panes() {
			if i := slices.Index(shown, pane.id); i >= 0 && !pane.sections {
				m := pane.make(p.view)
				m.rehearse(p.view, rooms[i])
				p.contents[pane.id] = m
			}
		}
		return p
	}
}

// arrive puts the panes in place, unless another briefing is open by now
// or the colours have changed.
func (msg prepared) arrive(a *App) tea.Cmd {
	d := a.doc
	if d != msg.doc {
		return nil
	}
	if msg.view.theme != d.theme {
		msg.contents = nil
	}
	d.exchange(msg.view, msg.contents)
	return a.lookAt(msg.refreshed)
}

// pointPanesAt puts the cursor of the pane that holds a record on it.
func (d *document) pointPanesAt(h briefings.Handle) {
	for _, p := range d.panes {
		if at := p.list.find(h, 0); at >= 0 {
			p.cursor = at
		}
	}
}

// fitDocument tells the document how large its text is, before anything moves
// in it.
func (a *App) fitDocument() {
	if a.doc == nil || a.width == 0 {
		return
	}
	at := a.arranged()
	a.doc.resize(at.text.w, at.text.h)
}
