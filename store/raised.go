package store

import (
	"context"

	"dossier/briefings"
	"dossier/store/engine"
)

// Raised tells from which entries of all briefings a question was raised, one that was
// rejected since, too: nobody wants to be asked again.
func (l *Library) Raised(ctx context.Context) (map[briefings.Named]bool, error) {
	type raised struct {
		From briefings.Handle `json:"from"`
	}
	out := map[briefings.Named]bool{}
	for after, more := "", true; more; {
		n := 0
		err := l.view(ctx, func(s *snapshot) error {
			return scan(s, engine.Range{Prefix: questionPrefix, After: after}, func(key string, q raised) (bool, error) {
				if n, after = n+1, key; q.From != "" {
					out[briefings.Named{Briefing: idIn(key), Handle: q.From}] = true
				}
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
