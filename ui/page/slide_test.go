package page

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// slides is a page with code in a quote, and a table of figures, both wider than
// it is.
func slides() *Page {
	return open("Words above\n\n> ```\n> short\n> a long line: one two three four five six\n> ```\n\n| Of | 2001 | 2002 | 2003 | 2004 |\n|---|--:|--:|--:|--:|\n| steel | 1 | 22 | 333 | 4444 |", 28)
}

func TestSlideMovesOneBlockBelowWhatStays(t *testing.T) {
	p := slides()
	code, table := p.PositionOf(at(t, p, "long").Start), p.PositionOf(at(t, p, "steel").Start)
	for _, step := range []struct {
		at   Position
		want string
	}{
		{code, "  Words above\n\n  │ ‹\n  │ ‹ : one two three four ›\n\n  Of    │ 2001 │ 2002 │    ›\n  ──────┼──────┼──────┼─────\n  steel │    1 │   22 │    ›"},
		{table, "  Words above\n\n  │ ‹\n  │ ‹ : one two three four ›\n\n  Of    ‹ 2002 │ 2003 │ 2004\n  ──────┼──────┼──────┼─────\n  steel ‹   22 │  333 │ 4444"},
	} {
		if !p.Slide(p.Top(), 20, step.at, true) {
			t.Error("nothing slides")
		}
		if got := see(p); got != step.want {
			t.Errorf("slid to its end the page is\n%s\nwant\n%s", got, step.want)
		}
	}
	if p.Slide(p.Top(), 20, table, true) {
		t.Error("what shows its end slides on")
	}
	for _, at := range []Position{code, table} {
		for p.Slide(p.Top(), 20, at, false) && len(p.slid) > 0 {
			continue
		}
	}
	if got, want := see(p), see(slides()); got != want {
		t.Errorf("slid back the page is\n%s\nwant\n%s", got, want)
	}
}

// A part of a figure is another figure.
func TestNoPartOfAFigureShows(t *testing.T) {
	p := slides()
	row := p.PositionOf(at(t, p, "steel").Start)
	for by := range 8 {
		p.slid[row.Block] = by
		for _, words := range strings.FieldsFunc(ansi.Strip(p.Rows(row, 1)[0].Text), func(r rune) bool { return strings.ContainsRune(" │‹›", r) }) {
			if !slices.Contains([]string{"steel", "1", "22", "333", "4444"}, words) {
				t.Errorf("slid by %d, %q shows", by, words)
			}
		}
	}
}

func TestSlideTakesTheFirstWideBlockThatShows(t *testing.T) {
	p := slides()
	if !p.Slide(p.Top(), 20, p.Top(), true) || !strings.Contains(see(p), "‹ : one") {
		t.Errorf("from the words above the page is slid to\n%s", see(p))
	}
	if p := open("Words alone, of which none is wider than the page", 20); p.Slide(p.Top(), 20, p.Top(), true) {
		t.Error("running text slides")
	}
}

func TestRevealBringsAPlaceBeyondTheEdge(t *testing.T) {
	p := slides()
	for _, words := range []string{"six", "long", "four", "short", "4444"} {
		where := at(t, p, words)
		p.Reveal(where.Start)
		row := p.Rows(p.PositionOf(where.Start), 1)[0]
		shown := ""
		for _, s := range row.Spans() {
			if s.Start >= where.Start && s.End <= where.End {
				shown += strings.Join(columns(row.Text)[s.Col:s.Col+s.Width], "")
			}
		}
		if shown != words {
			t.Errorf("%q shows as %q in %q", words, shown, ansi.Strip(row.Text))
		}
	}
	before := see(p)
	if p.Reveal(at(t, p, "4444").Start); see(p) != before {
		t.Error("what shows is slid")
	}
}

// What shows of a slid row is what its places and spans tell of.
func TestPlacesFollowASlidRow(t *testing.T) {
	p := slides()
	row := p.PositionOf(at(t, p, "long").Start)
	p.Slide(p.Top(), 20, row, true)
	if got, want := p.PointAt(row), at(t, p, ": one").Start; got != want {
		t.Errorf("the row begins with code point %d, want %d", got, want)
	}
	if point, ok := p.Rows(row, 1)[0].PointAt(Gutter + 4); !ok || point != at(t, p, ": one").Start {
		t.Errorf("its first cell shows code point %d", point)
	}
}

func TestSlidingEndsWithTheWidth(t *testing.T) {
	p := slides()
	p.Slide(p.Top(), 20, p.PositionOf(at(t, p, "long").Start), true)
	p.Resize(60, p.Top())
	if got := see(p); strings.Contains(got, "‹") || !strings.Contains(got, "a long line: one two three four five six") {
		t.Errorf("on a wide page stands\n%s", got)
	}
}

// Tables take what the page has beside the column of text, the same on both sides.
func TestWideTablesLeaveTheColumn(t *testing.T) {
	table := "| Left | Right |\n|---|---|\n| some words of one cell | other words of another |\n"
	for _, c := range []struct {
		name, in string
		width    int
		want     string
	}{
		{"one that fits stays in it", "words\n\n| A |\n|---|\n| b |", 50, "               words\n\n               A\n               ─\n               b"},
		{"a wider one goes beyond it on both sides", "words\n\n" + table, 64,
			"                      words\n\n         Left                   │ Right\n         ───────────────────────┼───────────────────────\n         some words of one cell │ other words of another"},
	} {
		p := open(c.in, 24)
		p.Fit(c.width, 24, p.Top())
		if got := see(p); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
	p := open("words\n\n> "+strings.ReplaceAll(strings.TrimSpace(table), "\n", "\n> "), 24)
	for width := 24; width < 100; width++ {
		p.Fit(width, 24, p.Top())
		mapped(t, p, "a table in a quote")
	}
}
