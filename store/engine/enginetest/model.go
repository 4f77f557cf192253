package enginetest

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"dossier/store/engine"
)

// expected is what a scan of a plain map gives.
func expected(m map[string]string, of engine.Range) (out []string) {
	for _, k := range slices.Sorted(maps.Keys(m)) {
		behind := of.After == "" || k > of.After
		if of.Reverse {
			behind = of.After == "" || k < of.After
		}
		if strings.HasPrefix(k, of.Prefix) && behind {
			out = append(out, k)
		}
	}
	if of.Reverse {
		slices.Reverse(out)
	}
	return out
}

func scansInOrder(t *testing.T, l Library) {
	e := open(t, l)
	held := map[string]string{}
	var pairs []string
	for _, k := range []string{"a", "a/", "a/1", "a/2", "a/2/x", "a/3", "a0", "b/1", "\xff", "\xff\xff", "\xff\xff/1"} {
		held[k] = "v"
		pairs = append(pairs, k, "v")
	}
	put(t, e, pairs...)
	check(t, e.View(context.Background(), func(r engine.Reader) error {
		for _, prefix := range []string{"", "a", "a/", "b/", "c", "\xff", "\xff\xff"} {
			for _, after := range []string{"", "a", "a/2", "a/2z", "a/9", "zz", "\xff\xff/1"} {
				for _, reverse := range []bool{false, true} {
					of := engine.Range{Prefix: prefix, After: after, Reverse: reverse}
					got, err := scan(r, of)
					if want := expected(held, of); err != nil || !slices.Equal(got, want) {
						t.Errorf("%+v: %q, want %q (%v)", of, got, want, err)
					}
				}
			}
		}
		for item := range r.Scan(engine.Range{Prefix: "a/"}) {
			if item.Key != "a/" {
				t.Errorf("a scan that is left early gave %q", item.Key)
			}
			break
		}
		return nil
	}))
}

// actsAsAMap runs random updates against the engine and a map, some of them
// failing, and compares after each.
func actsAsAMap(t *testing.T, l Library) {
	e := open(t, l)
	check(t, e.Update(context.Background(), func(engine.Writer) error { return nil }))
	keys := rapid.SampledFrom([]string{"a", "b", "ab", "a/b", "b/a", "c", "cc"})
	held := map[string]string{}
	rapid.Check(t, func(rt *rapid.T) {
		next := maps.Clone(held)
		fails := rapid.Bool().Draw(rt, "fails")
		n := rapid.IntRange(0, 8).Draw(rt, "writes")
		err := e.Update(context.Background(), func(w engine.Writer) error {
			for range n {
				key, value := keys.Draw(rt, "key"), rapid.StringN(0, 8, 20).Draw(rt, "value")
				if rapid.Bool().Draw(rt, "delete") {
					delete(next, key)
					check(t, w.Delete(key))
				} else {
					next[key] = value
					check(t, w.Put(key, []byte(value)))
				}
			}
			if fails {
				return context.Canceled
			}
			return nil
		})
		if (err != nil) != fails {
			rt.Fatalf("the update gives %v", err)
		}
		if !fails {
			held = next
		}
		got := map[string]string{}
		check(t, e.View(context.Background(), func(r engine.Reader) error {
			for item, err := range r.Scan(engine.Range{}) {
				check(t, err)
				got[item.Key] = string(item.Value)
			}
			return nil
		}))
		if !maps.Equal(got, held) {
			rt.Fatalf("holds %q, want %q", got, held)
		}
	})
}

func losesNoUpdate(t *testing.T, l Library) {
	const writers, each = 8, 10
	var wait sync.WaitGroup
	for range writers {
		wait.Go(func() {
			e := l()
			defer e.Close()
			for range each {
				if err := e.Update(context.Background(), func(w engine.Writer) error {
					v, err := w.Get("n")
					if err != nil {
						return err
					}
					n := 0
					fmt.Sscan(string(v), &n)
					return w.Put("n", fmt.Append(nil, n+1))
				}); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	wait.Wait()
	if n := get(t, open(t, l), "n"); n != fmt.Sprint(writers*each) {
		t.Errorf("counted to %s", n)
	}
}
