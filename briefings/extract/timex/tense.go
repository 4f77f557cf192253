package timex

import "strings"

// How far the nearest verb may stand before and behind an expression, in tokens.
const (
	tenseBefore = 25
	tenseBehind = 9
)

// tense looks for the nearest sign of tense in the sentence: -1 past, 1 future,
// 0 if there is none.
func (r *resolver) tense(start, end int) int {
	at := r.tokenAt(start)
	for k := at - 1; k >= 0 && k > at-tenseBefore && !r.endsSentence(k); k-- {
		if t := r.tenseOf(k); t != 0 {
			if t < 0 && r.passive(k) {
				return 0
			}
			return t
		}
	}
	for k := r.tokenAt(end); k < len(r.tokens) && k < at+tenseBehind; k++ {
		if r.endsSentence(k) || r.tokens[k].is(newline) {
			break
		}
		if t := r.tenseOf(k); t != 0 {
			return t
		}
	}
	return 0
}

func (r *resolver) tenseOf(k int) int {
	t := &r.tokens[k]
	switch {
	case t.classes&classFuture.set() != 0:
		if at := r.back(k, classAuxiliary); at < k && r.tokens[at].classes&classPast.set() != 0 {
			return -1
		}
		return 1
	case r.toCome(k):
		return 0
	case t.classes&classPast.set() != 0:
		return -1
	case t.word == nil && t.is(letters) && r.language.ends(r.text[t.start:t.end], "past"):
		return -1
	}
	return 0
}

// passive says whether a participle hangs on a verb of the present: "is needed".
func (r *resolver) passive(k int) bool {
	return k > 0 && r.tokens[k-1].classes&classPresent.set() != 0
}

// auxiliaryReach is how many words may stand between a participle, its
// auxiliary and the modal verb: "will also be formally opened".
const auxiliaryReach = 2

// toCome says whether a verb that looks past hangs on a modal verb ("will be
// held", "to have met"), which then tells its tense.
func (r *resolver) toCome(k int) bool {
	at := r.back(k, classAuxiliary)
	if at == k && r.tokens[k].classes&classAuxiliary.set() == 0 {
		return false
	}
	return r.back(at, classModal) < at
}

// back returns the nearest token of a class before another, or that other
// itself if none is near.
func (r *resolver) back(k int, c class) int {
	for i := k - 1; i >= 0 && i >= k-auxiliaryReach && r.tokens[i].is(letters); i-- {
		if r.tokens[i].classes&c.set() != 0 {
			return i
		}
	}
	return k
}

// endsSentence says whether a sentence ends with a token: a full stop, a
// question or exclamation mark before a blank and no small letter, or the end
// of a line.
func (r *resolver) endsSentence(k int) bool {
	if k+1 < len(r.tokens) && r.tokens[k+1].is(newline) {
		return true
	}
	t := &r.tokens[k]
	if t.end-t.start != 1 || !strings.ContainsRune(".!?", rune(r.text[t.start])) {
		return false
	}
	if k+1 >= len(r.tokens) {
		return true
	}
	next := &r.tokens[k+1]
	return !next.is(glued) && (next.is(capital) || !next.is(letters))
}

// tokenAt returns the first token that begins at or behind a byte.
func (r *resolver) tokenAt(at int) int {
	lo, hi := 0, len(r.tokens)
	for lo < hi {
		if mid := (lo + hi) / 2; int(r.tokens[mid].start) < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
