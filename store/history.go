package store

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/fxamacker/cbor/v2"
	"github.com/oklog/ulid/v2"

	"dossier/briefings"
	"dossier/store/engine"
)

// step is an entry of a briefing's history: what one call changed, which is
// what one undo takes back. Steps are never changed or removed.
type step struct {
	ID     string               `json:"-"` // of its key
	At     briefings.Time       `json:"at"`
	By     string               `json:"by"`
	Op     briefings.Op         `json:"op"`
	Undoes string               `json:"undoes,omitempty"`
	Redoes string               `json:"redoes,omitempty"`
	Note   string               `json:"note,omitempty"`
	Parts  []part               `json:"parts,omitempty"`
	Meta   map[string]fieldEdit `json:"meta,omitempty"` // changed fields of the meta data
	// Sections is how the same text was divided anew; nil where it was not.
	Sections *fieldEdit `json:"sections,omitempty"`
	// Judgement is the id of the entry in the log of judgements that this step
	// stands for; such steps are made when read (see judgements.go).
	Judgement string `json:"-"`
}

// part is what a step did to one record: the whole record before and after,
// nil where there was none.
type part struct {
	Kind   briefings.Kind   `json:"kind"`
	Handle briefings.Handle `json:"handle"`
	Before cbor.RawMessage  `json:"before,omitempty"`
	After  cbor.RawMessage  `json:"after,omitempty"`
}

type fieldEdit struct {
	Was cbor.RawMessage `json:"was,omitempty"`
	Is  cbor.RawMessage `json:"is,omitempty"`
}

// addPart notes a change of a record; before and after may be nil.
func (st *step) addPart(c *codec, before, after briefings.Record) error {
	of := after
	if of == nil {
		of = before
	}
	p := part{Kind: of.Kind(), Handle: of.Common().Handle}
	var err error
	if before != nil {
		if p.Before, err = c.enc.Marshal(before); err != nil {
			return err
		}
	}
	if after != nil {
		if p.After, err = c.enc.Marshal(after); err != nil {
			return err
		}
	}
	st.Parts = append(st.Parts, p)
	return nil
}

// addStep appends to a briefing's history. Its time is that of moment.
func (c *change) addStep(id string, st *step) error {
	fresh, err := ulid.New(ulid.Timestamp(st.At), rand.Reader)
	if err != nil {
		return fmt.Errorf("the clock shows %v, which cannot be; set it: %w", st.At, err)
	}
	st.ID = fresh.String()
	return c.put(historyPrefix(id)+st.ID, st)
}

// moment is the time of a change: the clock's, but behind every earlier change
// of the briefing, also where the clock runs backwards.
func (c *change) moment(clock time.Time, m *briefings.Meta) (time.Time, error) {
	return c.behindLast(historyPrefix(m.ID), later(clock, m.Modified))
}

// lastStep returns the key of the youngest entry of a briefing's history. Every
// change of a briefing has one of its own.
func (s *snapshot) lastStep(id string) (string, error) { return s.lastKey(historyPrefix(id)) }

// behindLast is the present, or the moment after the last entry of a log whose
// keys end in ULIDs.
func (c *change) behindLast(log string, now time.Time) (time.Time, error) {
	last, err := c.lastKey(log)
	if err != nil || last == "" {
		return now, err
	}
	id, err := ulid.ParseStrict(idAtEnd(last))
	if err != nil {
		return now, c.codec.broken(last, "its key is no ULID")
	}
	return later(now, ulid.Time(id.Time()).UTC()), nil
}

// later returns the present, or the moment after the last change if the clock
// does not show a later time.
func later(now, last time.Time) time.Time {
	if now.After(last) {
		return now
	}
	return last.Add(time.Millisecond)
}

// steps walks a briefing's history from its end until do wants no more.
func (s *snapshot) steps(id string, do func(*step) (more bool, err error)) error {
	return scan(s, engine.Range{Prefix: historyPrefix(id), Reverse: true}, func(key string, st step) (bool, error) {
		st.ID = idAtEnd(key)
		return do(&st)
	})
}

// History returns what was changed in a briefing, oldest first: all, or what
// concerns the record of a handle. An import is one entry for all records that
// came in with it. Of changes that were made in one step, each has the id of
// the step, followed by "." and its number from the second on.
func (l *Library) History(ctx context.Context, id string, h briefings.Handle) (out []briefings.Change, err error) {
	err = l.view(ctx, func(s *snapshot) error {
		if _, err := s.meta(id); err != nil {
			return err
		}
		out = []briefings.Change{}
		return s.everyStep(id, func(st *step) (bool, error) {
			changes, err := l.changes(id, st)
			if h != "" {
				changes = slices.DeleteFunc(changes, func(c briefings.Change) bool { return !concerns(&c, h) })
			}
			slices.Reverse(changes)
			out = append(out, changes...)
			return true, err
		})
	})
	slices.Reverse(out)
	return out, err
}

func concerns(c *briefings.Change, h briefings.Handle) bool {
	if c.Before == nil && c.After == nil {
		return c.Op == briefings.OpImport
	}
	return c.Before != nil && c.Before.Common().Handle == h || c.After != nil && c.After.Common().Handle == h
}

// changes tells a step in the program's words.
func (l *Library) changes(id string, st *step) ([]briefings.Change, error) {
	base := briefings.Change{ID: st.ID, At: st.At, By: st.By, Briefing: id, Op: st.Op,
		Undoes: st.Undoes, Redoes: st.Redoes, Note: st.Note}
	if len(st.Meta) > 0 {
		base.Note = strings.TrimPrefix(base.Note+"; changed: "+strings.Join(slices.Sorted(maps.Keys(st.Meta)), ", "), "; ")
	}
	if len(st.Parts) == 0 {
		return []briefings.Change{base}, nil
	}
	out := make([]briefings.Change, len(st.Parts))
	for i, p := range st.Parts {
		out[i] = base
		if i > 0 {
			out[i].ID += "." + strconv.Itoa(i+1)
		}
		var err error
		if out[i].Before, out[i].After, err = l.codec.sides(&p); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// sides are the record that a part of a step changed, before it and after it; nil where
// there was none.
func (c *codec) sides(p *part) (before, after briefings.Record, err error) {
	if before, err = c.record(p.Kind, p.Before); err == nil {
		after, err = c.record(p.Kind, p.After)
	}
	return before, after, err
}

// record decodes a record that a step keeps; nil where there was none.
func (c *codec) record(kind briefings.Kind, raw cbor.RawMessage) (briefings.Record, error) {
	if len(raw) == 0 {
		return nil, nil
	}
	r := briefings.NewRecord(kind)
	if r == nil {
		return nil, fmt.Errorf("a record of the kind %q %w", kind, errValue)
	}
	if err := c.dec.Unmarshal(raw, r); err != nil {
		return nil, fmt.Errorf("a record in the history %w (%w)", errValue, err)
	}
	return r, nil
}

// sameContent compares records apart from the count and time of their writes.
func (c *codec) sameContent(a, b briefings.Record) (bool, error) {
	if a == nil || b == nil {
		return a == nil && b == nil, nil
	}
	var raw [2][]byte
	for i, r := range []briefings.Record{a, b} {
		bare := r.Clone()
		bare.Common().Version, bare.Common().Modified = 0, briefings.Time{}
		var err error
		if raw[i], err = c.enc.Marshal(bare); err != nil {
			return false, err
		}
	}
	return bytes.Equal(raw[0], raw[1]), nil
}
