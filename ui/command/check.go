package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"dossier/briefings/markdown"
	"dossier/store"
)

func (s *session) checkCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "check [FILE.md]",
		Short: "Prove that the library, or a file of briefing Markdown, is whole",
		Long: `Check reads the whole library: every record decodes, every anchor names a section
that there is, and what is derived is what it would be if derived again.

With a file it reads briefing Markdown and says line by line what does not fit.`,
		Example: "  dossier check\n  dossier check exported.md",
		Args:    words(0, 1, "one file"),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return s.checkFile(args[0], asJSON)
			}
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

// problem is how check --json prints one in the library.
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
		return fmt.Errorf("%s found; \"dossier restore\" puts a backup in the library's place", count(len(problems), "problem"))
	}
	return nil
}

// lint is how check --json prints one in a file.
type lint struct {
	Line  int    `json:"line"`
	Error bool   `json:"error"` // otherwise a warning
	What  string `json:"what"`
}

func (s *session) checkFile(name string, asJSON bool) error {
	data, err := s.bytesOf(name, 1<<30)
	if err != nil {
		return err
	}
	_, lints, err := markdown.Parse(data)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	faults := 0
	out := struct {
		Version int    `json:"version"`
		Lints   []lint `json:"lints"`
	}{Version: jsonVersion}
	for _, l := range lints {
		if l.Fault {
			faults++
		}
		out.Lints = append(out.Lints, lint{l.Line, l.Fault, l.Message})
		if !asJSON {
			s.out.line(span{fmt.Sprintf("%s:", name), accent}, plain(l.String()))
		}
	}
	switch {
	case asJSON:
		if err := printJSON(s.out, &out); err != nil {
			return err
		}
	case len(lints) == 0:
		s.out.line(plain(name + ": nothing odd"))
	}
	if faults > 0 {
		return fmt.Errorf("%s has %s; mend the lines named", name, count(faults, "error"))
	}
	return nil
}
