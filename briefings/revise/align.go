package revise

import (
	"cmp"
	"slices"

	"dossier/briefings"
)

// Alignment says for each sentence of an old text which sentence of a new one
// it became.
type Alignment struct {
	old, new *Text
	// same[i] is the new sentence with the words of old sentence i, or -1.
	same []int
	// became[i] is the changed sentence that old sentence i most likely is, or
	// -1; likeness[i] is the share of their words in common.
	became   []int
	likeness []float64
	taken    []bool // new sentences that some old one is
	pairs    map[int]*pairing
	explains []bool                                // new sentences that stood in the old text word for word
	sections map[briefings.Handle]briefings.Handle // old to new
}

// Align compares two texts. It takes time in proportion to their length, and to
// the square only of runs of changed sentences that share words.
func Align(old, new *Text) *Alignment {
	a := &Alignment{old: old, new: new, same: filled(len(old.sentences)), became: filled(len(old.sentences)),
		likeness: make([]float64, len(old.sentences)), taken: make([]bool, len(new.sentences)), pairs: map[int]*pairing{}}
	a.matchUnique()
	a.matchNeighbours()
	a.matchRemaining()
	a.matchChanged()
	a.matchSections()
	return a
}

func filled(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

func (a *Alignment) join(i, j int) {
	a.same[i], a.taken[j] = j, true
}

// matchUnique joins sentences whose words stand once in each text: wherever
// they went, they are the same (patience diff's first step).
func (a *Alignment) matchUnique() {
	where := map[string][2]int{} // key to index+1 in old and new; -1 for several
	note := func(list []sentence, side int) {
		for i := range list {
			w := where[list[i].key]
			if w[side] != 0 {
				w[side] = -1
			} else {
				w[side] = i + 1
			}
			where[list[i].key] = w
		}
	}
	note(a.old.sentences, 0)
	note(a.new.sentences, 1)
	for i := range a.old.sentences {
		if w := where[a.old.sentences[i].key]; w[0] > 0 && w[1] > 0 {
			a.join(i, w[1]-1)
		}
	}
}

// matchNeighbours joins repeated sentences that stand next to joined ones. Where
// the one before and the one behind would have it differently, or two would be
// the same, nothing is joined: a guess between equals is no match.
func (a *Alignment) matchNeighbours() {
	forward, backward := filled(len(a.same)), filled(len(a.same))
	at := func(i, j int) bool {
		return j >= 0 && j < len(a.new.sentences) && !a.taken[j] && a.old.sentences[i].key == a.new.sentences[j].key
	}
	for i := range a.same {
		before := -2
		if i == 0 {
			before = -1
		} else if before = a.same[i-1]; before < 0 {
			if before = forward[i-1]; before < 0 {
				before = -2
			}
		}
		if a.same[i] < 0 && before >= -1 && at(i, before+1) {
			forward[i] = before + 1
		}
	}
	last := len(a.same) - 1
	for i := last; i >= 0; i-- {
		behind := -1
		if i == last {
			behind = len(a.new.sentences)
		} else if behind = a.same[i+1]; behind < 0 {
			behind = backward[i+1]
		}
		if a.same[i] < 0 && behind >= 0 && at(i, behind-1) {
			backward[i] = behind - 1
		}
	}
	claims := map[int]int{}
	choose := func(i int) int {
		f, b := forward[i], backward[i]
		switch {
		case f >= 0 && b >= 0 && f != b:
			return -1
		case f >= 0:
			return f
		}
		return b
	}
	for i := range a.same {
		for _, j := range []int{forward[i], backward[i]} {
			if j >= 0 {
				if other, ok := claims[j]; ok && other != i {
					claims[j] = -1
				} else if !ok {
					claims[j] = i
				}
			}
		}
	}
	for i := range a.same {
		if j := choose(i); a.same[i] < 0 && j >= 0 && claims[j] == i {
			a.join(i, j)
		}
	}
}

// matchRemaining joins sentences that are left over once on each side.
func (a *Alignment) matchRemaining() {
	type left struct{ old, new, olds, news int }
	rest := map[string]*left{}
	get := func(key string) *left {
		if rest[key] == nil {
			rest[key] = &left{}
		}
		return rest[key]
	}
	for i := range a.old.sentences {
		if a.same[i] < 0 {
			l := get(a.old.sentences[i].key)
			l.old, l.olds = i, l.olds+1
		}
	}
	for j := range a.new.sentences {
		if !a.taken[j] {
			l := get(a.new.sentences[j].key)
			l.new, l.news = j, l.news+1
		}
	}
	for _, l := range rest {
		if l.olds == 1 && l.news == 1 {
			a.join(l.old, l.new)
		}
	}
}

// Thresholds, set with the mutation test (briefings/revise/mutations).
const (
	// alike is the share of words that a sentence and its changed form have in
	// common at least.
	alike = 0.5
	// alikeBetween does where the sentences around it are joined.
	alikeBetween = 0.34
	// fewWords are too few to tell a changed sentence from another one.
	fewWords = 3
	// common words are left out of the search for candidates.
	commonWords = 64
)

// matchChanged pairs the sentences that are left with the most similar one that
// is left, best pairs first.
func (a *Alignment) matchChanged() {
	index := map[string][]int{}
	counts := map[int]int{}
	for j := range a.new.sentences {
		if !a.taken[j] {
			seen := map[string]bool{}
			for _, w := range a.tokensOf(a.new, j) {
				counts[j]++
				if !seen[w.form] {
					seen[w.form] = true
					index[w.form] = append(index[w.form], j)
				}
			}
		}
	}
	type pair struct {
		i, j  int
		score float64
	}
	var candidates []pair
	for i := range a.old.sentences {
		if a.same[i] >= 0 {
			continue
		}
		words := a.tokensOf(a.old, i)
		tried := map[int]bool{}
		for _, w := range words {
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
			score := shared(words, a.tokensOf(a.new, j))
			floor := alike
			if j == between {
				floor = alikeBetween
			}
			if score >= floor && (len(words) > fewWords && counts[j] > fewWords || j == between) {
				if j == between {
					score += 0.1
				}
				candidates = append(candidates, pair{i, j, score})
			}
		}
	}
	slices.SortFunc(candidates, func(x, y pair) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j))
	})
	for _, c := range candidates {
		if a.became[c.i] < 0 && !a.taken[c.j] {
			a.became[c.i], a.likeness[c.i], a.taken[c.j] = c.j, c.score, true
		}
	}
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

func (a *Alignment) tokensOf(t *Text, i int) []token {
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
