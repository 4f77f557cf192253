package page

import (
	"strings"
	"sync/atomic"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/briefings/commonmark"
	"dossier/ui/theme"
)

// layouter lays parts out for one width. It is not safe for concurrent use:
// each goroutine has its own.
type layouter struct {
	*source
	signs     *theme.Glyphs
	room      room
	renderer  *leaf // made when the first part is laid out
	divisions map[int]division
	columns   map[int][]int // widths of the columns of large tables, by block
}

// source is what the layouters of a page share, whatever the width. It is safe for
// concurrent use.
type source struct {
	doc       Document
	links     *commonmark.Definitions
	words     *cache[*words]
	plainCode atomic.Bool // set once highlighting took too long
}

func newLayouter(of *source, signs *theme.Glyphs, r room) *layouter {
	return &layouter{source: of, signs: signs, room: r, divisions: map[int]division{}, columns: map[int][]int{}}
}

// leaf returns the renderer of the layouter. Most layouters find all that they
// are asked for in the cache, and it takes longer to make than they run.
func (l *layouter) leaf() *leaf {
	if l.renderer == nil {
		l.renderer = newLeaf()
	}
	return l.renderer
}

// piece is a part of a block in the course of being laid out.
type piece struct {
	*layouter
	block *briefings.Block
	index int
	number,
	of int // part and number of parts
	bound    bound
	from, to int   // bytes of the block's Text
	end      int32 // code point at to
	before   indent
	laid     *laid
}

// part lays a part of a block out.
func (l *layouter) part(block, part int) *laid {
	b := l.doc.Block(block)
	d := l.division(block, &b)
	p := &piece{layouter: l, block: &b, index: block, number: part, of: len(d.parts), bound: d.parts[part], laid: &laid{}}
	p.from, p.to, p.end = p.bound.at, len(b.Text), int32(b.End)
	if part+1 < p.of {
		p.to, p.end = d.parts[part+1].at, int32(d.parts[part+1].point)
	}
	p.before = indentOf(b.Nest, l.signs, l.room.prose/2, part == 0)
	if b.Info != "" && (b.Kind == briefings.Paragraph || b.Kind == briefings.Table) {
		p.before.hang(cells(p.label())) // below the first words of its footnote
	}
	if part == 0 {
		p.above()
	}
	switch d.as {
	case briefings.Code, briefings.HTML:
		p.verbatim()
	case briefings.Table:
		p.table()
	case briefings.Rule:
		p.rule(l.room.prose - p.before.width)
	default:
		p.prose()
	}
	p.finish()
	return p.laid
}

// above opens the block with a blank row, unless it follows closely.
func (p *piece) above() {
	if p.index == 0 {
		return
	}
	before := p.doc.Block(p.index - 1)
	if follows(&before, p.block) {
		return
	}
	at := int32(p.block.Start)
	p.laid.lines = append(p.laid.lines, line{glyphs: between(before.Nest, p.block.Nest, p.signs, p.room.prose/2), from: at, to: at, decor: true})
}

// prose lays out running text: paragraphs, headings, footnotes.
func (p *piece) prose() {
	width := p.room.prose - p.before.width
	level := 0
	if p.block.Kind == briefings.Heading {
		level = p.block.Level
	}
	var label, hang []glyph
	if p.block.Kind == briefings.Footnote {
		label = p.label()
		hang = blanks(cells(label))
		width -= len(hang)
	}
	lines := wrapGlyphs(p.glyphs(level), width, width)
	for i := range lines {
		if label != nil && i == 0 && p.number == 0 {
			lines[i] = append(label, lines[i]...)
		} else if label != nil {
			lines[i] = append(hang[:len(hang):len(hang)], lines[i]...)
		}
	}
	p.add(lines)
	if level == 2 && p.number == p.of-1 {
		widest := 0
		for i := range lines {
			widest = max(widest, cells(lines[i]))
		}
		p.rule(widest)
		// What stands below the heading stands below its rule.
		last := len(p.laid.lines) - 1
		p.laid.lines[last-1].tail, p.laid.lines[last].tail = false, true
	}
}

// label is what stands before the first words of a footnote, as far as it leaves
// them room; its other lines are set in by as much.
func (p *piece) label() []glyph {
	label := signs("["+p.block.Info+"] ", faceDim)
	if most := (p.room.prose - p.before.width) / 2; cells(label) > most {
		label = append(label[:within(label, most-2)], signs(p.signs.Ellipsis+" ", faceDim)...)
	}
	return label
}

// glyphs returns the part's words, styled.
func (p *piece) glyphs(level int) []glyph {
	k := partKey{p.index, p.number}
	w, ok := p.words.get(k)
	if !ok {
		w = p.styled(level)
		p.words.put(k, w)
	}
	p.laid.links = w.links
	return w.glyphs
}

func (p *piece) styled(level int) *words {
	s := &sheet{}
	if !s.inline(p.block, p.links, p.from, p.to, p.bound.point) {
		*s = sheet{}
		s.plain(p.block.Text[p.from:p.to], p.bound.point, look{})
	}
	p.leaf().style(s, level)
	return &words{s.cut(), s.links}
}

// plain writes a text that has no marks, line by line.
func (s *sheet) plain(text string, point int, k look) {
	for {
		piece, rest, more := strings.Cut(text, "\n")
		point = s.source(piece, point, k, 0)
		if !more {
			return
		}
		s.mark(breakLine, point)
		point, text = point+1, rest
	}
}

// rule adds a row of a thin rule.
func (p *piece) rule(width int) {
	p.laid.lines = append(p.laid.lines, line{
		glyphs: append(p.before.next(), signs(strings.Repeat(p.signs.Horizontal, max(width, 0)), faceFaint)...),
		from:   p.end, to: p.end, decor: true,
	})
}

// add appends lines of words with the indent before them.
func (p *piece) add(lines [][]glyph) {
	for _, glyphs := range lines {
		p.laid.lines = append(p.laid.lines, line{glyphs: append(p.before.next(), glyphs...), from: -1, tail: true})
	}
}

// sliding appends a line of which the head stays where it is when it is slid.
func (p *piece) sliding(head, rest []glyph) {
	p.laid.lines = append(p.laid.lines, line{glyphs: append(head, rest...), from: -1, tail: true, fixed: uint16(len(head))})
}

// finish places the lines in the text: each from its first code point to the
// first of the next. A line that shows none of the source stands where the line
// before has ended.
func (p *piece) finish() {
	at := int32(p.bound.point)
	var open *line
	for i := range p.laid.lines {
		l := &p.laid.lines[i]
		p.laid.size += lineBytes(l)
		if l.decor || l.from >= 0 {
			continue
		}
		l.from = at
		if from, to := spread(l.glyphs, -1, -1); from >= 0 {
			at = to
			if open != nil {
				l.from = from
			}
		}
		if open != nil {
			open.to = l.from
		}
		open = l
	}
	if open != nil {
		open.to = p.end
	}
	if len(p.laid.lines) == 0 {
		p.laid.lines = []line{{from: at, to: p.end, decor: true}}
	}
}

// lineBytes is about what a line takes in memory.
func lineBytes(l *line) int { return 96 + glyphBytes*len(l.glyphs) }

// signs are glyphs that stand for nothing in the source.
func signs(text string, f face) []glyph {
	s := &sheet{}
	s.decor(clean.Of(text), look{}, 0)
	s.looks = []styled{{end: len(s.text), face: f}}
	return s.cut()
}

func blanks(n int) []glyph { return signs(strings.Repeat(" ", max(n, 0)), faceText) }

// inset lays out an inserted text.
func (l *layouter) inset(in Inset) []line {
	f := faceNote
	if in.Role == Question {
		f = faceQuestion
	}
	if in.Dim {
		f = faceDim
	}
	words := signs(in.Text.String(), f)
	if in.Aside.String() != "" {
		words = append(words, signs("   "+in.Aside.String(), faceDim)...)
	}
	width := l.room.prose
	var lines []line
	for _, glyphs := range wrapGlyphs(words, width, width) {
		lines = append(lines, line{glyphs: glyphs, decor: true})
	}
	return lines
}
