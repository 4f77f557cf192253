package names

import "dossier/briefings"

// regimes finds "the Assad regime" and "coalition forces": a name with a word
// for those who govern or fight in it behind.
func (f *finder) regimes() {
	regimes := map[string]bool{} // single names that no list has
	for i := range f.mentions {
		m := f.mentions[i]
		if m.sentence < 0 || m.State >= 0 || m.Type == System || m.Type == Other {
			continue
		}
		next := f.class(m.sentence, m.last+1)
		if m.last+1 >= len(f.d.tokens) || f.d.tokens[m.last+1].capital {
			continue
		}
		switch {
		case next&Regime != 0:
			regimes[f.text(m.first, m.last)] = m.first == m.last && !f.isListed(&m)
			m.last++
		case m.Type == Organization && f.class(m.sentence, m.last)&Force != 0 && next&Force != 0:
			m.last++
		default:
			continue
		}
		m.Type, m.Kind, m.Rule = Organization, briefings.Organization, "a name before "+f.word(m.last)
		f.put(m)
	}
	f.rulers(regimes)
}

// rulers makes people of the names that regimes are called by, where the
// tagger has seen a person in one of their places.
func (f *finder) rulers(regimes map[string]bool) {
	persons := map[string]bool{}
	for i := range f.mentions {
		if m := &f.mentions[i]; m.sentence >= 0 && m.Type == Person {
			persons[f.text(m.first, m.last)] = true
		}
	}
	for i := range f.mentions {
		m := &f.mentions[i]
		if m.sentence < 0 || m.Rule != "tagger" {
			continue
		}
		if name := f.text(m.first, m.last); regimes[name] && persons[name] {
			m.Type, m.Kind = Person, briefings.Person
		}
	}
}

// inOffices takes away what the tagger cut out of an office ("Director of
// National Intelligence"), unless it is a name known by list.
func (f *finder) inOffices() {
	for i := range f.mentions {
		m := &f.mentions[i]
		if m.sentence < 0 || m.Rule != "tagger" || m.Type == Person || m.Type == Place || f.isListed(m) {
			continue
		}
		before := m.first - 1
		if f.word(before) == "the" {
			before--
		}
		if f.word(before) == "of" && f.class(m.sentence, before-1)&Title != 0 && f.d.tokens[before-1].capital &&
			f.class(m.sentence, m.last)&OrgTail == 0 && f.class(m.sentence, m.first)&OrgHead == 0 {
			f.remove(int32(i + 1))
		}
	}
}

// offices finds people who are called by their office alone (the Prime
// Minister), where a text does so at least twice.
func (f *finder) offices() {
	type office struct{ sentence, first, last int }
	found := map[string][]office{}
	for number := range f.d.sentences {
		s := &f.d.sentences[number]
		if s.headline {
			continue
		}
		for i := s.first; i < s.end; i++ {
			if !f.d.tokens[i].capital {
				continue
			}
			last := i
			for last+1 < s.end && f.d.tokens[last+1].capital {
				last++
			}
			first := i
			if f.class(number, first)&(Starter) != 0 && first < last {
				first++
			}
			if last > first && f.class(number, last)&Title != 0 && f.officeFree(first, last) && !f.hyphenBehind(last) {
				key := fold(f.text(first, last))
				found[key] = append(found[key], office{number, first, last})
			}
			i = last
		}
	}
	for _, places := range found {
		if len(places) < 2 {
			continue
		}
		for _, o := range places {
			f.put(Mention{Type: Person, Kind: briefings.Person, State: -1, Rule: "an office", sentence: o.sentence, first: o.first, last: o.last})
		}
	}
}

func (f *finder) officeFree(first, last int) bool {
	for i := first; i <= last; i++ {
		if m := f.at(i); m != nil && (m.first < first || m.last > last || m.State >= 0 || m.Type == Organization && m.first == first && m.last == last) {
			return false
		}
	}
	return true
}

// hyphenBehind says whether a word goes on behind a token: Minister-designate.
func (f *finder) hyphenBehind(token int) bool {
	return f.word(token+1) == "-" && f.d.tokens[token+1].glued
}
