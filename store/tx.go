package store

import (
	"context"
	"errors"

	"dossier/briefings"
	"dossier/store/engine"
)

// snapshot reads values at one revision.
type snapshot struct {
	engine.Reader
	codec  *codec
	judged *judgedLog
}

// change reads and writes in one transaction.
type change struct {
	snapshot
	w engine.Writer
}

// view runs do at one snapshot of a library of the current format.
func (l *Library) view(ctx context.Context, do func(*snapshot) error) error {
	return l.upgraded(ctx, func() error {
		return l.named("reading", l.engine.View(ctx, func(r engine.Reader) error {
			s := &snapshot{r, l.codec, &l.judged}
			if err := l.checkFormat(s); err != nil {
				return err
			}
			return do(s)
		}))
	})
}

// update runs do in one transaction; what it wrote is on disk when update
// returns nil.
func (l *Library) update(ctx context.Context, do func(*change) error) error {
	return l.upgraded(ctx, func() error {
		return l.named("writing", l.engine.Update(ctx, func(w engine.Writer) error {
			c := &change{snapshot{w, l.codec, &l.judged}, w}
			if err := l.checkFormat(&c.snapshot); err != nil {
				return err
			}
			if err := l.begin(c); err != nil {
				return err
			}
			return do(c)
		}))
	})
}

// named says of a broken value in which library it is and what to do.
func (l *Library) named(doing string, err error) error {
	if !errors.Is(err, errValue) {
		return err
	}
	return &engine.Error{Doing: doing, Path: l.path, Problem: err.Error(), Err: engine.ErrDamaged,
		Remedy: "see with \"dossier check\" what is lost, and put the last backup in its place with \"dossier restore\""}
}

// fetch reads a value; false where there is none.
func fetch[T any](s *snapshot, key string) (v T, found bool, err error) {
	value, err := s.Get(key)
	if err != nil || value == nil {
		return v, false, err
	}
	return v, true, s.codec.decode(key, value, &v)
}

// scan hands over the values of a range until do wants no more.
func scan[T any](s *snapshot, r engine.Range, do func(key string, v T) (more bool, err error)) error {
	for item, err := range s.Scan(r) {
		if err != nil {
			return err
		}
		var v T
		if err := s.codec.decode(item.Key, item.Value, &v); err != nil {
			return err
		}
		if more, err := do(item.Key, v); err != nil || !more {
			return err
		}
	}
	return nil
}

// keys returns the keys of a range, at most limit of them; 0 is all.
func keys(s *snapshot, r engine.Range, limit int) (out []string, err error) {
	for item, err := range s.Scan(r) {
		if err != nil {
			return nil, err
		}
		if out = append(out, item.Key); len(out) == limit {
			break
		}
	}
	return out, nil
}

// lastKey returns the last key that begins so, "" if none does.
func (s *snapshot) lastKey(prefix string) (string, error) {
	last, err := keys(s, engine.Range{Prefix: prefix, Reverse: true}, 1)
	if err != nil || len(last) == 0 {
		return "", err
	}
	return last[0], nil
}

func (c *change) put(key string, v any) error {
	value, err := c.codec.encode(key, v)
	if err != nil {
		return err
	}
	return c.w.Put(key, value)
}

// mark writes a key that says all by being there.
func (c *change) mark(key string) error { return c.put(key, true) }

func (c *change) delete(keys ...string) error {
	for _, key := range keys {
		if err := c.w.Delete(key); err != nil {
			return err
		}
	}
	return nil
}

// meta reads what every briefing has; *NotFoundError where there is none.
func (s *snapshot) meta(id string) (briefings.Meta, error) {
	m, found, err := fetch[briefings.Meta](s, metaKey(id))
	if err == nil && !found {
		err = &NotFoundError{Ref: id}
	}
	return m, err
}

// record reads a record; nil where there is none.
func (s *snapshot) record(id string, kind briefings.Kind, h briefings.Handle) (briefings.Record, error) {
	key := recordKey(id, kind, h)
	value, err := s.Get(key)
	if err != nil || value == nil {
		return nil, err
	}
	return s.decodeRecord(key, kind, value)
}

func (s *snapshot) decodeRecord(key string, kind briefings.Kind, value []byte) (briefings.Record, error) {
	r := briefings.NewRecord(kind)
	if r == nil {
		return nil, s.codec.broken(key, "no kind of record is called so")
	}
	return r, s.codec.decode(key, value, r)
}

// records hands over the records of a kind in a briefing, in the order of their
// handles.
func (s *snapshot) records(id string, kind briefings.Kind, do func(briefings.Record) error) error {
	for item, err := range s.Scan(engine.Range{Prefix: recordsIn(id, kind)}) {
		if err != nil {
			return err
		}
		r, err := s.decodeRecord(item.Key, kind, item.Value)
		if err != nil {
			return err
		}
		if err := do(r); err != nil {
			return err
		}
	}
	return nil
}

// putRecord writes a record as it is.
func (c *change) putRecord(id string, r briefings.Record) error {
	return c.put(recordKey(id, r.Kind(), r.Common().Handle), r)
}
