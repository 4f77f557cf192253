package revise

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
