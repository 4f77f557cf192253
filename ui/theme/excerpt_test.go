package theme

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// What was found is read with the words around it, whole words as many as the
// width gives, and what was looked for is lit.
func TestAnExcerptIsCutBetweenWordsAroundWhatWasFound(t *testing.T) {
	const text = "The makers will keep the sensitive software and the mission algorithms in their own hands"
	lit := func(words ...string) (out [][2]int) {
		for _, w := range words {
			at := strings.Index(text, w)
			out = append(out, [2]int{at, at + len(w)})
		}
		return out
	}
	for _, c := range []struct {
		width int
		lit   [][2]int
		want  string
	}{
		{200, lit("software"), strings.Replace(text, "software", "[software]", 1)},
		{45, lit("software"), "…the sensitive [software] and the mission…"},
		{30, lit("soft"), "…sensitive [soft]ware and the…"},
		{12, lit("software"), "…[software]…"},
		{40, lit("The"), "[The] makers will keep the sensitive…"},
		{40, lit("hands"), "…mission algorithms in their own [hands]"},
		{60, lit("software", "algorithms"), "…keep the sensitive [software] and the mission [algorithms] in…"},
	} {
		got := ""
		for _, p := range (Excerpt{Text: text, Lit: c.lit}).Cut(c.width, "…") {
			if p.Lit {
				got += "[" + p.Text + "]"
			} else {
				got += p.Text
			}
		}
		if got != c.want {
			t.Errorf("%d cells show\n%q, not\n%q", c.width, got, c.want)
		}
		if plain := strings.NewReplacer("[", "", "]", "").Replace(got); ansi.StringWidth(plain) > c.width {
			t.Errorf("%q is wider than %d cells", plain, c.width)
		}
	}
}
