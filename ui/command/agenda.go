package command

import (
	"context"

	"github.com/spf13/cobra"

	"dossier/briefings"
	"dossier/store"
)

// reviewed is a line of the agenda as JSON: the question with the
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

func (s *session) agendaCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "agenda",
		Aliases: []string{"review"},
		Short:   "List the questions that need a look today, and why",
		Long: `Agenda lists the questions that are due, to be looked at again, or have new or
weakened evidence, the most pressing first, each with its reasons; then what was
planned or expected for a day that has passed, as a question that could be asked.
What an import found and nobody looked at yet is pane 8 of the reader.

  dossier edit BRIEFING#q-site link 1         evidence that was offered is evidence
  dossier edit BRIEFING#q-site dismiss 2      is none, and is not offered again
  dossier edit BRIEFING#q-site review=2026-02-01
  dossier edit BRIEFING#e-talks ask           raises the question whether it came about`,
		Example: "  dossier agenda",
		Args:    words(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			lib, err := s.stocked(c.Context())
			if err != nil {
				return err
			}
			r := &agenda{today: s.now().Format("2006-01-02"), known: map[string]briefings.Summary{}}
			if err := r.read(c.Context(), lib); err != nil {
				return err
			}
			for _, line := range r.queue {
				s.learn(c.Context(), lib, line.Record)
			}
			return s.printAgenda(r, asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// agenda collects what needs a look on a day.
type agenda struct {
	today    string
	known    map[string]briefings.Summary
	queue    []reviewed
	expected []row
}

func (r *agenda) read(ctx context.Context, lib *store.Library) error {
	var asked []briefings.Asked
	err := lib.Each(ctx, briefings.KindQuestion, func(b briefings.Summary, rec briefings.Record) error {
		r.known[b.ID] = b
		asked = append(asked, briefings.Asked{Briefing: b.ID, Question: rec.(*briefings.Question)})
		return nil
	})
	if err != nil {
		return err
	}
	if err := r.expect(ctx, lib); err != nil {
		return err
	}
	briefings.Weigh(asked, func(id string) *briefings.Briefing {
		b, err := lib.Briefing(ctx, id)
		if err != nil {
			return nil
		}
		return b
	})
	for _, line := range briefings.ReviewQueue(asked, r.today) {
		out := reviewed{row: row{briefing: r.known[line.Briefing], Record: line.Question}}
		for _, d := range line.Reasons {
			out.Reasons = append(out.Reasons, reason{d.Flag, d.Reason})
		}
		r.queue = append(r.queue, out)
	}
	return ctx.Err()
}

// expect asks of what was foreseen for a day that has passed whether it came
// about, unless somebody asked or rejected that before.
func (r *agenda) expect(ctx context.Context, lib *store.Library) error {
	raised, err := lib.Raised(ctx)
	if err != nil {
		return err
	}
	return lib.Each(ctx, briefings.KindEvent, func(b briefings.Summary, rec briefings.Record) error {
		if q := raised.Expectation(b.ID, rec.(*briefings.Event), r.today); q != nil {
			r.expected = append(r.expected, row{briefing: b, Record: q})
		}
		return nil
	})
}

func (s *session) printAgenda(r *agenda, asJSON bool) error {
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
		return notFound("no question needs a look today")
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
