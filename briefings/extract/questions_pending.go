package extract

import "strings"

// Frames for what is not known, not done, debated or undecided.

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
		if !p.is(i, "pending") && !p.is(i, "under") && p.at(i) != "under" && p.at(i) != "being" {
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
		if p.at(i+1) == "on" && p.at(i-1) != "in" && p.thing(i+2) {
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
	verb := p.predicate(0, lead)
	end := p.withoutAdverb(0, verb)
	start := p.subjectStart(end)
	if start < 0 || !p.is(verb, "aux") && !p.is(verb, "be") || !p.told(lead, "unsure", "untold", "dark") {
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
