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
	partLines = 200     // of code, HTML
	partRows  = 50      // of a table
)

// bound is where a part begins.
type bound struct {
	at     int // byte of the block's Text
	point  int // code point of the document
	source int // byte of a table's Markdown
}

// division tells the parts of a block.
type division []bound

// divide cuts a block into parts: code and tables at lines, running text at
// the ends of sentences, or of words where there are none.
func divide(b *briefings.Block) division {
	d := division{{point: b.Start, source: tableBody(b)}}
	if len(b.Text) <= partBytes && (!lined(b) || strings.Count(b.Text, "\n") < partLines/4) {
		return d
	}
	at, point, source := 0, b.Start, d[0].source
	for at < len(b.Text) {
		next := partEnd(b, at)
		if next >= len(b.Text) {
			break
		}
		point += utf8.RuneCountInString(b.Text[at:next])
		if b.Kind == briefings.Table {
			rows := strings.Count(b.Text[at:next], "\n")
			if at == 0 {
				rows-- // the header
			}
			source = skipLines(b.Markdown, source, rows)
		}
		d = append(d, bound{next, point, source})
		at = next
	}
	return d
}

// lined says whether a block is cut at its lines only.
func lined(b *briefings.Block) bool {
	return b.Kind == briefings.Code || b.Kind == briefings.HTML || b.Kind == briefings.Table
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

// partEnd returns where the part that begins at a byte ends.
func partEnd(b *briefings.Block, at int) int {
	rest := b.Text[at:]
	if !lined(b) {
		return at + proseEnd(rest)
	}
	most := partLines
	if b.Kind == briefings.Table {
		most = partRows
	}
	end := skipLines(rest, 0, most)
	if end > 2*partBytes {
		if i := strings.LastIndexByte(rest[:2*partBytes], '\n'); i >= 0 {
			end = i + 1
		} else if b.Kind != briefings.Table {
			end = 2 * partBytes
		} else {
			end = skipLines(rest, 0, 1)
		}
	}
	return at + runeEnd(rest, end)
}

// proseEnd finds the end of a sentence in the last quarter of a part, else of
// a word in its last half, else none.
func proseEnd(s string) int {
	if len(s) <= partBytes+partBytes/2 {
		return len(s)
	}
	window := s[:partBytes]
	for _, stop := range []string{"\n", ". ", "? ", "! ", "。"} {
		if i := strings.LastIndex(window, stop); i > partBytes*3/4 {
			return i + len(stop)
		}
	}
	if i := strings.LastIndexByte(window, ' '); i > partBytes/2 {
		return i + 1
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
	return max(sort.Search(len(d), func(i int) bool { return d[i].point > point })-1, 0)
}

// divisionsMax is how many divisions of large blocks are kept.
const divisionsMax = 32

// division returns the parts of a block, from memory if it is a large one.
func (l *layouter) division(block int, b *briefings.Block) division {
	if d, ok := l.divisions[block]; ok {
		return d
	}
	d := divide(b)
	if len(d) > 1 {
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
	return len(l.division(block, &b))
}

// partAt returns the part that shows a code point.
func (l *layouter) partAt(block, point int) int {
	b := l.doc.Block(block)
	return l.division(block, &b).part(point)
}
