package reader

import "testing"

// What is held back stands before what may pass, and the sections on limits last.
func TestTheLedgerBeginsWithWhatIsHeldBack(t *testing.T) {
	p := newDesk(t).sit(100, 40).See("A Turkish").Press("5").See("5 Limits", " withheld", " possible", " in the text")
	if held, may, text := rowOf(p, " withheld"), rowOf(p, " possible"), rowOf(p, " in the text"); held > may || may > text {
		t.Errorf("withheld, possible and the text stand in rows %d, %d and %d of\n%s", held, may, text, p.Screen())
	}
}
