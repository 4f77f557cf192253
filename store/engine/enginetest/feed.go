package enginetest

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"dossier/store/engine"
)

// soon bounds what a watch may take in a test.
const soon = 20 * time.Second

func watchesAll(t *testing.T, l Library) {
	a, b := open(t, l), open(t, l)
	put(t, a, "w/0", "0")
	since := rev(t, a)
	put(t, a, "w/early", "1", "other", "1") // between the reading and the watch
	ctx, cancel := context.WithTimeout(context.Background(), soon)
	defer cancel()
	const commits = 40
	go func() {
		for i := range commits {
			pair := fmt.Sprintf("w/%02d/", i)
			a.Update(ctx, func(w engine.Writer) error {
				return errors.Join(w.Put(pair+"a", nil), w.Put(pair+"b", nil), w.Put("other", nil))
			})
		}
		a.Update(ctx, func(w engine.Writer) error { return w.Put("other", nil) })
		a.Update(ctx, func(w engine.Writer) error { return w.Delete("w/early") })
	}()
	seen, last := 0, since
	for c, err := range b.Watch(ctx, "w/", since) {
		check(t, err)
		if c.Rev <= last {
			t.Errorf("revision %d after %d", c.Rev, last)
		}
		last = c.Rev
		want := fmt.Sprintf("[w/%02[1]d/a w/%02[1]d/b]", seen-1)
		if seen == 0 || seen == commits+1 {
			want = "[w/early]"
		}
		if got := fmt.Sprint(c.Keys); got != want {
			t.Errorf("commit %d shows %s, want %s", seen, got, want)
		}
		if seen++; seen == commits+2 {
			break
		}
	}
	if seen != commits+2 {
		t.Errorf("saw %d commits", seen)
	}
}

func tellsItsOwn(t *testing.T, l Library) {
	a, b := open(t, l), open(t, l)
	put(t, a, "k", "0")
	since := rev(t, a)
	put(t, a, "k", "1")
	put(t, b, "k", "2")
	ctx, cancel := context.WithTimeout(context.Background(), soon)
	defer cancel()
	var own []bool
	for c, err := range a.Watch(ctx, "k", since) {
		check(t, err)
		if own = append(own, c.Own); len(own) == 2 {
			break
		}
	}
	if fmt.Sprint(own) != "[true false]" {
		t.Errorf("own commits: %v", own)
	}
}

func saysForgotten(t *testing.T, l Library) {
	a, b := open(t, l), open(t, l)
	put(t, a, "k", "1")
	since := rev(t, a)
	put(t, a, "k", "2")
	check(t, a.Compact(context.Background()))
	put(t, a, "k", "3")
	expectForgotten(t, b, since)
}

func expectForgotten(t *testing.T, e engine.Engine, since engine.Rev) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), soon)
	defer cancel()
	for c, err := range e.Watch(ctx, "k", since) {
		if !errors.Is(err, engine.ErrForgotten) {
			t.Errorf("a change %+v, %v, though some before it are gone", c, err)
		}
		return
	}
	t.Error("the watch says nothing")
}

func backsUp(t *testing.T, l Library) {
	e := open(t, l)
	put(t, e, "k", "v")
	to := filepath.Join(t.TempDir(), "copy")
	check(t, e.Backup(context.Background(), to))
	put(t, e, "k", "later")
	if err := e.Backup(context.Background(), to); !errors.Is(err, engine.ErrExists) {
		t.Errorf("a second backup to the same name: %v", err)
	}
	check(t, e.Restore(context.Background(), to, filepath.Join(t.TempDir(), "kept")))
	if v := get(t, e, "k"); v != "v" {
		t.Errorf("the backup holds %q", v)
	}
}

func restores(t *testing.T, l Library) {
	a, b := open(t, l), open(t, l)
	put(t, a, "k", "old")
	folder := t.TempDir()
	check(t, a.Backup(context.Background(), filepath.Join(folder, "copy")))
	for i := range 10 {
		put(t, a, "k", fmt.Sprint(i))
	}
	since := rev(t, b)
	check(t, a.Restore(context.Background(), filepath.Join(folder, "copy"), filepath.Join(folder, "kept")))
	if v := get(t, b, "k"); v != "old" {
		t.Errorf("the other handle reads %q", v)
	}
	put(t, a, "k", "after")
	expectForgotten(t, b, since)
	check(t, a.Restore(context.Background(), filepath.Join(folder, "kept"), filepath.Join(folder, "kept2")))
	if v := get(t, b, "k"); v != "9" {
		t.Errorf("what was replaced is kept with %q", v)
	}
}

func compacts(t *testing.T, l Library) {
	e := open(t, l)
	for i := range 50 {
		put(t, e, fmt.Sprintf("k/%02d", i), fmt.Sprint(i), "gone", "x")
	}
	check(t, e.Update(context.Background(), func(w engine.Writer) error { return w.Delete("gone") }))
	check(t, e.Compact(context.Background()))
	check(t, e.View(context.Background(), func(r engine.Reader) error {
		keys, err := scan(r, engine.Range{})
		if len(keys) != 50 {
			t.Errorf("%d keys are left", len(keys))
		}
		return err
	}))
	if err := e.Verify(context.Background(), func(p string) { t.Error(p) }); err != nil {
		t.Error(err)
	}
}

func keepsItsVersion(t *testing.T, l Library) {
	e := open(t, l)
	shows := func(want uint64) {
		t.Helper()
		check(t, e.View(context.Background(), func(r engine.Reader) error {
			if got := r.Version(); got != want {
				t.Errorf("version %d, want %d", got, want)
			}
			return nil
		}))
	}
	shows(0)
	check(t, e.Update(context.Background(), func(w engine.Writer) error { return errors.Join(w.Put("k", nil), w.SetVersion(3)) }))
	shows(3)
	e.Update(context.Background(), func(w engine.Writer) error { return errors.Join(w.SetVersion(4), context.Canceled) })
	shows(3)
	copied := filepath.Join(t.TempDir(), "copy")
	check(t, e.Backup(context.Background(), copied))
	check(t, e.Compact(context.Background()))
	shows(3)
	check(t, e.Restore(context.Background(), copied, filepath.Join(t.TempDir(), "kept")))
	shows(3)
}
