package reader

import (
	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// The two things that have fields to correct.

// aRecord is one.
type aRecord struct{ briefings.Record }

func (r aRecord) kind() briefings.Kind            { return r.Kind() }
func (r aRecord) title() string                   { return r.Line() }
func (r aRecord) decisions(a *App) []line         { return a.pendingLines(r.Record) }
func (r aRecord) fields(a *App) []briefings.Field { return a.fieldsOf(r.Record) }

func (r aRecord) shown(f briefings.Field) string { return wordsFor(r.Kind(), f.Name).said(f.Value) }

func (r aRecord) step(a *App, f briefings.Field) step { return a.fieldStep(r.Kind(), f) }

func (r aRecord) changed(a *App, f briefings.Field, value string) (correctable, error) {
	changed, err := a.changedTo(r.Record, f, value)
	return aRecord{changed}, err
}

// save saves the record; what an actor is called and is holds in every briefing.
func (r aRecord) save(a *App, f briefings.Field, to correctable, value string) tea.Cmd {
	if actor, ok := r.Record.(*briefings.Actor); ok && f.Name == "name" {
		return a.callActor(actor, value)
	} else if ok && f.Name == "kind" {
		return a.kindOfActor(actor, value)
	}
	return a.put("saved: "+wordsFor(r.Kind(), f.Name).now(fieldNamed(to.fields(a), f.Name)), to.(aRecord).Record)
}

func (r aRecord) in(b *holding) correctable {
	if now := b.Record(r.Common().Handle); now != nil {
		return aRecord{now}
	}
	return nil
}

// theBriefing is the other one.
type theBriefing struct{ briefings.Meta }

func (m theBriefing) kind() briefings.Kind          { return ofBriefing }
func (m theBriefing) title() string                 { return m.Title }
func (m theBriefing) decisions(*App) []line         { return nil }
func (m theBriefing) fields(*App) []briefings.Field { return briefings.MetaFields(&m.Meta) }

func (m theBriefing) shown(f briefings.Field) string {
	if f.Name == "date" && f.Value == "" {
		return briefings.DatedAs(m.Date, m.Reference)
	}
	return f.Value
}

// step asks for a field. A date that was read from the text stands there to be confirmed.
func (m theBriefing) step(a *App, f briefings.Field) step {
	s := a.fieldStep(ofBriefing, f)
	if f.Name == "date" && f.Value == "" && m.Reference.Rule != briefings.DatedByImport {
		s.preset = m.Reference.Date
	}
	return s
}

func (m theBriefing) changed(a *App, f briefings.Field, value string) (correctable, error) {
	kept, err := a.dated(f, value)
	if err == nil {
		err = briefings.SetMetaField(&m.Meta, f.Name, kept, a.cfg.Author, a.cfg.Now().UTC())
	}
	return m, err
}

// save saves the field; entries that hang on the date move with it.
func (m theBriefing) save(a *App, f briefings.Field, _ correctable, value string) tea.Cmd {
	kept, _ := a.dated(f, value) // which was checked
	return a.correctFact(m.ID, f.Name, kept)
}

func (m theBriefing) in(b *holding) correctable { return theBriefing{b.Meta} }
