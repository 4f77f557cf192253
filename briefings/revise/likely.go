package revise

import (
	"cmp"
	"math"
	"slices"

	"dossier/briefings"
)

const (
	// likelyFrom is how much a sentence must be worth to be offered.
	likelyFrom = 0.25
	// besideWorth is what it is worth to stand where the passage was.
	besideWorth = 0.25
)

// Likely lists where a passage that was lost may stand in a text now, for a person
// to choose from: the places of its very words, the sentences that share its rarer
// words, and those beside the place at which it would stand. The likeliest come
// first, at most so many; a heading stands for no sentence. Nothing is placed by it.
func (t *Text) Likely(a *briefings.Anchor, most int) []Candidate {
	var out []Candidate
	taken := map[int]bool{} // sentences that hold the very words
	for _, h := range occurrences(t.words, a.Exact, most) {
		out = append(out, t.candidate(h, 1))
		taken[t.sentenceAt(h.start)] = true
	}
	sentences := make([][]token, len(t.sentences))
	for i := range sentences {
		sentences[i] = t.tokensOf(i)
	}
	was, worth := tokens(a.Exact, 0, len(a.Exact)), rarity(sentences)
	before, behind := t.beside(t.locator.Byte(a.At()))
	for i, s := range t.sentences {
		score := min(sharedWorth(was, sentences[i], worth), 1-besideWorth)
		if i >= before && i <= behind {
			score += besideWorth
		}
		if score >= likelyFrom && !taken[i] && s.key != plainForm(t.title(s.section)) {
			out = append(out, t.candidate(span{s.start, s.end}, score))
		}
	}
	slices.SortStableFunc(out, func(x, y Candidate) int { return cmp.Compare(y.Score, x.Score) })
	return out[:min(len(out), most)]
}

// rarity is what a word is worth among sentences: the more, the fewer have it.
func rarity(sentences [][]token) func(form string) float64 {
	count := map[string]int{}
	for _, words := range sentences {
		seen := map[string]bool{}
		for _, w := range words {
			if !seen[w.form] {
				seen[w.form] = true
				count[w.form]++
			}
		}
	}
	return func(form string) float64 {
		return math.Log(1 + float64(len(sentences))/float64(1+count[form]))
	}
}

// sharedWorth is the share of what all their words are worth that two lists of
// words have in common.
func sharedWorth(x, y []token, worth func(string) float64) float64 {
	count := map[string]int{}
	all, both := 0.0, 0.0
	for _, w := range x {
		count[w.form]++
		all += worth(w.form)
	}
	for _, w := range y {
		all += worth(w.form)
		if count[w.form] > 0 {
			count[w.form]--
			both += worth(w.form)
		}
	}
	if all == 0 {
		return 0
	}
	return 2 * both / all
}
