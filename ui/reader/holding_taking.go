package reader

import (
	"cmp"
	"slices"
	"time"

	"dossier/briefings"
)

// taking makes a holding from records that are handed over one by one.
type taking struct {
	*holding
	way   *way // is given to whoever presses keys meanwhile; nil for nobody
	told  briefings.Tellings
	order []int32 // the places of the entries that were told
}

// hold makes the holding of a briefing that is in memory.
func hold(b *briefings.Briefing, today string) *holding {
	t := taking{holding: &holding{today: today, source: fromMemory{b}}}
	take := t.begin(b, nil)
	place := 0
	for r := range b.All() {
		take(place, r)
		place++
	}
	return t.settled()
}

// begin takes a briefing without its records.
func (t *taking) begin(b *briefings.Briefing, judged *briefings.Cast) func(int, briefings.Record) {
	*t = taking{holding: &holding{Meta: b.Meta, Sections: b.Sections, asOf: b.Modified, judged: judged, today: t.today, source: t.source}, way: t.way}
	return t.take
}

// take takes a record, of which it keeps no more than its card unless people
// work on it.
func (t *taking) take(place int, r briefings.Record) {
	if t.way != nil {
		t.way.give(time.Now())
	}
	h := r.Common()
	c := card{place: int32(place), kind: kindNumber(r.Kind()), handle: int32(len(t.handles)), length: uint16(len(h.Handle)), marks: marksOf(r, t.ID)}
	t.handles = append(t.handles, h.Handle...)
	if a := firstAnchor(h); a != nil {
		c.start, c.end = int32(a.DocStart), int32(a.DocEnd)
	}
	if h.Modified.After(t.asOf) {
		t.asOf = h.Modified
	}
	switch r := r.(type) {
	case *briefings.Question:
		c.also, t.Questions = int32(len(t.Questions)), append(t.Questions, *r)
	case *briefings.Annotation:
		c.also, t.Annotations = int32(len(t.Annotations)), append(t.Annotations, *r)
	case *briefings.Actor:
		c.also, t.Actors = int32(len(t.Actors)), append(t.Actors, *r)
		t.Actors[c.also].Mentions = nil
		t.mentions = append(t.mentions, briefings.Spots(r.Mentions))
	case *briefings.Event:
		c.also, c.group = t.dates.put(r.When), numberIn(entryStatuses, r.Status)
		if r.Overdue(t.today) {
			c.marks |= overdue
		}
		if r.Live() {
			t.told.Add(r)
			t.order = append(t.order, c.place)
		}
	case *briefings.Limit:
		c.also, c.group = t.parties.put(partiesOf(r)), numberIn(transfers, r.Transfer)
	case *briefings.Reference:
		c.also = t.grades.put(r.Grade.String())
		t.lineage.Add(r)
		t.cite(c.place, h.Anchors[min(len(h.Anchors), 1):])
		t.cite(c.place, r.Cited)
	}
	t.cards = append(t.cards, c)
}

func (t *taking) cite(place int32, anchors []briefings.Anchor) {
	for _, s := range briefings.Spots(anchors) {
		t.cited = append(t.cited, citation{place, s})
	}
}

func marksOf(r briefings.Record, id string) (m mark) {
	h := r.Common()
	set := func(yes bool, which mark) {
		if yes {
			m |= which
		}
	}
	a := firstAnchor(h)
	set(h.Live(), live)
	set(a != nil, anchored)
	set(a != nil && a.Placed(), placed)
	set(briefings.Awaits(r), awaits)
	set(h.Origin != briefings.OriginAnalyst && h.State != briefings.StateRetired && h.State != briefings.StateSuperseded, reviewable)
	set(len(briefings.Adrift(r, id)) > 0, loose)
	ref, ok := r.(*briefings.Reference)
	set(ok && ref.URL != "", linked)
	return m
}

// numberIn is the number of a word in a list, that of the last word for one that
// is not there.
func numberIn[T ~string](list []T, word T) uint8 {
	if i := slices.Index(list, word); i >= 0 {
		return uint8(i)
	}
	return uint8(len(list) - 1)
}

// settled puts what was taken in order and returns it.
func (t *taking) settled() *holding {
	slices.SortFunc(t.cards, func(a, b card) int { return cmp.Or(int(a.kind)-int(b.kind), int(a.place-b.place)) })
	t.cards, t.handles = slices.Clone(t.cards), slices.Clone(t.handles) // no larger than they are
	t.Questions = ordered(t.holding, briefings.KindQuestion, t.Questions)
	t.Annotations = ordered(t.holding, briefings.KindAnnotation, t.Annotations)
	t.mentions = ordered(t.holding, briefings.KindActor, t.mentions)
	t.Actors = ordered(t.holding, briefings.KindActor, t.Actors)
	for _, kind := range []briefings.Kind{briefings.KindQuestion, briefings.KindAnnotation, briefings.KindActor} {
		n := int32(0)
		for _, c := range t.of(kind) {
			c.also = n
			n++
		}
	}
	t.happenings = t.gathered()
	t.remarks = map[briefings.Handle][]int{}
	for i := range t.Annotations {
		n := &t.Annotations[i]
		if on := t.subjectOf(n); on != "" && n.Live() && n.Motivation != briefings.Highlighting {
			t.remarks[on] = append(t.remarks[on], i)
		}
	}
	t.dates.at, t.parties.at, t.grades.at = nil, nil, nil
	return t.holding
}

// ordered puts what the cards of a kind number into the order of the cards.
func ordered[T any](b *holding, kind briefings.Kind, all []T) []T {
	out := make([]T, 0, len(all))
	for _, c := range b.of(kind) {
		out = append(out, all[c.also])
	}
	return out
}

// gathered says of the live entries, in their order, which is the first that
// tells the same thing.
func (t *taking) gathered() []int32 {
	order := make([]int, len(t.order))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return int(t.order[a] - t.order[b]) })
	out := make([]int32, len(order))
	for i, first := range t.told.Happenings(order) {
		out[i] = int32(first)
	}
	return out
}
