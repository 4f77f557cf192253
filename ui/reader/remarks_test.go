package reader

import (
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
