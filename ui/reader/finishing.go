package reader

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
	"dossier/briefings/revise"
)

// How a form ends: what was written in it is on disk as what it was meant for, or stays
// a draft. It is nowhere else.

// finished saves what a form asked for; its draft goes once the disk has that. What was
// refused, or could not be saved, becomes a draft.
func (a *App) finished(f *form, save tea.Cmd) tea.Cmd {
	switch {
	case !f.written(), save == nil && f.untouched():
		return tea.Batch(save, a.dropDraft(f))
	case save == nil:
		return a.setAside(f)
	}
	return func() tea.Msg {
		switch msg := save().(type) {
		case told:
			if msg.bad {
				msg.text += "; " + a.keyOf("go-on") + " goes on with what you wrote"
				return then(func(a *App) tea.Cmd { return tea.Batch(a.setAside(f), msg.arrive(a)) })
			}
			return msg
		case answer:
			return then(func(a *App) tea.Cmd { return tea.Batch(msg.arrive(a), a.dropDraft(f)) })
		}
		return nil
	}
}

// written says whether a form holds words that are to be kept.
func (f *form) written() bool { return f.draft.Purpose != "" && strings.TrimSpace(f.text()) != "" }

// leaveForm closes the form and keeps what was written.
func (a *App) leaveForm() tea.Cmd {
	f := a.form
	a.closeForm(f.draft)
	if !f.written() || f.untouched() {
		return tea.Batch(a.dropDraft(f), f.leave(), a.errandLeft())
	}
	kept := a.setAside(f)
	left := a.errandLeft()
	a.say("kept as a draft; " + a.keyOf("go-on") + " goes on with it")
	return tea.Batch(kept, left)
}

// setAside keeps what was written in a form that is closed as a draft.
func (a *App) setAside(f *form) tea.Cmd {
	d := f.draft
	d.Text, d.At = f.text(), a.cfg.Now()
	if a.doc != nil {
		a.doc.setDrafts(append(otherDrafts(a.doc.drafts, d), d))
	}
	return a.setDraft(d)
}

// closeForm takes the form away, and its draft from the screen.
func (a *App) closeForm(d briefings.Draft) {
	a.form = nil
	if a.doc != nil && d.Purpose != "" {
		a.doc.setDrafts(otherDrafts(a.doc.drafts, d))
	}
}

// otherDrafts are those that are not of the same purpose and place.
func otherDrafts(all []briefings.Draft, d briefings.Draft) (others []briefings.Draft) {
	for _, old := range all {
		if !sameDraft(old, d) {
			others = append(others, old)
		}
	}
	return others
}

// newText brings the text that came while something was written on the one before.
func (a *App) newText() tea.Cmd {
	if d := a.doc; d != nil && d.outdated && a.form == nil {
		d.outdated = false
		return tea.Sequence(a.keep(), a.open(d.briefing.ID))
	}
	return nil
}

// ontoText puts the passages of records that are new into the text as it is now: they
// were taken from that of a revision, which may be another by now.
func (a *App) ontoText(ctx context.Context, id string, of int, sections []briefings.Section, records []briefings.Record) error {
	meta, err := a.cfg.Library.Meta(ctx, id)
	if err != nil || meta.Revision <= of {
		return err
	}
	old, err := a.cfg.Library.Revision(ctx, id, of)
	if err != nil {
		return err
	}
	rev, err := a.cfg.Library.Revision(ctx, id, 0)
	if err != nil {
		return err
	}
	now, err := a.hold(ctx, id, a.today())
	if err != nil {
		return err
	}
	moved := revise.Align(revise.NewText(old, sections), revise.NewText(rev, now.Sections))
	for _, r := range records {
		if r.Common().Handle != "" {
			continue // the library refuses it, where its passage moved
		}
		for _, at := range briefings.Passages(r, id) {
			*at, _ = moved.Reanchor(*at)
		}
	}
	return nil
}
