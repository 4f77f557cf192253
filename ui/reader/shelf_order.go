package reader

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// shelfOrder is what the list of briefings is ordered by.
type shelfOrder struct {
	name   string
	column int                            // of the list, -1 for none
	arrow  string                         // beside the column's head
	order  func(l *listing, a, b int) int // of two of all; nil for that of the library
}

// shelfOrders are the orders in turn. The library gives the list in the first one.
var shelfOrders = []shelfOrder{
	{name: "changed", column: -1},
	{name: "date", column: 0, arrow: "↓", order: func(l *listing, a, b int) int { return strings.Compare(l.all[b].Date, l.all[a].Date) }},
	{name: "title", column: 1, arrow: "↑", order: func(l *listing, a, b int) int { return strings.Compare(l.folded[a].title, l.folded[b].title) }},
	{name: "publisher", column: 2, arrow: "↑", order: func(l *listing, a, b int) int {
		return strings.Compare(l.folded[a].publisher, l.folded[b].publisher)
	}},
	{name: "questions", column: 3, arrow: "↓", order: func(l *listing, a, b int) int { return cmp.Compare(l.all[b].Questions, l.all[a].Questions) }},
	{name: "read", column: 4, arrow: "↑", order: func(l *listing, a, b int) int {
		return cmp.Or(btoi(l.all[b].Changed)-btoi(l.all[a].Changed), cmp.Compare(l.all[a].Read, l.all[b].Read))
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
func (l *listing) arrange(order int) {
	l.order, l.turn = order, make([]int, len(l.all))
	for i := range l.turn {
		l.turn[i] = i
	}
	if by := shelfOrders[order].order; by != nil {
		slices.SortFunc(l.turn, func(a, b int) int { return cmp.Or(by(l, a, b), a-b) })
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
	s.arrange(orderNamed(name))
	s.refilter()
	s.goTo(on)
}
