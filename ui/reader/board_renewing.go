package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// renewBoard reads the board again if a record changed since: that of hundreds of
// thousands takes seconds of a processor, in which the next keys are pressed. How
// far a briefing was read is no change to it, though the list shows it.
func (a *App) renewBoard() tea.Cmd {
	b, known, changed := a.board, a.shelf.listing, a.shelf.changed
	return func() tea.Msg {
		if now, err := a.cfg.Library.Summaries(a.ctx, changed); err == nil && known.whole && known.untouched(changed, now) {
			return nil
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
	same := map[string]bool{}
	for i := range l.all {
		if b := &l.all[i]; slices.Contains(ids, b.ID) {
			same[b.ID] = slices.ContainsFunc(now, func(n briefings.Summary) bool { return n.ID == b.ID && n.Modified.Equal(b.Modified) })
		}
	}
	return !slices.ContainsFunc(ids, func(id string) bool { return !same[id] })
}
