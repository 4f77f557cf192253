package names

import (
	"dossier/briefings"
)

// capitals decides of each capital whether it acts or is a place. Where the
// words around do not tell, it stands for its government if it does so
// elsewhere in the text, or if the text speaks of the state and nowhere of the
// city as a place.
func (f *finder) capitals() {
	acting, scene, named := map[int]bool{}, map[int]bool{}, map[int]bool{}
	for i := range f.mentions {
		if m := &f.mentions[i]; m.sentence >= 0 && m.Kind == briefings.StateActor {
			named[m.State] = true
		}
	}
	var unsureOf []int32
	for number := range f.d.sentences {
		s := &f.d.sentences[number]
		for i := s.first; i < s.end; i++ {
			last := f.listedAt(Capitals, i)
			if last < 0 || f.off[i] || !f.capitalFree(i, last) {
				continue
			}
			state := int(f.stateAt(i, last).state)
			m := f.put(Mention{Type: Place, Kind: briefings.PlaceActor, State: state, Rule: "list of capitals",
				sentence: number, first: i, last: last})
			switch f.capitalActs(number, i, last) {
			case yes:
				m.Kind, m.Use, m.Rule = briefings.StateActor, AsCapital, "a capital that acts"
				acting[state] = true
			case no:
				scene[state] = true
			case unsure:
				unsureOf = append(unsureOf, int32(len(f.mentions)))
			}
			i = last
		}
	}
	f.passing(acting)
	for _, number := range unsureOf {
		if m := &f.mentions[number-1]; acting[m.State] || named[m.State] && !scene[m.State] {
			m.Kind, m.Use, m.Rule = briefings.StateActor, AsCapital, "a capital that acts elsewhere in the text"
		}
	}
}

const sceneRule = "a scene whose government acts elsewhere in the text"

// passing marks capitals that are scenes, of states whose capital acts in the
// same text: one such place alone is no actor of its own.
func (f *finder) passing(acting map[int]bool) {
	for i := range f.mentions {
		if m := &f.mentions[i]; m.Rule == "list of capitals" && acting[m.State] {
			m.Rule = sceneRule
		}
	}
}

// capitalFree says whether a capital's name is that of the capital here, and
// not a part of another name.
func (f *finder) capitalFree(first, last int) bool {
	if f.stateAt(first, last).as != stateCapital {
		return false
	}
	owner := f.at(first)
	return owner == nil || owner.first == first && owner.last == last && owner.Kind != briefings.StateActor &&
		(owner.Type != Person || place(&f.d.tokens[first], GivenNames) == nowhere && !f.fullName(owner))
}

type answer uint8

const (
	no answer = iota
	unsure
	yes
)

// capitalActs says whether a capital is spoken of as a government: it is the
// subject of a verb that governments are the subject of, or what somebody
// deals with.
func (f *finder) capitalActs(sentence, first, last int) answer {
	s := &f.d.sentences[sentence]
	before, after := "", ""
	if first > s.first {
		before = briefings.Fold(f.word(first - 1))
	}
	if last+1 < s.end {
		after = briefings.Fold(f.word(last + 1))
	}
	switch before {
	case "in", "at", "near", "around", "outside", "inside", "to", "via", "visit", "visited", "central", "downtown", "of", "through",
		"over", "into", "university", "airport", "(", "reach", "reached", "left", "leaving", "toward", "towards":
		return no
	}
	if after == "(" || after == "airport" || after == "university" || after == "," && f.dateline(sentence, first) {
		return no
	}
	class := f.class(sentence, last+1)
	if class&Acts != 0 && after != "and" {
		return yes
	}
	switch before {
	case "for", "with", "between", "from", "against", "by", "that",
		"blamed", "blames", "accused", "accuses", "urged", "urges", "warned", "warns", "told", "asked", "pressed", "condemned", "persuaded", "sanctioned":
		return yes
	case "and":
		if f.at(first-2) != nil && f.at(first-2).State >= 0 {
			return yes
		}
	}
	if after == "and" && f.nextIsState(sentence, last+2) {
		return yes
	}
	return unsure
}

// dateline says whether a sentence begins with the token: "ANKARA, 5 May".
func (f *finder) dateline(sentence, first int) bool { return first == f.d.sentences[sentence].first }

func (f *finder) nextIsState(sentence, token int) bool {
	return token < f.d.sentences[sentence].end &&
		(f.listedAt(Capitals, token) >= 0 || f.listedAt(StateNames, token) >= 0)
}
