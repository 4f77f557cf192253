package store

import (
	"context"
	"fmt"
	"strings"

	"dossier/briefings"
)

// Undo takes back the last step that this author made in a briefing and that
// still stands, also one of an earlier session. It enters the inverse into the
// history. An import is passed over: its text is there from then on, and what was done
// before it is taken back where it stands now. ErrNothing where there is nothing to
// take back. What somebody else changed since stays as it is, and the note of the
// change says so: an undo of nothing else counts as one, so that the next goes on with
// what was before. It returns the (first) change that it made.
func (l *Library) Undo(ctx context.Context, id string) (*briefings.Change, error) {
	return l.takeBack(ctx, id, briefings.OpUndo, l.author)
}

// UndoAny is Undo of the last step that any person made.
func (l *Library) UndoAny(ctx context.Context, id string) (*briefings.Change, error) {
	return l.takeBack(ctx, id, briefings.OpUndo, anybody)
}

// Redo takes back the last Undo, if its author changed nothing since and no new text
// came in.
func (l *Library) Redo(ctx context.Context, id string) (*briefings.Change, error) {
	return l.takeBack(ctx, id, briefings.OpRedo, l.author)
}

// anybody stands for every person, but not for the machine.
const anybody = ""

// by says whether an author, or anybody, made a step.
func (st *step) by(author string) bool {
	return st.By == author || author == anybody && st.By != machineName
}

func (l *Library) takeBack(ctx context.Context, id string, op briefings.Op, author string) (made *briefings.Change, err error) {
	err = l.update(ctx, func(c *change) error {
		m, err := c.meta(id)
		if err != nil {
			return err
		}
		target, moved, err := c.target(id, author, op)
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
		if err := c.inverse(&m, target, &st, moved); err != nil {
			return err
		}
		made, err = l.madeBy(id, &st)
		return err
	})
	if err != nil {
		return nil, err
	}
	return made, nil
}

// madeBy is the first change of a step; its note tells of how many more records there
// are.
func (l *Library) madeBy(id string, st *step) (*briefings.Change, error) {
	told := *st
	switch more := len(st.Parts) - 1; {
	case more == 1:
		told.Note = strings.Trim("and 1 more record; "+st.Note, "; ")
	case more > 1:
		told.Note = strings.Trim(fmt.Sprintf("and %d more records; %s", more, st.Note), "; ")
	}
	changes, err := l.changes(id, &told)
	if err != nil {
		return nil, err
	}
	return &changes[0], nil
}

// target finds the step to take back: for an undo the author's last change that
// nobody has undone, for a redo the author's last undo that is not redone and has
// no change and no new text behind it. moved says that a new text came since: its
// passages stand elsewhere, and what was read in the former one is past.
func (s *snapshot) target(id, author string, op briefings.Op) (found *step, moved bool, err error) {
	takenBack := map[string]bool{}
	err = s.everyStep(id, func(st *step) (bool, error) {
		if st.Op == briefings.OpImport {
			moved = true
			return op != briefings.OpRedo, nil
		}
		switch st.Op {
		case briefings.OpRedo:
			takenBack[st.Redoes] = true
		case briefings.OpUndo:
			if takenBack[st.ID] {
				return true, nil
			}
			takenBack[st.Undoes] = true
			if op == briefings.OpRedo && st.by(author) {
				found = st
			}
		case briefings.OpCreate, briefings.OpSet, briefings.OpJudge, briefings.OpReread:
			switch {
			case !st.by(author):
			case op == briefings.OpRedo:
				return false, nil
			case !takenBack[st.ID] && !(moved && st.Op == briefings.OpReread):
				found = st
			}
		}
		return found == nil, nil
	})
	if err == nil && found == nil {
		err = s.nothing(id, author, op)
	}
	return found, moved, err
}

// nothing says why there is nothing to take back: what there is may be somebody else's.
func (s *snapshot) nothing(id, author string, op briefings.Op) error {
	if op != briefings.OpUndo || author == anybody {
		return ErrNothing
	}
	last, _, err := s.target(id, anybody, op)
	if err != nil {
		return err
	}
	return &NotYoursError{By: last.By, At: last.At, Author: author}
}
