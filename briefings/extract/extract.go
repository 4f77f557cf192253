package extract

import (
	"dossier/briefings"
)

// All reads everything out of a revision. Meta comes back with what the text
// itself told: the reference date and its rule.
func All(rev *briefings.Revision, meta briefings.Meta) briefings.Briefing {
	s := NewSource(rev, meta)
	b := briefings.Briefing{Meta: s.Meta, Sections: s.Sections, Annotations: []briefings.Annotation{}}
	b.Actors = Actors(s)
	b.Events = Events(s, b.Actors)
	b.Limits = Limits(s, b.Actors)
	b.Questions = Questions(s, b.Actors, b.Events)
	b.References = References(s)
	return b
}
