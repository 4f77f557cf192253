package extract

import (
	"cmp"
	"slices"
	"strings"

	"dossier/briefings"
)

// Pending is an open question of another briefing, for which a new briefing
// may hold evidence.
type Pending struct {
	Briefing string // id of the question's briefing
	Question *briefings.Question
	Actors   []briefings.Actor // of its briefing
	Events   []briefings.Event // of its briefing
}

// Offer is a passage of a new briefing that bears on an open question.
type Offer struct {
	Briefing string           // id of the question's briefing
	Question briefings.Handle //
	// Evidence is what linking it would add to the question: offered, with the
	// passage and the reason.
	Evidence briefings.Evidence
}

// offersPerQuestion is how many passages of one briefing are offered for a
// question at most.
const offersPerQuestion = 5

// Evidence finds the passages of a new briefing that bear on open questions of
// others: those that share its actors, its rare words, its dates. It offers few,
// the best first, questions in the order given. What a person dismissed or
// linked is not offered again.
func Evidence(s *Source, b *briefings.Briefing, open []Pending) []Offer {
	terms, common := newTermTable(), commonActors(open)
	asked := make([]inquiry, 0, len(open))
	for _, p := range open {
		if p.Briefing != b.ID && !p.Question.Status.Closed() && p.Question.Live() {
			asked = append(asked, newInquiry(p, terms, common))
		}
	}
	if len(asked) == 0 {
		return nil
	}
	passages := s.passages(b, terms)
	var out []Offer
	for i := range asked {
		out = append(out, asked[i].offers(s, b, passages)...)
	}
	return out
}

// offers weighs all passages for one question and returns the best.
func (q *inquiry) offers(s *Source, b *briefings.Briefing, passages passageList) []Offer {
	type candidate struct {
		passage *passage
		finding finding
	}
	var found []candidate
	bar := barFor(q.related(b))
	for i := range passages.list {
		if f := q.weigh(&passages.list[i], &passages, bar); f.score >= bar.floor {
			found = append(found, candidate{&passages.list[i], f})
		}
	}
	slices.SortStableFunc(found, func(x, y candidate) int { return cmp.Compare(y.finding.score, x.finding.score) })
	var out []Offer
	for _, c := range found {
		anchor := s.Anchor(c.passage.Span)
		e := briefings.Evidence{Briefing: b.ID, Anchor: &anchor, Bearing: briefings.Context, Reason: c.finding.reason(), Offered: true}
		if q.Question.Knows(e) {
			continue
		}
		out = append(out, Offer{q.Briefing, q.Question.Handle, e})
		if len(out) == offersPerQuestion {
			break
		}
	}
	return out
}

// finding is what a passage shares with a question.
type finding struct {
	score  float64
	actors []string
	terms  []string
	date   string
}

// reason says in words why a passage is offered.
func (f finding) reason() string {
	var parts []string
	if len(f.actors) > 0 {
		parts = append(parts, "names "+strings.Join(f.actors, ", "))
	}
	if len(f.terms) > 0 {
		parts = append(parts, "shares "+strings.Join(f.terms, ", "))
	}
	if f.date != "" {
		parts = append(parts, "dated "+f.date)
	}
	return strings.Join(parts, "; ")
}
