package extract

import (
	"dossier/briefings"
)

// Redate reads the dates of a document anew after somebody corrected its
// reference date (meta.Reference). It returns the events that changed, with
// their handles and all that a person did to them, and behind them the events
// that only the new date makes possible. Fields that a person edited stay; what
// the machine would say now goes to their base.
func Redate(rev *briefings.Revision, meta briefings.Meta, actors []briefings.Actor, events []briefings.Event) []briefings.Event {
	fresh := Events(NewSource(rev, meta), actors)
	known := map[datedPlace]*briefings.Event{}
	taken := map[briefings.Handle]bool{}
	for i := range events {
		e := &events[i]
		taken[e.Handle] = true
		if e.Origin == briefings.OriginExtracted && len(e.Anchors) > 0 {
			known[placeOf(e)] = e
		}
	}
	changed, added := []briefings.Event{}, []briefings.Event{}
	for i := range fresh {
		old := known[placeOf(&fresh[i])]
		if old == nil {
			e := fresh[i]
			e.Handle = briefings.NewHandle(briefings.KindEvent, e.Text, func(h briefings.Handle) bool { return taken[h] })
			taken[e.Handle] = true
			added = append(added, e)
			continue
		}
		e := *old.Clone().(*briefings.Event)
		if takeOver(&e, &fresh[i]) {
			changed = append(changed, e)
		}
	}
	return append(changed, added...)
}

// datedPlace tells two readings of one dating apart from others: its place and the
// words that date it.
type datedPlace struct {
	start, end int
	literal    string
}

func placeOf(e *briefings.Event) datedPlace {
	return datedPlace{e.Anchors[0].DocStart, e.Anchors[0].DocEnd, e.Literal}
}

// takeOver brings what depends on the reference date into an event and says
// whether anything changed.
func takeOver(e, fresh *briefings.Event) bool {
	changed := false
	take := func(name string, was *string, now string) {
		if _, edited := e.Edited[name]; edited {
			if e.Base == nil {
				e.Base = map[string]string{}
			}
			changed = changed || e.Base[name] != now
			e.Base[name] = now
			return
		}
		changed = changed || *was != now
		*was = now
	}
	status := string(e.Status)
	take("when", &e.When, fresh.When)
	take("status", &status, string(fresh.Status))
	take("condition", &e.Condition, fresh.Condition)
	e.Status = briefings.EventStatus(status)
	if changed {
		e.Unresolved, e.Rule = fresh.Unresolved, fresh.Rule
	}
	return changed
}
