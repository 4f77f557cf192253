package store

import (
	"context"
)

// Check proves the library whole, or says what is broken.
func (l *Library) Check(ctx context.Context) ([]Problem, error) { return l.check(ctx) }

func (l *Library) check(ctx context.Context) (out []Problem, err error) {
	err = l.engine.Verify(ctx, func(what string) {
		out = append(out, Problem{Where: "file", What: what})
	})
	return out, err
}
