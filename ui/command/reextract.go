package command

import (
	"bytes"
	"context"
	"encoding/json"

	"github.com/spf13/cobra"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/briefings/revise"
)

func (s *session) reextractCommand() *cobra.Command {
	var all, dryRun, asJSON bool
	c := &cobra.Command{
		Use:   "reextract BRIEFING...|--all",
		Short: "Read stored texts anew, as this version of dossier does",
		Long: `Reextract finds sections, timeline, actors, limits, questions and references of
stored texts anew, and merges them as the import of a changed text does: what you
wrote, corrected, accepted or rejected stays as it is, and what is not found any more
is kept out of sight. The text stays the same revision. --dry-run says what would
change; "dossier undo" takes it back, briefing by briefing.`,
		Example: "  dossier reextract --all --dry-run",
		Args:    words(0, -1, "briefings"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := allOrNamed(c, all, args); err != nil {
				return err
			}
			lib, err := s.opened()
			if err != nil {
				return err
			}
			ids, err := chosen(c.Context(), lib, args)
			if err != nil {
				return err
			}
			in := &intakeRun{session: s, lib: lib, dryRun: dryRun, keepAll: asJSON || len(ids) <= listedMost}
			if err := in.rereadAll(c.Context(), ids); err != nil {
				return err
			}
			return in.report(asJSON)
		},
	}
	c.Flags().BoolVar(&all, "all", false, "every briefing of the library")
	c.Flags().BoolVar(&dryRun, "dry-run", false, "only say what would change")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// rereadAll reads the texts of briefings anew. One that fails does not stop the
// others.
func (in *intakeRun) rereadAll(ctx context.Context, ids []string) error {
	in.totals = map[string]int{}
	in.bar = in.newProgress(len(ids), nil)
	defer in.bar.done()
	for _, id := range ids {
		if err := ctx.Err(); err != nil {
			return in.stopped(ctx, err)
		}
		o, err := in.reread(ctx, id)
		in.settle(o, err)
	}
	return nil
}

// reread reads the text of a briefing anew and merges what is found.
func (in *intakeRun) reread(ctx context.Context, id string) (o outcome, err error) {
	if o, err = in.known(ctx, o, id, "unchanged", nil); err != nil {
		return o, err
	}
	o.Name = o.Slug
	defer spare(o.Slug, &err)
	err = merging(func() error {
		old, err := in.lib.Recorded(ctx, id)
		if err != nil {
			return err
		}
		rev, err := in.lib.Revision(ctx, id, old.Revision)
		if err != nil {
			return err
		}
		fresh := extract.Again(rev, unread(old.Meta), old.Events)
		merged, report := revise.Revise(old, rev, rev, &fresh)
		o.Found, o.Changes = tallyOf(&merged), report.Lines()
		if before, now := old.Date, merged.Date; before != now {
			o.Changes = append([]string{"date: " + orElse(before, "none") + " → " + orElse(now, "none")}, o.Changes...)
		}
		same, err := saysTheSame(old, &merged)
		if err != nil {
			return err
		}
		if same {
			o.Outcome, o.Changes = "unchanged", nil
			return nil
		}
		if o.Outcome = "reextracted"; in.dryRun {
			return nil
		}
		return in.lib.Reread(ctx, id, merged)
	})
	return o, err
}

// saysTheSame compares two states of a briefing to the last field.
func saysTheSame(x, y *briefings.Briefing) (bool, error) {
	var said [2][]byte
	for i, b := range []*briefings.Briefing{x, y} {
		var err error
		if said[i], err = json.Marshal([]any{b.Meta, b.Sections, b.Records()}); err != nil {
			return false, err
		}
	}
	return bytes.Equal(said[0], said[1]), nil
}

// unread is what is known of a briefing before its text is read: without the
// dates that the text told.
func unread(m briefings.Meta) briefings.Meta {
	if told := m.Reference.Rule; told == briefings.DatedByAnalyst || told == briefings.DatedByMatter {
		return m
	}
	if m.Date == m.Reference.Date {
		m.Date = ""
	}
	m.Reference = briefings.Dating{}
	return m
}
