package command

import (
	"cmp"
	"strings"

	"github.com/spf13/cobra"

	"dossier/briefings"
)

// questionStatuses are the words that --status takes.
var questionStatuses = briefings.QuestionStatuses()

func (s *session) questionsCommand() *cobra.Command {
	var status []string
	var all, due bool
	c := s.boardCommand(&board{
		pane:  "questions",
		short: "List open questions, of one briefing or of all",
		long: `Questions lists what matters and is not known, the soonest due first. Closed
questions (answered, unanswerable, withdrawn) are left out unless you ask for them.`,
		example: "  dossier questions --status open,working --json | jq -r '.questions[].text'",
		keep: func(r briefings.Record) bool {
			q := r.(*briefings.Question)
			switch {
			case due && q.Due == "":
				return false
			case len(status) > 0:
				return oneOf(string(q.Status), status...)
			}
			return all || !q.Status.Closed()
		},
		order: func(a, b row) int { return byDue(a.Record.(*briefings.Question), b.Record.(*briefings.Question)) },
	})
	c.Flags().StringSliceVar(&status, "status", nil, "only these: "+strings.Join(questionStatuses, ", "))
	c.Flags().BoolVar(&all, "all", false, "closed ones too")
	c.Flags().BoolVar(&due, "due", false, "only those with a due date")
	c.PreRunE = func(c *cobra.Command, _ []string) error { return checkWords(c, "status", status, questionStatuses) }
	return c
}

// byDue puts the soonest due first and those without a due date last.
func byDue(a, b *briefings.Question) int {
	if (a.Due == "") != (b.Due == "") {
		return cmp.Compare(b.Due, a.Due)
	}
	return cmp.Compare(a.Due, b.Due)
}

// checkWords says which words of a list flag are none of its values.
func checkWords(c *cobra.Command, flag string, given, known []string) error {
	for _, word := range given {
		if !oneOf(word, known...) {
			return usage(c, "--%s is one of %s, not %q", flag, strings.Join(known, ", "), word)
		}
	}
	return nil
}
