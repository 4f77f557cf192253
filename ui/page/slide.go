package page

import "slices"

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
	// revealed is how many cells of a line show from a place on that is to be seen.
	revealed = 24
)

// showing returns the glyphs of a line that show, with signs where it goes on
// beyond an edge.
func (p *Page) showing(block int, l *line) []glyph {
	by := p.slid[block]
	if l.fixed == 0 || by == 0 && p.beyond(l) <= 0 {
		return l.glyphs
	}
	out, rest := slices.Clone(l.glyphs[:l.fixed]), l.glyphs[l.fixed:]
	room := p.widthOf(l) - cells(out)
	hidden := within(rest, by)
	if hidden < len(rest) && cells(rest[:hidden]) < by { // in the middle of a wide one
		hidden++
		out = append(out, blanks(cells(rest[:hidden])-by)...)
	}
	if !l.decor && !allBlank(rest[:hidden]) {
		out[len(l.glyphs[:l.fixed])-leftSign] = signs(p.theme.Glyphs.Left, faceFaint)[0]
	}
	rest = rest[hidden:]
	room = max(room-cells(out[l.fixed:]), 0)
	if cells(rest) <= room || l.decor {
		return append(out, rest[:within(rest, room)]...)
	}
	shown := within(rest, room-1)
	out = append(append(out, rest[:shown]...), blanks(room-1-cells(rest[:shown]))...)
	return append(out, signs(p.theme.Glyphs.Right, faceFaint)...)
}

// leftSign is how many glyphs before what slides the sign stands: in the indent of
// code, on the line behind the first column of a table.
const leftSign = 2

// beyond is how many cells of a line have no room on the page.
func (p *Page) beyond(l *line) int { return cells(l.glyphs) - p.widthOf(l) }

// Slide moves a block sideways by a number of cells, back if it is negative: the
// one of a position, if it is wider than the page somewhere among the rows that
// show from top on, else the first of them that is. It says false if nothing more
// lies that way.
func (p *Page) Slide(top Position, height int, at Position, by int) bool {
	block, beyond := p.wide(top, height, at.Block)
	was := p.slid[block]
	if now := max(min(was+by, max(beyond, was)), 0); now != was {
		p.slid[block] = now
		return true
	}
	return false
}

// wide finds the block to slide, and how far it goes beyond the page among the
// rows that show; -1 for none.
func (p *Page) wide(top Position, height, preferred int) (block, beyond int) {
	block = -1
	at, more := p.settle(top), p.doc.Len() > 0
	for ; more && height > 0; height-- {
		l := &p.part(at.Block, at.Part).lines[at.Line]
		switch over := p.beyond(l); {
		case l.fixed == 0 || over <= 0 && p.slid[at.Block] == 0:
		case at.Block == block:
			beyond = max(beyond, over)
		case block < 0 || at.Block == preferred:
			block, beyond = at.Block, over
		}
		at, more = p.next(at)
	}
	return block, beyond
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
