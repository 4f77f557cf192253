package store

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/fxamacker/cbor/v2"

	"dossier/briefings"
)

// SetMeta changes what is known of a briefing, and records that depend on it,
// as one step of the history. The id, slug, revision, counts and times are the
// store's and stay as they are.
func (l *Library) SetMeta(ctx context.Context, id string, alter func(*briefings.Meta), records ...briefings.Record) error {
	return l.update(ctx, func(c *change) error {
		m, err := c.meta(id)
		if err != nil {
			return err
		}
		before, err := c.codec.fields(&m)
		if err != nil {
			return err
		}
		fresh := m
		fresh.Author, fresh.Tags, fresh.Extras = slices.Clone(m.Author), slices.Clone(m.Tags), slices.Clone(m.Extras)
		alter(&fresh)
		fresh.ID, fresh.Slug, fresh.Revision, fresh.Words = m.ID, m.Slug, m.Revision, m.Words
		fresh.Created, fresh.Modified = m.Created, m.Modified
		after, err := c.codec.fields(&fresh)
		if err != nil {
			return err
		}
		now, err := c.moment(l.now(), &m)
		if err != nil {
			return err
		}
		st := step{At: now, By: l.author, Op: briefings.OpSet, Meta: differences(before, after)}
		if len(st.Meta) == 0 && len(records) == 0 {
			return nil
		}
		if err := c.moveSource(id, m.Source, fresh.Source); err != nil {
			return err
		}
		if _, err := l.putAll(ctx, c, &fresh, &st, records); err != nil {
			return err
		}
		if err := c.addStep(id, &st); err != nil {
			return err
		}
		return c.touch(&fresh, st.At, recount(c, id, records...))
	})
}

// invertMeta puts the fields that a step changed back. Those that somebody changed
// since stay; it says which.
func (c *change) invertMeta(m *briefings.Meta, target, st *step) (stay string, err error) {
	if len(target.Meta) == 0 {
		return "", nil
	}
	fields, err := c.codec.fields(m)
	if err != nil {
		return "", err
	}
	st.Meta = map[string]fieldEdit{}
	var left []string
	for _, name := range slices.Sorted(maps.Keys(target.Meta)) {
		edit, stands := target.Meta[name], fields[name]
		back, err := c.codec.parted(edit.Was, edit.Is, stands)
		if errors.Is(err, errChangedSince) {
			left = append(left, "the "+name+" of the briefing, which was changed since")
			continue
		}
		if err != nil {
			return "", err
		}
		if len(back) == 0 {
			delete(fields, name)
		} else {
			fields[name] = back
		}
		st.Meta[name] = fieldEdit{Was: stands, Is: back}
	}
	raw, err := c.codec.enc.Marshal(fields)
	if err != nil {
		return "", err
	}
	source := m.Source
	*m = briefings.Meta{}
	if err := c.codec.dec.Unmarshal(raw, m); err != nil {
		return "", err
	}
	return strings.Join(left, ", "), c.moveSource(m.ID, source, m.Source)
}

// fields takes meta data apart.
func (c *codec) fields(m *briefings.Meta) (map[string]cbor.RawMessage, error) {
	raw, err := c.enc.Marshal(m)
	if err != nil {
		return nil, err
	}
	fields := map[string]cbor.RawMessage{}
	return fields, c.dec.Unmarshal(raw, &fields)
}

func differences(before, after map[string]cbor.RawMessage) map[string]fieldEdit {
	out := map[string]fieldEdit{}
	for name, was := range before {
		if is := after[name]; !bytes.Equal(was, is) {
			out[name] = fieldEdit{was, is}
		}
	}
	for name, is := range after {
		if _, there := before[name]; !there {
			out[name] = fieldEdit{Is: is}
		}
	}
	return out
}

// moveSource changes under which source a briefing is found.
func (c *change) moveSource(id, from, to string) error {
	if from == to {
		return nil
	}
	if from != "" {
		if err := c.delete(bySource(from) + id); err != nil {
			return err
		}
	}
	if to == "" {
		return nil
	}
	return c.mark(bySource(to) + id)
}
