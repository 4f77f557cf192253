package reader

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"sync"
)

// legend says what a glyph means, and in which panes.
type legend struct {
	In               []string
	Sign, Role, Says string
}

//go:embed signs.json
var signsJSON []byte

// signs are all that have a meaning. They are read when the help is first opened.
var signs = sync.OnceValue(func() []legend {
	var all []legend
	if err := json.Unmarshal(signsJSON, &all); err != nil {
		panic(fmt.Sprintf("read the legend of the signs: %v", err)) // built in, and tested
	}
	return all
})

// signWords are what a legend is looked for by, besides what it says.
var signWords = []string{"sign", "signs", "legend", "symbol", "glyph", "icon", "meaning"}

// signLines explain the signs that show where the keyboard is, or those of all
// panes, as the theme draws them.
func (a *App) signLines(everywhere bool) (lines []line) {
	here := a.signsOf()
	for _, s := range signs() {
		if everywhere || slices.ContainsFunc(s.In, func(in string) bool { return slices.Contains(here, in) }) {
			lines = append(lines, line{glyph: a.theme.Sign(s.Sign), role: a.theme.Role(s.Role), text: s.Says, also: signWords})
		}
	}
	return lines
}

// signsOf are the panes whose signs show where the keyboard is.
func (a *App) signsOf() []string {
	switch {
	case a.doc == nil && a.board != nil:
		return []string{string(paneOf(a.board.kind).id)}
	case a.doc == nil:
		return []string{"library"}
	case a.doc.focus == "review": // it shows records of all kinds
		return []string{"questions", "timeline", "actors", "limits"}
	}
	return []string{string(a.doc.focus)}
}
