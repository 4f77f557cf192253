package reader

import (
	"strings"
	"time"

	"dossier/briefings"
)

func noteItem(v *view, n *briefings.Annotation) item {
	it := item{glyph: v.theme.Glyphs.NoteHook, role: v.theme.Note, text: strings.Join(strings.Fields(n.Line()), " "), anchor: firstAnchor(&n.Head), record: n,
		right: age(n.Created, v.today, "today")}
	if on := noteOn(v.b, n); on != "" {
		it.right, it.short = strings.Trim(on+", "+it.right, ", "), on
	}
	if it.anchor != nil && it.anchor.State != briefings.Anchored && it.anchor.State != briefings.Moved {
		it.right = anchorWords(it.anchor.State)
	}
	if n.Motivation == briefings.Highlighting {
		it.glyph, it.dim = v.theme.Glyphs.Broken, true
	}
	if it.anchor == nil && n.Re != "" {
		if r := v.b.Record(n.Re); r != nil {
			it.anchor = firstAnchor(r.Common())
		}
	}
	it.facets = facets(string(n.Motivation), n.By, strings.Join(n.Tags, " "))
	it.detail = func() []string { return noteDetail(v, n) }
	return it
}

// noteOn is in a word what a note is on, "" for a highlight, which is on its words.
func noteOn(b *holding, n *briefings.Annotation) string {
	switch on := b.subjectOf(n); {
	case on != "":
		return called(on.Kind())
	case n.Motivation == briefings.Highlighting:
		return ""
	case firstAnchor(&n.Head) == nil:
		return string(ofBriefing)
	}
	return "sentence"
}

func noteDetail(v *view, n *briefings.Annotation) []string {
	what := called(briefings.KindAnnotation)
	switch r := v.b.Record(n.Re); {
	case r != nil:
		what += " on " + calledByName(r)
	case n.Motivation == briefings.Highlighting:
		what = "highlight"
	case v.b.subjectOf(n) != "":
		what += " on the section"
	}
	out := []string{strings.TrimSuffix(what+" · "+noteAside(n), " · "), quoteLine(&n.Head)}
	if len(n.Tags) > 0 {
		out = append(out, "Tags: "+strings.Join(n.Tags, ", "))
	}
	return out
}

// writtenOn is the day on which a note was written, "" where that is not known.
func writtenOn(n *briefings.Annotation) string {
	if n.Created.IsZero() {
		return ""
	}
	return n.Created.Format(time.DateOnly)
}
