package reader

import (
	"fmt"
	"testing"
	"time"

	"dossier/briefings"
)

func TestAPaneIsFilteredByWordsStatusAndParties(t *testing.T) {
	through(t, "timeline")
	p := newDesk(t).sit(160, 48)
	p.Press("3", "&").Type("expected").See("&expected", fmt.Sprint("1 of ", sampleEntries), "2026 ◇").Miss("2025\n")
	p.Miss("dated")
	p.Press("enter", "esc").See(fmt.Sprint(sampleEntries, " dated")).Miss("&expected")
	p.Press("&").Type("zeppelin").See(fmt.Sprint("0 of ", sampleEntries), "Nothing here matches").Press("esc")

	p.Press("5", "&").Type("stated").See("&stated").Press("enter").Miss("□ datalinks")
	p.Press("esc").Miss("&stated")
}

func TestAFilteredPaneKeepsItsFilterWhenRecordsChange(t *testing.T) {
	through(t, "outline", "questions")
	p := newDesk(t).sit(160, 48)
	p.Press("2", "&").Type("open").Press("enter").See("&open")
	p.Press("t").See("accepted as an open question", "&open")
}

// Whoever filters from the text means the pane that is beside it: the letters are none
// of its keys. It comes in place of the text where there is room for one only.
func TestTheFilterOfTheTextIsThatOfThePaneBesideIt(t *testing.T) {
	through(t, "timeline")
	for _, width := range []int{100, 60} {
		p := newDesk(t).sit(width, 30)
		p.Press("&").Type("shared").See("filter shared", "&shared", fmt.Sprint("0 of ", sampleEntries)).Miss("Which of them")
		p.Press("ctrl+u").Type("expected").See("1 of ").Press("enter", "esc").Miss("&expected")
	}
}

// Whoever searches from a pane and thinks better of it is in the pane again.
func TestALeftSearchGivesTheKeyboardBack(t *testing.T) {
	through(t, "limits")
	p := newDesk(t).sit(100, 30)
	p.Press("5", "g", "/").Type("budgets").See("1/1").Press("esc").Press("c").See("Note on the limit").Press("esc")
	p.Press("0", "/").Type("budgets").See("1/1").Press("esc", "a").See("Note  “A Turkish")
}

// Whoever took a filter off is still on what was found by it.
func TestTheCursorStaysOnWhatWasFoundWhenTheFilterIsTakenOff(t *testing.T) {
	d := newDesk(t)
	d.clock.set(d.clock.now().Add(time.Minute))
	d.importLike("Newer than the drones", func(b *briefings.Briefing) { b.Questions = b.Questions[:1] })
	p := d.browse(100, 30).See("2 briefings · 6 open questions", "1 of 2")
	p.Press("/").Type("turkish").See("1 of 2 briefings · 5 open questions").Press("enter", "esc").See("2 of 2", "2 briefings · 6 open questions")
	p.Press("g", "/").Type("turkish").Press("esc").See("2 of 2").Press("enter").See("Bottom line")
	through(t, "outline", "limits")
	p = newDesk(t).sit(160, 48).Press("1", "&").Type("outlook").Press("enter", "esc", "enter").See("section 7 of 8")
	p.Press("5", "&").Type("design").See("1 of").Press("esc").Press("enter", "p").See("design")
}

// The cursor goes to the first that matches, and before that to one of which the words
// begin so: not to where it was.
func TestAFilterGoesToItsFirstMatch(t *testing.T) {
	items := []string{"Government Accountability Office", "Office of the Trade Representative", "The back office"}
	p := &pane{}
	for _, text := range items {
		p.whole.add(-1, item{text: text})
	}
	p.refilter()
	p.cursor = 2
	for typed, want := range map[string]string{"office": items[0], "ff": items[0], "of the": items[1], "back": items[2]} {
		p.query = typing{text: typed}
		p.refilter()
		p.toBest()
		if got := p.current().text; got != want {
			t.Errorf("%q goes to %q, not to %q", typed, got, want)
		}
	}
}
