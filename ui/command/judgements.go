package command

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"dossier/briefings"
	"dossier/store"
)

func (s *session) judgementsCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "judgements",
		Short: "List what was judged of actors, by whom and when",
		Long: `Judgements lists the log of what people judged of actors, the latest last. What
does not hold any more, since it was taken back, is listed too and marked so.`,
		Example: "  dossier actors judgements --json | jq '.judgements[].id'",
		Args:    words(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			lib, err := s.opened()
			if err != nil {
				return err
			}
			log, err := lib.Judgements(c.Context())
			if err != nil {
				return err
			}
			if asJSON {
				return printJSON(s.out, &map[string]any{"version": jsonVersion, "judgements": &log})
			}
			if len(log) == 0 {
				return notFound("nothing was judged of any actor")
			}
			s.printJudgements(log)
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func (s *session) printJudgements(log []briefings.Judgement) {
	standing := briefings.Standing(log)
	for _, j := range log {
		holds := slices.ContainsFunc(standing, func(x briefings.Judgement) bool { return x.ID == j.ID })
		line := []span{dim(j.At.Format("2006-01-02 15:04") + "  " + j.ID + "  "), plain(j.By + "  " + saidOf(log, j))}
		if !holds && j.Op != briefings.Undo && j.Op != briefings.Follow {
			line = append(line, dim("  (taken back)"))
		}
		s.out.line(line...)
	}
}

// saidOf says what an entry says; of one that takes back, what.
func saidOf(log []briefings.Judgement, j briefings.Judgement) string {
	of, holds := briefings.Concerned(log, j)
	switch {
	case j.Op != briefings.Undo:
		return j.String()
	case holds:
		return "holds again: " + of.String()
	}
	return "taken back: " + of.String()
}

func (j *curating) takeBackCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "take-back ID",
		Short: "Take back a judgement in every briefing",
		Long: `Take-back makes a judgement hold no more, in every briefing. It is itself an entry
that can be taken back. The beginning of an id is enough; "dossier actors
judgements" lists them.`,
		Example: "  dossier actors take-back 01M8P1",
		Args:    words(1, 1, "the id of one judgement"),
		RunE: func(c *cobra.Command, args []string) error {
			lib, err := j.opened()
			if err != nil {
				return err
			}
			made, err := lib.TakeBack(c.Context(), args[0])
			var none *store.NotFoundError
			if errors.As(err, &none) {
				return notFound("there is no judgement %q; \"dossier actors judgements\" lists them", args[0])
			}
			if err != nil {
				return err
			}
			log, err := lib.Judgements(c.Context())
			if err != nil {
				return err
			}
			return j.printMade(c.Context(), lib, log, made)
		},
	}
	c.Flags().BoolVar(&j.asJSON, "json", false, "print the entry, and the actors as they are now, as JSON")
	return c
}
