package command

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func (s *session) compactCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "compact",
		Short:   "Give back the space that removed briefings took",
		Long:    `Compact rewrites the library's file without the pages that are no longer used.`,
		Example: "  dossier compact",
		Args:    words(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			lib, err := s.opened()
			if err != nil {
				return err
			}
			before := sizeOf(s.path)
			if err := lib.Compact(c.Context()); err != nil {
				return err
			}
			s.out.line(plain(fmt.Sprintf("%s before, %s now", mebibytes(before), mebibytes(sizeOf(s.path)))))
			return nil
		},
	}
}

func sizeOf(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}

func mebibytes(n int64) string { return fmt.Sprintf("%.1f MiB", float64(n)/(1<<20)) }
