package reader

import "testing"

// What people ask stands before what the text only suggests, and before what is closed.
func TestQuestionsStandByWhatHasBecomeOfThem(t *testing.T) {
	p := newDesk(t).sit(100, 40).See("A Turkish").Press("2").See("2 Questions", "proposed from the text")
	p.Press("g", "t").See("accepted as an open question")
	if open, proposed := rowOf(p, " open "), rowOf(p, "proposed from the text"); open < 0 || proposed < open {
		t.Errorf("open questions stand in row %d, proposals in row %d of\n%s", open, proposed, p.Screen())
	}
}
