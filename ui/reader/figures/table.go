package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
)

// measured is what the bench gives back: of every run, what each press took.
type measured struct {
	Results []struct {
		Contestant string
		Metrics    []struct {
			Name string
			Vals []float64
		}
	}
	Failures []string
}

// share is how much longer than the empty program's a key may take.
const share = 1.3

// times are milliseconds from the press of a key to a change, press by press.
type times []float64

// percentile is by nearest rank.
func (t times) percentile(p float64) float64 {
	if len(t) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(t))
	return sorted[max(0, int(math.Ceil(p/100*float64(len(sorted))))-1)]
}

// place is a key in a view.
type place struct{ view, key string }

// taken is what a key took in a view: until something shows, and until nothing
// changes any more; and what the empty program took just before and after.
type taken struct{ first, settled, beside times }

// slow says whether half of the presses, or the slowest twentieth of them, took
// longer than they may beside the empty program's.
func (t *taken) slow() bool {
	return t.first.percentile(95) > share*t.beside.percentile(95) || t.first.percentile(50) > share*t.beside.percentile(50)
}

// ratio is that of the 95th percentiles.
func (t *taken) ratio() float64 { return t.first.percentile(95) / t.beside.percentile(95) }

// table has the times of every key in every view, and those of the empty program.
type table struct {
	base            times
	keys            map[place]*taken
	lone            map[string]times // of Esc alone, by program
	quit, quitEmpty times
	failures        []string
	rounds          int // in which keys were pressed
}

// add takes in what the bench measured. What a key took when it was pressed more
// often stands for what it took at first: to be slow by chance is what it was
// pressed again for.
func (t *table) add(m *measured) {
	t.rounds++
	t.failures = append(t.failures, m.Failures...)
	idle := map[string]times{}
	for _, r := range m.Results {
		for _, metric := range r.Metrics {
			none, first := strings.HasPrefix(r.Contestant, empty), strings.HasSuffix(metric.Name, firstChange)
			switch {
			case r.Contestant == loneEsc || r.Contestant == escFloor:
				if metric.Name == "key esc"+firstChange {
					t.lone[r.Contestant] = append(t.lone[r.Contestant], metric.Vals...)
				}
			case metric.Name == "quit" && none:
				t.quitEmpty = append(t.quitEmpty, metric.Vals...)
			case metric.Name == "quit":
				t.quit = append(t.quit, metric.Vals...)
			case none && first:
				idle[r.Contestant] = metric.Vals
				t.base = append(t.base, metric.Vals...)
			}
		}
	}
	now := map[place]*taken{}
	for i, r := range m.Results {
		if strings.HasPrefix(r.Contestant, empty) || r.Contestant == loneEsc {
			continue
		}
		var beside times
		for _, next := range []int{i - 1, i + 1} {
			if next >= 0 && next < len(m.Results) {
				beside = append(beside, idle[m.Results[next].Contestant]...)
			}
		}
		for _, metric := range r.Metrics {
			name, first := strings.CutSuffix(metric.Name, firstChange)
			name, settled := strings.CutSuffix(name, ": settled")
			name, key := strings.CutPrefix(name, "key ")
			at := place{r.Contestant, name}
			if name == between || !key || !first && !settled {
				continue
			}
			if now[at] == nil {
				now[at] = &taken{beside: beside}
			}
			if first {
				now[at].first = append(now[at].first, metric.Vals...)
			} else {
				now[at].settled = append(now[at].settled, metric.Vals...)
			}
		}
	}
	for at, took := range now {
		t.keys[at] = took
	}
}

// firstChange ends the name of what the bench says of the first change of the
// screen.
const firstChange = ": first change"

// chosen are the keys of which something holds, the slowest first.
func (t *table) chosen(holds func(*taken) bool, by func(*taken) float64) (out []place) {
	for at, took := range t.keys {
		if holds(took) {
			out = append(out, at)
		}
	}
	slices.SortFunc(out, func(a, b place) int {
		return cmp.Or(cmp.Compare(by(t.keys[b]), by(t.keys[a])), cmp.Compare(a.view, b.view), cmp.Compare(a.key, b.key))
	})
	return out
}

func (t *table) slow() []place { return t.chosen((*taken).slow, (*taken).ratio) }

// again are the slow keys of each view, to be pressed more often.
func (t *table) again(wants []wanted, presses int) (out []wanted) {
	slow := t.slow()
	for _, w := range wants {
		w.times = presses
		w.keys = slices.DeleteFunc(slices.Clone(w.keys), func(p press) bool { return !slices.Contains(slow, place{w.view.name, p.name}) })
		if len(w.keys) > 0 {
			out = append(out, w)
		}
	}
	return out
}

// print sums each view up, and prints the keys that are over the limit, those that
// show in steps, and those that show nothing.
func (t *table) print(to io.Writer, wants []wanted) {
	slow := t.slow()
	fmt.Fprintf(to, "empty program: p50 %.1f ms, p95 %.1f ms of %d presses\n", t.base.percentile(50), t.base.percentile(95), len(t.base))
	fmt.Fprintf(to, "%d keys in views that show something, %d over %.1f times what it took just before and after (p50 or p95)\n\n", len(t.keys), len(slow), share)
	fmt.Fprintf(to, "%-20s %6s %8s %6s %8s %8s   %-13s %s\n", "view", "keys", "presses", "over", "p50 ms", "p95 ms", "empty program", "settled p50, p95")
	for _, w := range wants {
		t.printView(to, &w, slow)
	}
	t.printKeys(to, "key over the limit", slow)
	t.printKeys(to, "key that shows in steps", t.chosen(func(took *taken) bool {
		return took.settled.percentile(50) > share*took.beside.percentile(95)
	}, func(took *taken) float64 { return took.settled.percentile(50) }))
	t.printSilent(to, wants)
	t.printApart(to)
	for _, f := range t.failures {
		fmt.Fprintln(to, "failed:", f)
	}
}

func (t *table) printView(to io.Writer, w *wanted, slow []place) {
	var all taken
	keys, over := 0, 0
	for _, p := range w.keys {
		at := place{w.view.name, p.name}
		if took := t.keys[at]; took != nil {
			keys++
			all.first, all.settled, all.beside = append(all.first, took.first...), append(all.settled, took.settled...), took.beside
		}
		if slices.Contains(slow, at) {
			over++
		}
	}
	fmt.Fprintf(to, "%-20s %6d %8d %6d %8.1f %8.1f   %5.1f %7.1f %7.1f %8.1f\n", w.view.name, keys, len(all.first), over,
		all.first.percentile(50), all.first.percentile(95), all.beside.percentile(50), all.beside.percentile(95), all.settled.percentile(50), all.settled.percentile(95))
}

func (t *table) printKeys(to io.Writer, what string, all []place) {
	if len(all) == 0 {
		return
	}
	fmt.Fprintf(to, "\n%-20s %-28s %8s %8s %6s %8s %12s\n", "view", what, "p50 ms", "p95 ms", "ratio", "presses", "settled p50")
	for _, at := range all {
		took := t.keys[at]
		fmt.Fprintf(to, "%-20s %-28s %8.1f %8.1f %6.2f %8d %12.1f\n", at.view, at.key, took.first.percentile(50), took.first.percentile(95), took.ratio(), len(took.first), took.settled.percentile(50))
	}
}

// printSilent names the keys that changed nothing on the screen, and where: what
// has nothing to do there, and what takes longer than the bench waits.
func (t *table) printSilent(to io.Writer, wants []wanted) {
	in := map[string][]string{}
	for _, w := range wants {
		for _, p := range w.keys {
			if t.keys[place{w.view.name, p.name}] == nil {
				in[p.name] = append(in[p.name], w.view.name)
			}
		}
	}
	if len(in) > 0 {
		fmt.Fprintf(to, "\nkeys that showed nothing within %v\n", noChange)
	}
	names := make([]string, 0, len(in))
	for name := range in {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(to, "%-28s %s\n", name, strings.Join(in[name], ", "))
	}
}
