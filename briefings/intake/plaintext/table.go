package plaintext

import (
	"strconv"
	"strings"
)

// writeRows prints the lines of a table that stand at the head of blocks and
// returns how many it took. Lines of one cell are paragraphs.
func writeRows(b *strings.Builder, blocks []block) int {
	n, columns := 0, 0
	for n < len(blocks) && blocks[n].kind == row && (n == 0 || !blocks[n].gap) {
		columns = max(columns, len(cells(blocks[n].text)))
		n++
	}
	if columns == 2 && countsOn(blocks[:n]) {
		for _, r := range blocks[:n] {
			c := cells(r.text)
			b.WriteString(strconv.Itoa(number(c[0] + " x").value))
			b.WriteString(". ")
			escape(b, escapeStart(b, c[1]))
			b.WriteString("\n\n")
		}
		return n
	}
	if columns < 2 || n < 2 {
		for _, r := range blocks[:n] {
			for _, cell := range cells(r.text) {
				escape(b, escapeStart(b, cell))
				b.WriteString("\n\n")
			}
		}
		return n
	}
	for i, r := range blocks[:n] {
		writeRow(b, cells(r.text), columns)
		if i == 0 {
			b.WriteString(strings.Repeat("|---", columns))
			b.WriteString("|\n")
		}
	}
	return n
}

// countsOn says whether the first cells of the rows are the numbers of a list,
// as of notes that a page sets in a table.
func countsOn(rows []block) bool {
	last := 0
	for i, r := range rows {
		c := cells(r.text)
		n := number(c[0] + " x")
		if len(c) != 2 || !plainNumber(n) || n.size != len(c[0])+1 || i > 0 && n.value != last+1 {
			return false
		}
		last = n.value
	}
	return true
}

func writeRow(b *strings.Builder, cells []string, columns int) {
	for i := range columns {
		b.WriteString("| ")
		if i < len(cells) {
			escape(b, cells[i])
		}
		b.WriteByte(' ')
	}
	b.WriteString("|\n")
}

// cells cuts a line at its bars; empty cells at the ends do not count.
func cells(text string) []string {
	var out []string
	for cell := range strings.SplitSeq(strings.Trim(text, "| \t"), "|") {
		out = append(out, strings.TrimSpace(cell))
	}
	return out
}
