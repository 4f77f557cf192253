package reader

import (
	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
	"dossier/ui/page"
)

// The mouse is off until it is asked for, since a terminal that reports it does
// not select text any more unless Shift is held. What it does the keys do too.

// wheelRows is how far one notch of the wheel goes.
const wheelRows = 3

// toggleMouse lets the program have the mouse, or gives it back to the terminal.
func (a *App) toggleMouse() tea.Cmd {
	a.mouse = !a.mouse
	if a.mouse {
		a.say("the mouse is the program's; the terminal selects while Shift is held")
	} else {
		a.say("the mouse is the terminal's")
	}
	return nil
}

// pointed takes what the mouse did.
func (a *App) pointed(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	if !a.mouse || a.form != nil || a.pending != nil || a.ahead != nil {
		return nil
	}
	var cmd tea.Cmd
	switch msg.(type) {
	case tea.MouseWheelMsg:
		cmd = a.wheeled(m)
	case tea.MouseClickMsg:
		a.dragged = nil
		if m.Button == tea.MouseLeft {
			a.status.clear()
			cmd = a.clicked(m.X, m.Y)
		}
	case tea.MouseMotionMsg:
		if m.Button == tea.MouseLeft {
			a.drag(m.X, m.Y)
		}
	}
	return tea.Batch(cmd, a.wind(), a.lookAhead())
}

// wheeled scrolls what the pointer is over; the keyboard stays where it is.
func (a *App) wheeled(m tea.Mouse) tea.Cmd {
	by := wheelRows
	switch m.Button {
	case tea.MouseWheelUp:
		by = -by
	case tea.MouseWheelDown:
	default:
		return nil
	}
	switch {
	case a.panel != nil:
		a.panel.move(by)
	case a.beside != nil:
		a.beside.step(by)
	case a.doc == nil:
		a.onShelf().move(by)
	default:
		if p, _ := a.paneAt(m.X, m.Y); p != nil {
			p.move(by)
		} else {
			a.doc.step(by)
		}
	}
	return nil
}

// clicked focuses what is under the pointer; a second click on the same line
// does what Enter does.
func (a *App) clicked(x, y int) tea.Cmd {
	switch {
	case a.panel != nil:
		return a.clickedPanel(y)
	case a.beside != nil:
		return nil
	case a.doc == nil:
		return a.clickedShelf(x, y)
	}
	p, r := a.paneAt(x, y)
	if p == nil {
		return a.clickedText(x, y)
	}
	again := a.doc.focus == p.id
	a.attend(p.id)
	i := p.rowAt(y - r.y - titleRows)
	if i < 0 {
		return nil
	}
	if again && i == p.cursor {
		return a.goThere()
	}
	p.cursor = i
	a.doc.point(p.item(i).anchor)
	return nil
}

func (a *App) clickedPanel(y int) tea.Cmd {
	i := a.panel.rowAt(y - a.panelTop() - panelHead)
	if i < 0 {
		return nil
	}
	again := i == a.panel.cursor
	a.panel.cursor = i
	if again {
		return a.runPanel()
	}
	return nil
}

func (a *App) clickedShelf(x, y int) tea.Cmd {
	f := a.onShelf()
	if list, _ := arrangeShelf(a.width, a.height-3, a.shelf.wants()); a.board == nil && x >= list.w {
		return nil // it is the preview's
	}
	i := f.rowAt(y - bodyTop)
	if i < 0 {
		return nil
	}
	if !f.moveTo(i) {
		return a.openFromShelf()
	}
	return nil
}

// paneAt finds the pane under a cell, nil for the text; and where it stands.
func (a *App) paneAt(x, y int) (*pane, rect) {
	d, at := a.doc, a.arranged()
	if at.outline.holds(x, y) {
		return d.pane(leftPane()), at.outline
	}
	for i, r := range at.side {
		if r.holds(x, y) {
			return d.pane(a.sides()[i]), r
		}
	}
	if at.slots() == 0 && d.focus != textPane && at.text.holds(x, y) {
		return d.focused(), at.text
	}
	return nil, rect{}
}

func (r rect) holds(x, y int) bool { return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h }

// pointUnder returns the code point of the text under a cell.
func (a *App) pointUnder(x, y int) (point int, ok bool) {
	d, at := a.doc, a.arranged().text
	if !at.holds(x, y) {
		return 0, false
	}
	rows := d.page.Rows(d.top(), at.h)
	return rows[y-at.y].PointAt(x - at.x - d.pageLeft(at.w))
}

// clickedText gives the keyboard to the text and lights the sentence under the
// pointer, for a note or a question; the text stays where it is. On a citation
// it offers to open the reference.
func (a *App) clickedText(x, y int) tea.Cmd {
	d := a.doc
	point, ok := a.pointUnder(x, y)
	if !ok {
		return nil
	}
	d.focus, d.selection = textPane, nil
	a.dragged = &point
	if ref, p := d.citedAt(point), d.paneOf(briefings.KindReference); ref != "" && p != nil {
		a.attend(p.id)
		d.pointPanesAt(ref)
		return a.browse()
	}
	if s, ok := d.page.SentenceAt(point); ok {
		lit := d.anchorOf(s)
		d.lit = &lit
	}
	d.markPage()
	return nil
}

// citedAt returns the handle of the reference that is cited or listed at a code
// point, "" if there is none with a URL.
func (d *document) citedAt(point int) briefings.Handle {
	for i, c := range d.briefing.of(briefings.KindReference) {
		if c.is(live|linked) && d.briefing.speaksOf(i, point, point+1) {
			return d.briefing.handle(c)
		}
	}
	return ""
}

// drag selects by word from where the button went down; the text stays where it
// is.
func (a *App) drag(x, y int) {
	if a.doc == nil || a.dragged == nil || a.panel != nil {
		return
	}
	d := a.doc
	point, ok := a.pointUnder(x, y)
	if !ok {
		return
	}
	first, ok := d.page.WordAt(*a.dragged)
	last, found := d.page.WordAt(point)
	if !ok || !found || first == last && d.selection == nil {
		return
	}
	d.lit = nil
	d.selection = &selection{first: first, last: page.Range(last)}
	d.markPage()
}
