package reader

import (
	tea "charm.land/bubbletea/v2"
)

// Of the rows of a board those near the cursor are in its list; they are read as they
// come near.

// listed says whether a row is in the list.
func (b *board) listed(row int) bool {
	return !b.old && row >= b.first && row < b.first+b.len()
}

// nearRows is how many rows above and below the cursor are in the list. Those of a
// screen come before the others.
const nearRows = 200

// boardLoaded brings what shows of the rows near the cursor.
type boardLoaded struct {
	of    *board
	hits  []boardRow // that they are of
	first int
	items []item
	err   error
}

// loadBoard brings the rows near the cursor, or near where it is to go, unless
// they are there.
func (a *App) loadBoard() tea.Cmd {
	b := a.board
	at := b.place()
	near := nearRows
	if !b.listed(at) {
		near = a.height
	}
	from, to := max(at-near, 0), min(at+near, len(b.hits))
	if b.loading || len(b.hits) == 0 || b.listed(max(at-nearRows/2, 0)) && b.listed(min(at+nearRows/2, len(b.hits)-1)) {
		return nil
	}
	b.loading = true
	rows, view := b.boarded, b.view
	return func() tea.Msg {
		items, err := rows.lines(a.ctx, a.cfg.Library, view, from, to)
		return boardLoaded{b, rows.hits, from, items, err}
	}
}

// arrive puts the rows into the list; nothing that shows moves, unless to where
// it was to go.
func (msg boardLoaded) arrive(a *App) tea.Cmd {
	b := msg.of
	if a.board != b || len(b.hits) == 0 || len(msg.hits) != len(b.hits) || &msg.hits[0] != &b.hits[0] {
		return nil // of rows that are gone
	}
	b.loading = false
	if msg.err != nil {
		return func() tea.Msg { return failed("could not read the records near the cursor", msg.err) }
	}
	b.show(msg.first, msg.items)
	return a.loadBoard()
}

// show exchanges the items of the list. Of the same rows none moves on the
// screen; of others, the one under the cursor stays in its place.
func (b *board) show(first int, items []item) {
	at, top, row := b.first+b.cursor, b.first+b.top, b.cursor-b.top
	if b.want >= first && b.want < first+len(items) {
		at, b.want = b.want, -1
	}
	if b.old {
		top = at - row
	}
	b.measured, b.tall = measured{content: madeOf(items), axis: b.axis}, tallness{}
	b.first, b.old, b.count = first, false, b.counts()
	b.leadWidth, b.rightWidth = b.lead, b.right
	if b.heads.glyph = ""; len(items) > 0 && items[0].glyph != "" {
		b.heads.glyph = " " // over the signs
	}
	if b.lead > 0 {
		b.leadWidth = widest(b.lead, b.heads.lead)
	}
	b.cursor, b.top = min(max(at-first, 0), max(len(items)-1, 0)), top-first
}
