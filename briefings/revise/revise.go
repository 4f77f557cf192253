package revise

import (
	"cmp"
	"maps"
	"slices"

	"dossier/briefings"
	"dossier/briefings/extract"
)

// Revise merges what is read in a new text with what a briefing holds. old is
// the briefing as it stands and oldRev its current text; newRev is the new text
// and fresh what the extractors read in it. Where the texts are the same and
// only the extractors changed, it is the same merge.
//
// No record goes: what the new text does not support any more is retired, or
// stays live if a person worked on it. What a person rejected, corrected,
// merged or made outranks what is read. The arguments are left as they are.
func Revise(old *briefings.Briefing, oldRev, newRev *briefings.Revision, fresh *briefings.Briefing) (briefings.Briefing, Report) {
	return Earlier(nil).Revise(old, oldRev, newRev, fresh)
}

// Revise is the function of that name, which also looks for passages that oldRev has
// lost: where the revision that had them last had them.
func (e Earlier) Revise(old *briefings.Briefing, oldRev, newRev *briefings.Revision, fresh *briefings.Briefing) (briefings.Briefing, Report) {
	before := NewText(oldRev, old.Sections)
	after := NewText(newRev, fresh.Sections)
	m := &merger{align: Align(before, after), old: old, taken: map[briefings.Handle]bool{}, become: map[briefings.Handle]briefings.Handle{}}
	m.mergeMeta(&fresh.Meta, newRev.Number)
	m.carrySections(fresh.Sections)
	m.fresh = renamed(fresh, m.sectionNames)
	for _, r := range old.Records() {
		m.taken[r.Common().Handle] = true
	}
	m.lost = lost{e, m.align.new, map[int]*Alignment{}}
	m.reanchorAll()
	m.countOwn(newRev)
	// Actors first: events and limits name them by handle.
	for _, kind := range []briefings.Kind{briefings.KindActor, briefings.KindReference, briefings.KindEvent, briefings.KindLimit, briefings.KindQuestion, briefings.KindAnnotation} {
		m.mergeKind(kind)
	}
	m.sectionReport(before, after)
	slices.SortStableFunc(m.report.Confirm, func(x, y Finding) int { return cmp.Compare(urgency(x), urgency(y)) })
	return m.out, m.report
}

func urgency(f Finding) int {
	switch {
	case f.State == briefings.Drifted && f.Grave:
		return 0
	case f.State == briefings.Drifted:
		return 1
	case f.State == briefings.Ambiguous:
		return 2
	}
	return 3
}

// merger is one revision under way.
type merger struct {
	align        *Alignment
	lost         lost
	old, fresh   *briefings.Briefing
	out          briefings.Briefing
	report       Report
	sectionNames map[briefings.Handle]briefings.Handle // fresh handle to the one it is given
	current      []briefings.Record                    // old records, cloned, with their new places
	taken        map[briefings.Handle]bool
	become       map[briefings.Handle]briefings.Handle // fresh record to the record that it is
}

// union is x with what y has beyond it; x itself where that is nothing.
func union[S ~[]E, E comparable](x, y S) S {
	out := slices.Clip(x)
	for _, e := range y {
		if !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}

// carrySections gives the new sections the handles of those that they were. A
// handle of a section that went is not used again.
func (m *merger) carrySections(fresh []briefings.Section) {
	back := map[briefings.Handle]briefings.Handle{}
	taken := map[briefings.Handle]bool{}
	for _, s := range m.old.Sections {
		taken[s.Handle] = true
		if now, ok := m.align.sections[s.Handle]; ok {
			back[now] = s.Handle
		}
	}
	m.sectionNames = map[briefings.Handle]briefings.Handle{}
	m.out.Sections = slices.Clone(fresh)
	for i := range m.out.Sections {
		s := &m.out.Sections[i]
		handle, ok := back[s.Handle]
		if !ok {
			handle = s.Handle
			if taken[handle] {
				handle = briefings.NewHandle(briefings.KindSection, cmp.Or(s.Title, "section"), func(h briefings.Handle) bool { return taken[h] })
			}
			m.report.SectionsAdded = append(m.report.SectionsAdded, s.Title)
		}
		taken[handle] = true
		m.sectionNames[s.Handle] = handle
		s.Handle = handle
	}
	m.align.new.sections = m.out.Sections
	m.align.new.locator = briefings.NewLocator(m.align.new.words, m.out.Sections)
	for from, to := range m.align.sections {
		m.align.sections[from] = m.sectionNames[to]
	}
}

// renamed returns a copy of what was read with the sections' final handles.
func renamed(fresh *briefings.Briefing, names map[briefings.Handle]briefings.Handle) *briefings.Briefing {
	out := &briefings.Briefing{Meta: fresh.Meta, Sections: fresh.Sections}
	for _, r := range fresh.Records() {
		r = r.Clone()
		eachAnchor(r, func(a *briefings.Anchor) {
			if name, ok := names[a.Section]; ok {
				a.Section = name
			}
		})
		out.Add(r)
	}
	return out
}

// eachAnchor visits the anchors of a record that are of its own briefing and
// are kept, not rebuilt.
func eachAnchor(r briefings.Record, visit func(*briefings.Anchor)) {
	lists := [][]briefings.Anchor{r.Common().Anchors}
	switch r := r.(type) {
	case *briefings.Actor:
		lists = append(lists, r.Mentions, r.Not)
	case *briefings.Reference:
		lists = append(lists, r.Cited)
	}
	for _, list := range lists {
		for i := range list {
			visit(&list[i])
		}
	}
}

// reanchorAll finds the passages of all old records in the new text.
func (m *merger) reanchorAll() {
	for _, r := range m.old.Records() {
		r = r.Clone()
		eachAnchor(r, func(a *briefings.Anchor) { *a = m.reanchor(*a) })
		if q, ok := r.(*briefings.Question); ok {
			for i := range q.Evidence {
				if e := &q.Evidence[i]; e.Anchor != nil && (e.Briefing == "" || e.Briefing == m.old.ID) {
					*e.Anchor = m.reanchor(*e.Anchor)
				}
			}
		}
		m.current = append(m.current, r)
	}
}

// countOwn finds where the new text speaks of the actors that people added: no extractor
// does. One of whom it does not speak keeps the mentions that were found again.
func (m *merger) countOwn(rev *briefings.Revision) {
	var source *extract.Source
	for _, r := range m.current {
		a, is := r.(*briefings.Actor)
		if !is || !a.Live() || machineMade(&a.Head) {
			continue
		}
		if source == nil {
			source = extract.NewSource(rev, m.fresh.Meta)
		}
		mentions := extract.Mentions(source, a, m.fresh.Actors)
		for i := range mentions {
			mentions[i].Section = cmp.Or(m.sectionNames[mentions[i].Section], mentions[i].Section)
		}
		if len(mentions) > 0 {
			a.Mentions = mentions
		}
	}
}

// reanchor finds one passage.
func (m *merger) reanchor(was briefings.Anchor) briefings.Anchor {
	now, _ := m.align.Reanchor(was)
	if !now.Placed() {
		if again, found := m.lost.reanchor(was); found {
			return again
		}
	}
	return now
}

// sectionReport says which sections went and which have another text.
func (m *merger) sectionReport(before, after *Text) {
	changed := map[briefings.Handle]bool{}
	for _, c := range m.align.Changes() {
		if c.Op != Relocated {
			changed[c.Section] = true
		}
	}
	for _, s := range m.old.Sections {
		if _, ok := m.align.sections[s.Handle]; !ok {
			m.report.SectionsRemoved = append(m.report.SectionsRemoved, s.Title)
		}
	}
	old := slices.Collect(maps.Values(m.align.sections))
	for _, s := range m.out.Sections {
		if changed[s.Handle] && slices.Contains(old, s.Handle) {
			m.report.SectionsChanged = append(m.report.SectionsChanged, s.Title)
		}
	}
}
