package extract

import (
	"fmt"
	"slices"
	"strings"

	"dossier/briefings"
	"dossier/briefings/edtf"
)

// Redated is what a corrected date moved.
type Redated struct {
	Events  []briefings.Event // changed, with their handles, and new ones
	Moved   int               // have another date, or another status because of it
	Added   int               // have a date only now
	Undated int               // have none any more
}

// String says in a few words what moved; "" if nothing did.
func (r Redated) String() string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{r.Moved, "moved"}, {r.Added, "new"}, {r.Undated, "now without a date"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	noun := "entries"
	if r.Moved+r.Added+r.Undated == 1 {
		noun = "entry"
	}
	return "timeline " + noun + ": " + strings.Join(parts, ", ")
}

// Redate reads the dates of a document anew after somebody corrected its own
// date (Reference) or that of an entry: was is the briefing before, is the one
// after. Only what the correction moves is touched; fields that a person edited
// stay, and what the machine would say now goes to their base.
func Redate(rev *briefings.Revision, was, is *briefings.Briefing) Redated {
	before := reread(rev, was, true)
	after, machine := reread(rev, is, true), reread(rev, is, false)
	old := pairing(before)
	bare := pairing(machine)
	stored := pairing(slices.DeleteFunc(slices.Clone(is.Events), func(e briefings.Event) bool { return e.Origin != briefings.OriginExtracted }))
	var out Redated
	for i := range after {
		e := &after[i]
		then, unread, stands := old.take(e), bare.take(e), stored.take(e)
		switch {
		case stands != nil && correctedNow(stands, was):
		case stands == nil && then == nil:
			e.Handle = ""
			out.Events, out.Added = append(out.Events, *e), out.Added+1
		case stands == nil: // merged or written anew by a person
		case then != nil && sameDating(then, e) && (unread == nil || sameDating(unread, then)):
		default:
			out.take(stands, e, unread)
		}
	}
	for _, e := range old.left() {
		if stands := stored.take(e); stands != nil && stands.Edited["when"].At.IsZero() && stands.When != "" {
			changed := stands.Clone().(*briefings.Event)
			changed.When, changed.Rule = "", "the corrected date does not tell it"
			out.Events, out.Undated = append(out.Events, *changed), out.Undated+1
		}
	}
	return out
}

// Again reads everything out of a revision that was read before: entries hang on
// the dates that a person put right since. Those dates themselves come back as the
// machine reads them, for a merge to tell the two apart.
func Again(rev *briefings.Revision, meta briefings.Meta, stored []briefings.Event) briefings.Briefing {
	b := All(rev, meta)
	s := NewSource(rev, meta)
	if s.known = s.corrected(stored); len(s.known) == 0 {
		return b
	}
	machine := pairing(b.Events)
	right := pairing(slices.DeleteFunc(slices.Clone(stored), func(e briefings.Event) bool { return e.Edited["when"].At.IsZero() }))
	b.Events = Events(s, b.Actors)
	for i := range b.Events {
		e := &b.Events[i]
		if alone := machine.take(e); alone != nil && right.take(e) != nil {
			e.When = alone.When
		}
	}
	return b
}

// correctedNow says whether an entry's own date is what was corrected.
func correctedNow(e *briefings.Event, was *briefings.Briefing) bool {
	for i := range was.Events {
		if was.Events[i].Handle == e.Handle {
			return was.Events[i].When != e.When
		}
	}
	return false
}

// take brings a new reading into an entry that stands.
func (r *Redated) take(stands, e, machine *briefings.Event) {
	if machine == nil {
		machine = e
	}
	changed := stands.Clone().(*briefings.Event)
	when := changed.When
	if takeOver(changed, e, machine) {
		r.Events = append(r.Events, *changed)
		if when != changed.When || stands.Status != changed.Status {
			r.Moved++
		}
	}
}

// reread reads the entries of a briefing as it is, with the dates that a person
// corrected as they are or as the machine reads them.
func reread(rev *briefings.Revision, b *briefings.Briefing, corrected bool) []briefings.Event {
	s := NewSource(rev, b.Meta)
	if corrected {
		s.known = s.corrected(b.Events)
	}
	return Events(s, b.Actors)
}

// corrected are the dates that a person put right, by the place of their words. The
// date of an entry that a person added corrects nothing that was read.
func (s *Source) corrected(events []briefings.Event) map[int]edtf.Date {
	out := map[int]edtf.Date{}
	for i := range events {
		e := &events[i]
		_, edited := e.Edited["when"]
		if !edited || e.Origin == briefings.OriginAnalyst || e.Literal == "" || len(e.Anchors) == 0 || !e.Anchors[0].Placed() {
			continue
		}
		date, err := edtf.Parse(e.When)
		clause := Span{s.Byte(e.Anchors[0].DocStart), s.Byte(e.Anchors[0].DocEnd)}
		if at := strings.Index(s.Words(clause), e.Literal); err == nil && at >= 0 {
			out[clause.Start+at] = date
		}
	}
	return out
}

func sameDating(a, b *briefings.Event) bool {
	return a.When == b.When && a.Status == b.Status && a.Condition == b.Condition
}

// pairs finds the entries of one reading that another one has too: of the same
// words at the same place. The clause around them may differ.
type pairs struct {
	events []briefings.Event
	of     map[string][]int // by literal, in the order of the text
	taken  []bool
}

func pairing(events []briefings.Event) *pairs {
	p := &pairs{events: events, of: map[string][]int{}, taken: make([]bool, len(events))}
	for i := range events {
		p.of[events[i].Literal] = append(p.of[events[i].Literal], i)
	}
	return p
}

// take returns the counterpart of an entry, each only once; nil without one.
func (p *pairs) take(e *briefings.Event) *briefings.Event {
	for _, i := range p.of[e.Literal] {
		if other := &p.events[i]; !p.taken[i] && overlap(e, other) {
			p.taken[i] = true
			return other
		}
	}
	return nil
}

// left are the entries that nothing took.
func (p *pairs) left() []*briefings.Event {
	var out []*briefings.Event
	for i := range p.events {
		if !p.taken[i] {
			out = append(out, &p.events[i])
		}
	}
	return out
}

func overlap(a, b *briefings.Event) bool {
	if len(a.Anchors) == 0 || len(b.Anchors) == 0 {
		return false
	}
	x, y := &a.Anchors[0], &b.Anchors[0]
	return x.DocStart < y.DocEnd && y.DocStart < x.DocEnd
}

// takeOver brings what depends on the corrected date into an event and says
// whether anything changed; the base of an edited field is what the machine
// alone would say.
func takeOver(e, fresh, machine *briefings.Event) bool {
	changed := false
	take := func(name string, was *string, now, alone string) {
		if _, edited := e.Edited[name]; edited {
			if e.Base == nil {
				e.Base = map[string]string{}
			}
			changed = changed || e.Base[name] != alone
			e.Base[name] = alone
			return
		}
		changed = changed || *was != now
		*was = now
	}
	status := string(e.Status)
	take("when", &e.When, fresh.When, machine.When)
	take("status", &status, string(fresh.Status), string(machine.Status))
	take("condition", &e.Condition, fresh.Condition, machine.Condition)
	e.Status = briefings.EventStatus(status)
	if changed {
		e.Unresolved, e.Rule = fresh.Unresolved, fresh.Rule
	}
	return changed
}
