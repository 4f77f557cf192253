package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Where the subject of a verb stands, and the thing behind it.

// subject returns the words of the subject of the verb at a word, ready to
// stand in the middle of a sentence; "" where it is unsure.
func (p phraser) subject(verb int) string {
	end := verb
	if verb > 0 && verb < len(p.words) && p.words[verb].after == breakComma {
		end = p.asideStart(verb) // "Washington, for its part, is …"
	}
	start := p.subjectStart(end)
	if start < 0 || start >= end {
		return ""
	}
	return p.within(start, end)
}

// asideStart returns the word behind the comma that opens the aside before a
// verb; the verb's own place if there is none.
func (p phraser) asideStart(verb int) int {
	for i := verb - 1; i > max(verb-longestAside, 0); i-- {
		if p.words[i].after == breakComma {
			return i
		}
	}
	return verb
}

// subjectStart returns the first word of the noun phrase that ends before a
// word, -1 where it is unsure.
func (p phraser) subjectStart(end int) int {
	if p.is(end-1, "pronoun") && !p.is(end-1, "relative") && !p.is(end-1, "determiner") {
		return end - 1
	}
	start := end
	for start > 0 && (start == end || p.words[start].after == breakNone || p.bracket(start, '(') || p.bracket(start, ')')) {
		if p.opens(start - 1) {
			break
		}
		start--
	}
	for i := start; i < end && end-start <= longestNounPhrase; i++ {
		// "To this day the yield": the subject begins with its own article.
		own := i == start || (p.is(i, "article") || p.is(i, "determiner")) && !p.is(i-1, "preposition") && !p.is(i-1, "to") && !p.is(i-1, "joint")
		if own && p.nounPhrase(i, end) {
			return i
		}
		if !p.is(start, "preposition") && !p.is(start, "to") {
			break
		}
	}
	return -1
}

// longestNounPhrase is how many words a subject may have.
const longestNounPhrase = 22

// opens says whether a clause begins behind a word. "And" between two things
// and "which" behind a preposition open none.
func (p phraser) opens(i int) bool {
	switch {
	case p.is(i, "joint"), p.at(i) == "as" && p.words[i].after == breakNone:
		return false
	case p.is(i, "relative") && (p.is(i-1, "preposition") || p.at(i) == "who" || p.at(i) == "that" || p.at(i) == "which" || p.at(i) == "whose"):
		return p.words[i].after != breakNone || p.at(i) == "that" && p.tells(i-1)
	}
	return p.is(i, "opener") || p.is(i, "with") || p.is(i, "says") && !p.capitalised(i)
}

// tells says whether a word is a verb, or a noun of saying, that a clause with
// "that" depends on.
func (p phraser) tells(i int) bool {
	v, verb := verbOf(p.at(i))
	return verb && v.form != ingForm || p.is(i, "claims")
}

// nounPhrase says whether words may be a noun phrase: no verb in it but behind
// "which" or "who", nothing before it that belongs to the verb.
func (p phraser) nounPhrase(a, b int) bool {
	if p.is(a, "preposition") || p.at(a) == "such" && p.at(a+1) == "as" || p.is(a, "wh") && !p.is(a, "pronoun") || p.is(a, "aux") || p.is(a, "joint") || p.is(a, "not") || p.is(a, "to") ||
		p.is(a, "closer") || p.is(a, "negative") || p.is(a, "yet") || strings.HasSuffix(p.at(a), "ly") || strings.HasSuffix(p.at(b-1), "ly") {
		return false
	}
	if p.is(b-1, "relative") || p.is(b-1, "preposition") || p.is(b-1, "article") || p.is(b-1, "determiner") && b-a > 1 {
		return false
	}
	for i := a; i < b; i++ {
		switch {
		case i > a && (p.is(i, "relative") || p.is(i, "pronoun") && !p.is(i, "determiner")):
			// The verb behind "which" must be another than the one looked for.
			return p.verbsIn(i+1, b) == 1 && (p.is(a, "determiner") || p.is(a, "article") || p.capitalised(a) || endsPlural(p.at(a)))
		case p.is(i, "aux"), p.is(i, "not"):
			return false
		case i > a && p.finite(i):
			return false
		}
	}
	return true
}

// verbsIn counts the verbs among words, an auxiliary and its verb as one.
func (p phraser) verbsIn(a, b int) int {
	n, before := 0, false
	for i := a; i < b; i++ {
		is := p.is(i, "aux") || p.is(i, "be") || p.verbIn(i, i+1)
		if is && !before {
			n++
		}
		before = is || before && (p.is(i, "yet") || p.is(i, "not"))
	}
	return n
}

// finite says whether a word can only be a verb that stands with a subject.
func (p phraser) finite(i int) bool {
	v, ok := verbOf(p.at(i))
	irregular := v.form == pastForm && !strings.HasSuffix(p.at(i), "ed")
	object := p.is(i+1, "determiner") || p.is(i+1, "article") || p.is(i+1, "possessive")
	return ok && !p.capitalised(i) && !p.is(i-1, "determiner") && !p.is(i-1, "article") &&
		(irregular && (object || p.is(i+1, "preposition") || p.is(i+1, "to")) || v.form&thirdForm != 0 && object)
}

// thing says whether a noun phrase may begin at a word.
func (p phraser) thing(i int) bool {
	return i < len(p.words) && !p.is(i, "aux") && !p.is(i, "be") && p.at(i) != "been" && !p.is(i, "preposition") && !p.is(i, "to") && !p.is(i, "joint") &&
		!p.is(i, "wh") && !p.is(i, "not") && !strings.HasSuffix(p.at(i), "ly") && !p.is(i, "negative") && !p.is(i, "opener") && !p.is(i, "closer") && p.words[i].after == breakNone && !p.is(i, "pronoun") && !p.is(i, "empty") && !p.known(i) ||
		p.is(i, "determiner") && i+1 < len(p.words) && p.words[i].after == breakNone && p.words[i+1].after == breakNone
}

// known says whether a word is a verb in a form that stands with a subject.
func (p phraser) known(i int) bool {
	v, ok := verbOf(p.at(i))
	return ok && v.form&thirdForm != 0 && p.is(i+1, "pronoun")
}

// thingEnd returns the end of the noun phrase that begins at a word.
func (p phraser) thingEnd(from int) int {
	end := p.reach(from)
	for i := from + 1; i < end; i++ {
		if p.words[i].after == breakComma && !p.is(i, "joint") || p.is(i, "aux") && !p.behindRelative(from, i) {
			return i
		}
	}
	return end
}

func (p phraser) behindRelative(from, i int) bool {
	for j := from + 1; j < i; j++ {
		if p.is(j, "relative") {
			return true
		}
	}
	return false
}

// plain says whether the first words are by their form no name: "Financial
// terms", "Associates of Ada".
func (p phraser) plain(a, b int) bool {
	first := p.at(a)
	return a+1 < b && !p.capitalised(a+1) && (strings.HasSuffix(first, "ial") || endsPlural(first) && p.is(a+1, "preposition"))
}

// within is run with the first word in small letters where it began the
// sentence and is no name: the document writes it small elsewhere.
func (p phraser) within(a, b int) string {
	s := p.run(a, b)
	first := p.at(a)
	r, size := utf8.DecodeRuneInString(first)
	if !unicode.IsUpper(r) {
		return s
	}
	small := string(unicode.ToLower(r)) + first[size:]
	common := p.at(b) == "are" || p.at(b) == "were" || p.at(b) == "have"
	if p.is(a, "determiner") || p.is(a, "article") || p.is(a, "small") && !(b > a+1 && p.capitalised(a+1)) || p.is(a, "pronoun") && small != "i" || a == 0 && b == 1 && common && endsPlural(first) || p.plain(a, b) || a == 0 && strings.Contains(p.text, " "+small+" ") {
		return small + s[len(first):]
	}
	return s
}
