// Package engine is the small ordered key-value interface that the library is
// written on: transactions at one snapshot, and a feed of what changed. One
// conformance suite (enginetest) says what every engine must do.
package engine

import (
	"context"
	"iter"
)

// Rev orders the commits of one library: each has a higher one than the commit
// before it. 0 is before the first. Revisions need not be dense.
type Rev uint64

// Item is a key with its value. Keys are never empty and hold no line feed.
type Item struct {
	Key   string
	Value []byte
}

// Range is a part of the ordered key space.
type Range struct {
	Prefix string
	// After leaves out the keys up to and including this one, in the direction
	// of reading; "" leaves out none.
	After   string
	Reverse bool
}

// Reader reads at one snapshot. The values that it hands out must not be
// changed, and not be used after the transaction.
type Reader interface {
	// Rev is the snapshot's revision.
	Rev() Rev
	// Version is the number that SetVersion last gave the library, 0 if none
	// did: the format of what is stored. It costs nothing to read.
	Version() uint64
	// Get returns nil for a key that is not there.
	Get(key string) ([]byte, error)
	// Scan walks a range in order. An error ends it. Nothing may be written
	// while a Scan runs.
	Scan(Range) iter.Seq2[Item, error]
	// Awaited says whether somebody waits until this transaction is over. One
	// that may end at several places had better do so then.
	Awaited() bool
}

// Writer reads what it wrote itself as well.
type Writer interface {
	Reader
	Put(key string, value []byte) error
	// Delete of a key that is not there does nothing.
	Delete(key string) error
	SetVersion(version uint64) error
}

// Change is one commit as a watcher sees it: which of the watched keys it put
// or deleted. It is a hint to read them again, not a copy of them.
type Change struct {
	Rev  Rev
	Keys []string
	// Own is set where the commit was made through the handle that watches.
	Own bool
}

// Limits bound one Update; callers split bulk work by them.
type Limits struct{ Ops, Bytes int }

// Engine is a handle on a library. Several handles, in several processes, may
// be open on one library. Nothing is kept locked between calls.
type Engine interface {
	Limits() Limits
	// View runs do at one snapshot. A library that does not exist yet reads as
	// empty.
	View(ctx context.Context, do func(Reader) error) error
	// Update runs do and commits what it wrote, all or nothing; when it returns
	// nil, that is durable. An error of do commits nothing and is returned. do
	// may be run more than once and must have no effect but through the Writer.
	// The first Update creates the library.
	Update(ctx context.Context, do func(Writer) error) error
	// Watch gives every commit after since that touches the prefix: in order,
	// each once and whole, none left out. It waits for more until the context
	// ends, and ends with ErrForgotten where commits since then are no longer
	// known.
	Watch(ctx context.Context, prefix string, since Rev) iter.Seq2[Change, error]
	Maintenance
	Close() error
}

// Conversion turns what one format keeps into what another keeps. It reads the
// old format at one snapshot, and has no effect of its own.
type Conversion struct {
	// Walk gives the items of the new format, in the order of their keys, from
	// behind a key of the new format.
	Walk func(r Reader, after string) iter.Seq2[Item, error]
	// Follow gives the items of the new format that a change of an old key may
	// have changed, as they are now; those without a value are not there any
	// more.
	Follow func(r Reader, key string) ([]Item, error)
}

// Maintenance is what a keeper of the library does to it as a whole.
type Maintenance interface {
	// Verify proves the engine's own structure and reports what is broken.
	Verify(ctx context.Context, report func(problem string)) error
	// Backup copies one snapshot to a new file. Nobody waits for it long.
	Backup(ctx context.Context, path string) error
	// Restore puts the library in a file in the place of this one, which is
	// kept as the file keep, whatever state it is in. Watchers are told with
	// ErrForgotten.
	Restore(ctx context.Context, from, keep string) error
	// Compact gives unused space back and wipes what was deleted, also from the
	// feed of changes. Watchers are told with ErrForgotten.
	Compact(ctx context.Context) error
	// Convert writes the library anew in another format, and gives it the
	// version to; the library as it was is kept as the file keep. Others read
	// and write the old format meanwhile; a crash, at whatever moment, leaves
	// the old or the new one. Watchers are told with ErrForgotten. Where the
	// version is not from (any more), as when another process converted it,
	// nothing is done.
	Convert(ctx context.Context, from, to uint64, how Conversion, keep string) error
	// Tidy compacts the library if more than this share of it is unused space.
	// Watchers are not told: for them nothing changed.
	Tidy(ctx context.Context, share float64) error
}
