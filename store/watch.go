package store

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"dossier/store/engine"
)

// noticeMost is how many briefings a Notice names; beyond that it says All.
const noticeMost = 500

// Watch tells which briefings change, by this process or another, within a
// second, until the context ends; then it closes the channel. Changes that come
// while the last notice was not taken yet are joined into one. A notice is a
// hint to read the briefings again.
func (l *Library) Watch(ctx context.Context) (<-chan Notice, error) {
	since, err := l.rev(ctx)
	if err != nil {
		return nil, err
	}
	changes := make(chan Notice)
	go func() {
		defer close(changes)
		for ctx.Err() == nil {
			since = l.follow(ctx, since, changes)
		}
	}()
	out := make(chan Notice)
	go join(ctx, changes, out)
	return out, nil
}

func (l *Library) rev(ctx context.Context) (rev engine.Rev, err error) {
	err = l.view(ctx, func(s *snapshot) error {
		rev = s.Rev()
		return nil
	})
	return rev, err
}

// follow hands on commits until the context or the feed ends, and returns from
// where to go on.
func (l *Library) follow(ctx context.Context, since engine.Rev, to chan<- Notice) engine.Rev {
	for c, err := range l.engine.Watch(ctx, "", since) {
		n := Notice{Own: c.Own}
		if err != nil {
			// Forgotten, or not readable for now: what was missed is unknown.
			n = Notice{All: true}
			if rev, failed := l.rev(ctx); failed == nil {
				since = rev
			} else if !errors.Is(err, engine.ErrForgotten) {
				l.logf("watching the library: %v", err)
			}
		} else {
			since = c.Rev
			for _, key := range c.Keys {
				switch {
				case strings.HasPrefix(key, rowPrefix): // where the row is, or was
					if id := idAtEnd(key); !slices.Contains(n.Briefings, id) {
						n.Briefings = append(n.Briefings, id)
					}
				case strings.HasPrefix(key, judgementPrefix):
					n.All = true // a judgement may show in any
				}
			}
			if !n.All && len(n.Briefings) == 0 {
				continue
			}
		}
		select {
		case to <- n:
		case <-ctx.Done():
			return since
		}
		if err != nil {
			rest(ctx)
			return since
		}
	}
	return since
}

// join takes every notice at once and hands out one for all since the last
// that was taken.
func join(ctx context.Context, in <-chan Notice, out chan<- Notice) {
	defer close(out)
	var waiting *Notice
	for {
		var to chan<- Notice
		var next Notice
		if waiting != nil {
			to, next = out, *waiting
		}
		select {
		case n, open := <-in:
			if !open {
				return
			}
			waiting = joined(waiting, n)
		case to <- next:
			waiting = nil
		case <-ctx.Done():
			return
		}
	}
}

func joined(waiting *Notice, n Notice) *Notice {
	if waiting == nil {
		return &n
	}
	both := Notice{Own: waiting.Own && n.Own, All: waiting.All || n.All, Briefings: slices.Clone(waiting.Briefings)}
	for _, id := range n.Briefings {
		if !slices.Contains(both.Briefings, id) {
			both.Briefings = append(both.Briefings, id)
		}
	}
	if both.All || len(both.Briefings) > noticeMost {
		both.All, both.Briefings = true, nil
	}
	return &both
}

// rest waits a moment before a feed that broke is asked again.
func rest(ctx context.Context) {
	select {
	case <-time.After(200 * time.Millisecond):
	case <-ctx.Done():
	}
}
