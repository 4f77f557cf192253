package command

import "github.com/spf13/cobra"

func (s *session) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy the library into a file, while it is in use",
		Long: `Backup writes a whole and consistent copy of the library into a new file. It can
be taken while readers are open.`,
		Example: "  dossier backup ~/backups/dossier-$(date +%F).db",
		Args:    words(1, 1, "the file to write"),
		RunE: func(c *cobra.Command, args []string) error {
			lib, err := s.opened()
			if err != nil {
				return err
			}
			if err := lib.Backup(c.Context(), args[0]); err != nil {
				return err
			}
			s.out.line(plain("the library is copied into "), span{args[0], accent})
			return nil
		},
	}
}
