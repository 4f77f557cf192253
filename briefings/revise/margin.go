package revise

import (
	"slices"

	"dossier/briefings"
)

// The margin of a placement is how much speaks for it, and against all others: the
// letters of the passage's words and of what stands beside them that came along, less
// those that the best other history would have for it. Another history is that its
// words are another's that has them or nearly, or had them and lost them, that it went
// to another place that has them, or that it is gone and the words were written anew.
//
// A sentence that is like no other one, in an old neighbourhood, has a margin of hundreds
// of letters. A line of few letters beside which all was written anew, one of two like
// tables of which the other went, one of equal lines of which one was taken out, hang by
// a thread: they are placed, and a person is asked.

// silentFrom is the margin, in letters, from which a placement needs no second look: about
// four words. Of the passages that the mutation test found elsewhere than they went to none
// has half of it, but for those whose very place an equal one took (mutations/mutations.txt).
const silentFrom = 20

// margin is that of a passage that was carried over: of the sentences that it begins and
// ends in, and of its words, where its sentence was put in others.
func (a *Alignment) margin(was, to span) int {
	i, k := a.old.sentenceAt(was.start), a.old.sentenceAt(was.end-1)
	margin := min(a.margins[i], a.margins[k])
	if i == k && a.became[i] >= 0 {
		margin = min(margin, a.marginOfWords(i, was, to))
	}
	return margin
}

// marginOfWords is that of words of old sentence i within the one that it became: against
// other places of them in the two, and in sentences that are lost.
func (a *Alignment) marginOfWords(i int, was, to span) int {
	j := a.became[i]
	olds, news := a.old.tokensOf(i), a.new.tokensOf(j)
	quote := a.old.words[was.start:was.end]
	stay := alongside(olds, was, news, to)
	margin := letters(quote) + stay
	for _, at := range a.new.placesIn(j, quote) {
		if at.start != to.start {
			margin = min(margin, stay-alongside(olds, was, news, at))
		}
	}
	for k := range a.old.sentences {
		if _, within := a.within[k]; k != i && (within || max(a.same[k], a.became[k]) >= 0) {
			continue
		}
		for _, at := range a.old.placesIn(k, quote) {
			if at.start != was.start {
				margin = min(margin, stay-alongside(a.old.tokensOf(k), at, news, to))
			}
		}
	}
	return margin
}

// marginAlone is that of a quote that was found by its words alone, which stand nowhere
// else: against having been written anew. What stands beside it speaks for no more letters
// than its own, since its sentence is gone; of a quote that was of several sentences, each
// end has to hold by itself.
func (a *Alignment) marginAlone(anchor *briefings.Anchor, was, at span) int {
	words := func(s string) []token { return tokens(s, 0, len(s)) }
	beside := sameBefore(words(anchor.Prefix), words(lastBytes(a.new.words[:at.start], len(anchor.Prefix)+contextSlack))) +
		sameBehind(words(anchor.Suffix), words(firstBytes(a.new.words[at.end:], len(anchor.Suffix)+contextSlack)))
	own := letters(anchor.Exact)
	if i, k := a.old.sentenceAt(was.start), a.old.sentenceAt(was.end-1); was.end > 0 && min(i, k) >= 0 && i != k {
		own = min(letters(a.old.words[was.start:a.old.sentences[i].end]), letters(a.old.words[a.old.sentences[k].start:was.end]))
	}
	return own + min(own, beside)
}

// placesIn lists the places of words in sentence i.
func (t *Text) placesIn(i int, words string) []span {
	s := &t.sentences[i]
	out := occurrences(t.words[s.start:s.end], words, leftMost)
	for n := range out {
		out[n].start, out[n].end = out[n].start+s.start, out[n].end+s.start
	}
	return out
}

// alongside counts the letters of the words around a range, without a gap, that stand
// around another one too; an end that both reach is worth what it is for sentences.
func alongside(olds []token, was span, news []token, is span) int {
	before, behind := olds[:wordsBefore(olds, was.start)], olds[wordsBefore(olds, was.end):]
	return sameBefore(before, news[:wordsBefore(news, is.start)]) + sameBehind(behind, news[wordsBefore(news, is.end):])
}

// sameBehind counts the letters of the words that two lists begin with, and endWorth if
// they are all of both; sameBefore, that they end with.
func sameBehind(x, y []token) int {
	n := 0
	for len(x) > 0 && len(y) > 0 && x[0].form == y[0].form {
		n += letters(x[0].form)
		x, y = x[1:], y[1:]
	}
	if len(x)+len(y) == 0 {
		n += endWorth
	}
	return n
}

func sameBefore(x, y []token) int {
	n := 0
	for len(x) > 0 && len(y) > 0 && x[len(x)-1].form == y[len(y)-1].form {
		n += letters(x[len(x)-1].form)
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	if len(x)+len(y) == 0 {
		n += endWorth
	}
	return n
}

// wordsBefore counts the words that begin before a byte.
func wordsBefore(list []token, at int) int {
	if n := slices.IndexFunc(list, func(w token) bool { return w.start >= at }); n >= 0 {
		return n
	}
	return len(list)
}

// letters counts letters and digits.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if isWord(r) {
			n++
		}
	}
	return n
}
