package revise

import (
	"slices"
	"unicode/utf8"
)

// carry takes a range of the old text over to the new one by the sentences that
// its ends stand in. It reports false where one of them has no counterpart. The
// words between the ends may differ.
func (a *Alignment) carry(was span) (span, bool) {
	i, j := a.old.sentenceAt(was.start), a.old.sentenceAt(was.end-1)
	if i < 0 || j < 0 {
		return span{}, false
	}
	start, ok := a.carryStart(i, was)
	if !ok {
		return span{}, false
	}
	end, ok := a.carryEnd(j, was)
	if !ok || end <= start || end-start > 3*(was.end-was.start)+64 {
		return span{}, false
	}
	return span{start, end}, true
}

// carryStart finds where a range that begins in sentence i begins now.
func (a *Alignment) carryStart(i int, was span) (int, bool) {
	from := &a.old.sentences[i]
	if j := a.same[i]; j >= 0 && a.sameBytes(i, j) {
		return a.new.sentences[j].start + was.start - from.start, true
	}
	if at, ok := a.within[i]; ok {
		return at + was.start - from.start, true
	}
	j := max(a.same[i], a.became[i])
	if j < 0 {
		return 0, false
	}
	p := a.pair(i, j)
	k := 0
	for k < len(p.old) && p.old[k].end <= was.start {
		k++
	}
	if k == len(p.old) || !p.keeps(k, was.end) {
		return 0, false
	}
	if to := p.to[k]; to >= 0 {
		return p.inside(k, to, was.start), true
	}
	// The first word went: begin behind the last one before it that is left.
	for k--; k >= 0; k-- {
		if to := p.to[k]; to >= 0 {
			if to+1 < len(p.new) {
				return p.new[to+1].start, true
			}
			return 0, false
		}
	}
	return a.new.sentences[j].start, true
}

// carryEnd finds where a range that ends in sentence i ends now.
func (a *Alignment) carryEnd(i int, was span) (int, bool) {
	from := &a.old.sentences[i]
	if j := a.same[i]; j >= 0 && a.sameBytes(i, j) {
		return a.new.sentences[j].start + was.end - from.start, true
	}
	if at, ok := a.within[i]; ok {
		return at + was.end - from.start, true
	}
	j := max(a.same[i], a.became[i])
	if j < 0 {
		return 0, false
	}
	p := a.pair(i, j)
	k := len(p.old) - 1
	for k >= 0 && p.old[k].start >= was.end {
		k--
	}
	if k < 0 {
		return 0, false
	}
	if to := p.to[k]; to >= 0 {
		return p.inside(k, to, was.end), true
	}
	for k++; k < len(p.old); k++ {
		if to := p.to[k]; to > 0 {
			return p.new[to-1].end, true
		} else if to == 0 {
			return 0, false
		}
	}
	return a.new.sentences[j].end, true
}

// keeps says whether any word of the range that begins with word k is left.
func (p *pairing) keeps(k, end int) bool {
	for ; k < len(p.old) && p.old[k].start < end; k++ {
		if p.to[k] >= 0 {
			return true
		}
	}
	return false
}

// inside carries a byte within old word k over to the new word that it is.
func (p *pairing) inside(k, to, at int) int {
	from, word := p.old[k], p.new[to]
	if from.end-from.start == word.end-word.start {
		return word.start + min(max(at-from.start, 0), word.end-word.start)
	}
	if at <= from.start {
		return word.start
	}
	return word.end
}

func (a *Alignment) sameBytes(i, j int) bool {
	x, y := &a.old.sentences[i], &a.new.sentences[j]
	return a.old.words[x.start:x.end] == a.new.words[y.start:y.end]
}

// doubtful says whether a passage in a changed sentence may be another one with
// the same words: it is short or stands there more than once, and neither the
// word nor the bound of the sentence beside it is the one that stood beside it.
func (a *Alignment) doubtful(was, to span) bool {
	i := a.old.sentenceAt(was.start)
	if _, within := a.within[max(i, 0)]; i < 0 || within || a.same[i] >= 0 || a.became[i] < 0 {
		return false
	}
	j := a.became[i]
	quote := a.new.words[to.start:to.end]
	x, y := &a.old.sentences[i], &a.new.sentences[j]
	once := len(occurrences(a.old.words[x.start:x.end], quote, 2)) < 2 && len(occurrences(a.new.words[y.start:y.end], quote, 2)) < 2
	atBound := was.start == x.start && to.start == y.start || was.end == x.end && to.end == y.end
	if once && (atBound || utf8.RuneCountInString(quote) >= approximateMin) {
		return false
	}
	if a.claimed(i, j, was, to) {
		return true
	}
	p := a.pair(i, j)
	for k := range p.old {
		beside := p.old[k].end <= was.start && (k+1 == len(p.old) || p.old[k+1].end > was.start) ||
			p.old[k].start >= was.end && (k == 0 || p.old[k-1].start < was.end)
		if beside && p.to[k] >= 0 && adjacent(p.new, p.to[k], to) {
			return false
		}
	}
	return true
}

// claimed says whether a sentence that is lost has the words of a passage among more of
// the words that stand around its place in new sentence j: the place is sooner its.
func (a *Alignment) claimed(i, j int, was, to span) bool {
	there := a.new.tokensOf(j)
	mine := kept(a.old.tokensOf(i), was, there, to)
	quote := a.old.words[was.start:was.end]
	for k := range a.old.sentences {
		s := &a.old.sentences[k]
		if _, within := a.within[k]; within || k == i || max(a.same[k], a.became[k]) >= 0 {
			continue
		}
		for _, hit := range occurrences(a.old.words[s.start:s.end], quote, leftMost) {
			if kept(a.old.tokensOf(k), span{s.start + hit.start, s.start + hit.end}, there, to) > mine {
				return true
			}
		}
	}
	return false
}

// kept counts the words around a range, without a gap, that stand around another one too.
func kept(olds []token, was span, news []token, is span) int {
	n := 0
	x, y := slices.IndexFunc(olds, func(w token) bool { return w.end > was.start }), slices.IndexFunc(news, func(w token) bool { return w.end > is.start })
	for x, y = x-1, y-1; min(x, y) >= 0 && olds[x].form == news[y].form; x, y = x-1, y-1 {
		n++
	}
	behind := func(list []token, s span) int {
		if at := slices.IndexFunc(list, func(w token) bool { return w.start >= s.end }); at >= 0 {
			return at
		}
		return len(list)
	}
	for x, y = behind(olds, was), behind(news, is); x < len(olds) && y < len(news) && olds[x].form == news[y].form; x, y = x+1, y+1 {
		n++
	}
	return n
}

// adjacent says whether a word stands right before or behind a range.
func adjacent(words []token, k int, s span) bool {
	return words[k].end <= s.start && (k+1 == len(words) || words[k+1].end > s.start) ||
		words[k].start >= s.end && (k == 0 || words[k-1].start < s.end)
}
