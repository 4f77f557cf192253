package main

import (
	"strings"
	"testing"
)

// Two passages cannot be told apart where exchanged they fit what is around them
// as well; a word that differs within 64 code points tells them.
func TestWhatCannotBeToldApart(t *testing.T) {
	long := strings.Repeat("the same words ", 6)
	for _, c := range []struct {
		name, old, new string
		went           [2]int // of the two crosses of the old text, the one of the new that it became, -1 for none
		want           reason
	}{
		{"one of two in equal surroundings went", long + "the first cross here " + long + "; " + long + "the first cross here " + long, long + "the first cross here " + long, [2]int{0, -1}, apart},
		{"one of two with a word of its own beside it went", "alpha the first cross here beta; gamma the first cross here delta", "gamma the first cross here delta", [2]int{-1, 0}, told},
		{"both stand, each beside its own", "alpha the first cross here beta; gamma the first cross here delta", "gamma the first cross here delta; alpha the first cross here beta", [2]int{1, 0}, told},
		{"a few letters, nothing of whose surroundings went with them", "alpha xi beta", "gamma xi delta", [2]int{0, -1}, anew},
		{"many letters", "alpha the first cross here beta", "gamma the first cross here delta", [2]int{0, -1}, told},
	} {
		words := "the first cross here"
		if !strings.Contains(c.old, words) {
			words = "xi"
		}
		from, to := places(c.old, words), places(c.new, words)
		e := &edited{old: c.old, new: c.new, places: make([]int, len(c.old))}
		for i := range e.places {
			e.places[i] = -1
		}
		passage := -1
		for n, at := range from {
			if c.went[n] >= 0 {
				e.places[at] = to[c.went[n]]
				passage = max(passage, at)
			}
		}
		if got := e.whyUnplaced(passage, passage+len(words)); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}
