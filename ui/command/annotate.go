package command

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"dossier/briefings"
)

// annotating holds the flags of annotate.
type annotating struct {
	quote, text, ask, record, question string
	answer, likelihood, confidence     string
	evidence, bearing                  string
	motivation, priority, why, due     string
	review, done                       string
	tags                               []string
	nth                                int
}

func (s *session) annotateCommand() *cobra.Command {
	var a annotating
	var asJSON bool
	c := &cobra.Command{
		Use:   "annotate BRIEFING",
		Short: "Note, highlight, ask or answer",
		Long: `Annotate writes into a briefing what you think of it:

  --quote "…" --text "…"      a note on a passage (without --text: a highlight)
  --text "…"                  a note on the whole briefing
  --record HANDLE --text "…"  a comment on a record
  --quote "…" --ask "…?"      an open question on a passage
  --question HANDLE --answer "…" --confidence low|moderate|high [--likelihood TERM]
  --question HANDLE --evidence BRIEFING[#HANDLE] [--quote "…"] [--bearing supports]

A text of "-" is read from standard input. When the command returns, it is on disk.`,
		Example: "  dossier annotate 2025-12 --quote 'site selection' --ask 'Which site will host the line?' --due 2026-03-31",
		Args:    words(1, 1, "one briefing"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := s.fromStandardInput(&a.text, &a.ask, &a.answer); err != nil {
				return err
			}
			if err := a.check(c); err != nil {
				return err
			}
			lib, b, err := s.one(c.Context(), args[0])
			if err != nil {
				return err
			}
			w := &annotator{session: s, ctx: c.Context(), lib: lib, b: b, annotating: &a}
			record, err := w.record()
			if err != nil {
				return err
			}
			return s.put(c.Context(), lib, b, asJSON, record)
		},
	}
	a.flags(c)
	c.Flags().BoolVar(&asJSON, "json", false, "print what was written as JSON")
	return c
}

func (a *annotating) flags(c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&a.quote, "quote", "", "the `words` of the passage")
	f.IntVar(&a.nth, "nth", 0, "which place, where the quote stands in several (from 1)")
	f.StringVar(&a.text, "text", "", "the note, as Markdown")
	f.StringVar(&a.ask, "ask", "", "a `question` to raise")
	f.StringVar(&a.record, "record", "", "the `handle` of the record that the note is about")
	f.StringVar(&a.question, "question", "", "the `handle` of the question to answer")
	f.StringVar(&a.answer, "answer", "", "the `answer` to --question")
	f.StringVar(&a.likelihood, "likelihood", "", "how likely the answer is, in a `term` of the briefing's scale (ICD 203)")
	f.StringVar(&a.confidence, "confidence", "", "how sure you are of it: low, moderate or high")
	f.StringVar(&a.evidence, "evidence", "", "evidence for --question: a `briefing`, or one of its records (slug#handle)")
	f.StringVar(&a.bearing, "bearing", "supports", "what the evidence does: supports, contradicts or context")
	f.StringVar(&a.motivation, "motivation", "", "commenting, questioning or assessing")
	f.StringVar(&a.priority, "priority", "medium", "of a question raised: high, medium or low")
	f.StringVar(&a.why, "why", "", "the decision that the question serves")
	f.StringVar(&a.done, "answered-when", "", "what would count as an answer")
	f.StringVar(&a.due, "due", "", "the `day` after which an answer is worthless")
	f.StringVar(&a.review, "review", "", "the `day` to look again")
	f.StringSliceVar(&a.tags, "tag", nil, "tags of the note or question")
}

// check finds what does not go together before anything is read.
func (a *annotating) check(c *cobra.Command) error {
	switch {
	case a.question == "" && a.answer+a.evidence+a.likelihood+a.confidence != "":
		return usage(c, "--answer, --likelihood, --confidence and --evidence need the --question they belong to")
	case a.question != "" && a.answer+a.evidence == "":
		return usage(c, "--question needs an --answer or --evidence")
	case a.answer != "" && !briefings.IsConfidence(a.confidence):
		return usage(c, "an answer needs --confidence low, moderate or high")
	case !oneOf(a.bearing, "supports", "contradicts", "context"):
		return usage(c, "--bearing is supports, contradicts or context, not %q", a.bearing)
	case !oneOf(a.motivation, "", "commenting", "questioning", "assessing"):
		return usage(c, "--motivation is commenting, questioning or assessing, not %q", a.motivation)
	case a.ask != "" && a.text+a.record+a.question != "":
		return usage(c, "--ask raises a question of its own; it goes with --quote only")
	case a.question == "" && a.quote+a.text+a.ask == "":
		return usage(c, "there is nothing to write; give --text, --quote, --ask or --answer")
	case a.record != "" && a.text == "":
		return usage(c, "--record needs the --text of the comment")
	}
	return nil
}

// fromStandardInput replaces a "-" by what standard input holds.
func (s *session) fromStandardInput(texts ...*string) error {
	for _, text := range texts {
		if *text != "-" {
			continue
		}
		data, err := io.ReadAll(io.LimitReader(s.in, 1<<20))
		if err != nil {
			return fmt.Errorf("standard input could not be read: %w", err)
		}
		*text = strings.TrimSpace(string(data))
		if *text == "" {
			return fmt.Errorf("standard input is empty; nothing was written")
		}
	}
	return nil
}
