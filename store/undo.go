package store

import (
	"context"
	"slices"
	"time"

	"dossier/briefings"
)

// Undo takes back the last step that this author made in a briefing and that
// still stands, also one of an earlier session. It enters the inverse into the
// history. An import is passed over: its text is there from then on. ErrNothing where
// there is nothing to take back; a *ConflictError where what the step wrote was
// changed since by somebody else. It returns the (first) change that it made.
func (l *Library) Undo(ctx context.Context, id string) (*briefings.Change, error) {
	return l.takeBack(ctx, id, briefings.OpUndo)
}

// Redo takes back the last Undo, if its author changed nothing since.
func (l *Library) Redo(ctx context.Context, id string) (*briefings.Change, error) {
	return l.takeBack(ctx, id, briefings.OpRedo)
}

func (l *Library) takeBack(ctx context.Context, id string, op briefings.Op) (made *briefings.Change, err error) {
	err = l.update(ctx, func(c *change) error {
		m, err := c.meta(id)
		if err != nil {
			return err
		}
		target, err := c.target(id, l.author, op)
		if err != nil {
			return err
		}
		now, err := c.moment(l.now(), &m)
		if err != nil {
			return err
		}
		if target.Judgement != "" {
			made, err = l.withdraw(c, id, target)
			return err
		}
		st := step{At: now, By: l.author, Op: op}
		if op == briefings.OpUndo {
			st.Undoes = target.ID
		} else {
			st.Redoes = target.ID
		}
		if err := c.inverse(&m, target, &st); err != nil {
			return err
		}
		changes, err := l.changes(id, &st)
		if err == nil {
			made = &changes[0]
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return made, nil
}

// inverse makes a step the opposite of another, and enters it.
func (c *change) inverse(m *briefings.Meta, target, st *step) error {
	records, err := c.invertRecords(m.ID, target, st)
	if err != nil {
		return err
	}
	if err := c.invertMeta(m, target, st); err != nil {
		return err
	}
	counted, err := c.invertSections(m, target, st)
	if err != nil {
		return err
	}
	if counted == nil {
		counted = recount(c, m.ID, records...)
	}
	if err := c.addStep(m.ID, st); err != nil {
		return err
	}
	return c.touch(m, st.At, counted)
}

// target finds the step to take back: for an undo the author's last change that
// is not undone, for a redo the author's last undo that is not redone and has
// no change behind it.
func (s *snapshot) target(id, author string, op briefings.Op) (found *step, err error) {
	takenBack := map[string]bool{}
	err = s.everyStep(id, func(st *step) (bool, error) {
		if st.By != author {
			return true, nil
		}
		switch st.Op {
		case briefings.OpRedo:
			takenBack[st.Redoes] = true
		case briefings.OpUndo:
			if takenBack[st.ID] {
				return true, nil
			}
			takenBack[st.Undoes] = true
			if op == briefings.OpRedo {
				found = st
			}
		case briefings.OpCreate, briefings.OpSet, briefings.OpJudge, briefings.OpReread:
			if op == briefings.OpRedo {
				return false, nil
			}
			if !takenBack[st.ID] {
				found = st
			}
		}
		return found == nil, nil
	})
	if err == nil && found == nil {
		err = ErrNothing
	}
	return found, err
}

// invertRecords puts every record of a step back to what it was before, if it still
// is what the step made of it.
func (c *change) invertRecords(id string, target, st *step) (touched []briefings.Record, err error) {
	for _, p := range slices.Backward(target.Parts) {
		before, err := c.codec.record(p.Kind, p.Before)
		if err != nil {
			return nil, err
		}
		after, err := c.codec.record(p.Kind, p.After)
		if err != nil {
			return nil, err
		}
		stands, err := c.record(id, p.Kind, p.Handle)
		if err != nil {
			return nil, err
		}
		if same, err := c.codec.sameContent(stands, after); err != nil || !same {
			if err == nil {
				err = c.conflict(id, p.Handle, stands)
			}
			return nil, err
		}
		if err := c.replace(id, stands, before, st.At); err != nil {
			return nil, err
		}
		if err := st.addPart(c.codec, stands, before); err != nil {
			return nil, err
		}
		touched = append(touched, stands, before)
	}
	return touched, nil
}

// replace puts a record, or none, in the place of what stands there. The count
// of writes goes on.
func (c *change) replace(id string, stands, with briefings.Record, now time.Time) error {
	if with == nil {
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
