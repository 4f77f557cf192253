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

// How many words a phrased question may have.
const (
	shortestQuestion = 3
	handyQuestion    = 30 // from here on a part at the end is left off
	shortestRest     = 9  // but not if less is left
	longestQuestion  = 45
)

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

// asked completes a question; "" if it is too short or long or has lost its
// end.
func asked(q string) string {
	q = shortened(strings.TrimRight(q, " ,;:.–—-"))
	for _, stray := range [...]string{", to date", ", as required", " as of this writing", " to date"} {
		q = strings.TrimSuffix(q, stray)
	}
	if n := len(strings.Fields(q)); n < shortestQuestion || n > longestQuestion || unbalanced(q) || dangling(q) || vague(q) {
		return ""
	}
	if strings.Count(q, "(") > strings.Count(q, ")") {
		q += ")" // the bracket that ended the sentence
	}
	return capital(q) + "?"
}

// shortened leaves off what follows the last comma of a question that is too
// long to be read at once, unless a condition stands there.
func shortened(q string) string {
	for len(strings.Fields(q)) > handyQuestion && !strings.HasPrefix(q, "Is it known ") {
		cut := max(strings.LastIndex(q, ", "), strings.LastIndex(q, " ("), strings.LastIndex(q, "—"))
		if cut < 0 || len(strings.Fields(q[:cut])) < shortestRest || strings.Contains(q[cut:], " if ") || strings.Contains(q[cut:], " unless ") || strings.HasPrefix(q[cut:], ", and ") || strings.HasPrefix(q[cut:], ", or ") || unbalanced(q[:cut]) || dangling(q[:cut]) {
			break
		}
		if q = q[:cut]; strings.Count(q, "(") > strings.Count(q, ")") {
			q = strings.TrimRight(q[:strings.LastIndexByte(q, '(')], " ")
		}
	}
	return q
}

// unbalanced says whether a quotation begins or ends outside.
func unbalanced(q string) bool {
	return strings.Count(q, `"`)%2 != 0 || strings.Count(q, "“") != strings.Count(q, "”")
}

// unfinished are the verbs that wait for another; "May" is a month.
var unfinished = map[string]bool{"should": true, "would": true, "will": true, "could": true, "can": true, "may": true, "might": true, "whether": true}

// vague says whether a question asks of an "it" or "they" that it does not name:
// "When will it be published" of a study in the clause before.
func vague(q string) bool {
	words := strings.Fields(strings.ToLower(q))
	for i := 1; i < min(3, len(words)-1); i++ {
		switch words[i] {
		case "they", "he", "she":
			return true
		case "it":
			switch words[i+1] {
			case "true", "known", "turn", "possible", "clear", "likely", "matter", "mean":
				return false
			}
			return true
		}
	}
	return false
}

// dangling says whether a question ends in a word that waits for another.
func dangling(q string) bool {
	last := q[strings.LastIndexByte(q, ' ')+1:]
	id := questionCues().vocabulary[strings.ToLower(strings.TrimRight(last, ",;:."))]
	return questionCues().sets["preposition"].has(id) || questionCues().sets["joint"].has(id) || questionCues().sets["to"].has(id) || questionCues().sets["determiner"].has(id) || unfinished[last] || last == "that"
}

func (p phraser) open(lead found) (q string) {
	next := p.asked(p.skip(lead.to, "filler"))
	switch form := lead.cue.form(); {
	case p.is(next, "wh"):
		q = p.embedded(next, p.clauseEnd(next), p.actorAt(lead.from))
	case form == "when" && p.is(lead.mark+1, "wh"):
		q = p.embedded(lead.mark+1, p.clauseEnd(lead.mark+1), "")
	case form == "when":
		q = p.when(lead)
	case form == "claim":
		q = p.claim(lead.mark)
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
	switch {
	case a >= b || p.is(a, "pronoun") && !p.is(a, "determiner"):
		return ""
	case p.is(a-1, "or-not") && !p.is(a, "to"):
		return p.whether(a, p.nextChoice(a, b), "")
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

// embedded asks what "whether", "how", "what" … leads to.
func (p phraser) embedded(a, b int, actor string) string {
	if p.is(a, "or-not") {
		return p.whether(p.skip(a+1, "filler"), p.nextChoice(a+1, b), actor)
	}
	subject := p.behindQuestionWord(a, b)
	switch aux := p.auxiliary(subject, b); {
	case p.is(subject, "aux"):
		return p.run(a, b) // the question word is the subject: "who will pay"
	case p.asksForSubject(a):
		return p.run(a, b)
	case p.is(a+1, "to") || p.is(a+1, "joint"):
		return ""
	case aux > 0 && aux+1 < b:
		return p.run(a, subject) + " " + p.could(aux) + " " + p.run(subject, aux) + " " + p.run(aux+1, b)
	}
	return "Is it known " + strings.ToLower(p.at(a)) + strings.TrimPrefix(p.run(a, b), p.at(a))
}

// asksForSubject says whether a verb follows on "who" or "what" at once, which
// then is its subject: "who pays", "what became of it".
func (p phraser) asksForSubject(a int) bool {
	v, ok := verbOf(p.at(a + 1))
	finite := ok && v.form&(thirdForm|pastForm) != 0 && !p.capitalised(a+1)
	switch strings.ToLower(p.at(a)) {
	case "who":
		return finite
	case "what":
		return finite && v.form&baseForm == 0 && (p.is(a+2, "preposition") || p.is(a+2, "determiner") || p.is(a+2, "article"))
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
		i++
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
	if p.is(a, "joint") {
		if p.at(a+1) != "not" {
			return ""
		}
		a += 2
	}
	if p.is(a, "to") {
		if actor == "" || a+1 >= b {
			return ""
		}
		return "Should " + actor + " " + p.run(a+1, b)
	}
	if p.broken(b) || b-a < 3 {
		return ""
	}
	aux := p.auxiliary(a, b)
	if p.is(a, "pronoun") && p.is(a+1, "aux") {
		aux = a + 1 // "that is enough": no conjunction
	}
	if aux > a && aux+1 < b && !p.possesses(aux) {
		return p.could(aux) + " " + p.run(a, aux) + " " + p.run(aux+1, b)
	}
	return "Is it true that " + p.run(a, b)
}

// possesses says whether a "have" is no auxiliary: "has sufficient staff".
func (p phraser) possesses(aux int) bool {
	if !p.is(aux, "has") {
		return false
	}
	next := p.at(aux + 1)
	return !p.is(aux+1, "adverb") && next != "been" && !strings.HasSuffix(next, "ed") && !strings.HasSuffix(next, "en") && !strings.HasSuffix(next, "ly")
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
	if aux := p.auxiliary(a, b); aux > 0 {
		return "To what extent " + p.could(aux) + " " + p.run(a, aux) + " " + p.run(aux+1, b)
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
	verb, rest := p.run(lead.mark, lead.mark+1), p.run(lead.mark+1, p.clauseEnd(lead.mark))
	if verb == "been" {
		verb = "be"
	}
	return "When will " + p.lower(a, lead.from) + " " + strings.TrimSpace(verb+" "+rest)
}

// claim asks whether what somebody claims is so.
func (p phraser) claim(a int) string {
	if p.is(a, "that") {
		a++
	}
	if b := p.clauseEnd(a); b-a > 2 && !p.broken(b) {
		return "Is it true that " + p.run(a, b)
	}
	return ""
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
