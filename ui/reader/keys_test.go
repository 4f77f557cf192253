package reader

import "testing"

// Half pages and pages there and back lead to where one was.
func TestPagesThereAndBack(t *testing.T) {
	p := newDesk(t).sit(80, 24).See("A Turkish").Press("]", "]", "]").See("section 3 of 8")
	p.Press("}").See("section 3 of 8")
	before := p.Screen()
	for _, keys := range [][2]string{{"d", "u"}, {"space", "b"}, {"f", "b"}, {"}", "{"}} {
		there := p.Press(keys[0]).Screen()
		back := p.Press(keys[1]).Screen()
		if there == before || back != before {
			t.Errorf("%s and %s lead from\n%s\nover\n%s\nto\n%s", keys[0], keys[1], before, there, back)
		}
	}
}

// Only the text, and the panes again; a note on a section and one on a record
// say in their title what they are about.
func TestTheTextAloneAndNotesOnMoreThanASentence(t *testing.T) {
	through(t, "timeline", "limits", "notes")
	p := newDesk(t).sit(100, 30).See("3 Timeline").Press("z").Miss("3 Timeline").Press("z").See("3 Timeline")
	p.Press("]", "j", "A").See("“Bottom line”").Type("ask for the contract").Press("enter").See("saved")
	p.Press("5", "j", "c").See("Note on the limit").Type("since when?").Press("enter").See("saved")
	p.Press("7").See("ask for the contract", "since when?")
}
