package page

import (
	"strings"

	"dossier/ui/theme"
)

// Row is one row of the page, drawn.
type Row struct {
	Position
	// Text is styled and exactly as many cells wide as the page. It holds SGR
	// and OSC 8 of our own and nothing else below U+0020.
	Text string
	// Left is the cell at which the gutter begins.
	Left   int
	line   *line
	glyphs []glyph // of the line, those that show
	inset  bool
}

// Span is a word, or the part of a word that stands in one row.
type Span struct {
	Col, Width int // cells, counted from the left edge of the row
	Range          // code points of the document
}

// Spans returns the words of the row from left to right.
func (r *Row) Spans() []Span {
	if r.line == nil || r.inset {
		return nil
	}
	var out []Span
	col, open := r.Left+Gutter, false
	for i := range r.glyphs {
		g := &r.glyphs[i]
		switch {
		case g.point == decor || blankText(g.text):
			open = false
		case open && out[len(out)-1].End == int(g.point):
			out[len(out)-1].Width += int(g.width)
			out[len(out)-1].End += int(g.points)
		default:
			out = append(out, Span{col, int(g.width), Range{int(g.point), int(g.point) + int(g.points)}})
			open = true
		}
		col += int(g.width)
	}
	return out
}

func blankText(s string) bool { return strings.Trim(s, " ") == "" }

// PointAt returns the code point that a column shows, the nearest on the left
// if it shows none; false for a row without words of the source.
func (r *Row) PointAt(col int) (int, bool) {
	if r.line == nil || r.inset || r.line.decor {
		return 0, false
	}
	at, point, found := r.Left+Gutter, 0, false
	for i := range r.glyphs {
		g := &r.glyphs[i]
		if g.point != decor && (at <= col || !found) {
			point, found = int(g.point), true
		}
		at += int(g.width)
	}
	return point, found
}

func (p *Page) blank(at Position) Row {
	return Row{Position: at, Text: strings.Repeat(" ", p.width)}
}

// row draws the row at a position that exists.
func (p *Page) row(at Position) Row {
	l := p.part(at.Block, at.Part)
	d := drawer{page: p, links: l.links}
	if at.Inset > 0 {
		in := p.insetsBelow(l, at.Line)[at.Inset-1]
		line := &in.inset.lines[in.line]
		left := d.indent(line)
		if in.line == 0 {
			d.gutter(p.theme.Glyphs.NoteHook, p.roleStyle(in.inset.Role))
		} else {
			d.gutter(" ", "")
		}
		d.line(line, line.glyphs)
		return Row{Position: at, Left: left, Text: d.finish(), line: line, inset: true}
	}
	line := &l.lines[at.Line]
	glyphs := p.showing(at.Block, line)
	d.marks = p.marksOn(line)
	left := d.indent(line)
	d.margin(line)
	d.line(line, glyphs)
	return Row{Position: at, Left: left, Text: d.finish(), line: line, glyphs: glyphs}
}

// drawer writes one row.
type drawer struct {
	page  *Page
	links []string
	marks []Mark
	b     strings.Builder
	used  int
	style theme.Style // what is on
	link  uint16
	memo  paint // of the glyph before
}

const reset = "\x1b[m"

// indent goes to where the gutter of a line begins.
func (d *drawer) indent(l *line) int {
	left := d.page.left(l)
	d.put(strings.Repeat(" ", left), left, "")
	return left
}

func (d *drawer) gutter(sign string, s theme.Style) {
	d.put(sign, 1, s)
	d.put(" ", 1, "")
}

// line writes those glyphs of a line that show with what lies on them, as far as
// there is room.
func (d *drawer) line(l *line, glyphs []glyph) {
	glyphs = glyphs[:within(glyphs, d.page.width-d.used)]
	first, last, rtl := isolates(glyphs, 0)
	for i := range glyphs {
		g := &glyphs[i]
		d.hyperlink(g.link)
		d.turn(d.styleOf(g))
		if rtl && i == first {
			d.b.WriteString(isolate)
		}
		d.b.WriteString(g.text)
		d.used += int(g.width)
		if rtl && i == last {
			d.b.WriteString(isolateEnd)
			first, last, rtl = isolates(glyphs, i+1)
		}
	}
	d.hyperlink(0)
	if n := d.page.width - d.used; n > 0 && d.shaded(l) {
		d.put(strings.Repeat(" ", n), n, d.page.theme.Passage)
	}
}

func (d *drawer) put(text string, width int, s theme.Style) {
	if d.used+width > d.page.width {
		return
	}
	d.turn(s)
	d.b.WriteString(text)
	d.used += width
}

// turn changes the style.
func (d *drawer) turn(s theme.Style) {
	if s == d.style {
		return
	}
	if d.style != "" {
		d.b.WriteString(reset)
	}
	d.b.WriteString(s.Start())
	d.style = s
}

func (d *drawer) hyperlink(link uint16) {
	if link == d.link {
		return
	}
	target := ""
	if link > 0 {
		target = d.links[link-1]
	}
	d.b.WriteString("\x1b]8;;" + target + "\x1b\\")
	d.link = link
}

func (d *drawer) finish() string {
	if n := d.page.width - d.used; n > 0 {
		d.put(strings.Repeat(" ", n), n, "")
	}
	if d.style != "" {
		d.b.WriteString(reset)
	}
	return d.b.String()
}
