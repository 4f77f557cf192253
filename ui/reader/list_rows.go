package reader

import (
	"cmp"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/ui/theme"
)

// How a list is drawn: its rows, the columns in them, and the details of the
// item under the cursor.

// rows draws the list and, where there is room, the details of the item under
// the cursor below it.
func (l *list) rows(t *theme.Theme, w, h int, focused bool) []string {
	if len(l.all) == 0 {
		return l.nothing(t, w, h)
	}
	details := l.details(t, w, h, focused)
	room := h - len(details)
	l.tallIn(w, h)
	l.scroll(room)
	out := make([]string, 0, h)
	l.at = l.at[:0]
	l.bring(l.top, l.top+room)
	for i := l.top; i < len(l.all) && len(out) < room && !l.partedBelow(i, room-len(out), room); i++ {
		rows := l.row(t, w, i, room-len(out), focused)
		out = append(out, rows...)
		for range rows {
			l.at = append(l.at, i)
		}
	}
	for len(out) < room {
		out = append(out, t.NewRow(w, "").String())
	}
	return append(out, details...)
}

// partedBelow says whether the edge below would part a heading from what it is of, or
// an item that is to be read whole: it has the first of the next rows then.
func (l *list) partedBelow(i, left, room int) bool {
	switch {
	case l.item(i).heading:
		return left == 1 && room > 1 && i+1 < len(l.all)
	case l.whole:
		return left < room && l.tallAt(i) > left
	}
	return false
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
	if first > 0 && l.all[first-1].heading {
		first--
	}
	if l.tall.most > 1 {
		l.bring(max(l.cursor-room, 0), l.cursor+room)
	}
	l.top = max(min(l.top, first), l.firstOf(l.cursor+1, room))
	if len(l.all)-l.top < room {
		l.top = min(l.top, l.firstOf(len(l.all), room))
	}
}

// looking is an item as it looks now.
func (l *list) looking(i int) *item {
	it := *l.item(i)
	if l.look != nil {
		it.glyph, it.role, it.dim = l.look(&it)
	}
	return &it
}

// row draws an item, in as many rows as it takes, at most so many.
func (l *list) row(t *theme.Theme, w, i, most int, focused bool) []string {
	it := l.looking(i)
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
		return []string{t.NewRow(w, background).Skip(1).Add(it.role, clean.Of(it.text)).AddRight(t.Dim, clean.Of(it.right+" ")).String()}
	}
	lines := l.shownLines(i, it, most)
	leads := []string{it.lead}
	if len(lines) > 1 {
		leads = atMost(l.leadLines(it, w), len(lines))
	}
	at, width, aside := l.textAt(w, it)
	tag := it.aside(aside)
	if l.tagged && len(lines) > 1 { // at the end of a row that goes on it would be read as a part of the sentence
		it.right = ""
	} else {
		aside = 0
	}
	out := []string{l.cells(t, w, it, leads[0], lines[0], background, style)}
	for i, line := range lines[1:] {
		row := t.NewRow(w, background)
		if i+1 < len(leads) {
			row.Skip(1+it.indent).AddMax(t.Dim, clean.Of(leads[i+1]), l.leadColumn(w))
		}
		if row.To(at); aside > 0 && i+2 == len(lines) {
			row.AddMax(style, clean.Of(line), width).To(w-aside-1).AddMax(t.Dim, clean.Of(tag), aside)
		} else {
			row.AddMax(style, clean.Of(line), w-at-1)
		}
		out = append(out, row.String())
	}
	return out
}

// aside is what stands at the right of the item in a column of so many cells.
func (it *item) aside(column int) string {
	if it.short != "" && ansi.StringWidth(it.right) > column {
		return it.short
	}
	return it.right
}

// shown is what of an item's text a row shows.
func (it *item) shown() string {
	switch {
	case it.fitted != nil:
		return ""
	case it.gist != nil:
		return it.gist()
	}
	return it.text
}

// textAt is where the text of an item begins, how wide it may be, and how wide
// the column to its right is: 0 if nothing stands there, or the text needs it.
func (l *list) textAt(w int, it *item) (at, width, right int) {
	at = 1 + it.indent
	if l.leadWidth > 0 {
		at += l.leadColumn(w) + 1
	}
	if it.glyph != "" {
		at += ansi.StringWidth(it.glyph) + 1
	}
	least := cmp.Or(l.parts.text, inPanes.text)
	if right = l.rightColumn(w); right+least > w-at {
		right = min(cmp.Or(l.shortWidth, ansi.StringWidth(it.right)), right) // no other row's width takes it away
	}
	if right+least > w-at || strings.TrimSpace(it.right) == "" {
		right = 0
	}
	return at, w - at - right - btoi(right > 0) - 1, right
}

// cells draws an item in the columns of the list.
func (l *list) cells(t *theme.Theme, w int, it *item, lead, text string, background, style theme.Style) string {
	at, width, column := l.textAt(w, it)
	row := t.NewRow(w, background)
	switch {
	case it.record != nil && unsettled(it.record.Common()):
		row.Add(t.Open, clean.Of(t.Glyphs.Changed))
	case len(l.remarksOn(it)) > 0:
		row.Add(t.Note, clean.Of(t.Glyphs.NoteHook))
	}
	row.To(1 + it.indent)
	if l.leadWidth > 0 {
		width := l.leadColumn(w)
		row.AddMax(t.Dim, clean.Of(lead), width).To(1 + it.indent + width + 1)
	}
	if it.glyph != "" {
		row.Add(it.role, clean.Of(it.glyph)).Skip(1)
	}
	end := at + width
	spans := it.spans
	if it.fitted != nil {
		spans = it.fitted(width)
	}
	for _, s := range spans {
		row.AddMax(s.style, clean.Of(s.text), end-w+row.Left())
	}
	row.AddMax(style, clean.Of(text), end-w+row.Left())
	if column > 0 {
		row.To(w-column-1).AddMax(t.Dim, clean.Of(it.aside(column)), column)
	}
	return row.String()
}

// leadColumn is the width of the column before the texts in a pane of w cells.
func (l *list) leadColumn(w int) int { return min(l.leadWidth, w/3) }

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

var (
	inPanes  = shares{right: 40, text: 20}
	inPanels = shares{right: 40, text: 12}
)

// leastForDetails is from how many rows on a pane has details.
const leastForDetails = 9

// mostDetails is how many of h rows they may take from the items.
func mostDetails(h int) int { return max(h/3, 4) }

func (l *list) details(t *theme.Theme, w, h int, focused bool) []string {
	it := l.current()
	if it == nil || it.heading || !focused || l.bare || h < leastForDetails {
		return nil
	}
	most := mostDetails(h)
	l.tallIn(w, h)
	if rows, known := l.total(); known {
		most = max(most, h-rows)
	}
	said := l.said(t, it, w-2, most-1)
	rows := []string{rule(t, column{width: w})}
	for _, s := range said {
		rows = append(rows, t.NewRow(w, "").Skip(1).Add(s.style, clean.Of(s.text)).String())
	}
	if l.steady {
		return fit(t, rows, w, most) // the rule stays where it is while the cursor moves
	}
	return rows
}

// textLeastSaid is how many lines of its text the details of an item have at least.
const textLeastSaid = 2

// said are the details of an item in lines of w cells, at most so many. Where there
// are more, its passage is cut first, which is lit up in the text, then its own words.
func (l *list) said(t *theme.Theme, it *item, w, most int) []span {
	lines := func(style theme.Style, texts ...string) (out []span) {
		for _, text := range texts {
			for _, line := range wrap(text, w) {
				out = append(out, span{line, style})
			}
		}
		return out
	}
	var above []span
	if it.record != nil {
		above = lines(t.Open, waitingLines(it.record)...)
	}
	text := lines(t.Text, it.text)
	below := append(lines(t.Note, l.remarksOn(it)...), lines(t.Dim, l.detailed(it)...)...)
	quoted := len(lines("", l.quoted(it)...))
	text = cutLines(t, text, w, max(most-len(above)-len(below)+quoted, textLeastSaid))
	all := slices.Concat(above, text, below)
	if len(all)-quoted <= most {
		return cutLines(t, all, w, most)
	}
	cut := cutLines(t, all, w-theme.Width(clean.Of(l.more)), most)
	cut[most-1].text += l.more
	return cut
}

// quoted is the passage in an item's details and what comes behind it: it stands in the
// text, too, and need not be asked for.
func (l *list) quoted(it *item) []string {
	told := l.detailed(it)
	if i := slices.IndexFunc(told, func(line string) bool { return strings.HasPrefix(line, "“") }); i >= 0 {
		return told[i:]
	}
	return nil
}

// cutLines keeps so many lines; the last says that there were more.
func cutLines(t *theme.Theme, lines []span, w, most int) []span {
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1].text = ansi.Truncate(lines[most-1].text, w-1, "") + t.Glyphs.Ellipsis
	}
	return lines
}

// detailed returns an item's details, which are made when the cursor comes to
// it: some are counted from all records.
func (l *list) detailed(it *item) []string {
	if l.told.by != it {
		l.told.by, l.told.lines = it, slices.DeleteFunc(slices.Clone(it.about()), it.repeats)
	}
	return l.told.lines
}

// repeats says whether a line of the details is a quotation that says little besides the
// item's own text, which has their rows then.
func (it *item) repeats(line string) bool {
	quoted, is := strings.CutPrefix(line, "“")
	if !is {
		return false
	}
	quote, text := briefings.Fold(strings.TrimRight(quoted, "”.")), briefings.Fold(strings.TrimRight(it.text, "."))
	return strings.Contains(text, quote) || strings.Contains(quote, text) && len(quote) < 2*len(text)
}

// about makes the details of an item.
func (it *item) about() []string {
	if it.detail == nil {
		return nil
	}
	return it.detail()
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
