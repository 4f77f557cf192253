package command

import (
	"github.com/spf13/cobra"

	"dossier/briefings"
)

func (s *session) referencesCommand() *cobra.Command {
	var ungraded bool
	c := s.boardCommand(&board{
		pane:  "references",
		short: "List the works that are cited, with their grades",
		long: `References lists the works that briefings list or cite. The field names of --json
are those of CSL; the handle is the cite key.`,
		example: "  dossier references 2025-12 --ungraded",
		keep: func(r briefings.Record) bool {
			return !ungraded || r.(*briefings.Reference).Grade.String() == ""
		},
	})
	c.Flags().BoolVar(&ungraded, "ungraded", false, "only those without an Admiralty grade")
	return c
}
