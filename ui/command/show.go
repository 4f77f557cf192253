package command

import (
	"strings"

	"github.com/spf13/cobra"

	"dossier/briefings"
)

func (s *session) showCommand() *cobra.Command {
	var chosen []string
	var number int
	var asJSON bool
	c := &cobra.Command{
		Use:   "show BRIEFING[#HANDLE]",
		Short: "Print a briefing, some panes of it, or a record",
		Long: `Show prints a briefing as linear text: the document, then what was found and
noted. A briefing is named by its slug, its id, or the beginning of either; a record
by its handle behind that.`,
		Example: "  dossier show 2025-12 --pane timeline,limits\n  dossier show 2025-12#q-site",
		Args:    words(1, 1, "one briefing or record; \"dossier list\" shows the names of briefings"),
		RunE: func(c *cobra.Command, args []string) error {
			selected, err := selectPanes(c, chosen)
			if err != nil {
				return err
			}
			ref, handle, record := strings.Cut(args[0], "#")
			lib, b, err := s.one(c.Context(), ref)
			if err != nil {
				return err
			}
			if record {
				r := b.Record(briefings.Handle(handle))
				if r == nil {
					return noRecord(b, handle)
				}
				s.learn(c.Context(), lib, r)
				return s.show(b, asJSON, r)
			}
			rev, err := lib.Revision(c.Context(), b.ID, number)
			if err != nil {
				return err
			}
			if asJSON {
				return printJSON(s.out, shown(b, rev, selected, len(chosen) == 0))
			}
			s.learn(c.Context(), lib, b.Records()...)
			s.printBriefing(b, rev, selected)
			return nil
		},
	}
	c.Flags().StringSliceVar(&chosen, "pane", nil, "only these panes: "+strings.Join(paneNames(), ", "))
	c.Flags().IntVar(&number, "revision", 0, "the text of an earlier revision, by `number`")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// selectPanes returns the panes that were asked for, all if none was.
func selectPanes(c *cobra.Command, names []string) ([]pane, error) {
	if len(names) == 0 {
		return panes, nil
	}
	var out []pane
	for _, name := range names {
		p, ok := paneNamed(name)
		if !ok {
			return nil, usage(c, "there is no pane %q; there are %s", name, strings.Join(paneNames(), ", "))
		}
		out = append(out, p)
	}
	return out, nil
}

// printBriefing prints panes of a briefing as linear text.
func (s *session) printBriefing(b *briefings.Briefing, rev *briefings.Revision, selected []pane) {
	s.printTitle(b)
	for _, p := range selected {
		if p.name == "text" {
			s.out.line()
		}
		s.printPane(p, b, rev)
	}
}

// shown is what show --json prints: the whole briefing as inspect does, or the
// lists of single panes under their names in it.
func shown(b *briefings.Briefing, rev *briefings.Revision, selected []pane, whole bool) any {
	if whole {
		return &inspection{jsonVersion, *b, rev.Text()}
	}
	out := map[string]any{"version": jsonVersion, "id": b.ID, "slug": b.Slug}
	for _, p := range selected {
		switch p.name {
		case "text":
			out["text"] = rev.Text()
		case "outline":
			out["sections"] = &b.Sections
		default:
			rows := rowsOf(summaryOf(b), live(b, p.kind))
			out[p.list()] = &rows
		}
	}
	return &out
}

// summaryOf is what rows tell of the briefing that they stand in.
func summaryOf(b *briefings.Briefing) briefings.Summary {
	return briefings.Summary{ID: b.ID, Slug: b.Slug, Title: b.Title, Date: b.Date}
}
