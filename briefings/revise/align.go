package revise

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/briefings"
)

// Alignment says for each sentence of an old text which sentence of a new one
// it became.
type Alignment struct {
	old, new *Text
	// same[i] is the new sentence with the words of old sentence i, or -1.
	same []int
	// became[i] is the changed sentence that old sentence i most likely is, or
	// -1; likeness[i] is the share of their words in common; alone[i] says that
	// it is like no other one.
	became   []int
	likeness []float64
	alone    []bool
	taken    []bool      // new sentences that some old one is
	within   map[int]int // old sentence to the byte of the new text where it stands in another one
	pairs    map[int]*pairing
	explains []bool                                // new sentences that stood in the old text word for word
	sections map[briefings.Handle]briefings.Handle // old to new
}

// Align compares two texts. It takes time in proportion to their length, and to
// the square only of runs of changed sentences that share words.
func Align(old, new *Text) *Alignment {
	a := compare(old, new)
	for range cutRounds {
		old, new, found := a.cut()
		if !found {
			break
		}
		a = compare(old, new)
	}
	a.matchWithin()
	a.matchChanged()
	a.matchBeside()
	a.matchLeftOver()
	a.matchSections()
	return a
}

// compare joins the sentences of two texts that have the same words.
func compare(old, new *Text) *Alignment {
	a := &Alignment{old: old, new: new, same: filled(len(old.sentences)), became: filled(len(old.sentences)),
		likeness: make([]float64, len(old.sentences)), alone: make([]bool, len(old.sentences)), taken: make([]bool, len(new.sentences)), within: map[int]int{}, pairs: map[int]*pairing{}}
	a.matchUnique()
	a.partNumbers()
	a.matchNeighbours()
	a.matchGaps()
	a.matchRepeated()
	a.matchInPlace()
	a.matchBeside()
	a.matchLeftOver()
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

// partNumbers takes those joins back whose words are few, with a number, and that
// stand out of the order of all others: a figure that was numbered anew is now
// called what another one was.
func (a *Alignment) partNumbers() {
	number := func(i int) bool {
		return i >= 0 && utf8.RuneCountInString(a.old.sentences[i].key) < approximateMin && strings.ContainsFunc(a.old.sentences[i].key, unicode.IsDigit)
	}
	others := a.origins()
	for j, i := range others {
		if number(i) {
			others[j] = -1
		}
	}
	olds, news := a.gaps(others)
	for i, j := range a.same {
		if j >= 0 && number(i) && olds[i] != news[j] {
			a.same[i], a.taken[j] = -1, false
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
