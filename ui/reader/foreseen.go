package reader

import "sync"

// A pane that follows the text shows other records with each page, and reading
// them takes a key's time, or as long as another program writes to the library.
// So they are read while nobody waits for them.

// foreseenMost is how many stretches of rows are kept: of the next line and the
// next page.
const foreseenMost = 2

// foreseen are items that were made before they show. It is safe for concurrent
// use.
type foreseen struct {
	mu     sync.Mutex
	rows   [foreseenMost]nearby
	oldest int
}

// holding is what was foreseen of the rows from one to another, nil for nothing.
func (f *foreseen) holding(from, to int) *nearby {
	f.mu.Lock()
	defer f.mu.Unlock()
	for i := range f.rows {
		if n := f.rows[i]; n.items != nil && n.holds(from, to) {
			return &n
		}
	}
	return nil
}

func (f *foreseen) keep(n nearby) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.rows[f.oldest] = n
	f.oldest = (f.oldest + 1) % foreseenMost
}

// foreseeing makes ready what the list will show, in at most so many rows, once
// the text shows a stretch. What it returns may run in another goroutine.
func (l *list) foreseeing(room int) func(from, to int) {
	next := *l
	return func(from, to int) {
		next.follow(from, to)
		first, last := max(next.cursor-room, 0), min(next.cursor+room, len(next.all))
		if next.draw == nil || next.near.holds(first, last) || next.foreseen.holding(first, last) != nil {
			return
		}
		ready := next.around(first, last)
		ready.ask()
		next.foreseen.keep(ready)
	}
}

// ask asks for what is worked out when an item is first drawn.
func (n *nearby) ask() {
	for i := range n.items {
		n.items[i].shown()
	}
}
