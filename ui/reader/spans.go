package reader

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dossier/briefings/clean"
	"dossier/ui/theme"
)

// span is a piece of a line with its style.
type span struct {
	text  string
	style theme.Style
}

// wrapSpans breaks styled text into rows of at most w cells, between words.
func wrapSpans(spans []span, w int) [][]span {
	var rows [][]span
	var row []span
	used := 0
	put := func(text string, style theme.Style) {
		if n := len(row); n > 0 && row[n-1].style == style {
			row[n-1].text += text
		} else {
			row = append(row, span{text, style})
		}
		used += ansi.StringWidth(text)
	}
	for _, s := range spans {
		for word := range strings.SplitAfterSeq(clean.Of(s.text).String(), " ") {
			if width := ansi.StringWidth(strings.TrimRight(word, " ")); used > 0 && used+width > w {
				rows, row, used = append(rows, row), nil, 0
			}
			if word != "" && (used > 0 || word != " ") {
				put(word, s.style)
			}
		}
	}
	if len(row) > 0 {
		rows = append(rows, row)
	}
	return rows
}
