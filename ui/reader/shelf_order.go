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
	{name: "date", column: 0, arrow: "↓", order: func(l *listing, a, b int) int { return strings.Compare(listedDate(&l.all[b]), listedDate(&l.all[a])) }},
	{name: "title", column: 1, arrow: "↑", order: func(l *listing, a, b int) int { return strings.Compare(l.folded[a].title, l.folded[b].title) }},
	{name: "publisher", column: 2, arrow: "↑", order: func(l *listing, a, b int) int {
		x, y := l.folded[a].publisher, l.folded[b].publisher
		return cmp.Or(btoi(x == "")-btoi(y == ""), strings.Compare(x, y)) // without one, last
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

// inOrder is the order of the briefings, for all filters; what is equal stays as the
// library gave it.
func (l *listing) inOrder(order int) []int {
	turn := make([]int, len(l.all))
	for i := range turn {
		turn[i] = i
	}
	if by := shelfOrders[order].order; by != nil {
		slices.SortFunc(turn, func(a, b int) int { return cmp.Or(by(l, a, b), a-b) })
	}
	return turn
}

// sort orders the list by the next column.
func (a *App) sort() tea.Cmd {
	return a.sortBy(shelfOrders[(orderNamed(a.comfort.Order)+1)%len(shelfOrders)].name)
}

// sortBy orders the list in a command: there may be tens of thousands.
func (a *App) sortBy(name string) tea.Cmd {
	if a.doc != nil || a.board != nil {
		a.say("that orders the list of briefings")
		return nil
	}
	a.comfort.Order = name
	a.busy("ordering by " + name)
	l := a.shelf.listing
	return tea.Batch(a.keepComfort(), func() tea.Msg {
		l.order, l.turn = orderNamed(name), l.inOrder(orderNamed(name))
		return rearranged{l}
	})
}

// rearranged brings the list in an order.
type rearranged struct{ listing }

// arrive shows it, unless another order was asked for since; the cursor stays on
// its briefing. If the list is another by now, it is ordered as it is.
func (msg rearranged) arrive(a *App) tea.Cmd {
	if msg.order != orderNamed(a.comfort.Order) {
		return nil
	}
	s := a.shelf
	if len(s.all) > 0 && len(msg.all) == len(s.all) && &msg.all[0] == &s.all[0] {
		s.turned(msg.order, msg.turn)
	} else {
		s.reorder(msg.order)
	}
	if a.status.busy {
		a.say("ordered by " + shelfOrders[msg.order].name)
	}
	return a.lookAhead()
}

func (s *shelf) reorder(order int) {
	s.turned(order, s.inOrder(order))
}

// turned shows the briefings in an order; the cursor stays on its briefing.
func (s *shelf) turned(order int, turn []int) {
	on := ""
	if cur := s.current(); cur != nil {
		on = cur.ID
	}
	s.order, s.turn = order, turn
	s.sift()
	s.goTo(on)
}
