package extract

import "strings"

// Frames for a question that the statement itself holds: "whether …", "how …",
// "to what extent …".

// leadingQuestion takes up the question that a statement begins with: "How the
// town will take it is hard to say", "The extent to which … is unclear".
func (p phraser) leadingQuestion(lead found) string {
	from, _ := p.sentencePart(lead)
	if p.is(from+1, "wh") && (p.is(from+1, "or-not") || !p.is(from+1, "relative")) && p.words[from+1].after == breakComma {
		from++ // "However, how the town will take it …"
	}
	end := p.predicate(from, lead)
	switch {
	case p.untilVerb(from, end)-from < 3 || p.is(from, "if") || !p.is(end, "aux") && !p.is(end, "be"):
		return ""
	case p.extent(from, end) > 0:
		return p.until(end).toWhatExtent(p.extent(from, end), end)
	case p.is(from, "wh"):
		end = p.untilVerb(from, end)
		return p.until(end).embedded(from, end, "")
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
	if p.is(end-1, "article") && p.is(end-2, "be") {
		end-- // "remains a matter of debate"
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
	if p.is(i+1, "to") && p.is(i, "or-not") {
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
