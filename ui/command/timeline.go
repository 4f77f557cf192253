package command

import (
	"strings"

	"github.com/spf13/cobra"

	"dossier/briefings"
	"dossier/briefings/edtf"
	"dossier/briefings/extract"
)

// eventStatuses are the words that --status takes.
var eventStatuses = briefings.FieldWords(briefings.KindEvent, "status")

func (s *session) timelineCommand() *cobra.Command {
	var status []string
	var since, until edtfFlag
	c := s.boardCommand(&board{
		pane:  "timeline",
		short: "List dated events, of one briefing or of all",
		long: `Timeline prints events in the order of their dates, each with its words in the
text. Dates are said as the reader says them: "c. Dec 2025" for what EDTF writes as
2025-12~, "autumn 2026" for 2026-23; --json has them as EDTF.`,
		example: "  dossier timeline --since 2025 --status planned,expected",
		keep: func(r briefings.Record) bool {
			e := r.(*briefings.Event)
			return (len(status) == 0 || oneOf(string(e.Status), status...)) && within(e.When, since.date, until.date)
		},
		order: func(a, b row) int {
			return compareWhen(a.Record.(*briefings.Event).When, b.Record.(*briefings.Event).When)
		},
		print: (*session).printChronicle,
	})
	c.Flags().StringSliceVar(&status, "status", nil, "only these: "+strings.Join(eventStatuses, ", "))
	c.Flags().Var(&since, "since", "nothing that ended before this `date`")
	c.Flags().Var(&until, "until", "nothing that began after this `date`")
	c.PreRunE = func(c *cobra.Command, _ []string) error { return checkWords(c, "status", status, eventStatuses) }
	return c
}

// printChronicle prints the events of all briefings as one timeline.
func (s *session) printChronicle(rows []row) {
	table := make([][]span, len(rows))
	for i, r := range rows {
		e := r.Record.(*briefings.Event)
		table[i] = []span{bold(orElse(shownDate(e.When), "undated")), plain(string(e.Status)),
			{r.briefing.Slug + "#" + string(e.Handle), accent}, plain(s.lineOf(e))}
	}
	s.out.table(table)
}

// shownDate is a date as a person reads it.
func shownDate(date string) string { return edtf.Shown(date, "") }

// lineOf is what the last column of a table says of an event: where a terminal
// cuts it, its gist, elsewhere the whole text.
func (s *session) lineOf(e *briefings.Event) string {
	if s.out.width > 0 {
		return extract.Gist(e)
	}
	return e.Text
}

// within says whether a date may lie between two others; the zero date is no
// bound, and an undated event lies within none.
func within(when string, since, until edtf.Date) bool {
	if since.IsZero() && until.IsZero() {
		return true
	}
	date, err := edtf.Parse(when)
	if err != nil || date.IsZero() {
		return false
	}
	first, last := date.Bounds()
	if !since.IsZero() {
		if from, _ := since.Bounds(); last < from {
			return false
		}
	}
	if !until.IsZero() {
		if _, to := until.Bounds(); first > to {
			return false
		}
	}
	return true
}

// compareWhen orders EDTF strings; what is no date comes last.
func compareWhen(a, b string) int {
	x, errX := edtf.Parse(a)
	y, errY := edtf.Parse(b)
	switch {
	case errX != nil && errY != nil:
		return 0
	case errX != nil:
		return 1
	case errY != nil:
		return -1
	}
	return edtf.Compare(x, y)
}

// edtfFlag is a flag that takes a date.
type edtfFlag struct{ date edtf.Date }

func (f *edtfFlag) Set(text string) error {
	date, err := edtf.Parse(text)
	if err != nil {
		return err
	}
	f.date = date
	return nil
}

func (f *edtfFlag) String() string { return f.date.String() }
func (f *edtfFlag) Type() string   { return "date" }
