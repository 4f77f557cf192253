package revise

import (
	"cmp"
	"maps"
	"slices"

	"dossier/briefings"
)

// mergeMeta takes the new text's own data and keeps what people decided: a
// field that a person changed stays as it is, or, where it is a list, keeps what
// was added and taken out. What days are counted from is what the new text's were
// counted from as it was read.
func (m *merger) mergeMeta(fresh *briefings.Meta, number int) {
	old, out := &m.old.Meta, *fresh
	out.ID, out.Slug, out.Created, out.Modified, out.Sample = old.ID, old.Slug, old.Created, old.Modified, old.Sample
	out.Revision = number
	out.Title, out.Date = cmp.Or(fresh.Title, old.Title), cmp.Or(fresh.Date, old.Date)
	out.Publisher, out.Source, out.Lang = cmp.Or(fresh.Publisher, old.Publisher), cmp.Or(fresh.Source, old.Source), cmp.Or(fresh.Lang, old.Lang)
	out.TLP, out.Likelihood = cmp.Or(old.TLP, fresh.TLP), cmp.Or(old.Likelihood, fresh.Likelihood)
	if len(out.Author) == 0 {
		out.Author = slices.Clone(old.Author)
	}
	out.Tags = union(old.Tags, fresh.Tags)
	for _, kv := range old.Extras {
		if !slices.ContainsFunc(out.Extras, func(x briefings.KV) bool { return x.Key == kv.Key }) {
			out.Extras = append(slices.Clone(out.Extras), kv)
		}
	}
	m.out.Meta = out
	m.keepEditedMeta(fresh)
	m.out.Reference = fresh.Reference
	if given := old.Reference; given.Rule == briefings.DatedByAnalyst && fresh.Reference.Rule != briefings.DatedByAnalyst {
		m.report.Later, m.report.Given = fresh.Reference.Date, given.Date
	}
}

// keepEditedMeta puts back what people changed. What was said with the new text
// itself ("--date") is the newer word of a person, and stands.
func (m *merger) keepEditedMeta(fresh *briefings.Meta) {
	out := &m.out.Meta
	out.Edited = maps.Clone(fresh.Edited)
	read := map[string]string{}
	for _, f := range briefings.MetaFields(fresh) {
		read[f.Name] = f.Value
	}
	for _, f := range briefings.MetaFields(&m.old.Meta) {
		edit, edited := m.old.Edited[f.Name]
		if _, anew := fresh.Edited[f.Name]; !edited || anew {
			continue
		}
		mine := f.Value
		if setFields[f.Name] {
			mine = mergedSet(edit.Was, mine, read[f.Name])
		}
		if err := briefings.AssignMetaField(out, f.Name, mine); err != nil {
			continue // what cannot be set was set before any rule; the new text's stands
		}
		out.Edited = withEdit(out.Edited, f.Name, edit)
		if now := read[f.Name]; !setFields[f.Name] && now != "" && now != edit.Was && now != mine {
			m.report.Conflicts = append(m.report.Conflicts, Conflict{Field: f.Name, Kept: mine, Pending: now})
		}
	}
}

// mergeMeta takes over what a colleague changed of the briefing itself. Where
// both changed a field, mine stands and theirs is told.
func (x *exchange) mergeMeta(out, theirs *briefings.Meta) {
	values := map[string]string{}
	for _, f := range briefings.MetaFields(theirs) {
		values[f.Name] = f.Value
	}
	for _, f := range briefings.MetaFields(out) {
		edit, theyEdited := theirs.Edited[f.Name]
		value := values[f.Name]
		if !theyEdited || value == f.Value {
			continue
		}
		ours, weEdited := out.Edited[f.Name]
		switch {
		case setFields[f.Name]:
			value = mergedSet(edit.Was, f.Value, value)
		case weEdited && ours.Was != "" && ours.Was == value:
			continue
		case weEdited && edit.Was != f.Value:
			x.report.Conflicts = append(x.report.Conflicts, Conflict{Field: f.Name, Kept: f.Value, Pending: value})
			continue
		}
		if err := briefings.AssignMetaField(out, f.Name, value); err != nil || value == f.Value {
			continue
		}
		x.report.Fields = append(x.report.Fields, f.Name)
		if !weEdited || edit.Was == f.Value {
			out.Edited = withEdit(out.Edited, f.Name, edit)
		}
	}
}
