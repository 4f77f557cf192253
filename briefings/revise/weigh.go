package revise

import (
	"slices"
	"strings"
	"unicode"
)

// weighing holds each sentence that was placed against its like, in letters that speak
// for one history or another: those of the sentences themselves, and of what stands
// beside them and came along.
type weighing struct {
	a             *Alignment
	went, origins []int
	own, stay     []int // of each old sentence the letters of its own that came along, and of those beside it
	old, new      likes
	lost, came    map[int][]int // old and new sentences that have no counterpart, by their words without digits
	// which sentences stand among those among which they stood
	steadyOld, steadyNew []bool
}

const (
	// besideMost is how many letters on each side speak at most, besideReach how many
	// sentences are passed for them.
	besideMost  = 1000
	besideReach = 512
	// endWorth is what it says to stand at the beginning or the end of the text: as much
	// as a short line beside it.
	endWorth = 16
	// kinReach is how many sentences away one that differs in numbers only may have stood to
	// be taken for another, unless it is lost.
	kinReach = 32
)

// weigh finds the margin of each sentence that was placed, and places those that are
// left on the best of their equals that is left.
func (a *Alignment) weigh() {
	n := len(a.old.sentences)
	w := &weighing{a: a, went: a.went(), origins: a.origins(), own: make([]int, n), stay: make([]int, n)}
	words := map[string]int{}
	w.old, w.new = likesIn(a.old, words), likesIn(a.new, words)
	for i, at := range a.within {
		w.went[i] = a.new.sentenceAt(at)
	}
	w.lost, w.came = without(w.went, w.old.kin), without(w.origins, w.new.kin)
	w.steadyOld, w.steadyNew = inCompany(w.went), inCompany(w.origins)
	for i, j := range w.went {
		if j >= 0 {
			w.own[i] = w.common(i, j)
		}
	}
	for i, j := range w.went {
		if j >= 0 {
			w.stay[i] = w.besidePlaced(i, j)
		}
	}
	w.guess()
	a.margins = make([]int, n)
	for i, j := range w.went {
		if j >= 0 {
			a.margins[i] = w.margin(i, j)
		}
	}
}

// without lists, by kin, the sentences of which none of the other text is the same.
func without(other, kin []int) map[int][]int {
	out := map[int][]int{}
	for i, to := range other {
		if to < 0 {
			out[kin[i]] = append(out[kin[i]], i)
		}
	}
	return out
}

// guess places each sentence that is left on that one of its equals that is left for
// which most speaks, if any one does more than all others.
func (w *weighing) guess() {
	for i, to := range w.went {
		if to >= 0 {
			continue
		}
		best, most := -1, 0
		for _, j := range w.came[w.old.kin[i]] {
			if w.origins[j] >= 0 || w.new.same[j] != w.old.same[i] {
				continue
			}
			w.place(i, j)
			if m := w.margin(i, j); m > most {
				best, most = j, m
			}
			w.lift(i, j)
		}
		if best >= 0 {
			w.a.join(i, best)
			w.place(i, best)
		}
	}
}

func (w *weighing) place(i, j int) {
	w.went[i], w.origins[j] = j, i
	w.own[i], w.stay[i] = w.common(i, j), w.beside(i, j)
}

func (w *weighing) lift(i, j int) {
	w.went[i], w.origins[j] = -1, -1
	w.own[i], w.stay[i] = 0, 0
}

// margin is that of old sentence i, that went to new sentence j.
func (w *weighing) margin(i, j int) int {
	if _, within := w.a.within[i]; within {
		return w.marginWithin(i, j)
	}
	if !w.partedAlike(i, j) {
		return 0
	}
	margin := w.marginAnew(i, j)
	if w.ofTheRest(j) {
		margin = min(margin, 0)
	}
	for _, list := range [][]int{w.old.ofSame[w.old.same[i]], within(w.old.ofKin[w.old.kin[i]], i), w.lost[w.old.kin[i]]} {
		for _, other := range list {
			if other != i {
				margin = min(margin, w.against(i, j, other, w.went[other]))
			}
		}
	}
	for _, other := range w.came[w.new.kin[j]] {
		if other != j && w.origins[other] < 0 {
			margin = min(margin, w.against(i, j, -1, other))
		}
	}
	for _, r := range w.a.rivals[i] {
		if r.i == i {
			margin = min(margin, w.against(i, j, w.origins[r.j], r.j))
		} else {
			margin = min(margin, w.against(i, j, r.i, w.went[r.i]))
		}
	}
	return margin
}

// marginAnew is against the sentence being gone, and its words written anew. Of words so few
// that they are written anywhere only what touches them speaks, with nothing put in or
// taken out between.
func (w *weighing) marginAnew(i, j int) int {
	if w.own[i] >= silentFrom {
		return w.own[i] + w.stay[i]
	}
	n := w.own[i]
	for _, step := range []int{-1, 1} {
		if w.to(i+step) == j+step {
			n += w.side(i, j, step)
		}
	}
	return n
}

// to returns where an old sentence, or the beginning or the end of the text, went.
func (w *weighing) to(i int) int {
	switch i {
	case -1:
		return -1
	case len(w.went):
		return len(w.origins)
	}
	if w.went[i] < 0 {
		return gone
	}
	return w.went[i]
}

// gone is where a sentence went that is not in the new text.
const gone = -2

// ofTheRest says whether new sentence j was cut off one whose rest is an old sentence in
// other words that had these words there itself.
func (w *weighing) ofTheRest(j int) bool {
	news := w.a.new.sentences
	old := func(at int) string {
		if at < 0 || at >= len(news) || w.origins[at] < 0 || !news[at].cut {
			return ""
		}
		return w.a.old.sentences[w.origins[at]].key
	}
	return news[j].cut && (strings.HasSuffix(old(j-1), " "+news[j].key) || strings.HasPrefix(old(j+1), news[j].key+" "))
}

// within returns the part of a rising list that is at most kinReach from i.
func within(list []int, i int) []int {
	from, _ := slices.BinarySearch(list, i-kinReach)
	to, _ := slices.BinarySearch(list, i+kinReach+1)
	return list[from:to]
}

// against says by how much more speaks for old sentence i having gone to j and another one
// to where it went than for each having gone where the other did. The other one, or where
// it went, is -1 if there is none.
func (w *weighing) against(i, j, other, to int) int {
	speaks := w.own[i] + w.stay[i]
	if other >= 0 && to >= 0 {
		speaks += w.own[other] + w.stay[other]
	}
	w.put(i, to)
	w.put(other, j)
	against := w.speaks(i) + w.speaks(other)
	w.put(i, j)
	w.put(other, to)
	return speaks - against
}

// put says that an old sentence went to a new one; -1 for none.
func (w *weighing) put(i, j int) {
	if i >= 0 {
		w.went[i] = j
	}
	if j >= 0 {
		w.origins[j] = i
	}
}

// speaks counts the letters that speak for where an old sentence is taken to have gone.
func (w *weighing) speaks(i int) int {
	if i < 0 || w.went[i] < 0 {
		return 0
	}
	return w.common(i, w.went[i]) + w.beside(i, w.went[i])
}

// marginWithin is that of a sentence that stands within new sentence j: the words there
// may be those of what became j, or of another sentence that has them.
func (w *weighing) marginWithin(i, j int) int {
	margin := w.own[i] + w.stay[i]
	if other := w.origins[j]; other >= 0 {
		margin = min(margin, w.stay[i]-w.stay[other])
	}
	key := w.a.old.sentences[i].key
	for other := range w.a.old.sentences {
		if other != i && strings.Contains(w.a.old.sentences[other].key, key) {
			margin = min(margin, w.stay[i]-w.beside(other, j))
		}
	}
	return margin
}

// common counts the letters of the words that two sentences have in common. Of those
// that differ in numbers only, all but the numbers.
func (w *weighing) common(i, j int) int {
	switch {
	case w.old.same[i] == w.new.same[j]:
		return w.old.letters[i]
	case w.old.kin[i] == w.new.kin[j]:
		return w.old.bare[i]
	}
	count := map[string]int{}
	for _, t := range w.a.old.tokensOf(i) {
		count[t.form]++
	}
	n := 0
	for _, t := range w.a.new.tokensOf(j) {
		if count[t.form] > 0 {
			count[t.form]--
			n += letters(t.form)
		}
	}
	return n
}

// beside counts the letters that stand beside old sentence i as they do beside new
// sentence j.
func (w *weighing) beside(i, j int) int { return w.side(i, j, -1) + w.side(i, j, 1) }

// besidePlaced does so of a sentence that was placed: within another one, only beyond
// an end of it that is the other one's.
func (w *weighing) besidePlaced(i, j int) int {
	at, within := w.a.within[i]
	if !within {
		return w.beside(i, j)
	}
	n, s := 0, &w.a.old.sentences[i]
	if at == w.a.new.sentences[j].start {
		n += w.side(i, j, -1)
	}
	if at+s.end-s.start == w.a.new.sentences[j].end {
		n += w.side(i, j, 1)
	}
	return n
}

// side passes over what went, what came and what was moved away alone, and counts until
// something else differs.
func (w *weighing) side(i, j, step int) int {
	n := 0
	x, y := i+step, j+step
	for range besideReach {
		inOld, inNew := x >= 0 && x < len(w.went), y >= 0 && y < len(w.origins)
		switch {
		case inOld && inNew && w.went[x] == y:
			n += w.own[x]
			x, y = x+step, y+step
		case inOld && !w.stays(w.went, w.steadyOld, x):
			x += step
		case inNew && !w.stays(w.origins, w.steadyNew, y):
			y += step
		case inOld && inNew && w.old.same[x] == w.new.same[y]:
			n += w.old.letters[x]
			x, y = x+step, y+step
		case !inOld && !inNew:
			return n + endWorth
		default:
			return n
		}
		if n >= besideMost {
			return besideMost
		}
	}
	return n
}

func (w *weighing) stays(other []int, steady []bool, i int) bool { return other[i] >= 0 && steady[i] }

// likes tell which sentences of a text are like which, of both texts.
type likes struct {
	same, kin     []int // of each sentence a number for its words, and for its words without digits
	ofSame, ofKin map[int][]int
	letters, bare []int // how many letters the words have, with digits and without
}

// likesIn reads a text; words has the numbers that were given already.
func likesIn(t *Text, words map[string]int) likes {
	number := func(s string) int {
		n, known := words[s]
		if !known {
			n = len(words)
			words[s] = n
		}
		return n
	}
	n := len(t.sentences)
	l := likes{make([]int, n), make([]int, n), map[int][]int{}, map[int][]int{}, make([]int, n), make([]int, n)}
	for i := range t.sentences {
		key := t.sentences[i].key
		kin := withoutDigits(key)
		l.letters[i] = letters(key)
		if l.bare[i] = l.letters[i]; len(kin) < len(key) {
			l.bare[i] = letters(kin)
		}
		if l.bare[i] == 0 {
			kin = key // numbers and marks are like no others
		}
		l.same[i], l.kin[i] = number(key), number(kin)
		l.ofSame[l.same[i]] = append(l.ofSame[l.same[i]], i)
		l.ofKin[l.kin[i]] = append(l.ofKin[l.kin[i]], i)
	}
	return l
}

func withoutDigits(s string) string {
	if !strings.ContainsFunc(s, unicode.IsDigit) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, s)
}

// partedAlike says whether equal sentences side by side that are as many as they were are
// parted into lines as they were: where they are not, one was taken out and put back, and
// nothing tells which. Marks alone have to be as many, since they are written anywhere.
func (w *weighing) partedAlike(i, j int) bool {
	was, is := w.a.old.run(i), w.a.new.run(j)
	return was == is || len(was) != len(is) && w.old.letters[i] > 0
}

// run writes down the sentences side by side that have the words of sentence i: a mark
// for each two of them, that says whether they stand in one line.
func (t *Text) run(i int) string {
	from, key := i, t.sentences[i].key
	for from > 0 && t.sentences[from-1].key == key {
		from--
	}
	var out strings.Builder
	for n := from + 1; n < len(t.sentences) && t.sentences[n].key == key; n++ {
		if strings.Contains(t.words[t.sentences[n-1].end:t.sentences[n].start], "\n") {
			out.WriteByte('/')
		} else {
			out.WriteByte(' ')
		}
	}
	return out.String()
}
