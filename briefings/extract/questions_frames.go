package extract

import (
	"slices"
	"strings"

	"dossier/briefings"
)

// frame is a way to ask what a statement leaves open; "" where the statement is
// not of its kind or the order of its words is unsure.
type frame func(p phraser, lead found) string

// frames are tried in their order on each cue of a statement that no form of
// phraser.open fits. Each builds its question around words that stand together
// in the source, so that it is a sentence whatever these are.
var frames = []frame{
	phraser.questionBehind, phraser.hoped, phraser.ifSo, phraser.foreseen, phraser.knownTo,
	phraser.notDone, phraser.stillToDo, phraser.postponed, phraser.couldNot, phraser.pending, phraser.debated,
	phraser.doubted, phraser.weighed, phraser.depending, phraser.mayBe, phraser.unanswered, phraser.untold, phraser.object, phraser.named,
}

// ask returns the question that a statement leaves open. Where the order of its
// words is unsure its own words are quoted and the question asked of them.
func (p phraser) ask(r *questionReading) string {
	for _, lead := range r.cues {
		if q := asked(p.leadingQuestion(lead)); q != "" {
			return q
		}
	}
	if r.listed && p.is(0, "wh") {
		if q := asked(p.embedded(0, len(p.words), "")); q != "" {
			return q
		}
	}
	if q := p.phrase(r.cues); q != "" {
		return q
	}
	if slices.Contains(r.kinds, briefings.Verification) {
		for _, lead := range r.cues {
			if q := asked(p.claimed(lead)); q != "" {
				return q
			}
		}
	}
	for _, f := range frames {
		for _, lead := range r.cues {
			if q := asked(f(p, lead)); q != "" {
				return q
			}
		}
	}
	if q := asked(p.neverTold()); q != "" && len(r.cues) == 0 {
		return q
	}
	if q := asked(p.topic()); q != "" && r.listed {
		return q
	}
	return p.quoted(r.cues)
}

// neverTold asks for the thing that somebody has not told, where no cue says so:
// "neither firm had confirmed a site".
func (p phraser) neverTold() string {
	denied := false
	for i := range p.words {
		denied = denied || p.is(i, "not")
		from := i + 1
		switch {
		case !denied || !p.is(i, "tell"):
		case p.is(from, "article") && (p.is(from+1, "fact") || p.is(from+1, "noun")):
			return "What is the " + p.run(from+1, p.thingEnd(from))
		case p.is(from, "determiner"):
			return p.unknown(from, p.thingEnd(from))
		}
	}
	return ""
}

// topic asks about an item of a list of open matters that only names one:
// "Fuel for the second core", "The price (in dollars)".
func (p phraser) topic() string {
	end := len(p.words)
	name := 0
	for name < end && !p.bracket(name, '(') {
		name++
	}
	if p.verbIn(0, name) || p.is(0, "not") || p.is(0, "wh") {
		return ""
	}
	first := 0
	if p.is(0, "determiner") || p.is(0, "article") {
		first = 1
	}
	if !p.is(first, "fact") && !p.is(first, "noun") {
		return p.run(0, end) + ": what is known"
	}
	be := "What is the "
	if p.plural(first, name) {
		be = "What are the "
	}
	return be + strings.ToLower(p.at(first)) + strings.TrimPrefix(p.run(first, end), p.at(first))
}

// quoted asks of the words around a cue themselves.
func (p phraser) quoted(cues []found) string {
	from, to := 0, len(p.words)
	if len(cues) > 0 {
		if from, to = p.sentencePart(cues[0]); p.is(from, "pronoun") {
			from = 0 // whom "it" means stands before
		}
	}
	words := strings.NewReplacer("“", "", "”", "", `"`, "").Replace(p.run(from, min(to, from+longestQuoted)))
	if uneven(words, [2]string{"(", ")"}) {
		words = strings.NewReplacer("(", "", ")", "").Replace(words)
	}
	if from+longestQuoted < to {
		words += " …"
	}
	return "“" + capital(strings.TrimRight(words, " ,;:.")) + "”: what is still open here?"
}

// longestQuoted is how many words a question quotes.
const longestQuoted = 18

// sentencePart returns the words between the semicolons, colons and dashes
// around a cue.
func (p phraser) sentencePart(lead found) (from, to int) {
	from, to = lead.from, len(p.words)
	for from > 0 && (p.words[from].after != breakStrong || p.bracket(from, '(') || p.bracket(from, ')')) {
		from--
	}
	for i := lead.to; i < len(p.words); i++ {
		if p.words[i].after == breakStrong && !p.bracket(i, '(') && !p.bracket(i, ')') {
			to = i
			break
		}
	}
	return from, to
}

// told says whether a word of a cue is of one of the sets.
func (p phraser) told(lead found, sets ...string) bool {
	for i := lead.from; i < lead.to; i++ {
		if slices.ContainsFunc(sets, func(set string) bool { return p.is(i, set) }) {
			return true
		}
	}
	return false
}

// has says whether a word stands in a cue.
func (p phraser) has(lead found, word string) bool {
	for i := lead.from; i < lead.to; i++ {
		if p.at(i) == word {
			return true
		}
	}
	return false
}

// possessed says whether a noun phrase begins with whose it is.
func (p phraser) possessed(a, b int) bool {
	for i := a; i < min(a+3, b-1); i++ {
		if strings.HasSuffix(p.at(i), "'s") || strings.HasSuffix(p.at(i), "’s") {
			return !p.plural(i+1, b)
		}
	}
	return p.is(a, "possessive") && !p.plural(a+1, b)
}

// object asks for the thing that somebody would not tell.
func (p phraser) object(lead found) string {
	for i := lead.from + 1; i < lead.to; i++ {
		if !p.is(i, "fact") && !p.is(i, "noun") || !p.is(i-1, "article") && !strings.EqualFold(p.at(i-1), "no") {
			continue
		}
		end := p.thingEnd(i)
		about := p.verbGroup(end)
		if p.helps(end) && p.is(about, "preposition") { // "no figure was given for it"
			return "What is the " + p.run(i, end) + " " + p.run(about, p.reach(about))
		}
		return "What is the " + p.run(i, end)
	}
	from := p.skip(lead.to, "about")
	end := p.thingEnd(from)
	switch {
	case !p.thing(from) || p.at(end-1) == "own" || p.is(from, "vague") && p.has(lead, "silent"):
		return ""
	case p.has(lead, "silent"):
		return "What applies to " + p.run(from, end)
	case p.told(lead, "guess") && p.is(from, "determiner"):
		return p.unknown(from, end)
	case !p.told(lead, "tell", "keep", "refused", "untellable"):
		return ""
	case p.is(from, "article") && (p.is(from+1, "fact") || p.is(from+1, "noun")):
		return "What is the " + p.run(from+1, end)
	}
	return "What is known about " + p.run(from, end)
}

// unanswered asks whether somebody will say something who has not: "the bank did
// not respond to requests for comment".
func (p phraser) unanswered(lead found) string {
	verb := lead.from
	for verb < lead.to && !p.helps(verb) {
		verb++
	}
	subject := p.subject(verb)
	if subject == "" || verb == lead.to {
		return ""
	}
	responds := 0
	for i := lead.from; i < min(lead.to+longestReach, len(p.words)); i++ {
		switch p.at(i) {
		case "comment", "reply":
			return "Will " + subject + " comment " + p.run(i+1, p.reach(i))
		case "respond":
			responds = i
		}
	}
	if responds == 0 {
		return ""
	}
	return "Will " + subject + " " + p.run(responds, p.reach(responds))
}
