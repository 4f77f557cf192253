package command

import (
	"github.com/spf13/cobra"

	"dossier/store"
)

func (s *session) checkCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "check",
		Short: "Prove that the library is whole",
		Long: `Check reads the whole library: every record decodes, every anchor names a section
that there is, and what is derived is what it would be if derived again.`,
		Example: "  dossier check",
		Args:    words(0, 0, "no words"),
		RunE: func(c *cobra.Command, _ []string) error {
			lib, err := s.opened()
			if err != nil {
				return err
			}
			problems, err := lib.Check(c.Context())
			if err != nil {
				return err
			}
			n, err := lib.Count(c.Context())
			if err != nil {
				return err
			}
			return s.printProblems(problems, n, asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// problem is how check --json prints one.
type problem struct {
	Briefing string `json:"briefing"`
	Where    string `json:"where"`
	What     string `json:"what"`
}

func (s *session) printProblems(problems []store.Problem, n int, asJSON bool) error {
	if asJSON {
		out := struct {
			Version   int       `json:"version"`
			Briefings int       `json:"briefings"`
			Problems  []problem `json:"problems"`
		}{Version: jsonVersion, Briefings: n}
		for _, p := range problems {
			out.Problems = append(out.Problems, problem(p))
		}
		if err := printJSON(s.out, &out); err != nil {
			return err
		}
	} else {
		for _, p := range problems {
			s.out.line(span{p.Briefing + " " + p.Where, accent}, plain("  "+p.What))
		}
		if len(problems) == 0 {
			s.out.line(plain(count(n, "briefing") + ", all whole"))
		}
	}
	if len(problems) > 0 {
		s.warn("%s found; \"dossier restore\" puts a backup in the library's place", count(len(problems), "problem"))
		return &failure{status: failed}
	}
	return nil
}
