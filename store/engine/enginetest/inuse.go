package enginetest

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dossier/store/engine"
)

// A library of some size, in which a writer moves a token from key to key: in
// each commit one of them loses it, another gets it, and a count at the end of
// the key space goes up. So a snapshot has one token, and the count says where.
const (
	tokenPlaces = 400
	tokenCount  = "~count"
)

func placeKey(n int) string { return fmt.Sprintf("place/%04d", n) }

// stocked fills a library with what takes a copy many steps.
func stocked(t *testing.T, e engine.Engine) {
	t.Helper()
	for from := 0; from < tokenPlaces; from += 20 {
		var pairs []string
		for n := from; n < from+20; n++ {
			pairs = append(pairs, placeKey(n)+"/body", strings.Repeat(fmt.Sprint(n), 10_000))
		}
		put(t, e, pairs...)
	}
	put(t, e, placeKey(0), "token", tokenCount, "0")
}

// move takes the token to its n-th place.
func move(e engine.Engine, n int) error {
	return e.Update(context.Background(), func(w engine.Writer) error {
		if err := w.Delete(called(w, placeKey((n-1)*37%tokenPlaces))); err != nil {
			return err
		}
		if err := w.Put(called(w, placeKey(n*37%tokenPlaces)), []byte("token")); err != nil {
			return err
		}
		return w.Put(tokenCount, []byte(fmt.Sprint(n)))
	})
}

// besideAWriter runs do while the token moves, and returns how often it did.
func besideAWriter(t *testing.T, e engine.Engine, do func()) (moves int) {
	t.Helper()
	stop, done := make(chan struct{}), make(chan error, 1)
	go func() {
		for {
			select {
			case <-stop:
				done <- nil
				return
			default:
			}
			if err := move(e, moves+1); err != nil {
				done <- err
				return
			}
			moves++
		}
	}()
	do()
	close(stop)
	check(t, <-done)
	return moves
}

// oneToken proves that a library is one snapshot, and returns its count.
func oneToken(t *testing.T, e engine.Engine) (count int) {
	t.Helper()
	check(t, e.View(context.Background(), func(r engine.Reader) error {
		var tokens []string
		bodies := 0
		for item, err := range r.Scan(engine.Range{}) {
			if err != nil {
				return err
			}
			if item.Key == tokenCount {
				continue
			}
			if strings.HasSuffix(item.Key, "/body") {
				bodies++
			} else {
				tokens = append(tokens, item.Key)
			}
		}
		v, err := r.Get(tokenCount)
		fmt.Sscan(string(v), &count)
		if want := called(r, placeKey(count*37%tokenPlaces)); len(tokens) != 1 || tokens[0] != want || bodies != tokenPlaces {
			t.Errorf("%d bodies, and the token is at %q, where it should be at %s", bodies, tokens, want)
		}
		return err
	}))
	check(t, e.Verify(context.Background(), func(problem string) { t.Error(problem) }))
	return count
}

func backsUpInUse(t *testing.T, l Library) {
	a, b := open(t, l), open(t, l)
	stocked(t, a)
	folder := t.TempDir()
	copied := filepath.Join(folder, "copy")
	before := 0
	moves := besideAWriter(t, b, func() {
		before = oneToken(t, a)
		check(t, a.Backup(context.Background(), copied))
	})
	check(t, a.Restore(context.Background(), copied, filepath.Join(folder, "kept")))
	if count := oneToken(t, a); count <= before || count > moves {
		t.Errorf("the backup holds move %d; it was begun at %d and the last was %d", count, before, moves)
	}
}

func compactsInUse(t *testing.T, l Library) {
	a, b := open(t, l), open(t, l)
	stocked(t, a)
	moves := besideAWriter(t, b, func() {
		for range 3 {
			check(t, a.Compact(context.Background()))
		}
		tellsHowFar(t, a.Compact)
	})
	if count := oneToken(t, a); count != moves || moves == 0 {
		t.Errorf("the library holds move %d of %d", count, moves)
	}
}

func tidies(t *testing.T, l Library) {
	ctx, cancel := context.WithTimeout(context.Background(), soon)
	defer cancel()
	a, b := open(t, l), open(t, l)
	stocked(t, a)
	check(t, a.Update(ctx, func(w engine.Writer) error {
		for n := range tokenPlaces / 2 {
			if err := w.Put(placeKey(n)+"/body", nil); err != nil {
				return err
			}
		}
		return nil
	}))
	since := rev(t, b)
	moves := besideAWriter(t, b, func() { check(t, a.Tidy(ctx, 0.1)) })
	if at := rev(t, b); at != since+engine.Rev(moves) {
		t.Errorf("the revision is %d, and was %d before %d changes", at, since, moves)
	}
	check(t, move(a, moves+1))
	told := 0
	for change, err := range b.Watch(ctx, tokenCount, since-1) {
		if err != nil {
			t.Fatalf("a watcher is told: %v", err)
		}
		if change.Rev > since {
			told++
		}
		if told == moves+1 {
			break
		}
	}
	if oneToken(t, b); told != moves+1 || moves == 0 {
		t.Errorf("a watcher is told of %d changes of %d", told, moves+1)
	}
}

// tellsHowFar proves that a call tells of its progress, forward only, and of its
// end.
func tellsHowFar(t *testing.T, call func(context.Context) error) {
	t.Helper()
	var told []int64
	var all int64
	check(t, call(engine.WithProgress(context.Background(), func(done, total int64) {
		told, all = append(told, done), total
	})))
	if len(told) < 3 || !slices.IsSorted(told) || told[0] >= all || told[len(told)-1] != all {
		t.Errorf("it tells %d of %d", told, all)
	}
}

// leavesItThere proves that a call which is ended half-way changes nothing.
func leavesItThere(t *testing.T, l Library) {
	a, b := open(t, l), open(t, l)
	stocked(t, a)
	since := rev(t, a)
	for what, call := range map[string]func(context.Context) error{
		"compacting": a.Compact,
		"tidying":    func(ctx context.Context) error { return a.Tidy(ctx, 0) },
		"converting": func(ctx context.Context) error {
			return a.Convert(ctx, 0, movedFormat, moving(), filepath.Join(t.TempDir(), "kept"))
		},
	} {
		ctx, cancel := context.WithCancel(context.Background())
		ctx = engine.WithProgress(ctx, func(done, total int64) {
			if done > total/3 {
				cancel()
			}
		})
		if err := call(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("%s that is ended says %v", what, err)
		}
		if at := rev(t, b); at != since {
			t.Errorf("%s that is ended led from revision %d to %d", what, since, at)
		}
	}
	oneToken(t, b)
}
