package reader

import (
	"sort"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dossier/briefings"
	"dossier/ui/theme"
)

// item is one line of a pane: data only. A heading has no record.
type item struct {
	glyph string
	role  theme.Style // of the glyph
	lead  string      // a column before the text: a date, a number
	text  string
	gist  func() string // what of the text the row shows, asked for when it is drawn; nil for all
	spans []span        // stand for text where it has several styles
	// fitted makes what stands for text in a room of so many cells, where the text
	// is cut in its own way; nil where it is not.
	fitted  func(w int) []span
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
	complete string           // what Tab writes, in panels
	facets   string           // further words that a filter finds it by
	run      func() tea.Cmd   // what Enter does, in panels
	section  int              // which one it shows
	heads    briefings.Handle // the section that it shows, where notes on it show too
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
	at          []int  // the items whose rows were drawn last, for the mouse
	tall        tallness
	whole       bool   // items take as many rows as they need, however many there are
	read        bool   // items take two where they need them, however many there are
	tagged      bool   // what stands at the right of an item is a word, and ends its last row
	bare        bool   // nothing is told below the list of the item under the cursor
	steady      bool   // what is told there has as many rows, whatever it is
	empty       string // what to say when there is nothing
	more        string // says where details that are cut stand whole, "" for nowhere
	filtered    bool   // nothing is what a filter left
	// told are the details of the item that they were last made for.
	told struct {
		by    *item
		lines []string
	}
}

// measured is what a list shows, with what has to be known of all of it to show
// a few rows.
type measured struct {
	content
	leadWidth  int       // cells of the widest lead
	rightWidth int       // of the widest right
	shortWidth int       // and of the widest short
	places     []passage // of the rows, in the order of the text
	near       nearby
	foreseen   *foreseen // that may be near next
	axis       *axis     // as it was last laid out; nil for not yet
}

// passage is where in the text a row points; it may point at several places.
type passage struct{ at, row int32 }

// measure makes content ready to be shown. A blank parts the groups.
func measure(c content) measured {
	m := measured{content: c, foreseen: &foreseen{}}
	m.part()
	for i := range m.all {
		switch r := &m.all[i]; {
		case r.heading:
		case r.made >= 0:
			it := &m.items[r.made]
			m.widen(it.lead, it.right, it.short)
		case m.edges != nil:
			lead, right := m.edges(r)
			m.widen(lead, right, "")
		}
	}
	m.places = m.inText()
	return m
}

func (m *measured) widen(lead, right, short string) {
	m.leadWidth = widest(m.leadWidth, lead)
	m.rightWidth = widest(m.rightWidth, right)
	m.shortWidth = widest(m.shortWidth, short)
}

// set exchanges the items; the cursor stays on the record it was on.
func (l *list) set(items []item) { l.put(measure(madeOf(items))) }

func (l *list) put(m measured) {
	at := -1
	if on, part := l.on(l.cursor); on != "" {
		at = m.find(on, part)
	}
	l.measured, l.tall = m, tallness{}
	if at >= 0 {
		l.cursor = at
	}
	l.cursor = min(l.cursor, max(len(m.all)-1, 0))
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

// settle moves the cursor off a heading, first in the given direction.
func (l *list) settle(direction int) {
	for _, step := range []int{direction, -direction} {
		at := l.cursor
		for at >= 0 && at < len(l.all) && l.all[at].heading {
			at += step
		}
		if at >= 0 && at < len(l.all) {
			l.cursor = at
			return
		}
	}
}

// current is the item under the cursor, nil if there is none.
func (l *list) current() *item {
	if l.cursor < 0 || l.cursor >= len(l.all) {
		return nil
	}
	return l.item(l.cursor)
}

// move steps over items and says whether the cursor changed.
func (l *list) move(by int) bool {
	before := l.cursor
	direction := 1
	if by < 0 {
		direction = -1
	}
	l.cursor = min(max(l.cursor+by, 0), max(len(l.all)-1, 0))
	l.settle(direction)
	return l.cursor != before
}

// follow puts the cursor on the first row of the list whose passage lies in a
// stretch of the text, unless it is on such a row, and says whether there is one. It
// looks at no others: every key that moves the text comes here.
func (l *list) follow(from, to int) bool {
	first := sort.Search(len(l.places), func(i int) bool { return int(l.places[i].at) >= from })
	best := len(l.all)
	for _, p := range l.places[first:] {
		if int(p.at) >= to {
			break
		}
		if int(p.row) == l.cursor {
			return true
		}
		best = min(best, int(p.row))
	}
	if best == len(l.all) {
		return false
	}
	l.cursor = best
	return true
}

// passages are all that the item points at.
func (it *item) passages() []*briefings.Anchor {
	if it.anchor == nil {
		return it.also
	}
	return append([]*briefings.Anchor{it.anchor}, it.also...)
}

// rowAt is the item that a row shows, -1 for none or a heading, or for one that has
// gone since the rows were drawn.
func (l *list) rowAt(row int) int {
	if row < 0 || row >= len(l.at) || l.at[row] >= len(l.all) || l.all[l.at[row]].heading {
		return -1
	}
	return l.at[row]
}

// page is how many items a page goes over: all that show but one.
func (l *list) page() int {
	if len(l.at) == 0 {
		return 1
	}
	return max(l.at[len(l.at)-1]-l.at[0], 1)
}

// moveTo puts the cursor on an item and says whether it was elsewhere.
func (l *list) moveTo(i int) bool { return l.move(i - l.cursor) }
