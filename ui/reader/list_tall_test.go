package reader

import "testing"

// Rows that would stay empty are given to the items; no row moves when the pane
// gets the keyboard, and a click on any of an item's rows goes to it.
func TestItemsTakeTheRowsThatAreLeft(t *testing.T) {
	p := newDesk(t).withMouse(200, 60)
	p.See("● Pakistan ordered the TB2 and had", "  service soon afterwards")
	for height := 60; height > 36; height -= 2 {
		before := rowOf(p.Size(200, height).Press("0"), "◇ Formal announcements")
		if after := rowOf(p.Press("3"), "◇ Formal announcements"); before != after {
			t.Errorf("at %d rows the entry went from %d to %d when the pane got the keyboard", height, before, after)
		}
	}
	p.Size(200, 60)
	p.Click("  and air defences").See("“2022” read as 2022")
	p.Size(160, 30).See("● Pakistan ordered the TB2 an…").Miss("  service soon afterwards").Fits()
}
