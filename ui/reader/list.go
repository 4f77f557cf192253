package reader

import (
	"slices"
	"sort"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/ui/theme"
)

// item is one line of a pane: data only. A heading has no record.
type item struct {
	glyph   string
	role    theme.Style // of the glyph
	lead    string      // a column before the text: a date, a number
	text    string
	spans   []span // stand for text where it has several styles
	right   string // a detail at the right end
	short   string // stands for right where that does not fit
	dim     bool
	heading bool
	// subheading is a heading that no blank parts from what stands above.
	subheading bool
	alone      bool // stands under no subheading
	indent     int
	// anchor is the passage that the item points at; nil for none.
	anchor *briefings.Anchor
	// also are further passages of the same thing, in the order of the text.
	also     []*briefings.Anchor
	span     *stretch // where it lies in time; nil for what lies nowhere
	record   briefings.Record
	complete string         // what Tab writes, in panels
	facets   string         // further words that a filter finds it by
	run      func() tea.Cmd // what Enter does, in panels
	row      int            // which row of a board, or which section, it shows
	// evidence is which piece of a question's evidence the item is, from 1; 0 for
	// the record itself.
	evidence int
	// detail makes further lines about the item, shown below the list while
	// the cursor is on it; nil for none.
	detail func() []string
}

// list is a scrolling list with a cursor; every pane but the text is one.
type list struct {
	measured
	cursor, top int
	axis        *axis  // as it was last laid out; nil for not yet
	drawn       int    // rows of items that were drawn last, for the mouse
	empty       string // what to say when there is nothing
	filtered    bool   // nothing is what a filter left
	// look says how an item looks now, where that changes from key to key; nil
	// if the item itself says it.
	look func(it *item) (glyph string, role theme.Style, dim bool)
	// told are the details of the item that they were last made for.
	told struct {
		by    *item
		lines []string
	}
}

// measured is the items of a list with what has to be known of all of them to
// show a few.
type measured struct {
	items      []item
	leadWidth  int       // cells of the widest lead
	rightWidth int       // of the widest right
	shortWidth int       // and of the widest short
	places     []passage // of the items, in the order of the text
}

// passage is where in the text an item points; it may point at several places.
type passage struct{ at, item int }

// measure makes items ready to be shown. A blank parts the groups.
func measure(items []item) measured {
	m := measured{items: parted(items)}
	for i := range m.items {
		if it := &m.items[i]; !it.heading {
			m.leadWidth = widest(m.leadWidth, it.lead)
			m.rightWidth = widest(m.rightWidth, it.right)
			m.shortWidth = widest(m.shortWidth, it.short)
		}
	}
	m.places = inText(m.items)
	return m
}

// set exchanges the items; the cursor stays on the record it was on.
func (l *list) set(items []item) { l.put(measure(items)) }

func (l *list) put(m measured) {
	if it := l.current(); it != nil && it.record != nil {
		on, part := it.record.Common().Handle, it.evidence
		for i := range m.items {
			if r := m.items[i].record; on != "" && r != nil && m.items[i].evidence == part && r.Common().Handle == on {
				l.cursor = i
			}
		}
	}
	l.measured, l.axis = m, nil
	l.cursor = min(l.cursor, max(len(m.items)-1, 0))
	l.settle(1)
}

// widest is the larger of a width and that of a text. A text has no more cells
// than bytes, so that most of a long list need not be measured.
func widest(width int, text string) int {
	if len(text) <= width {
		return width
	}
	return max(width, ansi.StringWidth(text))
}

// inText returns the passages of all items in the order of the text.
func inText(items []item) []passage {
	var out []passage
	for i := range items {
		it := &items[i]
		if it.heading || it.anchor == nil {
			continue
		}
		if it.anchor.Placed() {
			out = append(out, passage{it.anchor.DocStart, i})
		}
		for _, a := range it.also {
			if a.Placed() {
				out = append(out, passage{a.DocStart, i})
			}
		}
	}
	byPlace := func(a, b passage) int { return a.at - b.at }
	if !slices.IsSortedFunc(out, byPlace) {
		slices.SortStableFunc(out, byPlace)
	}
	return out
}

func parted(items []item) []item {
	if !slices.ContainsFunc(items, func(it item) bool { return it.heading && !it.subheading }) {
		return items
	}
	out := make([]item, 0, len(items)+4)
	for i, it := range items {
		if it.heading && !it.subheading && i > 0 {
			out = append(out, item{heading: true})
		}
		out = append(out, it)
	}
	return out
}

// settle moves the cursor off a heading, first in the given direction.
func (l *list) settle(direction int) {
	for _, step := range []int{direction, -direction} {
		at := l.cursor
		for at >= 0 && at < len(l.items) && l.items[at].heading {
			at += step
		}
		if at >= 0 && at < len(l.items) {
			l.cursor = at
			return
		}
	}
}

func (l *list) current() *item {
	if l.cursor < 0 || l.cursor >= len(l.items) {
		return nil
	}
	return &l.items[l.cursor]
}

// move steps over items and says whether the cursor changed.
func (l *list) move(by int) bool {
	before := l.cursor
	direction := 1
	if by < 0 {
		direction = -1
	}
	l.cursor = min(max(l.cursor+by, 0), max(len(l.items)-1, 0))
	l.settle(direction)
	return l.cursor != before
}

// follow puts the cursor on the first item of the list whose passage lies in a
// stretch of the text, unless it is on such an item. It looks at no others:
// every key that moves the text comes here.
func (l *list) follow(from, to int) {
	if cur := l.current(); cur != nil && cur.within(from, to) {
		return
	}
	first := sort.Search(len(l.places), func(i int) bool { return l.places[i].at >= from })
	best := len(l.items)
	for _, p := range l.places[first:] {
		if p.at >= to {
			break
		}
		best = min(best, p.item)
	}
	if best < len(l.items) {
		l.cursor = best
	}
}

// within says whether a passage of the item begins in a stretch of the text.
func (it *item) within(from, to int) bool {
	for _, a := range it.passages() {
		if a.Placed() && a.DocStart >= from && a.DocStart < to {
			return true
		}
	}
	return false
}

// passages are all that the item points at.
func (it *item) passages() []*briefings.Anchor {
	if it.anchor == nil {
		return it.also
	}
	return append([]*briefings.Anchor{it.anchor}, it.also...)
}

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

// rowAt is the item that a row shows, -1 for none or a heading.
func (l *list) rowAt(row int) int {
	i := l.top + row
	if row < 0 || row >= l.drawn || i >= len(l.items) || l.items[i].heading {
		return -1
	}
	return i
}

// moveTo puts the cursor on an item and says whether it was elsewhere.
func (l *list) moveTo(i int) bool { return l.move(i - l.cursor) }

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
	row := t.NewRow(w, background)
	if it.heading {
		return row.Skip(1).Add(it.role, clean.Of(it.text)).AddRight(t.Dim, clean.Of(it.right+" ")).String()
	}
	row.Skip(1 + it.indent)
	if l.leadWidth > 0 {
		column := min(l.leadWidth, w/3)
		row.AddMax(t.Dim, clean.Of(it.lead), column).To(1 + it.indent + column + 1)
	}
	if it.glyph != "" {
		row.Add(it.role, clean.Of(it.glyph)).Skip(1)
	}
	column := l.rightColumn(w)
	if column+textLeastBesideRight > row.Left() {
		column = 0
	}
	gap := btoi(column > 0)
	for _, s := range it.spans {
		row.AddMax(s.style, clean.Of(s.text), row.Left()-column-gap-1)
	}
	row.AddMax(style, clean.Of(it.text), row.Left()-column-gap-1)
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
	most := w * rightShare / 100
	if l.rightWidth > most && l.shortWidth > 0 {
		return min(l.shortWidth, most)
	}
	return min(l.rightWidth, most)
}

// The column at the right takes at most rightShare hundredths of the row, and
// nothing if the text would have fewer than textLeastBesideRight
// cells.
const (
	rightShare           = 40
	textLeastBesideRight = 12
)

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

// sortByPlace puts items in the order of the text; those without a passage
// come first.
func sortByPlace(items []item) {
	slices.SortStableFunc(items, func(a, b item) int { return placeOf(a) - placeOf(b) })
}

func placeOf(it item) int {
	if it.anchor == nil {
		return -1
	}
	return it.anchor.DocStart
}

// ansiStrip takes what a library drew as plain text.
func ansiStrip(s string) string { return ansi.Strip(s) }
