package command

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/briefings/intake"
	"dossier/briefings/markdown"
	"dossier/store"
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
	var lost []string
	for _, lint := range lints {
		if line := "line " + lint.String(); lint.Sought {
			lost = append(lost, line)
		} else {
			doc.Odd = append(doc.Odd, line)
		}
	}
	return structured{name: name, doc: doc, briefing: file.Briefing, carried: true, edited: file.Edited, lost: lost}, nil
}

// evidenceByID gives evidence that a person wrote into a file as slug#handle the
// id of the briefing of that slug; find returns "" where there is none. Such a name
// stays as it is: the briefing may come in later, or be a colleague's.
func evidenceByID(b *briefings.Briefing, find func(slug string) (id string, err error)) error {
	for i := range b.Questions {
		for j := range b.Questions[i].Evidence {
			e := &b.Questions[i].Evidence[j]
			if e.Briefing == "" || e.Briefing == b.ID {
				continue
			}
			id, err := find(e.Briefing)
			if err != nil {
				return err
			}
			if id != "" {
				e.Briefing = id
			}
		}
	}
	return nil
}

// bySlug returns the id of the briefing of the library with a slug, "" for none.
func (in *intakeRun) bySlug(ctx context.Context, slug string) (string, error) {
	id, err := in.lib.Find(ctx, slug)
	var none *store.NotFoundError
	var several *store.AmbiguousError
	if errors.As(err, &none) || errors.As(err, &several) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	meta, err := in.lib.Meta(ctx, id)
	if err != nil || meta.Slug != slug {
		return "", err
	}
	return id, nil
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
	mentions, missed := map[string][]briefings.Anchor{}, []*briefings.Actor{}
	for i := range found.Actors {
		for _, name := range names(&found.Actors[i]) {
			mentions[name] = found.Actors[i].Mentions
		}
	}
	for i := range b.Actors {
		if a := &b.Actors[i]; len(a.Mentions) == 0 {
			if a.Mentions = mentionsOf(a, mentions); len(a.Mentions) == 0 && a.Origin == briefings.OriginAnalyst {
				missed = append(missed, a)
			}
		}
	}
	if len(missed) > 0 {
		s := extract.NewSource(rev, b.Meta)
		for _, a := range missed {
			a.Mentions = extract.Mentions(s, a, b.Actors)
		}
	}
}

// mentionsOf are the places that have a form of an actor's name, as the file has
// them after what people judged: from all readings that were made one, and
// without those that were denied.
func mentionsOf(a *briefings.Actor, found map[string][]briefings.Anchor) (out []briefings.Anchor) {
	forms := names(a)
	for _, name := range forms {
		for _, m := range found[name] {
			if slices.Contains(forms, briefings.Fold(m.Exact)) && !slices.Contains(out, m) &&
				!slices.ContainsFunc(a.Not, func(n briefings.Anchor) bool { return n.DocStart == m.DocStart }) {
				out = append(out, m)
			}
		}
	}
	slices.SortFunc(out, func(x, y briefings.Anchor) int { return x.DocStart - y.DocStart })
	return out
}

// names returns the folded name of an actor and its aliases.
func names(a *briefings.Actor) []string {
	out := []string{briefings.Fold(a.Name)}
	for _, alias := range a.Aliases {
		out = append(out, briefings.Fold(alias.Text))
	}
	return out
}
