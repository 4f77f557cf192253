package reader

import (
	"strings"
	"testing"
)

// A note on a record is seen where the record is: a sign before its row, the words
// below it, on the page of an actor too; by either key.
func TestANoteOnARecordShowsInItsPane(t *testing.T) {
	through(t, "actors", "limits", "notes")
	for _, key := range []string{"a", "c"} {
		d := newDesk(t)
		p := d.sit(160, 44)
		p.Press("4", "g", key).See("Note on the actor").Type("who owns it").Press("enter").See("note on the actor saved", "╰◉", "Note: who owns it  (analyst")
		p.Press("P").See("Notes").Type("who owns").See("who owns it").Press("esc")
		p.Press("5", "g", key).See("Note on the limit").Type("which one").Press("enter").See("note on the limit saved", "╰■", "Note: which one")
		p.Press("7", "&").Type("which one").Press("enter").See("note on the limit").Miss("commenting", "n-which")
		notes := d.briefing().Annotations
		if n := notes[len(notes)-1]; n.Body != "which one" || n.Re == "" || len(n.Anchors) > 0 {
			t.Errorf("%s made %+v", key, n)
		}
	}
}

// What was thrown away is named: the cursor may be elsewhere than one thinks.
func TestWhatIsRejectedOrDeletedIsNamed(t *testing.T) {
	through(t, "questions", "notes")
	p := newDesk(t).sit(160, 44)
	p.Press("2", "D").See("rejected: question “").Press("7", "D").See("deleted: note “")
}

// A note on a section is seen in the outline, wherever it was written, and the pane of
// notes says what each is on.
func TestANoteOnASectionShowsInTheOutline(t *testing.T) {
	through(t, "outline", "limits", "notes")
	d := newDesk(t)
	p := d.sit(160, 44)
	p.Press("1", "g", "j", "a").See("Note on the section").Type("who says so").Press("enter").See("note saved", "╰▸ What has been reported", "Note: who says so")
	p.Press("0", "g", "]", "a").See("Note on the section").Type("the gist").Press("enter").See("note saved").Press("1").See("╰▸ Bottom line")
	p.Press("0", "j", "j", "j", "a").Type("on a sentence").Press("enter").See("note saved")
	p.Press("5", "g", "a").Type("on a limit").Press("enter").See("note on the limit saved")
	p.Press("7").See("section, today", "sentence, today", "limit, today")
	p.Press("&").Type("who says").Press("enter").See("note on the section")
}

// What the details have no room for is read with the key that they name.
func TestCutDetailsSayWhereTheyStandWhole(t *testing.T) {
	through(t, "questions")
	d := newDesk(t)
	q := find(t, d, whenPrice)
	q.Why = strings.Repeat("The budget hangs on it. ", 20) + "So it says."
	if _, err := d.open().Put(t.Context(), d.id, q); err != nil {
		t.Fatal(err)
	}
	d.sit(80, 24).Press("2", "&").Type("price").Press("enter").See("… p shows all").Press("p").See("Where this question").Press("space").See("So it says.").Press("q")
}

// The day on which a question comes up again is set by the program, and said.
func TestARaisedQuestionSaysWhenItComesUpAgain(t *testing.T) {
	newDesk(t).sit(100, 30).Press("Q").Type("Who pays").Press("enter").See("question saved; e in its pane changes when to look again: 2026-01-28")
}
