package page

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
)

// folded is the text of some blocks as a search looks at it.
type folded struct {
	text     []byte // of all blocks, each with a breaker behind it
	capitals bits   // which bytes of it stand for capital letters
	starts   []foldedBlock
}

// foldedBlock says where a block stands in the folded text.
type foldedBlock struct {
	at    int32
	point int32 // code point of the document
	same  bool  // each byte stands for one code point
}

// breaker parts the blocks. No text holds it.
const breaker = 0

// bits is a set of bytes of a text.
type bits []uint64

func (b bits) has(i int) bool { return i/64 < len(b) && b[i/64]&(1<<(i%64)) != 0 }

func (b *bits) set(from, to int) {
	for ; from < to; from++ {
		for from/64 >= len(*b) {
			*b = append(*b, 0)
		}
		(*b)[from/64] |= 1 << (from % 64)
	}
}

// foldBlocks folds the blocks of a document from one up to another.
func foldBlocks(doc Document, from, to int, fold *folder) folded {
	f := &fold.scratch
	clear(f.capitals)
	f.text, f.starts = f.text[:0], make([]foldedBlock, 0, to-from)
	for i := from; i < to; i++ {
		b := doc.Block(i)
		at := len(f.text)
		same := fold.append(f, b.Text)
		f.text = append(f.text, breaker)
		f.starts = append(f.starts, foldedBlock{int32(at), int32(b.Start), same})
	}
	return folded{bytes.Clone(f.text), slices.Clone(f.capitals[:min(len(f.capitals), len(f.text)/64+1)]), f.starts}
}

// needle is a query, folded.
type needle struct {
	folded
	cased bool // its capitals count
}

func newNeedle(query string) *needle {
	n := &needle{cased: strings.ContainsFunc(query, unicode.IsUpper)}
	newFolder().append(&n.folded, strings.ReplaceAll(query, "\x00", ""))
	return n
}

// at says whether a text that has the needle's letters at a byte has its
// capitals there too, if they count.
func (n *needle) at(f *folded, begin int) bool {
	if !n.cased {
		return true
	}
	for i := range n.text {
		if f.capitals.has(begin+i) != n.capitals.has(i) {
			return false
		}
	}
	return true
}

// find returns where a needle stands in the blocks, of which the first has the
// number first in its document.
func (f *folded) find(doc Document, first int, n *needle, fold *folder) []Range {
	var out []Range
	var t tracer
	block := -1
	for at := 0; len(out) <= HitsMax; {
		i := bytes.Index(f.text[at:], n.text)
		if i < 0 {
			break
		}
		begin := at + i
		if !n.at(f, begin) {
			at = begin + 1
			continue
		}
		at = begin + len(n.text)
		was := block
		for block+1 < len(f.starts) && int(f.starts[block+1].at) <= begin {
			block++
		}
		in := &f.starts[block]
		from := begin - int(in.at)
		r := Range{int(in.point) + from, int(in.point) + from + len(n.text)}
		if !in.same {
			if block != was {
				t = tracer{fold: fold, text: doc.Block(first + block).Text, point: int(in.point)}
			}
			r = t.trace(from, from+len(n.text))
		}
		if k := len(out); k > 0 && out[k-1].End > r.Start {
			continue // both within one character that folds to several
		}
		out = append(out, r)
	}
	return out
}
