package command

import (
	"context"
	"errors"

	"dossier/briefings"
	"dossier/store"
)

// shelf is the library as the reader needs it.
type shelf struct{ *store.Library }

// List returns every briefing, the last changed first.
func (l shelf) List(ctx context.Context) ([]briefings.Summary, error) {
	return l.Library.List(ctx, store.Query{})
}

// Revision returns the current text of a briefing.
func (l shelf) Revision(ctx context.Context, id string) (*briefings.Revision, error) {
	return l.Library.Revision(ctx, id, 0)
}

// Undo takes the last change back; nil if there is none.
func (l shelf) Undo(ctx context.Context, id string) (*briefings.Change, error) {
	return orNothing(l.Library.Undo(ctx, id))
}

// Redo makes the last undone change again; nil if there is none.
func (l shelf) Redo(ctx context.Context, id string) (*briefings.Change, error) {
	return orNothing(l.Library.Redo(ctx, id))
}

func orNothing(c *briefings.Change, err error) (*briefings.Change, error) {
	if errors.Is(err, store.ErrNothing) {
		return nil, nil
	}
	return c, err
}

// Watch tells the ids of briefings that changed; nil for changes that may touch
// any.
func (l shelf) Watch(ctx context.Context) (<-chan []string, error) {
	notices, err := l.Library.Watch(ctx)
	if err != nil {
		return nil, err
	}
	ids := make(chan []string)
	go func() {
		defer close(ids)
		for notice := range notices {
			changed := notice.Briefings
			if notice.All {
				changed = nil
			}
			select {
			case ids <- changed:
			case <-ctx.Done():
				return
			}
		}
	}()
	return ids, nil
}
