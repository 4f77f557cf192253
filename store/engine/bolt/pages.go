package bolt

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"os"
)

// bbolt's own check trusts what it reads: a page that leads back to itself
// never ends it, one that lies about its length ends the program. So the tree
// is walked by hand first, on the plain file (go.etcd.io/bbolt
// internal/common/page.go has the layout).

const (
	pageHeader  = 16 // id 8, flags 2, count 2, overflow 4
	elementSize = 16 // branch: pos 4, key size 4, page 8; leaf: flags 4, pos 4, key size 4, value size 4
	branchPage  = 0x01
	leafPage    = 0x02
	bucketLeaf  = 0x01
	maxDepth    = 64
)

// pageWalk proves that each page of the tree is what it must be.
type pageWalk struct {
	ctx    context.Context
	file   io.ReaderAt
	size   int64 // of a page
	pages  uint64
	seen   map[uint64]bool
	report func(string)
}

// walkPages reports what is wrong with the tree of pages; it returns false if
// anything is.
func walkPages(ctx context.Context, file *os.File, report func(string)) (whole bool, err error) {
	meta, ok := currentMeta(file)
	if !ok {
		report("neither of the two head pages is whole")
		return false, nil
	}
	whole = true
	w := &pageWalk{ctx: ctx, file: file, size: int64(meta.pageSize), pages: meta.pages, seen: map[uint64]bool{},
		report: func(s string) {
			whole = false
			report(s)
		}}
	w.tree(meta.root, nil, 0)
	return whole, ctx.Err()
}

func (w *pageWalk) fail(page uint64, format string, args ...any) {
	w.report(fmt.Sprintf("page %d %s", page, fmt.Sprintf(format, args...)))
}

// tree walks the page and all below it. Its first key must be from or later.
func (w *pageWalk) tree(id uint64, from []byte, depth int) {
	switch {
	case w.ctx.Err() != nil:
		return
	case id < 2 || id >= w.pages:
		w.fail(id, "is led to, but there are only %d", w.pages)
		return
	case depth > maxDepth:
		w.fail(id, "lies deeper than any tree can be")
		return
	}
	data, ok := w.read(id)
	if !ok {
		return
	}
	w.elements(id, data, from, depth)
}

// read returns a page with its overflow, each page of the tree only once.
func (w *pageWalk) read(id uint64) ([]byte, bool) {
	var head [pageHeader]byte
	if _, err := w.file.ReadAt(head[:], int64(id)*w.size); err != nil {
		w.fail(id, "cannot be read: %v", err)
		return nil, false
	}
	order := binary.NativeEndian
	overflow := uint64(order.Uint32(head[12:]))
	if own := order.Uint64(head[:]); own != id || id+overflow >= w.pages {
		w.fail(id, "calls itself %d and claims %d more", own, overflow)
		return nil, false
	}
	for p := id; p <= id+overflow; p++ {
		if w.seen[p] {
			w.fail(p, "is led to twice")
			return nil, false
		}
		w.seen[p] = true
	}
	data := make([]byte, int64(overflow+1)*w.size)
	if _, err := w.file.ReadAt(data, int64(id)*w.size); err != nil {
		w.fail(id, "cannot be read: %v", err)
		return nil, false
	}
	return data, true
}

func (w *pageWalk) elements(id uint64, data, from []byte, depth int) {
	order := binary.NativeEndian
	kind, count := order.Uint16(data[8:]), int(order.Uint16(data[10:]))
	if kind != branchPage && kind != leafPage {
		w.fail(id, "is of no kind that a tree has (%#x)", kind)
		return
	}
	if pageHeader+count*elementSize > len(data) {
		w.fail(id, "claims %d entries, more than fit in", count)
		return
	}
	last := from
	for i := range count {
		at := pageHeader + i*elementSize
		element := data[at : at+elementSize]
		pos, keySize, valueSize := order.Uint32(element), order.Uint32(element[4:]), uint32(0)
		if kind == leafPage {
			pos, keySize, valueSize = order.Uint32(element[4:]), order.Uint32(element[8:]), order.Uint32(element[12:])
		}
		begin := uint64(at) + uint64(pos)
		if begin+uint64(keySize)+uint64(valueSize) > uint64(len(data)) {
			w.fail(id, "has an entry that reaches beyond its end")
			return
		}
		key := data[begin : begin+uint64(keySize)]
		if order := bytes.Compare(key, last); order < 0 || i > 0 && order == 0 {
			w.fail(id, "has its keys out of order")
			return
		}
		last = key
		if kind == branchPage {
			w.tree(order.Uint64(element[8:]), key, depth+1)
		} else if order.Uint32(element)&bucketLeaf != 0 && valueSize >= 8 {
			// A bucket: its root page, 0 for one that is written in line.
			if root := order.Uint64(data[begin+uint64(keySize):]); root != 0 {
				w.tree(root, nil, depth+1)
			}
		}
	}
}
