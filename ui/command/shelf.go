package command

import (
	"context"

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
