package revise

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"strings"

	"dossier/briefings"
)

// mergeKind merges the records of one kind. Old records keep their order, new
// ones come behind.
func (m *merger) mergeKind(kind briefings.Kind) {
	matched := map[briefings.Handle]briefings.Record{}
	var added []briefings.Record
	for _, fresh := range m.fresh.Records() {
		if fresh.Kind() != kind {
			continue
		}
		m.nameActors(fresh)
		old := m.match(fresh, matched)
		if old == nil {
			added = append(added, fresh)
			continue
		}
		h := old.Common().Handle
		m.become[fresh.Common().Handle] = h
		if first := matched[h]; first != nil {
			joinActors(first.(*briefings.Actor), fresh.(*briefings.Actor))
		} else {
			matched[h] = fresh
		}
	}
	for _, old := range m.current {
		if old.Kind() == kind {
			m.out.Add(m.settle(old, matched[old.Common().Handle]))
		}
	}
	for _, fresh := range added {
		m.add(fresh)
	}
}

// nameActors gives the actors of a fresh event or limit the handles that they
// have in the briefing.
func (m *merger) nameActors(r briefings.Record) {
	name := func(list []string) {
		for i, s := range list {
			if h, ok := m.become[briefings.Handle(s)]; ok {
				list[i] = string(h)
			}
		}
	}
	switch r := r.(type) {
	case *briefings.Event:
		for i, h := range r.Actors {
			r.Actors[i] = cmp.Or(m.become[h], h)
		}
		r.Actors = union([]briefings.Handle{}, r.Actors)
	case *briefings.Limit:
		name(r.Holder)
		name(r.Recipient)
	}
}

// joinActors adds a second reading of one actor to the first.
func joinActors(into, from *briefings.Actor) {
	into.Aliases = union(into.Aliases, from.Aliases)
	into.Mentions = union(into.Mentions, from.Mentions)
	slices.SortFunc(into.Mentions, func(x, y briefings.Anchor) int { return x.DocStart - y.DocStart })
}

// add takes a record that is new in the text.
func (m *merger) add(fresh briefings.Record) {
	h := fresh.Common()
	read := h.Handle
	if m.taken[h.Handle] {
		h.Handle = briefings.NewHandle(fresh.Kind(), fresh.Line(), func(h briefings.Handle) bool { return m.taken[h] })
	}
	m.taken[h.Handle] = true
	m.become[read] = h.Handle
	if mine := m.resembles(fresh); mine != "" {
		m.report.Same = append(m.report.Same, Pair{h.Handle, mine})
	}
	m.report.New = append(m.report.New, h.Handle)
	m.out.Add(fresh)
}

// settle decides on an old record, given what was read of it anew; nil if it
// was not.
func (m *merger) settle(old, fresh briefings.Record) briefings.Record {
	h := old.Common()
	switch {
	case !machineMade(h), old.Kind() == briefings.KindAnnotation:
		m.note(old)
		return old
	case h.State == briefings.StateRejected || h.State == briefings.StateSuperseded:
		if fresh != nil {
			m.report.Suppressed++
			m.moveTombstone(h, fresh.Common())
		}
		return old
	case fresh == nil && m.workedOn(old):
		m.report.Gone = append(m.report.Gone, h.Handle)
		m.note(old)
		return old
	case fresh == nil:
		if h.State != briefings.StateRetired {
			h.State = briefings.StateRetired
			m.report.Retired = append(m.report.Retired, h.Handle)
		}
		return old
	}
	merged := m.threeWay(old, fresh)
	m.note(merged)
	switch {
	case h.State == briefings.StateRetired:
		merged.Common().State = briefings.StateLive
		m.report.Revived = append(m.report.Revived, h.Handle)
	case !sameSaid(old, merged):
		m.report.Changed = append(m.report.Changed, h.Handle)
	}
	return merged
}

// moveTombstone lets a rejected record follow its passage, so that it is known
// again the next time.
func (m *merger) moveTombstone(h, fresh *briefings.Head) {
	if len(fresh.Anchors) > 0 {
		h.Anchors = slices.Clone(fresh.Anchors)
	}
}

// note counts the passages of a live record and lists those to be looked at.
func (m *merger) note(r briefings.Record) {
	h := r.Common()
	if !h.Live() {
		return
	}
	for _, a := range h.Anchors {
		m.report.Anchors.add(a.State)
		if a.State == briefings.Anchored || a.State == briefings.Moved {
			continue
		}
		f := Finding{Record: h.Handle, Anchor: a, Placement: Placement{State: a.State}}
		if a.State == briefings.Drifted {
			to := span{m.align.new.locator.Byte(a.DocStart), m.align.new.locator.Byte(a.DocEnd)}
			f.Placement = m.align.drift(&a, to)
		} else if was := m.old.Record(h.Handle); was != nil {
			if i := slices.IndexFunc(was.Common().Anchors, func(w briefings.Anchor) bool { return w.Exact == a.Exact }); i >= 0 {
				_, f.Placement = m.align.Reanchor(was.Common().Anchors[i])
			}
		}
		m.report.Confirm = append(m.report.Confirm, f)
	}
}

// workedOn says whether a person did something with what a machine read, so
// that it stays when the machine does not read it any more.
func (m *merger) workedOn(r briefings.Record) bool {
	h := r.Common()
	if len(h.Edited) > 0 || len(h.Unknown) > 0 || !h.Reviewed.IsZero() {
		return true
	}
	if q, ok := r.(*briefings.Question); ok && (!q.Proposed || len(q.Answers) > 0 || slices.ContainsFunc(q.Evidence, func(e briefings.Evidence) bool { return !e.Offered })) {
		return true
	}
	if a, ok := r.(*briefings.Actor); ok && (len(a.Not) > 0 || len(a.Merges) > 0) {
		return true
	}
	for _, other := range m.old.Records() {
		switch o := other.(type) {
		case *briefings.Annotation:
			if o.Re == h.Handle {
				return true
			}
		case *briefings.Question:
			if slices.ContainsFunc(o.Evidence, func(e briefings.Evidence) bool { return !e.Offered && e.Record == h.Handle }) {
				return true
			}
		}
	}
	return false
}

// threeWay merges a record field by field: what is read now (N), what was read
// before (Base), and what stands (C).
//
//	C as Base:            N
//	C changed, N as Base: C
//	C changed, N as C:    C
//	both changed:         C, and N waits beside it
func (m *merger) threeWay(old, fresh briefings.Record) briefings.Record {
	out := fresh.Clone()
	keepPersonal(out, old)
	h := out.Common()
	for _, f := range briefings.Fields(old) {
		edit, edited := h.Edited[f.Name]
		if !edited {
			continue
		}
		read := fieldOf(fresh, f.Name)
		before, ok := h.Base[f.Name]
		if !ok {
			before = edit.Was
		}
		mine := f.Value
		if setFields[f.Name] {
			mine = mergedSet(before, mine, read)
		}
		// A value that cannot be set was set before; it stays.
		if err := briefings.AssignField(out, f.Name, mine); err != nil {
			continue
		}
		if h.Base == nil {
			h.Base = map[string]string{}
		}
		h.Base[f.Name] = read
		switch {
		case setFields[f.Name], read == before, read == mine:
			if read == mine {
				delete(h.Pending, f.Name)
			}
		default:
			if h.Pending == nil {
				h.Pending = map[string]briefings.Proposal{}
			}
			h.Pending[f.Name] = briefings.Proposal{Value: read, By: cmp.Or(fresh.Common().Generator, "extraction")}
			m.report.Conflicts = append(m.report.Conflicts, Conflict{h.Handle, f.Name, mine, read})
		}
	}
	return out
}

// keepPersonal puts onto a fresh reading what is the record's own.
func keepPersonal(out, old briefings.Record) {
	h, was := out.Common(), old.Common()
	h.Handle, h.State, h.Origin = was.Handle, was.State, was.Origin
	h.Edited, h.Base, h.Pending, h.Unknown = maps.Clone(was.Edited), maps.Clone(was.Base), maps.Clone(was.Pending), was.Unknown
	h.Reviewed, h.ReviewedBy = was.Reviewed, was.ReviewedBy
	h.Tags = union(was.Tags, h.Tags)
	h.By, h.Created, h.Modified, h.Version = was.By, was.Created, was.Modified, was.Version
	// Passages beyond the one that it was read from were added by a person.
	for i, a := range was.Anchors {
		if i > 0 && !slices.ContainsFunc(h.Anchors, func(x briefings.Anchor) bool { return x.Exact == a.Exact && x.DocStart == a.DocStart }) {
			h.Anchors = append(h.Anchors, a)
		}
	}
	switch o := out.(type) {
	case *briefings.Question:
		w := old.(*briefings.Question)
		o.Status, o.Proposed, o.Reason, o.From = w.Status, w.Proposed, w.Reason, cmp.Or(w.From, o.From)
		o.Priority, o.Why, o.Done, o.Due, o.Review = w.Priority, w.Why, w.Done, w.Due, w.Review
		o.Answers, o.Evidence = w.Answers, w.Evidence
		o.Owner, o.Tried, o.Indicators = w.Owner, w.Tried, w.Indicators
	case *briefings.Actor:
		w := old.(*briefings.Actor)
		o.Not, o.Hidden, o.Merges = w.Not, w.Hidden, union(w.Merges, o.Merges)
		if len(w.Merges) > 0 {
			o.Aliases = union(o.Aliases, w.Aliases)
		}
		o.Mentions = slices.DeleteFunc(o.Mentions, func(a briefings.Anchor) bool {
			return slices.ContainsFunc(w.Not, func(n briefings.Anchor) bool { return n.Placed() && n.DocStart == a.DocStart })
		})
	case *briefings.Reference:
		w := old.(*briefings.Reference)
		o.Grade, o.DerivedFrom, o.Accessed = w.Grade, w.DerivedFrom, cmp.Or(w.Accessed, o.Accessed)
	}
}

func fieldOf(r briefings.Record, name string) string {
	for _, f := range briefings.Fields(r) {
		if f.Name == name {
			return f.Value
		}
	}
	return ""
}

// setFields are lists in which order does not matter.
var setFields = map[string]bool{"kinds": true, "actors": true, "holder": true, "recipient": true, "tags": true, "derivedFrom": true, "author": true}

// mergedSet is what is read now, with what people added and without what they
// took out.
func mergedSet(before, mine, read string) string {
	was, is, now := elements(before), elements(mine), elements(read)
	var out []string
	for _, e := range is {
		if slices.Contains(now, e) || !slices.Contains(was, e) {
			out = append(out, e)
		}
	}
	for _, e := range now {
		if !slices.Contains(out, e) && !slices.Contains(was, e) {
			out = append(out, e)
		}
	}
	return strings.Join(out, ", ")
}

func elements(s string) []string {
	var out []string
	for e := range strings.SplitSeq(s, ",") {
		if e = strings.TrimSpace(e); e != "" {
			out = append(out, e)
		}
	}
	return out
}

// sameSaid compares what two states of a record say, not where it stands.
func sameSaid(x, y briefings.Record) bool {
	return reflect.DeepEqual(briefings.Fields(x), briefings.Fields(y)) && x.Line() == y.Line()
}
