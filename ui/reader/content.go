package reader

import (
	"slices"

	"dossier/briefings"
	"dossier/ui/theme"
)

// content is what a list shows: a row for each of its items. A heading, an actor,
// what people work on is made at once; of the sections and of the many records of
// a long briefing the items are made when their rows come near the screen.
type content struct {
	all   []row
	items []item            // that are made
	of    *holding          // that the cards of the rows are of
	also  map[int32][]int32 // by card: others that tell the same
	// draw makes the item of a row from its record.
	draw func(r *row, record briefings.Record) item
	// edges are the lead and the right of an item that is not made, by which the
	// columns are measured; nil for none.
	edges func(r *row) (lead, right string)
	// span says where in time a row stands, and how it looks there; nil where no
	// row does.
	span  func(r *row) (dated, bool)
	count string // at the right end of the title
	// look says how an item looks now, where that changes from key to key; nil
	// if the item itself says it.
	look func(it *item) (glyph string, role theme.Style, dim bool)
}

// row is an item of a list in short.
type row struct {
	made       int32  // which of content.items it is; -1 for one that is not made
	card       int32  // of its record; -1 for none
	number     int32  // of a reference in its list; of a section, which it is
	evidence   uint16 // see item
	heading    bool   // as are these
	subheading bool
	alone      bool
}

// add appends an item that is made, with the card of its record or -1.
func (c *content) add(card int32, it item) {
	c.all = append(c.all, rowFor(&it, len(c.items), card))
	c.items = append(c.items, it)
}

// head appends a heading.
func (c *content) head(it item) {
	it.heading = true
	c.add(-1, it)
}

// madeOf is content of which all items are made.
func madeOf(items []item) content {
	c := content{all: make([]row, len(items)), items: items}
	for i := range items {
		c.all[i] = rowFor(&items[i], i, -1)
	}
	return c
}

// rowFor is the row of an item that is made.
func rowFor(it *item, made int, card int32) row {
	return row{made: int32(made), card: card, evidence: uint16(it.evidence), heading: it.heading, subheading: it.subheading, alone: it.alone}
}

// part puts a blank above each group but the first.
func (c *content) part() {
	groups := 0
	for i := range c.all {
		if r := &c.all[i]; i > 0 && r.heading && !r.subheading {
			groups++
		}
	}
	if groups == 0 {
		return
	}
	blank := row{made: int32(len(c.items)), card: -1, heading: true}
	c.items = append(slices.Clip(c.items), item{heading: true})
	out := make([]row, 0, len(c.all)+groups)
	for i, r := range c.all {
		if i > 0 && r.heading && !r.subheading {
			out = append(out, blank)
		}
		out = append(out, r)
	}
	c.all = out
}

// on is the record of a row, and which piece of its evidence, or the section; ""
// for none.
func (c *content) on(i int) (h briefings.Handle, evidence uint16) {
	if i < 0 || i >= len(c.all) {
		return "", 0
	}
	switch r := &c.all[i]; {
	case r.card >= 0:
		return c.of.handle(&c.of.cards[r.card]), r.evidence
	case r.made >= 0 && c.items[r.made].record != nil:
		return c.items[r.made].record.Common().Handle, r.evidence
	case c.lists(r):
		return c.of.Sections[r.number].Handle, 0
	}
	return "", 0
}

// lists says whether a row is one of the sections.
func (c *content) lists(r *row) bool { return c.of != nil && r.made < 0 && r.card < 0 }

// find is the last row that shows a record, or a piece of its evidence, or a
// section; -1 for none.
func (c *content) find(h briefings.Handle, evidence uint16) int {
	for i := len(c.all) - 1; i >= 0; i-- {
		r := &c.all[i]
		if r.evidence != evidence {
			continue
		}
		if r.card >= 0 && c.of.has(&c.of.cards[r.card], h) {
			return i
		}
		if r.card < 0 && r.made >= 0 && c.items[r.made].record != nil && c.items[r.made].record.Common().Handle == h {
			return i
		}
		if c.lists(r) && c.of.Sections[r.number].Handle == h {
			return i
		}
	}
	return -1
}

// inText returns the passages of all rows in the order of the text.
func (c *content) inText() []passage {
	var out []passage
	add := func(a *briefings.Anchor, row int) {
		if a != nil && a.Placed() {
			out = append(out, passage{int32(a.DocStart), int32(row)})
		}
	}
	for i := range c.all {
		switch r := &c.all[i]; {
		case r.heading:
		case r.made >= 0:
			for _, a := range c.items[r.made].passages() {
				add(a, i)
			}
		case r.card < 0 && c.of == nil:
		case r.card < 0:
			out = append(out, passage{int32(c.of.Sections[r.number].Start), int32(i)})
		default:
			for _, n := range append([]int32{r.card}, c.also[r.card]...) {
				if s, ok := c.of.cards[n].spot(); ok {
					out = append(out, passage{s.Start, int32(i)})
				}
			}
		}
	}
	byPlace := func(a, b passage) int { return int(a.at - b.at) }
	if !slices.IsSortedFunc(out, byPlace) {
		slices.SortStableFunc(out, byPlace)
	}
	return slices.Clip(out)
}

// nearby are the items of the rows near the screen, from the row first on.
type nearby struct {
	first int
	items []item
}

func (n *nearby) holds(from, to int) bool {
	return from >= n.first && to <= n.first+len(n.items)
}

// aheadRows is how many rows above and below those that show are made with them:
// few, as the cursor of a pane that follows the text may go anywhere.
const aheadRows = 8

func (c *content) len() int { return len(c.all) }

// item is that of a row, made if it must be.
func (m *measured) item(i int) *item {
	if made := m.all[i].made; made >= 0 {
		return &m.items[made]
	}
	m.bring(i, i+1)
	return &m.near.items[i-m.near.first]
}

// bring makes the items of the rows from one to another, with some around them,
// unless they are made, or were foreseen.
func (m *measured) bring(from, to int) {
	to = min(to, len(m.all))
	if m.draw == nil || m.near.holds(from, to) {
		return
	}
	if ready := m.foreseen.holding(from, to); ready != nil {
		m.near = *ready
		return
	}
	m.near = m.around(from, to)
}

// around makes the items of the rows from one to another, with some around them.
func (m *measured) around(from, to int) nearby {
	from, to = max(from-aheadRows, 0), min(to+aheadRows, len(m.all))
	items, err := m.made(m.all[from:to])
	if err != nil {
		for i := range items {
			items[i] = item{text: "this could not be read: " + err.Error(), dim: true}
		}
	}
	return nearby{from, items}
}

// rehearse does for the first rows what the first frame would wait for: it makes
// their items, asks for their gists and lays out the axis.
func (m *measured) rehearse(v *view, room rect) {
	m.bring(0, room.h)
	m.near.ask()
	m.axis = layAxis(v.theme, m.dates, v.now, room.w, room.h-titleRows)
}

// made makes the items of rows; those that are made already it leaves out.
func (c *content) made(rows []row) ([]item, error) {
	items := make([]item, len(rows))
	var cards []int32
	var at []int
	for i := range rows {
		switch r := &rows[i]; {
		case r.made >= 0:
		case r.card < 0:
			items[i] = c.draw(r, nil)
		default:
			cards, at = append(cards, r.card), append(at, i)
		}
	}
	if len(cards) == 0 {
		return items, nil
	}
	records, err := c.of.read(cards...)
	for i, r := range records {
		if r == nil {
			items[at[i]] = item{text: "this is gone", dim: true}
		} else {
			items[at[i]] = c.draw(&rows[at[i]], r)
		}
	}
	return items, err
}
