// Package bolt is the engine on bbolt: one file, locked for each transaction
// only, so that several processes share it.
//
// A lock of our own comes before bbolt's, because bbolt polls for its lock
// every 50 ms without a queue and so starves writers beside busy readers.
package bolt

import (
	"context"
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"

	"dossier/store/engine"
)

// The two buckets of a library's file.
var (
	itemsBucket   = []byte("dossier.items")
	changesBucket = []byte("dossier.changes") // big-endian revision -> which keys; see log.go
)

const (
	fileMode   = 0o600
	folderMode = 0o700
	// patience is how long a call without a deadline of its own waits for its
	// turn.
	patience = 10 * time.Second
)

// Engine is a handle on the library in one file.
type Engine struct {
	path   string
	origin [8]byte // tells this handle's commits from others in the feed
	idle   idle
}

var _ engine.Engine = (*Engine)(nil)

// Open returns a handle on a path, absolute or not. It touches nothing.
func Open(path string) (*Engine, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, &engine.Error{Doing: "opening", Path: path, Problem: err.Error(), Remedy: "give a full path", Err: err}
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		abs = real // a rename must replace the file, not a link to it
	}
	e := &Engine{path: abs}
	if _, err := rand.Read(e.origin[:]); err != nil {
		return nil, err
	}
	return e, nil
}

// Close releases the handle. Nothing is locked between calls, so nothing is lost
// without it.
func (e *Engine) Close() error { return e.idle.drop() }

// Limits are far from what bbolt can do; they bound the time that a
// transaction keeps others waiting.
func (e *Engine) Limits() engine.Limits { return engine.Limits{Ops: 100_000, Bytes: 128 << 20} }

// View runs do at one snapshot.
func (e *Engine) View(ctx context.Context, do func(engine.Reader) error) error {
	if missing(e.path) {
		return do(nothing{})
	}
	return e.read(ctx, "reading", func(r reader) error {
		if err := do(r); err != nil {
			return &callers{err}
		}
		return nil
	})
}

// read runs do at one snapshot of a library that is there.
func (e *Engine) read(ctx context.Context, doing string, do func(reader) error) error {
	held, err := e.lock(ctx, shared, doing)
	if err != nil {
		return err
	}
	defer held.release()
	return e.snapshot(held, doing, do)
}

// snapshot runs do at one snapshot, in a lock.
func (e *Engine) snapshot(held *held, doing string, do func(reader) error) error {
	return e.within(doing, true, func(o *opened) error {
		return o.db.View(func(tx *bbolt.Tx) error {
			if err := checkBuckets(tx); err != nil {
				return err
			}
			return do(reader{tx, o.using(tx), held})
		})
	})
}

// Update runs do in one durable transaction.
func (e *Engine) Update(ctx context.Context, do func(engine.Writer) error) error {
	if err := e.prepareFolder(); err != nil {
		return err
	}
	held, err := e.lock(ctx, exclusive, "writing")
	if err != nil {
		return err
	}
	defer held.release()
	if missing(e.path) {
		if err := e.create(); err != nil {
			return e.explain("creating", e.path, err)
		}
	}
	return e.within("writing", false, func(o *opened) error {
		var w *writer
		err := o.db.Update(func(tx *bbolt.Tx) error {
			if err := checkBuckets(tx); err != nil {
				return err
			}
			w = &writer{reader: reader{tx, o.using(tx), held}, limits: e.Limits(), commit: tx.ID()}
			if err := do(w); err != nil {
				return &callers{err}
			}
			return w.log(e.origin)
		})
		if err == nil && w.commit%renewEvery == 0 && w.bytes <= byHand {
			o.renewRoom(false)
		}
		return err
	})
}

// callers marks an error of the function that a transaction ran, which is
// handed back as it is.
type callers struct{ err error }

func (c *callers) Error() string { return c.err.Error() }

func (e *Engine) prepareFolder() error {
	folder := filepath.Dir(e.path)
	return e.explain("creating the folder", folder, makeFolder(folder))
}

func missing(path string) bool {
	_, err := os.Stat(path)
	return errors.Is(err, fs.ErrNotExist)
}
