package bolt

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"dossier/store/engine"
)

// Backup copies one snapshot to a new file. Others read and write meanwhile.
func (e *Engine) Backup(ctx context.Context, path string) error {
	const doing = "backing up to"
	if missing(e.path) {
		return &engine.Error{Doing: "backing up", Path: e.path, Err: fs.ErrNotExist,
			Problem: "there is no library yet", Remedy: "import something first"}
	}
	// The name is taken by an empty file first: a copy of half the library must
	// not be found under it, nor another's file be replaced.
	name, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if errors.Is(err, fs.ErrExist) {
		return &engine.Error{Doing: doing, Path: path, Err: engine.ErrExists,
			Problem: "a file of that name exists already", Remedy: "name a new file"}
	}
	if errors.Is(err, fs.ErrNotExist) {
		return &engine.Error{Doing: doing, Path: path, Err: err,
			Problem: "there is no such folder", Remedy: "make it first, or name a file in another one"}
	}
	if err != nil {
		return e.explain(doing, path, err)
	}
	name.Close()
	part := path + partSuffix
	err = e.copyTo(ctx, part, doing, asItIs, func(c *copying) error {
		return e.read(ctx, doing, func(r reader) error { return c.finish(r, r.Rev()) })
	})
	if err == nil {
		err = e.explain(doing, path, putInPlace(part, path))
	}
	if err != nil {
		os.Remove(path)
	}
	return err
}

// Restore puts the library in a file in the place of this one, which is kept
// under another name.
func (e *Engine) Restore(ctx context.Context, from, keep string) error {
	const doing = "restoring"
	if err := e.prepareFolder(); err != nil {
		return err
	}
	backup := &Engine{path: from}
	defer backup.Close()
	turn, err := e.copyTurn(ctx, doing)
	if err != nil {
		return err
	}
	defer turn.release()
	fresh := e.path + copySuffix
	return backup.copyTo(ctx, fresh, doing, asItIs, func(c *copying) error {
		held, err := e.lock(ctx, exclusive, doing)
		if err != nil {
			return err
		}
		defer held.release()
		now := e.currentRev(held)
		if err := backup.read(ctx, doing, func(r reader) error { return c.finish(r, max(r.Rev(), now)+1) }); err != nil {
			return err
		}
		if !missing(e.path) {
			if err := e.keepAs(keep); err != nil {
				return err
			}
		}
		return e.explain(doing, e.path, putInPlace(fresh, e.path))
	})
}

// keepAs gives the library another name, for good: one power cut must not take
// that and leave what is put in its place.
func (e *Engine) keepAs(name string) error {
	err := os.Link(e.path, name)
	if err == nil {
		err = syncFolder(filepath.Dir(name))
	}
	return e.explain("keeping the old library as", name, err)
}

// compacting is what Compact and Tidy do.
const compacting = "compacting"

// Compact writes the library anew beside itself and puts that in its place.
func (e *Engine) Compact(ctx context.Context) error {
	if missing(e.path) {
		return nil
	}
	return e.rewrite(ctx, compacting, asItIs, func(c *copying, r reader) error { return c.finish(r, r.Rev()+1) })
}

// errOvertaken ends a conversion of a library that is not in its format.
var errOvertaken = errors.New("the library is in another format")

// Convert writes the library anew in another format beside itself, and puts
// that in its place.
func (e *Engine) Convert(ctx context.Context, from, to uint64, how engine.Conversion, keep string) error {
	if missing(e.path) {
		return nil
	}
	as := format{Conversion: how, version: func(r reader) (uint64, error) {
		if r.Version() != from {
			return 0, errOvertaken
		}
		return to, nil
	}}
	err := e.rewrite(ctx, "upgrading", as, func(c *copying, r reader) error {
		if err := c.finish(r, r.Rev()+1); err != nil {
			return err
		}
		return e.keepAs(keep)
	})
	if errors.Is(err, errOvertaken) {
		return nil
	}
	return err
}

// Tidy compacts the library where it is worth while, and else only makes room in
// it. The feed of changes stays.
func (e *Engine) Tidy(ctx context.Context, share float64) error {
	if missing(e.path) {
		return nil
	}
	if !e.wastes(share) {
		return e.makeRoom(ctx, compacting)
	}
	turn, err := e.copyTurn(ctx, compacting)
	if err != nil {
		return err
	}
	defer turn.release()
	if !e.wastes(share) { // any more
		return nil
	}
	withFeed := asItIs
	withFeed.feed = true
	return e.replace(ctx, compacting, withFeed, func(c *copying, r reader) error { return c.finish(r, r.Rev()) })
}

// wastes says whether more than a share of the library is unused.
func (e *Engine) wastes(share float64) bool {
	all, free := e.usage()
	return float64(free) > share*float64(all)
}

// usage is how large the library is, and how much of it is unused, in bytes. It
// is nothing where that cannot be told: whoever reads the library is told why.
func (e *Engine) usage() (all, free int64) {
	file, err := os.Open(e.path)
	if err != nil {
		return 0, 0
	}
	defer file.Close()
	state, ok := currentMeta(file)
	if !ok {
		return 0, 0
	}
	list, _, err := readFreelist(file, state)
	if err != nil {
		return 0, 0
	}
	return int64(state.pages) * int64(state.pageSize), int64(len(list)) * int64(state.pageSize)
}

// rewrite replaces the library by a copy of itself when its turn comes.
func (e *Engine) rewrite(ctx context.Context, doing string, as format, finish func(*copying, reader) error) error {
	// No lock file is left beside what is no library.
	if err := e.read(ctx, doing, func(reader) error { return nil }); err != nil {
		return err
	}
	turn, err := e.copyTurn(ctx, doing)
	if err != nil {
		return err
	}
	defer turn.release()
	return e.replace(ctx, doing, as, finish)
}

// replace copies the library and puts the copy in its place.
func (e *Engine) replace(ctx context.Context, doing string, as format, finish func(*copying, reader) error) error {
	fresh := e.path + copySuffix
	return e.copyTo(ctx, fresh, doing, as, func(c *copying) error {
		held, err := e.lock(ctx, exclusive, doing)
		if err != nil {
			return err
		}
		defer held.release()
		if err := e.snapshot(held, doing, func(r reader) error { return finish(c, r) }); err != nil {
			return err
		}
		return e.explain(doing, e.path, putInPlace(fresh, e.path))
	})
}

// unknownRev is added to a restored library's revision where that of the
// library before it cannot be read any more: watchers must see another one.
const unknownRev = 1 << 32

// currentRev returns a revision that no watcher has seen, in a lock.
func (e *Engine) currentRev(held *held) engine.Rev {
	if missing(e.path) {
		return 0
	}
	rev := engine.Rev(unknownRev)
	e.snapshot(held, "reading", func(r reader) error {
		rev = r.Rev()
		return nil
	}) // where it is damaged, that is why it is being replaced
	return rev
}
