package store

import (
	"context"

	"dossier/briefings"
	"dossier/store/engine"
)

// Raised tells from which entries of all briefings a question was raised.
func (l *Library) Raised(ctx context.Context) (briefings.Raised, error) {
	type raised struct {
		From briefings.Handle `json:"from"`
	}
	out := briefings.Raised{}
	for after, more := "", true; more; {
		n := 0
		err := l.view(ctx, func(s *snapshot) error {
			return scan(s, engine.Range{Prefix: questionPrefix, After: after}, func(key string, q raised) (bool, error) {
				n, after = n+1, key
				out.Add(idIn(key), q.From)
				return n < pageRows, nil
			})
		})
		if err != nil {
			return nil, err
		}
		more = n == pageRows
	}
	return out, nil
}
