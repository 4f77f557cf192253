package bolt

import (
	"errors"
	"os"
	"runtime"
	"runtime/debug"
	"sync"

	"go.etcd.io/bbolt"
)

// Between two transactions a handle keeps the file mapped, but locks nothing:
// others write, and put another file in its place, as if it were not there.
// Mapping a file of gigabytes anew, faulting in the pages that lead to a key
// (4 µs each) and reading the list of free pages costs more than most
// transactions, and the more the larger the library is.

// keepsMapped is false where a mapped file cannot be replaced (Windows), and
// where it does not show what was written to the file (OpenBSD).
const keepsMapped = runtime.GOOS != "windows" && runtime.GOOS != "openbsd"

// opened is a file that bbolt has open.
type opened struct {
	db       *bbolt.DB
	file     *os.File
	readOnly bool
	info     os.FileInfo
	state    meta // that the list of free pages belongs to
	used     use
	worn     bool // something went wrong with it
}

// idle keeps the file that the last transaction used for the next one.
type idle struct {
	mu   sync.Mutex
	file *opened
}

// swap puts a file there, or none, and returns the one that was.
func (i *idle) swap(with *opened) (was *opened) {
	i.mu.Lock()
	defer i.mu.Unlock()
	was, i.file = i.file, with
	return was
}

func (i *idle) drop() error {
	if was := i.swap(nil); was != nil {
		return was.db.Close()
	}
	return nil
}

// within runs use on the library's file, in a transaction's lock. The file may
// be one that an earlier transaction left open.
func (e *Engine) within(doing string, readOnly bool, use func(*opened) error) error {
	o := e.idle.swap(nil)
	if o != nil && !o.resume(e.path, readOnly) {
		o.db.Close() // what was unmapped cannot be wrong
		o = nil
	}
	if o == nil {
		var err error
		if o, err = e.openFile(doing, e.path, readOnly); err != nil {
			return err
		}
	}
	if err := e.guarded(doing, e.path, o, use); err != nil {
		return err
	}
	if !o.rest(!readOnly) {
		return e.explain(doing, e.path, o.db.Close())
	}
	if was := e.idle.swap(o); was != nil {
		was.db.Close() // of another goroutine; nothing depends on it
	}
	return nil
}

// resume takes a file up again if it is still the library's and all of it is
// mapped; for writing, if also nobody else wrote since.
func (o *opened) resume(path string, readOnly bool) bool {
	now, err := os.Stat(path)
	if err != nil || !os.SameFile(now, o.info) || now.Size() != o.info.Size() || o.readOnly && !readOnly {
		return false
	}
	how := shared
	if !readOnly {
		how = exclusive
	}
	if free, err := tryLock(o.file, how); !free || err != nil {
		return false
	}
	if readOnly {
		return true
	}
	state, ok := currentMeta(o.file)
	return ok && state == o.state
}

// using counts what a transaction looks at. The file may be larger than its
// mapping; what the transaction knows of is mapped.
func (o *opened) using(tx *bbolt.Tx) *use {
	o.used.giveBack = func() bool { return giveBack(o.db.Info().Data, tx.Size()) }
	return &o.used
}

// rest gives bbolt's lock back, and says whether the file may be taken up again.
func (o *opened) rest(wrote bool) bool {
	if !keepsMapped || o.worn || o.used.bytes > keptBytes || o.used.written > keptWritten {
		return false
	}
	var err error
	if o.info, err = o.file.Stat(); err != nil {
		return false
	}
	if wrote { // who only read has the list of free pages of an earlier state
		var ok bool
		if o.state, ok = currentMeta(o.file); !ok {
			return false
		}
	}
	unlock(o.file)
	return true
}

func (e *Engine) openFile(doing, path string, readOnly bool) (o *opened, err error) {
	o = &opened{readOnly: readOnly}
	defer o.catch(doing, path, &err)()
	o.db, err = bbolt.Open(path, fileMode, &bbolt.Options{
		ReadOnly: readOnly,
		Timeout:  patience,
		OpenFile: func(name string, flag int, perm os.FileMode) (*os.File, error) {
			// A file that went away meanwhile must not come back empty.
			file, err := os.OpenFile(name, flag&^os.O_CREATE, perm)
			if err != nil {
				return nil, err
			}
			o.file = file
			return file, checkHeader(file)
		},
	})
	if err != nil {
		if o.file != nil {
			o.file.Close()
		}
		return nil, e.explain(doing, path, err)
	}
	if o.info, err = o.file.Stat(); err == nil && !readOnly {
		// Who wrote last may have been killed with a commit that all see and that
		// is not on disk. Built on it would be writing over what it replaces.
		err = o.db.Sync()
	}
	if err != nil {
		return nil, e.explain(doing, path, errors.Join(err, o.db.Close()))
	}
	return o, nil
}

// guarded runs use; where that fails, the file is closed.
func (e *Engine) guarded(doing, path string, o *opened, use func(*opened) error) (err error) {
	defer o.catch(doing, path, &err)()
	if err = use(o); err == nil {
		return nil
	}
	closed := o.db.Close()
	if own := (*callers)(nil); errors.As(err, &own) {
		return own.err
	}
	return e.explain(doing, path, errors.Join(err, closed))
}

// catch returns what to defer: it makes an error of bbolt's panics and of
// faults in the mapped file, which is how a damaged file shows.
func (o *opened) catch(doing, path string, err *error) func() {
	faults := debug.SetPanicOnFault(true)
	return func() {
		debug.SetPanicOnFault(faults)
		if wrong := recover(); wrong != nil {
			if o.file != nil {
				unlock(o.file) // the file stays mapped, which would keep bbolt's lock
				o.file.Close()
			}
			*err = damaged(doing, path, wrong)
		}
	}
}
