package names

import "math/bits"

// template numbers a kind of feature. Adding or reordering templates makes
// trained models worthless.
type template uint64

const (
	tBias template = iota
	tWord
	tWordBefore
	tWordAfter
	tWord2Before
	tWord2After
	tPairBefore
	tPairAfter
	tExact
	tShort
	tShortPairBefore
	tShortPairAfter
	tShortTriple
	tShape
	tShapeBefore
	tShapeAfter
	tWordBeforeShort
	tShortWordAfter
	tTwoBeforeShort
	tShortTwoAfter
	tPrefix
	tSuffix = tPrefix + 4
	tEnding = tSuffix + 4 // three last letters with shape
)

const (
	tOpens template = iota + 40
	tFree
	tGlued
	tHeadline
	tHeadlineWord
	tRunPlace
	tRunLast
	tRunFirst
	tRunBefore
	tRunAfter
	tRunAround
	tRunOpens
	tRunOrgTail
	tRunTitle
	tRunTwoBefore
	tRunTwoAfter
	tSmall
	tNeverSmall
	tMiddle
	tIsTail
	tIsHead
	tContextBefore
	tContextAgain
	tContextAfter
	tListBefore
	tListHere
	tListAfter
	tListShape
	tUnlisted
	tClass
	tClassBefore
	tClassAfter
	tClass2Before
	tClass2After
	tRunTailClass
	tRunBeforeClass
	tRunAfterClass
)

// edge stands for the words beyond a sentence's ends.
const (
	edgeBefore = 0x5bd1e995
	edgeAfter  = 0x1b873593
)

// extractor makes the features of the tokens of one sentence.
type extractor struct {
	d      *Document
	s      *sentence
	tokens []token
	runOf  []int
	out    []uint64
}

func (x *extractor) begin(d *Document, s *sentence) {
	x.d, x.s, x.tokens = d, s, d.tokens[s.first:s.end]
	x.runOf = x.runOf[:0]
	for range x.tokens {
		x.runOf = append(x.runOf, -1)
	}
	for i, r := range s.runs {
		for k := r.first; k <= r.last; k++ {
			x.runOf[k] = i
		}
	}
}

func (x *extractor) add(t template)            { x.out = append(x.out, mix(uint64(t), 0)) }
func (x *extractor) add1(t template, a uint64) { x.out = append(x.out, mix(uint64(t), a)) }
func (x *extractor) add2(t template, a, b uint64) {
	x.out = append(x.out, mix(mix(uint64(t), a), b))
}
func (x *extractor) add3(t template, a, b, c uint64) {
	x.out = append(x.out, mix(mix(mix(uint64(t), a), b), c))
}

// norm returns the hash of the word at i, also beyond the sentence's ends.
func (x *extractor) norm(i int) uint64 {
	switch {
	case i < 0:
		return edgeBefore
	case i >= len(x.tokens):
		return edgeAfter
	}
	return x.d.form(&x.tokens[i]).norm
}

func (x *extractor) short(i int) uint64 {
	switch {
	case i < 0:
		return edgeBefore
	case i >= len(x.tokens):
		return edgeAfter
	}
	return x.d.form(&x.tokens[i]).short
}

func (x *extractor) shape(i int) uint64 {
	switch {
	case i < 0:
		return edgeBefore
	case i >= len(x.tokens):
		return edgeAfter
	}
	return x.d.form(&x.tokens[i]).shape
}

// features returns those of the token at i, valid until the next call.
func (x *extractor) features(i int) []uint64 {
	x.out = x.out[:0]
	t := &x.tokens[i]
	f := x.d.form(t)
	x.words(i, f)
	x.position(i, t, f)
	if r := x.runOf[i]; r >= 0 {
		place := x.run(i, x.s.runs[r], f)
		x.evidence(i, x.s.runs[r], f, place)
	}
	x.listed(i, t, f)
	return x.out
}

// words are the features of the word and its neighbours.
func (x *extractor) words(i int, f *form) {
	before, after := x.norm(i-1), x.norm(i+1)
	before2, after2 := x.norm(i-2), x.norm(i+2)
	shortBefore, shortAfter := x.short(i-1), x.short(i+1)
	x.add(tBias)
	x.add1(tWord, f.norm)
	x.add1(tWordBefore, before)
	x.add1(tWordAfter, after)
	x.add1(tWord2Before, before2)
	x.add1(tWord2After, after2)
	x.add2(tPairBefore, before, f.norm)
	x.add2(tPairAfter, f.norm, after)
	x.add1(tExact, f.exact)
	x.add1(tShort, f.short)
	x.add2(tShortPairBefore, shortBefore, f.short)
	x.add2(tShortPairAfter, f.short, shortAfter)
	x.add3(tShortTriple, shortBefore, f.short, shortAfter)
	x.add1(tShape, f.shape)
	x.add1(tShapeBefore, x.shape(i-1))
	x.add1(tShapeAfter, x.shape(i+1))
	x.add2(tWordBeforeShort, before, f.short)
	x.add2(tShortWordAfter, f.short, after)
	x.add3(tTwoBeforeShort, before2, before, f.short)
	x.add3(tShortTwoAfter, f.short, after, after2)
	for k := range max(f.affix, 0) {
		x.add1(tPrefix+template(k), f.prefix[k])
		x.add1(tSuffix+template(k), f.suffix[k])
	}
	if f.affix >= 3 {
		x.add2(tEnding, f.suffix[2], f.short)
	}
}

func (x *extractor) position(i int, t *token, f *form) {
	switch {
	case i == 0:
		x.add1(tOpens, f.short)
	case !t.glued:
		x.add1(tFree, f.short)
	default:
		x.add2(tGlued, x.norm(i-1), f.short)
	}
	if x.s.headline {
		x.add(tHeadline)
		x.add1(tHeadlineWord, f.norm)
	}
}

// run are the features of the run of capitalised words that the word stands
// in. It returns the word's place there.
func (x *extractor) run(i int, r run, f *form) (place uint64) {
	if i == r.first {
		place |= 1
	}
	if i == r.last {
		place |= 2
	}
	length := uint64(min(r.last-r.first+1, 5))
	x.add2(tRunPlace, place, length)
	x.add2(tRunLast, x.norm(r.last), place)
	x.add2(tRunFirst, x.norm(r.first), place)
	x.add2(tRunBefore, x.norm(r.first-1), place)
	x.add2(tRunAfter, x.norm(r.last+1), place)
	x.add2(tRunAround, x.norm(r.first-1), x.norm(r.last+1))
	if r.first == 0 {
		x.add2(tRunOpens, place, length)
	}
	if x.d.form(&x.tokens[r.last]).class&OrgTail != 0 {
		x.add1(tRunOrgTail, place)
	}
	if x.d.form(&x.tokens[r.first]).class&Title != 0 ||
		r.first > 0 && x.d.form(&x.tokens[r.first-1]).class&Title != 0 {
		x.add1(tRunTitle, place)
	}
	x.runClasses(tRunTailClass, r.last, place)
	x.runClasses(tRunBeforeClass, r.first-1, place)
	x.runClasses(tRunAfterClass, r.last+1, place)
	x.add2(tRunTwoBefore, x.norm(r.first-2), x.norm(r.first-1))
	x.add2(tRunTwoAfter, x.norm(r.last+1), x.norm(r.last+2))
	return place
}

// runClasses adds a feature for each class of the word at i, with the place in
// the run.
func (x *extractor) runClasses(t template, i int, place uint64) {
	if i < 0 || i >= len(x.tokens) {
		return
	}
	for class := x.d.form(&x.tokens[i]).class; class != 0; class &= class - 1 {
		x.add2(t, uint64(bits.TrailingZeros32(uint32(class))), place)
	}
}

// evidence are the features of what the rest of the document tells.
func (x *extractor) evidence(i int, r run, f *form, place uint64) {
	e := &x.d.lows[f.low]
	if e.small > 0 {
		x.add2(tSmall, few(e.small), place)
	} else {
		x.add1(tNeverSmall, place)
	}
	opens := uint64(0)
	if i == 0 {
		opens = 1
	}
	x.add2(tMiddle, few(e.middle), opens)
	if r.first == r.last {
		if e.tail {
			x.add(tIsTail)
		}
		if e.head {
			x.add(tIsHead)
		}
	}
	x.set(tContextBefore, e.before)
	x.set(tContextAgain, e.again)
	x.set(tContextAfter, e.after)
}

// set adds a feature for each member of a set.
func (x *extractor) set(t template, set [2]uint64) {
	for k, word := range set {
		for ; word != 0; word &= word - 1 {
			x.add1(t, uint64(k*64+bits.TrailingZeros64(word)))
		}
	}
}

// listed are the features of the lists and classes that the words are in.
func (x *extractor) listed(i int, t *token, f *form) {
	if i > 0 {
		x.lists(tListBefore, x.tokens[i-1].lists)
		x.classes(tClassBefore, x.d.form(&x.tokens[i-1]).class)
	}
	if i+1 < len(x.tokens) {
		x.lists(tListAfter, x.tokens[i+1].lists)
		x.classes(tClassAfter, x.d.form(&x.tokens[i+1]).class)
	}
	if i > 1 {
		x.classes(tClass2Before, x.d.form(&x.tokens[i-2]).class)
	}
	if i+2 < len(x.tokens) {
		x.classes(tClass2After, x.d.form(&x.tokens[i+2]).class)
	}
	x.lists(tListHere, t.lists)
	x.classes(tClass, f.class)
	for set, k := t.lists, uint64(0); set != 0; set, k = set>>4, k+1 {
		if place := set & 15; place != 0 {
			x.add2(tListShape, k<<4|place, f.short)
		}
	}
	if t.lists == 0 && t.capital {
		x.add(tUnlisted)
	}
}

func (x *extractor) lists(t template, set uint64) {
	for k := uint64(0); set != 0; set, k = set>>4, k+1 {
		if place := set & 15; place != 0 {
			x.add1(t, k<<4|place)
		}
	}
}

func (x *extractor) classes(t template, class Class) {
	for ; class != 0; class &= class - 1 {
		x.add1(t, uint64(bits.TrailingZeros32(uint32(class))))
	}
}

// few counts roughly.
func few(n int) uint64 {
	switch {
	case n <= 1:
		return uint64(n)
	case n <= 3:
		return 2
	}
	return 3
}
