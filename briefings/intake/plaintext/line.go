package plaintext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one physical line of the text.
type line struct {
	text   string // without blanks around it
	indent int    // columns before the text, a tab counted as four
	width  int    // columns up to its last character
	page   bool   // it is the first of a page
	runs   bool   // it is a running head, foot or page number
}

const tabWidth = 4

// cut splits a text into lines. A form feed begins a page and is no character
// of a line.
func cut(text string) []line {
	lines := make([]line, 0, strings.Count(text, "\n")+1)
	page := false
	for len(text) > 0 {
		raw, rest, _ := strings.Cut(text, "\n")
		text = rest
		for {
			before, after, feed := strings.Cut(raw, "\f")
			if !feed {
				break
			}
			if strings.TrimSpace(before) != "" {
				lines = append(lines, newLine(before, page))
			}
			raw, page = after, true
		}
		lines = append(lines, newLine(raw, page))
		page = page && strings.TrimSpace(raw) == ""
	}
	return lines
}

func newLine(raw string, page bool) line {
	text := strings.TrimLeftFunc(raw, unicode.IsSpace)
	l := line{page: page}
	for _, r := range raw[:len(raw)-len(text)] {
		if r == '\t' {
			l.indent += tabWidth
		} else {
			l.indent++
		}
	}
	l.text = strings.TrimRightFunc(text, unicode.IsSpace)
	l.width = l.indent + utf8.RuneCountInString(l.text)
	return l
}

func (l *line) blank() bool { return l.text == "" }

// columnGap is so many blanks as stand within a line only between columns.
const columnGap = "     "

// apart says whether a line stands by itself: one of columns, or an entry of a
// table of contents with its dots and page number.
func (l *line) apart() bool {
	return strings.Contains(l.text, columnGap) || len(contentsEntry(l.text)) < len(l.text)
}
