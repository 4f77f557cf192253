package command

import (
	"strings"

	"github.com/spf13/cobra"

	"dossier/briefings"
)

var transfers = []string{"withheld", "possible", "agreed", "delivered", "unknown"}

func (s *session) limitsCommand() *cobra.Command {
	var transfer []string
	var stated bool
	c := s.boardCommand(&board{
		pane:  "limits",
		short: "List what is held back, and what may pass",
		long: `Limits prints the ledger of technology transfer: what a deal will not, or only
conditionally, pass on, each line with its sentence.`,
		example: "  dossier limits --transfer withheld",
		keep: func(r briefings.Record) bool {
			l := r.(*briefings.Limit)
			if stated && (l.Modality == briefings.ExpectedModality || l.Modality == briefings.PossibleModality) {
				return false
			}
			return len(transfer) == 0 || oneOf(string(l.Transfer), transfer...)
		},
	})
	c.Flags().StringSliceVar(&transfer, "transfer", nil, "only these: "+strings.Join(transfers, ", "))
	c.Flags().BoolVar(&stated, "stated", false, "leave out what is only expected or possible")
	c.PreRunE = func(c *cobra.Command, _ []string) error { return checkWords(c, "transfer", transfer, transfers) }
	return c
}
