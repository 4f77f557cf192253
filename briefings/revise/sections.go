package revise

import (
	"cmp"
	"slices"

	"dossier/briefings"
)

// Sections returns which section of the new text each old one became, by
// handle; sections that went are missing.
func (a *Alignment) Sections() map[briefings.Handle]briefings.Handle { return a.sections }

// Weights of the comparison of sections.
const (
	titleWeight  = 0.4
	sectionsFrom = 0.4 // an equal title alone, or nearly half of the sentences
)

// matchSections joins the sections that have most in common: the share of the
// shorter one's sentences, and the title where it stands once in each text.
func (a *Alignment) matchSections() {
	a.sections = map[briefings.Handle]briefings.Handle{}
	used := map[int]bool{}
	for _, s := range a.sectionPairs() {
		if _, done := a.sections[a.old.handle(s.old)]; !done && !used[s.new] {
			a.sections[a.old.handle(s.old)], used[s.new] = a.new.handle(s.new), true
		}
	}
}

type sectionPair struct {
	old, new int
	score    float64
}

// sectionPairs lists the pairs that may be one section, the likeliest first.
func (a *Alignment) sectionPairs() []sectionPair {
	type pair struct{ old, new int }
	common, olds, news := map[pair]int{}, map[int]int{}, map[int]int{}
	for j := range a.new.sentences {
		news[a.new.sentences[j].section]++
	}
	for i := range a.old.sentences {
		from := a.old.sentences[i].section
		olds[from]++
		if j := max(a.same[i], a.became[i]); j >= 0 {
			common[pair{from, a.new.sentences[j].section}]++
		}
	}
	scores := map[pair]float64{}
	for p, n := range common {
		if p.old >= 0 && p.new >= 0 {
			scores[p] = float64(n) / float64(max(1, min(olds[p.old], news[p.new])))
		}
	}
	newTitles := titles(a.new.sections)
	for key, x := range titles(a.old.sections) {
		if y := newTitles[key]; len(x) == 1 && len(y) == 1 {
			scores[pair{x[0], y[0]}] += titleWeight
		}
	}
	var out []sectionPair
	for p, score := range scores {
		if score >= sectionsFrom {
			out = append(out, sectionPair{p.old, p.new, score})
		}
	}
	slices.SortFunc(out, func(x, y sectionPair) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.old, y.old), cmp.Compare(x.new, y.new))
	})
	return out
}

// titles lists the sections of each title.
func titles(sections []briefings.Section) map[string][]int {
	out := map[string][]int{}
	for i, s := range sections {
		key := briefings.Fold(plainForm(s.Title))
		out[key] = append(out[key], i)
	}
	return out
}
