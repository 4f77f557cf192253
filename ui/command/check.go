package command

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"dossier/briefings/markdown"
	"dossier/store"
)

func (s *session) checkCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "check [FILE]",
		Short: "Prove that the library, a backup or a file of briefing Markdown is whole",
		Long: `Check reads the whole library: every record decodes, every anchor names a section
that there is, and what is derived is what it would be if derived again.

With a file it does the same for a backup; of briefing Markdown ("dossier export
--profile full") it says line by line what does not fit.`,
		Example: "  dossier check\n  dossier check library.bak\n  dossier check exported.md",
		Args:    words(0, 1, "one file"),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return s.checkFile(c.Context(), args[0], asJSON)
			}
			lib, err := s.opened()
			if err != nil {
				return err
			}
			return s.checkLibrary(c.Context(), lib, asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func (s *session) checkLibrary(ctx context.Context, lib *store.Library, asJSON bool) error {
	problems, err := lib.Check(ctx)
	if err != nil {
		return err
	}
	n, err := lib.Count(ctx)
	if err != nil {
		return err
	}
	return s.printProblems(lib, problems, n, asJSON)
}

// whole says that nothing is broken in so many briefings, and in which file.
func whole(lib *store.Library, n int) string {
	return count(n, "briefing") + ", all whole: " + absolute(lib.Path())
}

// problem is how check --json prints one in the library.
type problem struct {
	Briefing string `json:"briefing"`
	Where    string `json:"where"`
	What     string `json:"what"`
}

func (s *session) printProblems(lib *store.Library, problems []store.Problem, n int, asJSON bool) error {
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
			s.out.line(plain(whole(lib, n)))
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

// checkFile checks a backup, or a file of briefing Markdown.
func (s *session) checkFile(ctx context.Context, name string, asJSON bool) error {
	if store.IsLibrary(name) {
		lib, err := store.Open(name, store.Options{Author: s.analyst(), Now: s.now, Logf: s.warn})
		if err != nil {
			return err
		}
		defer lib.Close()
		return s.checkLibrary(ctx, lib, asJSON)
	}
	data, err := s.bytesOf(name, 1<<30)
	if err != nil {
		return err
	}
	if !markdown.IsBriefing(data) {
		return fmt.Errorf("%s is neither a library nor briefing Markdown, so there is nothing to check; \"dossier backup\" writes the one, \"dossier export --profile full\" the other", name)
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
