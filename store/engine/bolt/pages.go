package bolt

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"time"
)

// bbolt's own check trusts what it reads: a page that leads back to itself
// never ends it, one that lies about its length ends the program; and it keeps
// writers out until it is done. So the tree is walked by hand, on the plain file
// (go.etcd.io/bbolt internal/common/page.go has the layout).

const (
	pageHeader   = 16 // id 8, flags 2, count 2, overflow 4
	elementSize  = 16 // branch: pos 4, key size 4, page 8; leaf: flags 4, pos 4, key size 4, value size 4
	branchPage   = 0x01
	leafPage     = 0x02
	freelistPage = 0x10
	bucketLeaf   = 0x01
	manyFree     = 0xffff // of the count in a page of free pages: see its first element
	maxDepth     = 64
	maxNesting   = 1 // the buckets of a library hold no others
)

// pageWalk proves that each page of the tree is what it must be.
type pageWalk struct {
	ctx    context.Context
	report func(string)
	broken bool

	// Of the part that is walked now.
	meta      meta
	file      io.ReaderAt
	size      int64 // of a page
	pages     uint64
	seen      *pageSet
	free      *pageSet
	listPages uint64 // of the list of free ones
	deadline  time.Time
	paused    bool

	// Of all parts.
	changed bool                   // others wrote between two of them
	used    *pageSet               // by the tree
	proven  [maxNesting + 1][]byte // up to this key, by bucket and key in it; nil is from the beginning
}

// bounds are what the keys of a page lie in: from is the first possible one, to
// the first that is beyond; nil where there is none.
type bounds struct{ from, to []byte }

func (w *pageWalk) fail(problem string) {
	w.broken = true
	w.report(problem)
}

func (w *pageWalk) bad(page uint64, format string, args ...any) {
	w.fail(fmt.Sprintf("page %d %s", page, fmt.Sprintf(format, args...)))
}

// tree walks the page and all below it that is not proven yet.
func (w *pageWalk) tree(id uint64, keys bounds, depth, nesting int) {
	switch {
	case w.ctx.Err() != nil || w.paused:
		return
	case id < 2 || id >= w.pages:
		w.bad(id, "is led to, but there are only %d", w.pages)
		return
	case depth > maxDepth:
		w.bad(id, "lies deeper than any tree can be")
		return
	}
	data, ok := w.read(id)
	if !ok {
		return
	}
	w.elements(id, data, keys, depth, nesting)
}

// read returns a page with its overflow, each page of the tree only once.
func (w *pageWalk) read(id uint64) ([]byte, bool) {
	var head [pageHeader]byte
	if _, err := w.file.ReadAt(head[:], int64(id)*w.size); err != nil {
		w.bad(id, "cannot be read: %v", err)
		return nil, false
	}
	order := binary.NativeEndian
	overflow := uint64(order.Uint32(head[12:]))
	if own := order.Uint64(head[:]); own != id || id+overflow >= w.pages {
		w.bad(id, "calls itself %d and claims %d more", own, overflow)
		return nil, false
	}
	for p := id; p <= id+overflow; p++ {
		if w.free.has(p) {
			w.bad(p, "is used and on the list of free ones")
			return nil, false
		}
		if !w.seen.add(p) {
			w.bad(p, "is led to twice")
			return nil, false
		}
	}
	data := make([]byte, int64(overflow+1)*w.size)
	if _, err := w.file.ReadAt(data, int64(id)*w.size); err != nil {
		w.bad(id, "cannot be read: %v", err)
		return nil, false
	}
	return data, true
}

// element is an entry of a page: of a branch it leads to a page, of a leaf it
// has a value.
type element struct {
	key, value []byte
	page       uint64
	bucket     bool
}

// decode returns the entries of a page, in bounds and in order.
func (w *pageWalk) decode(id uint64, data []byte, keys bounds) (out []element, branch, ok bool) {
	order := binary.NativeEndian
	kind, count := order.Uint16(data[8:]), int(order.Uint16(data[10:]))
	if kind != branchPage && kind != leafPage {
		w.bad(id, "is of no kind that a tree has (%#x)", kind)
		return nil, false, false
	}
	if pageHeader+count*elementSize > len(data) {
		w.bad(id, "claims %d entries, more than fit in", count)
		return nil, false, false
	}
	out = make([]element, count)
	for i := range out {
		raw, e := data[pageHeader+i*elementSize:], &out[i]
		if kind == branchPage {
			e.page = order.Uint64(raw[8:])
		} else {
			e.bucket = order.Uint32(raw)&bucketLeaf != 0
		}
		key, value, end := entry(data, kind, i)
		if end > uint64(len(data)) {
			w.bad(id, "has an entry that reaches beyond its end")
			return nil, false, false
		}
		e.key, e.value = data[key:value], data[value:end]
		if bytes.Compare(e.key, keys.from) < 0 || keys.to != nil && bytes.Compare(e.key, keys.to) >= 0 ||
			i > 0 && bytes.Compare(e.key, out[i-1].key) <= 0 {
			w.bad(id, "has its keys out of order")
			return nil, false, false
		}
	}
	return out, kind == branchPage, true
}

// entry is where on a page an entry has its key, its value, and its end.
func entry(page []byte, kind uint16, i int) (key, value, end uint64) {
	at := pageHeader + i*elementSize
	raw, order := page[at:], binary.NativeEndian
	pos, keySize, valueSize := order.Uint32(raw), order.Uint32(raw[4:]), uint32(0)
	if kind == leafPage {
		pos, keySize, valueSize = order.Uint32(raw[4:]), order.Uint32(raw[8:]), order.Uint32(raw[12:])
	}
	key = uint64(at) + uint64(pos)
	value = key + uint64(keySize)
	return key, value, value + uint64(valueSize)
}

// firstKey is the first key of a page of the tree, nil of another; follow is how
// many pages more there are of it.
func firstKey(page []byte) (first []byte, follow uint64) {
	order := binary.NativeEndian
	kind, count := order.Uint16(page[8:]), order.Uint16(page[10:])
	follow = uint64(order.Uint32(page[12:]))
	if kind != branchPage && kind != leafPage || count == 0 {
		return nil, follow
	}
	key, value, _ := entry(page, kind, 0)
	if value > uint64(len(page)) {
		return nil, follow
	}
	return page[key:value], follow
}

func (w *pageWalk) elements(id uint64, data []byte, keys bounds, depth, nesting int) {
	list, branch, ok := w.decode(id, data, keys)
	if !ok {
		return
	}
	for i, e := range list {
		switch {
		case branch:
			below := bounds{e.key, keys.to}
			if i+1 < len(list) {
				below.to = list[i+1].key
			}
			if below.to == nil || bytes.Compare(below.to, w.proven[nesting]) > 0 {
				w.tree(e.page, below, depth+1, nesting)
			}
		case e.bucket:
			w.bucket(id, e, depth, nesting)
		}
	}
	if !branch && nesting == maxNesting && len(list) > 0 {
		if last := list[len(list)-1].key; bytes.Compare(last, w.proven[nesting]) >= 0 { // each part gets on
			w.prove(nesting, last)
			w.paused = time.Now().After(w.deadline)
		}
	}
}

// bucket walks the tree of a bucket, of which the value has the root page, 0
// for one that is written in line.
func (w *pageWalk) bucket(id uint64, e element, depth, nesting int) {
	switch {
	case nesting == maxNesting || len(e.value) < pageHeader:
		w.bad(id, "has a bucket where none can be")
	case w.paused || bytes.Compare(e.key, w.proven[nesting]) < 0:
	default:
		if root := binary.NativeEndian.Uint64(e.value); root != 0 {
			w.tree(root, bounds{}, depth+1, nesting+1)
		}
		if !w.paused {
			w.prove(nesting, e.key)
			w.proven[nesting+1] = nil
		}
	}
}

// prove notes that all keys up to this one were seen.
func (w *pageWalk) prove(nesting int, key []byte) {
	w.proven[nesting] = append(append([]byte(nil), key...), 0)
}

// pageSet is a set of pages.
type pageSet struct{ bits []uint64 }

func newPageSet(pages uint64) *pageSet { return &pageSet{make([]uint64, pages/64+1)} }

func (s *pageSet) has(id uint64) bool {
	return id/64 < uint64(len(s.bits)) && s.bits[id/64]&(1<<(id%64)) != 0
}

// add returns false for a page that is in it already.
func (s *pageSet) add(id uint64) bool {
	was := s.has(id)
	s.bits[id/64] |= 1 << (id % 64)
	return !was
}

// join takes in the pages of another set of no more pages.
func (s *pageSet) join(other *pageSet) {
	for i := range min(len(s.bits), len(other.bits)) {
		s.bits[i] |= other.bits[i]
	}
}
