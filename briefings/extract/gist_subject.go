package extract

import "strings"

// Who did it: a clause that is cut out of its sentence takes along whom it
// tells of, where the words show who that is.

// longestWho is how many words may say of whom a clause tells.
const longestWho = 6

// whose returns the words that say of whom the clause that begins at a word
// tells, and the word at which it goes on behind them: "[the firm] moved early
// when it [ordered …]", "[Ada Roe], who [ran …]", "[a path that they set …]".
// Where nothing shows who that is, the clause stands as it is.
func (g *gister) whose(start int) (who Span, verb int) {
	opener := start - 1
	switch {
	case g.is(opener, "when") && g.is(start, "pronoun"):
		if end := g.mainSubject(); end > g.from && g.agree(end-1, start) {
			return Span{g.from, end}, start + 1
		}
	case g.is(opener, "relative"), g.is(opener, "that"):
		switch from := g.antecedent(opener); {
		case from == opener, g.is(opener, "that") && g.is(start, "pronoun"):
		case !g.anyVerb(start) && !((g.is(start, "adverb") || strings.HasSuffix(g.at(start), "ly")) && g.maybeVerb(start+1)):
			return Span{from, start}, start
		default:
			return Span{from, opener}, start
		}
	}
	return Span{start, start}, start
}

// mainSubject returns the end of the subject that the words begin with; the
// first word if there is none.
func (g *gister) mainSubject() int {
	for i := g.from; i < min(g.from+longestWho, g.to); i++ {
		switch {
		case i > g.from && g.words[i].after != breakNone, g.is(i, "pronoun"):
			return g.from
		case g.maybeVerb(i):
			return i
		}
	}
	return g.from
}

// agree says whether a pronoun may stand for a thing that ends in a word.
func (g *gister) agree(last, pronoun int) bool {
	plural := endsPlural(g.at(last))
	switch g.at(pronoun) {
	case "it":
		return !plural
	case "they":
		return plural
	}
	return g.capitalised(last)
}

// agrees says whether the verb behind a relative pronoun may be that of a thing,
// by their number.
func (g *gister) agrees(thing, pronoun int) bool {
	plural := endsPlural(g.at(pronoun-1)) || g.any(thing, pronoun, "and")
	for i := thing + 1; i < pronoun && !plural; i++ {
		plural = g.is(i, "preposition") && endsPlural(g.at(i-1))
	}
	v, ok := verbOf(g.at(pronoun + 1))
	switch w := g.at(pronoun + 1); {
	case w == "were" || w == "are" || w == "have":
		return plural
	case w == "was" || w == "is" || w == "has" || ok && v.form&thirdForm != 0:
		return !plural || g.any(thing, pronoun, "of") || g.capitalised(pronoun-1)
	}
	return true
}

// antecedent returns the first word of the thing that a relative pronoun tells
// more of; the pronoun itself if it is unsure.
func (g *gister) antecedent(pronoun int) int {
	for i := pronoun - 1; i >= max(g.from, pronoun-longestWho); i-- {
		before := i - 1
		switch {
		case g.words[i].after == breakStrong, g.numbered(i, i+1):
			return pronoun
		case i == g.from, g.words[i].after == breakComma, g.is(i, "determiner") && !g.is(before, "preposition"), g.is(before, "preposition") && !g.is(before, "of") && !g.capitalised(before):
			if (g.is(i, "article") || g.at(i) == "including") && i+1 < pronoun {
				return i + 1
			}
			return i
		case g.verb(before), g.acting(before), g.is(before, "and") && !(g.capitalised(i) && g.capitalised(before-1)), g.is(before, "that"):
			return i
		}
	}
	return pronoun
}

// name narrows the words to the thing that a date is part of the name of, where
// the sentence opens with another date: of "In May 2026, they passed the plan for
// the harbour (2025-2030)", "the plan for the harbour (2025-2030)".
func (g *gister) name() {
	bracketed := strings.HasSuffix(g.between(g.dated.Start-1, g.dated.Start), "(")
	if g.free.End > g.free.Start || g.dated.End <= g.dated.Start || !g.is(0, "lead") || !g.numbered(0, min(longestOccasion, g.dated.Start)) || !bracketed && g.at(g.dated.Start-1) != "to" {
		return
	}
	start := g.dated.Start
	for start > g.from && g.words[start].after != breakStrong && !g.verb(start-1) && !(g.is(start-1, "and") && g.is(start, "determiner")) {
		start--
	}
	named := g.is(start, "determiner") || g.capitalised(start)
	if start == g.from || !named || g.dated.End-start < leastGist || g.bearing(start) || g.words[start].after != breakNone {
		return
	}
	for i := start; i < g.dated.End; i++ {
		if g.maybeVerb(i) {
			return
		}
	}
	g.from, g.to = start, g.dated.End
}

// bearing says whether a word before another bears on whether something happens;
// in a name ("the Plan for …") it does not.
func (g *gister) bearing(end int) bool {
	for i := g.from; i < end; i++ {
		if g.is(i, "bears") && !(i > g.from && g.capitalised(i)) {
			return true
		}
	}
	return false
}
