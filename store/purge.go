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
	out := []string{metaKey(id), rowKey(id), sectionsKey(id), readingKey(id), slugKey(m.Slug)}
	prefixes := []string{"u/" + id + "/", revisionsPrefix(id), "t/" + id + "/", "w/" + id + "/", historyPrefix(id), draftPrefix + id + "/"}
	for _, kind := range briefings.Kinds {
		prefixes = append(prefixes, recordsIn(id, kind))
	}
	for _, prefix := range prefixes {
		found, err := keys(s, engine.Range{Prefix: prefix}, 0)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	within, err := s.judgementsWithin(id)
	if err != nil {
		return nil, err
	}
	out = append(out, within...)
	r, _, err := fetch[row](s, rowKey(id))
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
