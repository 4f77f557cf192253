package command

import (
	"context"
	"errors"

	"dossier/briefings"
	"dossier/store"
	"dossier/ui/reader"
)

// shelf is the library as the reader needs it.
type shelf struct {
	*store.Library
	session *session
}

// Put makes or changes records; entries that hang on a corrected date are moved
// along.
func (l shelf) Put(ctx context.Context, id string, records ...briefings.Record) ([]briefings.Record, error) {
	along, _, err := movedAlong(ctx, l.Library, id, records)
	if err != nil {
		return nil, err
	}
	return l.Library.Put(ctx, id, append(records[:len(records):len(records)], along...)...)
}

// Correct changes a field of a briefing itself and says what moved with it.
func (l shelf) Correct(ctx context.Context, id, field, value string) (say string, err error) {
	change, err := l.session.metaFields([2]string{field, value})
	if err != nil {
		return "", err
	}
	return correctMeta(ctx, l.Library, id, change)
}

// List returns at most so many briefings, the last changed first; 0 for all.
func (l shelf) List(ctx context.Context, most int) ([]briefings.Summary, error) {
	return l.Library.List(ctx, store.Query{Limit: most})
}

// Text opens the current text of a briefing, of which only what is looked at
// is read.
func (l shelf) Text(ctx context.Context, id string) (reader.Text, error) {
	body, err := l.OpenRevision(ctx, id, 0)
	if err != nil {
		return nil, err
	}
	return bodyText{body}, nil
}

// bodyText is a text on disk. A part that cannot be read shows as a sentence
// that says so in its place.
type bodyText struct{ *store.Body }

func (t bodyText) Block(i int) briefings.Block {
	b, err := t.Body.Block(i)
	if err != nil {
		say := "this part of the text could not be read: " + err.Error()
		return briefings.Block{Markdown: say, Text: say, Start: b.Start, End: b.Start}
	}
	return b
}

func (t bodyText) At(point int) int {
	i, err := t.Body.At(point)
	if err != nil {
		return 0
	}
	return i
}

func (t bodyText) Links() []briefings.Definition { return t.Body.Revision().Links }

// Undo takes the last change back; nil if there is none. That the last one is somebody
// else's is an error, which says so.
func (l shelf) Undo(ctx context.Context, id string) (*briefings.Change, error) {
	return orNothing(l.Library.Undo(ctx, id))
}

// Redo makes the last undone change again; nil if there is none.
func (l shelf) Redo(ctx context.Context, id string) (*briefings.Change, error) {
	return orNothing(l.Library.Redo(ctx, id))
}

func orNothing(c *briefings.Change, err error) (*briefings.Change, error) {
	var others *store.NotYoursError
	if errors.Is(err, store.ErrNothing) && !errors.As(err, &others) {
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
