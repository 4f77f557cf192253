package store

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/oklog/ulid/v2"

	"dossier/briefings"
	"dossier/store/engine"
)

// The log of judgements is the library's: it is applied to every briefing that
// is read (see curated.go), and nothing of it is written into records.

const judgementPrefix = "j/"

func judgementKey(id string) string { return judgementPrefix + id }

// machineName signs what the store itself adds to the log.
const machineName = "dossier"

// Judge adds a judgement to the log, with its time and who made it, and returns
// it so. One that is made in a briefing is taken back by Undo there.
func (l *Library) Judge(ctx context.Context, j briefings.Judgement) (briefings.Judgement, error) {
	if err := j.Check(); err != nil {
		return j, err
	}
	if j.Op == briefings.Undo || j.Op == briefings.Follow {
		return j, fmt.Errorf("judging: %q is no judgement of a person; take one back by its id", j.Op)
	}
	err := l.update(ctx, func(c *change) error { return l.enter(c, &j) })
	return j, err
}

// TakeBack makes an entry of the log hold no more, or again if it is itself one
// that takes back. It names the entry by its id or the beginning of it.
func (l *Library) TakeBack(ctx context.Context, ref string) (made briefings.Judgement, err error) {
	err = l.update(ctx, func(c *change) error {
		log, err := c.judgements()
		if err != nil {
			return err
		}
		of, err := entry(log, ref)
		if err != nil {
			return err
		}
		if of.Op != briefings.Undo && !slices.ContainsFunc(briefings.Standing(log), func(j briefings.Judgement) bool { return j.ID == of.ID }) {
			return fmt.Errorf("taking back %s: it does not hold any more", of.ID)
		}
		made = briefings.Judgement{Op: briefings.Undo, Undoes: of.ID, Briefing: of.Briefing}
		return l.enter(c, &made)
	})
	return made, err
}

// entry finds an entry by the beginning of its id.
func entry(log []briefings.Judgement, ref string) (briefings.Judgement, error) {
	var found []briefings.Judgement
	for _, j := range log {
		if ref != "" && strings.HasPrefix(j.ID, strings.ToUpper(ref)) {
			found = append(found, j)
		}
	}
	switch len(found) {
	case 0:
		return briefings.Judgement{}, &NotFoundError{Ref: ref}
	case 1:
		return found[0], nil
	}
	return briefings.Judgement{}, fmt.Errorf("%s begins the ids of %d judgements; give more of it", ref, len(found))
}

// Judgements returns the whole log, oldest entry first.
func (l *Library) Judgements(ctx context.Context) (log []briefings.Judgement, err error) {
	err = l.view(ctx, func(s *snapshot) error {
		log, err = s.judgements()
		return err
	})
	return log, err
}

func (s *snapshot) judgements() ([]briefings.Judgement, error) {
	log := []briefings.Judgement{}
	err := scan(s, engine.Range{Prefix: judgementPrefix}, func(_ string, j briefings.Judgement) (bool, error) {
		log = append(log, j)
		return true, nil
	})
	return log, err
}

// enter appends to the log, behind every earlier change of the briefing that it
// was made in, so that undo knows which came last.
func (l *Library) enter(c *change, j *briefings.Judgement) error {
	now := l.now()
	m, err := c.meta(j.Briefing)
	var none *NotFoundError
	switch {
	case errors.As(err, &none) && (j.Briefing == "" || j.Op == briefings.Undo):
		m = briefings.Meta{} // of the library as a whole, or of a briefing that was purged
	case err != nil:
		return err
	default:
		if now, err = c.moment(now, &m); err != nil {
			return err
		}
	}
	if now, err = c.behindLast(judgementPrefix, now); err != nil {
		return err
	}
	id, err := ulid.New(ulid.Timestamp(now), rand.Reader)
	if err != nil {
		return fmt.Errorf("the clock shows %v, which cannot be; set it: %w", now, err)
	}
	j.ID, j.At = id.String(), now
	if j.Op != briefings.Follow {
		j.By = l.author
	}
	if err := c.put(judgementKey(j.ID), j); err != nil || m.ID == "" {
		return err
	}
	return c.touch(&m, now, nil)
}

// judgedIn returns the judgements that were made in a briefing as steps of its
// history, the last first.
func (s *snapshot) judgedIn(id string) ([]step, error) {
	log, err := s.judgements()
	if err != nil {
		return nil, err
	}
	var out []step
	for _, j := range slices.Backward(log) {
		if j.Briefing == id {
			out = append(out, judgedStep(log, j))
		}
	}
	return out, nil
}

// judgedStep tells an entry of a log as a step. One that makes an entry hold
// again is a redo.
func judgedStep(log []briefings.Judgement, j briefings.Judgement) step {
	of, holds := briefings.Concerned(log, j)
	st := step{ID: j.ID, At: j.At, By: j.By, Op: briefings.OpJudge, Note: of.String(), Judgement: j.ID}
	switch {
	case j.Op != briefings.Undo:
	case holds:
		st.Op, st.Redoes = briefings.OpRedo, j.Undoes
	default:
		st.Op, st.Undoes = briefings.OpUndo, j.Undoes
	}
	return st
}

// withdraw takes back the judgement of a step, as undo and redo do.
func (l *Library) withdraw(c *change, id string, target *step) (*briefings.Change, error) {
	j := briefings.Judgement{Op: briefings.Undo, Undoes: target.Judgement, Briefing: id}
	if err := l.enter(c, &j); err != nil {
		return nil, err
	}
	log, err := c.judgements()
	if err != nil {
		return nil, err
	}
	st := judgedStep(log, j)
	changes, err := l.changes(id, &st)
	if err != nil {
		return nil, err
	}
	return &changes[0], nil
}

// everyStep walks a briefing's history and the judgements that were made in
// it, the last first.
func (s *snapshot) everyStep(id string, do func(*step) (more bool, err error)) error {
	judged, err := s.judgedIn(id)
	if err != nil {
		return err
	}
	more := true
	upTo := func(last string) (err error) {
		for more && err == nil && len(judged) > 0 && judged[0].ID > last {
			more, err = do(&judged[0])
			judged = judged[1:]
		}
		return err
	}
	err = s.steps(id, func(st *step) (bool, error) {
		if err := upTo(st.ID); err != nil || !more {
			return false, err
		}
		more, err = do(st)
		return more, err
	})
	if err != nil || !more {
		return err
	}
	return upTo("")
}

// judgementsWithin are the keys of the entries that hold in one briefing only,
// and of those that take them back.
func (s *snapshot) judgementsWithin(id string) (out []string, err error) {
	log, err := s.judgements()
	gone := map[string]bool{}
	for _, j := range log {
		if j.Briefing == id && j.Mention != nil || gone[j.Undoes] {
			gone[j.ID] = true
			out = append(out, judgementKey(j.ID))
		}
	}
	return out, err
}
