package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// A board that is left is put away as it is, and shows at once when it is opened
// again: that of hundreds of thousands of records takes seconds of a processor to
// read, in which the next keys are pressed. It is read again only if a record was
// changed since.

// awayRows is how many rows the boards that were put away have in all at most; the
// last one is kept however many it has.
const awayRows = 100_000

// putAway leaves the board.
func (a *App) putAway() {
	b := a.board
	a.board = nil
	if b == nil {
		return
	}
	b.stale = b.stale || b.reading != nil
	b.stop()
	b.loading = false
	if b.all == nil {
		return // nothing of it is read
	}
	a.away = slices.Insert(a.away, 0, b)
	rows := 0
	for i, kept := range a.away {
		if rows += len(kept.all); rows > awayRows && i > 0 {
			a.away = slices.Delete(a.away, i, len(a.away))
			break
		}
	}
}

// takeOut gives back the board that was put away; nil if there is none, or it is of
// other colours or another day.
func (a *App) takeOut(kind briefings.Kind) *board {
	i := slices.IndexFunc(a.away, func(b *board) bool { return b.kind == kind })
	if i < 0 {
		return nil
	}
	b := a.away[i]
	a.away = slices.Delete(a.away, i, i+1)
	if b.view.theme != a.theme || b.view.today != a.today() {
		return nil
	}
	return b
}

// hear notes which briefings were changed, by whomever; nil for any.
func (a *App) hear(ids []string) {
	a.shelf.hear(ids)
	for _, b := range a.away {
		b.hear(ids)
	}
	if a.board != nil {
		a.board.hear(ids)
	}
}

func (b *board) hear(ids []string) {
	b.any = b.any || ids == nil
	for _, id := range ids {
		if !slices.Contains(b.changed, id) { // the one that is read comes once a second
			b.changed = append(b.changed, id)
		}
	}
}

// renewBoard reads the board again if a record changed since. How far a briefing was
// read is no change to it, though the list shows it.
func (a *App) renewBoard() tea.Cmd {
	b := a.board
	known, changed, any := b.known, b.changed, b.any || !b.known.whole
	return func() tea.Msg {
		if !any {
			if now, err := a.cfg.Library.Summaries(a.ctx, changed); err == nil && known.untouched(changed, now) {
				return nil
			}
		}
		return then(func(a *App) tea.Cmd {
			if a.board != b {
				return nil
			}
			b.stale = true
			return a.tendBoard()
		})
	}
}

// untouched says whether the briefings of these ids are as they were listed, but for
// how far they were read; now is what the list says of those that there are.
func (l *listing) untouched(ids []string, now []briefings.Summary) bool {
	modified := make(map[string]briefings.Time, len(now))
	for i := range now {
		modified[now[i].ID] = now[i].Modified
	}
	same := make(map[string]bool, len(now))
	for i := range l.all {
		b := &l.all[i]
		if at, there := modified[b.ID]; there {
			same[b.ID] = at.Equal(b.Modified)
		}
	}
	return !slices.ContainsFunc(ids, func(id string) bool { return !same[id] })
}
