package revise

import (
	"strings"
	"unicode"

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
	a.matchInGaps()
	a.matchNeighbours()
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
	a.matchInGaps()
	a.matchRepeated()
	a.matchInPlace()
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
		return i >= 0 && short(a.old.sentences[i].key) && strings.ContainsFunc(a.old.sentences[i].key, unicode.IsDigit)
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
// sentence as far as nothing is repeated side by side or is very short. Where two
// runs would have it differently nothing is joined: a guess between equals is no
// match.
func (a *Alignment) matchNeighbours() {
	unique := a.went()
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
	return !short(key) && (i == 0 || a.old.sentences[i-1].key != key) && (i+1 == len(a.old.sentences) || a.old.sentences[i+1].key != key)
}

// matchWithin finds sentences that stand word for word within another one,
// where sentences were joined or cut otherwise: if their words stand once in what
// is left of each text, wherever else they stand is known.
func (a *Alignment) matchWithin() {
	for i := range a.old.sentences {
		s := &a.old.sentences[i]
		words := a.old.words[s.start:s.end]
		if a.same[i] >= 0 || len(words) < approximateMin {
			continue
		}
		hits := a.leftOf(a.new, words, func(j int) bool { return a.taken[j] })
		if len(hits) == 1 && len(a.leftOf(a.old, words, func(i int) bool { return a.same[i] >= 0 })) == 1 {
			a.within[i] = hits[0].start
		}
	}
}

// leftOf lists the places of words, two at most, of which not every sentence is
// known.
func (a *Alignment) leftOf(t *Text, words string, known func(int) bool) []span {
	var out []span
	hits := occurrences(t.words, words, leftMost)
	if len(hits) == leftMost {
		return hits
	}
	for _, hit := range hits {
		for i := t.sentenceAt(hit.start); i >= 0 && i < len(t.sentences) && t.sentences[i].start < hit.end; i++ {
			if !known(i) {
				out = append(out, hit)
				break
			}
		}
		if len(out) == 2 {
			break
		}
	}
	return out
}

// leftMost is how many places of the same words are looked through; what stands
// more often is a formula.
const leftMost = 32
