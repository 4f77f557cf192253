package command

import (
	"github.com/spf13/cobra"
)

func (s *session) openCommand() *cobra.Command {
	var t told
	c := &cobra.Command{
		Use:   "dossier [FILE|-|BRIEFING]",
		Short: "A terminal reader for briefings",
		Long: `Dossier finds the structure of an article or a report (sections, timeline, actors,
limits of technology transfer, open questions, references), keeps it in a library,
and gives your notes back as Markdown. It works offline.

Without a word it opens the library; with a file, it takes the document in and
opens it. Where the output is no terminal it prints linear text instead.`,
		Example: "  dossier article.txt\n  pbpaste | dossier -",
		Args:    words(0, 1, "one file or briefing"),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return c.Help()
			}
			doc, err := s.read(args[0], &t)
			if err != nil {
				return err
			}
			b := structure(&doc)
			s.printTitle(&b)
			for _, p := range panes {
				s.printPane(p, &b, &doc.Revision)
			}
			return nil
		},
	}
	t.flags(c)
	return c
}
