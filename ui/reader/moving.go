package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// lookAhead does in the background what the next key would wait for: it lays out
// the screens above and below, and reads the records that the panes show beside
// the next line and the next page; of a board it reads the rows, and of the list
// what the preview says. Of a text it sends no message when it is done: nothing on
// the screen changes by it, and each message draws a frame.
func (a *App) lookAhead() tea.Cmd {
	switch {
	case a.doc == nil && a.board != nil:
		return a.tendBoard()
	case a.doc == nil:
		return a.glanceAt()
	case a.width == 0 || !a.looking.CompareAndSwap(false, true):
		return nil
	}
	d := a.doc
	shadow, top, cursor, height, page := d.page.Shadow(), d.top(), d.cursor, d.height, d.pageRows()
	panes := a.followers()
	return func() tea.Msg {
		defer a.looking.Store(false)
		shadow.Move(top, 2*height)
		for _, rows := range []int{1, page} {
			from, to := shownFrom(shadow, topOf(shadow, shadow.Move(cursor, rows), height), height)
			for _, foresee := range panes {
				foresee(from, to)
			}
		}
		shadow.Move(top, -height)
		return nil
	}
}

// followers say of each pane that follows the text and shows how to make ready
// what it will show beside a stretch of it.
func (a *App) followers() (all []func(from, to int)) {
	at := a.arranged()
	for i, id := range a.sides() {
		if i < at.slots() && id != a.doc.focus && id != leftPane() && !a.doc.partial {
			all = append(all, a.doc.pane(id).foreseeing(at.side[i].h))
		}
	}
	return all
}

// moveInPane moves the focused pane's cursor; the text goes along and lights
// the passage up.
func (d *document) moveInPane(by int) {
	p := d.focused()
	if !p.move(by) {
		return
	}
	if it := p.current(); it != nil {
		d.point(it.anchor)
	}
}

// nextPassage goes to another passage of the item under the cursor.
func (d *document) nextPassage(by int) {
	p := d.focused()
	if p == nil || p.current() == nil {
		return
	}
	all := p.current().passages()
	at := max(slices.IndexFunc(all, func(a *briefings.Anchor) bool {
		return d.lit != nil && a.DocStart == d.lit.DocStart && a.DocEnd == d.lit.DocEnd
	}), 0)
	if next := at + by; len(all) > 1 && next >= 0 && next < len(all) {
		d.point(all[next])
	}
}

// toEnd puts the place on the last row.
func (d *document) toEnd() {
	d.cursor = d.page.Move(d.page.Bottom(d.height), d.height)
	d.place = d.page.PointAt(d.cursor)
	d.arrived()
}

// section goes to the next section's heading, or to this one's and the ones
// before it.
func (a *App) section(by int) tea.Cmd {
	d := a.doc
	sections := d.briefing.Sections
	if len(sections) == 0 {
		a.say("this text has no headings")
		return nil
	}
	target := d.view.here + by
	if by < 0 && d.view.here >= 0 && d.place > sections[d.view.here].Start {
		target = d.view.here
	}
	switch {
	case target >= len(sections):
		d.toEnd()
	case target < 0:
		d.moveTo(0)
	default:
		d.moveTo(sections[target].Start)
	}
	return nil
}

// paragraph goes to the next or previous block.
func (a *App) paragraph(by int) tea.Cmd {
	d := a.doc
	at := d.text.At(d.place)
	if d.text.Len() == 0 {
		return nil
	}
	if start := d.text.Block(at).Start; by < 0 && d.place > start {
		d.moveTo(start)
		return nil
	}
	for at += by; at >= 0 && at < d.text.Len(); at += by {
		if b := d.text.Block(at); b.Text != "" {
			d.moveTo(b.Start)
			return nil
		}
	}
	return nil
}

// attend gives the keyboard to a pane, and shows it if it does not show.
func (a *App) attend(id paneID) tea.Cmd {
	d := a.doc
	if d == nil {
		return a.openBoard(id)
	}
	if d.focus == textPane && id != textPane {
		d.depart()
	}
	from := d.focus
	d.selection = nil
	d.focus = id
	if p := d.pane(id); p != nil {
		a.place(id, from)
		d.meet(p)
	}
	d.markPage()
	return nil
}

// meet puts the cursor of a pane that gets the keyboard where the eye is: on the
// section around it, else on what shows; of actors on one in the sentence, else on
// the first.
func (d *document) meet(p *pane) {
	from, to := d.shown()
	if p.sections {
		from, to = d.hereStart(), d.hereStart()+1
	}
	if p.kind == briefings.KindActor { // some actor always shows, often the least of them
		at := d.sentence()
		from, to = at.Start, at.End
	}
	if !p.follow(from, to) && p.kind == briefings.KindActor {
		p.move(-far)
	}
}

// place puts a pane into one of the slots beside the text, unless it shows already:
// where two stand above each other, into that of the pane that one comes from, else
// into the lower one.
func (a *App) place(id, from paneID) {
	arranged := a.arranged()
	if arranged.wide() && id == leftPane() {
		return
	}
	switch arranged.slots() {
	case 1:
		a.comfort.Slots[0] = id
	case 2:
		if sides := a.sides(); sides[0] != id && sides[1] != id {
			a.comfort.Slots[btoi(from != sides[0])] = id
		}
	}
}

// cycle goes through the text and the panes that show; on a narrow screen
// through all.
func (a *App) cycle(by int) tea.Cmd {
	d := a.doc
	ring := []paneID{textPane}
	arranged := a.arranged()
	switch arranged.slots() {
	case 0, 1:
		for _, p := range d.panes {
			ring = append(ring, p.id)
		}
	default:
		sides := a.sides()
		ring = []paneID{leftPane(), textPane, sides[0], sides[1]}
	}
	at := 0
	for i, id := range ring {
		if id == d.focus {
			at = i
		}
	}
	return a.attend(ring[(at+by+len(ring))%len(ring)])
}

func (a *App) zen() tea.Cmd {
	a.doc.single = !a.doc.single
	a.doc.focus = textPane
	return nil
}

// narrowerMost is by how many cells the column of text can be narrowed.
const narrowerMost = 40

// widen changes the column of text; the place stays.
func (a *App) widen(by int) tea.Cmd {
	was := a.arranged().text.w
	before, _ := a.doc.textWidth(was)
	a.comfort.Column = within(a.comfort.Column+by, 0, narrowerMost)
	a.fitDocument()
	if now, _ := a.doc.textWidth(was); now == before {
		a.say(map[bool]string{true: "the column is as narrow as it gets", false: "the column is as wide as it gets here"}[by > 0])
	}
	return nil
}
