package reader

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// Passage is a place in some briefing that a search of the library found.
type Passage struct {
	Briefing string // id
	Title    string // of the briefing
	Anchor   briefings.Anchor
}

// foundEverywhere brings the passages of a search in the whole library.
type foundEverywhere struct {
	query    string
	passages []Passage
}

// searchEverywhere asks for words and looks for them in all briefings.
func (a *App) searchEverywhere() tea.Cmd {
	if a.cfg.Search == nil {
		return nil
	}
	a.form = newForm("Search all briefings", "", briefings.Draft{}, func(v []string) tea.Cmd {
		query := strings.TrimSpace(v[0])
		if query == "" {
			return nil
		}
		return a.lookEverywhere(query)
	}, step{label: "words"})
	a.form.enter = "search"
	return nil
}

// lookEverywhere looks for words in all briefings.
func (a *App) lookEverywhere(query string) tea.Cmd {
	return a.begin("searching", func(ctx context.Context, p Progress) tea.Msg { return a.everywhere(ctx, query, p) })
}

func (a *App) everywhere(ctx context.Context, query string, p Progress) tea.Msg {
	passages, err := a.cfg.Search(ctx, query, p)
	switch {
	case err != nil:
		return failed("could not search the library", err)
	case len(passages) == 0:
		return told{"no briefing holds all of “" + query + "”", false}
	}
	return foundEverywhere{query, passages}
}

// arrive lists the passages; Enter opens the briefing at one.
func (msg foundEverywhere) arrive(a *App) tea.Cmd {
	p := &panel{title: plural(len(msg.passages), "passage", "passages") + " with “" + msg.query + "”", hint: "Enter opens   Esc closes", filters: true}
	title := ""
	for _, f := range msg.passages {
		if f.Title != title {
			title = f.Title
			p.lines = append(p.lines, line{heading: true, text: title})
		}
		p.lines = append(p.lines, line{text: f.Anchor.Exact, run: func() tea.Cmd { return a.openPassage(f) }})
	}
	return a.openPanel(p)
}

// openPassage goes to a passage, in the briefing that is open or in another.
func (a *App) openPassage(f Passage) tea.Cmd {
	if a.doc != nil && a.doc.briefing.ID == f.Briefing {
		a.doc.jumps.leave(a.doc.place)
		a.doc.focus = textPane
		a.doc.point(&f.Anchor)
		return nil
	}
	a.target = target{passage: &f.Anchor}
	return tea.Sequence(a.keep(), a.open(f.Briefing))
}
