package store

import (
	"bytes"
	"context"

	"dossier/briefings"
)

// Reread sets the records of a briefing as briefings/revise merged them where
// newer extractors read the text that it has. It is held to what Revise is. No
// revision comes with it, so that Undo takes it back whole; where nothing
// differs, nothing is written.
func (l *Library) Reread(ctx context.Context, id string, b briefings.Briefing) error {
	return l.update(ctx, func(c *change) error {
		stored, err := c.briefing(id)
		if err != nil {
			return err
		}
		if stored.Revision != b.Revision {
			return &ConflictError{Briefing: id}
		}
		return l.setMerged(c, stored, &b, b.Revision, &step{Op: briefings.OpReread})
	})
}

// noteReread keeps in a step, beside the records, what changed of the meta data
// and the sections.
func (st *step) noteReread(c *codec, stored, merged *briefings.Briefing) error {
	before, err := c.fields(&stored.Meta)
	if err != nil {
		return err
	}
	after, err := c.fields(&merged.Meta)
	if err != nil {
		return err
	}
	st.Meta = differences(before, after)
	var sections fieldEdit
	if sections.Was, err = c.enc.Marshal(newOutline(stored).Sections); err != nil {
		return err
	}
	if sections.Is, err = c.enc.Marshal(newOutline(merged).Sections); err != nil {
		return err
	}
	if !bytes.Equal(sections.Was, sections.Is) {
		st.Sections = &sections
	}
	return nil
}

// empty says whether a step changed nothing.
func (st *step) empty() bool {
	return len(st.Parts) == 0 && len(st.Meta) == 0 && st.Sections == nil
}

// invertSections puts the sections that a step made back to those that were
// there before, if they still are what it made of them; otherwise it says that they
// stay. It returns what has to be counted anew in the row; nil if nothing.
func (c *change) invertSections(m *briefings.Meta, target, st *step) (counted func(*row) error, stay string, err error) {
	if target.Sections == nil {
		return nil, "", nil
	}
	o, _, err := fetch[outline](&c.snapshot, outlineKey(m.ID))
	if err != nil {
		return nil, "", err
	}
	stand, err := c.codec.enc.Marshal(o.Sections)
	if err != nil {
		return nil, "", err
	}
	if !bytes.Equal(stand, target.Sections.Is) {
		return nil, "what was read in the text, which was divided into sections anew since", nil
	}
	o.Sections = nil
	if err := c.codec.dec.Unmarshal(target.Sections.Was, &o.Sections); err != nil {
		return nil, "", err
	}
	st.Sections = &fieldEdit{Was: target.Sections.Is, Is: target.Sections.Was}
	return c.divided(m.ID, o.sections()), "", c.put(outlineKey(m.ID), o)
}
