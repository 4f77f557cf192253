package page

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// How wide the columns of a table are.

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
	if out[0]+separator+2*figureMax > width || across(out) > slideMost {
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
