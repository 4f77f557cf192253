package engine

import "context"

// Progress hears how many bytes a call that copies a library has written, of how
// many. In the end it hears of all, however that was.
type Progress func(done, total int64)

type progressKey struct{}

// WithProgress has tell hear of the copies that are made in the context. It
// travels with every call, since any may have to upgrade a library first.
func WithProgress(ctx context.Context, tell Progress) context.Context {
	return context.WithValue(ctx, progressKey{}, tell)
}

// Tell tells whoever wants to hear in a context.
func Tell(ctx context.Context, done, total int64) {
	if tell, ok := ctx.Value(progressKey{}).(Progress); ok {
		tell(done, total)
	}
}
