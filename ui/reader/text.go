package reader

import (
	"strings"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/ui/page"
)

// The text scrolls below a resting eye: the place stands a few rows down the
// column, except near the top and the end of the document, so that it is a function
// of the place alone and resizing cannot move it. Above it stands as much as tells
// what a passage follows on; the rest is for what is still to be read.
const (
	restingShare = 5
	restingMost  = 5
)

const (
	textMost  = page.ProseMax + page.Gutter // cells of the column
	textLeast = 30
)

// textWidth is the width of the column of text in a pane of w cells, and that of
// the page, of which tables and code may take all.
func (d *document) textWidth(w int) (column, width int) {
	column = max(min(w-2, textMost)-d.comfort.Column, min(textLeast, w))
	return column, max(w-2, column)
}

// resize fits the page into a pane.
func (d *document) resize(w, h int) {
	column, width := d.textWidth(w)
	d.height = max(h, 1)
	if width != d.page.Width() || column != d.page.Column() || !d.shownOnce {
		onBlank := d.shownOnce && d.page.PositionOf(d.place) != d.cursor
		d.page.Fit(width, column, page.Position{})
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
	top := p.Move(cursor, -min(height/restingShare, restingMost))
	if bottom := p.Bottom(height); bottom.Before(top) {
		return bottom
	}
	return top
}

// moveTo puts the place on a code point.
func (d *document) moveTo(point int) {
	d.place = point
	d.cursor = d.page.PositionOf(point)
	d.page.Reveal(point)
	d.arrived()
}

// slide moves what is wider than the page sideways, and says whether anything is.
func (d *document) slide(by int) bool {
	slid := d.page.Slide(d.top(), d.height, d.cursor, by > 0)
	d.place = d.page.PointAt(d.cursor)
	return slid
}

// step moves the place by rows.
func (d *document) step(rows int) {
	d.cursor = d.page.Move(d.cursor, rows)
	d.place = d.page.PointAt(d.cursor)
	d.arrived()
}

// arrived lets the panes follow the place.
func (d *document) arrived() {
	if d.lit != nil || d.selection != nil {
		d.lit = nil
		defer d.markPage()
	}
	here := briefings.SectionAt(d.briefing.Sections, d.place)
	d.reckon()
	if here != d.view.here {
		d.view.here = here
	}
	from, to := d.shown()
	for _, p := range d.panes {
		switch {
		case p.sections:
			p.whole.count = d.view.sectionOf()
			if p.id != d.focus {
				p.follow(d.hereStart(), d.hereStart()+1)
			}
		case p.id != d.focus:
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

// shadedMost is how many code points a paragraph has at most for its sentences to be
// told apart at every key: of half a million that takes longer than to draw.
const shadedMost = 20_000

// atMark marks what keys would act on while the text has the keyboard.
func (d *document) atMark() []page.Mark {
	if d.focus != textPane || d.text.Len() == 0 {
		return nil
	}
	if b := d.text.Block(d.text.At(d.place)); b.End-b.Start > shadedMost {
		return nil
	}
	return []page.Mark{{Range: d.sentence(), Role: page.Sentence}}
}

// textRows draws the text in its pane, with the eye in the margin.
func (d *document) textRows(w, h int) []string {
	d.resize(w, h)
	if d.selection == nil && d.lit == nil {
		d.page.SetPointers(d.atMark())
	}
	left := d.pageLeft(w)
	right := max(w-d.page.Width()-left, 0)
	out := make([]string, 0, h)
	for _, row := range d.page.Rows(d.top(), h) {
		text := strings.Repeat(" ", left) + row.Text + strings.Repeat(" ", right)
		if at := left + row.Left; d.focus == textPane && at > 0 && row.Position == d.cursor {
			text = strings.Repeat(" ", at-1) + d.theme.Accent.Paint(clean.Of(d.theme.Glyphs.Eye)) + text[at:]
		}
		out = append(out, text)
	}
	return out
}

// pageLeft is how many cells of a pane lie left of the page.
func (d *document) pageLeft(w int) int { return max((w-d.page.Width())/2, 0) }
