package reader

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// A pane is filtered as one types: an item stays while it holds every word,
// in what it shows or among its facets (status, kind, parties). One way for
// all panes: "planned baykar" in the timeline, "stated" in the limits.

func (p *pane) typed() *typing { return &p.query }

// refilter shows the items that match the query, with the headings above them;
// all of them until it is known what they say.
func (p *pane) refilter() {
	words := strings.Fields(briefings.Fold(p.query.text))
	p.filtered = len(words) > 0 && p.knows()
	if !p.filtered {
		p.put(p.whole)
		return
	}
	var kept, headings []row
	for i, r := range p.whole.all {
		switch {
		case r.heading && !r.subheading:
			headings = append(headings[:0], r)
		case r.heading:
			headings = append(withoutSubheading(headings), r)
		case containsAll(p.folded[i], words):
			if r.alone {
				headings = withoutSubheading(headings)
			}
			kept = append(append(kept, headings...), r)
			headings = headings[:0]
		}
	}
	left := p.whole.content
	left.all = kept
	p.put(measure(left))
}

func withoutSubheading(headings []row) []row {
	if n := len(headings); n > 0 && headings[n-1].subheading {
		return headings[:n-1]
	}
	return headings
}

// knows says whether it is known what the items say; where no record has to be
// read for it, it is.
func (p *pane) knows() bool {
	if p.folded == nil && !p.whole.reads() {
		p.folded, _ = p.whole.haystacks() // nothing is read for them
	}
	return p.folded != nil
}

// reads says whether records are read for the items.
func (c *content) reads() bool {
	return slices.ContainsFunc(c.all, func(r row) bool { return r.made < 0 && r.card >= 0 })
}

// readAtOnce is how many records are read in one go.
const readAtOnce = 500

// haystacks are the folded texts of all items that a filter looks at. For those
// that are not made the records are read.
func (c *content) haystacks() ([]string, error) {
	out := make([]string, 0, len(c.all))
	for rows := range slices.Chunk(c.all, readAtOnce) {
		items, err := c.made(rows)
		if err != nil {
			return nil, err
		}
		for i := range items {
			it := &items[i]
			if r := &rows[i]; r.made >= 0 {
				it = &c.items[r.made]
			}
			out = append(out, briefings.Fold(strings.Join([]string{it.lead, it.text, it.right, it.facets}, " ")))
		}
	}
	return out, nil
}

// shownCount is what the title says of the number of items: while a filter
// holds, what it is and how many are left.
func (p *pane) shownCount() string {
	switch {
	case p.query.text == "":
		return p.whole.count
	case !p.filtered:
		return "&" + p.query.text + "  reading"
	}
	return "&" + p.query.text + "  " + strconv.Itoa(p.list.records()) + " of " + strconv.Itoa(p.whole.records())
}

// records counts the rows that are no headings.
func (c *content) records() (n int) {
	for i := range c.all {
		n += btoi(!c.all[i].heading)
	}
	return n
}

// saidOf brings what the items of a pane say.
type saidOf struct {
	pane   paneID
	of     *holding
	folded []string
}

// learn reads what the items of filtered panes say, where that is not known yet.
func (a *App) learn() tea.Cmd {
	if a.doc == nil {
		return nil
	}
	var cmds []tea.Cmd
	for _, p := range a.doc.panes {
		if !p.query.on && p.query.text == "" || p.learning == a.doc.briefing || p.knows() {
			continue
		}
		p.learning = a.doc.briefing
		v, like := *a.doc.view, p
		cmds = append(cmds, func() tea.Msg {
			c := like.make(&v)
			folded, err := c.haystacks()
			if err != nil {
				return failed("could not read what is to be filtered", err)
			}
			return saidOf{like.id, v.b, folded}
		})
	}
	return tea.Batch(cmds...)
}

// arrive filters by what the items say, unless they are others by now.
func (msg saidOf) arrive(a *App) tea.Cmd {
	if a.doc == nil || a.doc.briefing != msg.of {
		return nil
	}
	if p := a.doc.pane(msg.pane); len(p.whole.all) == len(msg.folded) {
		p.folded = msg.folded
		p.refilter()
	}
	return nil
}

// filterPane gives the keyboard to the filter of the focused pane; in the text, to
// that of the pane beside it, since the letters that come next are meant for one.
func (a *App) filterPane() tea.Cmd {
	if a.doc == nil {
		return a.beginSearch()
	}
	var went tea.Cmd
	if a.doc.focus == textPane {
		went = a.attend(a.sides()[0])
	}
	a.doc.focused().query.again()
	return tea.Batch(went, a.learn())
}

// filteredPane is the pane whose filter has the keyboard, nil for none.
func (d *document) filteredPane() *pane {
	if p := d.focused(); p != nil && p.query.on {
		return p
	}
	return nil
}

// paneFilterKey gives a key to the filter; the text goes along with the
// cursor.
func (a *App) paneFilterKey(p *pane, msg tea.KeyPressMsg) tea.Cmd {
	before := p.query.text
	filterKey(p, msg)
	if p.query.text != before {
		p.toBest()
	}
	if it := p.current(); it != nil {
		a.doc.point(it.anchor)
	}
	return nil
}

// toBest puts the cursor on the first item in whose own words the filter's begin words,
// else on the first that matches: as in every finder, not where it was before.
func (p *pane) toBest() {
	words := strings.Fields(briefings.Fold(p.query.text))
	if !p.filtered || len(words) == 0 {
		return
	}
	first := -1
	at := 0
	for i, r := range p.whole.all {
		if r.heading || !containsAll(p.folded[i], words) {
			continue
		}
		for at < len(p.all) && p.all[at].heading {
			at++
		}
		if first < 0 {
			first = at
		}
		if beginAll(p.folded[i], words) {
			first = at
			break
		}
		at++
	}
	if first >= 0 {
		p.moveTo(first)
	}
}

// beginAll says whether each of some words begins one of a text.
func beginAll(text string, words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool {
		return !strings.HasPrefix(text, w) && !strings.Contains(text, " "+w)
	})
}

// facets joins what a filter may ask for besides the words that show.
func facets(words ...string) string { return strings.Join(words, " ") }
