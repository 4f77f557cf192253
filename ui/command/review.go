package command

import (
	"context"

	"github.com/spf13/cobra"

	"dossier/briefings"
	"dossier/store"
)

// reviewed is a line of the review queue as JSON: the question with the
// reasons why it needs a look.
type reviewed struct {
	row
	Reasons []reason `json:"reasons"`
}

type reason struct {
	Flag   briefings.Flag `json:"flag"`
	Reason string         `json:"reason"`
}

func (r reviewed) MarshalJSON() ([]byte, error) {
	reasons, err := marshal(struct {
		Reasons []reason `json:"reasons"`
	}{r.Reasons})
	if err != nil {
		return nil, err
	}
	record, err := r.row.MarshalJSON()
	if err != nil {
		return nil, err
	}
	return append(append(reasons[:len(reasons)-1], ','), record[1:]...), nil
}

func (s *session) reviewCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "review",
		Short: "List what needs a look today, and why",
		Long: `Review lists the questions that are due, to be looked at again, or have new or
weakened evidence, the most pressing first, each with its reasons; then what was
planned or expected for a day that has passed, as a question that could be asked.

  dossier edit BRIEFING#q-site link 1         evidence that was offered is evidence
  dossier edit BRIEFING#q-site dismiss 2      is none, and is not offered again
  dossier edit BRIEFING#q-site review=2026-02-01
  dossier edit BRIEFING#e-talks ask           raises the question whether it came about`,
		Example: "  dossier review",
		Args:    words(0, 0, "no words"),
		RunE: func(c *cobra.Command, _ []string) error {
			lib, err := s.stocked(c.Context())
			if err != nil {
				return err
			}
			r := &review{today: s.now().Format("2006-01-02"), known: map[string]briefings.Summary{}}
			if err := r.read(c.Context(), lib); err != nil {
				return err
			}
			for _, line := range r.queue {
				s.learn(c.Context(), lib, line.Record)
			}
			return s.printReview(r, asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// review collects what needs a look on a day.
type review struct {
	today    string
	known    map[string]briefings.Summary
	queue    []reviewed
	expected []row
}

func (r *review) read(ctx context.Context, lib *store.Library) error {
	var asked []briefings.Asked
	events := map[string][]briefings.Event{}
	questions := map[string][]briefings.Question{}
	var order []string
	err := lib.Each(ctx, briefings.KindQuestion, func(b briefings.Summary, rec briefings.Record) error {
		q := rec.(*briefings.Question)
		r.known[b.ID] = b
		asked = append(asked, briefings.Asked{Briefing: b.ID, Question: q})
		questions[b.ID] = append(questions[b.ID], *q)
		return nil
	})
	if err != nil {
		return err
	}
	err = lib.Each(ctx, briefings.KindEvent, func(b briefings.Summary, rec briefings.Record) error {
		r.known[b.ID] = b
		if events[b.ID] == nil {
			order = append(order, b.ID)
		}
		events[b.ID] = append(events[b.ID], *rec.(*briefings.Event))
		return nil
	})
	if err != nil {
		return err
	}
	if err := weigh(ctx, lib, asked); err != nil {
		return err
	}
	for _, line := range briefings.ReviewQueue(asked, r.today) {
		out := reviewed{row: row{briefing: r.known[line.Briefing], Record: line.Question}}
		for _, d := range line.Reasons {
			out.Reasons = append(out.Reasons, reason{d.Flag, d.Reason})
		}
		r.queue = append(r.queue, out)
	}
	for _, id := range order {
		for _, q := range briefings.Expectations(events[id], questions[id], r.today) {
			r.expected = append(r.expected, row{briefing: r.known[id], Record: &q})
		}
	}
	return nil
}

// weigh finds answers that rest on evidence which no longer carries.
func weigh(ctx context.Context, lib *store.Library, asked []briefings.Asked) error {
	read := map[string]*briefings.Briefing{}
	var failed error
	find := func(id string, h briefings.Handle) briefings.Record {
		if _, done := read[id]; !done {
			b, err := lib.Briefing(ctx, id)
			if err != nil {
				b = nil // removed: its passage is kept with the evidence
				failed = ctx.Err()
			}
			read[id] = b
		}
		if read[id] == nil {
			return nil
		}
		return read[id].Record(h)
	}
	for i := range asked {
		asked[i].WeakBasis = briefings.WeakBasis(asked[i].Question, find)
	}
	return failed
}

func (s *session) printReview(r *review, asJSON bool) error {
	if asJSON {
		err := printJSON(s.out, &struct {
			Version   int        `json:"version"`
			Questions []reviewed `json:"questions"`
			Expected  []row      `json:"expectations"`
		}{jsonVersion, r.queue, r.expected})
		if err != nil {
			return err
		}
	}
	if len(r.queue)+len(r.expected) == 0 {
		return notFound("nothing needs a look today")
	}
	if asJSON {
		return nil
	}
	for _, line := range r.queue {
		for i, why := range line.Reasons {
			tail := ""
			if i == 0 {
				tail = "  " + line.briefing.Slug
			}
			s.out.line(span{why.Reason, warm}, dim(tail))
		}
		s.printRecord(line.Record, nil)
	}
	for _, line := range r.expected {
		q := line.Record.(*briefings.Question)
		s.out.line(span{q.Rule, warm}, dim("  "+line.briefing.Slug))
		s.out.hanging("  ", indent, q.Text, normal)
		s.out.line(plain(indent), span{string(q.From), accent}, dim("  ask it with: dossier edit "+line.briefing.Slug+"#"+string(q.From)+" ask"))
	}
	return nil
}
