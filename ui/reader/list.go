package reader

import (
	"slices"
	"sort"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dossier/briefings"
	"dossier/ui/theme"
)

// item is one line of a pane: data only. A heading has no record.
type item struct {
	glyph   string
	role    theme.Style // of the glyph
	lead    string      // a column before the text: a date, a number
	text    string
	gist    func() string // what of the text the row shows, asked for when it is drawn; nil for all
	spans   []span        // stand for text where it has several styles
	right   string        // a detail at the right end
	short   string        // stands for right where that does not fit
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
	row      int            // which section it shows
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
	parts       shares // of a row
	axis        *axis  // as it was last laid out; nil for not yet
	at          []int  // the items whose rows were drawn last, for the mouse
	tall        tallness
	flat        bool   // items take one row however many are empty
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

// rowAt is the item that a row shows, -1 for none or a heading.
func (l *list) rowAt(row int) int {
	if row < 0 || row >= len(l.at) || l.items[l.at[row]].heading {
		return -1
	}
	return l.at[row]
}

// moveTo puts the cursor on an item and says whether it was elsewhere.
func (l *list) moveTo(i int) bool { return l.move(i - l.cursor) }

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
