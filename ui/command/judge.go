package command

import (
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"dossier/briefings"
)

// judged links or dismisses evidence that was offered for a question, by its
// number in the question.
func (s *session) judged(c *cobra.Command, r briefings.Record, words []string) ([]briefings.Record, error) {
	q, ok := r.(*briefings.Question)
	if !ok {
		return nil, fmt.Errorf("%s is no question; only questions have evidence", r.Common().Handle)
	}
	if len(words) < 2 || len(words) > 3 {
		return nil, usage(c, "%s needs the number of the evidence, as the question shows it", words[0])
	}
	n, err := strconv.Atoi(words[1])
	if err != nil || n < 1 || n > len(q.Evidence) {
		return nil, notFound("%s has no evidence %s; it has %d", q.Handle, words[1], len(q.Evidence))
	}
	by, at := s.analyst(), s.now().UTC()
	if words[0] == "dismiss" {
		return []briefings.Record{q}, q.Dismiss(n-1, by, at)
	}
	bearing := q.Evidence[n-1].Bearing
	if len(words) == 3 {
		bearing = briefings.Bearing(words[2])
	}
	if err := q.Link(n-1, bearing, by, at); err != nil {
		return nil, usage(c, "%v", err)
	}
	return []briefings.Record{q}, nil
}

// asked raises the question whether an event came about.
func (s *session) asked(b *briefings.Briefing, r briefings.Record) ([]briefings.Record, error) {
	e, ok := r.(*briefings.Event)
	if !ok {
		return nil, fmt.Errorf("%s is no event; \"dossier annotate --ask\" raises a question on a passage", r.Common().Handle)
	}
	now := s.now().UTC()
	q := briefings.RaisedIn(b.ID, b.Questions).Expectation(b.ID, e, now.Format(time.DateOnly))
	if q == nil {
		return nil, fmt.Errorf("%s is not overdue, or was asked about already", e.Handle)
	}
	briefings.Approve(q, s.analyst(), now)
	return []briefings.Record{q}, nil
}
