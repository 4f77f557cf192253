package store

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dossier/store/engine"
	"dossier/store/engine/bolt"
)

// keptCopies is how many of its own copies dossier keeps beside a library.
const keptCopies = 5

// Backup copies the library, while it is in use, to a new file, which passes
// Check.
func (l *Library) Backup(ctx context.Context, path string) error {
	return l.engine.Backup(ctx, path)
}

// Restore puts a backup in the place of the library. It refuses one that does
// not pass Check; one of an older format is upgraded. What stood there before,
// whole or damaged, is kept in the folder of copies beside it.
func (l *Library) Restore(ctx context.Context, path string) error {
	if err := Restorable(path); err != nil {
		return err
	}
	staged, err := l.copyName("to-restore")
	if err != nil {
		return err
	}
	// The backup itself stays as it is: it is proved on a copy.
	backup, err := l.beside(path)
	if err != nil {
		return err
	}
	defer backup.Close()
	if err := backup.engine.Backup(ctx, staged); err != nil {
		return err
	}
	defer removeWithLocks(staged)
	if err := l.prove(ctx, staged, path); err != nil {
		return err
	}
	keep, err := l.copyName("before-restore")
	if err != nil {
		return err
	}
	if err := l.engine.Restore(ctx, staged, keep); err != nil {
		return err
	}
	removeWithLocks(staged) // it would count as a copy
	l.dropOldCopies()
	return nil
}

// Restorable says why a file cannot be restored from, as far as its first pages
// tell.
func Restorable(path string) error {
	if info, err := os.Stat(path); err != nil || info.IsDir() {
		return refuse(path, "there is no such file", cmp.Or(err, fs.ErrNotExist))
	}
	if !IsLibrary(path) {
		return refuse(path, "the file is no backup of a library", engine.ErrNotLibrary)
	}
	return nil
}

// IsLibrary says whether a file looks like a library, whole or damaged.
func IsLibrary(path string) bool { return bolt.IsLibrary(path) }

// beside opens another file as this library is opened.
func (l *Library) beside(path string) (*Library, error) {
	other, err := Open(path, Options{Author: l.author, Now: l.clock})
	if err != nil {
		return nil, err
	}
	other.schema = l.schema
	return other, nil
}

// prove checks the copy of a backup.
func (l *Library) prove(ctx context.Context, staged, path string) error {
	copied, err := l.beside(staged)
	if err != nil {
		return err
	}
	defer copied.Close()
	problems, err := copied.Check(ctx)
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		return refuse(path, fmt.Sprintf("it is not whole: %s %s", problems[0].Where, problems[0].What), engine.ErrDamaged)
	}
	return nil
}

func refuse(path, problem string, err error) error {
	return &engine.Error{Doing: "restoring from", Path: path, Problem: problem, Err: err,
		Remedy: "name a file that \"dossier backup\" wrote; nothing was changed"}
}

// Compact gives unused space back.
func (l *Library) Compact(ctx context.Context) error { return l.engine.Compact(ctx) }

// copiesFolder is where copies lie that dossier makes by itself.
func (l *Library) copiesFolder() string {
	return filepath.Join(filepath.Dir(l.path), "copies")
}

// copyName returns a name that no copy has yet, nor one of another process that
// asks at the same time; names sort by age.
func (l *Library) copyName(why string) (string, error) {
	if err := os.MkdirAll(l.copiesFolder(), 0o700); err != nil {
		return "", &engine.Error{Doing: "creating the folder of copies", Path: l.copiesFolder(), Problem: err.Error(),
			Remedy: "make its folder writable; nothing was changed", Err: err}
	}
	base := filepath.Join(l.copiesFolder(), fmt.Sprintf("%s.%s.%s-%d", filepath.Base(l.path), l.now().Format("20060102T150405.000"), why, os.Getpid()))
	name := base
	for n := 2; ; n++ {
		if _, err := os.Lstat(name); err != nil {
			return name, nil
		}
		name = fmt.Sprintf("%s-%d", base, n)
	}
}

// dropOldCopies keeps the youngest of the library's copies.
func (l *Library) dropOldCopies() {
	entries, err := os.ReadDir(l.copiesFolder())
	if err != nil {
		l.logf("the folder of copies %s cannot be read: %v", l.copiesFolder(), err)
		return
	}
	var copies []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), filepath.Base(l.path)+".") {
			copies = append(copies, e.Name())
		}
	}
	slices.Sort(copies)
	for i := range max(0, len(copies)-keptCopies) {
		if err := os.Remove(filepath.Join(l.copiesFolder(), copies[i])); err != nil {
			l.logf("the old copy %s cannot be removed: %v", copies[i], err)
		}
	}
}

// removeWithLocks removes a copy that nobody else knows of.
func removeWithLocks(path string) {
	for _, suffix := range []string{"", ".lock", ".queue", ".copy.lock"} {
		os.Remove(path + suffix)
	}
}
