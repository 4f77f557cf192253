package names

import "dossier/briefings"

// heads finds the whole of names like "Center for Security Studies" and "Court
// of Appeals for the Ninth Circuit", which taggers like to cut short: a
// capitalised head, "of" or "for", and the capitalised words behind.
func (f *finder) heads() {
	for number := range f.d.sentences {
		s := &f.d.sentences[number]
		if s.heading {
			continue
		}
		for i := s.first; i+2 < s.end; i++ {
			if f.class(number, i)&OrgHead == 0 || !f.d.tokens[i].capital || f.off[i] || f.word(i-1) == "of" && f.class(number, i-2)&Title != 0 {
				continue // the Secretary of State for Defence
			}
			last := f.headEnd(number, i)
			if last == i {
				continue
			}
			first := f.headStart(number, i)
			if f.class(number, last)&Citation != 0 { // the Department of Defense Appropriations Act
				for k := first; k <= last; k++ {
					f.remove(f.owner[k])
				}
			} else if owner := f.at(first); owner == nil || owner.last <= last {
				f.put(Mention{Type: Organization, Kind: briefings.Organization, State: -1, Rule: "head of an organisation's name",
					sentence: number, first: first, last: last})
			}
			i = last
		}
	}
}

// headEnd returns the last token of the name that begins with a head: behind
// each "of", "for", "on" or "and" (with "the") it goes on as long as words are
// capitalised and begin no other name.
func (f *finder) headEnd(sentence, head int) int {
	end := f.d.sentences[sentence].end
	last := head
	for last+1 < end {
		next := last + 1
		switch f.word(next) {
		case "of", "for", "on", "and", ",":
			joint := f.word(next)
			next++
			if next < end && f.word(next) == "the" {
				next++
			}
			if next >= end || !f.d.tokens[next].capital {
				return last
			}
			if joint == "and" || joint == "," {
				if last == head || !f.goesOn(sentence, next) || joint == "," && !f.andFollows(sentence, next) {
					return last
				}
			}
		default:
			if !f.d.tokens[next].capital || last == head {
				return last
			}
		}
		last = next
	}
	return last
}

// goesOn says whether the word behind an "and" can go on with a name: it is
// no head, no state, and nothing listed.
func (f *finder) goesOn(sentence, token int) bool {
	t := &f.d.tokens[token]
	if f.class(sentence, token)&(OrgHead|Title) != 0 || t.lists != 0 || isAbbreviation(f.word(token)) {
		return false
	}
	m := f.at(token)
	return m == nil || m.Type != Person
}

// andFollows says whether the capitalised words from a token on end with
// "and": "Health, Education, and Welfare".
func (f *finder) andFollows(sentence, token int) bool {
	end := f.d.sentences[sentence].end
	for token < end && f.d.tokens[token].capital {
		token++
	}
	if token < end && f.word(token) == "," {
		token++
	}
	return token < end && f.word(token) == "and"
}

// headStart returns the first of the capitalised words right before a head.
func (f *finder) headStart(sentence, head int) int {
	first := head
	for first > f.d.sentences[sentence].first {
		t := &f.d.tokens[first-1]
		class := f.d.form(t).class
		if !t.capital || class&(Starter|Title|Calendar|Citation) != 0 || hasDigit(f.word(first-1)) {
			break
		}
		first--
	}
	return first
}

// acts takes away what the tagger cut out of the names of laws: "the
// Coronavirus Aid, Relief, and Economic Security Act".
func (f *finder) acts() {
	for i := range f.d.tokens {
		if w := f.word(i); w != "Act" && w != "Acts" {
			continue
		}
		const longest = 16
		for k := i - 1; k >= max(i-longest, 0) && f.inAct(k); k-- {
			f.remove(f.owner[k])
		}
	}
}

// inAct says whether a token can stand inside the name of a law.
func (f *finder) inAct(token int) bool {
	t := &f.d.tokens[token]
	switch f.word(token) {
	case ",", "and", "of", "for", "to", "in", "on", "&", "-", "(", ")":
		return true
	}
	return (t.capital || hasDigit(f.word(token))) && !f.opensText(token)
}

// opensText says whether a token is a starter at the front of its sentence.
func (f *finder) opensText(token int) bool {
	return f.d.form(&f.d.tokens[token]).class&Starter != 0
}

// listed finds bodies, companies and groups by list where the tagger saw no
// name.
func (f *finder) listed() {
	for number := range f.d.sentences {
		s := &f.d.sentences[number]
		if s.heading {
			continue
		}
		for i := s.first; i < s.end; i++ {
			if f.owner[i] != 0 || f.off[i] {
				continue
			}
			if f.bareTail(number, i) {
				f.put(Mention{Type: Organization, Kind: briefings.Organization, State: -1, Rule: "what an organisation is", sentence: number, first: i, last: i})
				continue
			}
			for _, list := range []List{Groups, Bodies, Companies} {
				last := f.listedAt(list, i)
				if last < 0 || !f.free(i, last) || i == last && (s.headline || f.ordinary(number, i)) {
					continue
				}
				m := Mention{Type: Organization, State: -1, Rule: "list of organisations", sentence: number, first: i, last: last}
				m.Kind = f.kindOf(&m)
				if f.hyphenBehind(last) && hasDigit(f.word(last+2)) { // the satellite Duma-1
					last += 2
					m.last, m.Type, m.Kind, m.Rule = last, System, briefings.System, "a listed name with a number"
				}
				f.put(m)
				i = last
				break
			}
		}
	}
	f.placeHeads()
	f.legalForms()
}

// bareTail says whether "the Agency" stands at a token. Whose name it is short
// for, if anybody's, is for the merging to say.
func (f *finder) bareTail(sentence, token int) bool {
	s := &f.d.sentences[sentence]
	if !f.d.tokens[token].capital || f.class(sentence, token)&OrgTail == 0 || s.headline || token == s.first {
		return false
	}
	before := f.word(token - 1)
	return (before == "the" || before == "The") && (token+1 == s.end || !f.d.tokens[token+1].capital && f.word(token+1) != "of" && f.word(token+1) != "for")
}

// legalForms takes the legal form behind an organisation's name into it
// ("Oshkosh Defense, LLC").
func (f *finder) legalForms() {
	for i := range f.mentions {
		m := f.mentions[i]
		if m.sentence < 0 || m.Type == Place || m.State >= 0 {
			continue
		}
		last := m.last + 1
		if f.word(last) == "," {
			last++
		}
		if last >= f.d.sentences[m.sentence].end || !isShortTail(f.word(last)) || !f.d.tokens[last].capital {
			continue
		}
		m.last, m.Type, m.Kind = last, Organization, briefings.Organization
		f.put(m)
	}
}

// placeHeads finds the whole of names like Fort Bragg and Joint Base
// Lewis-McChord.
func (f *finder) placeHeads() {
	for number := range f.d.sentences {
		s := &f.d.sentences[number]
		for i := s.first; i+1 < s.end; i++ {
			if f.class(number, i)&PlaceHead == 0 || !f.d.tokens[i].capital || !f.d.tokens[i+1].capital || f.off[i] {
				continue
			}
			last := i + 1
			for last+1 < s.end && (f.d.tokens[last+1].capital || f.word(last+1) == "-" && last+2 < s.end && f.d.tokens[last+2].capital) {
				last++
			}
			if owner := f.at(i); owner != nil && (owner.first < i || owner.Type == Person || owner.Type == Organization || owner.last > last) {
				continue
			}
			if f.class(number, last)&Event != 0 || f.class(number, last)&(OrgTail|SystemTail|Citation) != 0 && f.class(number, last)&PlaceTail == 0 {
				continue
			}
			f.put(Mention{Type: Place, Kind: briefings.PlaceActor, State: -1, Rule: "head of a place's name", sentence: number, first: i, last: last})
			i = last
		}
	}
}

// ampersands finds the whole of names like Halloran & Pike: capitalised words
// on both sides of "&" are one organisation.
func (f *finder) ampersands() {
	for number := range f.d.sentences {
		s := &f.d.sentences[number]
		for i := s.first + 1; i+1 < s.end; i++ {
			if f.word(i) != "&" || s.headline || !f.joinable(number, i-1) || !f.joinable(number, i+1) {
				continue
			}
			first, last := i-1, i+1
			for first > s.first && f.joinable(number, first-1) && f.class(number, first-1)&(Starter|Title) == 0 {
				first--
			}
			for last+1 < s.end && f.joinable(number, last+1) {
				last++
			}
			f.put(Mention{Type: Organization, Kind: briefings.Organization, State: -1, Rule: "names joined by &", sentence: number, first: first, last: last})
			i = last
		}
	}
}

// joinable says whether a token may stand in a name that "&" joins.
func (f *finder) joinable(sentence, token int) bool {
	if m := f.at(token); m != nil && (m.Type == Other || m.Type == System || m.Type == Person && m.last > m.first) {
		return false // works, and two people
	}
	return f.d.tokens[token].capital && !f.off[token] && f.class(sentence, token)&(Calendar|Citation|People) == 0
}
