package page

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dossier/ui/theme"
)

// However many marks a text has, a line finds those that touch it, also one
// that began long before.
func TestMarksOnAStretchAreFound(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	marks := []Mark{{Range{0, 900}, Note}}
	for range 300 {
		start := rng.IntN(1000)
		marks = append(marks, Mark{Range{start, start + 1 + rng.IntN(20)}, Limit})
	}
	x := newMarkIndex(marks)
	order := func(a, b Mark) int { return (a.Start-b.Start)*1000 + a.End - b.End }
	for from := 0; from < 1010; from += 7 {
		var want []Mark
		for _, m := range marks {
			if m.Start < from+30 && m.End > from {
				want = append(want, m)
			}
		}
		got := x.touching(nil, from, from+30)
		slices.SortFunc(got, order)
		slices.SortFunc(want, order)
		if !slices.Equal(got, want) {
			t.Fatalf("on %d to %d: %v, want %v", from, from+30, got, want)
		}
	}
}

// A highlight has a bar of its own kind, a limit its sign where it begins and no
// more: without colours, too, each can be told from the passage of a pane.
func TestMarksAreToldApartAtTheMargin(t *testing.T) {
	words := "one two three four five six seven eight nine ten eleven twelve"
	for _, c := range []struct {
		role Role
		want string
	}{{Passage, "┃┃┃"}, {Note, "┃┃┃"}, {Highlight, "┆┆┆"}, {Limit, "■  "}, {Question, "?  "}, {Sentence, "   "}} {
		p := open(words, 26)
		p.SetMarks([]Mark{{Range: at(t, p, words), Role: c.role}})
		signs := ""
		for _, row := range p.Rows(p.Top(), 3) {
			signs += string([]rune(ansi.Strip(row.Text))[0])
		}
		if signs != c.want {
			t.Errorf("role %d has %q at the margin of its three lines, want %q", c.role, signs, c.want)
		}
	}
}

// A passage runs to the edge of the page as a background; as an underline it is
// one of words.
func TestBlanksAtTheEndOfALineAreNotUnderlined(t *testing.T) {
	words := "one two three four five six seven eight nine ten eleven twelve"
	for name, filled := range map[string]bool{theme.Dark: true, theme.Plain: false, theme.Sixteen: false} {
		p := open(words, 26)
		p.SetTheme(theme.New(name, false))
		p.SetPointers([]Mark{{Range: at(t, p, words), Role: Passage}})
		first := p.Rows(p.Top(), 1)[0].Text
		if got := strings.HasSuffix(first, p.theme.Passage.Start()+" \x1b[m"); got != filled {
			t.Errorf("%s: the blanks behind the words are painted: %v, want %v: %q", name, got, filled, first)
		}
	}
}
