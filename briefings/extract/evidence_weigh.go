package extract

import (
	"math"
	"slices"

	"dossier/briefings"
	"dossier/briefings/edtf"
)

// How much it weighs that a passage shares something with a question. A term
// weighs by its rarity in the new document, as in BM25: one that stands in one
// of a hundred sentences about 4.2, one in every second 1.1.
const (
	quotedTerm     = 0.6 // of a term of the question's passage, not of the question
	actorWeight    = 2.5
	dateWeight     = 1.5
	longestPassage = 400 // bytes from which a sentence's score is damped
)

// bar is what a passage must reach to be offered.
type bar struct {
	floor      float64 // of the score
	terms      int     // shared with the question
	termsAlone int     // where no actor is shared
	coverage   float64 // of the weight of all terms of the question
}

// barFor is lower for a document on the same matter: there one rare term and
// an actor are enough, where elsewhere chance brings two terms together.
func barFor(related bool) bar {
	if related {
		return bar{floor: 5, terms: 1, termsAlone: 2, coverage: 0.1}
	}
	return bar{floor: 8.5, terms: 2, termsAlone: 3, coverage: 0.25}
}

// commonActors names, folded, the actors that more than half of the briefings
// with questions have: they tell little. In a library of few briefings there
// are none.
func commonActors(open []Pending) map[string]bool {
	const fewest = 4
	seen := map[string]map[string]bool{}
	all := map[string]bool{}
	for _, p := range open {
		if all[p.Briefing] {
			continue
		}
		all[p.Briefing] = true
		for i := range p.Actors {
			name := briefings.Fold(p.Actors[i].Name)
			if seen[name] == nil {
				seen[name] = map[string]bool{}
			}
			seen[name][p.Briefing] = true
		}
	}
	common := map[string]bool{}
	for name, in := range seen {
		common[name] = len(all) >= fewest && len(in)*2 > len(all)
	}
	return common
}

// inquiry is an open question as passages are weighed for it.
type inquiry struct {
	Pending
	terms  map[termID]float64 // weight of each term
	actors map[string]string  // folded form -> the actor's name
	dates  []edtf.Date
	sum    float64 // see whole
}

func newInquiry(p Pending, terms *termTable, common map[string]bool) inquiry {
	q := inquiry{Pending: p, terms: map[termID]float64{}, actors: map[string]string{}}
	quotes := ""
	for i := range p.Question.Anchors {
		quotes += p.Question.Anchors[i].Exact + "\n"
	}
	text := p.Question.Text + "\n" + p.Question.Done
	for i := range p.Actors {
		if !common[briefings.Fold(p.Actors[i].Name)] {
			q.addActor(&p.Actors[i], text+"\n"+quotes)
		}
	}
	terms.add(quotes, quotedTerm, q.terms)
	terms.add(text, 1, q.terms)
	for form := range q.actors { // a name counts as an actor, not as a term
		for _, id := range terms.ids(form) {
			delete(q.terms, id)
		}
	}
	q.addDates()
	return q
}

// addActor takes in an actor that the question or its passage names.
func (q *inquiry) addActor(a *briefings.Actor, text string) {
	if !a.Live() || a.Hidden {
		return
	}
	folded := briefings.Fold(text)
	forms := []string{briefings.Fold(a.Name)}
	for _, alias := range a.Aliases {
		forms = append(forms, briefings.Fold(alias.Text))
	}
	if slices.ContainsFunc(forms, func(form string) bool { return containsWord(folded, form) }) {
		for _, form := range forms {
			q.actors[form] = a.Name
		}
	}
}

// addDates takes in the dates that stand in the question's passage.
func (q *inquiry) addDates() {
	for i := range q.Events {
		e := &q.Events[i]
		if !e.Live() || len(e.Anchors) == 0 {
			continue
		}
		for _, a := range q.Question.Anchors {
			if e.Anchors[0].DocStart < a.DocEnd && a.DocStart < e.Anchors[0].DocEnd {
				if d, err := edtf.Parse(e.When); err == nil && !d.Interval {
					q.dates = append(q.dates, d)
				}
			}
		}
	}
}

// weigh says what a passage shares with the question and how much that is; a
// score of 0 where it is too little to be looked at.
func (q *inquiry) weigh(p *passage, all *passageList, bar bar) finding {
	var f finding
	for _, id := range p.terms {
		if weight, ok := q.terms[id]; ok {
			f.score += weight * all.rarity(id)
			f.terms = append(f.terms, all.table.word(id))
		}
	}
	if len(f.terms) < bar.terms || f.score < bar.coverage*q.whole(all) {
		return finding{}
	}
	for _, a := range p.actors {
		if name, ok := q.shares(a); ok && !slices.Contains(f.actors, name) {
			f.score += actorWeight * all.actorRarity(a)
			f.actors = append(f.actors, name)
		}
	}
	if len(f.actors) == 0 && len(f.terms) < bar.termsAlone {
		return finding{}
	}
	for _, d := range p.dates {
		if f.date == "" && slices.ContainsFunc(q.dates, func(own edtf.Date) bool { return edtf.Overlaps(own, d) }) {
			f.score += dateWeight
			f.date = d.String()
		}
	}
	if n := p.End - p.Start; n > longestPassage {
		f.score *= math.Sqrt(longestPassage / float64(n))
	}
	return f
}

// whole is the weight of all terms of the question together.
func (q *inquiry) whole(all *passageList) float64 {
	if q.sum == 0 {
		for id, weight := range q.terms {
			q.sum += weight * all.rarity(id)
		}
	}
	return q.sum
}

// related says whether a new briefing is on the same matter: two of the actors
// that the question and its passage name act in it too.
func (q *inquiry) related(b *briefings.Briefing) bool {
	names := map[string]bool{}
	for i := range b.Actors {
		if name, ok := q.shares(&b.Actors[i]); ok {
			names[name] = true
		}
	}
	return len(names) >= 2
}

// shares says whether an actor of the new briefing is one of the question's.
func (q *inquiry) shares(a *briefings.Actor) (string, bool) {
	if name, ok := q.actors[briefings.Fold(a.Name)]; ok {
		return name, true
	}
	for _, alias := range a.Aliases {
		if name, ok := q.actors[briefings.Fold(alias.Text)]; ok {
			return name, true
		}
	}
	return "", false
}
