package bolt

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"dossier/store/engine"
)

// verifyTime is how long writers wait for a part of Verify.
const verifyTime = 30 * time.Millisecond

// Verify walks every page, in parts, each in a short lock; between two of them
// others write. Each part proves that its pages are whole, hold the keys that
// they must and are not on the list of free ones. If nobody wrote meanwhile,
// also that every page is of some use.
func (e *Engine) Verify(ctx context.Context, report func(string)) error {
	if missing(e.path) {
		return nil
	}
	w := &pageWalk{ctx: ctx, report: report}
	for done := false; !done; {
		if err := ctx.Err(); err != nil {
			return err
		}
		var err error
		if done, err = e.verifyPart(ctx, w); err != nil {
			return err
		}
	}
	w.total()
	return ctx.Err()
}

// verifyPart walks on for a while. It is done when there is nothing left, or
// when something is broken: reading on might not end.
func (e *Engine) verifyPart(ctx context.Context, w *pageWalk) (done bool, err error) {
	const doing = "checking"
	held, err := e.lock(ctx, shared, doing)
	if err != nil {
		return false, err
	}
	defer held.release()
	file, err := os.Open(e.path)
	if err != nil {
		return false, e.explain(doing, e.path, err)
	}
	defer file.Close()
	var cut *shortened
	switch err := checkHeader(file); {
	case errors.As(err, &cut), errors.Is(err, errEmpty):
		w.fail("the file is " + strings.TrimPrefix(err.Error(), "the file is "))
		return true, nil
	case err != nil:
		return false, e.explain(doing, e.path, err)
	}
	if err := e.snapshot(held, doing, func(reader) error { return nil }); err != nil { // another program's database
		if errors.Is(err, engine.ErrDamaged) {
			w.fail(err.Error())
			return true, nil
		}
		return false, err
	}
	return w.part(file, time.Now().Add(verifyTime)), nil
}

// part walks on until the deadline.
func (w *pageWalk) part(file *os.File, deadline time.Time) (done bool) {
	state, ok := currentMeta(file)
	if !ok {
		w.fail("neither of the two head pages is whole")
		return true
	}
	w.changed = w.changed || w.meta.sum != 0 && state != w.meta
	w.meta, w.file, w.size, w.pages = state, file, int64(state.pageSize), state.pages
	w.seen, w.deadline, w.paused = newPageSet(state.pages), deadline, false
	free, listPages, err := readFreelist(file, state)
	if err != nil {
		w.fail(err.Error())
		return true
	}
	w.free, w.listPages = newPageSet(state.pages), listPages
	for _, id := range free {
		if id < 2 || id >= state.pages || !w.free.add(id) {
			w.fail(fmt.Sprintf("the list of free pages has page %d, of %d, where it cannot be", id, state.pages))
			return true
		}
	}
	w.tree(state.root, bounds{}, 0, 0)
	if w.used == nil {
		w.used = newPageSet(state.pages)
	}
	w.used.join(w.seen)
	return !w.paused || w.broken
}

// total proves that each page is one of the tree, or free, or one of the list
// of free ones. That can be told only of a library that nobody changed meanwhile.
func (w *pageWalk) total() {
	if w.changed || w.broken || w.ctx.Err() != nil {
		return
	}
	lost := w.pages - 2 - w.listPages
	for id := range w.pages {
		if w.used.has(id) || w.free.has(id) {
			lost--
		}
	}
	if lost != 0 {
		w.fail(fmt.Sprintf("%d pages are neither used nor free", int64(lost)))
	}
}

var errFreelist = errors.New("the list of free pages cannot be read")

// readFreelist reads the list of free pages (go.etcd.io/bbolt
// internal/freelist): their number in the page's header or, if it does not fit
// there, in the first element; then their ids. pages is how many it takes.
func readFreelist(file *os.File, state meta) (ids []uint64, pages uint64, err error) {
	var head [pageHeader]byte
	at := int64(state.free) * int64(state.pageSize)
	if _, err := file.ReadAt(head[:], at); err != nil {
		return nil, 0, errFreelist
	}
	order := binary.NativeEndian
	count, from := uint64(order.Uint16(head[10:])), int64(pageHeader)
	own, overflow := order.Uint64(head[:]), uint64(order.Uint32(head[12:]))
	if own != state.free || order.Uint16(head[8:]) != freelistPage || own+overflow >= state.pages {
		return nil, 0, errFreelist
	}
	if count == manyFree {
		var first [8]byte
		if _, err := file.ReadAt(first[:], at+pageHeader); err != nil {
			return nil, 0, errFreelist
		}
		count, from = order.Uint64(first[:]), pageHeader+8
	}
	if count*8 > (overflow+1)*uint64(state.pageSize) {
		return nil, 0, errFreelist
	}
	raw := make([]byte, count*8)
	if _, err := file.ReadAt(raw, at+from); err != nil {
		return nil, 0, errFreelist
	}
	ids = make([]uint64, count)
	for i := range ids {
		ids[i] = order.Uint64(raw[i*8:])
	}
	return ids, overflow + 1, nil
}
