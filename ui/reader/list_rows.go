package reader

import (
	"cmp"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dossier/briefings/clean"
	"dossier/ui/theme"
)

// How a list is drawn: its rows, the columns in them, and the details of the
// item under the cursor.

// rows draws the list and, where there is room, the details of the item under
// the cursor below it.
func (l *list) rows(t *theme.Theme, w, h int, focused bool) []string {
	if len(l.items) == 0 {
		return l.nothing(t, w, h)
	}
	details := l.details(t, w, h, focused)
	room := h - len(details)
	l.drawn = room
	l.scroll(room)
	out := make([]string, 0, h)
	for i := l.top; i < len(l.items) && len(out) < room; i++ {
		out = append(out, l.row(t, w, i, focused))
	}
	for len(out) < room {
		out = append(out, t.NewRow(w, "").String())
	}
	return append(out, details...)
}

func (l *list) nothing(t *theme.Theme, w, h int) []string {
	var out []string
	why := l.empty
	if l.filtered {
		why = "Nothing here matches; Esc shows all."
	}
	for _, line := range wrap(why, w-2) {
		out = append(out, t.NewRow(w, "").Skip(1).Add(t.Dim, clean.Of(line)).String())
	}
	return fit(t, out, w, h)
}

// scroll keeps the cursor, and the heading above it, in sight.
func (l *list) scroll(room int) {
	first := l.cursor
	if first > 0 && l.items[first-1].heading {
		first--
	}
	switch {
	case first < l.top:
		l.top = first
	case l.cursor >= l.top+room:
		l.top = l.cursor - room + 1
	}
	l.top = max(min(l.top, len(l.items)-room), 0)
}

func (l *list) row(t *theme.Theme, w, i int, focused bool) string {
	it := l.items[i]
	if l.look != nil {
		it.glyph, it.role, it.dim = l.look(&it)
	}
	background, style := theme.Style(""), t.Text
	if it.dim {
		style = t.Dim
	}
	if i == l.cursor && !it.heading {
		if focused {
			background, style = t.Selection, t.Bright
		} else {
			style = t.Bright
		}
	}
	if it.heading {
		return t.NewRow(w, background).Skip(1).Add(it.role, clean.Of(it.text)).AddRight(t.Dim, clean.Of(it.right+" ")).String()
	}
	return l.cells(t, w, &it, background, style)
}

// cells draws an item in the columns of the list.
func (l *list) cells(t *theme.Theme, w int, it *item, background, style theme.Style) string {
	row := t.NewRow(w, background).Skip(1 + it.indent)
	if l.leadWidth > 0 {
		column := min(l.leadWidth, w/3)
		row.AddMax(t.Dim, clean.Of(it.lead), column).To(1 + it.indent + column + 1)
	}
	if it.glyph != "" {
		row.Add(it.role, clean.Of(it.glyph)).Skip(1)
	}
	column := l.rightColumn(w)
	if column+cmp.Or(l.parts.text, inPanes.text) > row.Left() || strings.TrimSpace(it.right) == "" {
		column = 0 // nothing stands there: the text has the room
	}
	gap := btoi(column > 0)
	for _, s := range it.spans {
		row.AddMax(s.style, clean.Of(s.text), row.Left()-column-gap-1)
	}
	text := it.text
	if it.gist != nil {
		text = it.gist()
	}
	row.AddMax(style, clean.Of(text), row.Left()-column-gap-1)
	if column > 0 {
		right := it.right
		if it.short != "" && ansi.StringWidth(right) > column {
			right = it.short
		}
		row.To(w-column-1).AddMax(t.Dim, clean.Of(right), column)
	}
	return row.String()
}

// rightColumn is the width of the column at the right in a pane of w cells.
func (l *list) rightColumn(w int) int {
	most := w * cmp.Or(l.parts.right, inPanes.right) / 100
	if l.rightWidth > most && l.shortWidth > 0 {
		return min(l.shortWidth, most)
	}
	return min(l.rightWidth, most)
}

// shares says how a row is shared out: the column at the right takes at most so
// many hundredths of it, and nothing if the text would have fewer cells than
// text. The zero value is that of the panes.
type shares struct{ right, text int }

var inPanes = shares{right: 40, text: 12}

// detailShare is the part of a pane that details may take.
const detailShare = 3

func (l *list) details(t *theme.Theme, w, h int, focused bool) []string {
	it := l.current()
	if it == nil || it.heading || !focused || h < 9 {
		return nil
	}
	most := max(h/detailShare, 4)
	said := append([]string{it.text}, l.detailed(it)...)
	if it.record != nil {
		said = append(said, waitingLines(it.record)...)
	}
	var lines []string
	for i, d := range said {
		style := t.Dim
		if i == 0 {
			style = t.Text
		}
		for _, line := range wrap(d, w-2) {
			lines = append(lines, t.NewRow(w, "").Skip(1).Add(style, clean.Of(line)).String())
		}
	}
	if len(lines) > most-1 {
		lines = lines[:most-1]
	}
	return append([]string{rule(t, column{width: w})}, lines...)
}

// detailed returns an item's details, which are made when the cursor comes to
// it: some are counted from all records.
func (l *list) detailed(it *item) []string {
	if it.detail == nil {
		return nil
	}
	if l.told.by != it {
		l.told.by, l.told.lines = it, it.detail()
	}
	return l.told.lines
}

// wrap breaks a text into lines of at most w cells.
func wrap(s string, w int) []string {
	if s == "" {
		return nil
	}
	return strings.Split(ansi.Wrap(clean.Of(s).String(), max(w, 1), "-/"), "\n")
}

// fit makes rows exactly h of them.
func fit(t *theme.Theme, rows []string, w, h int) []string {
	if len(rows) > h {
		return rows[:max(h, 0)]
	}
	for len(rows) < h {
		rows = append(rows, t.NewRow(w, "").String())
	}
	return rows
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// ansiStrip takes what a library drew as plain text.
func ansiStrip(s string) string { return ansi.Strip(s) }
