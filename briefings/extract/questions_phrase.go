package extract

import "strings"

// phraser turns a sentence into the question that it leaves open:
//
//	neither A nor B has confirmed the exact site  →  What is the exact site?
//	it is unclear whether the yard will open      →  Will the yard open?
//	the date has yet to be set                    →  When will the date be set?
//
// It knows no grammar but the order of words, so each form gives up ("") rather
// than build a wrong question; the frames of questions_frames.go come then.
type phraser struct {
	text  string
	words []word
}

// phrase returns the question that one of the cues opens, the first that does;
// "" if all are unsure.
func (p phraser) phrase(cues []found) string {
	for _, lead := range cues {
		if q := asked(p.open(lead)); q != "" {
			return q
		}
	}
	return ""
}

func (p phraser) open(lead found) (q string) {
	next := p.asked(p.skip(lead.to, "filler"))
	if lead.cue.form() == "choice" && next == lead.to && p.is(next-1, "wh") {
		next-- // the question word that the cue ends with
	}
	switch form := lead.cue.form(); {
	case p.is(next, "wh"):
		q = p.embedded(next, p.clauseEnd(next), p.actorAt(lead.from))
	case form == "when" && p.is(lead.mark+1, "wh"):
		q = p.embedded(lead.mark+1, p.clauseEnd(lead.mark+1), "")
	case form == "when":
		q = p.when(lead)
	case form == "claim":
		q = p.claimFrom(lead.mark-1, p.skip(lead.mark, "that"), lead)
	case form == "choice":
		q = p.choice(lead, next)
	case lead.cue.subject >= 0 && lead.cue.before:
		from, _ := p.sentencePart(lead)
		if !p.is(lead.to, "to") && (!p.is(from, "wh") || p.clauseStart(lead.mark) == from) {
			q = p.unknown(p.clauseStart(lead.mark), lead.mark)
		}
	case lead.cue.subject >= 0 && p.at(lead.mark-1) == "explain" && p.is(lead.mark, "determiner") && !p.plural(lead.mark, p.clauseEnd(lead.mark)):
		q = "What explains " + p.lower(lead.mark, p.clauseEnd(lead.mark))
	case lead.cue.subject >= 0:
		q = p.unknown(lead.mark, p.clauseEnd(lead.mark))
	}
	return q
}

// asked goes behind "when asked", which leads to a question and is none.
func (p phraser) asked(i int) int {
	if (p.at(i) == "when" || p.at(i) == "if") && (p.at(i+1) == "asked" || p.at(i+1) == "pressed") {
		return i + 2
	}
	return i
}

// form names the way of asking that a cue calls for, as its line tells it
// ("form=when").
func (c *cue) form() string {
	for _, t := range c.tells {
		if form, ok := strings.CutPrefix(t, "form="); ok {
			return form
		}
	}
	return ""
}

// unknown asks for the thing that the words from a to b name: "What is …?", or
// the embedded question if they begin one.
func (p phraser) unknown(a, b int) string {
	b = p.withoutAdverb(a, b)
	p = p.until(max(a, b))
	switch {
	case a >= b || p.is(a, "pronoun") && !p.is(a, "determiner"):
		return ""
	case p.is(a-1, "or-not") && !p.is(a, "to"):
		return p.whether(a, b, "")
	case p.is(a, "wh"):
		return p.embedded(a, b, "")
	case p.extent(a, b) > 0:
		return p.toWhatExtent(p.extent(a, b), b)
	case p.is(a, "any") && p.plural(a, b):
		return "Are there " + p.lower(a, b)
	case p.is(a, "any"):
		return "Is there " + p.lower(a, b)
	case p.is(a, "vague"):
		return ""
	case p.is(a, "noun") && b-a == 1:
		return "What is the " + p.run(a, b)
	case !p.is(a, "determiner"):
		return ""
	case p.plural(a, b):
		return "What are " + p.lower(a, b)
	}
	return "What is " + p.lower(a, b)
}

// withoutAdverb returns the end of words from a to b without an adverb that
// belongs to what follows: "the cost of it generally [is unclear]".
func (p phraser) withoutAdverb(a, b int) int {
	for b > a+1 && (strings.HasSuffix(p.at(b-1), "ly") || p.at(b-1) == "there" || p.at(b-1) == "here") {
		b--
	}
	return b
}

// embedded asks what "whether", "how", "what" … leads to.
func (p phraser) embedded(a, b int, actor string) string {
	if p.is(a, "or-not") {
		return p.whether(a+1, b, actor)
	}
	switch {
	case b-a < 2 || p.is(a+1, "joint"):
		return ""
	case p.is(a+1, "to"):
		if q := p.whatToDo(a); q != "" || b-a < 4 {
			return q
		}
		return p.run(a, b) // "how to pay for it"
	}
	subject := p.behindQuestionWord(a, b)
	if p.is(subject, "aux") || p.asksForSubject(a, b) {
		return p.run(a, b) // the question word is the subject: "who will pay"
	}
	verb, b := p.verbAndEnd(subject, b)
	if q := p.turned(subject, verb, b); q != "" {
		asked := p.run(a, subject)
		if p.words[subject].after == breakComma {
			asked += "," // "which ports, if any, …"
		}
		return asked + " " + q
	}
	return "Is it known " + strings.ToLower(p.at(a)) + strings.TrimPrefix(p.run(a, b), p.at(a))
}

// until is the phraser of the words up to one.
func (p phraser) until(end int) phraser { return phraser{p.text, p.words[:end]} }

// verbAndEnd returns the verb of the clause that begins at a word and where the
// clause ends, which a mark within its subject does not do.
func (p phraser) verbAndEnd(a, b int) (verb, end int) {
	if verb = p.mainVerb(a, p.partEnd(a)); verb >= b {
		b = p.nextChoice(a, p.reach(verb))
	}
	return verb, b
}

// asksForSubject says whether a verb follows on "who" or "what" at once, which
// then is its subject: "who pays", "what became of it".
func (p phraser) asksForSubject(a, b int) bool {
	v, ok := verbOf(p.at(a + 1))
	finite := ok && v.form&(thirdForm|pastForm) != 0 && !p.capitalised(a+1)
	switch strings.ToLower(p.at(a)) {
	case "who":
		return finite
	case "what":
		return finite && v.form&baseForm == 0 && (a+2 == b || p.is(a+2, "preposition") || p.is(a+2, "determiner") || p.is(a+2, "article"))
	}
	return false
}

// behindQuestionWord returns where the subject begins behind "how", "how
// closely", "what effects".
func (p phraser) behindQuestionWord(a, b int) int {
	i := a + 1
	if p.is(a, "adverbial") {
		if strings.HasSuffix(p.at(i), "ly") || p.is(i, "quantity") {
			i++
		}
		if !p.is(i-1, "quantity") {
			return i
		}
	}
	for i < b && !p.is(i, "determiner") && !p.is(i, "aux") && !p.is(i, "pronoun") && !p.capitalised(i) {
		if i++; i > a+1 && i < b && p.words[i].after == breakComma {
			for i++; i < b && p.words[i].after != breakComma; i++ { // "which ports, if any, …"
			}
			return i
		}
		if p.is(i-1, "of") {
			for i < b && !p.is(i, "aux") {
				i++ // "how much of the sum has …": the whole is the subject
			}
		}
	}
	return i
}

// whether asks what stands behind "whether".
func (p phraser) whether(a, b int, actor string) string {
	a = p.skip(a, "filler")
	if p.is(a, "joint") {
		if p.at(a+1) != "not" {
			return p.otherChoice(a + 1)
		}
		a += 2
	}
	b = p.nextChoice(a, b)
	if p.is(a, "to") {
		if actor == "" || a+1 >= b {
			return ""
		}
		return "Should " + actor + " " + p.run(a+1, b)
	}
	if p.broken(b) || b-a < 3 {
		return ""
	}
	if p.is(a, "pronoun") && p.is(a+1, "aux") {
		return p.turned(a, a+1, b) // "that is enough": no conjunction
	}
	verb, b := p.verbAndEnd(a, b)
	if q := p.turned(a, verb, b); q != "" {
		return q
	}
	if verb == 0 && b < len(p.words) && !p.is(b, "closer") && !p.is(b, "or-not") && !p.is(b, "joint") {
		return "" // it may go on
	}
	return "Is it true that " + p.run(a, b)
}

// otherChoice asks the question that is joined to a "whether" and says more than
// it: "whether and how the yard will pay", "whether, and to what extent, …".
func (p phraser) otherChoice(a int) string {
	for i := a; i < min(a+longestReach, len(p.words)); i++ {
		if p.is(i, "wh") && !p.is(i, "or-not") {
			return p.behindPreposition(i)
		}
	}
	return ""
}

// possesses says whether a "have" is no auxiliary: "has sufficient staff".
func (p phraser) possesses(aux int) bool {
	if !p.is(aux, "has") || p.is(aux+1, "adverb") || p.at(aux+1) == "been" || p.is(aux+1, "not") {
		return false
	}
	next := p.at(aux + 1)
	v, ok := verbOf(next)
	return !(ok && v.form&(pastForm|participle) != 0) && !strings.HasSuffix(next, "en") && !strings.HasSuffix(next, "ly")
}

// broken says whether a clause ends at a dash or bracket, so that its end may
// be missing.
func (p phraser) broken(b int) bool {
	return b < len(p.words) && strings.ContainsAny(p.text[p.words[b-1].End:p.words[b].Start], "—(")
}

// nextChoice returns where a further "whether" begins, b if none does.
func (p phraser) nextChoice(a, b int) int {
	for i := a; i < b; i++ {
		if p.is(i, "or-not") && !p.is(i-1, "aux") {
			if i > a && p.is(i-1, "joint") {
				return i - 1
			}
			return i
		}
	}
	return b
}

// extent returns the word behind "the extent to which", 0 if the words from a
// on do not begin so.
func (p phraser) extent(a, b int) int {
	for i := a; i < min(a+3, b-3); i++ {
		if p.is(i, "extent") && p.is(i+1, "to") && p.is(i+2, "wh") {
			return i + 3
		}
	}
	return 0
}

func (p phraser) toWhatExtent(a, b int) string {
	if p.is(a, "to") {
		return ""
	}
	verb, b := p.verbAndEnd(a, b)
	if q := p.turned(a, verb, b); q != "" {
		return "To what extent " + q
	}
	return "What is the extent to which " + p.run(a, b)
}

// when asks for the day on which something that has not been done will be.
func (p phraser) when(lead found) string {
	a := p.clauseStart(lead.from)
	if a >= lead.from || p.is(a, "pronoun") || p.is(a, "wh") || p.auxiliary(a, lead.from) > 0 {
		return ""
	}
	if p.is(a-1, "relative") && !p.is(a, "determiner") && !p.capitalised(a) {
		return ""
	}
	end := p.clauseEnd(lead.mark)
	for i := lead.mark + 1; i+2 < end; i++ {
		if p.is(i, "joint") && (p.is(i+1, "article") || p.is(i+1, "determiner")) && p.helps(p.until(end).mainVerb(i+1, end)) {
			end = i // "has not been set and a second is awaited"
		}
	}
	verb, rest := p.run(lead.mark, lead.mark+1), p.run(lead.mark+1, end)
	if verb == "been" {
		verb = "be"
	}
	return "When will " + p.lower(a, lead.from) + " " + strings.TrimSpace(verb+" "+rest)
}

// choice asks what somebody will decide.
func (p phraser) choice(lead found, next int) string {
	a, b := p.clauseStart(lead.from), p.clauseEnd(next)
	if p.extent(next, b) > 0 {
		return p.toWhatExtent(p.extent(next, b), b)
	}
	if p.is(lead.from, "deciders") && !strings.HasSuffix(p.at(next), "ing") {
		return p.unknown(next, b)
	}
	if next >= b || p.is(a, "pronoun") || p.is(a, "wh") || p.auxiliary(a, lead.from) > 0 {
		return ""
	}
	who := p.lower(a, max(lead.from, a))
	if p.is(lead.from, "deciders") {
		who = p.at(lead.from)
	}
	switch {
	case who == "":
	case strings.HasSuffix(p.at(next), "ing"):
		return "Will " + who + " go ahead with " + p.run(next, b)
	case p.is(next, "determiner"), p.is(lead.to-1, "weigh"):
		return "What will " + who + " decide on " + p.run(next, b)
	}
	return ""
}
