package command

import (
	"context"
	"strings"

	"dossier/briefings"
	"dossier/briefings/extract"
)

// sameShare is the share of sentences that two texts under one file name have
// in common if one is a revision of the other.
const sameShare = 0.5

// predecessor returns the id of the briefing that a document is a changed text
// of: the one that its front matter names; the one from the same URL; the one
// from the same file name that has most of its sentences. "" is a new one.
func (in *intakeRun) predecessor(ctx context.Context, p *structured) (string, error) {
	if id := p.doc.Meta.ID; id != "" {
		if meta, err := in.lib.Meta(ctx, id); err == nil {
			return meta.ID, nil
		}
	}
	source := p.doc.Meta.Source
	if source == "" {
		return "", nil
	}
	id, found, err := in.lib.BySource(ctx, source)
	if err != nil || !found || strings.Contains(source, "://") {
		return id, err
	}
	old, err := in.lib.Revision(ctx, id, 0)
	if err != nil {
		return "", err
	}
	if sharedSentences(old, &p.doc.Revision) < sameShare {
		return "", nil
	}
	return id, nil
}

// sharedSentences returns the share of the sentences of the shorter text that
// the other one has too.
func sharedSentences(a, b *briefings.Revision) float64 {
	x, y := sentences(a), sentences(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 {
		return 0
	}
	shared := 0
	for sentence := range x {
		if y[sentence] {
			shared++
		}
	}
	return float64(shared) / float64(len(x))
}

func sentences(rev *briefings.Revision) map[string]bool {
	source := extract.NewSource(rev, briefings.Meta{})
	out := make(map[string]bool, len(source.Sentences))
	for _, sentence := range source.Sentences {
		out[briefings.Fold(source.Words(sentence.Span))] = true
	}
	return out
}
