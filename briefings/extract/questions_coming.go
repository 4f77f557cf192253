package extract

import "strings"

// Frames for what is claimed, hoped for or foreseen: did it, or will it, come?

// claimed asks whether what somebody says is so.
func (p phraser) claimed(lead found) string {
	for i := range p.words {
		if !p.is(i, "claims") {
			continue
		}
		from := i + 1
		switch {
		case from == lead.from && lead.to < len(p.words) && !p.is(from, "that"):
			from = lead.to // "declared without evidence the jet …"
		case p.thatBehind(i) > 0:
			from = p.thatBehind(i) + 1
		case p.is(from, "pronoun") || p.is(from, "determiner") && p.auxiliary(from+1, min(from+longestReach, len(p.words))) > 0:
		default:
			continue
		}
		if p.is(from, "closer") || p.is(from, "opener") {
			continue
		}
		if q := p.claimFrom(i, from, lead); q != "" {
			return q
		}
	}
	return ""
}

// claimFrom asks whether a claim is true that begins at a word. Whom a pronoun in
// it means only the claimant tells.
func (p phraser) claimFrom(claim, from int, lead found) string {
	if main := p.secondVerb(from, p.reach(from)); main < lead.to {
		p = p.until(main) // the claim is the subject of a sentence
	}
	verb, end := p.verbAndEnd(from, p.reach(from))
	if verb > 0 && p.is(end, "joint") && p.words[end].after == breakComma && p.perhapsPast(from, end+1) {
		end = p.reach(end + 1) // "was planned, built, and sold in May"
	}
	if end-from < 3 || p.broken(end) || verb >= end || p.is(from, "preposition") {
		return ""
	}
	if !p.is(from, "pronoun") || p.is(from, "determiner") || p.at(from) == "there" {
		return "Is it true that " + p.within(from, end)
	}
	if who := p.subject(claim); who != "" && !strings.HasSuffix(p.at(claim), "ing") && !p.is(claim-1, "aux") {
		return "Is it true, as " + who + " " + p.at(claim) + ", that " + p.run(from, end)
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
	verb := p.until(b).mainVerb(a, b)
	v, _ := verbOf(p.at(verb))
	switch {
	case b-a < 2:
		return ""
	case verb == 0:
		return otherwise + p.within(a, b)
	case p.helps(verb) && !p.possesses(verb) && verb+1 < b:
		return p.turned(a, verb, b)
	case v.base == "":
		return otherwise + p.within(a, b)
	}
	return strings.TrimSpace("Will " + p.within(a, verb) + " " + v.base + " " + p.behindVerb(verb, b))
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
