package bolt

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"dossier/store/engine"
)

const nobody = 65534

// ordinary runs do as somebody whom the modes of files bind, also in a test that
// root runs: as another user then, to whom the folder and what is in it are given.
func ordinary(t *testing.T, folder string, do func()) {
	t.Helper()
	if os.Getuid() != 0 {
		do()
		return
	}
	check(t, os.Chmod(filepath.Dir(folder), 0o755))
	check(t, filepath.WalkDir(folder, func(path string, _ os.DirEntry, err error) error {
		return errors.Join(err, os.Chown(path, nobody, nobody))
	}))
	runtime.LockOSThread() // the file system's user is a thread's
	defer runtime.UnlockOSThread()
	_, err := unix.SetfsuidRetUid(nobody)
	check(t, err)
	defer unix.SetfsuidRetUid(0)
	do()
}

// What the modes of a library or its folder forbid is said, with the file and
// what to do; what they allow is done.
func TestWhatModesForbidIsSaid(t *testing.T) {
	const fine = "" // nothing is to be said
	for _, c := range []struct {
		what           string
		file, folder   os.FileMode
		reads, writes  string
		reading, wrote error // of which kind
	}{
		{"a folder that may only be read", 0o600, 0o500, fine, "the modes of the file (0600) and its folder (0700)", nil, engine.ErrReadOnly},
		{"a library of somebody who lets one read it", 0o400, 0o500, fine, "the modes of the file (0600) and its folder (0700)", nil, engine.ErrReadOnly},
		{"a file that may only be read in a folder of one's own", 0o400, 0o700, fine, "the modes of the file (0600) and its folder (0700)", nil, engine.ErrReadOnly},
		{"a file that may not be read", 0, 0o700, "who owns it and its mode", "the modes of the file (0600) and its folder (0700)", engine.ErrUnreadable, engine.ErrReadOnly},
		{"a folder that may not be entered", 0o600, 0, "who owns it and its mode", "the modes of the file (0600) and its folder (0700)", engine.ErrUnreadable, engine.ErrReadOnly},
	} {
		e := library(t, "k", "v")
		check(t, e.Close())
		for _, suffix := range []string{lockSuffix, queueSuffix} { // which their owner alone may open
			if err := os.Chmod(e.path+suffix, 0); c.file == 0o600 || err != nil {
				check(t, errors.Join(err, os.Remove(e.path+suffix)))
			}
		}
		folder := filepath.Dir(e.path)
		check(t, os.Chmod(e.path, c.file))
		t.Cleanup(func() { os.Chmod(folder, 0o700) })
		ordinary(t, folder, func() {
			check(t, os.Chmod(folder, c.folder))
			said := func(doing string, err error, kind error, remedy string) {
				if !errors.Is(err, kind) {
					t.Errorf("%s, %s: %v", c.what, doing, err)
				} else if err != nil && (!strings.Contains(err.Error(), e.path) || !strings.Contains(err.Error(), remedy)) {
					t.Errorf("%s, %s: the error does not say the file or what to do: %v", c.what, doing, err)
				}
			}
			value := ""
			err := e.View(t.Context(), func(r engine.Reader) error {
				v, err := r.Get("k")
				value = string(v)
				return err
			})
			if said("reading", err, c.reading, c.reads); err == nil && value != "v" {
				t.Errorf("%s: reads %q", c.what, value)
			}
			write := func(w engine.Writer) error { return w.Put("k", []byte("w")) }
			said("writing", e.Update(t.Context(), write), c.wrote, c.writes)
			if c.folder&0o200 == 0 {
				said("compacting", e.Compact(t.Context()), engine.ErrReadOnly, c.writes)
			}
		})
	}
}
