package reader

import (
	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// edit lists the fields of the record under the cursor, in the text those of the
// briefing itself; Enter on one asks for its new value. The domain marks a field
// that a person changed, so that no machine changes it again.
func (a *App) edit() tea.Cmd {
	if a.doc.focus == textPane {
		return a.editBriefing()
	}
	r := a.doc.record()
	if r == nil && a.doc.focus == "review" { // its date is missing
		return a.editBriefing()
	}
	if r == nil {
		a.say("go to a pane and a line of it first")
		return nil
	}
	if n := a.doc.evidence(); n > 0 {
		return a.bear(r.(*briefings.Question), n-1)
	}
	kind := r.Kind()
	p := &panel{title: "Correct the " + called(kind), hint: "Enter changes   Esc closes", filters: true}
	p.lines = append(p.lines, a.pendingLines(r)...)
	for _, f := range briefings.Fields(r) {
		p.lines = append(p.lines, line{lead: wordsFor(kind, f.Name).Label, text: f.Value, run: func() tea.Cmd { return a.editField(r, f) }})
	}
	return a.openPanel(p)
}

// editBriefing lists the fields of the briefing itself. Entries that hang on its
// date move when that is corrected.
func (a *App) editBriefing() tea.Cmd {
	b := a.doc.briefing
	p := &panel{title: "Correct the briefing", hint: "Enter changes   Esc closes", filters: true}
	for _, f := range briefings.MetaFields(&b.Meta) {
		p.lines = append(p.lines, line{lead: wordsFor(ofBriefing, f.Name).Label, text: f.Value, run: func() tea.Cmd {
			done := func(v []string) tea.Cmd { return a.correct(f.Name, v[0]) }
			return a.ask("Correct the briefing", b.Title, briefings.Draft{}, done, a.fieldStep(ofBriefing, f))
		}})
	}
	return a.openPanel(p)
}

func (a *App) editField(r briefings.Record, f briefings.Field) tea.Cmd {
	done := func(v []string) tea.Cmd {
		if actor, ok := r.(*briefings.Actor); ok && f.Name == "name" {
			return a.callActor(actor, v[0])
		} else if ok && f.Name == "kind" {
			return a.kindOfActor(actor, v[0])
		}
		changed := r.Clone()
		if err := briefings.SetField(changed, f.Name, v[0], a.cfg.Author, a.cfg.Now().UTC()); err != nil {
			a.warn("not changed: " + err.Error())
			return nil
		}
		if ref, ok := changed.(*briefings.Reference); ok && !a.gradable(ref) {
			return nil
		}
		return a.put("saved: "+wordsFor(r.Kind(), f.Name).Label, changed)
	}
	return a.ask("Correct the "+called(r.Kind()), r.Line(), briefings.Draft{Record: r.Common().Handle}, done, a.fieldStep(r.Kind(), f))
}
