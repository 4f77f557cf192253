//go:build unix

package bolt

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/store/engine"
)

// fillWith writes n values of some pages' size under a name.
func fillWith(t *testing.T, e *Engine, name string, n int) {
	t.Helper()
	err := e.Update(context.Background(), func(w engine.Writer) error {
		for i := range n {
			if err := w.Put(fmt.Sprintf("%s/%d", name, i), []byte(strings.Repeat(name, 3000/len(name)))); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func verified(t *testing.T, e *Engine) {
	t.Helper()
	if err := e.Verify(context.Background(), func(problem string) { t.Error(problem) }); err != nil {
		t.Fatal(err)
	}
}

// Each handle has a list of free pages in memory. One that is not the file's
// any more would have it write over pages that are in use.
func TestHandlesThatTakeTurnsKeepTheFileWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	a, b := handle(t, path), handle(t, path)
	for round := range 12 {
		fillWith(t, a, fmt.Sprint("a", round%3), 1+round)
		fillWith(t, b, fmt.Sprint("b", round%3), 20-round)
		if err := a.View(context.Background(), func(engine.Reader) error { return nil }); err != nil {
			t.Fatal(err)
		}
		fillWith(t, a, fmt.Sprint("a", round%2), 5)
		verified(t, a)
	}
}

func TestAHandleSeesTheFileThatTookTheLibrarysPlace(t *testing.T) {
	ctx, folder := context.Background(), t.TempDir()
	path := filepath.Join(folder, "library.db")
	mine, theirs := handle(t, path), handle(t, path)
	fillWith(t, mine, "old", 3)
	backup := filepath.Join(folder, "backup.db")
	if err := theirs.Backup(ctx, backup); err != nil {
		t.Fatal(err)
	}
	fillWith(t, mine, "new", 3)
	if err := theirs.Restore(ctx, backup, filepath.Join(folder, "kept.db")); err != nil {
		t.Fatal(err)
	}
	fillWith(t, mine, "more", 3)
	if got := names(t, theirs); got != "more old" {
		t.Errorf("after a restore and a write the library holds %q", got)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if got := names(t, mine); got != "" {
		t.Errorf("the file is gone, and a handle reads %q from it", got)
	}
}

// names lists the first words of a library's keys.
func names(t *testing.T, e *Engine) string {
	t.Helper()
	var out []string
	err := e.View(context.Background(), func(r engine.Reader) error {
		for item, err := range r.Scan(engine.Range{}) {
			if err != nil {
				return err
			}
			if name, _, _ := strings.Cut(item.Key, "/"); len(out) == 0 || out[len(out)-1] != name {
				out = append(out, name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(out, " ")
}

// Between two transactions nothing is locked: others need not wait.
func TestAnIdleHandleLocksNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	e := handle(t, path)
	fillWith(t, e, "the first", 1) // makes the file, whichever comes first below
	for what, use := range map[string]func(){
		"a write": func() { fillWith(t, e, "x", 1) },
		"a read":  func() { names(t, e) },
	} {
		use()
		file, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			t.Fatal(err)
		}
		if free, err := tryLock(file, exclusive); !free || err != nil {
			t.Errorf("after %s bbolt's lock is held: %v", what, err)
		}
		file.Close()
	}
}

// Who writes on and on, as an import does, would otherwise keep an account of
// all that it wrote.
func TestTheFileIsOpenedAnewAfterMuchWasWritten(t *testing.T) {
	e := handle(t, filepath.Join(t.TempDir(), "library.db"))
	fillWith(t, e, "x", 1)
	first := e.idle.file
	fillWith(t, e, "y", 10)
	if e.idle.file != first {
		t.Error("it is opened anew for little")
	}
	for n := range 8 {
		fillWith(t, e, fmt.Sprint(n), keptWritten/3000/8)
	}
	fillWith(t, e, "z", 10)
	if e.idle.file == first {
		t.Errorf("after %d MB it is still the one that was opened first", keptWritten>>20)
	}
}
