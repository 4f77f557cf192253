package page

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dossier/briefings"
)

// columnMin is the narrowest column of a table that has to be squeezed; where
// not even that fits, rows are shown as records.
const columnMin = 7

// separator is the room between two columns, in cells.
const separator = 3

// table lays out rows of a table: cells wrapped within columns, the header
// ruled off, or record by record where the page is too narrow.
func (p *piece) table() {
	rows := p.cells()
	width := p.width - p.before.width
	columns := p.columnsFor(rows, width)
	if columns == nil {
		p.records(rows, width)
		return
	}
	t := &grid{piece: p, columns: columns, aligned: alignments(p.block.Markdown)}
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

// sampleBytes is how much of a large table is measured for its columns.
const sampleBytes = 32 << 10

// columnsFor returns the widths of the columns in cells, nil if they do not
// fit. All parts of a table have the same.
func (p *piece) columnsFor(rows [][][]glyph, width int) []int {
	if p.of == 1 {
		return fitColumns(measure(rows), width)
	}
	columns, ok := p.columns[p.index]
	if !ok {
		columns = fitColumns(sample(p.block.Text), width)
		if len(p.columns) >= divisionsMax {
			clear(p.columns)
		}
		p.columns[p.index] = columns
	}
	return columns
}

// measure returns how wide each column would like to be.
func measure(rows [][][]glyph) []int {
	var wide []int
	for _, row := range rows {
		for i, cell := range row {
			if i >= len(wide) {
				wide = append(wide, 1)
			}
			for _, l := range splitLines(cell) {
				wide[i] = max(wide[i], cells(l))
			}
		}
	}
	return wide
}

// splitLines parts a cell at its breaks.
func splitLines(cell []glyph) [][]glyph {
	var out [][]glyph
	begin := 0
	for i := range cell {
		if cell[i].text == "\n" {
			out, begin = append(out, trimBlanks(cell[begin:i])), i+1
		}
		if i == begin && blank(&cell[i]) {
			begin++
		}
	}
	return append(out, cell[begin:])
}

func sample(text string) []int {
	var wide []int
	for _, row := range strings.Split(text[:runeEnd(text, min(len(text), sampleBytes))], "\n") {
		for i, cell := range strings.Split(row, "\t") {
			if i >= len(wide) {
				wide = append(wide, 1)
			}
			wide[i] = max(wide[i], ansi.StringWidth(cell))
		}
	}
	return wide
}

// fitColumns shares the cells of a row out: columns that are narrow get what
// they want, the wide ones share what is left in proportion to the square root
// of their want, so that one long column does not starve the others.
func fitColumns(wide []int, width int) []int {
	room := width - separator*(len(wide)-1)
	total := 0
	for _, w := range wide {
		total += w
	}
	if total <= room {
		return wide
	}
	if room < columnMin*len(wide) {
		return nil
	}
	out := make([]int, len(wide))
	open, fixed := len(wide), 0
	for changed := true; changed && open > 0; {
		changed = false
		share := (room - fixed) / open
		for i, w := range wide {
			if out[i] == 0 && w <= share {
				out[i], changed = w, true
				fixed += w
				open--
			}
		}
	}
	weight := 0
	for i, w := range wide {
		if out[i] == 0 {
			weight += isqrt(w)
		}
	}
	left := room - fixed - columnMin*open
	for i, w := range wide {
		if out[i] == 0 {
			out[i] = columnMin + left*isqrt(w)/max(weight, 1)
		}
	}
	return out
}

func isqrt(n int) int {
	r := 1
	for (r+1)*(r+1) <= n {
		r++
	}
	return r
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
