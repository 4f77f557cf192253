// Package bolt is the engine on bbolt: one file, opened for each transaction
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
	"runtime/debug"
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

// Close releases the handle. Nothing is held between calls, so nothing is lost
// without it.
func (e *Engine) Close() error { return nil }

// Limits are far from what bbolt can do; they bound the time that a
// transaction keeps others waiting.
func (e *Engine) Limits() engine.Limits { return engine.Limits{Ops: 100_000, Bytes: 128 << 20} }

// View runs do at one snapshot.
func (e *Engine) View(ctx context.Context, do func(engine.Reader) error) error {
	if missing(e.path) {
		return do(nothing{})
	}
	held, err := e.lock(ctx, shared, "reading")
	if err != nil {
		return err
	}
	defer held.release()
	return e.open("reading", e.path, true, func(db *bbolt.DB) error {
		return db.View(func(tx *bbolt.Tx) error {
			if err := checkBuckets(tx); err != nil {
				return err
			}
			if err := do(reader{tx}); err != nil {
				return &callers{err}
			}
			return nil
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
	return e.open("writing", e.path, false, func(db *bbolt.DB) error {
		return db.Update(func(tx *bbolt.Tx) error {
			if err := checkBuckets(tx); err != nil {
				return err
			}
			w := &writer{reader: reader{tx}, limits: e.Limits()}
			if err := do(w); err != nil {
				return &callers{err}
			}
			return w.log(e.origin)
		})
	})
}

// callers marks an error of the function that a transaction ran, which is
// handed back as it is.
type callers struct{ err error }

func (c *callers) Error() string { return c.err.Error() }

// open opens the file at path for the time of use. A damaged file makes bbolt
// panic or fault; both come back as an error here.
func (e *Engine) open(doing, path string, readOnly bool, use func(*bbolt.DB) error) (err error) {
	var file *os.File
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if wrong := recover(); wrong != nil {
			if file != nil {
				unlock(file) // the file stays mapped, which would keep bbolt's lock
				file.Close()
			}
			err = damaged(doing, path, wrong)
		}
	}()
	db, err := bbolt.Open(path, fileMode, &bbolt.Options{
		ReadOnly: readOnly,
		Timeout:  patience,
		OpenFile: func(name string, flag int, perm os.FileMode) (*os.File, error) {
			var err error
			// A file that went away meanwhile must not come back empty.
			if file, err = os.OpenFile(name, flag&^os.O_CREATE, perm); err != nil {
				return nil, err
			}
			return file, checkHeader(file)
		},
	})
	if err != nil {
		if file != nil {
			file.Close()
		}
		return e.explain(doing, path, err)
	}
	err = use(db)
	closed := db.Close()
	if own := (*callers)(nil); errors.As(err, &own) {
		return own.err
	}
	return e.explain(doing, path, errors.Join(err, closed))
}

func (e *Engine) prepareFolder() error {
	folder := filepath.Dir(e.path)
	if err := os.MkdirAll(folder, folderMode); err != nil {
		return e.explain("creating the folder", folder, err)
	}
	return nil
}

func missing(path string) bool {
	_, err := os.Stat(path)
	return errors.Is(err, fs.ErrNotExist)
}
