package briefings

import "fmt"

// Merge makes two questions one, as a person decides: what the second has goes
// over to the first, and the second becomes superseded. It returns the two; the
// briefing itself is left as it is. (Actors are merged by a Judgement.)
func (b *Briefing) Merge(into, from Handle, by string, at Time) ([]Record, error) {
	kept, gone := b.Record(into), b.Record(from)
	switch {
	case kept == nil:
		return nil, fmt.Errorf("the briefing has no record %s", into)
	case gone == nil:
		return nil, fmt.Errorf("the briefing has no record %s", from)
	case into == from:
		return nil, fmt.Errorf("%s cannot be merged with itself", into)
	case !kept.Common().Live() || !gone.Common().Live():
		return nil, fmt.Errorf("%s and %s cannot be merged: one of them is rejected or merged already", into, from)
	}
	k, ok := kept.Clone().(*Question)
	if !ok {
		return nil, fmt.Errorf("%s is a %s; actors and questions can be merged", into, kept.Kind())
	}
	g, ok := gone.Clone().(*Question)
	if !ok {
		return nil, fmt.Errorf("%s is no question; only records of one kind can be merged", from)
	}
	k.absorb(g)
	for _, q := range []*Question{k, g} {
		mark(&q.Head, "merged", string(into)+" + "+string(from), by, at)
	}
	g.State = StateSuperseded
	return []Record{k, g}, nil
}

// mark notes on a record what a person did to it as a whole.
func mark(h *Head, what, was, by string, at Time) {
	if h.Edited == nil {
		h.Edited = map[string]Edit{}
	}
	h.Edited[what] = Edit{By: by, At: at, Was: was}
}

// absorb takes over the passages, answers and evidence of another question. An
// accepted answer of its own stays the one that counts.
func (q *Question) absorb(other *Question) {
	q.Anchors = append(q.Anchors, other.Anchors...)
	for _, a := range other.Answers {
		if a.State == AnswerAccepted && q.Current() != nil {
			a.State = AnswerSuperseded
		}
		q.Answers = append(q.Answers, a)
	}
	q.Evidence = append(q.Evidence, other.Evidence...)
}
