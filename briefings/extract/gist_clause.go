package extract

import "strings"

// What of a sentence is its gist: the parts that may be left out, tried from
// the front to the clause around the date. Each step gives up where it is
// unsure, so that too much stands rather than too little.

// front leaves out what stands before what is told: what leads over from the
// sentence before, who says so, a date, a phrase before the subject.
func (g *gister) front() {
	for again := true; again; {
		again = g.skip(g.opener()) || g.skip(g.frame()) || g.skip(g.firstDate()) || g.skip(g.firstPhrase())
	}
}

// skip leaves out all before a word, unless that is nothing.
func (g *gister) skip(to int) bool {
	if to <= g.from || to >= g.to {
		return false
	}
	g.from = to
	return true
}

// cue returns the end of the cue of a kind that the words begin with, 0 if they
// begin with none.
func (g *gister) cue(kind string) int {
	end := 0
	for _, h := range gistCues().find(g.words[g.from:g.to], nil) {
		if h.from > 0 {
			break
		}
		if h.cue.tells[0] == kind {
			end = max(end, g.from+h.to)
		}
	}
	return end
}

func (g *gister) opener() int {
	if end := g.cue("opener"); end < g.to && end > 0 && g.words[end].after != breakNone {
		return end
	}
	if end := g.cue("conjunction"); end > 0 || g.capitalised(g.from) {
		return end
	}
	return g.cue("remnant")
}

// frame returns where begins what somebody says; it is a frame only if the date
// does not stand in it.
func (g *gister) frame() int {
	if g.dated.End > g.dated.Start && g.dated.End <= g.from {
		return 0 // the date was that of the saying
	}
	if end := g.cue("according"); end > 0 {
		return g.undated(g.behindComma(end))
	}
	if end := g.cue("frame"); end > 0 {
		return g.undated(end)
	}
	for i := g.from + 1; i < min(g.from+longestFrame, g.to); i++ {
		switch {
		case g.words[i].after != breakNone || g.is(i, "bears") || g.is(i, "relative"):
			return 0
		case g.is(i, "said") && g.is(i+1, "that"):
			return g.undated(i + 2)
		case g.is(i, "aux") && !g.is(i, "has"):
			return 0
		}
	}
	return 0
}

// longestFrame is how many words may say who says so.
const longestFrame = 14

// undated returns an end unless the date stands before it, or whom the words
// behind it mean.
func (g *gister) undated(end int) int {
	if g.is(end, "meant") {
		return 0 // "the firm said it would"
	}
	if g.dated.End > g.from && g.dated.Start < end && g.free.End <= g.free.Start || g.free.End > g.from && g.free.Start < end {
		return 0
	}
	return end
}

// behindComma returns the word behind the next comma, 0 if there is none or
// what stands behind it is no clause.
func (g *gister) behindComma(from int) int {
	for i := from; i < g.to; i++ {
		switch {
		case g.words[i].after == breakStrong, strings.Contains(g.between(i-1, i), "("):
			return 0
		case g.words[i].after == breakComma && g.beginsClause(i):
			return i
		case g.words[i].after == breakComma:
			return 0
		}
	}
	return 0
}

// beginsClause says whether a subject and its verb stand at a word, with no
// mark between: then the phrase before it has ended.
func (g *gister) beginsClause(at int) bool {
	if g.is(at, "coordinate") || g.is(at, "relative") || g.is(at, "when") || g.number(at) || g.verb(at) && !g.capitalised(at) {
		return false
	}
	for i := at + 1; i < g.to; i++ {
		if g.words[i].after == breakComma && i <= g.free.Start || g.words[i].after == breakStrong {
			return false
		}
		if g.verb(i) {
			return true
		}
	}
	return false
}

// verb says whether a word is an auxiliary or a verb in a form that stands with
// a subject; a form that may be a noun is none.
func (g *gister) verb(i int) bool {
	if g.is(i, "aux") {
		return true
	}
	v, ok := verbOf(g.at(i))
	return ok && v.form&pastForm != 0 && (g.is(i-1, "that") || !g.is(i-1, "determiner")) && !g.hyphened(i)
}

// maybeVerb says whether a word is a verb or may be one: "forces".
func (g *gister) maybeVerb(i int) bool {
	v, ok := verbOf(g.at(i))
	return g.verb(i) || ok && v.form&thirdForm != 0 && !g.capitalised(i)
}

// anyVerb says whether a word is a verb in any form that stands with a subject.
func (g *gister) anyVerb(i int) bool {
	v, ok := verbOf(g.at(i))
	return g.maybeVerb(i) || ok && v.form&baseForm != 0 && !g.capitalised(i)
}

// firstDate returns the word behind a date that the words begin with.
func (g *gister) firstDate() int {
	if g.free.End > g.free.Start && g.free.Start == g.from {
		return g.free.End
	}
	return 0
}

// firstPhrase returns where the main clause begins behind a phrase or clause
// that only says under what circumstances: without the date and without what
// bears on the rest.
func (g *gister) firstPhrase() int {
	if !g.is(g.from, "lead") {
		return 0
	}
	end := g.behindComma(g.from + 1)
	dated := g.dated.Start < end && g.dated.End > g.from
	if dated && (end-g.from > longestOccasion || !g.is(g.from, "in")) {
		return 0
	}
	if g.any(g.from, end, "condition") || !dated && g.numbered(g.from, end) {
		return 0 // it bears on the rest, or has a date of its own
	}
	return end
}

// longestOccasion is how many words a phrase with the date may have that is left
// out: "In its 2025 annual report, …".
const longestOccasion = 7

// clause narrows the words to the clause that the date stands in, if it is one
// of its own.
func (g *gister) clause() {
	if g.free.End <= g.free.Start || g.free.Start <= g.from {
		return
	}
	start, end := g.clauseOpener(), g.clauseEnd()
	if start <= g.from || g.any(g.from, start, "bears") && !g.is(start-1, "reason") || g.numbered(g.from, start) || g.predicate(end) {
		return
	}
	nothingElse := g.is(start-1, "relative") && g.antecedent(start-1) == g.from // but the thing
	if beside := end - start - (g.free.End - g.free.Start); beside < leastClauseWords && !nothingElse {
		return
	}
	if g.is(start, "followed") {
		g.then = " " + g.at(start) // "those hulls, followed by tugs": tugs followed
		g.from, g.to = start+2, end
		return
	}
	who, verb := g.whose(start)
	if who.Start == who.End && g.is(start, "meant") {
		return // whom it means stands before
	}
	g.leave(who.End, verb)
	g.from, g.to = who.Start, end
}

// predicate says whether the main verb follows on the date, so that the clause
// of the date ends nobody knows where.
func (g *gister) predicate(end int) bool {
	for i := g.free.End; i < end; i++ {
		switch {
		case g.is(i, "coordinate"), g.is(i, "relative"), g.is(i, "when"), g.is(i, "that"), g.is(i, "subject"), g.is(i, "condition"), g.is(i, "lead"):
			return false
		case g.verb(i):
			return true
		}
	}
	return false
}

// leastClauseWords is how many words beside the date tell something.
const leastClauseWords = 4

// clauseOpener returns the first word of the clause of the date; 0 if the date
// stands in the main one or it is unsure.
func (g *gister) clauseOpener() int {
	verbs, before := 0, false // groups of verbs between here and the date
	for i := g.free.Start - 1; i > g.from; i-- {
		comma := g.words[i].after == breakComma
		switch {
		case g.words[i].after == breakStrong:
			return 0
		case g.is(i, "when"), g.is(i, "relative"), g.is(i, "that") && !g.says(i-1):
			if g.is(i-1, "preposition") || verbs == 0 && !(g.anyVerb(i+1) && g.antecedent(i) == g.from) || verbs > 1 && !g.closed() {
				return 0
			}
			return i + 1
		case before && g.is(i, "subject"):
			return i
		case comma && g.is(i, "followed") && g.at(i+1) == "by":
			return i
		case comma && g.is(i, "with") && verbs > 0:
			return i + 1
		case comma && (g.is(i, "contrast") || g.is(i, "reason")) && g.beginsClause(i+1):
			return i + 1
		case comma:
			return 0
		case g.maybeVerb(i):
			verbs += btoi(!before)
			before = g.verb(i)
		default:
			before = before && g.is(i, "adverb")
		}
	}
	return 0
}

// says says whether a word may lead to what somebody says or thinks.
func (g *gister) says(i int) bool {
	_, known := verbOf(g.at(i))
	return known || g.is(i, "bears") || g.is(i, "source") || g.is(i, "thought")
}

// closed says whether the date ends its clause and the main verb follows.
func (g *gister) closed() bool {
	i := g.free.End
	return i < g.to && g.words[i].after == breakComma && g.verb(i)
}

// around narrows the words to the clause of those of a cue: behind the last
// semicolon, "when" or "while" before it.
func (g *gister) around(cue Span) {
	for i := min(cue.Start, g.to-1); i > g.from; i-- {
		start := i
		switch {
		case g.words[i].after == breakStrong:
		case (g.is(i, "when") || g.is(i, "contrast")) && g.standsAlone(i+1):
			start = i + 1
		default:
			continue
		}
		who := start
		if g.is(start, "relative") {
			if who = g.antecedent(start); who == start {
				return
			}
			g.leave(start, start+1)
		}
		if !g.any(g.from, who, "bears") {
			g.from = who
		}
		return
	}
}

// standsAlone says whether a clause begins at a word with a subject that it names.
func (g *gister) standsAlone(i int) bool {
	if g.beginsClause(i) {
		return true
	}
	if g.is(i, "pronoun") || g.is(i, "whose") || g.maybeVerb(i) && !g.parted(i+1) || g.is(i, "to") || g.acting(i) {
		return false
	}
	for j := i + 1; j < g.to; j++ {
		if v, ok := verbOf(g.at(j)); ok && v.form&(baseForm|thirdForm) != 0 && g.words[j].after == breakNone && !g.is(j-1, "determiner") && !g.is(j-1, "preposition") {
			return true
		}
	}
	return false
}

// clauseEnd returns the end of the clause of the date: the next comma, unless
// what follows bears on it.
func (g *gister) clauseEnd() int {
	for i := g.free.End; i < g.to; i++ {
		if g.words[i].after != breakNone && (g.closed() || !g.any(i, g.to, "condition") && !g.is(i, "coordinate")) {
			return i
		}
	}
	return g.to
}

// second leaves out the first of two things that the subject did where the date
// is that of the second: "the firm [built A in May and] delivered B in June".
func (g *gister) second() {
	if g.free.End <= g.free.Start {
		return
	}
	and := 0
	for i := g.from + 1; i < g.free.Start; i++ {
		if g.words[i].after == breakStrong {
			return
		}
		if g.is(i, "coordinate") && g.plainPast(i+1) && g.object(i+2) {
			and = i
		}
	}
	first := g.from
	for first < and && !g.verb(first) {
		if first > g.from && (g.words[first].after != breakNone || g.is(first, "relative") || g.is(first, "when")) {
			return
		}
		first++
	}
	if g.is(g.from, "preposition") || g.is(g.from, "lead") {
		return
	}
	if and == 0 || first == g.from || first >= and || g.is(first, "aux") || g.any(first, and, "bears") || g.any(first, and, "relative") || g.any(first, and, "when") || g.any(first, and, "aux") {
		return
	}
	for i := first; i <= and; i++ {
		g.out[i] = true
	}
}

// plainPast says whether a word is a verb in the past and nothing else.
func (g *gister) plainPast(i int) bool {
	v, ok := verbOf(g.at(i))
	return ok && v.form == pastForm && !g.capitalised(i)
}

// object says whether a word may stand behind a verb that one before it is
// ("delivered the"), which in "and manufactured homes" is unsure.
func (g *gister) object(i int) bool {
	return g.is(i, "determiner") || g.is(i, "preposition") || g.is(i, "that") || g.number(i) || g.capitalised(i) ||
		strings.HasSuffix(g.at(i), "ly") || strings.HasSuffix(g.at(i), "ing") || i == g.free.Start
}

// brackets leaves out short asides in brackets: "(NASA)".
func (g *gister) brackets() {
	for i := g.from; i < g.to; i++ {
		if i == 0 || !strings.HasSuffix(g.between(i-1, i), "(") || strings.Contains(g.between(i-1, i), ")") {
			continue
		}
		end := i + 1
		for depth := 1; end < g.to; end++ {
			marks := g.between(end-1, end)
			if depth += strings.Count(marks, "(") - strings.Count(marks, ")"); depth <= 0 {
				break
			}
		}
		initial := len(g.at(i-1)) == 1 && strings.HasPrefix(g.between(i-1, i), ".") // "E. (Ada) Roe"
		if !initial && !g.hyphened(end) && end-i <= longestAside && !g.any(i, end, "bears") && !(g.dated.Start < end && g.dated.End > i) {
			g.leave(i, end)
		}
	}
}

// longestInfinitive is how many words may stand beside the date in an aside that
// is left out: "to occur in 2027".
const longestInfinitive = 2

// longestAside is how many words an aside may have that is left out.
const longestAside = 12

// aside leaves out what stands between the subject and its verb in commas:
// "Artemis, named for a goddess, is …".
func (g *gister) aside() {
	open := g.from + 1
	for open < g.to && g.words[open].after == breakNone {
		if g.verb(open) || g.is(open, "bears") {
			return
		}
		open++
	}
	if open >= g.to || g.words[open].after != breakComma || g.is(open, "coordinate") {
		return
	}
	end := open + 1
	for end < g.to && g.words[end].after == breakNone {
		end++
	}
	listed := g.any(open, end, "and") && !g.is(open, "determiner")
	dated := g.dated.Start < end && g.dated.End > open && g.free.Start-open > longestInfinitive
	if end < g.to && end-open <= longestAside && g.words[end].after == breakComma && g.verb(end) && !g.any(open, end, "bears") && !listed && !dated {
		g.leave(open, end)
	}
}

// titles leaves out the office before the name of its holder: "Russian
// opposition leader Alexei Navalny".
func (g *gister) titles() {
	if g.is(g.from, "determiner") {
		return
	}
	for i := g.from; i < min(g.from+longestTitle, g.to-1); i++ {
		if g.out[i] || g.is(i, "preposition") || g.is(i, "and") || g.verb(i) || i > g.from && g.words[i].after != breakNone {
			return
		}
		if i > g.from && g.is(i, "title") && g.words[i+1].after == breakNone && g.capitalised(i+1) && g.capitalised(i+2) && g.words[i+2].after == breakNone && !g.is(i+1, "title") {
			g.from = i + 1
			return
		}
	}
}

// longestTitle is how many words an office may have.
const longestTitle = 6

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
