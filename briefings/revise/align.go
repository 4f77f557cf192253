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
	taken    []bool      // new sentences that some old one is
	within   map[int]int // old sentence to the byte of the new text where it stands in another one
	pairs    map[int]*pairing
	explains []bool                                // new sentences that stood in the old text word for word
	sections map[briefings.Handle]briefings.Handle // old to new
}

// Align compares two texts. It takes time in proportion to their length, and to
// the square only of runs of changed sentences that share words.
func Align(old, new *Text) *Alignment {
	a := &Alignment{old: old, new: new, same: filled(len(old.sentences)), became: filled(len(old.sentences)),
		likeness: make([]float64, len(old.sentences)), taken: make([]bool, len(new.sentences)), within: map[int]int{}, pairs: map[int]*pairing{}}
	a.matchUnique()
	a.matchNeighbours()
	a.matchGaps()
	a.matchWithin()
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

// matchNeighbours joins repeated sentences in runs that are the same in both
// texts: those between two joined sentences, and those on from one joined
// sentence as far as nothing is repeated side by side or is very short. Where
// two runs would have it differently nothing is joined: a guess between equals is
// no match.
func (a *Alignment) matchNeighbours() {
	unique := slices.Clone(a.same)
	forward, backward := a.follow(unique, 1), a.follow(unique, -1)
	claims := map[int]int{}
	for i := range unique {
		claims[forward[i]]++
		if backward[i] != forward[i] {
			claims[backward[i]]++
		}
	}
	for i := range unique {
		if unique[i] >= 0 {
			continue
		}
		f, b := forward[i], backward[i]
		one := max(f, b)
		switch {
		case one < 0 || claims[one] > 1:
		case f == b, min(f, b) < 0 && a.distinct(i):
			a.join(i, one)
		}
	}
}

// follow walks from joined sentences on as long as the texts are the same.
func (a *Alignment) follow(joined []int, step int) []int {
	out := filled(len(joined))
	i, edge, far := 0, -1, -1
	if step < 0 {
		i, edge, far = len(joined)-1, len(a.new.sentences), len(joined)
	}
	for ; i >= 0 && i < len(joined); i += step {
		before := edge
		if i-step != far {
			if before = joined[i-step]; before < 0 {
				if before = out[i-step]; before < 0 {
					continue
				}
			}
		}
		if j := before + step; joined[i] < 0 && j >= 0 && j < len(a.new.sentences) && !a.taken[j] && a.old.sentences[i].key == a.new.sentences[j].key {
			out[i] = j
		}
	}
	return out
}

// distinct says whether old sentence i is long enough, and other than its
// neighbours, to be known by one of them.
func (a *Alignment) distinct(i int) bool {
	key := a.old.sentences[i].key
	return len(key) >= approximateMin && (i == 0 || a.old.sentences[i-1].key != key) && (i+1 == len(a.old.sentences) || a.old.sentences[i+1].key != key)
}

// gapRounds bounds how often gaps are looked through; each round makes them
// smaller.
const gapRounds = 4

// matchGaps joins sentences that stand once between two joined ones in both
// texts, again and again in the gaps that this leaves (patience diff's second
// step).
func (a *Alignment) matchGaps() {
	for range gapRounds {
		origin := filled(len(a.new.sentences))
		for i, j := range a.same {
			if j >= 0 {
				origin[j] = i
			}
		}
		inOrder := a.inOrder(origin)
		joined := false
		lastOld, lastNew := -1, -1
		for j := 0; j <= len(origin); j++ {
			i := len(a.same)
			if j < len(origin) {
				if i = origin[j]; i < 0 || !inOrder[j] {
					continue
				}
			}
			joined = a.matchGap(lastOld+1, i, lastNew+1, j) || joined
			lastOld, lastNew = i, j
		}
		if !joined {
			return
		}
	}
}

// matchGap joins what stands once in each of two ranges of sentences.
func (a *Alignment) matchGap(oldFrom, oldTo, newFrom, newTo int) bool {
	if oldFrom >= oldTo || newFrom >= newTo {
		return false
	}
	olds, news := map[string][]int{}, map[string][]int{}
	for i := oldFrom; i < oldTo; i++ {
		if key := a.old.sentences[i].key; a.same[i] < 0 {
			olds[key] = append(olds[key], i)
		}
	}
	for j := newFrom; j < newTo; j++ {
		if key := a.new.sentences[j].key; !a.taken[j] {
			news[key] = append(news[key], j)
		}
	}
	joined := false
	for key, x := range olds {
		if y := news[key]; len(x) == 1 && len(y) == 1 && a.alikeBeside(x[0], y[0]) {
			a.join(x[0], y[0])
			joined = true
		}
	}
	return joined
}

// alikeBeside says whether the sentence before or the one behind is the same:
// else a repeated one may have been moved here from elsewhere.
func (a *Alignment) alikeBeside(i, j int) bool {
	for _, step := range []int{-1, 1} {
		x, y := i+step, j+step
		if x >= 0 && y >= 0 && x < len(a.old.sentences) && y < len(a.new.sentences) && a.old.sentences[x].key == a.new.sentences[y].key {
			return true
		}
	}
	return false
}

// matchWithin finds sentences that stand word for word within another one,
// where sentences were joined or cut otherwise, if they stand once in each text.
func (a *Alignment) matchWithin() {
	for i := range a.old.sentences {
		s := &a.old.sentences[i]
		if words := a.old.words[s.start:s.end]; a.same[i] < 0 && len(words) >= approximateMin {
			hits := occurrences(a.new.words, words, 2)
			if len(hits) == 1 && len(occurrences(a.old.words, words, 2)) == 1 {
				a.within[i] = hits[0].start
			}
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
	// surelyAlike is from which it needs no neighbour to be known.
	surelyAlike = 0.8
	// fewWords are too few to tell a changed sentence from another one.
	fewWords = 3
	// margin is how much less any other pair must be alike.
	margin = 0.05
	// common words are left out of the search for candidates.
	commonWords = 64
)

// matchChanged pairs the sentences that are left with the most similar one that
// is left, best pairs first.
func (a *Alignment) matchChanged() {
	count := map[string]int{}
	for i := range a.old.sentences {
		count[a.old.sentences[i].key]++
	}
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
		if count[a.old.sentences[i].key] > 1 {
			clear(tried) // which of its like it is, only its place can tell
		}
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
	rival := func(c pair) bool {
		return slices.ContainsFunc(candidates, func(o pair) bool {
			return (o.i == c.i) != (o.j == c.j) && o.score > c.score-margin && a.became[o.i] < 0 && !a.taken[o.j]
		})
	}
	for _, c := range candidates {
		if a.became[c.i] < 0 && !a.taken[c.j] && (a.between(c.i) == c.j || !rival(c)) {
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

// sure says whether the sentences that a range begins and ends in are known for
// what they became: word for word, or nearly, or beside the same neighbour.
func (a *Alignment) sure(was span) bool {
	for _, at := range []int{was.start, was.end - 1} {
		i := a.old.sentenceAt(at)
		if i < 0 || a.became[i] < 0 || a.likeness[i] >= surelyAlike {
			continue
		}
		if _, within := a.within[i]; within || a.leads(i-1, a.became[i]-1) || a.leads(i+1, a.became[i]+1) {
			continue
		}
		return false
	}
	return true
}

// leads says whether old sentence i is new sentence j, or both are beyond the
// text's end.
func (a *Alignment) leads(i, j int) bool {
	if i < 0 || i >= len(a.same) {
		return j < 0 || j >= len(a.new.sentences)
	}
	return j >= 0 && (a.same[i] == j || a.became[i] == j)
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
