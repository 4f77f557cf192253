package store

import (
	"context"
	"errors"
	"reflect"
	"slices"

	"dossier/briefings"
)

// Before returns a briefing as its records stand (see Recorded), but without what the
// texts that came in after a revision made of them: with what was read in that
// revision, and with what people did since. Passages that a record had in it are
// marked as lost from it, for briefings/revise to find them. A record that a later text
// brought is there as it stands: nothing goes.
func (l *Library) Before(ctx context.Context, id string, number int) (b *briefings.Briefing, err error) {
	err = l.view(ctx, func(s *snapshot) error {
		if b, err = s.briefing(id); err != nil {
			return err
		}
		records := map[briefings.Handle]briefings.Record{}
		for r := range b.All() {
			records[r.Common().Handle] = r
		}
		revision := b.Revision
		return s.steps(id, func(st *step) (bool, error) {
			if st.Op != briefings.OpImport {
				return true, nil
			}
			if revision--; revision < number { // the one that the text of this step followed
				return false, nil
			}
			return true, s.codec.withoutText(records, st, revision)
		})
	})
	return b, err
}

// withoutText takes out of records what the step of a new text made of them; revision
// is the one before it.
func (c *codec) withoutText(records map[briefings.Handle]briefings.Record, st *step, revision int) error {
	for _, p := range st.Parts {
		before, after, err := c.sides(&p)
		if err != nil {
			return err
		}
		stands := records[p.Handle]
		if before == nil || after == nil || stands == nil {
			continue
		}
		back, err := c.partedFrom(before, after, stands, false)
		if errors.Is(err, errChangedSince) {
			continue // a person said since what is to be
		}
		if err != nil {
			return err
		}
		lose(back, before, revision)
		reflect.ValueOf(stands).Elem().Set(reflect.ValueOf(back).Elem())
	}
	return nil
}

// lose marks the passages that a record had in a revision as last seen in that.
func lose(r, had briefings.Record, revision int) {
	anchors, were := r.Common().Anchors, had.Common().Anchors
	for i := range anchors {
		at := slices.IndexFunc(were, samePassage(&anchors[i]))
		if at < 0 {
			continue
		}
		if anchors[i] = were[at]; anchors[i].Placed() {
			anchors[i].State, anchors[i].Revision = briefings.Orphaned, revision
		}
	}
}
