package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/briefings/intake"
	"dossier/store"
)

func (s *session) revertCommand() *cobra.Command {
	var number int
	var dryRun, asJSON bool
	c := &cobra.Command{
		Use:   "revert BRIEFING",
		Short: "Make an earlier text of a briefing the current one again",
		Long: `Revert brings an earlier revision of a briefing back, where a text came in that
should not have: the one before the current one, or the one of --revision. Its text
becomes the next revision, so that both stay; notes, answers and what was found go to
their passages in it as with any new text, and what the text in between had taken out
of sight comes back.`,
		Example: "  dossier revert 2025-12\n  dossier revert 2025-12 --revision 1 --dry-run",
		Args:    words(1, 1, "one briefing"),
		RunE: func(c *cobra.Command, args []string) error {
			lib, id, err := s.named(c.Context(), args[0])
			if err != nil {
				return err
			}
			in := &intakeRun{session: s, lib: lib, dryRun: dryRun}
			o, err := in.revert(c.Context(), id, number)
			if err != nil {
				return err
			}
			in.outcomes = []outcome{o}
			return in.report(asJSON)
		},
	}
	c.Flags().IntVar(&number, "revision", 0, "the `number` of the revision to bring back, as \"dossier history\" tells it")
	c.Flags().BoolVar(&dryRun, "dry-run", false, "only say what would happen")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// revert makes the text of an earlier revision the next one; number 0 is the one
// before the current one.
func (in *intakeRun) revert(ctx context.Context, id string, number int) (outcome, error) {
	o, err := in.known(ctx, outcome{}, id, "revised", nil)
	if err != nil {
		return o, err
	}
	o.Name = o.Slug
	switch {
	case number == 0 && o.Revision == 1:
		return o, fmt.Errorf("%s has had one text only; there is none to go back to", o.Slug)
	case number == 0:
		number = o.Revision - 1
	case number == o.Revision:
		return o, fmt.Errorf("revision %d of %s is the current one already", number, o.Slug)
	case number < 1 || number > o.Revision:
		return o, fmt.Errorf("%s has no revision %d; its revisions are 1 to %d", o.Slug, number, o.Revision)
	}
	return in.again(ctx, o, number)
}

// again makes a text that a briefing had its next revision. It is read as it was
// stored, and only its title and date from its bytes, as they may have been told by
// what is no part of the text.
func (in *intakeRun) again(ctx context.Context, o outcome, number int) (outcome, error) {
	rev, err := in.lib.Revision(ctx, o.ID, number)
	var none *store.NotFoundError
	if errors.As(err, &none) {
		return o, fmt.Errorf("revision %d of %s is not here: the briefing came from somebody else, and with it only the later ones", number, o.Slug)
	}
	if err != nil {
		return o, err
	}
	if rev.Raw, err = in.lib.Raw(ctx, o.ID, number); err != nil {
		return o, err
	}
	held, err := in.lib.Meta(ctx, o.ID)
	if err != nil {
		return o, err
	}
	meta := unread(held)
	read, err := in.read(bytes.Clone(rev.Raw), rev.Source, &told{max: byteSize(max(intake.DefaultMax, len(rev.Raw)))})
	if err == nil && read.doc.Revision.TextHash == rev.TextHash {
		meta = read.doc.Meta
	}
	rev.Imported = in.now().UTC()
	o.Outcome = "revised"
	return in.nextText(ctx, o, o.ID, rev, extract.All(rev, meta), func(ctx context.Context, id string) (*briefings.Briefing, error) {
		return in.lib.Before(ctx, id, number)
	})
}
