package bolt

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"dossier/store/engine"
)

// What a crash left of a file on its way into its place is overwritten by the
// next.
const (
	newSuffix  = ".new"  // a library that is being created
	copySuffix = ".copy" // one that is to take its place
	partSuffix = ".part" // a backup
)

// create makes an empty library. It is renamed into place when it is whole, so
// a library is never an empty or a half file.
func (e *Engine) create() error {
	fresh := e.path + newSuffix
	if err := build(fresh, func(tx *bbolt.Tx) error { return addBuckets(tx, 0) }); err != nil {
		return err
	}
	return putInPlace(fresh, e.path)
}

// build makes a new bbolt file in one transaction; it is on disk afterwards.
func build(path string, fill func(*bbolt.Tx) error) error {
	if err := removeIfThere(path); err != nil {
		return err
	}
	db, err := bbolt.Open(path, fileMode, &bbolt.Options{Timeout: patience})
	if err != nil {
		return err
	}
	if err := errors.Join(db.Update(fill), db.Close()); err != nil {
		os.Remove(path)
		return err
	}
	return nil
}

func addBuckets(tx *bbolt.Tx, rev engine.Rev) error {
	if _, err := tx.CreateBucket(itemsBucket); err != nil {
		return err
	}
	log, err := tx.CreateBucket(changesBucket)
	if err != nil {
		return err
	}
	return log.SetSequence(uint64(rev))
}

// putInPlace renames and makes the new name durable.
func putInPlace(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(to))
}

// makeFolder makes a folder, and those that it lies in, with durable names.
func makeFolder(path string) error {
	var above []string // what is not there yet
	for at := path; missing(at); at = filepath.Dir(at) {
		above = append(above, filepath.Dir(at))
	}
	err := os.MkdirAll(path, folderMode)
	for _, folder := range above {
		err = cmp.Or(err, syncFolder(folder))
	}
	return err
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !os.IsNotExist(err) {
		return err
	}
	return nil
}
