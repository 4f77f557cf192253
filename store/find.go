package store

import (
	"context"
	"strings"

	"dossier/briefings"
	"dossier/store/engine"
)

// shownCandidates is how many briefings an AmbiguousError names.
const shownCandidates = 8

// Find returns the id of the briefing that a person means: by its id, its slug,
// or the beginning of either, if only one begins so.
func (l *Library) Find(ctx context.Context, ref string) (id string, err error) {
	ref = strings.TrimSpace(ref)
	if ref == "" {
		return "", &NotFoundError{Ref: ref}
	}
	err = l.view(ctx, func(s *snapshot) error {
		id, err = s.find(ref)
		return err
	})
	return id, err
}

func (s *snapshot) find(ref string) (string, error) {
	upper, lower := strings.ToUpper(ref), strings.ToLower(ref)
	if _, found, err := fetch[briefings.Meta](s, metaKey(upper)); err != nil || found {
		return upper, err
	}
	if id, found, err := fetch[string](s, slugKey(lower)); err != nil || found {
		return id, err
	}
	ids, err := s.beginning(upper, lower)
	switch {
	case err != nil:
		return "", err
	case len(ids) == 0:
		return "", &NotFoundError{Ref: ref}
	case len(ids) == 1:
		return ids[0], nil
	}
	ambiguous := &AmbiguousError{Ref: ref}
	for _, id := range ids {
		r, err := s.rowOf(id)
		if err != nil {
			return "", err
		}
		ambiguous.Candidates = append(ambiguous.Candidates, r.Summary)
	}
	return "", ambiguous
}

// beginning finds briefings, each once, whose id or slug begins so.
func (s *snapshot) beginning(upper, lower string) (ids []string, err error) {
	seen := map[string]bool{}
	add := func(id string) bool {
		if !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
		return len(ids) < shownCandidates
	}
	for id, more := "", true; more; {
		if id, err = s.next(upper, id); err != nil {
			return nil, err
		}
		more = id != "" && add(id)
	}
	err = scan(s, engine.Range{Prefix: slugKey(lower)}, func(_ string, id string) (bool, error) { return add(id), nil })
	return ids, err
}

// BySource finds the briefing that came from a URL or a file of that name; of
// several, the youngest.
func (l *Library) BySource(ctx context.Context, url string) (id string, found bool, err error) {
	if url == "" {
		return "", false, nil
	}
	err = l.view(ctx, func(s *snapshot) error {
		last, err := s.lastKey(bySource(url))
		id = idAtEnd(last)
		return err
	})
	return id, id != "", err
}

// ByHash finds the briefing of which the bytes with this hash are a revision.
func (l *Library) ByHash(ctx context.Context, rawHash string) (id string, found bool, err error) {
	err = l.view(ctx, func(s *snapshot) error {
		id, found, err = fetch[string](s, hashKey(rawHash))
		return err
	})
	return id, found, err
}

// ByTitle returns the ids of the briefings with a title, but for case and
// diacritics, in the order of their import. None has an empty one.
func (l *Library) ByTitle(ctx context.Context, title string) (ids []string, err error) {
	wanted := briefings.Fold(title)
	if wanted == "" {
		return nil, nil
	}
	by, _ := order(ByTitle)
	err = l.view(ctx, func(s *snapshot) error {
		ids = nil
		found, err := keys(s, engine.Range{Prefix: by.prefix + by.key(&row{Summary: briefings.Summary{Title: title}}) + "/"}, 0)
		if err != nil {
			return err
		}
		for _, key := range found { // long titles have only their beginning in the key
			m, err := s.meta(idAtEnd(key))
			if err != nil {
				return err
			}
			if briefings.Fold(m.Title) == wanted {
				ids = append(ids, m.ID)
			}
		}
		return nil
	})
	return ids, err
}

// Meta returns what is known of a briefing without what stands in it, as
// quickly for a document of megabytes as for a page.
func (l *Library) Meta(ctx context.Context, id string) (m briefings.Meta, err error) {
	err = l.view(ctx, func(s *snapshot) error {
		m, err = s.meta(id)
		return err
	})
	return m, err
}
