//go:build unix

package bolt

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dossier/store/engine"
)

func library(t testing.TB, pairs ...string) *Engine {
	t.Helper()
	e := handle(t, filepath.Join(t.TempDir(), "library.db"))
	put(t, e, append(pairs, "first", "1")...)
	return e
}

func put(t testing.TB, e *Engine, pairs ...string) {
	t.Helper()
	check(t, e.Update(context.Background(), func(w engine.Writer) error {
		for i := 0; i < len(pairs); i += 2 {
			if err := w.Put(pairs[i], []byte(pairs[i+1])); err != nil {
				return err
			}
		}
		return nil
	}))
}

func TestWhoIsInTheWayIsNamed(t *testing.T) {
	e := library(t)
	holder := startChild(t, "hold", e.path)
	holder.line(t)
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	for doing, try := range map[string]func() error{
		"reading": func() error { return e.View(ctx, func(engine.Reader) error { return nil }) },
		"writing": func() error { return e.Update(ctx, func(engine.Writer) error { return nil }) },
	} {
		err := try()
		if !errors.Is(err, engine.ErrBusy) {
			t.Fatalf("%s while another process writes: %v", doing, err)
		}
		for _, part := range []string{doing, e.path, fmt.Sprintf("process %d", holder.Process.Pid), filepath.Base(os.Args[0])} {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("the error does not say %q: %v", part, err)
			}
		}
	}
	holder.in.Close()
	check(t, holder.Wait())
	put(t, e, "k", "v")
}

func TestAWriterGetsItsTurnsBesideBusyReaders(t *testing.T) {
	e := library(t)
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	reading, stop := context.WithCancel(ctx)
	defer stop()
	for range 8 {
		go func() {
			reader := handle(t, e.path)
			for reading.Err() == nil {
				// Always some are in: the file is never free.
				reader.View(reading, func(engine.Reader) error {
					time.Sleep(3 * time.Millisecond)
					return nil
				})
			}
		}()
	}
	// bbolt's own lock gave a writer one turn in four seconds here.
	for range 50 {
		check(t, e.Update(ctx, func(w engine.Writer) error { return w.Put("k", []byte("v")) }))
	}
}
