package store

import (
	"context"
	"slices"

	"dossier/briefings"
	"dossier/store/engine"
)

// Purge removes a briefing with its text, its records and their history, for
// good: the file is written anew without them. What was judged of one mention in
// it goes too; what was judged of actors is the library's and stays. Copies and backups made before
// still hold it.
func (l *Library) Purge(ctx context.Context, id string) error {
	err := l.update(ctx, func(c *change) error {
		m, err := c.meta(id)
		if err != nil {
			return err
		}
		gone, err := c.keysOf(&m)
		if err != nil {
			return err
		}
		if err := c.delete(gone...); err != nil {
			return err
		}
		return c.addCount(-1)
	})
	if err != nil {
		return err
	}
	return l.Compact(ctx)
}

// keysOf lists every key that a briefing has.
func (s *snapshot) keysOf(m *briefings.Meta) ([]string, error) {
	id := m.ID
	out := []string{slugKey(m.Slug)}
	for _, family := range []string{briefingPrefix, questionPrefix, draftPrefix} {
		found, err := keys(s, engine.Range{Prefix: family + id + "/"}, 0)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	judged, err := s.judgementsWithin(id)
	if err != nil {
		return nil, err
	}
	out = append(out, judged...)
	r, err := s.row(m)
	if err != nil {
		return nil, err
	}
	out = append(out, sortKeys(&r)...)
	if m.Source != "" {
		out = append(out, bySource(m.Source)+id)
	}
	heads, err := s.heads(id)
	if err != nil {
		return nil, err
	}
	for i := range heads {
		out = append(out, hashKey(heads[i].RawHash))
	}
	return slices.Compact(out), nil
}
