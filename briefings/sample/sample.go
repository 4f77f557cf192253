// Package sample is the briefing that a new library begins with: an article in
// the project's own words with an analyst's first marks on it, so that every
// pane has something to show.
package sample

import (
	_ "embed"
	"fmt"
	"strings"
	"time"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/briefings/intake"
)

//go:embed sample.md
var article []byte

// marked is when the marks were made; a constant, so that the sample is the
// same wherever it is shown.
var marked = time.Date(2025, time.December, 9, 10, 0, 0, 0, time.UTC)

// analyst signs the marks.
const analyst = "analyst"

// Article returns the bytes of the sample: Markdown with front matter.
func Article() []byte { return append([]byte(nil), article...) }

// Document returns the sample as a library takes it in: what was found in the
// article, and a note, a highlight and an answered question on it. It has no
// id yet. It panics only if the article in the binary is damaged.
func Document() (briefings.Briefing, briefings.Revision) {
	doc, err := intake.Read(article, intake.Options{Format: briefings.FormatMarkdown, Now: marked})
	if err != nil {
		panic(fmt.Sprintf("the built-in sample cannot be read: %v", err))
	}
	b := extract.All(&doc.Revision, doc.Meta)
	b.Sample, b.Created, b.Modified = true, marked, marked
	m := marker{doc.Revision.Text(), b.Sections}
	b.Annotations = append(b.Annotations, m.note(), m.highlight())
	b.Questions = append(b.Questions, m.answered())
	return b, doc.Revision
}

// marker makes marks on passages of the article.
type marker struct {
	text     string
	sections []briefings.Section
}

func (m marker) head(handle briefings.Handle, quote string) briefings.Head {
	start := strings.Index(m.text, quote)
	if start < 0 {
		panic(fmt.Sprintf("the built-in sample lacks %q", quote))
	}
	anchor := briefings.NewLocator(m.text, m.sections).Anchor(start, start+len(quote))
	return briefings.Head{
		Handle: handle, Origin: briefings.OriginAnalyst, State: briefings.StateLive,
		Anchors: []briefings.Anchor{anchor}, By: analyst, Created: marked, Modified: marked, Version: 1,
	}
}

func (m marker) note() briefings.Annotation {
	return briefings.Annotation{
		Head:       m.head("n-odds", "the project is likely to go ahead in some form"),
		Motivation: briefings.Commenting,
		Body:       "The odds are our own: no report puts a figure on them. Look again once a site is named.",
	}
}

func (m marker) highlight() briefings.Annotation {
	return briefings.Annotation{
		Head:       m.head("n-design-authority", "Pakistan will not receive design authority."),
		Motivation: briefings.Highlighting,
	}
}

func (m marker) answered() briefings.Question {
	q := briefings.Question{
		Head:     m.head("q-mission-software", "keep mission software, flight algorithms and the most valuable components"),
		Text:     "Will Pakistan get the mission software?",
		Kinds:    []briefings.QuestionKind{briefings.Verification},
		Priority: briefings.Medium,
		Why:      "whether Pakistan could one day change the aircraft without asking",
		Done:     "a published contract, or a statement by both governments",
		Evidence: []briefings.Evidence{},
	}
	q.Accept(briefings.Answer{
		Text:       "It stays with Baykar and the Turkish state.",
		Likelihood: "very likely",
		Confidence: "moderate",
		Basis:      "judgement",
		By:         analyst,
		At:         marked,
	})
	return q
}
