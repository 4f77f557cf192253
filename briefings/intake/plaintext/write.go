package plaintext

import (
	"strconv"
	"strings"
)

// write prints the blocks as CommonMark.
func write(blocks []block, title int) string {
	var b strings.Builder
	size := 0
	for i := range blocks {
		size += len(blocks[i].text) + 4
	}
	b.Grow(size + size/16)
	for i := 0; i < len(blocks); {
		n := 1
		switch {
		case i == title:
			writeHeading(&b, 1, blocks[i].text)
		case blocks[i].kind == heading:
			writeHeading(&b, blocks[i].level, blocks[i].text)
		case blocks[i].kind == row:
			n = writeRows(&b, blocks[i:])
		case blocks[i].kind == rule:
			b.WriteString("---\n")
		default:
			writeBlock(&b, blocks, i)
		}
		b.WriteByte('\n')
		i += n
	}
	return b.String()
}

func writeHeading(b *strings.Builder, level int, text string) {
	for range level {
		b.WriteByte('#')
	}
	b.WriteByte(' ')
	escape(b, text)
	b.WriteByte('\n')
}

func writeBlock(b *strings.Builder, blocks []block, i int) {
	text := blocks[i].text
	switch {
	case blocks[i].kind == item:
		b.WriteString("- ")
	case numbered(blocks, i):
		n := number(text)
		b.WriteString(strconv.Itoa(n.value))
		b.WriteString(". ")
		text = text[n.size:]
	}
	escape(b, escapeStart(b, text))
	b.WriteByte('\n')
}

// numbered says whether a block is an item of a numbered list: its neighbour
// has the number before or after.
func numbered(blocks []block, i int) bool {
	n := number(blocks[i].text)
	if !plainNumber(n) {
		return false
	}
	if i > 0 && blocks[i-1].kind == prose {
		if before := number(blocks[i-1].text); plainNumber(before) && before.value == n.value-1 {
			return true
		}
	}
	if i+1 < len(blocks) && blocks[i+1].kind == prose {
		if after := number(blocks[i+1].text); plainNumber(after) && after.value == n.value+1 {
			return true
		}
	}
	return false
}

func plainNumber(n numbering) bool { return n.style == arabic && n.depth == 1 && n.size > 0 }
