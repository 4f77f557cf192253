package briefings

import (
	"maps"
	"reflect"
	"slices"
)

// Cast is the actors of a briefing as people judged them, and what follows from
// that for its other records.
type Cast struct {
	// Actors are all of them. Who has handed them on may drop them: the rest is
	// kept without.
	Actors  []Actor
	changed map[Handle]*Actor // those that are not as they were found
	into    map[Handle]Handle // of those that were merged, the one that it was merged into
	touched []regrouped
}

func newCast(was, now []Actor) *Cast {
	c := &Cast{Actors: now, changed: map[Handle]*Actor{}, into: map[Handle]Handle{}}
	before := map[Handle]*Actor{}
	for i := range was {
		before[was[i].Handle] = &was[i]
	}
	for i := range now {
		a, was := now[i], before[now[i].Handle]
		if was != nil && reflect.DeepEqual(*was, a) {
			continue
		}
		c.changed[a.Handle] = &a
		if a.Into != "" {
			c.into[a.Handle] = a.Into
			continue
		}
		r := regrouped{now: &a}
		if was != nil {
			before := *was
			r.was = &before
		}
		if was == nil || was.State != a.State || len(was.Mentions) != len(a.Mentions) {
			c.touched = append(c.touched, r)
		}
	}
	return c
}

// Actor is an actor that is not as it was found; nil for others.
func (c *Cast) Actor(h Handle) *Actor { return c.changed[h] }

// Curate lets an event or a limit of the briefing name the actors as they are
// judged now. Other records stay as they are.
func (c *Cast) Curate(r Record) {
	switch r := r.(type) {
	case *Event:
		r.Actors = finally(r.Actors, c.final)
		// A list that a person wrote only follows merges.
		if _, edited := r.Edited["actors"]; !edited && len(r.Anchors) > 0 {
			r.Actors = whoActs(r.Actors, r.Anchors[0], c.touched)
		}
	case *Limit:
		r.Holder, r.Recipient = finally(r.Holder, c.final), finally(r.Recipient, c.final)
	}
}

// final is the actor that one was merged into, itself if it was not.
func (c *Cast) final(h Handle) Handle {
	for range len(c.into) {
		next, merged := c.into[h]
		if !merged {
			break
		}
		h = next
	}
	return h
}

// regrouped is an actor that has other mentions now than before; was is nil for
// one that was not there.
type regrouped struct{ was, now *Actor }

// whoActs takes those out of an event's actors whose mention in its passage was
// denied or is another's, and adds those whom such a mention speaks of now.
func whoActs(actors []Handle, passage Anchor, touched []regrouped) []Handle {
	out := slices.Clip(actors)
	for _, r := range touched {
		before := r.was != nil && r.was.spokenOf(passage)
		here := r.now.Live() && r.now.spokenOf(passage)
		at := slices.Index(out, r.now.Handle)
		switch {
		case before && !here && at >= 0:
			out = slices.Concat(out[:at], out[at+1:])
		case here && !before && at < 0:
			out = append(out, r.now.Handle)
		}
	}
	return out
}

// spokenOf says whether an actor is mentioned within a passage.
func (a *Actor) spokenOf(passage Anchor) bool {
	return slices.ContainsFunc(a.Mentions, func(m Anchor) bool {
		return m.DocStart >= passage.DocStart && m.DocEnd <= passage.DocEnd
	})
}

// finally maps handles, each once; the list itself if none changes.
func finally[S ~string](list []S, final func(Handle) Handle) []S {
	if !slices.ContainsFunc(list, func(s S) bool { return final(Handle(s)) != Handle(s) }) {
		return list
	}
	out := make([]S, 0, len(list))
	for _, s := range list {
		if s = S(final(Handle(s))); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// Uncurated returns what is to be kept of a record that a person changed as it
// was shown, curated: kept, with only those fields that differ from what was
// shown. Without that, saving a record would make a part of it of what was only
// judged, and taking the judgement back would not take that back. The three are
// of one kind; none is changed.
func Uncurated(given, shown, kept Record) Record {
	out := kept.Clone()
	alter(reflect.ValueOf(out).Elem(), reflect.ValueOf(given).Elem(), reflect.ValueOf(shown).Elem())
	h, mine, theirs := out.Common(), given.Common(), shown.Common()
	base := kept.Clone().Common()
	h.Edited = alteredMap(base.Edited, mine.Edited, theirs.Edited)
	h.Base = alteredMap(base.Base, mine.Base, theirs.Base)
	h.Pending = alteredMap(base.Pending, mine.Pending, theirs.Pending)
	return out
}

// alter sets the fields that differ between two structs in a third one.
func alter(out, given, shown reflect.Value) {
	for i := range out.NumField() {
		switch {
		case out.Type().Field(i).Anonymous:
			alter(out.Field(i), given.Field(i), shown.Field(i))
		case !reflect.DeepEqual(given.Field(i).Interface(), shown.Field(i).Interface()):
			out.Field(i).Set(given.Field(i))
		}
	}
}

func alteredMap[V comparable](kept, given, shown map[string]V) map[string]V {
	out := maps.Clone(kept)
	for key, value := range given {
		if was, there := shown[key]; !there || was != value {
			if out == nil {
				out = map[string]V{}
			}
			out[key] = value
		}
	}
	for key := range shown {
		if _, there := given[key]; !there {
			delete(out, key)
		}
	}
	return out
}
