package extract

import (
	"slices"
	"sort"
	"strings"

	"dossier/briefings"
)

// mention is a place where an actor is spoken of, in bytes of the text.
type mention struct {
	Span
	actor *briefings.Actor
}

// mentions lists where those are spoken of who can hold or receive something.
func (s *Source) mentions(actors []briefings.Actor) []mention {
	return s.mentionsOf(actors, func(a *briefings.Actor) bool {
		return a.Type != briefings.System && a.Type != briefings.PlaceActor
	})
}

// mentionsOf lists the mentions of some actors in the order of the text.
func (s *Source) mentionsOf(actors []briefings.Actor, some func(*briefings.Actor) bool) []mention {
	var out []mention
	for i := range actors {
		a := &actors[i]
		if !some(a) {
			continue
		}
		for _, m := range a.Mentions {
			out = append(out, mention{Span{s.Byte(m.DocStart), s.Byte(m.DocEnd)}, a})
		}
	}
	slices.SortFunc(out, func(a, b mention) int { return a.Start - b.Start })
	return out
}

// mentionsIn returns those within a span.
func mentionsIn(all []mention, span Span) []mention {
	from := sort.Search(len(all), func(i int) bool { return all[i].Start >= span.Start })
	to := sort.Search(len(all), func(i int) bool { return all[i].Start >= span.End })
	return all[from:to]
}

// parties tells who holds and who is to receive: the actors that stand before
// the cue in its clause, or behind it after a "by", and those behind it after a
// "to". Where the cue says that somebody gets something ("will not receive"),
// those before it are to receive; where it says that a thing stays ("remains with
// Delta"), those behind it hold it. It would rather name nobody than the wrong one.
func parties(text string, words []word, lead found, present []mention) (holder, recipient []string) {
	holder, recipient = []string{}, []string{}
	clause := lead.from
	for clause > 0 && words[clause].after < breakStrong && !limitCues().sets["clause"].has(words[clause-1].id) {
		clause--
	}
	gets, stays := lead.has(words, "getting"), lead.has(words, "staying")
	for _, m := range present {
		at := wordAtByte(words, m.Start)
		switch handle := string(m.actor.Handle); {
		case at >= lead.to && ledBy("to", words, at, lead.to):
			recipient = addOnce(recipient, handle)
		case at >= lead.to && ledBy("by", words, at, lead.to), stays && at >= lead.from && ledBy("where", words, at, lead.from):
			holder = addOnce(holder, handle)
		case at >= clause && at < lead.from && acts(words, wordAtByte(words, m.End), lead.from) &&
			!ledBy("to", words, at, clause) && !ledBy("at", words, at, clause):
			if gets {
				recipient = addOnce(recipient, handle)
			} else {
				holder = addOnce(holder, handle)
			}
		}
	}
	recipient = slices.DeleteFunc(recipient, func(h string) bool { return slices.Contains(holder, h) })
	return holder, recipient
}

// has says whether one of the words of a cue is of a set.
func (f found) has(words []word, set string) bool {
	return slices.ContainsFunc(words[f.from:f.to], func(w word) bool { return limitCues().sets[set].has(w.id) })
}

// acts says whether the word behind a name lets the name be a subject: a verb,
// the cue, "and", a mark. In "the Ruritania plant will" it is not.
func acts(words []word, next, cue int) bool {
	return next >= cue || words[next].after != breakNone || limitCues().sets["verb"].has(words[next].id) ||
		limitCues().sets["joint"].has(words[next].id) || limitCues().sets["clause"].has(words[next].id)
}

// ledBy says whether one of the two words before a name, without a comma
// between, is of a set: "to", "by" or "at".
func ledBy(set string, words []word, at, from int) bool {
	for i := at - 1; i >= max(from, at-2) && words[i+1].after == breakNone; i-- {
		if limitCues().sets[set].has(words[i].id) {
			return true
		}
	}
	return false
}

// wordAtByte returns the index of the word that holds a byte of the text, or of
// the next one.
func wordAtByte(words []word, at int) int {
	return sort.Search(len(words), func(i int) bool { return words[i].End > at })
}

func addOnce(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// meant returns whom the "It" or "They" means that a sentence begins with: the
// actor that the one before it begins with.
func (l *limitLedger) meant(i int) (m mention, ok bool) {
	s := l.source
	first, _, _ := strings.Cut(s.Words(s.Sentences[i].Span), " ")
	if first != "It" && first != "They" || i == 0 || s.Sentences[i-1].Block != s.Sentences[i].Block {
		return m, false
	}
	before := s.Sentences[i-1]
	named := mentionsIn(l.present, before.Span)
	if len(named) == 0 {
		return m, false
	}
	lead := s.Text[before.Start:named[0].Start]
	return named[0], lead == "" || lead == "The "
}

// partiesAround completes who holds and who receives by what stands around a
// sentence: the subject of the one before, where this begins with "It", and the
// heading of its section: "What stays in Ruritania", "What Delta gets".
func (l *limitLedger) partiesAround(i int, line *briefings.Limit) {
	s := l.source
	if len(line.Holder)+len(line.Recipient) > 0 {
		return
	}
	sentence := s.Sentences[i]
	if m, ok := l.meant(i); ok {
		line.Holder = append(line.Holder, string(m.actor.Handle))
		return
	}
	if sentence.Section < 0 || s.Sections[sentence.Section].Title == "" {
		return
	}
	heading := s.Blocks[s.Sections[sentence.Section].Block]
	words := limitCues().read(s.Text, heading, nil)
	named := mentionsIn(l.present, heading)
	if len(named) != 1 {
		return
	}
	handle, whole := string(named[0].actor.Handle), found{from: 0, to: len(words)}
	switch held := line.Transfer == briefings.Withheld; {
	case held && (whole.has(words, "staying") || whole.has(words, "held")):
		line.Holder = append(line.Holder, handle)
	case whole.has(words, "getting"):
		line.Recipient = append(line.Recipient, handle)
	}
}
