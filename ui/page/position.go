package page

import "sort"

// Position is a row of the page: a line of a part of a block, never a line
// counted from the top, so that nothing jumps when a block above is laid out.
// It is valid for one width; what lasts is the code point that PointAt gives.
type Position struct {
	Block int
	Part  int // large blocks are laid out in parts
	Line  int // within the part
	Inset int // 0 is the line itself, n the nth row inserted below it
}

// Before says whether a position stands above another.
func (a Position) Before(b Position) bool {
	switch {
	case a.Block != b.Block:
		return a.Block < b.Block
	case a.Part != b.Part:
		return a.Part < b.Part
	case a.Line != b.Line:
		return a.Line < b.Line
	}
	return a.Inset < b.Inset
}

// Top is the first row.
func (p *Page) Top() Position { return Position{} }

// Bottom is the top of the last screen of a height: its last row is the last
// of the document.
func (p *Page) Bottom(height int) Position {
	at := p.last()
	for range height - 1 {
		before, ok := p.previous(at)
		if !ok {
			break
		}
		at = before
	}
	return at
}

// Move goes down by a number of rows, up if it is negative, and stops at the
// first and the last row.
func (p *Page) Move(top Position, rows int) Position {
	at := p.settle(top)
	step := p.next
	if rows < 0 {
		step, rows = p.previous, -rows
	}
	for range rows {
		to, ok := step(at)
		if !ok {
			break
		}
		at = to
	}
	return at
}

// PositionOf returns the row that shows a code point of the document.
func (p *Page) PositionOf(point int) Position {
	if p.doc.Len() == 0 {
		return Position{}
	}
	block := blockAt(p.doc, point)
	part := p.lay.partAt(block, point)
	laid := p.part(block, part)
	return Position{Block: block, Part: part, Line: laid.lineOf(point)}
}

// lineOf returns the line that shows a code point: the one with a glyph for it,
// or else the last that begins at or before it.
func (l *laid) lineOf(point int) int {
	line, first := -1, -1
	for i := range l.lines {
		at := &l.lines[i]
		if at.decor {
			continue
		}
		if first < 0 {
			first = i
		}
		if int(at.from) > point {
			break
		}
		if at.shows(point) {
			return i
		}
		line = i
	}
	return max(line, first, 0)
}

// shows says whether a glyph of the line stands for a code point.
func (l *line) shows(point int) bool {
	if point < int(l.from) || point >= int(l.to) {
		return false
	}
	for i := range l.glyphs {
		if g := &l.glyphs[i]; g.point != decor && int(g.point) <= point && point < int(g.point)+int(g.points) {
			return true
		}
	}
	return false
}

// PointAt returns the first code point that a row shows; for a row that shows
// none, such as the blank above a block, the next one.
func (p *Page) PointAt(at Position) int {
	if p.doc.Len() == 0 {
		return 0
	}
	at = p.settle(at)
	l := &p.part(at.Block, at.Part).lines[at.Line]
	for _, g := range p.showing(at.Block, l) {
		if g.point != decor {
			return int(g.point)
		}
	}
	return int(l.from)
}

// Share returns how much of the text has been shown when a screen of a height
// stands at top: 0 to 1, in code points, 1 exactly at the end.
func (p *Page) Share(top Position, height int) float64 {
	n := p.doc.Len()
	if n == 0 {
		return 1
	}
	bottom := p.Move(top, height)
	if _, more := p.next(bottom); !more {
		return 1
	}
	end := p.doc.Block(n - 1).End
	return min(float64(p.PointAt(bottom))/float64(max(end, 1)), 1)
}

// blockAt returns the index of the block that holds a code point. A document
// that knows it without reading blocks says so by a method At.
func blockAt(doc Document, point int) int {
	if indexed, ok := doc.(interface{ At(point int) int }); ok {
		return indexed.At(point)
	}
	i := sort.Search(doc.Len(), func(i int) bool { return doc.Block(i).Start > point }) - 1
	return max(i, 0)
}

// settle moves a position that does not exist (any more) to one that does.
func (p *Page) settle(at Position) Position {
	n := p.doc.Len()
	switch {
	case n == 0 || at.Block < 0:
		return Position{}
	case at.Block >= n:
		return p.last()
	}
	at.Part = min(max(at.Part, 0), p.lay.parts(at.Block)-1)
	laid := p.part(at.Block, at.Part)
	at.Line = min(max(at.Line, 0), len(laid.lines)-1)
	at.Inset = min(max(at.Inset, 0), len(p.insetsBelow(laid, at.Line)))
	return at
}

func (p *Page) last() Position {
	n := p.doc.Len()
	if n == 0 {
		return Position{}
	}
	return p.lastOf(n-1, p.lay.parts(n-1)-1)
}

func (p *Page) lastOf(block, part int) Position {
	laid := p.part(block, part)
	line := len(laid.lines) - 1
	return Position{block, part, line, len(p.insetsBelow(laid, line))}
}

// next and previous go one row; they say false at the ends.
func (p *Page) next(at Position) (Position, bool) {
	if p.doc.Len() == 0 {
		return at, false
	}
	laid := p.part(at.Block, at.Part)
	switch {
	case at.Inset < len(p.insetsBelow(laid, at.Line)):
		at.Inset++
	case at.Line+1 < len(laid.lines):
		at.Line, at.Inset = at.Line+1, 0
	case at.Part+1 < p.lay.parts(at.Block):
		at = Position{Block: at.Block, Part: at.Part + 1}
	case at.Block+1 < p.doc.Len():
		at = Position{Block: at.Block + 1}
	default:
		return at, false
	}
	return at, true
}

func (p *Page) previous(at Position) (Position, bool) {
	if p.doc.Len() == 0 {
		return at, false
	}
	switch {
	case at.Inset > 0:
		at.Inset--
		return at, true
	case at.Line > 0:
		at.Line--
		at.Inset = len(p.insetsBelow(p.part(at.Block, at.Part), at.Line))
		return at, true
	case at.Part > 0:
		return p.lastOf(at.Block, at.Part-1), true
	case at.Block > 0:
		return p.lastOf(at.Block-1, p.lay.parts(at.Block-1)-1), true
	}
	return at, false
}
