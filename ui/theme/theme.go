// Package theme says how things look: one struct of named roles, filled from a
// data file, and the glyphs that say the same without colour. Colours carry
// meaning and never alone.
package theme

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// Theme gives each role its style. Passage, Highlight, Sentence, Hit, Selection and
// Bar are backgrounds: they combine with any other role by Style.On.
type Theme struct {
	Name string
	Text, Bright, Dim, Faint, Accent, Heading,
	Open, Held, Possible, Done, Note, Code Style
	Passage, Highlight, Sentence, Hit, HitCurrent, Selection, Bar Style
	Glyphs                                                        Glyphs
	ascii                                                         bool
}

//go:embed themes.json
var themesJSON []byte

// Names of the built-in themes.
const (
	Dark    = "dark"
	Light   = "light"
	Sixteen = "sixteen" // for terminals of 16 colours: their own
	Plain   = "plain"   // no colour, only attributes
)

// entry is a role's style as the data file has it: "#rrggbb" or the number of
// one of the terminal's own sixteen colours.
type entry struct {
	FG, BG                           string
	Bold, Italic, Underline, Reverse bool
}

type palette struct {
	Background string
	Text, Bright, Dim, Faint, Accent, Heading, Open, Held, Possible, Done, Note, Code,
	Passage, Highlight, Sentence, Hit, HitCurrent, Selection, Bar entry
}

func palettes() (map[string]palette, error) {
	var all map[string]palette
	if err := json.Unmarshal(themesJSON, &all); err != nil {
		return nil, fmt.Errorf("read the themes: %w", err)
	}
	return all, nil
}

// New returns a built-in theme; an unknown name gives the dark one. With ascii
// set, every glyph is of ASCII.
func New(name string, ascii bool) *Theme {
	all, err := palettes()
	if err != nil {
		panic(err) // the file is embedded: a test reads it
	}
	p, ok := all[name]
	if !ok {
		name, p = Dark, all[Dark]
	}
	t := &Theme{
		Name: name, Glyphs: unicodeGlyphs,
		Text: p.Text.style(), Bright: p.Bright.style(), Dim: p.Dim.style(), Faint: p.Faint.style(),
		Accent: p.Accent.style(), Heading: p.Heading.style(), Open: p.Open.style(), Held: p.Held.style(),
		Possible: p.Possible.style(), Done: p.Done.style(), Note: p.Note.style(), Code: p.Code.style(),
		Passage: p.Passage.style(), Highlight: p.Highlight.style(), Sentence: p.Sentence.style(), Hit: p.Hit.style(), HitCurrent: p.HitCurrent.style(),
		Selection: p.Selection.style(), Bar: p.Bar.style(),
	}
	if ascii {
		t.Glyphs, t.ascii = asciiGlyphs, true
	}
	return t
}

// style turns an entry into SGR parameters (ECMA-48, 8.3.117).
func (e entry) style() Style {
	var params []string
	for _, attribute := range []struct {
		on   bool
		code string
	}{{e.Bold, "1"}, {e.Italic, "3"}, {e.Underline, "4"}, {e.Reverse, "7"}} {
		if attribute.on {
			params = append(params, attribute.code)
		}
	}
	params = append(params, colour(e.FG, 30)...)
	params = append(params, colour(e.BG, 40)...)
	return Style(strings.Join(params, ";"))
}

// colour gives the parameters of a colour; base is 30 for the foreground, 40
// for the background.
func colour(c string, base int) []string {
	if c == "" {
		return nil
	}
	if rgb, ok := strings.CutPrefix(c, "#"); ok {
		n, _ := strconv.ParseUint(rgb, 16, 32)
		return []string{strconv.Itoa(base + 8), "2",
			strconv.Itoa(int(n >> 16)), strconv.Itoa(int(n >> 8 & 0xff)), strconv.Itoa(int(n & 0xff))}
	}
	n, _ := strconv.Atoi(c)
	if n > 7 {
		base += 60 - 8
	}
	return []string{strconv.Itoa(base + n)}
}
