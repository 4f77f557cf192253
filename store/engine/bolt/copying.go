package bolt

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"iter"
	"os"
	"slices"

	"go.etcd.io/bbolt"

	"dossier/store/engine"
)

// A library is copied while others go on writing: a slice of its keys in each
// of many short transactions. Each takes over first what was written since the
// one before to keys that the copy has already, which the feed of changes
// names. So the copy always is the library, up to a key, as of a revision. It
// may be one in another format: then the keys are the new format's.

const (
	// sliceBytes is how much one transaction copies; nobody waits longer for it
	// than for a page of the list.
	sliceBytes = 2 << 20
	// syncSlices is after how many slices the copy is put on disk: who saves a
	// note meanwhile waits for what the disk has still to write.
	syncSlices = 8
	// copyTries is how often a copy is begun anew that fell so far behind that
	// the feed does not reach back to it.
	copyTries = 5
)

// copying is a copy under way.
type copying struct {
	from  *Engine
	path  string // of the copy
	to    *bbolt.DB
	size  int64 // of the copy
	as    format
	begun bool
	after string     // the last key that the copy has
	whole bool       // it has all
	seen  engine.Rev // as of which
	taken []engine.Item
	fed   uint64        // the last entry of the feed that it has
	feed  []engine.Item // entries that are to follow
}

// format is what a copy is to be written in.
type format struct {
	engine.Conversion
	version func(r reader) (uint64, error) // of the copy; an error ends it
	feed    bool                           // of changes is copied too: nobody notices a difference
}

// asItIs copies every item.
var asItIs = format{
	Conversion: engine.Conversion{
		Walk: func(r engine.Reader, after string) iter.Seq2[engine.Item, error] {
			return r.Scan(engine.Range{After: after})
		},
		Follow: func(r engine.Reader, key string) ([]engine.Item, error) {
			value, err := r.Get(key)
			return []engine.Item{{Key: key, Value: value}}, err
		},
	},
	version: func(r reader) (uint64, error) { return r.Version(), nil },
}

// copyTo copies the library to a new file. When that has all, last is to call
// finish, in a transaction.
func (e *Engine) copyTo(ctx context.Context, path, doing string, as format, last func(*copying) error) error {
	for range copyTries {
		if err := e.tryCopy(ctx, path, doing, as, last); !errors.Is(err, engine.ErrForgotten) {
			return err
		}
	}
	return &engine.Error{Doing: doing, Path: e.path, Err: engine.ErrBusy,
		Problem: "others write faster than it can be copied", Remedy: "try again when they are done"}
}

func (e *Engine) tryCopy(ctx context.Context, path, doing string, as format, last func(*copying) error) error {
	all, free := e.usage()
	total := all - free
	defer engine.Tell(ctx, total, total)
	c := &copying{from: e, path: path, as: as}
	err := c.create(all)
	if err != nil {
		return e.explain(doing, path, err)
	}
	for n := 1; !c.whole && err == nil; n++ {
		if err = e.read(ctx, doing, c.step); err == nil {
			err = e.explain(doing, path, c.to.Update(c.write))
		}
		if err == nil && (c.whole || n%syncSlices == 0) {
			err = e.explain(doing, path, c.to.Sync())
			giveBack(c.to.Info().Data, c.size) // see use.go
		}
		engine.Tell(ctx, min(c.size, total), total)
	}
	if err == nil && as.feed {
		err = c.copyFeed(ctx, doing)
	}
	if err == nil {
		err = last(c)
	}
	if err != nil {
		c.to.Close() // it is thrown away
		os.Remove(path)
	}
	return err
}

// create makes the new file, for a library of so many bytes.
func (c *copying) create(size int64) (err error) {
	if err := removeIfThere(c.path); err != nil {
		return err
	}
	c.to, err = bbolt.Open(c.path, fileMode, &bbolt.Options{Timeout: patience, NoSync: true, NoGrowSync: true})
	if err == nil {
		if err = c.to.Update(func(tx *bbolt.Tx) error { return errors.Join(addBuckets(tx, 0), holdRoom(tx, size)) }); err != nil {
			c.to.Close()
		}
	}
	if err != nil {
		os.Remove(c.path)
	}
	return err
}

// step takes over what was written since the last step, and the next slice.
func (c *copying) step(r reader) error {
	if _, err := c.as.version(r); err != nil {
		return err
	}
	if !c.begun {
		c.begun, c.seen = true, r.Rev()
	}
	written := map[string]bool{}
	if err := changesAfter(r.tx, c.seen, c.from.origin, func(change engine.Change) {
		for _, key := range change.Keys {
			written[key] = true
		}
	}); err != nil {
		return err
	}
	c.seen = r.Rev()
	for key := range written {
		items, err := c.as.Follow(r, key)
		if err != nil {
			return &callers{err}
		}
		for _, item := range items {
			if item.Key <= c.after { // others are still to come
				c.take(item)
			}
		}
	}
	size := 0
	for item, err := range c.as.Walk(r, c.after) {
		if err != nil {
			return &callers{err}
		}
		if size >= sliceBytes {
			return nil
		}
		c.take(item)
		c.after = item.Key
		size += len(item.Key) + len(item.Value)
	}
	c.whole = true
	return nil
}

// take notes an item that the copy is to have, or no more if it has no value.
func (c *copying) take(item engine.Item) {
	c.taken = append(c.taken, engine.Item{Key: item.Key, Value: slices.Clone(item.Value)})
}

// write puts into the copy what was taken.
func (c *copying) write(tx *bbolt.Tx) error {
	items := tx.Bucket(itemsBucket)
	items.FillPercent = fill
	for _, t := range c.taken {
		var err error
		if t.Value == nil {
			err = items.Delete([]byte(t.Key))
		} else {
			err = items.Put([]byte(t.Key), t.Value)
		}
		if err != nil {
			return fmt.Errorf("key %q: %w", t.Key, err)
		}
	}
	c.taken, c.size = c.taken[:0], tx.Size()
	return nil
}

// copyFeed copies the feed of changes, in slices too: after an import it may be
// fifty megabytes.
func (c *copying) copyFeed(ctx context.Context, doing string) (err error) {
	for more := true; more && err == nil; {
		if err = c.from.read(ctx, doing, func(r reader) error { more = c.takeFeed(r); return nil }); err == nil {
			err = c.from.explain(doing, c.path, c.to.Update(c.writeFeed))
		}
	}
	if err == nil {
		err = c.from.explain(doing, c.path, c.to.Sync())
	}
	return err
}

// takeFeed notes the next slice of the feed, and says whether there is more.
func (c *copying) takeFeed(r reader) (more bool) {
	entries, size := r.tx.Bucket(changesBucket).Cursor(), 0
	for k, v := entries.Seek(revKey(c.fed + 1)); k != nil; k, v = entries.Next() {
		if size >= sliceBytes {
			return true
		}
		r.used.read(v)
		c.fed = binary.BigEndian.Uint64(k)
		c.feed = append(c.feed, engine.Item{Key: string(k), Value: slices.Clone(v)})
		size += len(v)
	}
	return false
}

// writeFeed puts into the copy what was taken of the feed.
func (c *copying) writeFeed(tx *bbolt.Tx) error {
	log := tx.Bucket(changesBucket)
	for _, entry := range c.feed {
		if err := log.Put([]byte(entry.Key), entry.Value); err != nil {
			return err
		}
	}
	c.feed = c.feed[:0]
	return nil
}

// finish makes the copy the library as of r, whose transaction keeps writers
// out, and closes it.
func (c *copying) finish(r reader, rev engine.Rev) error {
	for c.whole = false; !c.whole; {
		if err := c.step(r); err != nil {
			return err
		}
	}
	version, err := c.as.version(r)
	if err != nil {
		return err
	}
	for more := c.as.feed; more; {
		more = c.takeFeed(r)
	}
	err = c.to.Update(func(tx *bbolt.Tx) error {
		return errors.Join(c.write(tx), c.writeFeed(tx), giveRoom(tx),
			tx.Bucket(itemsBucket).SetSequence(version), tx.Bucket(changesBucket).SetSequence(uint64(rev)))
	})
	return c.from.explain("writing", c.path, errors.Join(err, c.to.Sync(), c.to.Close()))
}
