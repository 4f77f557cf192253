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
	phraser.doubted, phraser.weighed, phraser.depending, phraser.mayBe, phraser.untold, phraser.object, phraser.named,
}

// ask returns the question that a statement leaves open. Where the order of its
// words is unsure its own words are quoted and the question asked of them.
func (p phraser) ask(r *questionReading) string {
	for _, lead := range r.cues {
		if q := asked(p.leadingQuestion(lead)); q != "" {
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

// quoted asks of the words around a cue themselves.
func (p phraser) quoted(cues []found) string {
	from, to := 0, len(p.words)
	if len(cues) > 0 {
		from, to = p.sentencePart(cues[0])
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

// leadingQuestion takes up the question that a statement begins with: "How the
// town will take it is hard to say", "The extent to which … is unclear".
func (p phraser) leadingQuestion(lead found) string {
	from, _ := p.sentencePart(lead)
	end := p.predicate(from, lead)
	switch {
	case p.untilVerb(from, end)-from < 3 || p.is(from, "if") || !p.is(end, "aux") && !p.is(end, "be"):
		return ""
	case p.extent(from, end) > 0:
		return p.toWhatExtent(p.extent(from, end), end)
	case p.is(from, "wh"):
		return p.embedded(from, p.untilVerb(from, end), "")
	}
	return ""
}

// untilVerb is an end, or the second verb before it: that of the sentence in
// which the question is the subject.
func (p phraser) untilVerb(from, end int) int {
	second := p.secondVerb(from, end)
	for i := from + 1; i < second; i++ {
		if p.is(i, "relative") || p.is(i, "joint") || p.is(i, "closer") {
			return end
		}
	}
	return second
}

// predicate returns the verb by which a cue says something of the subject
// before it.
func (p phraser) predicate(from int, lead found) int {
	end := lead.from
	if end <= from+2 {
		for end = lead.to - 1; end > from && !p.is(end, "be"); end-- {
		}
	}
	for end > from && (p.is(end-1, "aux") || p.is(end-1, "be") || p.is(end-1, "yet") || p.is(end-1, "not")) {
		end--
	}
	return end
}

// questionBehind takes up a question that follows on a cue, not at once.
func (p phraser) questionBehind(lead found) string {
	for i := lead.from; i < min(lead.to+longestReach, len(p.words)); i++ {
		switch {
		case i > lead.to && p.words[i].after == breakStrong:
			return ""
		case i < lead.to-1 && (p.is(i, "relative") && !p.is(i, "or-not") || p.is(i, "that") || p.at(i) == "if"):
		case i == 0: // where that question ends is leadingQuestion's to tell
			if p.is(0, "wh") {
				return ""
			}
		case p.is(i, "wh") && p.is(i-1, "to") && p.is(i-2, "extent"):
			return p.toWhatExtent(i+1, p.reach(i+1))
		case p.is(i, "or-not") && p.at(i) != "if", p.is(i, "wh") && !p.is(i, "relative") && !p.is(i, "or-not"), p.is(i, "wh") && i < lead.to && !p.is(i, "or-not"):
			return p.behindPreposition(i)
		case p.is(i, "that") && i <= lead.to && !p.is(i+1, "aux") && !p.told(lead, "deciders"):
			return p.whether(i+1, p.untilComma(lead.from, p.reach(i+1), i+1), "")
		}
	}
	return ""
}

// whatToDo asks what they should do who decide it: "whether to fund", "where
// to build".
func (p phraser) whatToDo(i int) string {
	for who := range p.words {
		switch {
		case !p.is(who, "deciders") || strings.ContainsAny(p.at(who), "'’") || p.reach(i)-i < 4:
		case p.is(i, "or-not"):
			return "Should " + p.at(who) + " " + p.run(i+2, p.reach(i))
		default:
			return p.at(i) + " should " + p.at(who) + " " + p.run(i+2, p.reach(i))
		}
	}
	return ""
}

// untilComma is an end, or the first comma before it where the clause belongs to
// one with "while" or "although", behind which the main one begins.
func (p phraser) untilComma(lead, end, from int) int {
	for i := lead; i > 0 && p.words[i].after == breakNone; i-- {
		if !p.is(i-1, "closer") {
			continue
		}
		for j := from; j < end; j++ {
			if p.words[j].after != breakNone {
				return j
			}
		}
	}
	return end
}

// behindPreposition takes up a question with the preposition before its word:
// "to what extent", "at which price".
func (p phraser) behindPreposition(i int) string {
	if p.is(i+1, "to") {
		return p.whatToDo(i)
	}
	if p.is(i-1, "to") && p.is(i+1, "extent") {
		return p.toWhatExtent(i+2, p.reach(i))
	}
	q := p.embedded(i, p.untilVerb(i, p.reach(i)), "")
	if q != "" && p.is(i-1, "preposition") && !p.is(i-1, "about") {
		return p.at(i-1) + " " + q
	}
	return q
}

// longestReach is how many words behind a cue a question may begin.
const longestReach = 7

// claimed asks whether what somebody says is so.
func (p phraser) claimed(lead found) string {
	for i := range p.words {
		if !p.is(i, "claims") {
			continue
		}
		from, end := i+1, 0
		switch {
		case from == lead.from && lead.to < len(p.words) && !p.is(from, "that"):
			from = lead.to // "declared without evidence the jet …"
		case p.thatBehind(i) > 0:
			from = p.thatBehind(i) + 1
		case p.is(from, "pronoun") || p.is(from, "determiner") && p.auxiliary(from+1, min(from+longestReach, len(p.words))) > 0:
		default:
			continue
		}
		end = p.reach(from)
		if p.is(from, "closer") || p.is(from, "opener") {
			continue
		}
		if main := p.secondVerb(from, end); main < lead.to {
			end = main
		}
		if end-from > 2 && !p.broken(end) {
			return "Is it true that " + p.within(from, end)
		}
	}
	return ""
}

// thatBehind returns the "that" behind a claim, which "by" somebody may part
// from it; 0 if there is none.
func (p phraser) thatBehind(claim int) int {
	for i := claim + 1; i < min(claim+longestReach, len(p.words)); i++ {
		switch {
		case p.is(i, "that"):
			return i
		case p.words[i].after != breakNone, i == claim+1 && !p.is(i, "preposition"), p.is(i, "aux"):
			return 0
		}
	}
	return 0
}

// secondVerb returns the auxiliary behind the first of a clause: that of the
// sentence whose subject the clause belongs to. It returns the end if there is
// none.
func (p phraser) secondVerb(a, b int) int {
	first := false
	for i := a; i < b; i++ {
		if v, ok := verbOf(p.at(i)); ok && i > a && v.form&thirdForm != 0 && i+1 < b && !p.is(i+1, "aux") && !p.is(i+1, "be") && !p.is(i+1, "joint") && !p.is(i+1, "preposition") && !p.is(i-1, "preposition") && !p.capitalised(i) {
			first = true
			continue
		}
		if !p.is(i, "aux") && !p.is(i, "be") || p.is(i-1, "aux") || p.is(i-1, "yet") || p.is(i-1, "not") || p.is(i-1, "to") || p.at(i) == "be" || p.at(i) == "been" {
			continue
		}
		if first {
			return i
		}
		first = true
	}
	return b
}

// hoped asks whether what is hoped for will come.
func (p phraser) hoped(lead found) string {
	for i := lead.from; i < lead.to; i++ {
		if p.at(i) == "that" && (p.at(lead.from) == "hope" || p.at(lead.from) == "hopes") {
			return p.will(i+1, p.reach(i+1), "Will it turn out that ")
		}
	}
	return ""
}

// will asks whether a clause will be so; with other words before it where its
// verb cannot be told.
func (p phraser) will(a, b int, otherwise string) string {
	for i := a + 1; i < b; i++ {
		if p.words[i].after != breakNone || p.is(i, "relative") {
			break
		}
		if p.is(i, "aux") && !p.possesses(i) && i+1 < b {
			return p.could(i) + " " + p.within(a, i) + " " + p.run(i+1, b)
		}
		v, known := verbOf(p.at(i))
		finite := v.form&thirdForm != 0 || v.form&baseForm != 0 && endsPlural(p.at(i-1))
		if known && v.base != "" && finite && !p.is(i-1, "determiner") && !p.is(i-1, "preposition") && !p.is(i-1, "article") {
			return strings.TrimSpace("Will " + p.within(a, i) + " " + v.base + " " + p.run(i+1, b))
		}
	}
	if b-a < 2 {
		return ""
	}
	return otherwise + p.within(a, b)
}

// ifSo asks whether the condition that a statement begins with will be met.
func (p phraser) ifSo(lead found) string {
	end := 1
	for end < len(p.words) && p.words[end].after == breakNone {
		end++
	}
	switch {
	case end == len(p.words) || lead.from > end:
		return ""
	case p.is(0, "if"):
		return p.will(1, end, "What happens if ")
	case p.is(0, "should"):
		return "Will " + p.within(1, end)
	}
	return ""
}

// foreseen asks whether what is expected will come.
func (p phraser) foreseen(lead found) string {
	for i := lead.from; i < min(lead.to+1, len(p.words)); i++ {
		if !p.is(i, "foreseen") {
			continue
		}
		end := p.withCondition(i)
		if p.is(i-1, "be") || p.is(i-1, "yet") && p.is(i-2, "be") {
			switch subject := p.subject(i - 1); {
			case subject == "":
				return ""
			case p.is(i+1, "to"):
				return "Will " + subject + " " + p.run(i+2, end)
			case p.is(i+1, "preposition"):
				return "Will " + subject + " follow " + p.run(i+1, end)
			}
			return ""
		}
		if subject := p.subject(i); subject != "" && i+1 < end {
			return "Will " + subject + " follow " + p.run(i+1, end)
		}
	}
	return ""
}

// withCondition is clauseEnd, but an "if" belongs to the clause.
func (p phraser) withCondition(from int) int {
	end := p.reach(from)
	if p.is(end, "if") {
		return p.reach(end)
	}
	return end
}

// knownTo asks whether somebody does what they are not known to do.
func (p phraser) knownTo(lead found) string {
	for i := lead.from; i < min(lead.to+1, len(p.words)); i++ {
		if p.at(i) != "known" || !p.is(i+1, "to") {
			continue
		}
		be := lead.from
		subject := p.subject(be)
		do, ok := map[string]string{"is": "Does", "are": "Do", "was": "Did", "were": "Did"}[p.at(be)]
		end := p.reach(i + 1)
		switch {
		case subject == "" || !ok || i+3 > end:
			return ""
		case p.at(i+2) == "be":
			return capital(p.at(be)) + " " + subject + " " + p.run(i+3, end)
		}
		return do + " " + subject + " " + p.run(i+2, end)
	}
	return ""
}

// notDone asks whether what has not been done will be.
func (p phraser) notDone(lead found) string {
	for i := max(lead.from-3, 0); i < lead.to; i++ {
		if !p.is(i, "has") {
			continue
		}
		not := false
		verb := i + 1
		for p.is(verb, "not") || p.is(verb, "yet") {
			not = not || p.is(verb, "not")
			verb++
		}
		if !not || verb < lead.to-2 {
			continue
		}
		subject, end := p.subject(i), p.reach(verb)
		if subject == "" {
			return ""
		}
		if p.at(verb) == "been" && verb+1 < end {
			return "When will " + subject + " be " + p.run(verb+1, end)
		}
		if v, ok := verbOf(p.at(verb)); ok && v.base != "" && verb < end {
			return strings.TrimSpace("Will " + subject + " " + v.base + " " + p.run(verb+1, end))
		}
	}
	return ""
}

// stillToDo asks when what is left to be done will be done.
func (p phraser) stillToDo(lead found) string {
	for i := lead.from; i < min(lead.to+1, len(p.words)); i++ {
		end := p.reach(i)
		switch {
		case p.is(i, "to") && p.at(i+1) == "be" && i+2 < end:
			if subject := p.subject(p.predicate(0, found{from: i, to: i + 1})); subject != "" {
				return "When will " + subject + " be " + p.run(i+2, end)
			}
		case p.at(i) == "must" || p.at(i) == "needs" || p.at(i) == "need":
			verb := p.skip(p.skip(i+1, "yet"), "to")
			if subject := p.subject(i); subject != "" && verb < end && !p.is(verb, "wh") {
				return "Will " + subject + " " + p.run(verb, end)
			}
		}
	}
	return ""
}

// postponed asks when a decision will come that was put off.
func (p phraser) postponed(lead found) string {
	for i := lead.from; i < lead.to; i++ {
		if !p.is(i, "delayed") {
			continue
		}
		for j := lead.from; j < lead.to; j++ {
			if p.is(j, "decision") && j < i && (p.is(i-1, "be") || p.is(i-1, "yet")) {
				if subject := p.subject(p.predicate(0, found{from: i, to: i + 1})); subject != "" {
					return "When will " + subject + " come"
				}
			}
			if p.is(j, "decision") && j > i {
				start := j
				for start > i+1 && !p.is(start, "determiner") && !p.is(start, "article") && !p.is(start, "that") {
					start--
				}
				if start == i+1 {
					return "When will the " + p.at(j) + " come"
				}
				return "When will " + p.run(start, j+1) + " come"
			}
		}
	}
	return ""
}

// couldNot asks whether that can be done which could not.
func (p phraser) couldNot(lead found) string {
	for i := lead.from; i < lead.to; i++ {
		if p.at(i) != "could" && p.at(i) != "can" && p.at(i) != "cannot" {
			continue
		}
		be := i + 1
		for p.is(be, "not") || p.is(be, "yet") || p.at(be) == "" {
			be++
			if be >= len(p.words) {
				return ""
			}
		}
		if subject := p.subject(i); subject != "" && p.at(be) == "be" {
			return "Can " + subject + " " + p.run(be, p.reach(be))
		}
	}
	return ""
}

// pending asks what will come of what goes on.
func (p phraser) pending(lead found) string {
	for i := lead.from; i < lead.to; i++ {
		if !p.is(i, "pending") && !p.is(i, "under") && p.at(i) != "under" {
			continue
		}
		subject := p.subject(p.predicate(0, found{from: i, to: i + 1}))
		switch {
		case subject == "":
		case p.is(i, "pending"):
			return "How will " + subject + " be decided"
		default:
			return "What will come of " + subject
		}
	}
	return ""
}

// depending asks whether that will be which depends on what stands before it.
func (p phraser) depending(lead found) string {
	if !strings.EqualFold(p.at(lead.from), "depending") || lead.from > 0 {
		return ""
	}
	for i := lead.to; i < len(p.words); i++ {
		if p.is(i, "modal") {
			if subject := p.subject(i); subject != "" && i+1 < len(p.words) {
				return "Will " + subject + " " + p.run(i+1, p.reach(i))
			}
			return ""
		}
	}
	return ""
}

// debated asks what will come of a debate.
func (p phraser) debated(lead found) string {
	if p.at(lead.to-1) == "deciding" && p.at(lead.to) == "on" && p.thing(lead.to+1) {
		return "What will be decided on " + p.run(lead.to+1, p.thingEnd(lead.to+1))
	}
	if !p.is(lead.to-1, "debated") || lead.to >= len(p.words) || !p.thing(lead.to) {
		return ""
	}
	return "What will come of the debate on " + p.run(p.skip(lead.to, "about"), p.thingEnd(lead.to))
}

// doubted asks how certain that is which doubt is cast on.
func (p phraser) doubted(lead found) string {
	for i := lead.from; i < lead.to; i++ {
		if p.at(i) != "doubt" {
			continue
		}
		if p.at(i+1) == "on" && p.thing(i+2) {
			return p.certain(i+2, p.thingEnd(i+2))
		}
		if p.at(i-1) == "in" {
			a := p.subjectStart(p.predicate(0, found{from: i - 1, to: i}))
			if b := p.predicate(0, found{from: i - 1, to: i}); a >= 0 && a < b {
				return p.certain(a, b)
			}
		}
	}
	return ""
}

func (p phraser) certain(a, b int) string {
	if p.plural(a, b) {
		return "How certain are " + p.within(a, b)
	}
	return "How certain is " + p.within(a, b)
}

// weighed asks what somebody will decide on.
func (p phraser) weighed(lead found) string {
	for i := lead.from; i < min(lead.to+1, len(p.words)); i++ {
		if !strings.HasSuffix(p.at(i), "ing") || !p.is(i, "weighs") || !p.is(i-1, "be") {
			continue
		}
		if subject := p.subject(i - 1); subject != "" && i+1 < p.reach(i) {
			return "What will " + subject + " decide on " + p.run(i+1, p.reach(i))
		}
	}
	return ""
}

// mayBe asks whether what may be will be.
func (p phraser) mayBe(lead found) string {
	for i := lead.from; i < min(lead.to, len(p.words)); i++ {
		if !p.is(i, "modal") && p.at(i) != "will" && p.at(i) != "would" {
			continue
		}
		subject, end := p.subject(i), p.reach(i)
		if subject != "" && i+2 < end && !p.is(i+1, "not") && !p.is(i-1, "that") && !p.is(i-1, "relative") {
			return "Will " + subject + " " + p.run(i+1, end)
		}
	}
	return ""
}

// untold asks for what there is no information on.
func (p phraser) untold(lead found) string {
	for i := lead.from; i < min(lead.to+2, len(p.words)); i++ {
		if !p.is(i, "untellable") {
			continue
		}
		thing := p.skip(i+1, "about")
		switch {
		case thing > i+1 && p.thing(thing):
			return "What is known about " + p.run(thing, p.thingEnd(thing))
		case p.at(i) == "details":
			return "What are the details"
		}
	}
	return ""
}

// named asks for the thing that the subject of a cue names.
func (p phraser) named(lead found) string {
	end := p.predicate(0, lead)
	start := p.subjectStart(end)
	if start < 0 || !p.is(end, "aux") && !p.is(end, "be") || !p.told(lead, "unsure", "untold", "dark") {
		return ""
	}
	if q := p.unknown(start, end); q != "" && !p.is(start, "vague") {
		return q
	}
	switch {
	case p.is(start, "pronoun") && !p.is(start, "determiner"):
		return ""
	case p.possessed(start, end):
		return "What is " + p.within(start, end)
	}
	return "What is known about " + p.within(start, end)
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
	from := p.skip(lead.to, "about")
	if (p.is(lead.to-1, "fact") || p.is(lead.to-1, "noun")) && p.is(lead.to-2, "article") {
		from = lead.to - 2
	}
	switch {
	case p.at(p.thingEnd(from)-1) == "own":
		return ""
	case !p.thing(from) || !p.told(lead, "tell", "keep", "refused", "untellable", "fact"):
		return ""
	case p.is(from, "article") && (p.is(from+1, "fact") || p.is(from+1, "noun")):
		return "What is the " + p.run(from+1, p.thingEnd(from))
	}
	return "What is known about " + p.run(from, p.thingEnd(from))
}
