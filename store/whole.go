package store

import (
	"context"
	"math"
	"slices"

	"dossier/briefings"
)

// Briefing returns a briefing with its sections and all its records, also those
// that are not live. Those that came with the text stand in the order in which
// they came, others follow in the order in which they were made. Its actors are
// as people judged them.
func (l *Library) Briefing(ctx context.Context, id string) (*briefings.Briefing, error) {
	var w whole
	if err := l.Gather(ctx, id, w.begin); err != nil {
		return nil, err
	}
	return w.arranged(), nil
}

// Recorded returns a briefing as its records stand, without what was judged of
// its actors: what a new text is merged with.
func (l *Library) Recorded(ctx context.Context, id string) (b *briefings.Briefing, err error) {
	err = l.view(ctx, func(s *snapshot) error {
		b, err = s.briefing(id)
		return err
	})
	return b, err
}

// briefing reads a briefing as it is stored.
func (s *snapshot) briefing(id string) (*briefings.Briefing, error) {
	var w whole
	g, err := s.gather(id, nil, w.begin)
	if err == nil {
		_, err = s.gatherMore(g, math.MaxInt)
	}
	if err != nil {
		return nil, err
	}
	return w.arranged(), nil
}

// whole is a briefing of which all records are kept.
type whole struct {
	briefing *briefings.Briefing
	shared   briefings.Shared
	places   map[briefings.Kind][]int // of the records of a kind
}

func (w *whole) begin(b *briefings.Briefing, _ *briefings.Cast) Take {
	*w = whole{briefing: b, shared: briefings.Shared{}, places: map[briefings.Kind][]int{}}
	return w.take
}

func (w *whole) take(place int, r briefings.Record) {
	w.shared.Record(r)
	w.briefing.Add(r)
	w.places[r.Kind()] = append(w.places[r.Kind()], place)
}

// arranged returns the briefing with its records in their order.
func (w *whole) arranged() *briefings.Briefing {
	b := w.briefing
	arrange(b.Events, w.places[briefings.KindEvent])
	arrange(b.Actors, w.places[briefings.KindActor])
	arrange(b.Limits, w.places[briefings.KindLimit])
	arrange(b.Questions, w.places[briefings.KindQuestion])
	arrange(b.References, w.places[briefings.KindReference])
	arrange(b.Annotations, w.places[briefings.KindAnnotation])
	return b
}

// arrange puts records in the order of their places. They are large and may be
// very many: what is sorted is their numbers, and then each is moved once.
func arrange[T any](records []T, places []int) {
	order := make([]int, len(records))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return places[i] - places[j] })
	for first := range order {
		held, i := records[first], first
		for order[i] != first {
			next := order[i]
			records[i], order[i], i = records[next], i, next
		}
		records[i], order[i] = held, i
	}
}
