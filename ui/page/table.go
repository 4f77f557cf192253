package page

import (
	"strings"

	"dossier/briefings"
)

// table lays out rows of a table: cells wrapped within columns, the header
// ruled off, or record by record where the page is too narrow. One that is wider
// than running text stands out on both sides.
func (p *piece) table() {
	rows := p.cells()
	width := p.room.whole
	if p.before.width > 0 { // its bars go on above and below
		width = p.room.right - p.before.width
	}
	columns := p.columnsFor(rows, width)
	if columns == nil {
		p.records(rows, p.room.prose-p.before.width)
		return
	}
	t := &grid{piece: p, columns: columns, aligned: alignments(p.block.Markdown)}
	total := across(columns)
	t.slides = total > width
	if over := min(total, width) - p.room.prose; over > 0 && p.before.width == 0 {
		t.out = uint16(min((over+1)/2, p.room.whole-p.room.right))
	}
	for _, row := range rows {
		t.wrap(row)
	}
	for i := range t.rows {
		t.row(i)
	}
}

// cells returns the part's rows as glyphs.
func (p *piece) cells() [][][]glyph {
	s := &sheet{}
	b, from := p.chunk()
	s.skipHeader = p.number > 0
	if !s.inline(b, p.links, from, len(b.Text), p.bound.point) {
		*s = sheet{}
		s.cells(strings.TrimSuffix(p.block.Text[p.from:p.to], "\n"), p.bound.point)
	}
	p.leaf().style(s, 0)
	p.laid.links = s.links
	var rows [][][]glyph
	for _, row := range splitGlyphs(s.cut(), breakRow) {
		if len(row) > 0 {
			rows = append(rows, splitGlyphs(row, breakCell))
		}
	}
	if p.number == 0 && len(rows) > 0 {
		for _, cell := range rows[0] {
			for i := range cell {
				cell[i].attrs |= bold
			}
		}
	}
	return rows
}

// chunk returns the part as a table of its own, with the header that its rows
// stand under, and the byte of its text at which the part begins.
func (p *piece) chunk() (*briefings.Block, int) {
	if p.of == 1 {
		return p.block, 0
	}
	header, _, _ := strings.Cut(p.block.Text, "\n")
	head := p.block.Markdown[:skipLines(p.block.Markdown, 0, 2)]
	part := strings.TrimSuffix(p.block.Text[p.from:p.to], "\n")
	rows := strings.Count(part, "\n") + 1
	if p.number == 0 {
		rows--
	}
	body := p.block.Markdown[p.bound.source:skipLines(p.block.Markdown, p.bound.source, rows)]
	if p.number == 0 {
		return &briefings.Block{Kind: briefings.Table, Markdown: head + body, Text: part}, 0
	}
	return &briefings.Block{Kind: briefings.Table, Markdown: head + body, Text: header + "\n" + part}, len(header) + 1
}

// cells writes rows and cells without marks.
func (s *sheet) cells(text string, point int) {
	for _, row := range strings.Split(text, "\n") {
		for i, cell := range strings.Split(row, "\t") {
			if i > 0 {
				s.mark(breakCell, decor)
			}
			point = s.source(cell, point, look{}, 0) + 1
		}
		s.mark(breakRow, decor)
	}
}

// names returns the words of the table's header.
func (p *piece) names() []string {
	header, _, _ := strings.Cut(p.block.Text, "\n")
	return strings.Split(header, "\t")
}

// alignments reads the row of a table's Markdown that says how its columns
// are set: 'l', 'r' or 'c'.
func alignments(markdown string) []byte {
	var out []byte
	lines := strings.SplitN(markdown, "\n", 3)
	if len(lines) < 2 {
		return nil
	}
	for _, cell := range strings.Split(strings.Trim(lines[1], "| "), "|") {
		cell = strings.TrimSpace(cell)
		switch {
		case strings.HasPrefix(cell, ":") && strings.HasSuffix(cell, ":"):
			out = append(out, 'c')
		case strings.HasSuffix(cell, ":"):
			out = append(out, 'r')
		default:
			out = append(out, 'l')
		}
	}
	return out
}
