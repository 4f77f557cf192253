package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"dossier/briefings"
	"dossier/store/engine"
)

// problemsMost is how many problems are listed; a file that is broken all over
// is not better understood by more.
const problemsMost = 1000

var errEnough = errors.New("more problems than are listed")

// Check proves the library whole, or lists what is broken: the file's own
// structure; that every value is what was written and can be read; that every
// key belongs to a briefing and every briefing has its keys; that texts have
// their hashes and anchors their passages; that what is derived (rows, sorted
// views, counts) is what a rebuild gives; and that every record is what its
// history says. Others may read meanwhile, and write between two of its steps.
func (l *Library) Check(ctx context.Context) ([]Problem, error) {
	k := &checker{library: l, ctx: ctx}
	if err := l.engine.Verify(ctx, func(what string) { k.add("", "the file", "%s", what) }); err != nil {
		return nil, err
	}
	if len(k.problems) > 0 {
		return k.problems, nil // reading on might not end
	}
	if err := k.older(); err != nil || len(k.problems) > 0 {
		return k.problems, err // an upgrade might leave behind what is broken
	}
	for _, pass := range []func() error{k.values, k.briefings, k.count} {
		if err := pass(); errors.Is(err, errEnough) {
			break
		} else if err != nil {
			return nil, err
		}
	}
	return k.problems, nil
}

// checker collects problems.
type checker struct {
	library  *Library
	ctx      context.Context
	problems []Problem
}

func (k *checker) add(briefing, where, format string, args ...any) {
	if len(k.problems) < problemsMost {
		k.problems = append(k.problems, Problem{briefing, where, fmt.Sprintf(format, args...)})
	}
}

// broken lists a value that cannot be read as a problem; other errors stay
// errors.
func (k *checker) broken(briefing, where string, err error) error {
	if errors.Is(err, errValue) {
		k.add(briefing, where, "%v", err)
		return nil
	}
	return err
}

// older proves each value of a library that is still to be upgraded, as that
// leaves it.
func (k *checker) older() error {
	for after, more := "", true; more; {
		err := k.library.engine.View(k.ctx, func(r engine.Reader) (err error) {
			step, older := k.library.schema.steps[int(r.Version())]
			if more = older && r.Rev() > 0 && step.problem != nil && len(k.problems) < problemsMost; more {
				after, more, err = k.olderPage(r, step, after)
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (k *checker) olderPage(r engine.Reader, step upgrade, after string) (last string, more bool, err error) {
	return page(r, after, func(item engine.Item) error {
		if _, err := k.library.codec.unwrap(item.Key, item.Value, nil); err != nil {
			k.add("", item.Key, "%v", err)
			return nil
		}
		problem, err := step.problem(r, item)
		if problem != "" {
			k.add("", item.Key, "%s", problem)
		}
		return err
	})
}

// page proves the values behind a key, as many as one transaction may take; more are
// behind the last.
func page(r engine.Reader, after string, prove func(engine.Item) error) (last string, more bool, err error) {
	n := 0
	for item, err := range r.Scan(engine.Range{After: after}) {
		if err != nil {
			return "", false, err
		}
		if n++; n > pageRows {
			return last, true, nil
		}
		last = item.Key
		if err := prove(item); err != nil {
			return "", false, err
		}
	}
	return last, false, nil
}

// values proves each value alone, in pages, and that its key belongs somewhere.
func (k *checker) values() error {
	for after, more := "", true; more; {
		if len(k.problems) >= problemsMost {
			return errEnough
		}
		err := k.library.view(k.ctx, func(s *snapshot) (err error) {
			after, more, err = k.valuePage(s, after)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (k *checker) valuePage(s *snapshot, after string) (last string, more bool, err error) {
	owner, owned := "", false // of the keys just before: they come in runs
	return page(s, after, func(item engine.Item) error {
		if _, err := s.codec.unwrap(item.Key, item.Value, nil); err != nil {
			return k.broken(idIn(item.Key), item.Key, err)
		}
		if id := idIn(item.Key); id != "" && id != owner {
			owner = id
			meta, err := s.Get(metaKey(id))
			if err != nil {
				return err
			}
			owned = meta != nil
		}
		return k.key(s, item, owned)
	})
}

// key proves that a key is one of those in keys.go and belongs to a briefing.
func (k *checker) key(s *snapshot, item engine.Item, owned bool) error {
	family, _, _ := strings.Cut(item.Key, "/")
	switch family {
	case countKey, "c":
		return nil
	case "j":
		return k.judgement(s, item.Key)
	case "d":
		if id := idIn(item.Key); id != "" && !owned {
			k.add(id, item.Key, "is a draft in a briefing that there is not")
		}
		return nil
	case "b", "q":
		switch {
		case !owned:
			k.add(idIn(item.Key), item.Key, "belongs to a briefing that there is not")
		case !named(item.Key):
			k.add(idIn(item.Key), item.Key, "is no key that a briefing has")
		}
		return nil
	case "i":
		return k.index(s, item.Key)
	}
	k.add("", item.Key, "is no key that a library has")
	return nil
}

// judgement proves that an entry of the log says something, and that what it
// takes back or follows is there.
func (k *checker) judgement(s *snapshot, key string) error {
	j, _, err := fetch[briefings.Judgement](s, key)
	if err != nil {
		return k.broken("", key, err)
	}
	if err := j.Check(); err != nil || key != judgementKey(j.ID) || j.By == "" || j.At.IsZero() {
		k.add(j.Briefing, key, "is no judgement")
	}
	for _, other := range []string{j.Undoes, j.Follows} {
		if other == "" {
			continue
		}
		if value, err := s.Get(judgementKey(other)); err != nil {
			return err
		} else if value == nil {
			k.add(j.Briefing, key, "concerns the judgement %s, which there is not", other)
		}
	}
	return nil
}

// index proves that a key to find a briefing by leads to one that is found so.
func (k *checker) index(s *snapshot, key string) error {
	name, _, _ := strings.Cut(strings.TrimPrefix(key, "i/"), "/")
	id := idAtEnd(key)
	if name == "slug" || name == "hash" {
		var err error
		if id, _, err = fetch[string](s, key); err != nil {
			return k.broken("", key, err)
		}
	}
	m, found, err := fetch[briefings.Meta](s, metaKey(id))
	if err != nil {
		return k.broken(id, key, err)
	}
	r, rowFound, err := fetch[row](s, rowKey(m.Modified, id))
	if err != nil {
		return k.broken(id, key, err)
	}
	right := found && rowFound
	switch name {
	case "slug":
		right = right && key == slugKey(m.Slug)
	case "hash":
		right = right && s.hasRevision(id, key)
	case "source":
		right = right && key == bySource(m.Source)+id
	default:
		right = right && slices.Contains(sortKeys(&r), key)
	}
	if !right {
		k.add(id, key, "leads to a briefing that is not found so")
	}
	return nil
}

func (s *snapshot) hasRevision(id string, key string) bool {
	heads, err := s.heads(id)
	return err == nil && slices.ContainsFunc(heads, func(h head) bool { return hashKey(h.RawHash) == key })
}

// briefings proves each briefing in a transaction of its own.
func (k *checker) briefings() error {
	for after, more := "", true; more; {
		if len(k.problems) >= problemsMost {
			return errEnough
		}
		err := k.library.view(k.ctx, func(s *snapshot) (err error) {
			if after, err = s.next("", after); err != nil || after == "" {
				more = false
				return err
			}
			return k.briefing(s, after)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (k *checker) count() error {
	return k.library.view(k.ctx, func(s *snapshot) error {
		counted, _, err := fetch[int](s, countKey)
		if err != nil {
			return k.broken("", countKey, err)
		}
		found, err := keys(s, engine.Range{Prefix: rowPrefix}, 0)
		if err == nil && len(found) != counted {
			k.add("", countKey, "counts %d briefings where there are %d", counted, len(found))
		}
		return err
	})
}

// named says whether a briefing has keys that are called so.
func named(key string) bool {
	family, rest, _ := strings.Cut(key, "/")
	_, name, _ := strings.Cut(rest, "/")
	if kind := briefings.Handle(name).Kind(); kind != "" {
		return (kind == briefings.KindQuestion) == (family == "q")
	}
	first, _, parts := strings.Cut(name, "/")
	switch first {
	case "meta", "outline", "reading":
		return !parts
	case "log", "revision", "source", "text", "used":
		return parts
	}
	return false
}
