package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// field is a part of a record that a person may correct.
type field struct {
	name    string
	choices []string
	get     func(briefings.Record) string
	set     func(briefings.Record, string)
}

// fieldsOf says what of a record can be corrected, in the order asked.
func fieldsOf(r briefings.Record) []field {
	switch r.(type) {
	case *briefings.Question:
		return []field{
			{name: "text", get: func(r briefings.Record) string { return r.(*briefings.Question).Text }, set: func(r briefings.Record, v string) { r.(*briefings.Question).Text = v }},
			{name: "why", get: func(r briefings.Record) string { return r.(*briefings.Question).Why }, set: func(r briefings.Record, v string) { r.(*briefings.Question).Why = v }},
			{name: "answered when", get: func(r briefings.Record) string { return r.(*briefings.Question).Done }, set: func(r briefings.Record, v string) { r.(*briefings.Question).Done = v }},
			{name: "due", get: func(r briefings.Record) string { return r.(*briefings.Question).Due }, set: func(r briefings.Record, v string) { r.(*briefings.Question).Due = v }},
			{name: "priority", choices: []string{"high", "medium", "low"}, get: func(r briefings.Record) string { return string(r.(*briefings.Question).Priority) },
				set: func(r briefings.Record, v string) { r.(*briefings.Question).Priority = briefings.Priority(v) }},
		}
	case *briefings.Event:
		return []field{
			{name: "when", get: func(r briefings.Record) string { return r.(*briefings.Event).When }, set: func(r briefings.Record, v string) { r.(*briefings.Event).When = v }},
			{name: "text", get: func(r briefings.Record) string { return r.(*briefings.Event).Text }, set: func(r briefings.Record, v string) { r.(*briefings.Event).Text = v }},
			{name: "status", choices: []string{"occurred", "ongoing", "planned", "expected", "conditional", "not-occurred", "denied", "unknown"},
				get: func(r briefings.Record) string { return string(r.(*briefings.Event).Status) },
				set: func(r briefings.Record, v string) { r.(*briefings.Event).Status = briefings.EventStatus(v) }},
		}
	case *briefings.Actor:
		return []field{
			{name: "name", get: func(r briefings.Record) string { return r.(*briefings.Actor).Name }, set: func(r briefings.Record, v string) { r.(*briefings.Actor).Name = v }},
			{name: "kind", choices: []string{"state", "organization", "person", "system", "place", "group"},
				get: func(r briefings.Record) string { return string(r.(*briefings.Actor).Type) },
				set: func(r briefings.Record, v string) { r.(*briefings.Actor).Type = briefings.ActorType(v) }},
		}
	case *briefings.Limit:
		return []field{
			{name: "subject", get: func(r briefings.Record) string { return r.(*briefings.Limit).Subject }, set: func(r briefings.Record, v string) { r.(*briefings.Limit).Subject = v }},
			{name: "transfer", choices: []string{"withheld", "possible", "agreed", "delivered", "unknown"},
				get: func(r briefings.Record) string { return string(r.(*briefings.Limit).Transfer) },
				set: func(r briefings.Record, v string) { r.(*briefings.Limit).Transfer = briefings.Transfer(v) }},
		}
	case *briefings.Reference:
		return []field{
			{name: "reliability of the source", choices: []string{"", "A", "B", "C", "D", "E", "F"},
				get: func(r briefings.Record) string { return r.(*briefings.Reference).Grade.Reliability },
				set: func(r briefings.Record, v string) { r.(*briefings.Reference).Grade.Reliability = v }},
			{name: "credibility of what it says", choices: []string{"", "1", "2", "3", "4", "5", "6"},
				get: func(r briefings.Record) string { return r.(*briefings.Reference).Grade.Credibility },
				set: func(r briefings.Record, v string) { r.(*briefings.Reference).Grade.Credibility = v }},
			{name: "title", get: func(r briefings.Record) string { return r.(*briefings.Reference).Title }, set: func(r briefings.Record, v string) { r.(*briefings.Reference).Title = v }},
		}
	case *briefings.Annotation:
		return []field{{name: "note", get: func(r briefings.Record) string { return r.(*briefings.Annotation).Body }, set: func(r briefings.Record, v string) { r.(*briefings.Annotation).Body = v }}}
	}
	return nil
}

// edit asks for the fields of the record under the cursor one by one. A field
// that changed is marked as a person's, so that no machine changes it again.
func (a *App) edit() tea.Cmd {
	r := a.doc.record()
	if r == nil {
		a.say("go to a pane and a line of it first")
		return nil
	}
	fields := fieldsOf(r)
	var steps []step
	for _, f := range fields {
		steps = append(steps, step{label: f.name, preset: f.get(r), choices: f.choices})
	}
	return a.ask("Edit "+string(r.Common().Handle), r.Line(), briefings.Draft{Record: r.Common().Handle}, func(v []string) tea.Cmd {
		changed := r.Clone()
		var names []string
		for i, f := range fields {
			if was := f.get(r); v[i] != was {
				f.set(changed, v[i])
				a.mark(changed.Common(), f.name, was)
				names = append(names, f.name)
			}
		}
		if names == nil {
			a.say("nothing was changed")
			return nil
		}
		return a.put("saved: "+strings.Join(names, ", "), changed)
	}, steps...)
}

// mark notes on a record which field a person changed and what it was before.
func (a *App) mark(h *briefings.Head, name, was string) {
	if h.Edited == nil {
		h.Edited = map[string]briefings.Edit{}
	}
	h.Edited[name] = briefings.Edit{By: a.cfg.Author, At: a.cfg.Now().UTC(), Was: was}
}
