package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// measured is what the bench gives back.
type measured struct {
	Summaries map[string][]struct {
		Metric        string
		P50, P95      float64
		Presses, Runs int
	}
	Failures []string
}

// share is how much longer than the empty program's a key may take.
const share = 1.3

type row struct {
	view, key string
	p50, p95  float64 // milliseconds to the first change
	presses   int
}

// rows are the keys of all views, the slowest first.
func (m *measured) rows() (rows []row, base row) {
	for view, all := range m.Summaries {
		for _, s := range all {
			name, ok := strings.CutSuffix(strings.TrimPrefix(s.Metric, "key "), ": first change")
			if !ok || name == between {
				continue
			}
			r := row{view, name, s.P50, s.P95, s.Presses}
			if view == empty {
				base = r
			} else {
				rows = append(rows, r)
			}
		}
	}
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(b.p95, a.p95), strings.Compare(a.view, b.view), strings.Compare(a.key, b.key))
	})
	return rows, base
}

// print prints the slowest first; a key that changed nothing has no row.
func (m *measured) print(to io.Writer) {
	rows, base := m.rows()
	over := 0
	for _, r := range rows {
		if r.p95 > share*base.p95 {
			over++
		}
	}
	fmt.Fprintf(to, "empty program: p50 %.1f ms, p95 %.1f ms of %d presses\n", base.p50, base.p95, base.presses)
	fmt.Fprintf(to, "%d keys in views, %d with p95 over %.1f times that\n\n", len(rows), over, share)
	fmt.Fprintf(to, "%-20s %-28s %8s %8s %6s %8s\n", "view", "key", "p50 ms", "p95 ms", "ratio", "presses")
	for _, r := range rows {
		fmt.Fprintf(to, "%-20s %-28s %8.1f %8.1f %6.2f %8d\n", r.view, r.key, r.p50, r.p95, r.p95/base.p95, r.presses)
	}
	for _, f := range m.Failures {
		fmt.Fprintln(to, "failed:", f)
	}
}
