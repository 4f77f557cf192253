package reader

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
	"dossier/ui/uitest"
)

// chronicle imports a briefing of so many entries, one for each month from the
// year 1000 on.
func (d *desk) chronicle(entries int) (id string) {
	d.t.Helper()
	_, id = d.importLike("A long chronicle", func(b *briefings.Briefing) {
		like := b.Events[0]
		b.Events = nil
		for i := range entries {
			e := *like.Clone().(*briefings.Event)
			e.Handle = briefings.Handle(fmt.Sprintf("e-%d", i))
			e.When, e.Text = fmt.Sprintf("%d-%02d", 1000+i/12, 1+i%12), fmt.Sprintf("month %d went by", i)
			b.Events = append(b.Events, e)
		}
	})
	return id
}

// A board keeps the rows near the screen only; a person sees no difference.
func TestABoardOfVeryManyRowsReadsLikeOneOfFew(t *testing.T) {
	d := newDesk(t)
	d.chronicle(3000)
	p := d.browse(120, 36).Press("3").See(entries(3000), "month 0 went by").Miss("month 2000 ")
	p.Press("G").See("2023").Press("g").See("month 0 went by")
	for range 20 {
		p.Press("space") // faster than rows are read
	}
	p.See("month 600 went by").Press("b", "b").Gone("month 600 went by")
}

// Enter waits for the row that it is pressed on.
func TestEnterGoesToARowThatIsStillRead(t *testing.T) {
	d := newDesk(t)
	d.chronicle(3000)
	p := d.browse(120, 36).Press("3").See(entries(3000), "month 0 went by")
	p.Send(then(func(a *App) tea.Cmd { return tea.Batch(a.do("bottom"), a.do("go")) }))
	p.See("3 min").Press("3").See(fmt.Sprint(sampleEntries, " dated")) // the last entry is the sample's
}

// Where the texts of a board are too many to be kept, its filter goes through the
// library, and finds the same.
func TestABoardFiltersWhatItDoesNotKeep(t *testing.T) {
	for _, most := range []int{keptTexts, 0} {
		d := newDesk(t)
		d.chronicle(300)
		app, err := newApp(t.Context(), d.config())
		if err != nil {
			t.Fatal(err)
		}
		app.keptTexts = most
		p := uitest.Sit(t, app, 120, 36).See("2 briefings").Press("3").See(entries(300))
		p.Press("/").Type("month 25").See("13 of "+entries(300), "month 259 went by").Gone("month 26 ")
		p.Press("enter", "G", "enter").See("3 min").Press("q").See("13 of " + entries(300))
		p.Press("esc", "g").See(" "+entries(300), "month 7 went by").Press("/").Type("went formal").See("0 of "+entries(300), "no entries here")
		p.Press("esc", "q", "4").See("Pakistan").Press("/").Type("chronicle").See("of")
	}
}

// Whoever goes to an end while rows come is at the end of those that came.
func TestAnEndOfABoardIsTheEndOfTheRowsThatCome(t *testing.T) {
	d := newDesk(t)
	d.chronicle(300)
	p := d.browse(120, 36)
	p.Send(then(func(a *App) tea.Cmd { return tea.Batch(a.do("pane-timeline"), a.do("bottom")) }))
	p.See(entries(300), "month 290 went by", "2023")
}

// A change by somebody else leaves the cursor on its record, and that where it is
// on the screen.
func TestAForeignChangeMovesNothingOnABoard(t *testing.T) {
	d := newDesk(t)
	id := d.chronicle(300)
	app, err := newApp(t.Context(), d.config())
	if err != nil {
		t.Fatal(err)
	}
	p := uitest.Sit(t, app, 120, 36).See("2 briefings").Press("3").See(entries(300), "month 0 went by").Press("space", "space", "k", "k")
	on := app.board.current().text
	before := rowOf(p, on)
	b, err := d.lib.Briefing(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	b.Events[5].State = briefings.StateRejected
	if _, err := d.open().Put(t.Context(), id, &b.Events[5]); err != nil {
		t.Fatal(err)
	}
	p.See(entries(299))
	if after := rowOf(p, on); app.board.current().text != on || after != before {
		t.Errorf("the cursor was on %q in row %d and is on %q; that is in row %d now", on, before, app.board.current().text, after)
	}
}

// rowOf is the row of the screen that holds the words, -1 for none.
func rowOf(p *uitest.Person, words string) int {
	return slices.IndexFunc(strings.Split(p.Screen(), "\n"), func(row string) bool { return strings.Contains(row, words) })
}
