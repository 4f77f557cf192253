// Package store keeps the library on disk: every text ever imported, what was
// made of it, and the history of every change.
//
// Several processes of one person share a library. None keeps it locked while
// idle: each call waits for its turn and works in a transaction of its own.
// Methods that change something return when the change is on disk.
package store

import (
	"cmp"
	"context"
	"os/user"
	"path/filepath"
	"sync"
	"time"

	"github.com/adrg/xdg"

	"dossier/store/engine"
	"dossier/store/engine/bolt"
)

// Library is one library. Its methods may be called from several goroutines;
// each gives up when its context ends, or after ten seconds without its turn.
type Library struct {
	path   string
	engine engine.Engine
	codec  *codec
	judged judgedLog
	schema schema
	author string
	clock  func() time.Time
	logf   func(format string, args ...any)

	upgrading sync.Mutex
}

// DefaultPath returns where a person's library lies: in the data folder of the
// XDG Base Directory Specification.
func DefaultPath() (string, error) {
	return filepath.Join(xdg.DataHome, "dossier", "library.db"), nil
}

// Open returns the library at a path. A file that is not there yet is created
// at the first change, with mode 0600 in a folder with mode 0700.
func Open(path string, o Options) (*Library, error) {
	e, err := bolt.Open(path)
	if err != nil {
		return nil, err
	}
	l := &Library{path: path, engine: e, schema: current, author: cmp.Or(o.Author, login()), clock: o.Now, logf: o.Logf}
	if l.clock == nil {
		l.clock = time.Now
	}
	if l.logf == nil {
		l.logf = func(string, ...any) {}
	}
	l.warn()
	if l.codec, err = newCodec(); err != nil {
		return nil, err
	}
	return l, nil
}

// WithProgress has tell hear of what copies the library in the context, which may
// take minutes: an upgrade, a compaction, a backup, the end of an import. It hears
// how many bytes are written, in the end all of them.
func WithProgress(ctx context.Context, tell func(done, total int64)) context.Context {
	return engine.WithProgress(ctx, tell)
}

// Close releases the file of the library. Who reads meanwhile reads on: a program may
// end before all that it began has.
func (l *Library) Close() error { return l.engine.Close() }

// Path returns the file that the library lies in.
func (l *Library) Path() string { return l.path }

// now is the time of a change: UTC, in milliseconds, as histories show it.
func (l *Library) now() time.Time { return l.clock().UTC().Truncate(time.Millisecond) }

func login() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "analyst"
}
