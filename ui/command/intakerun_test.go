package command

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/store"
)

// Once all is taken in, the library is written anew where that is worth while,
// which takes its time. Who ends that ends no import.
func TestWhoEndsWhatComesAfterAnImportLosesNothing(t *testing.T) {
	folder := t.TempDir()
	var names []string
	for i := range 3 {
		name := filepath.Join(folder, fmt.Sprint(i, ".txt"))
		if err := os.WriteFile(name, fmt.Appendf(nil, "Quay %d\n\nIt was built in 189%d.\n", i, i), 0o600); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	var said bytes.Buffer
	s := newSession(strings.NewReader(""), io.Discard, &said)
	defer s.close()
	s.library = filepath.Join(folder, "library.db")
	lib, err := s.opened()
	if err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithCancel(t.Context())
	ctx = store.WithProgress(ctx, func(done, total int64) { end() })
	in := &intakeRun{session: s, lib: lib, told: &told{max: 1 << 20}}
	if err := in.all(ctx, names); err != nil {
		t.Errorf("the import says %v", err)
	}
	if ctx.Err() == nil {
		t.Fatal("nothing came after the import")
	}
	if n, err := lib.Count(t.Context()); n != len(names) || err != nil || in.totals["new"] != n {
		t.Errorf("%d of %d documents are in the library (%v), and the import counts %v", n, len(names), err, in.totals)
	}
	if !strings.Contains(said.String(), "everything is taken in") || !strings.Contains(said.String(), "dossier compact") {
		t.Errorf("it warns %q", said.String())
	}
}

// A bar is for a person at a terminal, and goes when the copy is done.
func TestACopyOfTheLibraryHasABar(t *testing.T) {
	var screen bytes.Buffer
	s := newSession(strings.NewReader(""), io.Discard, &screen)
	s.copying(0, 100<<20)
	if screen.Len() > 0 {
		t.Errorf("without a terminal it draws %q", screen.String())
	}
	s.copied.w, s.copied.width, s.copied.began = &screen, 80, s.now().Add(-progressAfter)
	s.copying(40<<20, 100<<20)
	if !strings.Contains(screen.String(), "[========            ] 40/100.0 MiB written; Ctrl-C stops") {
		t.Errorf("it draws %q", screen.String())
	}
	s.copying(100<<20, 100<<20)
	if !strings.HasSuffix(screen.String(), "\r\x1b[K") {
		t.Errorf("in the end the screen has %q", screen.String())
	}
}

// What Ctrl-C stops says so in words, and to scripts by its status.
func TestWhatIsStoppedSaysSo(t *testing.T) {
	var said bytes.Buffer
	s := newSession(strings.NewReader(""), io.Discard, &said)
	if status := s.report(fmt.Errorf("compacting: %w", context.Canceled)); status != interrupted || !strings.HasPrefix(said.String(), "dossier: stopped; nothing is lost") {
		t.Errorf("status %d, and it says %q", status, said.String())
	}
}
