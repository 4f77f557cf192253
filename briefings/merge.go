package briefings

import (
	"cmp"
	"fmt"
	"slices"
)

// Merge makes two records of one kind one, as a person decides: what the second
// has goes over to the first, the second becomes superseded, and what names it
// names the first. It returns every record that changed; the briefing itself is
// left as it is. Actors and questions can be merged.
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
	kept, gone = kept.Clone(), gone.Clone()
	var changed []Record
	switch k := kept.(type) {
	case *Actor:
		g, ok := gone.(*Actor)
		if !ok {
			return nil, fmt.Errorf("%s is no actor; only records of one kind can be merged", from)
		}
		if (k.Type == Person) != (g.Type == Person) {
			return nil, fmt.Errorf("%s is a %s and %s a %s; a person is never anything else", into, k.Type, from, g.Type)
		}
		k.absorb(g)
		changed = b.renamed(into, from)
	case *Question:
		g, ok := gone.(*Question)
		if !ok {
			return nil, fmt.Errorf("%s is no question; only records of one kind can be merged", from)
		}
		k.absorb(g)
	default:
		return nil, fmt.Errorf("%s is a %s; actors and questions can be merged", into, kept.Kind())
	}
	for _, r := range []Record{kept, gone} {
		mark(r.Common(), "merged", string(into)+" + "+string(from), by, at)
	}
	gone.Common().State = StateSuperseded
	return append([]Record{kept, gone}, changed...), nil
}

// mark notes on a record what a person did to it as a whole.
func mark(h *Head, what, was, by string, at Time) {
	if h.Edited == nil {
		h.Edited = map[string]Edit{}
	}
	h.Edited[what] = Edit{By: by, At: at, Was: was}
}

// absorb takes over the names and mentions of another actor.
func (a *Actor) absorb(other *Actor) {
	known := func(text string) bool {
		return slices.ContainsFunc(a.Aliases, func(x Alias) bool { return x.Text == text })
	}
	for _, alias := range append([]Alias{{other.Name, Variant}}, other.Aliases...) {
		if !known(alias.Text) {
			a.Aliases = append(a.Aliases, alias)
		}
	}
	a.Mentions = inOrder(append(a.Mentions, other.Mentions...))
	a.Anchors = append(a.Anchors, other.Anchors...)
	a.Merges = append(a.Merges, other.Name+": merged by hand")
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

// renamed returns copies of the records that name an actor, naming another.
func (b *Briefing) renamed(into, from Handle) []Record {
	var out []Record
	for i := range b.Events {
		if slices.Contains(b.Events[i].Actors, from) {
			e := b.Events[i].Clone().(*Event)
			e.Actors = replaced(e.Actors, from, into)
			out = append(out, e)
		}
	}
	for i := range b.Limits {
		l := &b.Limits[i]
		if slices.Contains(l.Holder, string(from)) || slices.Contains(l.Recipient, string(from)) {
			l = l.Clone().(*Limit)
			l.Holder = replaced(l.Holder, string(from), string(into))
			l.Recipient = replaced(l.Recipient, string(from), string(into))
			out = append(out, l)
		}
	}
	return out
}

// replaced returns the list with one name in place of another, once.
func replaced[S ~string](list []S, from, into S) []S {
	var out []S
	for _, name := range list {
		if name == from {
			name = into
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// inOrder sorts anchors by their place and drops those that are there twice.
func inOrder(anchors []Anchor) []Anchor {
	slices.SortStableFunc(anchors, func(a, b Anchor) int { return cmp.Compare(a.DocStart, b.DocStart) })
	return slices.CompactFunc(anchors, func(a, b Anchor) bool { return a.DocStart == b.DocStart && a.DocEnd == b.DocEnd })
}
