// Package enginetest is the conformance suite that every engine passes: what
// the library relies on, and nothing else.
package enginetest

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"dossier/store/engine"
)

// Library opens another handle on one library, as another process would.
type Library func() engine.Engine

// Run puts an engine through the suite. fresh makes a library that does not
// exist yet.
func Run(t *testing.T, fresh func(*testing.T) Library) {
	for _, c := range []struct {
		name string
		test func(*testing.T, Library)
	}{
		{"a library that does not exist yet reads as empty", readsEmpty},
		{"what one handle wrote another reads, at a higher revision", readsFromAnotherHandle},
		{"an update that fails leaves nothing behind", failsWhole},
		{"an update reads what it wrote itself", readsItsOwn},
		{"the error of the function comes back as it is", errorsComeBack},
		{"a view stays at its snapshot while another writes", staysAtItsSnapshot},
		{"scans give keys in order, from a place, both ways", scansInOrder},
		{"any sequence of updates leaves what a plain map would hold", actsAsAMap},
		{"eight writers lose no update", losesNoUpdate},
		{"a watch gives every commit once, whole and in order", watchesAll},
		{"a watch tells its own commits from others", tellsItsOwn},
		{"a watch from a forgotten revision says so", saysForgotten},
		{"more than one update may hold is refused", refusesTooMuch},
		{"keys that cannot be are refused", refusesKeys},
		{"a call whose context ends gives up", givesUp},
		{"a transaction knows that another waits for it", knowsWhoWaits},
		{"a backup holds what the library held", backsUp},
		{"a backup taken while another writes is one snapshot", backsUpInUse},
		{"compaction loses nothing that is written meanwhile", compactsInUse},
		{"tidying gives space back and no watcher notices", tidies},
		{"a restored library is the backup, and watchers are told", restores},
		{"compaction keeps everything", compacts},
		{"a conversion loses nothing that is written meanwhile", convertsInUse},
		{"of two conversions at once one is done", convertsOnce},
		{"a conversion that fails changes nothing", convertsNothing},
		{"what writes a library anew can be ended half-way", leavesItThere},
		{"a version stays with the library", keepsItsVersion},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, fresh(t)) })
	}
}

// open opens a handle that is closed with the test.
func open(t *testing.T, l Library) engine.Engine {
	t.Helper()
	e := l()
	t.Cleanup(func() { e.Close() })
	return e
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// put writes pairs of key and value in one update.
func put(t *testing.T, e engine.Engine, pairs ...string) {
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

// get reads one value, "-" if there is none.
func get(t *testing.T, e engine.Engine, key string) (value string) {
	t.Helper()
	check(t, e.View(context.Background(), func(r engine.Reader) error {
		v, err := r.Get(key)
		if value = string(v); v == nil {
			value = "-"
		}
		return err
	}))
	return value
}

func rev(t *testing.T, e engine.Engine) (at engine.Rev) {
	t.Helper()
	check(t, e.View(context.Background(), func(r engine.Reader) error {
		at = r.Rev()
		return nil
	}))
	return at
}

func scan(r engine.Reader, of engine.Range) (keys []string, err error) {
	for item, err := range r.Scan(of) {
		if err != nil {
			return nil, err
		}
		keys = append(keys, item.Key)
	}
	return keys, nil
}

func readsEmpty(t *testing.T, l Library) {
	e := open(t, l)
	if v := get(t, e, "k"); v != "-" {
		t.Errorf("key k reads %q", v)
	}
	check(t, e.View(context.Background(), func(r engine.Reader) error {
		if keys, err := scan(r, engine.Range{}); len(keys) > 0 || err != nil {
			t.Errorf("scan gives %q, %v", keys, err)
		}
		return nil
	}))
	if at := rev(t, e); at != 0 {
		t.Errorf("its revision is %d", at)
	}
}

func readsFromAnotherHandle(t *testing.T, l Library) {
	a, b := open(t, l), open(t, l)
	put(t, a, "m/1", "one", "m/2", "two")
	before := rev(t, b)
	if got := get(t, b, "m/1") + get(t, b, "m/2") + get(t, b, "m/3"); got != "onetwo-" {
		t.Errorf("the other handle reads %q", got)
	}
	put(t, b, "m/1", "other")
	if got, at := get(t, a, "m/1"), rev(t, a); got != "other" || at <= before {
		t.Errorf("back at the first: %q at revision %d, after %d", got, at, before)
	}
}

func failsWhole(t *testing.T, l Library) {
	e := open(t, l)
	put(t, e, "a", "old")
	before := rev(t, e)
	stop := errors.New("stop")
	err := e.Update(context.Background(), func(w engine.Writer) error {
		return errors.Join(w.Put("a", []byte("new")), w.Put("b", []byte("new")), stop)
	})
	if !errors.Is(err, stop) {
		t.Errorf("the error came back as %v", err)
	}
	if got := get(t, e, "a") + get(t, e, "b"); got != "old-" || rev(t, e) != before {
		t.Errorf("half of it stayed: %q", got)
	}
}

func readsItsOwn(t *testing.T, l Library) {
	e := open(t, l)
	put(t, e, "x/1", "1", "x/2", "2")
	check(t, e.Update(context.Background(), func(w engine.Writer) error {
		if err := errors.Join(w.Put("x/3", []byte("3")), w.Delete("x/1"), w.Delete("x/none")); err != nil {
			return err
		}
		gone, err := w.Get("x/1")
		fresh, err2 := w.Get("x/3")
		keys, err3 := scan(w, engine.Range{Prefix: "x/"})
		if gone != nil || string(fresh) != "3" || fmt.Sprint(keys) != "[x/2 x/3]" {
			t.Errorf("in the update: %q, %q, %q", gone, fresh, keys)
		}
		return errors.Join(err, err2, err3)
	}))
}

func errorsComeBack(t *testing.T, l Library) {
	e := open(t, l)
	put(t, e, "k", "v")
	mine := errors.New("mine")
	if err := e.View(context.Background(), func(engine.Reader) error { return mine }); err != mine {
		t.Errorf("a view gives %v", err)
	}
	if err := e.Update(context.Background(), func(engine.Writer) error { return mine }); err != mine {
		t.Errorf("an update gives %v", err)
	}
}

func staysAtItsSnapshot(t *testing.T, l Library) {
	a, b := open(t, l), open(t, l)
	put(t, a, "k", "before")
	written := make(chan error, 1)
	check(t, a.View(context.Background(), func(r engine.Reader) error {
		go func() {
			written <- b.Update(context.Background(), func(w engine.Writer) error { return w.Put("k", []byte("after")) })
		}()
		time.Sleep(30 * time.Millisecond) // let it try
		v, err := r.Get("k")
		if string(v) != "before" {
			t.Errorf("in the view: %q", v)
		}
		return err
	}))
	check(t, <-written)
	if v := get(t, a, "k"); v != "after" {
		t.Errorf("after it: %q", v)
	}
}

func refusesTooMuch(t *testing.T, l Library) {
	e := open(t, l)
	limits := e.Limits()
	many := e.Update(context.Background(), func(w engine.Writer) error {
		for i := range limits.Ops + 1 {
			if err := w.Put(fmt.Sprint("k", i), nil); err != nil {
				return err
			}
		}
		return nil
	})
	large := e.Update(context.Background(), func(w engine.Writer) error { return w.Put("k", make([]byte, limits.Bytes+1)) })
	if !errors.Is(many, engine.ErrTooLarge) || !errors.Is(large, engine.ErrTooLarge) {
		t.Errorf("too many: %v; too large: %v", many, large)
	}
}

func refusesKeys(t *testing.T, l Library) {
	e := open(t, l)
	for _, key := range []string{"", "a\nb"} {
		if err := e.Update(context.Background(), func(w engine.Writer) error { return w.Put(key, []byte("v")) }); err == nil {
			t.Errorf("key %q was taken", key)
		}
	}
}

func givesUp(t *testing.T, l Library) {
	a, b := open(t, l), open(t, l)
	put(t, a, "k", "v")
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	if err := a.View(ended, func(engine.Reader) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("a view in an ended context: %v", err)
	}
	check(t, a.View(context.Background(), func(engine.Reader) error {
		short, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
		defer cancel()
		began := time.Now()
		err := b.Update(short, func(w engine.Writer) error { return w.Put("k", []byte("w")) })
		if took := time.Since(began); err != nil && took > 2*time.Second {
			t.Errorf("it gave up after %v", took)
		} else if err != nil && !errors.Is(err, engine.ErrBusy) {
			t.Errorf("it gave up with %v", err)
		}
		return nil
	}))
	put(t, b, "k", "after") // whoever gave up is not in the way
}

// knowsWhoWaits: a writer goes on until another waits for it, and a reader until
// a writer does.
func knowsWhoWaits(t *testing.T, l Library) {
	a, b := open(t, l), open(t, l)
	put(t, a, "k", "v")
	for what, run := range map[string]func(do func(engine.Reader) error) error{
		"an update": func(do func(engine.Reader) error) error {
			return a.Update(context.Background(), func(w engine.Writer) error { return do(w) })
		},
		"a view": func(do func(engine.Reader) error) error { return a.View(context.Background(), do) },
	} {
		done := make(chan error, 1)
		check(t, run(func(r engine.Reader) error {
			if r.Awaited() {
				t.Errorf("%s takes itself for somebody who waits", what)
			}
			go func() {
				done <- b.Update(context.Background(), func(w engine.Writer) error { return w.Put("k", []byte("w")) })
			}()
			for began := time.Now(); !r.Awaited(); time.Sleep(time.Millisecond) {
				if time.Since(began) > 5*time.Second {
					return fmt.Errorf("%s does not learn that another waits", what)
				}
			}
			return nil
		}))
		check(t, <-done)
	}
}
