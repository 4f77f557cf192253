package command

import (
	"context"

	"dossier/briefings"
	"dossier/store"
)

// evidenceText says what a piece of evidence is and where it stands.
func (s *session) evidenceText(e *briefings.Evidence) string {
	text := string(e.Bearing) + ": " + orElse(s.slugs[e.Briefing], e.Briefing)
	if e.Record != "" {
		text += "#" + string(e.Record)
	}
	if e.Anchor != nil {
		text += " “" + flat(e.Anchor.Exact) + "”"
	}
	if e.Offered {
		text += " (offered, not judged: " + e.Reason + ")"
	}
	return text
}

// learn finds out the slugs of the briefings that questions have evidence from,
// for printing them. One that was removed keeps its id.
func (s *session) learn(ctx context.Context, lib *store.Library, records ...briefings.Record) {
	if s.slugs == nil {
		s.slugs = map[string]string{}
	}
	for _, r := range records {
		q, ok := r.(*briefings.Question)
		if !ok {
			continue
		}
		for i := range q.Evidence {
			id := q.Evidence[i].Briefing
			if _, known := s.slugs[id]; known {
				continue
			}
			meta, err := lib.Meta(ctx, id)
			if err == nil {
				s.slugs[id] = meta.Slug
			}
		}
	}
}
