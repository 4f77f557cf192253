package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What the phraser knows of clauses: where they begin and end, which word is
// the verb that changes place with the subject, whether a noun is a plural.

// auxiliary finds the verb that changes place with the subject in a question:
// the first one behind it with no comma or relative clause between.
func (p phraser) auxiliary(a, b int) int {
	for i := a; i < b; i++ {
		switch {
		case i > a && p.words[i].after != breakNone, p.is(i, "relative"):
			return 0
		case p.is(i, "aux"):
			return i
		}
	}
	return 0
}

// could returns an auxiliary as a question begins with it: nobody asks "may it
// be necessary" for "could it be".
func (p phraser) could(aux int) string {
	switch w := p.at(aux); w {
	case "may", "might":
		return "could"
	default:
		return w
	}
}

// plural says whether the noun that the words lead up to stands in the plural.
func (p phraser) plural(a, b int) bool {
	head := a
	for i := a; i < b; i++ {
		switch w := p.at(i); {
		case i > a && (p.is(i, "relative") || p.is(i, "preposition") || p.is(i, "to")) || i > a+1 && strings.HasSuffix(w, "ing"):
			return endsPlural(p.at(head))
		case p.is(i, "and"):
			return true
		case p.is(i, "joint"):
			return endsPlural(p.at(head))
		}
		head = i
	}
	return endsPlural(p.at(head))
}

func endsPlural(noun string) bool {
	for _, singular := range [...]string{"ss", "us", "is", "’s", "'s", "s’", "s'"} {
		if strings.HasSuffix(noun, singular) {
			return false
		}
	}
	return strings.HasSuffix(noun, "s")
}

// clauseStart returns the first word of the clause that ends before a word:
// behind the last comma, "that" or conjunction. A question word belongs to the
// clause that it opens; "to which" parts nothing.
func (p phraser) clauseStart(before int) int {
	for i := before; i > 0; i-- {
		switch {
		case i < len(p.words) && p.words[i].after != breakNone:
			return i
		case p.is(i-1, "wh") && !p.is(i-1, "relative") || p.is(i-1, "or-not"):
			return i - 1
		case p.is(i-1, "opener") && !p.is(i-2, "to"):
			return i
		}
	}
	return 0
}

// clauseEnd returns the word behind the clause that a word stands in. A comma
// ends it where a new clause begins behind it, or where the sentence began with
// a clause or phrase that waits for its main one ("Although …, …"). What stands
// in brackets belongs to it.
func (p phraser) clauseEnd(from int) int {
	waits := p.waits(from)
	for i := from + 1; i < len(p.words); i++ {
		if p.bracket(i, '(') {
			i = p.behindBracket(i)
			if i == len(p.words) {
				return i
			}
		}
		if p.at(i) == "if" && p.at(i+1) == "any" {
			continue // an aside
		}
		comma := p.words[i].after == breakComma || p.bracket(i, ')') && p.bracket(i, ',')
		switch {
		case p.words[i].after == breakStrong && !p.bracket(i, ')'), p.is(i, "closer"):
			return i
		case comma && (waits || p.is(i, "opener") || p.is(i, "tail")):
			return i
		case p.is(i, "joint") && (p.is(i+1, "wh") || p.is(i+1, "aux") && !p.is(i-1, "aux") || p.is(i+1, "onward")):
			return i
		}
	}
	return len(p.words)
}

// waits says whether the sentence began with a conjunction or preposition and
// no comma has ended that clause before a word.
func (p phraser) waits(from int) bool {
	if !p.is(0, "closer") && !p.is(0, "preposition") {
		return false
	}
	for i := 1; i <= from && i < len(p.words); i++ {
		if p.words[i].after != breakNone {
			return false
		}
	}
	return true
}

// bracket says whether a mark stands before a word.
func (p phraser) bracket(i int, mark byte) bool {
	return i > 0 && i < len(p.words) && strings.IndexByte(p.text[p.words[i-1].End:p.words[i].Start], mark) >= 0
}

func (p phraser) behindBracket(i int) int {
	for i++; i < len(p.words) && !p.bracket(i, ')'); i++ {
	}
	return i
}

// actorAt returns the decider that a cue begins with ("Congress may consider").
func (p phraser) actorAt(i int) string {
	if p.is(i, "deciders") {
		return p.at(i)
	}
	return ""
}

func (p phraser) is(i int, set string) bool {
	return i >= 0 && i < len(p.words) && questionCues().sets[set].has(p.words[i].id)
}

func (p phraser) skip(i int, set string) int {
	for p.is(i, set) {
		i++
	}
	return i
}

func (p phraser) at(i int) string {
	if i < 0 || i >= len(p.words) {
		return ""
	}
	return p.text[p.words[i].Start:p.words[i].End]
}

func (p phraser) capitalised(i int) bool {
	r, _ := utf8.DecodeRuneInString(p.at(i))
	return unicode.IsUpper(r)
}

// run returns the source's text from word a up to word b,
// with the mark that closes a bracket or quotation opened in it.
func (p phraser) run(a, b int) string {
	s := between(p.text, p.words, a, b)
	if s == "" {
		return s
	}
	behind := p.text[p.words[b-1].End:]
	for _, pair := range [...][2]string{{"(", ")"}, {"“", "”"}, {`"`, `"`}} {
		opened := strings.Count(s, pair[0]) > strings.Count(s, pair[1]) || pair[0] == pair[1] && strings.Count(s, pair[0])%2 != 0
		if behind = strings.TrimLeft(behind, ".,"); opened && strings.HasPrefix(behind, pair[1]) {
			return s + pair[1]
		}
	}
	return s
}

// reach is clauseEnd, but the last thing of a list, what stands between dashes
// and what follows on it, belong to the clause.
func (p phraser) reach(from int) int {
	end := p.clauseEnd(from)
	for end > from && end < len(p.words) {
		switch next := p.clauseEnd(end); {
		case p.is(end, "joint") && p.words[end].after == breakComma && !p.verbIn(end, next), p.dashed(end) && p.dashed(next):
			end = p.clauseEnd(max(next, end))
		default:
			return end
		}
	}
	return end
}

// dashed says whether a dash stands before a word.
func (p phraser) dashed(i int) bool {
	return i > 0 && i < len(p.words) && strings.Contains(p.text[p.words[i-1].End:p.words[i].Start], "—")
}

// verbIn says whether there is a verb among words.
func (p phraser) verbIn(a, b int) bool {
	for i := a; i < b; i++ {
		v, ok := verbOf(p.at(i))
		if p.is(i, "aux") || ok && v.form&(pastForm|thirdForm) != 0 && p.at(i-1) != "be" && p.at(i-1) != "been" {
			return true
		}
	}
	return false
}

// lower is run with a determiner in front in small letters, for words that
// began a sentence and do no longer.
func (p phraser) lower(a, b int) string {
	s := p.run(a, b)
	if p.is(a, "determiner") {
		r, size := utf8.DecodeRuneInString(s)
		return string(unicode.ToLower(r)) + s[size:]
	}
	return s
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
