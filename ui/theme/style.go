package theme

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"dossier/briefings/clean"
)

// Style is a set of SGR parameters, "" for none.
type Style string

// Underlined marks words on a terminal without colours.
const Underlined Style = "4"

// reset ends a style.
const reset = "\x1b[m"

// Paint returns a text in the style.
func (s Style) Paint(t clean.Text) string {
	if s == "" || t.String() == "" {
		return t.String()
	}
	return s.Start() + t.String() + reset
}

// Start returns the sequence that begins the style.
func (s Style) Start() string {
	if s == "" {
		return ""
	}
	return "\x1b[" + string(s) + "m"
}

// On puts the style on a background.
func (s Style) On(background Style) Style {
	switch {
	case background == "":
		return s
	case s == "":
		return background
	case background == reversed:
		return join(s.attributes(), background)
	}
	return join(s, background)
}

// reversed is a background that the terminal makes of the text's own colour.
const reversed Style = "7"

// attributes leaves out the colours of a style, which stand behind its
// attributes: reversed, each piece of a row would have a background of its own.
func (s Style) attributes() (out Style) {
	for param := range strings.SplitSeq(string(s), ";") {
		if len(param) != 1 {
			break
		}
		out = join(out, Style(param))
	}
	return out
}

func join(a, b Style) Style {
	if a == "" {
		return b
	}
	return a + ";" + b
}

// Bold returns the style in bold.
func (s Style) Bold() Style { return Style("1").On(s) }

// Row builds one row of exact width from styled pieces. What does not fit is
// cut with an ellipsis; what is left over is filled with blanks. The zero Row is
// of no use: NewRow makes one.
type Row struct {
	b          strings.Builder
	width      int // cells of the whole row
	used       int
	background Style
	ellipsis   string
}

// NewRow begins a row of a width in cells on a background.
func (t *Theme) NewRow(width int, background Style) *Row {
	return &Row{width: max(width, 0), background: background, ellipsis: t.Glyphs.Ellipsis}
}

// Left returns how many cells are free.
func (r *Row) Left() int { return r.width - r.used }

// Add appends a piece, cut to what is free.
func (r *Row) Add(s Style, t clean.Text) *Row { return r.AddMax(s, t, r.Left()) }

// AddMax appends a piece of at most max cells.
func (r *Row) AddMax(s Style, t clean.Text, max int) *Row {
	text, width := t.String(), Width(t)
	if limit := min(max, r.Left()); width > limit {
		text = cut(text, limit, r.ellipsis)
		width = cells(text)
	}
	r.write(s, text, width)
	return r
}

// AddRight appends a piece so that it ends at the row's end, if it fits with
// a blank before it; otherwise it is left out.
func (r *Row) AddRight(s Style, t clean.Text) *Row {
	width := Width(t)
	if width+1 > r.Left() {
		return r
	}
	r.Skip(r.Left() - width)
	return r.Add(s, t)
}

// Skip appends n blanks.
func (r *Row) Skip(n int) *Row {
	if n = min(n, r.Left()); n > 0 {
		r.write("", strings.Repeat(" ", n), n)
	}
	return r
}

// To fills with blanks up to a column.
func (r *Row) To(column int) *Row { return r.Skip(column - r.used) }

// String fills the row up and returns it.
func (r *Row) String() string {
	r.Skip(r.Left())
	return r.b.String()
}

func (r *Row) write(s Style, text string, width int) {
	if s = s.On(r.background); s == "" {
		r.b.WriteString(text)
	} else {
		r.b.WriteString(s.Start() + text + reset)
	}
	r.used += width
}

// Width returns the cells that a text takes.
func Width(t clean.Text) int { return cells(t.String()) }

// cells is the width of a text without control characters. Most are of ASCII,
// whose characters need not be put together to clusters first: every frame
// measures some hundred texts.
func cells(s string) int {
	if ascii(s) {
		return len(s)
	}
	return ansi.StringWidth(s)
}

// cut shortens a text that is wider than limit to it, the ellipsis included.
func cut(s string, limit int, ellipsis string) string {
	if at := limit - cells(ellipsis); at >= 0 && ascii(s) {
		return s[:at] + ellipsis
	}
	return ansi.Truncate(s, limit, ellipsis)
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
