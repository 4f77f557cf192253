package main

import (
	"strings"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/briefings/extract/names"
	"dossier/briefings/extract/names/linear"
)

var types = map[string]names.Type{"PER": names.Person, "ORG": names.Organization, "LOC": names.Place,
	"SYS": names.System, "MISC": names.Other, "NORP": names.Other}

// marked is a name of a document in bytes.
type marked struct {
	start, end int
	t          names.Type
	optional   bool
}

// examples appends the sentences of a document.
func (c *corpus) examples(d *document, out []linear.Example) []linear.Example {
	s := source(d.Text)
	spans := make([]names.Sentence, len(s.Sentences))
	for i := range s.Sentences {
		spans[i].Span = names.Span(s.Sentences[i].Span)
	}
	all := d.marks()
	next := 0
	names.NewDocument(d.Text, spans, names.Default()).Sentences(func(words []names.Span, features [][]uint64) {
		e := linear.Example{Features: features, Gold: make([]uint8, len(words)), Allow: make([]uint16, len(words))}
		for i, w := range words {
			for next < len(all) && all[next].end <= w.Start {
				next++
			}
			var here *marked
			if next < len(all) && w.Start < all[next].end && w.End > all[next].start {
				here = &all[next]
			}
			begins := here != nil && (i == 0 || words[i-1].End <= here.start)
			e.Gold[i], e.Allow[i] = c.labels(here, begins)
		}
		out = append(out, e)
	})
	return out
}

// source cuts a text into sentences as the program does: a line is a block.
func source(text string) *extract.Source {
	rev := &briefings.Revision{}
	for line := range strings.SplitSeq(text, "\n") {
		rev.Blocks = append(rev.Blocks, briefings.Block{Text: line})
	}
	briefings.Place(rev.Blocks)
	return extract.NewSource(rev, briefings.Meta{})
}

// labels returns the label of a word, and all that are not wrong for it.
func (c *corpus) labels(m *marked, begins bool) (label uint8, allow uint16) {
	open := uint16(0)
	if c.partial {
		for _, t := range []names.Type{names.System, names.Other} {
			open |= 1<<linear.Begin(int(t)) | 1<<linear.Inside(int(t))
		}
	}
	if m == nil {
		return linear.Outside, 1<<linear.Outside | open
	}
	of := func(t names.Type) uint8 {
		if begins {
			return linear.Begin(int(t))
		}
		return linear.Inside(int(t))
	}
	label = of(m.t)
	allow = 1 << label
	if m.t == names.Other { // some corpora count products among others
		allow |= 1 << of(names.System)
	}
	if m.optional {
		allow |= 1 << linear.Outside
	}
	return label, allow
}

// marks returns the names of a document in order, in bytes, without the
// articles and titles that some corpora count in.
func (d *document) marks() []marked {
	at := make([]int, 0, len(d.Text)+1)
	for i := range d.Text {
		at = append(at, i)
	}
	at = append(at, len(d.Text))
	var out []marked
	end := 0
	for _, e := range d.Ents {
		t, ok := types[e.T]
		if !ok || e.S >= e.E || e.E >= len(at) || at[e.S] < end {
			continue
		}
		m := marked{start: at[e.S], end: at[e.E], t: t, optional: e.Opt}
		if t != names.Other {
			m.start += names.Lead(d.Text[m.start:m.end])
		}
		if names.Default().Listed(names.Demonyms, d.Text[m.start:m.end]) && t != names.Organization {
			m.t = names.Other
		}
		end = m.end
		out = append(out, m)
	}
	return out
}
