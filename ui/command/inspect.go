package command

import (
	"github.com/spf13/cobra"
	"slices"

	"dossier/briefings"
)

// inspection is a whole briefing as JSON: with its canonical text, so that every
// offset can be checked from outside.
type inspection struct {
	Version int `json:"version"`
	briefings.Briefing
	Text string `json:"text"`
}

// dissection is an inspection with what only inspect prints.
type dissection struct {
	inspection
	Timex []timex `json:"timex"`
}

func (s *session) inspectCommand() *cobra.Command {
	var t told
	var asJSON bool
	c := &cobra.Command{
		Use:   "inspect FILE|-",
		Short: "Show what an import would find, without storing anything",
		Long: `Inspect finds the structure of one document and prints it. Nothing is stored
and no library is opened. With --json it prints one object: the briefing in the
shape of every command, and its canonical text, which all offsets count in
(code points).`,
		Example: "  dossier inspect article.txt --json | jq '.events[] | {when, text}'",
		Args:    words(1, 1, "one file, or - for standard input"),
		RunE: func(c *cobra.Command, args []string) error {
			p, err := s.take(args[0], &t)
			if err != nil {
				return err
			}
			doc, b := &p.doc, &p.briefing
			if asJSON {
				return printJSON(s.out, &dissection{inspection{jsonVersion, *b, doc.Revision.Text()}, timexes(&doc.Revision, b.Meta)})
			}
			s.printFindings(b, slices.Concat(doc.Odd, p.lost))
			return nil
		},
	}
	t.flags(c)
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// printFindings prints what was found in a document, one pane after the other.
func (s *session) printFindings(b *briefings.Briefing, odd []string) {
	s.printTitle(b)
	for _, o := range odd {
		s.out.line(span{"odd: ", warm}, plain(o))
	}
	for _, p := range panes {
		if p.name != "text" {
			s.printPane(p, b, nil)
		}
	}
}
