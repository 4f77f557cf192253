package main

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
)

// spread counts placements by their margin.
type spread [len(steps) + 1]int

// steps are the margins, in letters, at which a new count begins.
var steps = [...]int{0, 1, 5, 10, 15, 20, 30, 40, 60, 100, 200, 500}

func (s *spread) count(margin int) {
	i, found := slices.BinarySearch(steps[:], margin)
	if found {
		i++
	}
	s[i]++
}

func (s *spread) add(o *spread) {
	for i, n := range o {
		s[i] += n
	}
}

// printSpread shows how wide the margins of right and of wrong placements are.
func printSpread(w io.Writer, right, amiss *spread) error {
	all, below := 0, 0
	for _, n := range right {
		all += n
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "margin in letters\tat the place\tfrom here up\tat another\t")
	for i := range right {
		name := "less"
		if i > 0 {
			name = fmt.Sprintf("from %d", steps[i-1])
		}
		fmt.Fprintf(t, "%s\t%d\t%.3f %%\t%d\t\n", name, right[i], 100*float64(all-below)/float64(max(all, 1)), amiss[i])
		below += right[i]
	}
	return t.Flush()
}
