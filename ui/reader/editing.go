package reader

import (
	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
	"dossier/briefings/extract"
)

// edit lists the fields of the record under the cursor, in the text and in the
// list those of the briefing itself; Enter on one asks for its new value. The
// domain marks a field that a person changed, so that no machine changes it again.
func (a *App) edit() tea.Cmd {
	switch {
	case a.doc == nil && a.board != nil:
		return a.openToDo("edit")
	case a.doc == nil:
		return a.editFromShelf()
	case a.doc.focus == textPane:
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
	p := &panel{title: "Correct the " + called(kind), hint: "type to find   ↑ ↓ move   Enter changes   Esc closes", filters: true}
	p.lines = append(p.lines, a.pendingLines(r)...)
	for _, f := range a.fieldsOf(r) {
		p.lines = append(p.lines, line{lead: wordsFor(kind, f.Name).Label, text: f.Value, run: func() tea.Cmd { return a.editField(r, f) }})
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
		changed, err := a.changedTo(r, f, v[0])
		if err != nil {
			a.warn("not changed: " + err.Error())
			return nil
		}
		return a.put("saved: "+wordsFor(r.Kind(), f.Name).Label, changed)
	}
	s := a.fieldStep(r.Kind(), f)
	s.check = func(value string) error {
		_, err := a.changedTo(r, f, value)
		return err
	}
	return a.ask("Correct the "+called(r.Kind()), r.Line(), briefings.Draft{Record: r.Common().Handle}, done, s)
}

// changedTo is a record with a field changed as a person does.
func (a *App) changedTo(r briefings.Record, f briefings.Field, value string) (briefings.Record, error) {
	changed := r.Clone()
	value, err := a.dated(f, value)
	if err != nil {
		return nil, err
	}
	if value, err = a.namedAs(r.Kind(), f, value); err != nil {
		return nil, err
	}
	if err := briefings.SetField(changed, f.Name, value, a.cfg.Author, a.cfg.Now().UTC()); err != nil {
		return nil, err
	}
	if ref, ok := changed.(*briefings.Reference); ok {
		return changed, a.doc.briefing.lineage.CheckGrade(ref)
	}
	return changed, nil
}

// dated is the value of a field, a date as it is kept: people write it as they
// would in a text.
func (a *App) dated(f briefings.Field, value string) (string, error) {
	if !f.Dated {
		return value, nil
	}
	return extract.DateSaid(value, a.today())
}

// editBriefing lists the fields of the briefing that is open.
func (a *App) editBriefing() tea.Cmd {
	if !a.inLibrary() {
		return nil
	}
	return a.listFacts(a.doc.briefing.Meta)
}

// editFromShelf lists those of the briefing under the cursor of the list.
func (a *App) editFromShelf() tea.Cmd {
	s := a.shelf.current()
	if s == nil {
		a.say("no briefing is here: :import takes one in")
		return nil
	}
	id := s.ID
	return func() tea.Msg {
		meta, err := a.cfg.Library.Meta(a.ctx, id)
		if err != nil {
			return failed("could not read the briefing", err)
		}
		return then(func(a *App) tea.Cmd { return a.listFacts(meta) })
	}
}

// listFacts lists the fields of a briefing itself. Entries that hang on its date
// move when that is corrected.
func (a *App) listFacts(m briefings.Meta) tea.Cmd {
	p := &panel{title: "Correct the briefing", hint: "type to find   ↑ ↓ move   Enter changes   Esc closes", filters: true}
	for _, f := range briefings.MetaFields(&m) {
		l := line{lead: wordsFor(ofBriefing, f.Name).Label, text: f.Value, run: func() tea.Cmd { return a.askFact(m, f) }}
		if f.Name == "date" && f.Value == "" {
			l.right = briefings.DatedAs(m.Date, m.Reference)
		}
		p.lines = append(p.lines, l)
	}
	return a.openPanel(p)
}

// askFact asks for a field of a briefing itself. A date that was read from the
// text stands there to be confirmed.
func (a *App) askFact(m briefings.Meta, f briefings.Field) tea.Cmd {
	s := a.fieldStep(ofBriefing, f)
	if f.Name == "date" && f.Value == "" && m.Reference.Rule != briefings.DatedByImport {
		s.preset = m.Reference.Date
	}
	s.check = func(value string) error {
		trial := m
		value, err := a.dated(f, value)
		if err != nil {
			return err
		}
		return briefings.SetMetaField(&trial, f.Name, value, a.cfg.Author, a.cfg.Now().UTC())
	}
	a.form = newForm("Correct the briefing", m.Title, briefings.Draft{}, func(v []string) tea.Cmd {
		value, _ := a.dated(f, v[0]) // which was checked
		return a.correct(m.ID, f.Name, value)
	}, s)
	a.form.editor = len(a.cfg.Editor) > 0
	return nil
}
