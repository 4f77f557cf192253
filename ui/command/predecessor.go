package command

import (
	"context"
	"fmt"
	"slices"

	"dossier/briefings"
	"dossier/briefings/revise"
)

// predecessor returns the id of the briefing that a document is a changed text
// of, "" for a new one. Whether one with the same title and most of the same
// sentences is one, only a person can say: it is taken for a new one, and odd
// tells how to have it otherwise.
func (in *intakeRun) predecessor(ctx context.Context, p *structured) (id, odd string, err error) {
	known, err := in.candidates(ctx, p)
	if err != nil || len(known) == 0 {
		return "", "", err
	}
	at, likeness := revise.Recognise(&p.doc.Meta, &p.doc.Revision, known)
	switch likeness {
	case revise.NewDocument, revise.SameBytes: // the store knows its bytes, or none
		return "", "", nil
	case revise.MaySame:
		return "", fmt.Sprintf("it has the title and most of the sentences of %[1]s; to have it as the next revision of that, remove it and import it with --as %[1]s", known[at].Meta.Slug), nil
	}
	return known[at].Meta.ID, "", nil
}

// candidates are the briefings of the library that a document may be a text of:
// those with its id, its source or its title.
func (in *intakeRun) candidates(ctx context.Context, p *structured) ([]revise.Known, error) {
	var ids []string
	if id := p.doc.Meta.ID; id != "" {
		ids = append(ids, id)
	}
	if id, found, err := in.lib.BySource(ctx, p.doc.Meta.Source); err != nil {
		return nil, err
	} else if found {
		ids = append(ids, id)
	}
	titled, err := in.lib.ByTitle(ctx, p.doc.Meta.Title)
	if err != nil {
		return nil, err
	}
	var known []revise.Known
	slices.Sort(ids)
	for _, id := range slices.Compact(append(ids, titled...)) {
		meta, err := in.lib.Meta(ctx, id)
		if err != nil || slices.ContainsFunc(known, func(k revise.Known) bool { return k.Meta.ID == meta.ID }) {
			continue // an id from another library, or one that is there already
		}
		known = append(known, revise.Known{Meta: meta, Text: func() *revise.Text {
			rev, err := in.lib.Revision(ctx, meta.ID, 0)
			if err != nil {
				rev = &briefings.Revision{} // shares no sentence
			}
			return revise.NewText(rev, nil)
		}})
	}
	return known, ctx.Err()
}
