package theme

import (
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dossier/briefings/clean"
)

// WCAG 2.2, success criterion 1.4.3: text has a contrast of 4.5 to 1 with its
// background. Faint is for rules and needs none.
func TestTextContrast(t *testing.T) {
	all, err := palettes()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{Dark, Light} {
		p := all[name]
		backgrounds := map[string]string{"terminal": p.Background, "bar": p.Bar.BG, "passage": p.Passage.BG, "highlight": p.Highlight.BG, "sentence": p.Sentence.BG, "selection": p.Selection.BG, "hit": p.Hit.BG}
		for role, e := range map[string]entry{"text": p.Text, "bright": p.Bright, "dim": p.Dim, "accent": p.Accent, "open": p.Open,
			"held": p.Held, "possible": p.Possible, "done": p.Done, "note": p.Note, "code": p.Code} {
			for where, background := range backgrounds {
				if where != "terminal" && role != "text" && role != "bright" {
					continue
				}
				if got := contrast(e.FG, background); got < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f, want 4.5", name, role, where, got)
				}
			}
		}
	}
}

// contrast is the ratio that WCAG 2.2 defines from relative luminances.
func contrast(a, b string) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func luminance(c string) float64 {
	n, _ := strconv.ParseUint(strings.TrimPrefix(c, "#"), 16, 32)
	channel := func(v uint64) float64 {
		s := float64(v&0xff) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(n>>16) + 0.7152*channel(n>>8) + 0.0722*channel(n)
}

func TestGlyphsAreOneCell(t *testing.T) {
	for name, set := range map[string]Glyphs{"unicode": unicodeGlyphs, "ascii": asciiGlyphs} {
		v := reflect.ValueOf(set)
		for i := range v.NumField() {
			field := v.Type().Field(i).Name
			if v.Field(i).Kind() != reflect.String {
				continue
			}
			glyph := v.Field(i).String()
			if width := ansi.StringWidth(glyph); width != 1 && field != "Arrow" {
				t.Errorf("%s %s: %q takes %d cells", name, field, glyph, width)
			}
			if name == "ascii" && strings.ContainsFunc(glyph, func(r rune) bool { return r > 0x7e }) {
				t.Errorf("%s is not of ASCII: %q", field, glyph)
			}
		}
	}
}

func TestRowHasExactWidth(t *testing.T) {
	th := New(Dark, false)
	for _, words := range []string{"", "short", "ein viel zu langer Text für die Zeile", "日本語の長い見出し", "👩‍🚒👩‍🚒👩‍🚒👩‍🚒👩‍🚒👩‍🚒"} {
		for width := 0; width < 24; width++ {
			row := th.NewRow(width, th.Bar).Add(th.Text, clean.Of(words)).AddRight(th.Dim, clean.Of("9")).String()
			if got := ansi.StringWidth(row); got != width {
				t.Errorf("a row of %d cells with %q has %d", width, words, got)
			}
		}
	}
}

func TestSixteenColoursUseTheTerminalsOwn(t *testing.T) {
	if got := New(Sixteen, false).Held; got != "31" {
		t.Errorf("held is %q, want the terminal's red", got)
	}
	if got := New(Sixteen, false).Dim; got != "90" {
		t.Errorf("dim is %q, want the terminal's bright black", got)
	}
}

// Texts of ASCII are measured and cut without the library, as it would.
func TestTextsOfASCIIAreCutLikeOthers(t *testing.T) {
	for _, words := range []string{"", "a", "a line of words", "Türkiye", "日本語"} {
		if got, want := cells(words), ansi.StringWidth(words); got != want {
			t.Errorf("%q takes %d cells, want %d", words, got, want)
		}
		for _, ellipsis := range []string{"…", "..."} {
			for limit := 1; limit < ansi.StringWidth(words); limit++ {
				if got, want := cut(words, limit, ellipsis), ansi.Truncate(words, limit, ellipsis); got != want {
					t.Errorf("%q cut to %d cells is %q, want %q", words, limit, got, want)
				}
			}
		}
	}
}

// A terminal of sixteen colours has no colour for a selection: it is reversed, and
// as one stretch, whatever the roles of its pieces.
func TestAReversedRowIsOfOneColour(t *testing.T) {
	for _, name := range []string{Sixteen, Plain} {
		th := New(name, false)
		for _, s := range []Style{th.Text, th.Dim, th.Open, th.Accent} {
			if got := s.On(th.Selection); got != th.Selection {
				t.Errorf("%s: %q on the selection is %q", name, s, got)
			}
		}
		if got := th.Heading.On(th.Selection); got != "1;7" {
			t.Errorf("%s: a heading on the selection is %q", name, got)
		}
	}
}
