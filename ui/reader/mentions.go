package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// mentionsMost bounds how many mentions are listed with their sentences.
const mentionsMost = 300

// peekActor lists the sentences that speak of an actor; Enter goes to one.
func (a *App) peekActor(actor *briefings.Actor) tea.Cmd {
	with := strings.Join(companions(a.doc.view, actor), ", ")
	if with != "" {
		with = "   with " + with
	}
	return a.listMentions(actor.Name+", "+plural(len(actor.Mentions), "mention", "mentions")+with, "Enter goes there   Esc closes", actor.Mentions,
		func(m briefings.Anchor) tea.Cmd {
			a.doc.depart()
			a.doc.focus = textPane
			a.doc.point(&m)
			return nil
		})
}

// listMentions lists mentions with their sentences, under the titles of their
// sections.
func (a *App) listMentions(title, hint string, mentions []briefings.Anchor, do func(briefings.Anchor) tea.Cmd) tea.Cmd {
	d := a.doc
	p := &panel{title: title, hint: hint, filters: true}
	section := briefings.Handle("-")
	for i, m := range mentions {
		if i == mentionsMost {
			p.lines = append(p.lines, line{heading: true, text: plural(len(mentions)-i, "more mention", "more mentions")})
			break
		}
		if m.Section != section {
			section = m.Section
			p.lines = append(p.lines, line{heading: true, text: d.sectionTitle(section)})
		}
		sentence, _ := d.page.SentenceAt(m.DocStart)
		p.lines = append(p.lines, line{text: d.page.Text(sentence), right: m.Exact, run: func() tea.Cmd { return do(m) }})
	}
	return a.openPanel(p)
}
