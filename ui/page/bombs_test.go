package page

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// bombs are documents that make a page work: each is laid out at its start, in
// its middle and at its end.
func bombs() map[string]string {
	var staircase strings.Builder
	for i := range 500 {
		staircase.WriteString(strings.Repeat("  ", i) + "- step\n")
	}
	return map[string]string{
		"80 nested quotes":        strings.Repeat("> ", 80) + "words at the bottom",
		"20,000 nested quotes":    strings.Repeat(">", 20_000) + " words",
		"500 nested items":        staircase.String(),
		"a table of 100,000 rows": "| a | b |\n|---|---|\n" + strings.Repeat("| one | two words |\n", 100_000),
		"a table of 2,000 columns": strings.Repeat("| a ", 2_000) + "|\n" + strings.Repeat("|---", 2_000) + "|\n" +
			strings.Repeat("| b ", 2_000) + "|\n",
		"a cell of 300 KB":          "| a | b |\n|---|---|\n| " + strings.Repeat("word ", 60_000) + " | x |\n",
		"one line of 5 MB":          strings.Repeat("words and ", 500_000),
		"one word of 5 MB":          strings.Repeat("x", 5_000_000),
		"4,000 equal headings":      strings.Repeat("## The same\n\n", 4_000),
		"code of 50,000 lines":      "```go\n" + strings.Repeat("func f() { return 1 } // note\n", 50_000) + "```\n",
		"a line of code of 1 MB":    "```json\n" + strings.Repeat(`{"a": [1, 2]}, `, 70_000) + "\n```\n",
		"marks packed":              strings.Repeat("*a_ ", 250_000),
		"brackets packed":           strings.Repeat("[a](", 250_000),
		"emoji that join":           strings.Repeat("👩\u200d", 100_000),
		"right to left and back":    strings.Repeat("שלום hello ", 50_000),
		"30,000 definitions":        strings.Repeat("[a]: https://a.example\n", 30_000) + "\nsee [a]\n",
		"an unknown code language":  "```nosuchlanguage\n" + strings.Repeat("x y z\n", 5_000) + "```\n",
		"soft breaks without words": strings.Repeat("a\n", 500_000),
	}
}

// places are a bomb's first row, one from its middle and its last screen.
func places(p *Page) []Position {
	end := p.doc.Block(p.doc.Len() - 1).End
	return []Position{p.Top(), p.PositionOf(end / 2), p.Bottom(50)}
}

// However large a block, a screen of it lays out no more than some parts of
// bounded size.
func TestBombsLayOutOnlyWhatIsSeen(t *testing.T) {
	const most = 4 << 20
	for name, in := range bombs() {
		p := open(in, 84)
		for _, at := range places(p) {
			p.cache = newCache[*laid](cacheMax)
			for _, row := range p.Rows(at, 50) {
				if got := ansi.StringWidth(row.Text); got != 84 {
					t.Errorf("%s: a row of %d cells", name, got)
				}
				if bad := forbidden(row.Text); bad != "" {
					t.Errorf("%s: %q got through", name, bad)
				}
			}
			if p.cache.size > most {
				t.Errorf("%s: a screen at %v laid out %d KB", name, at, p.cache.size>>10)
			}
		}
	}
}

func BenchmarkBomb(b *testing.B) {
	for name, in := range bombs() {
		b.Run(name, func(b *testing.B) {
			p := open(in, 84)
			b.ReportAllocs()
			b.ResetTimer()
			for b.Loop() {
				fresh := New(p.doc, p.theme)
				for _, at := range places(fresh) {
					fresh.Rows(at, 50)
				}
			}
		})
	}
}

func BenchmarkBombSearch(b *testing.B) {
	p := open(strings.Repeat("words and ", 500_000), 84)
	for b.Loop() {
		if _, err := NewFinder(p.doc).Find(context.Background(), "words"); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkHighlightBomb tries the lexers that are trusted on patterns that
// keep regular expressions busy, each as long as a chunk may be.
func BenchmarkHighlightBomb(b *testing.B) {
	units := []string{"a", "(", "\"", "\\", " ", "<a ", "/*", "{", "#\\\n", "aA.", "\n", "[", "'a", "${", "= ", "<!--", "-", "a:", "`", "//\n", "1.", "a\n ", "\t", "- a\n", "$(", ">", "_"}
	for _, language := range trustedLanguages() {
		for _, unit := range units {
			b.Run(fmt.Sprintf("%s/%q", language, unit), func(b *testing.B) {
				in := strings.Repeat(unit, highlightBytes/len(unit)-1) + "x"
				for b.Loop() {
					s := &sheet{}
					s.verbatim(in, 0, look{})
					newLeaf().code(s, language)
				}
			})
		}
	}
}

func trustedLanguages() []string { return append([]string{"go"}, trusted...) }

func TestTrustedLanguagesAreHighlighted(t *testing.T) {
	for _, language := range trustedLanguages() {
		s := &sheet{}
		s.verbatim("<b class=\"x\">1</b>\n# -1 \"two\" # import\n[a]\nb = 2\n-gone\n", 0, look{})
		plain := true
		if highlights(language) && newLeaf().code(s, language) {
			for _, l := range s.looks {
				plain = plain && l.face == faceCode
			}
		}
		if plain {
			t.Errorf("code in %s is plain", language)
		}
	}
}

// Chroma hands raw strings of Go to a lexer of templates.
func TestRawStringsOfGoAreStrings(t *testing.T) {
	s := &sheet{}
	s.source("x := `{{ a }}\nb`", 0, look{}, 0)
	if !newLeaf().code(s, "go") {
		t.Fatal("code with a raw string is shown plain")
	}
	want := styled{face: s.looks[len(s.looks)-1].face}
	for _, l := range s.looks {
		if l.end > len("x := ") && l.face != want.face {
			t.Errorf("up to byte %d the string has the face %d, want %d", l.end, l.face, want.face)
		}
	}
}

// A lexer with a fault costs the colours, not the page: this one has no rules.
func TestAFaultOfALexerShowsTheCodePlain(t *testing.T) {
	s := &sheet{}
	s.source("const a = 1;", 0, look{}, 0)
	if newLeaf().code(s, "Zed") {
		t.Error("a lexer without rules gave colours")
	}
}

func TestOnlyTrustedLanguagesAreHighlighted(t *testing.T) {
	for _, c := range []struct {
		language string
		want     bool
	}{{"go", true}, {"json", true}, {"angular2", false}, {"yaml", false}, {"nosuch", false}, {strings.Repeat("go", 40), false}} {
		p := open("```"+c.language+"\nfunc 1 \"a\"\n```", 60)
		row := p.Rows(p.Top(), 1)[0].Text
		if got := strings.Contains(row, p.theme.Done.Start()) || strings.Contains(row, p.theme.Possible.Start()); got != c.want {
			t.Errorf("%.20s is highlighted: %v, want %v", c.language, got, c.want)
		}
	}
}
