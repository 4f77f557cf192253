//go:build unix

package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/briefings"
	"dossier/store/engine"
)

func init() {
	children["fill"] = annotateUntilFull
	children["upgrade-full"] = upgradeWithoutSpace
}

// annotateUntilFull works under a limit on the size of files, says each note
// that is on disk, and in the end the error.
func annotateUntilFull(l *Library, id string) error {
	if err := limitFiles(l, 256<<10); err != nil {
		return err
	}
	for n := 0; ; n++ {
		saved, err := l.Put(context.Background(), id, note(fmt.Sprint(n, strings.Repeat(fmt.Sprintf("%d ", n*7919), 3000))))
		if err != nil {
			if !errors.Is(err, engine.ErrFull) {
				return err
			}
			fmt.Println("full:", err)
			return nil
		}
		fmt.Println(saved[0].Common().Handle)
	}
}

func TestAFullDiskIsSaidAndLosesNoNote(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	id := imported(t, l, article, "a.txt")
	c := startChild(t, "fill", l.Path(), id)
	var said []string
	for c.out.Scan() {
		said = append(said, c.out.Text())
	}
	if len(said) < 2 {
		t.Fatalf("the other process says %q", said)
	}
	last := said[len(said)-1]
	if !strings.HasPrefix(last, "full:") || !strings.Contains(last, l.Path()) || !strings.Contains(last, "free some space") {
		t.Errorf("the error says %q", last)
	}
	b := must[*briefings.Briefing](t)(l.Briefing(ctx, id))
	for _, h := range said[:len(said)-1] {
		if b.Record(briefings.Handle(h)) == nil {
			t.Errorf("%s was acknowledged and is lost", h)
		}
	}
	wholeLibrary(t, l)
	must[[]briefings.Record](t)(l.Put(ctx, id, note("there is space again")))
}

// limitFiles lets no file become larger than the library is, and so much.
func limitFiles(l *Library, more int64) error {
	signal.Ignore(syscall.SIGXFSZ)
	info, err := os.Stat(l.Path())
	if err != nil {
		return err
	}
	most := uint64(info.Size() + more)
	return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: most, Max: most})
}

// upgradeWithoutSpace finds no space for the whole of the upgraded library.
func upgradeWithoutSpace(l *Library, _ string) error {
	if err := limitFiles(l, -24<<10); err != nil {
		return err
	}
	_, err := l.Count(context.Background())
	fmt.Println(errors.Is(err, engine.ErrFull), err)
	return nil
}

func TestAnUpgradeThatFindsNoSpaceLeavesTheOldLibrary(t *testing.T) {
	l := oldLibrary(t)
	before := must[[]byte](t)(os.ReadFile(l.Path()))
	c := startChild(t, "upgrade-full", l.Path(), "")
	c.out.Scan()
	if said := c.out.Text(); !strings.HasPrefix(said, "true upgrading "+l.Path()) || !strings.Contains(said, "free some space") || strings.Count(said, "nothing was changed") != 1 {
		t.Errorf("the other process says %q", said)
	}
	ok(t, c.Wait())
	if !bytes.Equal(before, must[[]byte](t)(os.ReadFile(l.Path()))) {
		t.Error("the library was changed")
	}
	if left := append(copies(t, l), must[[]string](t)(filepath.Glob(l.Path()+".copy"))...); len(left) > 0 {
		t.Errorf("it left %q", left)
	}
	if diff := cmp.Diff(everything(t, oldLibrary(t)), everything(t, l)); diff != "" {
		t.Errorf("with space again it says something else (- else, + now):\n%s", diff)
	}
	wholeLibrary(t, l)
}

func TestModesKeepTheLibraryToItsOwner(t *testing.T) {
	l := newLibrary(t)
	ctx := context.Background()
	imported(t, l, article, "a.txt")
	backup := filepath.Join(t.TempDir(), "backup.db")
	ok(t, l.Backup(ctx, backup))
	ok(t, l.Restore(ctx, backup))
	for _, path := range append(copies(t, l), l.Path(), backup) {
		if mode := must[os.FileInfo](t)(os.Stat(path)).Mode().Perm(); mode != 0o600 {
			t.Errorf("%s has the mode %o", path, mode)
		}
	}
	ok(t, os.Chmod(l.Path(), 0o644))
	warned := ""
	must[*Library](t)(Open(l.Path(), Options{Logf: func(format string, args ...any) { warned += fmt.Sprintf(format, args...) }}))
	if !strings.Contains(warned, "0600") {
		t.Errorf("others may read the library, and the warning is %q", warned)
	}
}
