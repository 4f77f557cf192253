package reader

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// A pane is filtered as one types: an item stays while it holds every word,
// in what it shows or among its facets (status, kind, parties). One way for
// all panes: "planned baykar" in the timeline, "stated" in the limits.

func (p *pane) typed() *typing { return &p.query }

// refilter shows the items that match the query, with the headings above them.
func (p *pane) refilter() {
	words := strings.Fields(briefings.Fold(p.query.text))
	p.filtered = len(words) > 0
	if !p.filtered {
		if p.ready == nil {
			m := measure(p.content.items)
			p.ready = &m
		}
		p.put(*p.ready)
		return
	}
	var kept, headings []item
	for i := range p.content.items {
		it := &p.content.items[i]
		switch {
		case it.heading && !it.subheading:
			headings = append(headings[:0], *it)
		case it.heading:
			headings = append(withoutSubheading(headings), *it)
		case containsAll(p.haystack(i), words):
			if it.alone {
				headings = withoutSubheading(headings)
			}
			kept = append(append(kept, headings...), *it)
			headings = headings[:0]
		}
	}
	p.set(kept)
}

func withoutSubheading(headings []item) []item {
	if n := len(headings); n > 0 && headings[n-1].subheading {
		return headings[:n-1]
	}
	return headings
}

// haystack is the folded text that the filter looks at, made once for each item.
func (p *pane) haystack(i int) string {
	if p.folded == nil {
		p.folded = make([]string, len(p.content.items))
	}
	if p.folded[i] == "" {
		it := &p.content.items[i]
		p.folded[i] = briefings.Fold(strings.Join([]string{it.lead, it.text, it.right, it.facets}, " "))
	}
	return p.folded[i]
}

// shownCount is what the title says of the number of items: while a filter
// holds, what it is and how many are left.
func (p *pane) shownCount() string {
	if p.query.text == "" {
		return p.count
	}
	return "&" + p.query.text + "  " + strconv.Itoa(records(p.list.items)) + " of " + strconv.Itoa(records(p.content.items))
}

// records counts the items that are no headings.
func records(items []item) int {
	n := 0
	for i := range items {
		n += btoi(!items[i].heading)
	}
	return n
}

// filterPane gives the keyboard to the filter of the focused pane.
func (a *App) filterPane() tea.Cmd {
	p := a.doc.focused()
	if p == nil {
		a.say("go to a pane first: 2 to 7")
		return nil
	}
	p.query.on = true
	return nil
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
	filterKey(p, msg)
	if it := p.current(); it != nil {
		a.doc.point(it.anchor)
	}
	return nil
}

// facets joins what a filter may ask for besides the words that show.
func facets(words ...string) string { return strings.Join(words, " ") }
