package store

import (
	"context"
	"errors"
	"os"
	"time"

	"dossier/briefings"
	"dossier/store/engine"
)

const (
	// batchCount and batchBytes bound one transaction of a large import: large
	// enough that the wait for the disk is shared.
	batchCount = 100
	batchBytes = 4 << 20
	// batchTime is how long others may have to wait for one: where documents
	// are rich or the machine is slow, batches become smaller.
	batchTime = 10 * time.Millisecond
	// batchShare is how long one goes on when others do wait.
	batchShare = time.Millisecond
)

// Incoming is one document on its way into the library.
type Incoming struct {
	// Name is what reports call it: its file name or URL.
	Name     string
	Briefing briefings.Briefing
	Revision briefings.Revision
}

// Batch takes many new documents in, several in a transaction: each comes in
// whole or not at all. The memory that it needs does not grow with their number.
type Batch struct {
	library *Library
	done    func(Incoming, Imported, error)
	most    int // documents in the next transaction
	waiting []waiting
	size    int
	before  int64 // bytes of the library
	brought int64 // bytes that came in
}

type waiting struct {
	Incoming
	*prepared
	got Imported
}

// NewBatch begins to take documents in. done hears of each, in the order in
// which they were added, what became of it, once that is on disk.
func (l *Library) NewBatch(done func(Incoming, Imported, error)) *Batch {
	b := &Batch{library: l, done: done, most: batchCount}
	if info, err := os.Stat(l.path); err == nil {
		b.before = info.Size()
	}
	return b
}

// Add takes a document in, with this call or a later one. A document that
// cannot come in is told to done and keeps no other out; an error is the
// library's, and means that none of those that waited came in.
func (b *Batch) Add(ctx context.Context, in Incoming) error {
	p, err := b.library.prepare(in.Briefing, in.Revision)
	if err != nil {
		if err := b.Flush(ctx); err != nil {
			return err
		}
		b.done(in, Imported{}, err)
		return nil
	}
	b.waiting = append(b.waiting, waiting{Incoming: in, prepared: p})
	b.size += p.size()
	if len(b.waiting) < b.most && b.size < batchBytes {
		return nil
	}
	return b.Flush(ctx)
}

// Waits says whether a document of which this holds waits for its transaction,
// and so is not found in the library yet.
func (b *Batch) Waits(is func(*briefings.Meta) bool) bool {
	for i := range b.waiting {
		if is(&b.waiting[i].Briefing.Meta) {
			return true
		}
	}
	return false
}

// Flush writes the documents that wait. They are on disk, or were refused, when
// it returns nil.
func (b *Batch) Flush(ctx context.Context) error {
	docs := b.waiting
	b.waiting, b.size = nil, 0
	for len(docs) > 0 {
		n, err := b.write(ctx, docs)
		if err != nil && ofOneDocument(ctx, err) {
			return b.oneByOne(ctx, docs)
		}
		for i := range docs[:n] {
			b.done(docs[i].Incoming, docs[i].got, err)
		}
		if err != nil {
			return err
		}
		docs = docs[n:]
	}
	return nil
}

// unusedMost is the share of unused space from which an import leaves the
// library compacted.
const unusedMost = 0.1

// Tidy gives space back that is no longer used, if there is much, once all is
// flushed. An import that brought most of a library leaves it written anew in
// any case: in the order of its keys, so that what belongs together lies
// together. Others read and write meanwhile, and who ends it loses nothing.
func (b *Batch) Tidy(ctx context.Context) error {
	unused := unusedMost
	if b.brought > b.before {
		unused = 0
	}
	return b.library.engine.Tidy(ctx, unused)
}

// oneByOne writes documents of which one cannot come in.
func (b *Batch) oneByOne(ctx context.Context, docs []waiting) error {
	for i := range docs {
		_, err := b.write(ctx, docs[i:i+1])
		b.done(docs[i].Incoming, docs[i].got, err)
		if err != nil && !ofOneDocument(ctx, err) {
			for _, rest := range docs[i+1:] {
				b.done(rest.Incoming, Imported{}, err)
			}
			return err
		}
	}
	return nil
}

// ofOneDocument tells an error that one document is the reason of from those of
// the library and of who asked.
func ofOneDocument(ctx context.Context, err error) bool {
	return ctx.Err() == nil && !errors.As(err, new(*engine.Error))
}

// write puts documents into the library in one transaction: all, or as many
// from the first on as others leave it time for. Where that fails, none.
func (b *Batch) write(ctx context.Context, docs []waiting) (written int, err error) {
	var began time.Time
	err = b.library.update(ctx, func(c *change) (err error) {
		began, written = time.Now(), 0
		for written < len(docs) && (written == 0 || time.Since(began) < batchShare || !c.Awaited()) {
			if docs[written].got, err = b.library.add(c, docs[written].prepared); err != nil {
				return err
			}
			written++
		}
		return nil
	})
	if err != nil {
		for i := range docs {
			docs[i].got = Imported{}
		}
		return len(docs), err
	}
	for i := range docs[:written] {
		if !docs[i].got.Unchanged {
			b.brought += int64(docs[i].size())
		}
	}
	b.adapt(time.Since(began), written, written < len(docs))
	return written, nil
}

// adapt sizes the next transaction by the time that the last one took, and by
// whether it was cut short for others.
func (b *Batch) adapt(took time.Duration, docs int, short bool) {
	switch {
	case took > batchTime:
		b.most = max(docs/2, 1)
	case short:
		b.most = docs
	case took < batchTime/2:
		b.most = min(b.most*2, batchCount)
	}
}
