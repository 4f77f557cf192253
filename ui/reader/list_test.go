package reader

import (
	"testing"

	"dossier/briefings"
)

// The list stands in order of time, the passages in that of the text.
func TestCursorFollowsTheText(t *testing.T) {
	at := func(start, end int) item {
		return item{anchor: &briefings.Anchor{Section: "s-one", Exact: "words", DocStart: start, DocEnd: end}}
	}
	l := list{}
	l.set([]item{{heading: true}, at(500, 510), at(90, 99), at(20, 30), {}, at(95, 99)})
	for _, c := range []struct{ from, to, want int }{
		{0, 50, 3},
		{10, 40, 3},
		{90, 100, 2},  // the first of the list where several show
		{94, 100, 5},  // the one it is on does not show any more
		{92, 100, 5},  // and stays while it does
		{200, 300, 5}, // nothing shows: it stays
		{0, 1000, 5},  // it shows still
		{500, 501, 1},
	} {
		if l.follow(c.from, c.to); l.cursor != c.want {
			t.Errorf("with %d to %d on the screen the cursor is on %d, want %d", c.from, c.to, l.cursor, c.want)
		}
	}
}
