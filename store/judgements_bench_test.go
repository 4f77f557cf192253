package store

import (
	"context"
	"fmt"
	"testing"

	"dossier/briefings"
)

// BenchmarkJudged reads a briefing, and the actors of all briefings, from a
// library of two hundred in which so much was judged.
func BenchmarkJudged(b *testing.B) {
	ctx, l := context.Background(), newLibrary(b)
	id := ""
	for i := range 200 {
		id = withCast(b, l, i)
	}
	judged := 0
	for _, n := range []int{0, 10, 1000} {
		ok(b, l.update(ctx, func(c *change) error {
			for ; judged < n; judged++ {
				j := briefings.Judgement{Op: briefings.Same, Actor: briefings.ActorName{Form: fmt.Sprint("Ministry ", judged)}, Other: briefings.ActorName{Form: "Havelian"}}
				if err := l.enter(c, &j); err != nil {
					return err
				}
			}
			return nil
		}))
		b.Run(fmt.Sprintf("briefing-%d", n), func(b *testing.B) {
			for b.Loop() {
				_, err := l.Briefing(ctx, id)
				ok(b, err)
			}
		})
		b.Run(fmt.Sprintf("all-actors-%d", n), func(b *testing.B) {
			for b.Loop() {
				ok(b, l.Each(ctx, briefings.KindActor, func(briefings.Summary, briefings.Record) error { return nil }))
			}
		})
	}
}
