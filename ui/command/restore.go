package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"dossier/store"
)

func (s *session) restoreCommand() *cobra.Command {
	var yes bool
	c := &cobra.Command{
		Use:   "restore FILE",
		Short: "Put a backup in the library's place",
		Long: `Restore replaces the library by a backup, once the backup has passed the same
checks as "dossier check". What the library holds now is replaced: take a backup
of it first if in doubt.`,
		Example: "  dossier restore ~/backups/dossier-2026-01-14.db",
		Args:    words(1, 1, "the backup to put in place"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := store.Restorable(args[0]); err != nil {
				return err
			}
			lib, err := s.opened()
			if err != nil {
				return err
			}
			n, err := lib.Count(c.Context())
			if err == nil && n > 0 {
				if err := s.confirm(yes, fmt.Sprintf("The %s in the library will be replaced.", count(n, "briefing"))); err != nil {
					return err
				}
			}
			if err := lib.Restore(c.Context(), args[0]); err != nil {
				return err
			}
			if n, err = lib.Count(c.Context()); err != nil {
				return err
			}
			s.out.line(plain("the library is restored: " + count(n, "briefing")))
			return nil
		},
	}
	c.Flags().BoolVar(&yes, "yes", false, "do not ask")
	return c
}
