package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"dossier/briefings"
)

// inverse makes a step the opposite of another, and enters it. moved says that a new
// text came since that other. What cannot be put back, since somebody changed it, stays
// and is named in the note.
func (c *change) inverse(m *briefings.Meta, target, st *step, moved bool) error {
	counted, stays, err := c.invertSections(m, target, st)
	if err != nil {
		return err
	}
	var records []briefings.Record
	if stays == "" { // otherwise the passages of its records are of another division
		if records, stays, err = c.invertRecords(m.ID, target, st, moved); err != nil {
			return err
		}
		fields, err := c.invertMeta(m, target, st)
		if err != nil {
			return err
		}
		stays = strings.Trim(stays+", "+fields, ", ")
	}
	if stays != "" {
		st.Note = "left as it is: " + stays
	}
	if counted == nil {
		counted = recount(c, m.ID, records...)
	}
	if err := c.addStep(m.ID, st); err != nil {
		return err
	}
	return c.touch(m, st.At, counted)
}

// invertRecords puts every record of a step back to what it was before, but for what
// became of it since. Those that somebody changed in what the step wrote stay; it says
// which.
func (c *change) invertRecords(id string, target, st *step, moved bool) (touched []briefings.Record, stay string, err error) {
	var left []string
	for _, p := range slices.Backward(target.Parts) {
		before, after, err := c.codec.sides(&p)
		if err != nil {
			return nil, "", err
		}
		stands, err := c.record(id, p.Kind, p.Handle)
		if err != nil {
			return nil, "", err
		}
		back, err := c.codec.without(before, after, stands, moved)
		if errors.Is(err, errChangedSince) {
			say, err := c.changedSince(id, p.Handle)
			if err != nil {
				return nil, "", err
			}
			left = append(left, say)
			continue
		}
		if err != nil {
			return nil, "", err
		}
		if err := c.replace(id, stands, back, st.At); err != nil {
			return nil, "", err
		}
		if err := st.addPart(c.codec, stands, back); err != nil {
			return nil, "", err
		}
		touched = append(touched, stands, back)
	}
	return touched, strings.Join(left, ", "), nil
}

// changedSince says of a record who changed it after the step that is taken back.
func (c *change) changedSince(id string, h briefings.Handle) (say string, err error) {
	say = fmt.Sprintf("%s, which was changed since", h)
	err = c.steps(id, func(st *step) (bool, error) {
		changed := slices.ContainsFunc(st.Parts, func(p part) bool { return p.Handle == h })
		switch {
		case !changed:
		case st.Op == briefings.OpImport:
			say = fmt.Sprintf("%s, which a new text changed since", h)
		default:
			say = fmt.Sprintf("%s, which %s changed since", h, orSomebody(st.By))
		}
		return !changed, nil
	})
	return say, err
}

// replace puts a record, or none, in the place of what stands there. The count
// of writes goes on.
func (c *change) replace(id string, stands, with briefings.Record, now time.Time) error {
	if with == nil {
		if stands == nil {
			return nil
		}
		return c.noLonger(id, stands)
	}
	head := with.Common()
	if stands == nil { // it was created before: its handle is in use again
		if err := c.delete(usedKey(id, head.Handle)); err != nil {
			return err
		}
	} else {
		head.Version = stands.Common().Version
	}
	head.Version++
	head.Modified = now
	return c.putRecord(id, with)
}

// errChangedSince says that what a step wrote is not what stands there.
var errChangedSince = errors.New("changed since")

// without is a record that stands without what a step made of it: before was there
// before the step, after behind it; nil where there was none. What others made of it
// since, a new text among them, stays.
func (c *codec) without(before, after, stands briefings.Record, moved bool) (briefings.Record, error) {
	same, err := c.sameContent(after, stands)
	switch {
	case err != nil:
		return nil, err
	case same && !moved:
		return before, nil
	case before == nil && after != nil && stands != nil:
		if same, err = c.sameContent(asWritten(after), asWritten(stands)); err == nil && !same {
			err = errChangedSince
		}
		return nil, err
	case before == nil || after == nil || stands == nil:
		return nil, errChangedSince
	}
	return c.partedFrom(before, after, stands, moved)
}

// asWritten is a record as whoever made it wrote it: without its places, and without
// what a machine offers for it.
func asWritten(r briefings.Record) briefings.Record {
	r = withoutPlaces(r)
	h := r.Common()
	for i := range h.Anchors {
		h.Anchors[i].State = briefings.Anchored
	}
	if q, ok := r.(*briefings.Question); ok {
		q.Evidence = slices.DeleteFunc(q.Evidence, func(e briefings.Evidence) bool { return e.Offered })
		for i := range q.Evidence {
			if at := q.Evidence[i].Anchor; at != nil {
				at.State = briefings.Anchored
			}
		}
	}
	return r
}
