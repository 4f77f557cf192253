package revise

import "unicode/utf8"

// Sentences that stand in a text more than once (lines of a table of contents
// that are headings too, "Source: ...", legal formulas) are known by where they
// stand. What is joined here is a proposal; weigh looks for another copy that could stand
// there as well.

// matchRepeated joins equal sentences where each gap between joined sentences
// that holds one in the one text holds one in the other: none went, none came,
// none was moved.
func (a *Alignment) matchRepeated() {
	oldGaps, newGaps := a.gaps(a.origins())
	for key, where := range a.leftByKey() {
		if key == "" {
			continue
		}
		olds, news := byGap(where.old, oldGaps), byGap(where.new, newGaps)
		if !oneEach(olds, news) {
			continue
		}
		for gap, list := range olds {
			a.join(list[0], news[gap][0])
		}
	}
}

// matchInPlace joins the sentences of a run between two joined ones that has as many
// in both texts, one by one the same or the same in other words.
func (a *Alignment) matchInPlace() {
	for from := 0; from < len(a.same); from++ {
		if a.same[from] >= 0 {
			continue
		}
		to := from + 1
		for to < len(a.same) && a.same[to] < 0 {
			to++
		}
		start := a.wentTo(from-1) + 1
		if a.wentTo(to)-start == to-from && a.inPlace(from, to, start) {
			for i := from; i < to; i++ {
				a.putInPlace(i, start+i-from)
			}
		}
		from = to
	}
}

// putInPlace joins a pair of such a run; a few words in others are others.
func (a *Alignment) putInPlace(i, j int) {
	was, is := a.old.tokensOf(i), a.new.tokensOf(j)
	switch {
	case a.old.sentences[i].key == a.new.sentences[j].key:
		a.join(i, j)
	case min(len(was), len(is)) > fewWords:
		a.reword(i, j)
	}
}

// inPlace says whether old sentences, one by one, are the new ones from j on.
func (a *Alignment) inPlace(from, to, j int) bool {
	for i := from; i < to; i, j = i+1, j+1 {
		if a.taken[j] || a.old.sentences[i].key != a.new.sentences[j].key && shared(a.old.tokensOf(i), a.new.tokensOf(j)) < alike {
			return false
		}
	}
	return true
}

// matchLeftOver joins the one of several equal sentences that is left, where both
// texts have equally many of them: wherever it went, it is the same, as a
// sentence that stands once is.
func (a *Alignment) matchLeftOver() {
	count := map[string]int{}
	for i := range a.old.sentences {
		count[a.old.sentences[i].key]++
	}
	for j := range a.new.sentences {
		count[a.new.sentences[j].key]--
	}
	for key, where := range a.leftByKey() {
		if len(where.old) == 1 && len(where.new) == 1 && count[key] == 0 && utf8.RuneCountInString(key) >= approximateMin {
			a.join(where.old[0], where.new[0])
		}
	}
}

// left are the sentences of one key that are not joined yet, by index.
type left struct{ old, new []int }

func (a *Alignment) leftByKey() map[string]*left {
	out := map[string]*left{}
	of := func(key string) *left {
		if out[key] == nil {
			out[key] = &left{}
		}
		return out[key]
	}
	for i := range a.old.sentences {
		if a.same[i] < 0 {
			l := of(a.old.sentences[i].key)
			l.old = append(l.old, i)
		}
	}
	for j := range a.new.sentences {
		if !a.taken[j] {
			if l := out[a.new.sentences[j].key]; l != nil {
				l.new = append(l.new, j)
			}
		}
	}
	return out
}

// gaps numbers for each sentence of both texts the gap that it stands in: how
// many joined sentences, of those that kept their order, stand before it. origin
// names the joined ones: of each new sentence the old one, -1 for none.
func (a *Alignment) gaps(origin []int) (olds, news []int) {
	inOrder := a.inOrder(origin)
	joint := make([]bool, len(a.old.sentences))
	news = make([]int, len(origin))
	n := 0
	for j := range origin {
		if news[j] = n; inOrder[j] {
			n++
			joint[origin[j]] = true
		}
	}
	olds = make([]int, len(joint))
	n = 0
	for i := range joint {
		if olds[i] = n; joint[i] {
			n++
		}
	}
	return olds, news
}

func byGap(list, gaps []int) map[int][]int {
	out := map[int][]int{}
	for _, i := range list {
		out[gaps[i]] = append(out[gaps[i]], i)
	}
	return out
}

// oneEach says whether two lists have the same gaps with one sentence in each.
func oneEach(x, y map[int][]int) bool {
	if len(x) != len(y) {
		return false
	}
	for gap := range x {
		if len(x[gap]) != 1 || len(y[gap]) != 1 {
			return false
		}
	}
	return true
}
