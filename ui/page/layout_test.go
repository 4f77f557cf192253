package page

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"dossier/ui/theme"
)

// Each case is what a person sees of a document at a width, the gutter cut off.
func TestLayout(t *testing.T) {
	for _, c := range []struct {
		name, in string
		width    int
		want     []string
	}{
		{"a heading of the second level is ruled off", "## Part one\n\nwords", 30, []string{"Part one", "────────", "", "words"}},
		{"one of the third is not", "### Part one\n\nwords", 30, []string{"Part one", "", "words"}},
		{"a long heading is ruled off to its widest line", "## Words that need two lines", 20, []string{"Words that need", "two lines", "───────────────"}},
		{"items hang", "- one two three four\n- five", 16, []string{"• one two", "  three four", "• five"}},
		{"a tight list has no blank rows", "words\n\n- one\n- two\n  - three\n- four\n\nend", 30, []string{"words", "", "• one", "• two", "  • three", "• four", "", "end"}},
		{"a loose one has", "- one\n\n- two", 30, []string{"• one", "", "• two"}},
		{"an item's second paragraph stands below its first", "1. one\n\n   more\n2. two", 30, []string{"1. one", "", "   more", "", "2. two"}},
		{"numbers go on from where they begin", "9. nine\n10. ten", 30, []string{"9. nine", "10. ten"}},
		{"tasks", "- [ ] open\n- [x] done", 30, []string{"[ ] open", "[x] done"}},
		{"quotes in quotes", "> one\n>\n> > two three four five\n\nend", 16, []string{"│ one", "│", "│ │ two three", "│ │ four five", "", "end"}},
		{"a list in a quote", "> - one\n> - two", 30, []string{"│ • one", "│ • two"}},
		{"deep nesting on a narrow page", strings.Repeat("> ", 12) + "one", 22, []string{"… │ │ │ │ │ one"}},
		{"nesting beyond what is kept", strings.Repeat("> ", 20) + "one", 80, []string{strings.Repeat("│ ", 16) + "… one"}},
		{"a hard break is kept", "one\\\ntwo  \nthree", 30, []string{"one", "two", "three"}},
		{"a definition stands below its term", "Term\n: what it means", 30, []string{"Term", ": what it means"}},
		{"and hangs", "Term\n: what it means when it is long", 19, []string{"Term", ": what it means", "  when it is long"}},
		{"with no short word alone", "Term\n: what it means no w", 20, []string{"Term", ": what it means", "  no w"}},
		{"right-to-left words are isolated", "from שלום עולם to", 30, []string{"from \u2068שלום עולם\u2069 to"}},
		{"a soft one is not", "one\ntwo", 30, []string{"one two"}},
		{"a rule", "one\n\n---\n\ntwo", 12, []string{"one", "", "──────────", "", "two"}},
		{"code keeps its blanks and hangs by two", "```\nif x {\n\ty  z\n\n}\n```", 30, []string{"  if x {", "      y  z", "", "  }"}},
		{"a tab goes to the next stop", "```\na\tb\n```", 30, []string{"  a   b"}},
		{"a line of code that is too long ends in a sign", "```\nabcdefghijkl\nab\n```", 13, []string{"  abcdefgh›", "  ab"}},
		{"but one of data goes on below", "```\n" + strings.Repeat("0123456789", 25) + "\n```", 74, []string{"  " + strings.Repeat("0123456789", 7), "… " + strings.Repeat("0123456789", 7), "… " + strings.Repeat("0123456789", 7), "… " + strings.Repeat("0123456789", 4)}},
		{"and one for which there is hardly room", "> ```\n> abcdefghijkl\n> ```", 12, []string{"│   abcdef", "│ … ghijkl"}},
		{"a footnote hangs by its label", "word[^n]\n\n[^n]: one two three four", 18, []string{"word[n]", "", "[n] one two", "    three four"}},
		{"and so do its further paragraphs", "word[^n]\n\n[^n]: one two three\n\n    four five\n\n    - six\n\nend", 20,
			[]string{"word[n]", "", "[n] one two three", "", "    four five", "", "    • six", "", "end"}},
		{"a label leaves its words room", "[^a-long-label]: one two", 18, []string{"[a-lon… one two"}},
		{"an image is what it shows and where it lies", "![A map](a/map.png)", 40, []string{"Image: A map (a/map.png)"}},
		{"raw HTML is text", "<div class=\"x\">\nwords\n</div>", 40, []string{"  <div class=\"x\">", "  words", "  </div>"}},
		{"a link says where it leads", "see [this](https://www.a.example/b/c)", 40, []string{"see this (a.example)"}},
		{"but not twice", "see [a.example](https://a.example/b) and <https://b.example/c>", 60, []string{"see a.example and https://b.example/c"}},
		{"a link within the document leads nowhere else", "see [below](#below)", 40, []string{"see below"}},
		{"a table", "| A | B |\n|---|--:|\n| one | 1 |\n| two | 22 |", 40, []string{"A   │  B", "────┼───", "one │  1", "two │ 22"}},
		{"a table's cells wrap, the header's too", "| A long header | B |\n|---|---|\n| one two three | four five six |", 26,
			[]string{"A long     │ B", "header     │", "───────────┼───────────", "one two    │ four five", "three      │ six"}},
		{"no word of a cell is broken while another column has room", "| Integration | Remarks that are long |\n|---|---|\n| of parts | may be built under licence, if the talks hold |", 32,
			[]string{"Integration │ Remarks that", "            │ are long", "────────────┼─────────────────", "of parts    │ may be built", "            │ under licence,", "            │ if the talks", "            │ hold"}},
		{"a break within a cell", "| A |\n|---|\n| one<br>two |", 30, []string{"A", "───", "one", "two"}},
		{"a table that is too wide is shown as records", "| A | B | C |\n|---|---|---|\n| one two | three four | five six |\n| x | y | z |", 20,
			[]string{"A, B, C", "", "A: one two", "B: three four", "C: five six", "", "A: x", "B: y", "C: z"}},
		{"with its columns' names in one run", "| Alpha | Beta | Gamma | Delta |\n|---|---|---|---|\n| 1 | 2 2 2 2 2 2 2 | 3 | |", 20,
			[]string{"Alpha, Beta,", "Gamma, Delta", "", "Alpha: 1", "Beta: 2 2 2 2 2", "      2 2", "Gamma: 3"}},
		{"a table of figures that is too wide ends in a sign, and in no part of a figure", "| Of | 2001 | 2002 | 2003 | 2004 |\n|---|--:|--:|--:|--:|\n| steel | 1 | 22 | 333 | 4444 |\n| zinc and tin | 4 | 5 | 6 | 7 |", 34,
			[]string{"Of         │ 2001 │ 2002 │ 2003›", "───────────┼──────┼──────┼──────", "steel      │    1 │   22 │  333›", "           │      │      │", "zinc and   │    4 │    5 │    6›", "tin        │      │      │     ›"}},
		{"empty cells", "| A | B |\n|---|---|\n| | 1 |\n| 2 | |", 30, []string{"A │ B", "──┼──", "  │ 1", "2 │"}},
		{"a short last word is not left alone", "one two threee fourx a", 22, []string{"one two threee", "fourx a"}},
		{"unless the line before would be too short", "abcdefghijkl mnopqrstu a", 24, []string{"abcdefghijkl mnopqrstu", "a"}},
		{"a long word is broken at its joints", "https://a.example/one/two/three/four", 22, []string{"https://a.example/", "one/two/three/four"}},
		{"a hyphen between letters may end a line", "some long-standing", 14, []string{"some long-", "standing"}},
		{"one before a number may not", "an older F-16", 12, []string{"an older", "F-16"}},
		{"wide letters break anywhere but before a stop", "日本語の文章です。", 12, []string{"日本語の文", "章です。"}},
	} {
		p := open(c.in, c.width)
		var got []string
		for _, row := range allRows(p) {
			plain := ansi.Strip(row.Text)
			got = append(got, strings.TrimRight(plain[min(Gutter, len(plain)):], " "))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestPlainThemeHasNoColour(t *testing.T) {
	p := open(everything, 60)
	p.SetTheme(theme.New(theme.Plain, true))
	for _, row := range allRows(p) {
		if strings.Contains(row.Text, "38;") || strings.Contains(row.Text, "48;") {
			t.Errorf("a row has colour: %q", row.Text)
		}
		if i := strings.IndexFunc(ansi.Strip(row.Text), func(r rune) bool { return r > 0x7e }); i >= 0 {
			t.Errorf("a row is not of ASCII: %q", ansi.Strip(row.Text))
		}
	}
}

func TestCodeIsHighlighted(t *testing.T) {
	p := open("```go\nfunc f() string { return \"x\" } // note\n```", 60)
	th := p.theme
	row := p.Rows(p.Top(), 1)[0].Text
	for what, style := range map[string]theme.Style{"func": th.Accent, `"x"`: th.Done, "// note": th.Dim} {
		if !strings.Contains(row, style.Start()+what) {
			t.Errorf("%s is not in its colour: %q", what, row)
		}
	}
}
