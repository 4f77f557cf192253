package reader

import "testing"

// Notes stand in the order of the text, whenever they were written.
func TestNotesStandInTheOrderOfTheText(t *testing.T) {
	p := newDesk(t).sit(100, 40).See("A Turkish").Press("]", "]", "j", "a").Type("the later place").Press("enter").See("saved")
	p.Press("g", "]", "j", "a").Type("the earlier place").Press("enter").See("saved").Press("7").See("7 Notes")
	if first, second := rowOf(p, "the earlier place"), rowOf(p, "the later place"); first < 0 || second < first {
		t.Errorf("they stand in rows %d and %d of\n%s", first, second, p.Screen())
	}
}
