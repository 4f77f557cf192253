package reader

import (
	"context"
	"maps"
	"slices"

	"dossier/briefings"
)

// readQuestions puts the review queue first, then what is open, then proposals,
// then what is closed. What was foreseen for a day that has passed comes behind
// the queue once the questions show: it is looked for in all events.
func (r *boardReader) readQuestions(ctx context.Context) error {
	var groups [3][]boardRow
	var asked []briefings.Asked // those of people; proposals are many, and wait in no queue
	rows := map[*briefings.Question]boardRow{}
	err := r.each(ctx, func(s briefings.Summary, record briefings.Record) {
		q := record.(*briefings.Question)
		row := r.row(s, q)
		if q.Proposed {
			groups[questionGroup(q)] = append(groups[questionGroup(q)], row)
			return
		}
		asked = append(asked, briefings.Asked{Briefing: s.ID, Question: q})
		rows[q] = row
	})
	if err != nil {
		return err
	}
	r.to.why = map[int32]briefings.Due{}
	briefings.Weigh(asked, func(id string) *briefings.Briefing {
		b, err := r.lib.Briefing(ctx, id)
		if err != nil {
			return nil // it is gone
		}
		return b
	})
	for _, due := range briefings.ReviewQueue(asked, r.view.today) {
		r.to.all = append(r.to.all, r.because(rows[due.Question], due.Reasons[0]))
		delete(rows, due.Question)
	}
	for _, a := range asked {
		if row, left := rows[a.Question]; left {
			groups[questionGroup(a.Question)] = append(groups[questionGroup(a.Question)], row)
		}
	}
	queue := r.to.all
	r.to.all = slices.Concat(queue, groups[0], groups[1], groups[2])
	r.rest = func(ctx context.Context) error {
		r.to.why = maps.Clone(r.to.why) // the other one is on the screen
		overdue, err := r.readExpectations(ctx)
		r.to.all = slices.Concat(queue, overdue, groups[0], groups[1], groups[2])
		return err
	}
	return nil
}

// because says why a row needs a look.
func (r *boardReader) because(row boardRow, why briefings.Due) boardRow {
	r.to.why[row.handle] = why
	r.to.widen(flagWords(why))
	return row
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

// readExpectations goes through all events of the library for what was foreseen
// for a day that has passed and was not asked about.
func (r *boardReader) readExpectations(ctx context.Context) (rows []boardRow, err error) {
	raised, err := r.lib.Raised(ctx)
	if err != nil {
		return nil, err
	}
	err = r.eachOf(ctx, briefings.KindEvent, func(s briefings.Summary, record briefings.Record) {
		e := record.(*briefings.Event)
		q := raised.Expectation(s.ID, e, r.view.today)
		if q == nil {
			return
		}
		q.Handle = e.Handle
		row := r.because(r.row(s, q), briefings.Due{Flag: briefings.FlagDayPassed, Reason: q.Rule})
		row.raised = true
		rows = append(rows, row)
	})
	return rows, err
}
