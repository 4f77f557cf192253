package command

import (
	"context"
	"fmt"

	"dossier/briefings"
)

// handEdits takes over what a person changed by hand in the file that the
// briefing was last exported to: fields of the briefing itself, records that
// were added, fields and answers. A record that is missing in the file stays.
func (in *intakeRun) handEdits(ctx context.Context, o outcome, id string, p *structured) (outcome, error) {
	b, err := in.lib.Briefing(ctx, id)
	if err != nil {
		return o, err
	}
	var changed []briefings.Record
	meta, err := in.metaEdited(&b.Meta, &p.briefing.Meta)
	if err != nil {
		return o, err
	}
	if meta != nil {
		o.Changes = append(o.Changes, "edited by hand: the briefing itself")
	}
	for _, r := range p.briefing.Records() {
		stands := b.Record(r.Common().Handle)
		switch {
		case stands == nil:
			changed = append(changed, r)
			o.Changes = append(o.Changes, fmt.Sprintf("added by hand: %s", r.Common().Handle))
		default:
			edited, odd := in.handEdited(stands, r)
			o.Odd = append(o.Odd, odd...)
			if edited != nil {
				changed = append(changed, edited)
				o.Changes = append(o.Changes, fmt.Sprintf("edited by hand: %s", r.Common().Handle))
			}
		}
	}
	if len(changed) == 0 && meta == nil && !p.edited {
		o.Outcome = "unchanged"
	}
	if in.dryRun {
		return o, nil
	}
	if meta != nil {
		if err := in.lib.SetMeta(ctx, id, func(m *briefings.Meta) { *m = *meta }); err != nil {
			return o, err
		}
	}
	_, err = in.lib.Put(ctx, id, changed...)
	return o, err
}

// metaEdited returns what the file makes of the briefing's own fields, nil if
// they agree.
func (in *intakeRun) metaEdited(stands, file *briefings.Meta) (*briefings.Meta, error) {
	out := *stands
	values := map[string]string{}
	for _, f := range briefings.MetaFields(stands) {
		values[f.Name] = f.Value
	}
	changed := false
	for _, f := range briefings.MetaFields(file) {
		if f.Value == values[f.Name] {
			continue
		}
		if err := briefings.SetMetaField(&out, f.Name, f.Value, in.analyst(), in.now().UTC()); err != nil {
			return nil, err
		}
		changed = true
	}
	if !changed {
		return nil, nil
	}
	return &out, nil
}

// handEdited returns the record that stands in the library with what the file
// says otherwise, nil if they agree. A value that a field does not take is odd,
// and stays out; the others are taken.
func (in *intakeRun) handEdited(stands, file briefings.Record) (briefings.Record, []string) {
	if !differs(stands, file) {
		return nil, nil
	}
	var odd []string
	out := stands.Clone()
	for _, f := range briefings.Fields(file) {
		if err := briefings.SetField(out, f.Name, f.Value, in.analyst(), in.now().UTC()); err != nil {
			odd = append(odd, fmt.Sprintf("%s is left as it was: %v", file.Common().Handle, err))
		}
	}
	if q, ok := out.(*briefings.Question); ok {
		f := file.(*briefings.Question)
		q.Status, q.Answers = f.Status, f.Answers
	}
	if !differs(stands, out) {
		return nil, odd
	}
	return out, odd
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
