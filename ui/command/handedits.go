package command

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"dossier/briefings"
	"dossier/briefings/revise"
)

// handEdits takes over what a person changed by hand in the file that the
// briefing was last exported to: fields of the briefing itself, records that
// were added, fields and answers. A record that is missing in the file stays,
// unless the library is to mirror the file.
func (in *intakeRun) handEdits(ctx context.Context, o outcome, before *briefings.Briefing, p *structured) (outcome, error) {
	id := before.ID
	b, err := in.lib.Briefing(ctx, id)
	if err != nil {
		return o, err
	}
	var changed []briefings.Record
	meta, refused := metaEdited(&before.Meta, &b.Meta, &p.briefing.Meta, in.analyst(), in.now().UTC())
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
			edited, more := revise.ByHand(exportedAs(before, stands), stands, r, in.analyst(), in.now().UTC())
			refused = append(refused, more...)
			if edited != nil {
				changed = append(changed, edited)
				o.Changes = append(o.Changes, fmt.Sprintf("edited by hand: %s", r.Common().Handle))
			}
		}
	}
	o.Odd = append(o.Odd, untold(refused, o.Odd)...)
	missing, err := in.missing(before, b, &p.briefing, &o)
	if err != nil {
		return o, err
	}
	changed = append(changed, missing...)
	if len(changed) == 0 && meta == nil && !p.edited {
		o.Outcome = "unchanged"
	}
	if in.dryRun {
		return o, nil
	}
	return o, in.setAll(ctx, id, meta, changed)
}

// setAll saves what one file changed as one step, which one undo takes back. meta is
// nil where nothing of the briefing itself changed.
func (in *intakeRun) setAll(ctx context.Context, id string, meta *briefings.Meta, changed []briefings.Record) error {
	if meta == nil {
		_, err := in.lib.Put(ctx, id, changed...)
		return err
	}
	return in.lib.SetMeta(ctx, id, func(m *briefings.Meta) { *m = *meta }, changed...)
}

// untold says which values of a file were not taken, but for those that were told when
// the file was read, with their lines.
func untold(refused []revise.Refusal, told []string) (out []string) {
	for _, r := range refused {
		value := strconv.Quote(r.Value)
		if !slices.ContainsFunc(told, func(line string) bool { return strings.Contains(line, value) }) {
			out = append(out, r.String())
		}
	}
	return out
}

// missing returns, rejected, the live records that were exported and that the file
// does not have any more, if the library is to mirror it and a person says so of
// those listed. Otherwise they stay, and it is told which.
func (in *intakeRun) missing(exported, stands, file *briefings.Briefing, o *outcome) (gone []briefings.Record, err error) {
	var names []string
	for _, was := range exported.Records() {
		r := stands.Record(was.Common().Handle)
		if h := was.Common(); r != nil && r.Common().Live() && file.Record(h.Handle) == nil {
			r = r.Clone()
			r.Common().State = briefings.StateRejected
			gone, names = append(gone, r), append(names, string(h.Handle))
		}
	}
	switch list := strings.Join(names, ", "); {
	case len(gone) == 0:
		return nil, nil
	case !in.mirror:
		o.Odd = append(o.Odd, fmt.Sprintf("not in the file any more, and kept: %s; --mirror takes out what the file does not have", list))
		return nil, nil
	case in.dryRun:
		o.Changes = append(o.Changes, "would be taken out, as in the file: "+list)
		return gone, nil
	default:
		o.Changes = append(o.Changes, "taken out, as in the file: "+list)
		return gone, in.confirmed(in.yes, fmt.Sprintf("%s of %s will be taken out, as in the file: %s.", count(len(gone), "record"), stands.Slug, list))
	}
}

// exportedAs is a record as it was exported: before a text that was edited in the same
// file came in. What a new text added, or took another handle for, was not.
func exportedAs(before *briefings.Briefing, stands briefings.Record) briefings.Record {
	if was := before.Record(stands.Common().Handle); was != nil {
		return was
	}
	return stands
}

// metaEdited returns what the file makes of the briefing's own fields, nil if nobody
// changed them there since they were exported as they were; and what it has that they
// do not take. Keys and prose that dossier does not know are kept with them. by and at
// sign the change.
func metaEdited(was, stands, file *briefings.Meta, by string, at briefings.Time) (edited *briefings.Meta, refused []revise.Refusal) {
	out := *stands
	values := map[string]string{}
	for _, f := range briefings.MetaFields(was) {
		values[f.Name] = f.Value
	}
	for _, f := range briefings.MetaFields(file) {
		if f.Value == values[f.Name] {
			continue
		}
		if err := briefings.SetMetaField(&out, f.Name, f.Value, by, at); err != nil {
			refused = append(refused, revise.Refusal{Value: f.Value, Cause: err})
		}
	}
	out.Extras = slices.Clone(out.Extras)
	for _, kv := range file.Extras {
		if slices.ContainsFunc(was.Extras, func(o briefings.KV) bool { return reflect.DeepEqual(o, kv) }) {
			continue
		}
		if i := slices.IndexFunc(out.Extras, func(o briefings.KV) bool { return o.Key == kv.Key }); i >= 0 {
			out.Extras[i] = kv
		} else {
			out.Extras = append(out.Extras, kv)
		}
	}
	if reflect.DeepEqual(&out, stands) {
		return nil, refused
	}
	return &out, refused
}
