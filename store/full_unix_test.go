//go:build unix

package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"dossier/briefings"
	"dossier/store/engine"
)

// annotateUntilFull works under a limit on the size of files, says each note
// that is on disk, and in the end the error.
func annotateUntilFull(l *Library, id string) error {
	signal.Ignore(syscall.SIGXFSZ)
	info, err := os.Stat(l.Path())
	if err != nil {
		return err
	}
	most := uint64(info.Size()) + 256<<10
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: most, Max: most}); err != nil {
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
