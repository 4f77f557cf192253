package page

import (
	"slices"
	"strings"
)

// A line of code, and a table of figures, may be wider than the page. It is cut at
// the edge then, with a sign there, and its block slides sideways below what
// stays: the bars of quotes, the first column. How far each block is slid is a
// state of the page: rows, spans and places follow it, the layout knows nothing
// of it.

const (
	// slideMost is the widest line that slides, in cells. A wider one is prose or
	// data in one line, and goes on below.
	slideMost = 3 * ProseMax
	// slideLeast is the least room to slide in.
	slideLeast = 8
	// slideStep is how far a block slides at a time, where it has room for more
	// than two.
	slideStep = 16
	// revealed is how many cells of a line show from a place on that is to be seen.
	revealed = 24
	// leftSign is how many glyphs before what slides the sign stands: in the indent
	// of code, on the line behind the first column of a table.
	leftSign = 2
)

// showing returns the glyphs of a line that show, with signs where it goes on
// beyond an edge.
func (p *Page) showing(block int, l *line) []glyph {
	by := p.slid[block]
	if l.fixed == 0 || by == 0 && p.beyond(l) <= 0 {
		return l.glyphs
	}
	out, rest := slices.Clone(l.glyphs[:l.fixed]), l.glyphs[l.fixed:]
	hidden := within(rest, by)
	if hidden < len(rest) && cells(rest[:hidden]) < by { // in the middle of a wide one
		hidden++
		out = append(out, blanks(cells(rest[:hidden])-by)...)
	}
	if !l.decor && !allBlank(rest[:hidden]) {
		out[l.fixed-leftSign] = signs(p.theme.Glyphs.Left, faceFaint)[0]
	}
	room := max(p.widthOf(l)-cells(out), 0)
	ends := hidden + within(rest[hidden:], room)
	if ends < len(rest) && !l.decor {
		ends = hidden + within(rest[hidden:], room-1)
	}
	shown := rest[hidden:ends]
	if l.figures {
		shown = wholeFigures(rest, hidden, ends)
	}
	if out = append(out, shown...); ends < len(rest) && !l.decor {
		out = append(out, blanks(room-1-cells(shown))...)
		out = append(out, signs(p.theme.Glyphs.Right, faceFaint)...)
	}
	return out
}

// wholeFigures returns the glyphs from one to another with blanks for words that
// are cut: a part of a figure is another figure.
func wholeFigures(glyphs []glyph, from, to int) []glyph {
	shown := slices.Clone(glyphs[from:to])
	hide := func(g *glyph) { *g = glyph{text: strings.Repeat(" ", int(g.width)), point: decor, width: g.width} }
	for i := 0; from > 0 && !blank(&glyphs[from-1]) && i < len(shown) && !blank(&shown[i]); i++ {
		hide(&shown[i])
	}
	for i := len(shown) - 1; to < len(glyphs) && !blank(&glyphs[to]) && i >= 0 && !blank(&shown[i]); i-- {
		hide(&shown[i])
	}
	return shown
}

// beyond is how many cells of a line have no room on the page.
func (p *Page) beyond(l *line) int { return cells(l.glyphs) - p.widthOf(l) }

// Slide moves a block sideways, so that more of its end shows, or of its
// beginning: the one of a position, if it is wider than the page somewhere among
// the rows that show from top on, else the first of them that is. It says false
// if nothing more lies that way.
func (p *Page) Slide(top Position, height int, at Position, toEnd bool) bool {
	block, beyond, room := p.wide(top, height, at.Block)
	was := p.slid[block]
	now := max(was-min(slideStep, room/2), 0)
	if toEnd {
		now = min(was+min(slideStep, room/2), max(beyond, was))
	}
	if now == was {
		return false
	}
	p.slid[block] = now
	return true
}

// wide finds the block to slide among the rows that show, how far it goes beyond
// the page, and in how many cells it slides; -1 for none.
func (p *Page) wide(top Position, height, preferred int) (block, beyond, room int) {
	block = -1
	at, more := p.settle(top), p.doc.Len() > 0
	for ; more && height > 0; height-- {
		l := &p.part(at.Block, at.Part).lines[at.Line]
		over := max(p.beyond(l), 0)
		switch {
		case l.fixed == 0 || over == 0 && p.slid[at.Block] == 0:
		case at.Block == block:
			beyond = max(beyond, over)
		case block < 0 || at.Block == preferred:
			block, beyond, room = at.Block, over, p.widthOf(l)-cells(l.glyphs[:l.fixed])
		}
		at, more = p.next(at)
	}
	return block, beyond, room
}

// Reveal slides the block that holds a code point so far that it shows.
func (p *Page) Reveal(point int) {
	at := p.PositionOf(point)
	if p.doc.Len() == 0 {
		return
	}
	l := &p.part(at.Block, at.Part).lines[at.Line]
	i := slices.IndexFunc(l.glyphs, func(g glyph) bool { return int(g.point) <= point && point < int(g.point)+int(g.points) })
	if i < int(l.fixed) || l.fixed == 0 {
		return
	}
	room := p.widthOf(l) - cells(l.glyphs[:l.fixed])
	from := cells(l.glyphs[l.fixed:i])
	to := min(from+revealed, cells(l.glyphs[l.fixed:]))
	by := p.slid[at.Block]
	if from < by || to > by+room-1 && to > room {
		p.slid[at.Block] = max(min(from-room/4, cells(l.glyphs[l.fixed:])-room), 0)
	}
}
