package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"

	"dossier/briefings"
)

// Body is the text of a revision, of which only the parts asked for are read. A
// revision never changes, so neither does a Body. It is safe for concurrent
// use.
type Body struct {
	library *Library
	ctx     context.Context
	id      string
	head    *head

	mu    sync.Mutex
	parts []*loaded // the last used ones, latest last
}

type loaded struct {
	number int
	once   sync.Once
	blocks []briefings.Block
	err    error
}

// partsKept bounds what a Body keeps in memory, to about a megabyte.
const partsKept = 12

// OpenRevision returns a revision of which the text is read when it is asked
// for, within the same context. Number 0 is the current one.
func (l *Library) OpenRevision(ctx context.Context, id string, number int) (*Body, error) {
	b := &Body{library: l, ctx: ctx, id: id}
	err := l.view(ctx, func(s *snapshot) (err error) {
		b.head, err = s.head(id, number)
		return err
	})
	if err != nil {
		return nil, err
	}
	return b, nil
}

// Revision returns what is known of the revision without its text.
func (b *Body) Revision() briefings.Revision { return b.head.Revision }

// Len returns the number of blocks.
func (b *Body) Len() int { return b.head.Blocks }

// End returns the number of code points of the canonical text.
func (b *Body) End() int { return b.head.End }

// Block returns one block, from 0.
func (b *Body) Block(i int) (briefings.Block, error) {
	if i < 0 || i >= b.head.Blocks {
		return briefings.Block{}, fmt.Errorf("block %d of %s: there are %d", i, b.id, b.head.Blocks)
	}
	n := b.find(func(r blockRange) int { return r.Block }, i)
	blocks, err := b.load(n)
	if err != nil {
		return briefings.Block{}, err
	}
	return blocks[i-b.head.Parts[n].Block], nil
}

// At returns the index of the block that holds a code point of the canonical
// text, or of the last before it.
func (b *Body) At(point int) (int, error) {
	if b.head.Blocks == 0 {
		return 0, nil
	}
	n := b.find(func(r blockRange) int { return r.Start }, max(point, 0))
	blocks, err := b.load(n)
	if err != nil {
		return 0, err
	}
	i, found := slices.BinarySearchFunc(blocks, point, func(b briefings.Block, p int) int { return cmp.Compare(b.Start, p) })
	if !found {
		i--
	}
	return b.head.Parts[n].Block + max(i, 0), nil
}

// find returns the last part that begins at or before a place.
func (b *Body) find(begin func(blockRange) int, place int) int {
	i, found := slices.BinarySearchFunc(b.head.Parts, place, func(r blockRange, p int) int { return cmp.Compare(begin(r), p) })
	if !found {
		i--
	}
	return max(i, 0)
}

func (b *Body) load(n int) ([]briefings.Block, error) {
	part := b.keep(n)
	part.once.Do(func() {
		part.err = b.library.view(b.ctx, func(s *snapshot) (err error) {
			part.blocks, err = s.part(b.id, b.head, n)
			return err
		})
	})
	if part.err != nil {
		b.forget(part)
	}
	return part.blocks, part.err
}

// keep makes a part the last used one. It need not be read yet: several parts
// may be read at once, and each only once.
func (b *Body) keep(n int) *loaded {
	b.mu.Lock()
	defer b.mu.Unlock()
	part := &loaded{number: n}
	if i := slices.IndexFunc(b.parts, func(l *loaded) bool { return l.number == n }); i >= 0 {
		part = b.parts[i]
		b.parts = slices.Delete(b.parts, i, i+1)
	} else if len(b.parts) == partsKept {
		b.parts = slices.Delete(b.parts, 0, 1)
	}
	b.parts = append(b.parts, part)
	return part
}

// forget drops a part that could not be read, so that it is tried again.
func (b *Body) forget(part *loaded) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.parts = slices.DeleteFunc(b.parts, func(l *loaded) bool { return l == part })
}
