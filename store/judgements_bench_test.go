package store

import (
	"context"
	"fmt"
	"testing"

	"dossier/briefings"
)

// BenchmarkJudged reads a briefing, and the actors of all briefings, from a
// library of a thousand in which so much was judged.
func BenchmarkJudged(b *testing.B) {
	ctx := context.Background()
	for _, n := range []int{0, 10, 1000} {
		l := stock(b, 1000)
		page, err := l.List(ctx, Query{Limit: 5})
		ok(b, err)
		ok(b, l.update(ctx, func(c *change) error {
			for i := range n {
				j := briefings.Judgement{Op: briefings.Same, Actor: briefings.ActorName{Form: fmt.Sprint("Ministry ", i)}, Other: briefings.ActorName{Form: "Havelian"}}
				if err := l.enter(c, &j); err != nil {
					return err
				}
			}
			return nil
		}))
		b.Run(fmt.Sprintf("briefing-%d", n), func(b *testing.B) {
			for b.Loop() {
				_, err := l.Briefing(ctx, page[0].ID)
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
