package revise

import (
	"cmp"
	"slices"
)

// Thresholds, set with the mutation test (briefings/revise/mutations).
const (
	// alike is the share of words that a sentence and its changed form have in
	// common at least.
	alike = 0.5
	// alikeBetween does where the sentences around it are joined.
	alikeBetween = 0.34
	// fewWords are too few to tell a changed sentence from another one.
	fewWords = 3
	// margin is how much less any other pair must be alike.
	margin = 0.05
	// common words are left out of the search for candidates.
	commonWords = 64
)

// reworded is a pair of sentences that may be one before and after a change.
type reworded struct {
	i, j  int
	score float64
}

// matchChanged pairs the sentences that are left with the most similar one that
// is left, best pairs first.
func (a *Alignment) matchChanged() {
	count := map[string]int{}
	for i := range a.old.sentences {
		count[a.old.sentences[i].key]++
	}
	candidates := a.rewordings()
	against := rivals(candidates)
	open := func(o reworded) bool { return a.became[o.i] < 0 && !a.taken[o.j] }
	rival := func(c reworded) bool {
		return slices.ContainsFunc(against(c), func(o reworded) bool { return o.score > c.score-margin && open(o) })
	}
	// alone in its gap: no other sentence of it is like either of the two.
	olds, news := around(a.went()), around(a.origins())
	here := func(c reworded) bool {
		return a.wentTo(olds.before[c.i]) == news.before[c.j] && a.wentTo(olds.behind[c.i]) == news.behind[c.j]
	}
	inPlace := func(c reworded) bool {
		return here(c) && !slices.ContainsFunc(against(c), here)
	}
	for _, c := range candidates {
		if !open(c) {
			continue
		}
		// Which of its like a repeated one is, only its place can tell.
		if a.between(c.i) == c.j || inPlace(c) || count[a.old.sentences[c.i].key] == 1 && !rival(c) {
			a.reword(c.i, c.j)
			a.rivals[c.i] = against(c)
		}
	}
}

// rivals returns a function that lists the pairs that would have one sentence in
// common with a pair.
func rivals(pairs []reworded) func(reworded) []reworded {
	olds, news := map[int][]reworded{}, map[int][]reworded{}
	for _, p := range pairs {
		olds[p.i], news[p.j] = append(olds[p.i], p), append(news[p.j], p)
	}
	return func(c reworded) []reworded {
		return slices.DeleteFunc(slices.Concat(olds[c.i], news[c.j]), func(o reworded) bool { return o.i == c.i && o.j == c.j })
	}
}

// rewordings lists the pairs of sentences that are left and alike, best first.
func (a *Alignment) rewordings() []reworded {
	words := map[int][]token{} // of the new sentences that are left
	index := map[string][]int{}
	for j := range a.new.sentences {
		if a.taken[j] {
			continue
		}
		words[j] = a.new.tokensOf(j)
		for _, w := range words[j] {
			if list := index[w.form]; len(list) == 0 || list[len(list)-1] != j {
				index[w.form] = append(list, j)
			}
		}
	}
	var out []reworded
	for i := range a.old.sentences {
		if a.same[i] >= 0 {
			continue
		}
		was := a.old.tokensOf(i)
		tried := map[int]bool{}
		for _, w := range was {
			if hits := index[w.form]; len(hits) <= commonWords {
				for _, j := range hits {
					tried[j] = true
				}
			}
		}
		between := a.between(i)
		if between >= 0 {
			tried[between] = true
		}
		for j := range tried {
			if min(len(was), len(words[j])) <= fewWords {
				continue
			}
			switch score := shared(was, words[j]); {
			case j == between && score >= alikeBetween:
				out = append(out, reworded{i, j, score + 0.1})
			case j != between && score >= alike:
				out = append(out, reworded{i, j, score})
			}
		}
	}
	slices.SortFunc(out, func(x, y reworded) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j))
	})
	return out
}

// between returns the new sentence that stands between those that the
// neighbours of old sentence i became, if there is exactly one.
func (a *Alignment) between(i int) int {
	before, behind := -1, len(a.new.sentences)
	if i > 0 {
		if before = a.same[i-1]; before < 0 {
			return -1
		}
	}
	if i < len(a.same)-1 {
		if behind = a.same[i+1]; behind < 0 {
			return -1
		}
	}
	if behind != before+2 || a.taken[before+1] {
		return -1
	}
	return before + 1
}

// tokensOf cuts sentence i.
func (t *Text) tokensOf(i int) []token {
	return tokens(t.words, t.sentences[i].start, t.sentences[i].end)
}

// shared is the Dice coefficient of two lists of words.
func shared(x, y []token) float64 {
	if len(x)+len(y) == 0 {
		return 0
	}
	count := map[string]int{}
	for _, w := range x {
		count[w.form]++
	}
	n := 0
	for _, w := range y {
		if count[w.form] > 0 {
			count[w.form]--
			n++
		}
	}
	return 2 * float64(n) / float64(len(x)+len(y))
}
