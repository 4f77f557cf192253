package page

import (
	"context"
	"runtime"
	"slices"
	"sort"
	"sync"
	"sync/atomic"
	"unicode/utf8"
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

// Finder searches the canonical text of one document. What it has folded of it
// is kept, as much as the text itself, so that each letter typed after the first
// costs a look through memory; whoever wants that back drops the Finder. It is
// safe for concurrent use: a search waits until the one before has ended, or has
// seen that it is cancelled. What a cancelled one has folded is not lost.
type Finder struct {
	mu     sync.Mutex
	doc    Document
	pieces []folded
}

// pieceBlocks is how many blocks are folded, and searched, at a time: between
// two pieces a search sees that it is cancelled.
const pieceBlocks = 128

// NewFinder makes a finder.
func NewFinder(doc Document) *Finder {
	return &Finder{doc: doc, pieces: make([]folded, (doc.Len()+pieceBlocks-1)/pieceBlocks)}
}

// Prepare folds the text, so that the first letter costs no more than the next.
func (f *Finder) Prepare(ctx context.Context) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.each(ctx, func(int, *folder) bool { return true })
}

// Find returns where a query stands in the text. Case counts if the query has
// a capital letter (smart case); diacritics, and the kinds of quotes, dashes
// and blanks, never count: "akinci" finds Akıncı. It stops with the context's
// error when cancelled. A hit never crosses from one block to the next.
func (f *Finder) Find(ctx context.Context, query string) (Hits, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	n := newNeedle(query)
	if len(n.text) == 0 {
		return Hits{}, nil
	}
	found := make([][]Range, len(f.pieces))
	var total atomic.Int64
	err := f.each(ctx, func(i int, fold *folder) (more bool) {
		found[i] = f.pieces[i].find(f.doc, i*pieceBlocks, n, fold)
		return total.Add(int64(len(found[i]))) <= HitsMax
	})
	if err != nil {
		return Hits{}, err
	}
	hits := Hits{Ranges: slices.Concat(found...)}
	if hits.More = len(hits.Ranges) > HitsMax; hits.More {
		hits.Ranges = slices.Clone(hits.Ranges[:HitsMax])
	}
	return hits, nil
}

// each goes through the pieces with all processors (of which the runtime may hold
// one more than there are, for whoever types) and folds those that are not folded
// yet. They are begun in order, so that all before the last one were done
// when do wants no more.
func (f *Finder) each(ctx context.Context, do func(piece int, fold *folder) (more bool)) error {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.NumCPU(), runtime.GOMAXPROCS(0), len(f.pieces)) {
		workers.Go(func() {
			fold := newFolder()
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(f.pieces) {
					return
				}
				if p := &f.pieces[i]; p.starts == nil {
					*p = foldBlocks(f.doc, i*pieceBlocks, min((i+1)*pieceBlocks, f.doc.Len()), fold)
				}
				if !do(i, fold) {
					next.Store(int64(len(f.pieces)))
				}
			}
		})
	}
	workers.Wait()
	return ctx.Err()
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
