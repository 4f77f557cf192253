package bolt

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"go.etcd.io/bbolt"

	"dossier/store/engine"
)

// reader is a read transaction that counts the bytes it hands out.
type reader struct {
	tx   *bbolt.Tx
	used *use
	held *held
}

func (r reader) Rev() engine.Rev { return revOf(r.tx) }

func revOf(tx *bbolt.Tx) engine.Rev { return engine.Rev(tx.Bucket(changesBucket).Sequence()) }

// Version is kept as the sequence of the items, which nothing else uses: it
// lies on the page that leads to them, where a key of its own would cost each
// transaction a walk down the tree, a third of a read from 100,000 briefings.
func (r reader) Version() uint64 { return r.tx.Bucket(itemsBucket).Sequence() }

func (r reader) Get(key string) ([]byte, error) {
	value := r.tx.Bucket(itemsBucket).Get([]byte(key))
	r.used.read(value)
	return value, nil
}

func (r reader) Scan(want engine.Range) iter.Seq2[engine.Item, error] {
	return func(yield func(engine.Item, error) bool) {
		c := r.tx.Bucket(itemsBucket).Cursor()
		prefix := []byte(want.Prefix)
		k, v := first(c, want)
		for ; k != nil && bytes.HasPrefix(k, prefix); k, v = step(c, want.Reverse) {
			r.used.read(v)
			if !yield(engine.Item{Key: string(k), Value: v}, nil) {
				return
			}
		}
	}
}

func (r reader) Awaited() bool { return r.held.awaited() }

func first(c *bbolt.Cursor, want engine.Range) (k, v []byte) {
	if !want.Reverse {
		k, v = c.Seek([]byte(max(want.Prefix, want.After)))
		if want.After != "" && string(k) == want.After {
			return c.Next()
		}
		return k, v
	}
	end := beyond(want.Prefix)
	if want.After != "" && (end == nil || want.After < string(end)) {
		end = []byte(want.After)
	}
	if end == nil {
		return c.Last()
	}
	if k, _ = c.Seek(end); k == nil {
		return c.Last()
	}
	return c.Prev()
}

// beyond returns the first key after all keys with the prefix, nil if there is
// none.
func beyond(prefix string) []byte {
	end := []byte(prefix)
	for i := len(end) - 1; i >= 0; i-- {
		if end[i] < 0xff {
			end[i]++
			return end[:i+1]
		}
	}
	return nil
}

func step(c *bbolt.Cursor, reverse bool) (k, v []byte) {
	if reverse {
		return c.Prev()
	}
	return c.Next()
}

// writer is a write transaction that notes which keys it touched.
type writer struct {
	reader
	commit     int // its number
	limits     engine.Limits
	ops, bytes int
	touched    []string
	place      string // of the last key
}

// placeLength is how many bytes two keys have in common of which the pages are
// taken for neighbours.
const placeLength = 28

// fill is how full a page is left that has to be split. Imports, which bring
// most of a library, put the keys of each kind behind those that are there, so
// that little is put into the pages before: half full ones, bbolt's default,
// make the file 1.6 times as large.
const fill = 0.9

var errKey = errors.New("a key must not be empty nor hold a line feed")

func (w *writer) Put(key string, value []byte) error {
	if err := w.touch(key, len(value)); err != nil {
		return err
	}
	items := w.tx.Bucket(itemsBucket)
	items.FillPercent = fill
	if err := items.Put([]byte(key), value); err != nil {
		return fmt.Errorf("key %q: %w", key, err)
	}
	return nil
}

func (w *writer) Delete(key string) error {
	items := w.tx.Bucket(itemsBucket)
	if items.Get([]byte(key)) == nil {
		return nil
	}
	if err := w.touch(key, 0); err != nil {
		return err
	}
	return items.Delete([]byte(key))
}

func (w *writer) SetVersion(version uint64) error {
	return w.tx.Bucket(itemsBucket).SetSequence(version)
}

func (w *writer) touch(key string, size int) error {
	if key == "" || strings.Contains(key, "\n") {
		return errKey
	}
	w.ops++
	w.bytes += len(key) + size
	w.used.bytes += size
	w.used.written += size
	if w.ops > w.limits.Ops || w.bytes > w.limits.Bytes {
		return engine.ErrTooLarge
	}
	w.touched = append(w.touched, key)
	if place := key[:min(len(key), placeLength)]; place != w.place {
		w.place = place
		w.used.walk() // to the page that the key belongs on
	}
	return nil
}

// log enters the transaction into the feed of changes.
func (w *writer) log(origin [8]byte) error {
	if len(w.touched) == 0 {
		return nil
	}
	slices.Sort(w.touched)
	return appendChange(w.tx, origin, slices.Compact(w.touched))
}

// nothing is the library that does not exist yet.
type nothing struct{}

func (nothing) Rev() engine.Rev            { return 0 }
func (nothing) Version() uint64            { return 0 }
func (nothing) Get(string) ([]byte, error) { return nil, nil }
func (nothing) Awaited() bool              { return false }
func (nothing) Scan(engine.Range) iter.Seq2[engine.Item, error] {
	return func(func(engine.Item, error) bool) {}
}
