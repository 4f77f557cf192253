package store

import (
	"context"
	"fmt"
	"slices"

	"dossier/briefings"
)

// Revise stores a new revision of a known briefing together with its records
// as briefings/revise merged them.
//
// The merge must know every record of the briefing: a *ConflictError says that
// one was made or changed since the briefing was read; read, merge and call
// again. follows says where mentions that a person denied stand in the new
// text. What a person decided is guarded here once more: a merge that would
// drop a record, revive a rejected one or lose an edited field is refused.
func (l *Library) Revise(ctx context.Context, id string, b briefings.Briefing, rev briefings.Revision, follows ...briefings.Judgement) error {
	m, err := l.Meta(ctx, id)
	if err != nil {
		return err
	}
	rev.Number = m.Revision + 1
	values, err := l.codec.revisionValues(id, &rev)
	if err != nil {
		return err
	}
	return l.update(ctx, func(c *change) error {
		stored, err := c.briefing(id)
		if err != nil {
			return err
		}
		if stored.Revision != m.Revision {
			return &ConflictError{Briefing: id}
		}
		for _, v := range values {
			if err := c.w.Put(v.key, v.bytes); err != nil {
				return err
			}
		}
		if err := c.claimHash(id, rev.RawHash); err != nil {
			return err
		}
		st := step{Op: briefings.OpImport, Note: fmt.Sprintf("revision %d from %s", rev.Number, rev.Source)}
		if err := l.setMerged(c, stored, &b, rev.Number, &st); err != nil {
			return err
		}
		for i := range follows {
			follows[i].Op, follows[i].By, follows[i].Briefing = briefings.Follow, machineName, id
			if err := l.enter(c, &follows[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// claimHash makes the briefing the one that holds these bytes, unless another
// does.
func (c *change) claimHash(id, rawHash string) error {
	holder, found, err := fetch[string](&c.snapshot, hashKey(rawHash))
	if err != nil {
		return err
	}
	if found && holder != id {
		m, err := c.meta(holder)
		if err != nil {
			return err
		}
		return fmt.Errorf("revising: the library has this very text already, as %s", m.Slug)
	}
	return c.put(hashKey(rawHash), id)
}

// setMerged writes the merged records and what follows from them.
func (l *Library) setMerged(c *change, stored, merged *briefings.Briefing, number int, st *step) error {
	id := stored.ID
	now, err := c.moment(l.now(), &stored.Meta)
	if err != nil {
		return err
	}
	st.At, st.By = now, l.author
	if err := c.mergedMeta(stored, merged, number); err != nil {
		return err
	}
	for _, r := range stored.Records() {
		if merged.Record(r.Common().Handle) == nil {
			return c.conflict(id, r.Common().Handle, r)
		}
	}
	for _, r := range merged.Records() {
		if err := l.putMerged(c, id, stored, r, st); err != nil {
			return err
		}
	}
	if st.Op == briefings.OpReread {
		if err := st.noteReread(l.codec, stored, merged); err != nil || st.empty() {
			return err
		}
	}
	if err := c.put(outlineKey(id), newOutline(merged)); err != nil {
		return err
	}
	if err := c.addStep(id, st); err != nil {
		return err
	}
	m := merged.Meta
	return c.touch(&m, now, c.divided(id, merged.Sections))
}

// divided returns what has to be counted anew in a row after a text was divided
// into these sections.
func (c *change) divided(id string, sections []briefings.Section) func(*row) error {
	return func(r *row) error {
		reading, _, err := fetch[briefings.Reading](&c.snapshot, readingKey(id))
		if err != nil {
			return err
		}
		r.read(&reading, sections)
		return r.count(&c.snapshot, id)
	}
}

// mergedMeta keeps of the meta data what is the store's.
func (c *change) mergedMeta(stored, merged *briefings.Briefing, number int) error {
	m, old := &merged.Meta, &stored.Meta
	m.ID, m.Slug, m.Created, m.Modified, m.Revision = old.ID, old.Slug, old.Created, old.Modified, number
	m.Author, m.Tags = notNil(m.Author), notNil(m.Tags)
	return c.moveSource(old.ID, old.Source, m.Source)
}

// putMerged writes one record of a merge, if it differs.
func (l *Library) putMerged(c *change, id string, in *briefings.Briefing, merged briefings.Record, st *step) error {
	if merged.Common().Handle == "" {
		if err := c.newHandle(id, merged); err != nil {
			return err
		}
	}
	h := merged.Common()
	stored := in.Record(h.Handle)
	if stored == nil {
		if err := c.newHandle(id, merged); err != nil {
			return err
		}
		h.Created, h.Version = st.At, 0
	} else {
		if stale(stored, h) {
			return c.conflict(id, h.Handle, stored)
		}
		if same, err := l.codec.sameContent(stored, merged); same || err != nil {
			return err
		}
		if err := outranks(stored.Common(), h); err != nil {
			return err
		}
	}
	if err := l.checkRecord(merged); err != nil {
		return err
	}
	moved, err := l.codec.onlyMoved(stored, merged)
	if err != nil {
		return err
	}
	h.Version++
	if !moved {
		h.Modified = st.At
	}
	if err := st.addPart(l.codec, stored, merged); err != nil {
		return err
	}
	return c.putRecord(id, merged)
}

// onlyMoved says whether a new text has a record's passages at other places and says
// nothing else of it. Nobody has touched it then: an export of what is new leaves it
// out, and a question that nobody looks at grows old over new versions.
func (c *codec) onlyMoved(stored, merged briefings.Record) (bool, error) {
	if stored == nil {
		return false, nil
	}
	return c.sameContent(withoutPlaces(stored), withoutPlaces(merged))
}

// withoutPlaces is a record without what tells where in the text it stands.
func withoutPlaces(r briefings.Record) briefings.Record {
	r = r.Clone()
	h := r.Common()
	h.Anchors = slices.Clone(h.Anchors)
	for i := range h.Anchors {
		h.Anchors[i] = withoutPlace(h.Anchors[i])
	}
	switch r := r.(type) {
	case *briefings.Actor:
		r.Mentions = nil
	case *briefings.Reference:
		r.Cited = nil
	case *briefings.Question:
		r.Evidence = slices.Clone(r.Evidence)
		for i, e := range r.Evidence {
			if e.Anchor != nil {
				at := withoutPlace(*e.Anchor)
				r.Evidence[i].Anchor = &at
			}
		}
	}
	return r
}

// withoutPlace keeps of a passage its words and whether they are still there.
func withoutPlace(a briefings.Anchor) briefings.Anchor {
	if !a.Adrift() {
		a.State = briefings.Anchored
	}
	return briefings.Anchor{Exact: a.Exact, State: a.State, Written: a.Written}
}

// outranks refuses a merge that undoes what a person decided.
func outranks(stored, merged *briefings.Head) error {
	if stored.State == briefings.StateRejected && merged.State != briefings.StateRejected {
		return fmt.Errorf("revising: %s was rejected by a person and may not come back", stored.Handle)
	}
	for field := range stored.Edited {
		if _, kept := merged.Edited[field]; !kept {
			return fmt.Errorf("revising: the %s of %s was set by a person and may not be lost", field, stored.Handle)
		}
	}
	return nil
}
