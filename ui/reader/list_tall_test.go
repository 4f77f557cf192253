package reader

import (
	"slices"
	"testing"
)

// Rows that would stay empty are given to the items; no row moves when the pane
// gets the keyboard, and a click on any of an item's rows goes to it.
func TestItemsTakeTheRowsThatAreLeft(t *testing.T) {
	through(t, "timeline")
	p := newDesk(t).withMouse(200, 60)
	p.See("● Pakistan ordered the TB2 and had it in service soon", "  afterwards")
	for height := 60; height > 36; height -= 2 {
		before := rowOf(p.Size(200, height).Press("0"), "◇ Formal announcements")
		if after := rowOf(p.Press("3"), "◇ Formal announcements"); before != after {
			t.Errorf("at %d rows the entry went from %d to %d when the pane got the keyboard", height, before, after)
		}
	}
	p.Size(200, 60)
	p.Click("  defences with the same type").See("Ukrainian crews struck Russian columns and air defences")
	p.Size(160, 30).See("● Pakistan ordered the TB2 and had it").Miss("  defences with the same type").Fits()
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
