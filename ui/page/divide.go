package page

import (
	"sort"
	"strings"
	"unicode/utf8"

	"dossier/briefings"
)

// Sizes of the parts that large blocks are laid out in.
const (
	partBytes = 8 << 10 // of text, about
	codeBytes = 4 << 10 // of code, HTML: highlighting is what takes time
	partLines = 64      // of code, HTML
	partRows  = 50      // of a table
)

// bound is where a part begins.
type bound struct {
	at     int // byte of the block's Text
	point  int // code point of the document
	source int // byte of a table's Markdown
}

// division tells the parts of a block.
type division struct {
	parts []bound
	// as is how the block is laid out: as what it is, but for a table with a
	// row that fills screens, which is shown as lines.
	as briefings.BlockKind
}

// divide cuts a block into parts: code and tables at lines, running text at
// the ends of sentences, or of words where there are none.
func divide(b *briefings.Block) division {
	d := division{parts: []bound{{point: b.Start, source: tableBody(b)}}, as: b.Kind}
	if len(b.Text) <= codeBytes && (!lined(b.Kind) || strings.Count(b.Text, "\n") < partLines/4) {
		return d
	}
	if b.Kind == briefings.Table && longestLine(b.Text) > 2*partBytes {
		d.as = briefings.HTML
	}
	at, point, source := 0, b.Start, d.parts[0].source
	for at < len(b.Text) {
		next := at + partEnd(b.Text[at:], d.as)
		if next >= len(b.Text) {
			break
		}
		point += utf8.RuneCountInString(b.Text[at:next])
		if d.as == briefings.Table {
			rows := strings.Count(b.Text[at:next], "\n")
			if at == 0 {
				rows-- // the header
			}
			source = skipLines(b.Markdown, source, rows)
		}
		d.parts = append(d.parts, bound{next, point, source})
		at = next
	}
	return d
}

// lined says whether a kind of block is cut at its lines only.
func lined(k briefings.BlockKind) bool {
	return k == briefings.Code || k == briefings.HTML || k == briefings.Table
}

func longestLine(s string) int {
	longest := 0
	for s != "" {
		n := strings.IndexByte(s, '\n') + 1
		if n == 0 {
			n = len(s)
		}
		longest, s = max(longest, n), s[n:]
	}
	return longest
}

// tableBody returns the byte of a table's Markdown at which its rows begin.
func tableBody(b *briefings.Block) int {
	if b.Kind != briefings.Table {
		return 0
	}
	return skipLines(b.Markdown, 0, 2)
}

func skipLines(s string, at, n int) int {
	for ; n > 0 && at < len(s); n-- {
		i := strings.IndexByte(s[at:], '\n')
		if i < 0 {
			return len(s)
		}
		at += i + 1
	}
	return at
}

// partEnd returns where the part that opens a text ends.
func partEnd(rest string, k briefings.BlockKind) int {
	if !lined(k) {
		return proseEnd(rest)
	}
	most, size := partLines, codeBytes
	if k == briefings.Table {
		most, size = partRows, 2*partBytes
	}
	end := skipLines(rest, 0, most)
	if end > size {
		end = size
		if i := strings.LastIndexByte(rest[:end], '\n'); i >= 0 {
			end = i + 1
		}
	}
	return runeEnd(rest, end)
}

// proseEnd finds the end of a sentence in the last quarter of a part, else of
// a word, else none.
func proseEnd(s string) int {
	if len(s) <= partBytes+partBytes/2 {
		return len(s)
	}
	const from = partBytes * 3 / 4
	window := s[from:partBytes]
	for _, stop := range []string{"\n", ". ", "? ", "! ", "。"} {
		if i := strings.LastIndex(window, stop); i >= 0 {
			return from + i + len(stop)
		}
	}
	if i := strings.LastIndexByte(window, ' '); i >= 0 {
		return from + i + 1
	}
	return runeEnd(s, partBytes)
}

// runeEnd moves an index to the end of the character that it stands in.
func runeEnd(s string, i int) int {
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return min(i, len(s))
}

// part returns the part that holds a code point.
func (d division) part(point int) int {
	return max(sort.Search(len(d.parts), func(i int) bool { return d.parts[i].point > point })-1, 0)
}

// divisionsMax is how many divisions of large blocks are kept.
const divisionsMax = 32

// division returns the parts of a block, from memory if it is a large one.
func (l *layouter) division(block int, b *briefings.Block) division {
	if d, ok := l.divisions[block]; ok {
		return d
	}
	d := divide(b)
	if len(d.parts) > 1 {
		if len(l.divisions) >= divisionsMax {
			clear(l.divisions)
		}
		l.divisions[block] = d
	}
	return d
}

// parts returns in how many parts a block is laid out.
func (l *layouter) parts(block int) int {
	b := l.doc.Block(block)
	return len(l.division(block, &b).parts)
}

// partAt returns the part that shows a code point.
func (l *layouter) partAt(block, point int) int {
	b := l.doc.Block(block)
	return l.division(block, &b).part(point)
}
