package revise

import (
	"strings"
	"unicode"
)

// contest compares each sentence with its like: the copies of one that stands more
// than once, and those that differ from it in a number or are it in other words. It
// stays where it is taken to have gone only if no exchange with any of them would fit
// as well into what stands around.
type contest struct {
	a             *Alignment
	went, origins []int
	old, new      bounds
	olds, news    map[string][]int // sentences by their words
}

// contest takes back what was said of sentences that do not hold their place against
// their like, until all do: what one of them lost may have been another one's support.
func (a *Alignment) contest() {
	olds, news := byKey(a.old), byKey(a.new)
	for lost := []int{0}; len(lost) > 0; {
		c := &contest{a: a, went: a.went(), origins: a.origins(), olds: olds, news: news}
		c.old, c.new = around(c.went), around(c.origins)
		for i, at := range a.within {
			c.went[i] = a.new.sentenceAt(at)
		}
		lost = nil
		for i, j := range c.went {
			if j >= 0 && !c.holds(i, j) {
				lost = append(lost, i)
			}
		}
		for _, i := range lost {
			a.part(i)
		}
	}
}

// byKey lists the sentences of each key.
func byKey(t *Text) map[string][]int {
	out := map[string][]int{}
	for i := range t.sentences {
		out[t.sentences[i].key] = append(out[t.sentences[i].key], i)
	}
	return out
}

// holds says whether old sentence i is surely new sentence j, for all that its like
// could say.
func (c *contest) holds(i, j int) bool {
	key := c.a.old.sentences[i].key
	for _, other := range c.olds[key] {
		if other != i && !c.holdsAgainst(i, j, other) {
			return false
		}
	}
	if c.a.became[i] == j {
		return true
	}
	if !c.partedAlike(i, j) || c.ofTheRest(j) {
		return false
	}
	for _, other := range c.news[key] {
		if c.origins[other] < 0 && other != j && !c.prefers(i, j, other) {
			return false
		}
	}
	return c.enough(i, j) && c.hasNotChanged(i, j)
}

// hasNotChanged says whether nothing around tells that sentence i was put in other words,
// or got another number, and that j is another one that came to have its words.
func (c *contest) hasNotChanged(i, j int) bool {
	if numbered(c.a.old.sentences[i].key) && c.renumbered(i, j) {
		return false
	}
	fit := c.fit(i, j, nil)
	return fit == 2 || !c.inOtherWords(i, fit)
}

func numbered(key string) bool { return strings.ContainsFunc(key, unicode.IsDigit) }

// holdsAgainst says whether old sentence i, and another one with its words, fit better
// as they are taken to have gone than the one instead of the other. Of two that fit
// equally well the order tells, if each stands beside what it stood beside.
func (c *contest) holdsAgainst(i, j, other int) bool {
	skip := c.skip(span{i, other}, c.a.old, c.went, func(old int) int { return old })
	mine, taken := c.fit(i, j, skip), c.fit(other, j, skip)
	to := c.went[other]
	if to < 0 {
		return mine > taken || mine == taken && mine == 2 && abs(other-i) == 1 && c.glued(j, other-i)
	}
	its, given := c.fit(other, to, skip), c.fit(i, to, skip)
	if mine+its != taken+given {
		return mine+its > taken+given
	}
	return min(mine, its, taken, given) > 0 && (i < other) == (j < to) && c.touches(i, j)
}

// prefers says whether old sentence i fits better where it is taken to have gone than
// on a sentence with the same words that is left.
func (c *contest) prefers(i, j, other int) bool {
	skip := c.skip(span{j, other}, c.a.new, c.origins, func(old int) int { return c.went[old] })
	return c.fit(i, j, skip) > c.fit(i, other, skip)
}

// skip returns which old sentences tell nothing of two equal ones: themselves, and the
// equal ones beside them that could go along if they were exchanged. of says which
// sentence of the text an old one is.
func (c *contest) skip(pair span, t *Text, to []int, of func(old int) int) func(old int) bool {
	x, y := pair.start, pair.end
	along := func(d int) bool {
		return min(x, y)+d >= 0 && max(x, y)+d < len(to) && t.sentences[x+d].key == t.sentences[y+d].key && min(to[x+d], to[y+d]) < 0
	}
	before, behind := 0, 0
	for along(-before - 1) {
		before++
	}
	for along(behind + 1) {
		behind++
	}
	return func(old int) bool {
		at := of(old)
		return at >= x-before && at <= x+behind || at >= y-before && at <= y+behind
	}
}

// fit counts the sides, none to two, on which old sentence i and new sentence j have
// the same known sentence next to them.
func (c *contest) fit(i, j int, skip func(old int) bool) int {
	next := func(old, new []int) int {
		x, y := old[i], new[j]
		for skip != nil && x >= 0 && x < len(c.went) && skip(x) {
			x = old[x]
		}
		for skip != nil && y >= 0 && y < len(c.origins) && skip(c.origins[y]) {
			y = new[y]
		}
		if c.to(x) == y {
			return 1
		}
		return 0
	}
	return next(c.old.before, c.new.before) + next(c.old.behind, c.new.behind)
}

// to returns where an old sentence, or the beginning or the end of the text, went.
func (c *contest) to(i int) int {
	switch i {
	case -1:
		return -1
	case len(c.went):
		return len(c.origins)
	}
	return c.went[i]
}

// touches says whether a sentence stands right before or behind the same one in both
// texts; what was put in or went does not part them, what was written anew does.
func (c *contest) touches(i, j int) bool {
	return c.touch(i, j, -1) || c.touch(i, j, 1)
}

func (c *contest) touch(i, j, step int) bool {
	gone := func(x int) bool { return x >= 0 && x < len(c.went) && c.went[x] < 0 }
	put := func(y int) bool { return y >= 0 && y < len(c.origins) && c.origins[y] < 0 }
	x, y := i+step, j+step
	if gone(x) && put(y) {
		return false
	}
	for gone(x) {
		x += step
	}
	for put(y) {
		y += step
	}
	return c.to(x) == y
}

// glued says whether the sentence on one side of new sentence j is unknown and begins or
// ends with the words of j: it is another copy, and only looks like another sentence.
func (c *contest) glued(j, step int) bool {
	beside := j + step
	if beside < 0 || beside >= len(c.origins) || c.origins[beside] >= 0 {
		return false
	}
	key, longer := c.a.new.sentences[j].key, c.a.new.sentences[beside].key
	return strings.HasPrefix(longer, key+" ") || strings.HasSuffix(longer, " "+key)
}

// nearMost is how many sentences around a place are looked at for what a sentence may be
// in other words.
const nearMost = 4

// inOtherWords says whether an old sentence that fits so well where it is taken to have
// gone stands in other words where it would fit better: then what has its words now is
// another one, that came to have them.
func (c *contest) inOtherWords(i, fit int) bool {
	from := c.to(c.old.before[i]) + 1
	for j := from; j < min(c.to(c.old.behind[i]), from+2*nearMost); j++ {
		if c.changed(j) && c.fit(i, j, nil) > fit && shared(c.a.old.tokensOf(i), c.a.new.tokensOf(j)) >= alike {
			return true
		}
	}
	return false
}

// changed says whether a new sentence is no old one word for word.
func (c *contest) changed(j int) bool {
	i := c.origins[j]
	return i < 0 || c.a.same[i] != j
}

// renumbered says whether the lines around may all have got other numbers: an old one
// that is lost, or would have gone past it, would be new sentence j but for its number,
// and old sentence i would be the next one of the new text.
func (c *contest) renumbered(i, j int) bool {
	for d := -nearMost; d <= nearMost; d++ {
		lost := i + d
		if d == 0 || lost < 0 || lost >= len(c.went) || c.went[lost] >= 0 && (d < 0) == (c.went[lost] < j) {
			continue
		}
		if otherNumber(c.a.old.sentences[lost].key, c.a.new.sentences[j].key) && c.nextNumber(i, j, d < 0) {
			return true
		}
	}
	return false
}

// nextNumber says whether a new sentence near j, behind it or before it, is old sentence
// i but for its number, and none word for word.
func (c *contest) nextNumber(i, j int, behind bool) bool {
	step := 1
	if !behind {
		step = -1
	}
	for n := 1; n <= nearMost; n++ {
		next := j + n*step
		if next >= 0 && next < len(c.origins) && c.changed(next) && otherNumber(c.a.old.sentences[i].key, c.a.new.sentences[next].key) {
			return true
		}
	}
	return false
}

// otherNumber says whether words differ in their numbers only.
func otherNumber(x, y string) bool {
	without := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) {
				return -1
			}
			return r
		}, s)
	}
	return x != y && without(x) == without(y)
}
