package command

import (
	"context"
	"fmt"
	"time"

	"dossier/briefings"
)

// handEdits takes over what a person changed by hand in the apparatus of an
// exported file: records that were added, and, if the briefing has not changed
// since the export, fields and answers. A record that is missing in the file
// stays.
func (in *intakeRun) handEdits(ctx context.Context, o outcome, id string, p *structured) (outcome, error) {
	b, err := in.lib.Briefing(ctx, id)
	if err != nil {
		return o, err
	}
	current := p.edited || sameSecond(b.Modified, p.briefing.Modified)
	var changed []briefings.Record
	passed := 0
	for _, r := range p.briefing.Records() {
		stands := b.Record(r.Common().Handle)
		switch {
		case stands == nil:
			changed = append(changed, r)
			o.Changes = append(o.Changes, fmt.Sprintf("added by hand: %s", r.Common().Handle))
		case current:
			edited, err := in.handEdited(stands, r)
			if err != nil {
				return o, fmt.Errorf("%s: %w", r.Common().Handle, err)
			}
			if edited != nil {
				changed = append(changed, edited)
				o.Changes = append(o.Changes, fmt.Sprintf("edited by hand: %s", r.Common().Handle))
			}
		case differs(stands, r):
			passed++
		}
	}
	if passed > 0 {
		o.Changes = append(o.Changes, fmt.Sprintf("the library is newer than the file: %s kept as the library has it", count(passed, "record")))
	}
	if len(changed) == 0 && !p.edited {
		o.Outcome = "unchanged"
	}
	if in.dryRun || len(changed) == 0 {
		return o, nil
	}
	_, err = in.lib.Put(ctx, id, changed...)
	return o, err
}

// handEdited returns the record that stands in the library with what the file
// says otherwise, nil if they agree.
func (in *intakeRun) handEdited(stands, file briefings.Record) (briefings.Record, error) {
	if !differs(stands, file) {
		return nil, nil
	}
	out := stands.Clone()
	for _, f := range briefings.Fields(file) {
		if err := briefings.SetField(out, f.Name, f.Value, in.analyst(), in.now().UTC()); err != nil {
			return nil, err
		}
	}
	if q, ok := out.(*briefings.Question); ok {
		f := file.(*briefings.Question)
		q.Status, q.Answers = f.Status, f.Answers
	}
	return out, nil
}

// differs says whether two records differ in what a person may change.
func differs(a, b briefings.Record) bool {
	x, y := fieldValues(a), fieldValues(b)
	if len(x) != len(y) {
		return true
	}
	for i := range x {
		if x[i].Value != y[i].Value {
			return true
		}
	}
	return false
}

// sameSecond compares times as a file writes them.
func sameSecond(a, b time.Time) bool { return a.Truncate(time.Second).Equal(b.Truncate(time.Second)) }
