package briefings

import (
	"maps"
	"reflect"
	"slices"
)

// renameActors lets the events and limits of a curated briefing name the actors
// as they are judged now. was is the briefing before.
func (b *Briefing) renameActors(was *Briefing) {
	into, before := map[Handle]Handle{}, map[Handle]*Actor{}
	for i := range was.Actors {
		before[was.Actors[i].Handle] = &was.Actors[i]
	}
	for i := range b.Actors {
		if a := &b.Actors[i]; a.Into != "" {
			into[a.Handle] = a.Into
		}
	}
	final := func(h Handle) Handle {
		for range len(into) {
			next, merged := into[h]
			if !merged {
				break
			}
			h = next
		}
		return h
	}
	var touched []regrouped
	for i := range b.Actors {
		now, was := &b.Actors[i], before[b.Actors[i].Handle]
		if now.Into == "" && (was == nil || was.State != now.State || len(was.Mentions) != len(now.Mentions)) {
			touched = append(touched, regrouped{was, now})
		}
	}
	b.Events = slices.Clone(b.Events)
	for i := range b.Events {
		e := &b.Events[i]
		e.Actors = finally(e.Actors, final)
		// A list that a person wrote only follows merges.
		if _, edited := e.Edited["actors"]; !edited && len(e.Anchors) > 0 {
			e.Actors = whoActs(e.Actors, e.Anchors[0], touched)
		}
	}
	b.Limits = slices.Clone(b.Limits)
	for i := range b.Limits {
		l := &b.Limits[i]
		l.Holder, l.Recipient = finally(l.Holder, final), finally(l.Recipient, final)
	}
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
