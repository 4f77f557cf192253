package timex

import "strings"

// How a happening that a date is counted from is looked for.
const (
	happeningWords = 8  // tokens behind the expression that may name it
	happeningTries = 40 // expressions looked back
	happeningReach = 80 // tokens of a sentence looked at
	stemLength     = 5  // bytes that two forms of a word share: "voted", "voting"
)

// happening finds when the text says that something happened which an
// expression is counted from: "two days after the vote". The date may follow at
// once ("before the vote on 5 May"); else it is that of the nearest earlier
// sentence that has a date fine enough and the words; names count more than
// other words. No moment if the text does not date it.
func (r *resolver) happening(e *Expression, first int) moment {
	if m := r.datedBehind(e, first); m.ok() {
		return m
	}
	names, words := r.namedBehind(e.End)
	if len(names)+len(words) == 0 {
		return moment{}
	}
	unit := e.Form.or(fUnit, unitDay)
	for i := first - 1; i >= 0 && i > first-happeningTries; i-- {
		m := r.expressions[i].moment
		if !m.ok() || m.grain > max(unit, unitDay) && (m.grain != unitMonth || unit < unitMonth) {
			continue
		}
		sentence := r.sentence(r.expressions[i].Start, e.Start)
		if len(names) > 0 && containsAll(sentence, names) || len(names) == 0 && containsAll(sentence, words) {
			return m
		}
	}
	return moment{}
}

// datedBehind is the date that follows the words of a happening at once, with
// nothing but words and a preposition of time between.
func (r *resolver) datedBehind(e *Expression, at int) moment {
	if at+1 >= len(r.expressions) {
		return moment{}
	}
	next := r.expressions[at+1]
	from, to := r.tokenAt(e.End), r.tokenAt(next.Start)
	if to-from < 2 || to-from > happeningWords || next.Form.Type > Time || r.tokens[to-1].classes&classHung.set() == 0 {
		return moment{}
	}
	for k := from; k < to; k++ {
		if !r.tokens[k].is(letters) || r.tokens[k].is(newline) || r.tenseOf(k) != 0 {
			return moment{}
		}
	}
	return r.moment(&next, at+1)
}

// namedBehind collects the words that name a happening: those with capitals,
// and the others.
func (r *resolver) namedBehind(at int) (names, words []string) {
	from := r.tokenAt(at)
	for k := from; k < len(r.tokens) && k < from+happeningWords; k++ {
		t := &r.tokens[k]
		if !t.is(letters) || t.is(newline) {
			break
		}
		w := r.text[t.start:t.end]
		switch {
		case t.classes&classSmall.set() != 0:
			if len(names) > 0 {
				return names, words
			}
		case t.is(capital):
			names = append(names, w)
		case len(w) >= 4:
			words = append(words, strings.ToLower(w[:min(len(w), stemLength)]))
			if len(words) == 1 && len(names) > 0 {
				return names, words
			}
		}
	}
	if len(words) > 1 {
		words = words[:1]
	}
	return names, words
}

func containsAll(text string, words []string) bool {
	lower := strings.ToLower(text)
	for _, w := range words {
		if !strings.Contains(lower, strings.ToLower(w)) {
			return false
		}
	}
	return true
}

// sentence returns the sentence around a byte, or as much of it as may matter,
// and nothing from another byte on: the words of an expression do not date
// themselves.
func (r *resolver) sentence(at, end int) string {
	k := r.tokenAt(at)
	from, to := k, k
	for from > 0 && from > k-happeningReach && !r.endsSentence(from-1) {
		from--
	}
	for to+1 < len(r.tokens) && to < k+happeningReach && !r.endsSentence(to) {
		to++
	}
	if from >= len(r.tokens) || to >= len(r.tokens) {
		return ""
	}
	return r.text[r.tokens[from].start:min(int(r.tokens[to].end), end)]
}
