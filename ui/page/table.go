package page

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dossier/briefings"
)

const (
	// columnMin is the narrowest column of a table that has to be squeezed.
	columnMin = 7
	// figureMax is the widest column of a table of figures: such a one may be
	// wider than the page, which slides then. Where another one does not fit, its
	// rows are shown as records.
	figureMax = 9
)

// separator is the room between two columns, in cells.
const separator = 3

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

// sampleBytes is how much of a large table is measured for its columns.
const sampleBytes = 32 << 10

// columnsFor returns the widths of the columns in cells, nil if they do not
// fit. All parts of a table have the same.
func (p *piece) columnsFor(rows [][][]glyph, width int) []int {
	if p.of == 1 {
		return measure(rows).fit(width)
	}
	columns, ok := p.columns[p.index]
	if !ok {
		columns = sample(p.block.Text).fit(width)
		if len(p.columns) >= divisionsMax {
			clear(p.columns)
		}
		p.columns[p.index] = columns
	}
	return columns
}

// wants are what the columns of a table would like to have.
type wants []want

// want is how wide a column is that breaks no line, and one that breaks no word.
type want struct{ whole, word int }

// put notes what a column would like to have for a line, or a word.
func (w *wants) put(column int, line want) {
	for column >= len(*w) {
		*w = append(*w, want{1, 1})
	}
	c := &(*w)[column]
	c.whole, c.word = max(c.whole, line.whole), max(c.word, line.word)
}

// measure returns what the columns of rows would like to have.
func measure(rows [][][]glyph) (w wants) {
	for _, row := range rows {
		for i, cell := range row {
			for _, l := range splitLines(cell) {
				w.put(i, want{whole: cells(l), word: longestWord(l)})
			}
		}
	}
	return w
}

// longestWord is how wide the widest stretch is that no line break parts.
func longestWord(l []glyph) (longest int) {
	word := 0
	for i := range l {
		word += int(l[i].width)
		if blank(&l[i]) || i+1 < len(l) && (wideBreak(&l[i], &l[i+1]) || dashBreak(l, i)) {
			longest, word = max(longest, word-btoi(blank(&l[i]))), 0
		}
	}
	return max(longest, word)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
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

func sample(text string) (w wants) {
	for _, row := range strings.Split(text[:runeEnd(text, min(len(text), sampleBytes))], "\n") {
		for i, cell := range strings.Split(row, "\t") {
			w.put(i, want{whole: ansi.StringWidth(cell)})
			for _, word := range strings.Fields(cell) {
				w.put(i, want{word: ansi.StringWidth(word)})
			}
		}
	}
	return w
}

// fit shares the cells of a row out: columns that are narrow get what they want,
// the wide ones what breaks no word as far as that goes, and of what is left a
// share in proportion to the square root of their want, so that one long column
// does not starve the others.
func (w wants) fit(width int) []int {
	wide, least := make([]int, len(w)), make([]int, len(w))
	for i := range w {
		wide[i], least[i] = w[i].whole, min(max(w[i].word, columnMin), w[i].whole)
	}
	if across(wide) <= width {
		return wide
	}
	room := width - separator*(len(wide)-1)
	if room < columnMin*len(wide) {
		return figures(wide, width)
	}
	if across(least) > width {
		for i := range least {
			least[i] = columnMin
		}
	}
	return share(wide, least, room)
}

// share gives each column its least, those that want less than an equal part of
// what is left what they want, and the others the rest.
func share(wide, least []int, room int) []int {
	out, open, left := slices.Clone(least), 0, room
	for i, w := range wide {
		left -= least[i]
		open += btoi(least[i] < w)
	}
	for changed := true; changed && open > 0; {
		changed = false
		part := left / open
		for i, w := range wide {
			if more := w - out[i]; out[i] == least[i] && more > 0 && more <= part {
				out[i], changed = w, true
				left -= more
				open--
			}
		}
	}
	weight := 0
	for i, w := range wide {
		if out[i] < w {
			weight += isqrt(w)
		}
	}
	for i, w := range wide {
		if out[i] < w {
			out[i] += left * isqrt(w) / weight
		}
	}
	return out
}

// across is how wide columns are with what parts them.
func across(columns []int) int {
	total := separator * (len(columns) - 1)
	for _, w := range columns {
		total += w
	}
	return total
}

// figures returns the columns of a table of figures, which slides behind its
// first one; nil for another table.
func figures(wide []int, width int) []int {
	for _, w := range wide[1:] {
		if w > figureMax {
			return nil
		}
	}
	out := slices.Clone(wide)
	out[0] = min(out[0], max(width/3, 1))
	if out[0]+separator+slideLeast > width || across(out) > slideMost {
		return nil
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
