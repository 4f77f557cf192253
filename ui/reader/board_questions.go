package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// questionRows puts the review queue first, then what is open, then proposals,
// then what is closed. read brings a briefing, nil for one that is gone.
func questionRows(rows []boardRow, today string, read func(id string) *briefings.Briefing) []boardRow {
	asked := make([]briefings.Asked, len(rows))
	at := map[*briefings.Question]int{}
	rank := make([]int, len(rows))
	for i := range rows {
		q := rows[i].record.(*briefings.Question)
		asked[i], at[q], rank[i] = briefings.Asked{Briefing: rows[i].briefing, Question: q}, i, len(rows)+questionGroup(q)
	}
	briefings.Weigh(asked, read)
	for i, r := range briefings.ReviewQueue(asked, today) {
		rank[at[r.Question]] = i
		rows[at[r.Question]].why = r.Reasons[0].Reason
	}
	slices.SortStableFunc(rows, func(a, b boardRow) int {
		return rank[at[a.record.(*briefings.Question)]] - rank[at[b.record.(*briefings.Question)]]
	})
	return rows
}

func questionGroup(q *briefings.Question) int {
	switch {
	case q.Status.Closed():
		return 2
	case q.Proposed:
		return 1
	}
	return 0
}

// anyBriefing reads a briefing in a command; nil for one that is gone.
func (a *App) anyBriefing(id string) *briefings.Briefing {
	b, err := a.cfg.Library.Briefing(a.ctx, id)
	if err != nil {
		return nil
	}
	return b
}

// readExpectations adds what was foreseen for a day that has passed to the
// board of questions, once the questions themselves show: it goes through all
// events of the library.
func (a *App) readExpectations() tea.Cmd {
	today, t := a.today(), a.theme
	return func() tea.Msg {
		overdue, err := briefings.OverdueIn(func(do func(briefings.Summary, briefings.Record) error) error {
			return a.cfg.Library.Each(a.ctx, briefings.KindEvent, do)
		}, today)
		if err != nil {
			return failed("could not read what is overdue", err)
		}
		var rows []boardRow
		for _, s := range overdue {
			b := a.anyBriefing(s.ID)
			if b == nil {
				continue
			}
			for _, q := range briefings.Expectations(b.Events, b.Questions, today) {
				rows = append(rows, boardRow{briefing: s.ID, title: b.Title, why: q.Rule, record: &q})
			}
		}
		more := drawBoard(briefings.KindQuestion, rows, t, today)
		return then(func(a *App) tea.Cmd { return a.expect(more) })
	}
}

// expect puts the expectations after the questions that need a look.
func (a *App) expect(more boarded) tea.Cmd {
	if a.board == nil || a.board.kind != briefings.KindQuestion {
		return nil
	}
	after := 0
	for i, r := range a.board.all {
		if r.why != "" {
			after = i + 1
		}
	}
	a.board.insert(after, more)
	a.board.refilter()
	return nil
}
