package reader

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dossier/ui/theme"
)

// Rows that would stay empty are given to the items; no row moves when the pane
// gets the keyboard, and a click on any of an item's rows goes to it.
func TestItemsTakeTheRowsThatAreLeft(t *testing.T) {
	through(t, "timeline")
	p := newDesk(t).withMouse(200, 60)
	p.See("● Pakistan ordered the TB2 and had it in service soon", "  afterwards")
	for height := 60; height > 36; height -= 2 {
		before := rowOf(p.Size(200, height).Press("0"), "◇ Formal announcements")
		if after := rowOf(p.Press("3"), "◇ Formal announcements"); before != after && after >= 0 { // the details may stand over it
			t.Errorf("at %d rows the entry went from %d to %d when the pane got the keyboard", height, before, after)
		}
	}
	p.Size(200, 60)
	p.Click("  defences with the same type").See("Ukrainian crews struck Russian columns and air defences")
	p.Size(160, 30).See("● Pakistan ordered the TB2 and had it").Miss("  defences with the same type").Fits()
}

// A pane whose items do not all fit scrolls, and gives each two rows where its words or
// its date need them: wherever the cursor is its item shows so, and no rows stay empty in which one more would have.
func TestALongListScrollsRatherThanCutWhatOneReads(t *testing.T) {
	entries := make([]item, 40)
	for i := range entries {
		entries[i] = item{lead: strconv.Itoa(1990 + i), glyph: "●", text: fmt.Sprintf("a further order, for aircraft number %d", i)}
		if i%3 == 0 {
			entries[i].text = fmt.Sprintf("talks number %d", i)
		}
	}
	entries[20].lead, entries[20].text = "c. 2010 to c. 2012", "talks went on"
	l := &list{read: true, bare: true}
	l.set(entries)
	blank := regexp.MustCompile(`(?m)^ +\n +$`)
	shown := func(h int) string {
		return ansi.Strip(strings.Join(l.rows(theme.New(theme.Dark, false), 40, h, true), "\n"))
	}
	for _, h := range []int{5, 12, 25} {
		for _, i := range append(upTo(len(entries)), backFrom(len(entries))...) {
			l.moveTo(i)
			frame := shown(h)
			if !strings.Contains(frame, "number "+strconv.Itoa(i)) && i != 20 || blank.MatchString(frame) {
				t.Fatalf("%d rows, entry %d:\n%s", h, i, frame)
			}
		}
	}
	l.moveTo(20)
	if frame := shown(12); !strings.Contains(frame, "c. 2010 to") || !strings.Contains(frame, "c. 2012") {
		t.Errorf("the date of a row is cut:\n%s", frame)
	}
}

// upTo are the numbers from 0 below n, backFrom the same the other way.
func upTo(n int) (all []int) {
	for i := range n {
		all = append(all, i)
	}
	return all
}

func backFrom(n int) []int {
	all := upTo(n)
	slices.Reverse(all)
	return all
}

// Where not all items can have the rows that they need, what is left goes to those
// that are whole with the fewest more.
func TestRowsThatAreLeftGoToWhatNeedsLeast(t *testing.T) {
	lines := func(counts ...int) (out [][]string) {
		for _, n := range counts {
			out = append(out, make([]string, n))
		}
		return out
	}
	for _, c := range []struct {
		lines [][]string
		room  int
		want  []int
	}{
		{lines(1, 2, 3), 6, []int{1, 2, 3}},
		{lines(3, 2, 1), 5, []int{2, 2, 1}},
		{lines(3, 2, 1), 4, []int{1, 2, 1}},
		{lines(2, 2, 2), 4, []int{2, 1, 1}},
		{lines(9, 1), 6, []int{3, 1}},
	} {
		if got := shareRows(c.lines, c.room); !slices.Equal(got, c.want) {
			t.Errorf("%d rows: got %v, want %v", c.room, got, c.want)
		}
	}
}

// A narrow pane has few words to a row: its items take those of the details, too, and
// scroll while it has the keyboard. The one at the cursor shows whole.
func TestANarrowPaneGivesItsRowsToWords(t *testing.T) {
	through(t, "timeline")
	p := newDesk(t).sit(80, 24).See("● Ukrainian crews", "struck Russian", "◇ If none of the", "three signs").Miss("━")
	p.Press("3", "G").See("◇ If none of the", "three signs").Press("g").See("● Pakistan ordered").Miss("◇ If none of the")
	for range 7 {
		p.Press("j").Fits()
	}
	p.See("◇ If none of the", "three signs")
}

// What is told of an item has the same rows whatever it is, so that nothing moves but
// the cursor; where its text is long, the facts are not cut for it.
func TestTheDetailsStandStillWhileTheCursorMoves(t *testing.T) {
	through(t, "timeline", "actors")
	for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
		for _, pane := range []string{"3", "4"} {
			p := newDesk(t).sit(size[0], size[1]).Press(pane, "g")
			before := rowOf(p, "│────")
			for range 6 {
				if after := rowOf(p.Press("j"), "│────"); after != before {
					t.Errorf("%d×%d, pane %s: the rule above the details went from row %d to %d", size[0], size[1], pane, before, after)
				}
			}
		}
	}
	newDesk(t).sit(80, 24).Press("3", "g").Press("j", "j", "j", "j").See("did not happen")
}

// What stands at the right of an item takes cells of its first row only.
func TestOnlyTheFirstRowIsNarrowedByWhatStandsBesideIt(t *testing.T) {
	for _, c := range []struct {
		first, w int
		want     []string
	}{
		{10, 20, []string{"Technology", "transfer, safe-", "guards, and limits"}},
		{21, 21, []string{"Technology transfer,", "safe-guards, and", "limits"}},
		{40, 60, []string{"Technology transfer, safe-guards, and", "limits"}},
		{60, 70, []string{"Technology transfer, safe-guards, and limits"}},
	} {
		if got := wrapBeside("Technology transfer, safe-guards, and limits", c.first, c.w); !slices.Equal(got, c.want) {
			t.Errorf("in %d and %d cells: %q, want %q", c.first, c.w, got, c.want)
		}
	}
}

// A word at the right of an item stands behind the last of its rows: at the end of the
// first it would be read as a part of the sentence.
func TestAWordBesideAnItemEndsItsLastRow(t *testing.T) {
	l := &list{read: true, tagged: true, bare: true}
	l.set([]item{
		{glyph: "·", text: "the companies in the United States would have needed approval", right: "reported"},
		{glyph: "·", text: "datalinks", right: "asks"},
		{glyph: "·", text: "an order for the whole of the line", right: "supports"},
	})
	got := strings.Split(ansi.Strip(strings.Join(l.rows(theme.New(theme.Dark, false), 36, 6, true), "\n")), "\n")
	for i, want := range []string{
		" · the companies in the United",
		"   States would have needed", // it would have room for all that is left, but not for both
		"   approval                reported",
		" · datalinks               asks",
		" · an order for the whole of the",
		"   line                    supports",
	} {
		if strings.TrimRight(got[i], " ") != want {
			t.Errorf("row %d reads %q, not %q", i, got[i], want)
		}
	}
}

// No heading stands alone above the edge of a pane.
func TestNoHeadingStandsAloneAtTheEdge(t *testing.T) {
	var items []item
	for i := range 20 {
		items = append(items, item{heading: true, subheading: true, text: strconv.Itoa(2000 + i)}, item{glyph: "●", text: "talks " + strconv.Itoa(i)})
	}
	l := &list{read: true, bare: true}
	l.set(items)
	for h := 4; h < 12; h++ {
		for range items {
			l.move(1)
			rows := strings.Split(ansi.Strip(strings.Join(l.rows(theme.New(theme.Dark, false), 40, h, true), "\n")), "\n")
			if last := strings.TrimSpace(rows[len(rows)-1]); len(last) == 4 {
				t.Fatalf("%d rows end in the year %s", h, last)
			}
		}
		l.move(-far)
	}
}
