package revise

import "dossier/briefings"

// Alignment says for each sentence of an old text which sentence of a new one
// it became.
type Alignment struct {
	old, new *Text
	// same[i] is the new sentence with the words of old sentence i, or -1.
	same []int
	// became[i] is the changed sentence that old sentence i most likely is, or
	// -1; rivals[i] are the pairs that would have had one of the two.
	became   []int
	rivals   map[int][]reworded
	taken    []bool      // new sentences that some old one is
	within   map[int]int // old sentence to the byte of the new text where it stands in another one
	margins  []int       // of each old sentence that has a place (margin.go)
	pairs    map[int]*pairing
	sections map[briefings.Handle]briefings.Handle // old to new
}

// Align compares two texts. It takes time in proportion to their length, and to
// the square only of runs of changed sentences that share words.
//
// What a sentence became is proposed in this order, each step for what is left:
// it stands once in each text, so it went there (matchUnique); between two known
// ones it is in every longest common order (matchInGaps); as many copies stand
// between the same known ones (matchRepeated); as many are left as there were
// (matchLeftOver). What was glued together or parted is cut, and all this done
// again (cut). Then it stands within another sentence (matchWithin), at its place
// in a run that has as many (matchInPlace), or in other words (matchChanged). At
// last each sentence is held against its like: how much speaks for where it was put,
// against any other history, is its margin (weigh). Where that is narrow, a person is
// asked.
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
	a.matchInPlace()
	a.matchChanged()
	a.matchInGaps()
	a.matchLeftOver()
	a.weigh()
	a.matchSections()
	return a
}

// compare joins the sentences of two texts that have the same words.
func compare(old, new *Text) *Alignment {
	a := &Alignment{old: old, new: new, same: filled(len(old.sentences)), became: filled(len(old.sentences)),
		rivals: map[int][]reworded{}, taken: make([]bool, len(new.sentences)), within: map[int]int{}, pairs: map[int]*pairing{}}
	a.matchUnique()
	a.matchInGaps()
	a.matchRepeated()
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

// reword joins an old sentence with one that it became in other words.
func (a *Alignment) reword(i, j int) {
	a.became[i], a.taken[j] = j, true
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
