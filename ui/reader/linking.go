package reader

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// asked is a question with the briefing that it is of.
type asked struct {
	briefing string // id
	heading  string // that it is listed under: its briefing's title, or what is said of it
	question *briefings.Question
}

// link makes the selection or sentence evidence for a question of any
// briefing: it lists the open ones, those of this briefing first, and behind them
// the answered ones of this briefing, whose answer it may speak against.
func (a *App) link() tea.Cmd {
	if !a.inLibrary() {
		return nil
	}
	anchor := a.doc.anchorOf(a.doc.sentence())
	anchor.Revision = a.doc.briefing.Revision
	here := a.doc.briefing.ID
	return a.begin("reading the open questions", func(ctx context.Context, _ Progress) tea.Msg {
		var own, others, answered []asked
		err := a.cfg.Library.Each(ctx, briefings.KindQuestion, func(s briefings.Summary, r briefings.Record) error {
			row := asked{s.ID, s.Title, r.(*briefings.Question)}
			switch {
			case row.question.Status == briefings.Answered && s.ID == here:
				row.heading = "answered"
				answered = append(answered, row)
			case row.question.Status.Closed():
			case s.ID == here:
				own = append(own, row)
			default:
				others = append(others, row)
			}
			return nil
		})
		if err != nil {
			return failed("could not read the questions", err)
		}
		p := a.questionsFor(anchor, here, slices.Concat(own, others, answered))
		return then(func(a *App) tea.Cmd {
			switch {
			case a.doc == nil || a.doc.briefing.ID != here:
				return nil
			case len(p.lines) == 0:
				a.say("no question is open: Q raises one")
				return nil
			}
			return a.openPanel(p)
		})
	})
}

// questionsFor lists the questions that a passage may bear on.
func (a *App) questionsFor(passage briefings.Anchor, from string, questions []asked) *panel {
	p := &panel{title: "What does “" + firstWords(passage.Exact) + "” bear on?", hint: "type to filter   Enter links   Esc leaves", filters: true}
	heading := ""
	for _, row := range questions {
		if row.heading != heading {
			heading = row.heading
			p.lines = append(p.lines, line{heading: true, text: heading})
		}
		p.lines = append(p.lines, line{text: row.question.Text, run: func() tea.Cmd { return a.linkTo(row, passage, from) }})
	}
	p.foldAll()
	return p
}

// linkTo asks what the passage does to the answer and adds it to the question.
func (a *App) linkTo(row asked, passage briefings.Anchor, from string) tea.Cmd {
	q := row.question.Clone().(*briefings.Question)
	a.form = newForm("Evidence on", q.Text, briefings.Draft{}, func(v []string) tea.Cmd {
		e := briefings.Evidence{Briefing: from, Anchor: &passage}
		if q.Knows(e) {
			a.say("this passage is known to the question already; go to it with 2")
			return nil
		}
		q.Evidence = append(q.Evidence, e)
		if err := q.Link(len(q.Evidence)-1, briefings.Bearing(v[0]), a.cfg.Author, a.cfg.Now().UTC()); err != nil {
			a.warn(err.Error())
			return nil
		}
		if q.Proposed { // to gather evidence for it is to ask it
			briefings.Approve(q, a.cfg.Author, a.cfg.Now().UTC())
		}
		a.doc.selection = nil
		return a.putIn(row.briefing, linkedAs(briefings.Bearing(v[0]), q), q)
	}, step{label: "bearing", choices: briefings.Bearings()})
	return nil
}

// putIn saves a record of any briefing; the one that is open is read again.
func (a *App) putIn(id, say string, r briefings.Record) tea.Cmd {
	a.busy("saving")
	open := a.doc.briefing.ID
	return func() tea.Msg {
		if _, err := a.cfg.Library.Put(a.ctx, id, r); err != nil {
			return failed("not saved", err)
		}
		return a.reload(open, say, "")
	}
}

// putHere saves a record and leaves the cursors where they are.
func (a *App) putHere(say string, r briefings.Record) tea.Cmd {
	return a.putIn(a.doc.briefing.ID, say, r)
}
