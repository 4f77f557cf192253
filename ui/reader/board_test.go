package reader

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

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
			e.When, e.Text = fmt.Sprintf("%d-%02d", 1000+i/12, 1+i%12), fmt.Sprintf("Month %d went by", i)
			b.Events = append(b.Events, e)
		}
	})
	return id
}

// A board keeps the rows near the screen only; a person sees no difference.
func TestABoardOfVeryManyRowsReadsLikeOneOfFew(t *testing.T) {
	through(t, "timeline")
	d := newDesk(t)
	d.chronicle(3000)
	p := d.browse(120, 36).Press("3").See(entries(3000), "Month 0 went by").Miss("Month 2000 ")
	p.Press("G").See("2023").Press("g").See("Month 0 went by")
	for range 28 {
		p.Press("space") // faster than rows are read
	}
	p.See("Month 600 went by").Press("b", "b", "b").Miss("Month 600 went by")
}

// Page by page one sees every row, however many the details take away: on a board, in
// a pane and in the list alike.
func TestNoPagePassesARowOver(t *testing.T) {
	through(t, "timeline")
	d := newDesk(t)
	d.chronicle(100)
	app, p := d.before(d.config(), 80, 24)
	p.See("2 briefings").Press("3").See(entries(100), "Month 0 went by")
	everyMonth(t, p, func() bool { return !app.board.waits() })
	p.Press("g").See("Month 0 went by").Press("enter").See(" dated").Press("3", "g").See("100 dated")
	everyMonth(t, p, func() bool { return true })
}

// everyMonth goes down page by page and looks whether each month of a chronicle shows.
func everyMonth(t *testing.T, p *uitest.Person, shows func() bool) {
	t.Helper()
	seen := map[string]bool{}
	for range 40 {
		for _, month := range regexp.MustCompile(`Month \d+`).FindAllString(p.Screen(), -1) {
			seen[month] = true
		}
		p.Press("space").Until("the page is read", shows)
	}
	if len(seen) < 100 {
		t.Errorf("%d of 100 months were seen", len(seen))
	}
}

// Enter waits for the row that it is pressed on.
func TestEnterGoesToARowThatIsStillRead(t *testing.T) {
	through(t, "timeline")
	d := newDesk(t)
	d.chronicle(3000)
	p := d.browse(120, 36).Press("3").See(entries(3000), "Month 0 went by")
	p.Send(then(func(a *App) tea.Cmd { return tea.Batch(a.do("bottom"), a.do("go")) }))
	p.See("3 min").Press("3").See(fmt.Sprint(sampleEntries, " dated")) // the last entry is the sample's
}

// Where the texts of a board are too many to be kept, its filter goes through the
// library, and finds the same.
func TestABoardFiltersWhatItDoesNotKeep(t *testing.T) {
	through(t, "timeline")
	for _, most := range []int{keptTexts, 0} {
		d := newDesk(t)
		d.chronicle(300)
		app := d.app(d.config())
		app.keptTexts = most
		p := uitest.Sit(t, app, 120, 36).See("2 briefings").Press("3").See(entries(300))
		p.Press("/").Type("month 25").See("13 of "+entries(300), "Month 259 went by").Miss("Month 26 ")
		p.Press("enter", "G", "enter").See("3 min").Press("q").See("13 of " + entries(300))
		p.Press("esc", "g").See(" "+entries(300), "Month 7 went by").Press("/").Type("went formal").See("0 of "+entries(300), "no entries here")
		p.Press("esc", "q", "4").See("Pakistan").Press("/").Type("chronicle").See("of")
	}
}

// A filter that leaves few rows is typed at the end of many.
func TestFewRowsAreLeftOfABoardThatStandsAtItsEnd(t *testing.T) {
	through(t, "timeline")
	d := newDesk(t)
	d.chronicle(100)
	p := d.browse(120, 36).Press("3").See(entries(100), "Month 0 went by").Press("G").See("Month 99 went by")
	p.Press("/").Type("by 99").See("1 of", "Month 99 went by").Miss("Month 80 ").Fits()
}

// Whoever goes to an end while rows come is at the end of those that came.
func TestAnEndOfABoardIsTheEndOfTheRowsThatCome(t *testing.T) {
	through(t, "timeline")
	d := newDesk(t)
	d.chronicle(300)
	p := d.browse(120, 36)
	p.Send(then(func(a *App) tea.Cmd { return tea.Batch(a.do("pane-timeline"), a.do("bottom")) }))
	p.See(entries(300), "Month 290 went by", "2023")
}

// A change by somebody else leaves the cursor on its record, and that where it is
// on the screen.
func TestAForeignChangeMovesNothingOnABoard(t *testing.T) {
	through(t, "timeline")
	d := newDesk(t)
	id := d.chronicle(300)
	app, p := d.before(d.config(), 120, 36)
	p.See("2 briefings").Press("3").See(entries(300), "Month 0 went by").Press("space", "space", "k", "k")
	p.Until("the rows there are read", func() bool { return !app.board.waits() })
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

// once is a library whose records can be gone through once; the next time nothing
// comes of it until the program ends.
type once struct {
	shelved
	begun *atomic.Bool
}

func (o once) Each(ctx context.Context, kind briefings.Kind, do func(briefings.Summary, briefings.Record) error) error {
	if o.begun.Swap(true) {
		<-ctx.Done()
		return ctx.Err()
	}
	return o.shelved.Each(ctx, kind, do)
}

// A board that shows is not taken away by its own key, though it is read again.
func TestTheKeyOfABoardKeepsItsRows(t *testing.T) {
	through(t, "timeline")
	d := newDesk(t)
	cfg := d.config()
	cfg.Library = once{d.lib, new(atomic.Bool)}
	d.with(cfg, 120, 30).Press("3").See(entries(0)).Press("3").See(entries(0)).Miss("reading…")
}

// A board that was looked at before shows at once, where it was left; what was changed
// meanwhile comes behind.
func TestABoardIsFoundAsItWasLeft(t *testing.T) {
	through(t, "timeline", "limits")
	d := newDesk(t)
	d.chronicle(300)
	cfg := d.config()
	times := new(atomic.Int32)
	cfg.Library = walked{d.lib, times}
	p := d.with(cfg, 120, 36).Press("3").See(entries(300), "Month 0 went by").Press("G").See("2023").Press("5").See("limits").Press("3").See(entries(300), "2023")
	p.Press("0").See("2 briefings").Press("3").See(entries(300), "2023")
	if n := times.Load(); n != 2 {
		t.Errorf("two boards were read %d times", n)
	}
	p.Press("0").See("2 briefings")
	gone := d.briefing().Events[0].Clone()
	gone.Common().State = briefings.StateRejected
	d.clock.set(d.clock.now().Add(time.Minute))
	if _, err := d.open().Put(t.Context(), d.id, gone); err != nil {
		t.Fatal(err)
	}
	p.Press("3").See(entries(299))
}

// Its own key does not begin a board anew that is still read.
func TestTheKeyOfABoardThatIsReadWaits(t *testing.T) {
	through(t, "timeline")
	d := newDesk(t)
	cfg := d.config()
	times := new(atomic.Int32)
	cfg.Library = walked{endless{d.lib}, times}
	d.with(cfg, 120, 30).Press("3").See("reading…").Press("3", "3").See("reading…")
	if n := times.Load(); n > 1 { // 0 where it is about to begin
		t.Errorf("reading was begun %d times", n)
	}
}

// Enter before the rows are there says that it will open what comes.
func TestEnterOnABoardThatIsReadSaysThatItOpens(t *testing.T) {
	through(t, "timeline")
	d := newDesk(t)
	cfg := d.config()
	cfg.Library = endless{d.lib}
	d.with(cfg, 120, 30).Press("3").See("reading…").Press("enter").See("opening…")
}

// recordless is a library without a record.
type recordless struct{ shelved }

func (recordless) Each(context.Context, briefings.Kind, func(briefings.Summary, briefings.Record) error) error {
	return nil
}

// Where no row is or comes, Enter waits for none.
func TestEnterOnAnEmptyBoardOpensNothing(t *testing.T) {
	through(t, "notes")
	d := newDesk(t)
	cfg := d.config()
	cfg.Library = recordless{d.lib}
	empty := d.with(cfg, 120, 30).Press("7").See("no notes here")
	empty.Press("enter").Miss("opening…").Press("G", "enter").Miss("opening…")
}

// How far something is shows only where it is known how much there is.
func TestProgressHasNoEndWhereItIsNotKnown(t *testing.T) {
	d := newDesk(t)
	second(d)
	for of, want := range map[int]string{0: "1/0 2/0", 1: "1/1 2/2", 5: "1/5 2/5"} {
		var told []string
		progress := func(done, total int) { told = append(told, fmt.Sprintf("%d/%d", done, total)) }
		if err := eachOf(t.Context(), d.lib, briefings.KindActor, of, progress, func(briefings.Summary, briefings.Record) {}); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(told, " "); got != want {
			t.Errorf("of %d briefings it tells %s, not %s", of, got, want)
		}
	}
}

// walked is a library that counts how often all records of a kind were gone through.
type walked struct {
	Library
	times *atomic.Int32
}

func (w walked) Each(ctx context.Context, kind briefings.Kind, do func(briefings.Summary, briefings.Record) error) error {
	w.times.Add(1)
	return w.Library.Each(ctx, kind, do)
}

// Who comes back to a board finds it as it was left, and it is not read again for how
// far a briefing was read meanwhile; only where a record changed.
func TestABoardIsReadAgainOnlyWhereARecordChanged(t *testing.T) {
	through(t, "timeline")
	d := newDesk(t)
	cfg := d.config()
	times := new(atomic.Int32)
	cfg.Library = walked{d.lib, times}
	p := d.with(cfg, 120, 30).Press("3").See(entries(0)).Press("enter").See("Ukrainian crews", " dated")
	b := d.briefing()
	if err := d.open().SetReading(t.Context(), d.id, briefings.Reading{Revision: 1, Sections: []briefings.Handle{b.Sections[0].Handle}}); err != nil {
		t.Fatal(err)
	}
	p.Press("q").See(entries(0)).Press("3").See(entries(0))
	if n := times.Load(); n != 1 {
		t.Errorf("the records were gone through %d times", n)
	}
	d.clock.set(d.clock.now().Add(time.Minute))
	gone := b.Events[0].Clone()
	gone.Common().State = briefings.StateRejected
	if _, err := d.open().Put(t.Context(), d.id, gone); err != nil {
		t.Fatal(err)
	}
	p.See(entries(-1))
}
