package command

import (
	"fmt"
	"strings"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/briefings/intake"
	"dossier/briefings/markdown"
)

// carried reads a briefing that a file of briefing Markdown carries.
func (s *session) carried(data []byte, name string) (structured, error) {
	file, lints, err := markdown.Parse(data)
	if err != nil {
		return structured{}, fmt.Errorf("%s: %w", name, err)
	}
	file.Revision.Imported = s.now().UTC()
	derive(&file.Briefing, &file.Revision)
	doc := intake.Document{Meta: file.Briefing.Meta, Revision: file.Revision}
	for _, lint := range lints {
		doc.Odd = append(doc.Odd, "line "+lint.String())
	}
	return structured{name: name, doc: doc, briefing: file.Briefing, carried: true, edited: file.Edited}, nil
}

// derive makes again what a file does not carry since it follows from the text:
// the count of words, the roles of sections, and where actors are spoken of.
func derive(b *briefings.Briefing, rev *briefings.Revision) {
	found := extract.All(rev, b.Meta)
	b.Words = len(strings.Fields(rev.Text()))
	for i := range b.Sections {
		if len(b.Sections[i].Roles) == 0 && i < len(found.Sections) && found.Sections[i].Start == b.Sections[i].Start {
			b.Sections[i].Roles = found.Sections[i].Roles
		}
	}
	mentions := map[string][]briefings.Anchor{}
	for i := range found.Actors {
		for _, name := range names(&found.Actors[i]) {
			mentions[name] = found.Actors[i].Mentions
		}
	}
	for i := range b.Actors {
		a := &b.Actors[i]
		for _, name := range names(a) {
			if len(a.Mentions) == 0 {
				a.Mentions = mentions[name]
			}
		}
	}
}

// names returns the folded name of an actor and its aliases.
func names(a *briefings.Actor) []string {
	out := []string{briefings.Fold(a.Name)}
	for _, alias := range a.Aliases {
		out = append(out, briefings.Fold(alias.Text))
	}
	return out
}
