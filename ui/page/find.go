package page

import (
	"bytes"
	"context"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dossier/briefings"
)

// HitsMax is how many hits a search keeps.
const HitsMax = 100_000

// Hits is what a search found: ranges in order that do not overlap.
type Hits struct {
	Ranges []Range
	More   bool // there are more than HitsMax
}

// After returns the index of the first hit at or behind a code point, 0 and
// wrapped if there is none; -1 without hits.
func (h Hits) After(point int) (index int, wrapped bool) {
	i := sort.Search(len(h.Ranges), func(i int) bool { return h.Ranges[i].Start >= point })
	if i < len(h.Ranges) {
		return i, false
	}
	return min(0, len(h.Ranges)-1), true
}

// Finder searches the canonical text of one document, block by block, without
// a copy of it. It is meant to be asked again with each letter typed: a query
// that goes on from the last one is looked for only where that was found. It
// is safe for concurrent use: a search waits until the one before has ended, or
// has seen that it is cancelled.
type Finder struct {
	mu      sync.Mutex
	doc     Document
	folders [2]*folder // by smart case
	buffer  []byte
	last    struct {
		query  string // folded
		cased  bool
		blocks []int // that hold it
	}
}

// NewFinder makes a finder.
func NewFinder(doc Document) *Finder { return &Finder{doc: doc} }

// Find returns where a query stands in the text. Case counts if the query has
// a capital letter (smart case); diacritics, and the kinds of quotes, dashes
// and blanks, never count: "akinci" finds Akıncı. It stops with the context's
// error when cancelled. A hit never crosses from one block to the next.
func (f *Finder) Find(ctx context.Context, query string) (Hits, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	cased := strings.ContainsFunc(query, unicode.IsUpper)
	fold := f.folder(cased)
	needle, _ := fold.append(nil, query)
	if len(needle) == 0 {
		return Hits{}, nil
	}
	var hits Hits
	var found []int
	refines := f.last.query != "" && f.last.cased == cased && strings.HasPrefix(string(needle), f.last.query)
	n := f.doc.Len()
	if refines {
		n = len(f.last.blocks)
	}
	for k := range n {
		if k%16 == 0 && ctx.Err() != nil {
			return Hits{}, ctx.Err()
		}
		i := k
		if refines {
			i = f.last.blocks[k]
		}
		b := f.doc.Block(i)
		if f.block(&b, fold, needle, &hits) {
			found = append(found, i)
		}
		if hits.More {
			found = nil
			needle = nil
			break
		}
	}
	f.last.query, f.last.cased, f.last.blocks = string(needle), cased, found
	return hits, nil
}

func (f *Finder) folder(cased bool) *folder {
	i := 0
	if cased {
		i = 1
	}
	if f.folders[i] == nil {
		f.folders[i] = newFolder(cased)
	}
	return f.folders[i]
}

// block adds the hits in one block and says whether there are any.
func (f *Finder) block(b *briefings.Block, fold *folder, needle []byte, hits *Hits) bool {
	var same bool
	f.buffer, same = fold.append(f.buffer[:0], b.Text)
	before := len(hits.Ranges)
	t := tracer{fold: fold, text: b.Text, point: b.Start}
	for at := 0; ; {
		i := bytes.Index(f.buffer[at:], needle)
		if i < 0 {
			return len(hits.Ranges) > before
		}
		begin := at + i
		at = begin + len(needle)
		r := Range{b.Start + begin, b.Start + at}
		if !same {
			r = t.trace(begin, at)
		}
		if k := len(hits.Ranges); k > 0 && hits.Ranges[k-1].End > r.Start {
			continue // both within one character that folds to several
		}
		if len(hits.Ranges) == HitsMax {
			hits.More = true
			return true
		}
		hits.Ranges = append(hits.Ranges, r)
	}
}

// tracer finds the code points that bytes of a folded text came from. It only
// goes forward.
type tracer struct {
	fold   *folder
	text   string // what is still to come
	folded int    // bytes of the folded text behind
	point  int    // code points behind
}

func (t *tracer) trace(begin, end int) Range {
	for {
		size, length := t.next()
		if size == 0 || t.folded+length > begin {
			break
		}
		t.step(size, length)
	}
	r := Range{Start: t.point}
	for ahead := *t; ; {
		size, length := ahead.next()
		if size == 0 || ahead.folded >= end && length > 0 {
			r.End = ahead.point
			return r
		}
		ahead.step(size, length)
	}
}

func (t *tracer) next() (size, length int) {
	if t.text == "" {
		return 0, 0
	}
	r, size := utf8.DecodeRuneInString(t.text)
	return size, t.fold.length(r)
}

func (t *tracer) step(size, length int) {
	t.text, t.folded, t.point = t.text[size:], t.folded+length, t.point+1
}
