package names

import (
	"strings"

	"dossier/briefings"
)

// stateBodies finds what a text calls the Turkish defence ministry or the
// Russian embassy.
func (f *finder) stateBodies() {
	for number := range f.d.sentences {
		s := &f.d.sentences[number]
		for i := s.first; i < s.end; i++ {
			adjective, _ := f.adjective(i)
			if adjective < 0 || f.off[i] {
				continue
			}
			last := adjective + 1
			for last+1 < s.end && f.class(number, last)&StateBodyOf != 0 {
				last++
			}
			if f.class(number, last)&StateBody == 0 || last >= s.end || f.d.tokens[last].capital || last == adjective+1 && !standsForState(f.word(last)) {
				continue
			}
			if owner := f.at(i); owner == nil || owner.first >= i && owner.last <= last {
				f.put(Mention{Type: Organization, Kind: briefings.Organization, State: -1, Rule: "a body of a state", sentence: number, first: i, last: last})
			}
			i = last
		}
	}
}

// standsForState says whether a body needs no word for what it does: a state
// has one parliament, but many banks.
func standsForState(word string) bool {
	switch word {
	case "embassy", "consulate", "parliament", "treasury", "senate":
		return true
	}
	return false
}

// led finds "the U.S.-led coalition": a name, "-led", and what is led.
func (f *finder) led() {
	for number := range f.d.sentences {
		s := &f.d.sentences[number]
		for i := s.first + 2; i+1 < s.end; i++ {
			if f.word(i) != "led" || f.word(i-1) != "-" || !f.d.tokens[i].glued {
				continue
			}
			first, last := f.leader(number, i-2), i+1
			if first < 0 {
				continue
			}
			for last+1 < s.end && last < i+3 && f.class(number, last)&Alliance == 0 {
				last++
			}
			if f.class(number, last)&Alliance != 0 {
				f.put(Mention{Type: Organization, Kind: briefings.Organization, State: -1, Rule: "led by a name",
					sentence: number, first: first, last: last})
			}
		}
	}
}

// leader returns the first token of the name or the state's adjective that ends
// at a token, -1 if there is none.
func (f *finder) leader(sentence, last int) int {
	if m := f.at(last); m != nil && m.last == last && m.Type != Person {
		return m.first
	}
	for first := max(last-2, f.d.sentences[sentence].first); first <= last; first++ {
		if end, _ := f.adjective(first); end == last {
			return first
		}
	}
	return -1
}

// coalitions finds the forces of a coalition: "Coalition military forces".
func (f *finder) coalitions() {
	for number := range f.d.sentences {
		s := &f.d.sentences[number]
		for i := s.first; i+1 < s.end; i++ {
			if f.class(number, i)&Alliance == 0 || !f.d.tokens[i].capital {
				continue
			}
			last := i
			for last+1 < s.end && f.class(number, last+1)&Force != 0 && !f.d.tokens[last+1].capital {
				last++
			}
			if owner := f.at(i); last == i || !collective(f.word(last)) || owner != nil && owner.last > last {
				continue
			} else if owner != nil && owner.first < i {
				i = owner.first
			}
			f.put(Mention{Type: Organization, Kind: briefings.Organization, State: -1, Rule: "a coalition's forces", sentence: number, first: i, last: last})
			i = last
		}
	}
}

// populations finds "the Iraqi people" and "the people of Mosul".
func (f *finder) populations() {
	for number := range f.d.sentences {
		s := &f.d.sentences[number]
		for i := s.first; i < s.end; i++ {
			if w := f.word(i); w != "people" && w != "population" {
				continue
			}
			first, last := f.population(number, i)
			if first < 0 {
				continue
			}
			f.put(Mention{Type: Organization, Kind: briefings.Group, State: -1, Rule: "a people", sentence: number, first: first, last: last})
		}
	}
}

// population returns the range of tokens of a people's name around the noun,
// -1 if there is none.
func (f *finder) population(sentence, noun int) (first, last int) {
	s := &f.d.sentences[sentence]
	for first := max(noun-2, s.first+1); first < noun; first++ {
		if end, _ := f.adjective(first); end == noun-1 && strings.EqualFold(f.word(first-1), "the") {
			return first, noun
		}
	}
	if !strings.EqualFold(f.word(noun-1), "the") || f.word(noun) != "people" || f.word(noun+1) != "of" || noun+2 >= s.end {
		return -1, -1
	}
	of := noun + 2
	if f.word(of) == "the" {
		of++
	}
	if m := f.at(of); m != nil && m.first == of && m.Type == Place {
		return noun, m.last
	}
	return -1, -1
}
