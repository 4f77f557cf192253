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
