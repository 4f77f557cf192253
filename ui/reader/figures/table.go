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

// times are milliseconds from the press of a key to the first change, press by
// press.
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

// table has the times of every key in every view, and those of the empty program.
type table struct {
	base     times
	keys     map[place]times
	failures []string
}

// add takes in what the bench measured.
func (t *table) add(m *measured) {
	t.failures = append(t.failures, m.Failures...)
	for _, r := range m.Results {
		for _, metric := range r.Metrics {
			name, ok := strings.CutSuffix(strings.TrimPrefix(metric.Name, "key "), ": first change")
			switch {
			case !ok || name == between:
			case strings.HasPrefix(r.Contestant, empty):
				t.base = append(t.base, metric.Vals...)
			default:
				at := place{r.Contestant, name}
				t.keys[at] = append(t.keys[at], metric.Vals...)
			}
		}
	}
}

// limit is what a key's p95 may be.
func (t *table) limit() float64 { return share * t.base.percentile(95) }

// slow are the keys over the limit, the slowest first.
func (t *table) slow() []place {
	var out []place
	for at, took := range t.keys {
		if took.percentile(95) > t.limit() {
			out = append(out, at)
		}
	}
	slices.SortFunc(out, func(a, b place) int {
		return cmp.Or(cmp.Compare(t.keys[b].percentile(95), t.keys[a].percentile(95)), cmp.Compare(a.view, b.view), cmp.Compare(a.key, b.key))
	})
	return out
}

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

// print sums each view up, and prints the keys that are over the limit, the
// slowest first.
func (t *table) print(to io.Writer, wants []wanted) {
	slow := t.slow()
	fmt.Fprintf(to, "empty program: p50 %.1f ms, p95 %.1f ms of %d presses; a key may take %.1f\n", t.base.percentile(50), t.base.percentile(95), len(t.base), t.limit())
	fmt.Fprintf(to, "%d keys in views that show something, %d with p95 over %.1f times that\n\n", len(t.keys), len(slow), share)
	fmt.Fprintf(to, "%-20s %6s %8s %6s %8s %8s\n", "view", "keys", "presses", "over", "p50 ms", "p95 ms")
	for _, w := range wants {
		var took times
		keys, over := 0, 0
		for _, p := range w.keys {
			at := place{w.view.name, p.name}
			if len(t.keys[at]) > 0 {
				keys, took = keys+1, append(took, t.keys[at]...)
			}
			if slices.Contains(slow, at) {
				over++
			}
		}
		fmt.Fprintf(to, "%-20s %6d %8d %6d %8.1f %8.1f\n", w.view.name, keys, len(took), over, took.percentile(50), took.percentile(95))
	}
	if len(slow) > 0 {
		fmt.Fprintf(to, "\n%-20s %-28s %8s %8s %6s %8s\n", "view", "key over the limit", "p50 ms", "p95 ms", "ratio", "presses")
	}
	for _, at := range slow {
		took := t.keys[at]
		fmt.Fprintf(to, "%-20s %-28s %8.1f %8.1f %6.2f %8d\n", at.view, at.key, took.percentile(50), took.percentile(95), took.percentile(95)/t.base.percentile(95), len(took))
	}
	for _, f := range t.failures {
		fmt.Fprintln(to, "failed:", f)
	}
}
