package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"dossier/briefings"
)

// Put creates records (those without a handle, or with one that was never
// used) and sets others, all in one step of the history, which one Undo takes
// back. It returns them as they were stored: with handle, author, times and
// version. A record that somebody else changed since it was read (its Version
// is not that of the store) is a *ConflictError, and nothing is written.
func (l *Library) Put(ctx context.Context, id string, records ...briefings.Record) (out []briefings.Record, err error) {
	if len(records) == 0 {
		return nil, nil
	}
	err = l.update(ctx, func(c *change) error {
		out = nil
		m, err := c.meta(id)
		if err != nil {
			return err
		}
		now, err := c.moment(l.now(), &m)
		if err != nil {
			return err
		}
		st := step{At: now, By: l.author, Op: briefings.OpSet}
		if out, err = l.putAll(ctx, c, &m, &st, records); err != nil {
			return err
		}
		if !slices.ContainsFunc(st.Parts, func(p part) bool { return p.Before != nil }) {
			st.Op = briefings.OpCreate
		}
		if err := c.addStep(id, &st); err != nil {
			return err
		}
		return c.touch(&m, now, recount(c, id, records...))
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// recount returns what has to be counted anew in a row after a change of these
// records; nil if nothing.
func recount(c *change, id string, records ...briefings.Record) func(*row) error {
	for _, r := range records {
		if r != nil && r.Kind() == briefings.KindQuestion {
			return func(row *row) error { return row.count(&c.snapshot, id) }
		}
	}
	return nil
}

// putAll writes records as parts of a step and returns them as they are shown. There
// may be tens of thousands: it ends with the context.
func (l *Library) putAll(ctx context.Context, c *change, m *briefings.Meta, st *step, records []briefings.Record) ([]briefings.Record, error) {
	var out []briefings.Record
	for _, r := range records {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		before, after, err := l.put(c, m, r, st.At)
		if err != nil {
			return nil, err
		}
		if err := st.addPart(l.codec, before, after); err != nil {
			return nil, err
		}
		if curates(after.Kind()) {
			if after, err = c.shown(m, after.Kind(), after.Common().Handle); err != nil {
				return nil, err
			}
		}
		out = append(out, after)
	}
	return out, nil
}

// put writes one record on behalf of a person.
func (l *Library) put(c *change, m *briefings.Meta, given briefings.Record, now time.Time) (before, after briefings.Record, err error) {
	if err := l.checkRecord(given); err != nil {
		return nil, nil, err
	}
	id := m.ID
	h := given.Common()
	if h.Handle != "" {
		if before, err = c.record(id, given.Kind(), h.Handle); err != nil {
			return nil, nil, err
		}
	}
	if stale(before, h) {
		return nil, nil, c.conflict(id, h.Handle, before)
	}
	if after, err = c.uncurated(m, given, before); err != nil {
		return nil, nil, err
	}
	after = after.Clone()
	h = after.Common()
	if before == nil {
		if err := c.newHandle(id, after); err != nil {
			return nil, nil, err
		}
		h.By, h.Created, h.Version = cmp.Or(h.By, l.author), orNow(h.Created, now), 0
	} else {
		was := before.Common()
		h.By, h.Created, h.Version = was.By, was.Created, was.Version
	}
	h.Version++
	h.Modified = now
	h.Origin = cmp.Or(h.Origin, briefings.OriginAnalyst)
	h.State = cmp.Or(h.State, briefings.StateLive)
	return before, after, c.putRecord(id, after)
}

// checkRecord refuses what must never be stored.
func (l *Library) checkRecord(r briefings.Record) error {
	if r == nil || letter(r.Kind()) == "-" {
		return errors.New("saving a record: it is of no known kind")
	}
	h := r.Common()
	if h.Handle != "" && h.Handle.Kind() != r.Kind() {
		return fmt.Errorf("saving %s: the handle does not fit a record of the kind %s", h.Handle, r.Kind())
	}
	if h.Origin == briefings.OriginExtracted && len(h.Anchors) == 0 {
		return fmt.Errorf("saving %s: an extracted record must point at its passage", cmp.Or(h.Handle, "a record"))
	}
	return nil
}

// stale says whether a writer read another version than the one stored.
func stale(stored briefings.Record, h *briefings.Head) bool {
	if stored == nil {
		return h.Version > 0
	}
	return stored.Common().Version != h.Version
}

// conflict says who changed a record last, and what stands there.
func (s *snapshot) conflict(id string, h briefings.Handle, stands briefings.Record) error {
	e := &ConflictError{Briefing: id, Handle: h, Current: stands}
	err := s.steps(id, func(st *step) (bool, error) {
		if slices.ContainsFunc(st.Parts, func(p part) bool { return p.Handle == h }) {
			e.By = st.By
		}
		return e.By == "", nil
	})
	if err != nil {
		return err
	}
	return e
}

// newHandle gives a new record its handle. A handle is never used twice in a
// briefing, also not that of a record whose creation was undone.
func (c *change) newHandle(id string, r briefings.Record) error {
	h := r.Common()
	if h.Handle != "" {
		used, err := c.used(id, h.Handle)
		if err == nil && used {
			err = fmt.Errorf("saving %s: the handle was used before in this briefing; leave it empty to get a new one", h.Handle)
		}
		return err
	}
	var failed error
	h.Handle = briefings.NewHandle(r.Kind(), r.Line(), func(candidate briefings.Handle) bool {
		used, err := c.used(id, candidate)
		if err != nil {
			failed = err
		}
		return used && err == nil
	})
	return failed
}

func (c *change) used(id string, h briefings.Handle) (bool, error) {
	for _, key := range []string{recordKey(id, h.Kind(), h), usedKey(id, h)} {
		if value, err := c.Get(key); err != nil || value != nil {
			return value != nil, err
		}
	}
	return false, nil
}

// noLonger removes a record whose creation is taken back; its handle stays
// used.
func (c *change) noLonger(id string, r briefings.Record) error {
	h := r.Common().Handle
	if err := c.delete(recordKey(id, r.Kind(), h)); err != nil {
		return err
	}
	return c.mark(usedKey(id, h))
}
