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
	case !a.inLibrary():
		return nil
	case a.doc.focus == textPane:
		return a.editBriefing()
	}
	r := a.doc.record()
	if r == nil && a.doc.focus == "review" { // its date is missing
		return a.editBriefing()
	}
	if r == nil {
		return a.noRecord()
	}
	if n := a.doc.evidence(); n > 0 {
		return a.bear(r.(*briefings.Question), n-1)
	}
	return a.correct(aRecord{r})
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
func (a *App) editBriefing() tea.Cmd { return a.correct(theBriefing{a.doc.briefing.Meta}) }

// editFromShelf lists those of the briefing under the cursor of the list.
func (a *App) editFromShelf() tea.Cmd {
	s := a.shelf.current()
	if s == nil {
		a.say("no briefing is here: :import takes one in")
		return nil
	}
	id := s.ID
	waits := a.untilShown()
	return func() tea.Msg {
		meta, err := a.cfg.Library.Meta(a.ctx, id)
		if err != nil {
			return failed("could not read the briefing", err)
		}
		return then(func(a *App) tea.Cmd {
			if a.ahead != waits {
				return nil // it was called off
			}
			waits.there = shown
			return a.correct(theBriefing{meta})
		})
	}
}
