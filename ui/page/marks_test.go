package page

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// However many marks a text has, a line finds those that touch it, also one
// that began long before.
func TestMarksOnAStretchAreFound(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	marks := []Mark{{Range{0, 900}, Note}}
	for range 300 {
		start := rng.IntN(1000)
		marks = append(marks, Mark{Range{start, start + 1 + rng.IntN(20)}, Limit})
	}
	x := newMarkIndex(marks)
	order := func(a, b Mark) int { return (a.Start-b.Start)*1000 + a.End - b.End }
	for from := 0; from < 1010; from += 7 {
		var want []Mark
		for _, m := range marks {
			if m.Start < from+30 && m.End > from {
				want = append(want, m)
			}
		}
		got := x.touching(nil, from, from+30)
		slices.SortFunc(got, order)
		slices.SortFunc(want, order)
		if !slices.Equal(got, want) {
			t.Fatalf("on %d to %d: %v, want %v", from, from+30, got, want)
		}
	}
}
