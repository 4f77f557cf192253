package store

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/briefings"
	"dossier/store/engine"
)

// next is a format that one day could follow the current one: it calls every
// publisher out.
var next = schema{version: current.version + 1, steps: map[int]upgrade{
	current.version: {to: current.version + 1, how: func(c *codec) engine.Conversion {
		loud := func(item engine.Item) (engine.Item, error) {
			switch {
			case strings.HasSuffix(item.Key, "/meta") && item.Value != nil:
				return louder(c, item, func(m *briefings.Meta) { m.Publisher += "!" }) // seen twice if the step ran twice
			case strings.HasPrefix(item.Key, rowPrefix) && item.Value != nil:
				return louder(c, item, func(r *row) { r.Publisher += "!" })
			}
			return item, nil
		}
		return engine.Conversion{
			Walk: func(r engine.Reader, after string) iter.Seq2[engine.Item, error] {
				return func(yield func(engine.Item, error) bool) {
					for item, err := range r.Scan(engine.Range{After: after}) {
						if err == nil {
							item, err = loud(item)
						}
						if !yield(item, err) {
							return
						}
					}
				}
			},
			Follow: func(r engine.Reader, key string) ([]engine.Item, error) {
				value, err := r.Get(key)
				if err != nil {
					return nil, err
				}
				item, err := loud(engine.Item{Key: key, Value: value})
				return []engine.Item{item}, err
			},
		}
	}},
}}

func louder[T any](c *codec, item engine.Item, alter func(*T)) (engine.Item, error) {
	var v T
	if err := c.decode(item.Key, item.Value, &v); err != nil {
		return item, err
	}
	alter(&v)
	value, err := c.encode(item.Key, &v)
	return engine.Item{Key: item.Key, Value: value}, err
}

func upgradeOnce(l *Library, id string) error {
	l.schema = next
	m, err := l.Meta(context.Background(), id)
	if err == nil {
		fmt.Println("publisher" + m.Publisher)
	}
	return err
}

func copies(t *testing.T, l *Library) []string {
	t.Helper()
	return must[[]string](t)(filepath.Glob(filepath.Join(filepath.Dir(l.Path()), "copies", "*")))
}

func TestAnOlderLibraryIsUpgradedAfterACopy(t *testing.T) {
	ctx, old := context.Background(), newLibrary(t)
	id := imported(t, old, article, "a.txt")
	l := library(t, old.Path())
	l.schema = next
	if m := must[briefings.Meta](t)(l.Meta(ctx, id)); m.Publisher != "!" {
		t.Errorf("after the upgrade the publisher is %q", m.Publisher)
	}
	wholeLibrary(t, l)
	kept := copies(t, l)
	if len(kept) != 1 {
		t.Fatalf("kept copies: %q", kept)
	}
	before := library(t, kept[0])
	if m := must[briefings.Meta](t)(before.Meta(ctx, id)); m.Publisher != "" {
		t.Errorf("the kept copy has the publisher %q", m.Publisher)
	}
	wholeLibrary(t, before)
}

func TestANewerLibraryIsRefusedAndLeftAlone(t *testing.T) {
	ctx, newer := context.Background(), newLibrary(t)
	newer.schema = next
	id := imported(t, newer, article, "a.txt")
	bytes := must[[]byte](t)(os.ReadFile(newer.Path()))
	l := library(t, newer.Path())
	_, reading := l.Meta(ctx, id)
	_, writing := l.Put(ctx, id, note("x"))
	for _, err := range []error{reading, writing} {
		if !errors.Is(err, engine.ErrNewer) || !strings.Contains(err.Error(), "install the newer version") || !strings.Contains(err.Error(), l.Path()) {
			t.Errorf("the error says %v", err)
		}
	}
	if string(must[[]byte](t)(os.ReadFile(newer.Path()))) != string(bytes) {
		t.Error("the library was changed")
	}
}

// A process that was started before the upgrade by another must not go on
// writing the old format.
func TestAProcessThatWasOvertakenByAnUpgradeStops(t *testing.T) {
	ctx, old := context.Background(), newLibrary(t)
	id := imported(t, old, article, "a.txt")
	fresh := library(t, old.Path())
	fresh.schema = next
	must[briefings.Meta](t)(fresh.Meta(ctx, id))
	if _, err := old.Put(ctx, id, note("x")); !errors.Is(err, engine.ErrNewer) {
		t.Errorf("the old program writes on: %v", err)
	}
}

func TestAnUpgradeThatFailsLeavesTheLibraryAsItWas(t *testing.T) {
	ctx, old := context.Background(), newLibrary(t)
	id := imported(t, old, article, "a.txt")
	l := library(t, old.Path())
	l.schema = schema{version: next.version, steps: map[int]upgrade{
		current.version: {to: next.version, how: func(*codec) engine.Conversion {
			return engine.Conversion{Walk: func(engine.Reader, string) iter.Seq2[engine.Item, error] {
				return func(yield func(engine.Item, error) bool) {
					_ = yield(engine.Item{Key: metaKey(id), Value: []byte("forged")}, nil) &&
						yield(engine.Item{}, errors.New("a step that fails"))
				}
			}}
		}},
	}}
	if _, err := l.Meta(ctx, id); err == nil || !strings.Contains(err.Error(), "nothing was changed") {
		t.Errorf("the upgrade says %v", err)
	}
	must[briefings.Meta](t)(old.Meta(ctx, id))
	wholeLibrary(t, old)
}

func TestTwoProcessesThatUpgradeAtOnceDoItOnce(t *testing.T) {
	for range 5 {
		old := newLibrary(t)
		id := imported(t, old, article, "a.txt")
		a, b := startChild(t, "upgrade", old.Path(), id), startChild(t, "upgrade", old.Path(), id)
		for _, c := range []*child{a, b} {
			if !c.out.Scan() || c.out.Text() != "publisher!" {
				t.Errorf("one of the two says %q", c.out.Text())
			}
		}
		l := library(t, old.Path())
		l.schema = next
		wholeLibrary(t, l)
	}
}

func TestOnlyTheYoungestCopiesAreKept(t *testing.T) {
	ctx, l := context.Background(), newLibrary(t)
	imported(t, l, article, "a.txt")
	own := filepath.Join(filepath.Dir(l.Path()), "copies", "mine.db")
	backup := filepath.Join(t.TempDir(), "backup.db")
	ok(t, l.Backup(ctx, backup))
	for range keptCopies + 3 {
		ok(t, l.Restore(ctx, backup))
		ok(t, os.WriteFile(own, nil, 0o600))
	}
	kept := copies(t, l)
	if len(kept) != keptCopies+1 {
		t.Errorf("%d files are kept", len(kept))
	}
	if _, err := os.Stat(own); err != nil {
		t.Error("a file that is no copy of the library was removed")
	}
}
