package command

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"dossier/briefings"
	"dossier/store"
)

func (s *session) undoCommand() *cobra.Command {
	return s.stepCommand("undo", "Take back the last change of a briefing",
		`Undo takes back the last change that a person made in a briefing. It is itself a
change: "dossier redo" takes it back, and "dossier history" shows both.`, (*store.Library).Undo)
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
			lib, err := s.opened()
			if err != nil {
				return err
			}
			id, err := find(c.Context(), lib, args[0])
			if err != nil {
				return err
			}
			change, err := step(lib, c.Context(), id)
			if errors.Is(err, store.ErrNothing) {
				return notFound("there is nothing to %s in this briefing", name)
			}
			if err != nil {
				return err
			}
			s.printChange(change)
			return nil
		},
	}
}
