package command

import (
	"fmt"

	"github.com/spf13/cobra"
)

func (s *session) removeCommand() *cobra.Command {
	var yes bool
	c := &cobra.Command{
		Use:   "remove BRIEFING",
		Short: "Delete a briefing for good, with all that was noted on it",
		Long: `Remove deletes a briefing with every revision, record, note and its history. It is
the one command that takes something away; "dossier export" or "dossier backup"
keeps a copy first. What was judged of actors by name ("dossier actors judgements")
is the library's and stays. The built-in sample, once removed, does not come back.`,
		Example: "  dossier remove 2025-12-08-turkish-drone-line",
		Args:    words(1, 1, "one briefing"),
		RunE: func(c *cobra.Command, args []string) error {
			lib, b, err := s.one(c.Context(), args[0])
			if err != nil {
				return err
			}
			notes := count(len(b.Annotations), "note")
			if err := s.confirm(yes, fmt.Sprintf("%q and its %s will be deleted.", b.Title, notes)); err != nil {
				return err
			}
			if err := purge(c.Context(), lib, b.ID); err != nil {
				return err
			}
			s.out.line(plain("removed "), span{b.Slug, accent})
			return nil
		},
	}
	c.Flags().BoolVar(&yes, "yes", false, "do not ask")
	return c
}
