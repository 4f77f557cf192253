package enginetest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dossier/store/engine"
)

// movedFormat is the version from which on the places of inuse.go are called
// otherwise, and stand in the other order.
const movedFormat = 2

// called is what a key is called in the format of a library.
func called(r engine.Reader, key string) string {
	if r.Version() >= movedFormat {
		return moved(key)
	}
	return key
}

func moved(key string) string {
	var n int
	if _, err := fmt.Sscanf(key, "place/%d", &n); err != nil {
		return key
	}
	return fmt.Sprintf("moved/%04d%s", tokenPlaces-n, strings.TrimPrefix(key, placeKey(n)))
}

// moving is the conversion to movedFormat, and to later ones, which call places so too.
func moving() engine.Conversion {
	return engine.Conversion{
		Walk: func(r engine.Reader, after string) iter.Seq2[engine.Item, error] {
			return func(yield func(engine.Item, error) bool) {
				var items []engine.Item
				for item, err := range r.Scan(engine.Range{}) {
					if err != nil {
						yield(item, err)
						return
					}
					items = append(items, engine.Item{Key: moved(item.Key), Value: item.Value})
				}
				slices.SortFunc(items, func(a, b engine.Item) int { return strings.Compare(a.Key, b.Key) })
				for _, item := range items {
					if item.Key > after && !yield(item, nil) {
						return
					}
				}
			}
		},
		Follow: func(r engine.Reader, key string) ([]engine.Item, error) {
			value, err := r.Get(key)
			return []engine.Item{{Key: moved(key), Value: value}}, err
		},
	}
}

func convertsInUse(t *testing.T, l Library) {
	ctx := context.Background()
	a, b := open(t, l), open(t, l)
	stocked(t, a)
	since := rev(t, a)
	keep := filepath.Join(t.TempDir(), "kept")
	moves := besideAWriter(t, b, func() {
		check(t, a.Convert(ctx, 0, movedFormat, moving(), keep))
		for version := range uint64(4) {
			check(t, a.Convert(ctx, movedFormat+version, movedFormat+version+1, moving(), fmt.Sprint(keep, version)))
		}
	})
	if count := oneToken(t, a); count != moves || moves == 0 {
		t.Errorf("the library holds move %d of %d", count, moves)
	}
	check(t, a.View(ctx, func(r engine.Reader) error {
		if r.Version() != movedFormat+4 {
			t.Errorf("the version is %d", r.Version())
		}
		return nil
	}))
	expectForgotten(t, b, since)
	check(t, a.Restore(ctx, keep, filepath.Join(t.TempDir(), "converted")))
	if count := oneToken(t, a); count > moves {
		t.Errorf("what is kept holds move %d of %d", count, moves)
	}
}

// Of two conversions the second begins while the first is at work; it waits for
// what comes of that, and writes no copy of its own.
func convertsOnce(t *testing.T, l Library) {
	a, b := open(t, l), open(t, l)
	stocked(t, a)
	folder := t.TempDir()
	first, second := watched(), watched()
	done := make(chan error, 2)
	convert := func(e engine.Engine, how *watchedConversion, keep string) {
		done <- e.Convert(context.Background(), 0, movedFormat, how.Conversion, filepath.Join(folder, keep))
	}
	go convert(a, first, "a")
	<-first.begun
	go convert(b, second, "b")
	select {
	case <-second.begun:
		t.Error("the second copies too")
	case <-time.After(200 * time.Millisecond): // more than it takes to begin
	}
	close(first.goOn)
	close(second.goOn)
	check(t, <-done)
	check(t, <-done)
	oneToken(t, a)
	since := rev(t, a)
	check(t, a.Convert(context.Background(), 0, movedFormat, moving(), filepath.Join(folder, "c")))
	if at := rev(t, a); at != since {
		t.Errorf("a conversion from a format that the library has not led from revision %d to %d", since, at)
	}
	kept, err := os.ReadDir(folder)
	if err != nil || len(kept) != 1 {
		t.Errorf("%d old libraries are kept (%v)", len(kept), err)
	}
}

// watchedConversion is moving, and stops where it begins to walk.
type watchedConversion struct {
	engine.Conversion
	begun, goOn chan struct{}
}

func watched() *watchedConversion {
	w := &watchedConversion{moving(), make(chan struct{}), make(chan struct{})}
	walk, once := w.Walk, sync.OnceFunc(func() { close(w.begun) })
	w.Walk = func(r engine.Reader, after string) iter.Seq2[engine.Item, error] {
		once()
		<-w.goOn
		return walk(r, after)
	}
	return w
}

func convertsNothing(t *testing.T, l Library) {
	e := open(t, l)
	stocked(t, e)
	since, keep := rev(t, e), filepath.Join(t.TempDir(), "kept")
	failing := moving()
	walk, no, n := failing.Walk, errors.New("no"), 0
	failing.Walk = func(r engine.Reader, after string) iter.Seq2[engine.Item, error] {
		return func(yield func(engine.Item, error) bool) {
			for item, err := range walk(r, after) {
				if n++; n == tokenPlaces {
					err = no
				}
				if !yield(item, err) {
					return
				}
			}
		}
	}
	if err := e.Convert(context.Background(), 0, movedFormat, failing, keep); !errors.Is(err, no) {
		t.Errorf("the conversion says %v", err)
	}
	if at := rev(t, e); at != since {
		t.Errorf("the revision is %d, and was %d", at, since)
	}
	if _, err := os.Stat(keep); err == nil {
		t.Error("an old library is kept that is in use")
	}
	oneToken(t, e)
}
