package store

import (
	"context"

	"dossier/briefings"
)

// Records reads records of any briefings, in the order in which they are named;
// nil stands for one that is gone. They are as they were found and edited: what
// was judged of actors does not show in them.
func (l *Library) Records(ctx context.Context, named []briefings.Named) ([]briefings.Record, error) {
	out := make([]briefings.Record, len(named))
	err := l.view(ctx, func(s *snapshot) (err error) {
		for i, n := range named {
			if out[i], err = s.record(n.Briefing, n.Handle.Kind(), n.Handle); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}
