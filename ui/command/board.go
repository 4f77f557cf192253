package command

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"

	"github.com/spf13/cobra"

	"dossier/briefings"
)

// row is a record with the briefing that it stands in. Its JSON is the
// record's, with the briefing's id and slug in front.
type row struct {
	briefing briefings.Summary
	whole    *briefings.Briefing // nil on a board over all briefings
	Record   briefings.Record
}

func (r row) MarshalJSON() ([]byte, error) {
	place, err := marshal(struct {
		Briefing string `json:"briefing"`
		Slug     string `json:"slug"`
	}{r.briefing.ID, r.briefing.Slug})
	if err != nil {
		return nil, err
	}
	record, err := marshal(r.Record)
	if err != nil {
		return nil, err
	}
	return append(append(place[:len(place)-1], ','), record[1:]...), nil
}

func marshal(value any) ([]byte, error) {
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	err := out.Encode(value)
	return bytes.TrimSpace(b.Bytes()), err
}

func rowsOf(b briefings.Summary, records []briefings.Record) []row {
	rows := make([]row, len(records))
	for i, r := range records {
		rows[i] = row{briefing: b, Record: r}
	}
	return rows
}

// board is a command that lists records of one kind, of one briefing or of all.
type board struct {
	pane                 string
	short, long, example string
	keep                 func(briefings.Record) bool
	order                func(a, b row) int
	// print prints the rows of a board over all briefings; nil prints record
	// by record.
	print func(*session, []row)
}

// boardCommand makes the command; the caller adds flags that its keep reads.
func (s *session) boardCommand(b *board) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     b.pane + " [BRIEFING]",
		Short:   b.short,
		Long:    b.long,
		Example: b.example,
		Args:    words(0, 1, "one briefing"),
		RunE: func(c *cobra.Command, args []string) error {
			rows, err := s.boardRows(c.Context(), b, args)
			if err != nil {
				return err
			}
			return s.printBoard(b, rows, len(args) > 0, asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func (s *session) boardRows(ctx context.Context, b *board, args []string) ([]row, error) {
	p, _ := paneNamed(b.pane)
	var rows []row
	if len(args) > 0 {
		_, briefing, err := s.one(ctx, args[0])
		if err != nil {
			return nil, err
		}
		rows = rowsOf(summaryOf(briefing), live(briefing, p.kind))
		for i := range rows {
			rows[i].whole = briefing
		}
	} else {
		lib, err := s.stocked(ctx)
		if err != nil {
			return nil, err
		}
		err = lib.Each(ctx, p.kind, func(in briefings.Summary, r briefings.Record) error {
			rows = append(rows, row{briefing: in, Record: r})
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	rows = slices.DeleteFunc(rows, func(r row) bool { return b.keep != nil && !b.keep(r.Record) })
	if b.order != nil {
		slices.SortStableFunc(rows, b.order)
	}
	for _, r := range rows {
		s.learn(ctx, s.lib, r.Record)
	}
	return rows, nil
}

func (s *session) printBoard(b *board, rows []row, single, asJSON bool) error {
	p, _ := paneNamed(b.pane)
	if asJSON {
		if err := printJSON(s.out, &map[string]any{"version": jsonVersion, p.list(): &rows}); err != nil {
			return err
		}
	}
	if len(rows) == 0 {
		return notFound("there are %s of that sort", p.none)
	}
	switch {
	case asJSON:
	case b.print != nil && !single:
		b.print(s, rows)
	default:
		for i, r := range rows {
			if !single && (i == 0 || rows[i-1].briefing.ID != r.briefing.ID) {
				s.out.line(span{r.briefing.Slug, strong}, dim("  "+r.briefing.Title))
			}
			s.printRecord(r.Record, r.whole)
		}
	}
	return nil
}
