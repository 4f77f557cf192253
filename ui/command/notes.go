package command

import (
	"cmp"

	"github.com/spf13/cobra"

	"dossier/briefings"
)

func (s *session) notesCommand() *cobra.Command {
	var tags []string
	var orphaned bool
	c := s.boardCommand(&board{
		pane:  "notes",
		short: "List notes and highlights",
		long: `Notes lists what was noted and highlighted, in the order of the text. A note whose
passage is no longer in the text has lost its place, and is listed all the same.`,
		example: "  dossier notes --tag sourcing",
		keep: func(r briefings.Record) bool {
			for _, tag := range tags {
				if !oneOf(tag, r.Common().Tags...) {
					return false
				}
			}
			return !orphaned || len(r.Common().Anchors) > 0 && !r.Common().Anchors[0].Placed()
		},
		order: func(a, b row) int {
			if a.briefing.ID != b.briefing.ID {
				return 0
			}
			return cmp.Compare(firstPlace(a.Record), firstPlace(b.Record))
		},
	})
	c.Flags().StringSliceVar(&tags, "tag", nil, "only those with all of these `tags`")
	c.Flags().BoolVar(&orphaned, "orphaned", false, "only those whose passage is lost or doubtful")
	return c
}

// firstPlace is where in the document a record stands; notes on the whole
// briefing stand before it.
func firstPlace(r briefings.Record) int {
	if anchors := r.Common().Anchors; len(anchors) > 0 {
		return anchors[0].DocStart
	}
	return -1
}
