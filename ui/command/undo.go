package command

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"dossier/briefings"
	"dossier/store"
)

func (s *session) undoCommand() *cobra.Command {
	var anyone bool
	c := s.stepCommand("undo", "Take back the last change of a briefing",
		`Undo takes back your last change in a briefing that still stands, then the one
before it, however long ago; what came in with one import of a file is one change.
Yours is what is signed with the author of the config file, or --author; with
--all-authors it is the last change of anybody. What somebody changed since stays
as it is, and undo says so and goes on with what was before when it is called again.

A text that came in is no such change: "dossier revert" makes the former one the
current one again. Undo is itself a change: "dossier redo" takes it back, and
"dossier history" shows both.`, func(lib *store.Library, ctx context.Context, id string) (*briefings.Change, error) {
			if anyone {
				return lib.UndoAny(ctx, id)
			}
			return lib.Undo(ctx, id)
		})
	c.Flags().BoolVar(&anyone, "all-authors", false, "the last change of whoever made it, not only yours")
	return c
}

func (s *session) redoCommand() *cobra.Command {
	return s.stepCommand("redo", "Make again what undo took back",
		`Redo makes the change again that the last undo took back.`, (*store.Library).Redo)
}

func (s *session) stepCommand(name, short, long string, step func(*store.Library, context.Context, string) (*briefings.Change, error)) *cobra.Command {
	return &cobra.Command{
		Use:     name + " BRIEFING",
		Short:   short,
		Long:    long,
		Example: "  dossier " + name + " 2025-12",
		Args:    words(1, 1, "one briefing"),
		RunE: func(c *cobra.Command, args []string) error {
			lib, id, err := s.named(c.Context(), args[0])
			if err != nil {
				return err
			}
			change, err := step(lib, c.Context(), id)
			var others *store.NotYoursError
			switch {
			case errors.As(err, &others):
				return notFound("%v", others)
			case errors.Is(err, store.ErrNothing):
				return notFound("there is nothing to %s in this briefing", name)
			}
			if err != nil {
				return err
			}
			s.printChange(change)
			if change.Note != "" && (change.Before != nil || change.After != nil) {
				s.out.line(plain("    " + change.Note))
			}
			return nil
		},
	}
}
