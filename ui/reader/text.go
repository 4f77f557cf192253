package reader

import (
	"strings"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/ui/page"
)

// The text scrolls below a resting eye: the place stands a third down the
// column, except near the top and the end of the document. So it is a function
// of the place alone, and resizing cannot move it.
const restingShare = 3

const (
	textMost  = page.ProseMax + page.Gutter // cells of the column
	textLeast = 30
)

// textWidth is the width of the column of text in a pane of w cells.
func (d *document) textWidth(w int) int {
	return max(min(w-2, textMost)-d.comfort.Column, min(textLeast, w))
}

// resize fits the page into a pane.
func (d *document) resize(w, h int) {
	width := d.textWidth(w)
	d.height = max(h, 1)
	if width != d.page.Width() || !d.shownOnce {
		onBlank := d.shownOnce && d.page.PositionOf(d.place) != d.cursor
		d.page.Resize(width, page.Position{})
		d.cursor = d.page.PositionOf(d.place)
		if up := d.page.Move(d.cursor, -1); onBlank && d.page.PointAt(up) == d.place {
			d.cursor = up // the eye rested on the blank above, and goes on to
		}
		d.shownOnce = true
	}
}

// top is the first row that shows.
func (d *document) top() page.Position { return topOf(d.page, d.cursor, d.height) }

// topOf is the first of so many rows that show while the place is on a row.
func topOf(p *page.Page, cursor page.Position, height int) page.Position {
	top := p.Move(cursor, -height/restingShare)
	if bottom := p.Bottom(height); bottom.Before(top) {
		return bottom
	}
	return top
}

// moveTo puts the place on a code point.
func (d *document) moveTo(point int) {
	d.place = point
	d.cursor = d.page.PositionOf(point)
	d.arrived()
}

// step moves the place by rows.
func (d *document) step(rows int) {
	before := d.cursor
	d.cursor = d.page.Move(d.cursor, rows)
	d.place = d.page.PointAt(d.cursor)
	if d.cursor == before && rows > 0 {
		d.finish()
	}
	d.arrived()
}

// arrived lets the panes follow the place.
func (d *document) arrived() {
	if d.lit != nil || d.selection != nil {
		d.lit = nil
		defer d.markPage()
	}
	here := briefings.SectionAt(d.briefing.Sections, d.place)
	d.passed(here)
	if here != d.view.here {
		d.view.here = here
		d.pane("outline").whole.count = outlineCount(d.view)
	}
	from, to := d.shown()
	for _, p := range d.panes {
		if p.id != d.focus {
			if p.id == "outline" {
				p.follow(d.hereStart(), d.hereStart()+1)
				continue
			}
			p.follow(from, to)
		}
	}
}

// hereStart is where the section under the eye begins.
func (d *document) hereStart() int {
	if d.view.here < 0 {
		return 0
	}
	return d.briefing.Sections[d.view.here].Start
}

// shown returns the stretch of the document on the screen, in code points.
func (d *document) shown() (from, to int) { return shownFrom(d.page, d.top(), d.height) }

func shownFrom(p *page.Page, top page.Position, height int) (from, to int) {
	return p.PointAt(top), p.PointAt(p.Move(top, height-1)) + 1
}

// passed marks the sections before the one the eye is in as read, if the eye
// came to them by reading on.
func (d *document) passed(here int) {
	if was := d.view.here; here == was+1 && was >= 0 {
		d.markRead(d.briefing.Sections[was].Handle)
	}
}

// finish marks the last section read once the end is reached.
func (d *document) finish() {
	if n := len(d.briefing.Sections); n > 0 {
		d.markRead(d.briefing.Sections[n-1].Handle)
	}
}

// point lights a passage up and brings it to the eye; of one that is gone, the
// place where it was.
func (d *document) point(a *briefings.Anchor) {
	if a == nil {
		return
	}
	if !a.Placed() {
		d.moveTo(whereabouts(d.briefing, a))
		return
	}
	d.moveTo(a.DocStart)
	d.lit = a
	d.markPage()
}

// sentence is what an action on the text is about: the selection, else the
// passage that is lit, else the sentence under the eye.
func (d *document) sentence() page.Range {
	switch {
	case d.selection != nil:
		return d.selection.span()
	case d.lit != nil && d.lit.DocEnd > d.lit.DocStart:
		return page.Range{Start: d.lit.DocStart, End: d.lit.DocEnd}
	}
	sentence, _ := d.page.SentenceAt(d.place)
	return sentence
}

// textRows draws the text, centred in its pane.
func (d *document) textRows(w, h int) []string {
	d.resize(w, h)
	rows := d.page.Rows(d.top(), h)
	left := max((w-d.page.Width())/2, 0)
	right := max(w-d.page.Width()-left, 0)
	out := make([]string, len(rows))
	for i, row := range rows {
		out[i] = strings.Repeat(" ", left) + row.Text + strings.Repeat(" ", right)
	}
	if d.focus == textPane && left > 0 {
		d.drawEye(out, rows, left)
	}
	return out
}

// drawEye marks the row of the place in the margin.
func (d *document) drawEye(out []string, rows []page.Row, left int) {
	for i, row := range rows {
		if row.Position == d.cursor {
			out[i] = strings.Repeat(" ", left-1) + d.theme.Accent.Paint(clean.Of(d.theme.Glyphs.Eye)) + strings.TrimPrefix(out[i], strings.Repeat(" ", left))
			return
		}
	}
}
