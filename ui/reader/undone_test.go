package reader

import "testing"

// Undo and redo say what they took back or made again, in the words of the screen.
func TestUndoSaysWhatItTookBack(t *testing.T) {
	through(t, "questions", "timeline", "limits", "references", "notes")
	d := newDesk(t)
	p := d.sit(120, 36).See("Bottom line")
	back := func(what string) {
		t.Helper()
		p.Press("U").See("undone: " + what).Press("ctrl+r").See("redone: " + what)
	}
	p.Press("]", "j", "i").See("highlighted")
	back("the highlight “")
	p.Press("a").Type("ask the air desk").Press("enter").See("note saved")
	back("the note “ask the air desk”")
	p.Press("5", "g", "D").See("rejected: limit")
	back("rejecting the limit “")
	p.Press("3", "g", "t").See("accepted")
	back("accepting the entry “")
	p.Press("2", "g", "e").Type("due").Press("enter").Type("2026-03-31").Press("enter").See("saved: due").Press("esc")
	p.Press("U").See("undone: correcting the question “What is the site?”: due is empty again (was 2026-03-31)").
		Press("ctrl+r").See("redone: correcting the question “What is the site?”: due is 2026-03-31 (was empty)")
	p.Press("x").Type("Nobody knows.").Press("enter", "enter", "right", "enter", "enter").See("answer saved")
	back("the answer to the question “")
	p.Press("6", "g", "r", "B", "2").See("graded B2")
	back("grading the reference “")
	p.Press("0", "e").Type("date").Press("enter").Type("9 Dec 2025").Press("enter").See("saved: date").Press("esc")
	p.Press("U").See("undone: date is 2025-12-08 again (was 2025-12-09)").Press("ctrl+r").See("redone: date is 2025-12-09 (was 2025-12-08)")
	p.Press("e").Type("publisher").Press("enter").Press("ctrl+u").Type("The Quay").Press("enter").See("saved: publisher").Press("esc")
	p.Press("U").See("undone: publisher is dossier again (was The Quay)")
	p.Press("7", "g", "D").See("deleted: ")
	back("deleting the ")
}
