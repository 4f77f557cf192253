package reader

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"runtime/debug"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
	"dossier/ui/uitest"
)

var (
	walks    = flag.Uint64("walks", 3, "so many random walks through the program")
	walkFrom = flag.Uint64("walk-from", 1, "the seed of the first walk")
	walkKeys = flag.Int("walk-keys", 250, "keys of a walk")
)

// Whoever presses anything, anywhere, at any size, meets no frame that does not fit, no
// end of the program that nobody asked for, and a library that is whole. To hunt:
// go test ./ui/reader -run Wanders -walks 200 -walk-from 1000 -timeout 1h
func TestWhoeverWandersBreaksNothing(t *testing.T) {
	for seed := *walkFrom; seed < *walkFrom+*walks; seed++ {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			d := newDesk(t)
			d.chronicle(60)
			d.importLike("A second sample", func(b *briefings.Briefing) {})
			w := wanderer{t: t, rand: rand.New(rand.NewPCG(seed, 0)), keys: keysToWander(t)}
			w.walk(d)
			problems, err := d.lib.Check(t.Context())
			if err != nil || len(problems) > 0 {
				t.Errorf("the library after %q: %v %v", w.path, problems, err)
			}
		})
	}
}

// keysToWander are all keys but those that hand the terminal to another program.
func keysToWander(t *testing.T) (keys []string) {
	all, err := Bindings()
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range all {
		if !slices.Contains([]action{"editor", "suspend"}, b.Action) {
			keys = append(keys, b.Keys...)
		}
	}
	return append(keys, "left", "right", "up", "down", "backspace", "delete", "home", "end", "alt+enter", "ctrl+u", "ctrl+w")
}

// wanderer presses what comes to its hand.
type wanderer struct {
	t    *testing.T
	rand *rand.Rand
	keys []string
	path []string // what was pressed, to be told when something breaks
}

func one[T any](r *rand.Rand, of ...T) T { return of[r.IntN(len(of))] }

func (w *wanderer) walk(d *desk) {
	defer func() {
		if r := recover(); r != nil {
			w.t.Fatalf("%v after %q\n%s", r, w.path, debug.Stack())
		}
	}()
	cfg := d.config()
	cfg.Mouse = true
	p := d.with(cfg, 120, 36)
	for range *walkKeys {
		w.step(p)
		if p.Fits(); w.t.Failed() {
			w.t.Fatalf("after %q:\n%s", w.path, p.Screen())
		}
		if p.Left() {
			w.path = append(w.path, "(started again)")
			p = d.with(cfg, 120, 36)
		}
	}
}

func (w *wanderer) step(p *uitest.Person) {
	switch n := w.rand.IntN(100); {
	case n < 70:
		key := one(w.rand, w.keys...)
		w.path = append(w.path, key)
		p.Press(key)
	case n < 80:
		key := one(w.rand, "esc", "enter", "enter")
		w.path = append(w.path, key)
		p.Press(key)
	case n < 90:
		words := one(w.rand, "a", "99", "pak", "by", "2026-02-30", "next week", "über", "中文", "👩‍🚀", " ", "no such thing", "export", "set")
		w.path = append(w.path, "type "+words)
		p.Type(words)
	case n < 93:
		words := one(w.rand, "one line", "two\nlines", "\x1b[31mred\x07\r\n", "")
		w.path = append(w.path, fmt.Sprintf("paste %q", words))
		p.Paste(words)
	case n < 96:
		size := one(w.rand, [2]int{200, 60}, [2]int{120, 36}, [2]int{80, 24}, [2]int{60, 15}, [2]int{40, 12}, [2]int{20, 6}, [2]int{7, 3}, [2]int{1, 1})
		w.path = append(w.path, fmt.Sprintf("size %d×%d", size[0], size[1]))
		p.Size(size[0], size[1])
	default:
		x, y := w.rand.IntN(200), w.rand.IntN(60)
		msg := one[tea.Msg](w.rand, tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}, tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelDown},
			tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelUp}, tea.MouseMotionMsg{X: x, Y: y, Button: tea.MouseLeft}, tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
		w.path = append(w.path, fmt.Sprintf("%T %d,%d", msg, x, y))
		p.Send(msg)
	}
}
