package reader

import "testing"

// Whoever the text speaks of most stands first, with how often, in a narrow pane too.
func TestActorsStandByHowOftenTheyAreNamed(t *testing.T) {
	p := newDesk(t).sit(100, 40).See("A Turkish").Press("4", "g").See("4 Actors", "12 mentions")
	p.See("◉ Pakistan                   12")
	first, last := rowOf(p, "◉ Pakistan  "), rowOf(p, "⌖ Karachi  ")
	if first < 0 || last < first {
		t.Errorf("who is named twelve times and who once stand in rows %d and %d of\n%s", first, last, p.Screen())
	}
}
