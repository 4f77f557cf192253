package bolt

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"go.etcd.io/bbolt"

	"dossier/store/engine"
)

// Verify walks every page. Readers go on meanwhile; writers wait.
func (e *Engine) Verify(ctx context.Context, report func(string)) error {
	if missing(e.path) {
		return nil
	}
	held, err := e.lock(ctx, shared, "checking")
	if err != nil {
		return err
	}
	defer held.release()
	whole, err := e.walkPages(ctx, report)
	if err != nil || !whole {
		return err
	}
	err = e.open("checking", e.path, true, func(db *bbolt.DB) error {
		return db.View(func(tx *bbolt.Tx) error {
			if err := checkBuckets(tx); err != nil {
				return err
			}
			for problem := range tx.Check() {
				report(problem.Error())
			}
			return nil
		})
	})
	if errors.Is(err, engine.ErrDamaged) {
		report(err.Error())
		return nil
	}
	return err
}

func (e *Engine) walkPages(ctx context.Context, report func(string)) (whole bool, err error) {
	file, err := os.Open(e.path)
	if err != nil {
		return false, e.explain("checking", e.path, err)
	}
	defer file.Close()
	var cut *shortened
	switch err := checkHeader(file); {
	case errors.As(err, &cut), errors.Is(err, errEmpty):
		report("the file is " + strings.TrimPrefix(err.Error(), "the file is "))
		return false, nil
	case err != nil:
		return false, e.explain("checking", e.path, err)
	}
	return walkPages(ctx, file, report)
}

// Backup copies one snapshot to a new file. Readers go on meanwhile; writers
// wait.
func (e *Engine) Backup(ctx context.Context, path string) error {
	const doing = "backing up to"
	if missing(e.path) {
		return &engine.Error{Doing: "backing up", Path: e.path, Err: fs.ErrNotExist,
			Problem: "there is no library yet", Remedy: "import something first"}
	}
	if !missing(path) {
		return &engine.Error{Doing: doing, Path: path, Err: engine.ErrExists,
			Problem: "a file of that name exists already", Remedy: "name a new file"}
	}
	held, err := e.lock(ctx, shared, "backing up")
	if err != nil {
		return err
	}
	defer held.release()
	return e.open("reading", e.path, true, func(db *bbolt.DB) error {
		return db.View(func(tx *bbolt.Tx) error {
			if err := checkBuckets(tx); err != nil {
				return err
			}
			return e.explain(doing, path, copyFile(path, func(w io.Writer) error {
				_, err := tx.WriteTo(w)
				return err
			}))
		})
	})
}

// Restore puts the library in a file in the place of this one, which is kept
// under another name.
func (e *Engine) Restore(ctx context.Context, from, keep string) error {
	if err := e.prepareFolder(); err != nil {
		return err
	}
	held, err := e.lock(ctx, exclusive, "restoring")
	if err != nil {
		return err
	}
	defer held.release()
	now := e.currentRev()
	if err := e.rewrite(from, now); err != nil {
		return err
	}
	if !missing(e.path) {
		if err := os.Link(e.path, keep); err != nil {
			return e.explain("keeping the old library as", keep, err)
		}
	}
	return e.explain("restoring", e.path, putInPlace(e.path+newSuffix, e.path))
}

// Compact writes the library anew beside itself and puts that in its place.
func (e *Engine) Compact(ctx context.Context) error {
	if missing(e.path) {
		return nil
	}
	held, err := e.lock(ctx, exclusive, "compacting")
	if err != nil {
		return err
	}
	defer held.release()
	if err := e.rewrite(e.path, 0); err != nil {
		return err
	}
	return e.explain("compacting", e.path, putInPlace(e.path+newSuffix, e.path))
}

// unknownRev is added to a restored library's revision where that of the
// library before it cannot be read any more: watchers must see another one.
const unknownRev = 1 << 32

// currentRev returns a revision that no watcher has seen.
func (e *Engine) currentRev() engine.Rev {
	rev := engine.Rev(unknownRev)
	if missing(e.path) {
		return 0
	}
	if err := e.open("reading", e.path, true, func(db *bbolt.DB) error {
		return db.View(func(tx *bbolt.Tx) error {
			if err := checkBuckets(tx); err != nil {
				return err
			}
			rev = revOf(tx)
			return nil
		})
	}); err != nil {
		return unknownRev // damaged: that is why it is being replaced
	}
	return rev
}

// rewriteBytes is how much is copied in one transaction.
const rewriteBytes = 64 << 20

// rewrite copies a library, without the feed of changes, to the file that is
// to take this one's place. Its revision is higher than both the old one's and
// atLeast, so that every watcher notices.
func (e *Engine) rewrite(from string, atLeast engine.Rev) error {
	fresh := e.path + newSuffix
	err := e.open("reading", from, true, func(src *bbolt.DB) error {
		return src.View(func(in *bbolt.Tx) error {
			if err := checkBuckets(in); err != nil {
				return err
			}
			rev := max(revOf(in), atLeast) + 1
			if err := build(fresh, func(tx *bbolt.Tx) error { return addBuckets(tx, rev) }); err != nil {
				return e.explain("writing", fresh, err)
			}
			return e.explain("writing", fresh, copyItems(in, fresh))
		})
	})
	if err != nil {
		os.Remove(fresh)
	}
	return err
}

func copyItems(in *bbolt.Tx, to string) (err error) {
	db, err := bbolt.Open(to, fileMode, &bbolt.Options{Timeout: patience, NoSync: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Sync(), db.Close()) }()
	if err := db.Update(func(tx *bbolt.Tx) error {
		return tx.Bucket(itemsBucket).SetSequence(in.Bucket(itemsBucket).Sequence())
	}); err != nil {
		return err
	}
	c := in.Bucket(itemsBucket).Cursor()
	k, v := c.First()
	for k != nil {
		if err := db.Update(func(tx *bbolt.Tx) error {
			items := tx.Bucket(itemsBucket)
			items.FillPercent = fill
			for size := 0; k != nil && size < rewriteBytes; k, v = c.Next() {
				if err := items.Put(k, v); err != nil {
					return fmt.Errorf("key %q: %w", k, err)
				}
				size += len(k) + len(v)
			}
			return nil
		}); err != nil {
			return err
		}
	}
	return nil
}
