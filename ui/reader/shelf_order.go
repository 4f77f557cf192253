package reader

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// shelfOrder is what the list of briefings is ordered by.
type shelfOrder struct {
	name   string
	column int                               // of the list, -1 for none
	arrow  string                            // beside the column's head
	text   func(b *briefings.Summary) string // by which it is, folded; nil for another order
	less   func(a, b *briefings.Summary) int
}

// shelfOrders are the orders in turn. The library gives the list in the first one.
var shelfOrders = []shelfOrder{
	{name: "changed", column: -1},
	{name: "date", column: 0, arrow: "↓", less: func(a, b *briefings.Summary) int { return cmp.Compare(b.Date, a.Date) }},
	{name: "title", column: 1, arrow: "↑", text: func(b *briefings.Summary) string { return b.Title }},
	{name: "publisher", column: 2, arrow: "↑", text: func(b *briefings.Summary) string { return b.Publisher }},
	{name: "questions", column: 3, arrow: "↓", less: func(a, b *briefings.Summary) int { return cmp.Compare(b.Questions, a.Questions) }},
	{name: "read", column: 4, arrow: "↑", less: func(a, b *briefings.Summary) int {
		return cmp.Or(btoi(b.Changed)-btoi(a.Changed), cmp.Compare(a.Read, b.Read))
	}},
}

// orderNamed is the order of a name; of an unknown one, the first.
func orderNamed(name string) int {
	return max(slices.IndexFunc(shelfOrders, func(o shelfOrder) bool { return o.name == name }), 0)
}

func orderNames(*App) (names []string) {
	for _, o := range shelfOrders {
		names = append(names, o.name)
	}
	return names
}

// arrange puts the briefings in order, for all filters; what is equal stays as the
// library gave it.
func (s *shelf) arrange() {
	s.turn = make([]int, len(s.all))
	for i := range s.turn {
		s.turn[i] = i
	}
	switch o := &shelfOrders[s.order]; {
	case o.text != nil:
		texts := make([]string, len(s.all))
		for i := range s.all {
			texts[i] = briefings.Fold(o.text(&s.all[i]))
		}
		slices.SortStableFunc(s.turn, func(a, b int) int { return cmp.Compare(texts[a], texts[b]) })
	case o.less != nil:
		slices.SortStableFunc(s.turn, func(a, b int) int { return o.less(&s.all[a], &s.all[b]) })
	}
}

// sort orders the list by the next column.
func (a *App) sort() tea.Cmd { return a.sortBy(shelfOrders[(a.shelf.order+1)%len(shelfOrders)].name) }

// sortBy orders the list; the cursor stays on its briefing.
func (a *App) sortBy(name string) tea.Cmd {
	if a.doc != nil || a.board != nil {
		a.say("that orders the list of briefings")
		return nil
	}
	a.comfort.Order = name
	a.shelf.reorder(name)
	a.say("ordered by " + name)
	return a.keepComfort()
}

func (s *shelf) reorder(name string) {
	on := ""
	if cur := s.current(); cur != nil {
		on = cur.ID
	}
	s.order = orderNamed(name)
	s.arrange()
	s.refilter()
	if at := slices.IndexFunc(s.shown, func(b briefings.Summary) bool { return b.ID == on }); at >= 0 {
		s.cursor = at
	}
}
