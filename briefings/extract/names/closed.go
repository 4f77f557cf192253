package names

import (
	"dossier/briefings"
)

// place returns where in a listed name a token stands.
func place(t *token, list List) uint64 { return t.lists >> (4 * list) & 15 }

// listedAt returns the last token of the name of a list that begins at a
// token, -1 if none does.
func (f *finder) listedAt(list List, token int) int {
	switch place(&f.d.tokens[token], list) {
	case alone:
		return token
	case firstOf:
		last := token + 1
		for place(&f.d.tokens[last], list) != lastOf {
			last++
		}
		return last
	}
	return -1
}

// stateAt returns the state that a range of tokens names, and how.
func (f *finder) stateAt(first, last int) stateRef {
	key := uint64(0)
	for i := first; i <= last; i++ {
		key = mix(key, f.d.form(&f.d.tokens[i]).lower)
	}
	return f.d.lex.byState[key]
}

func (f *finder) isState(first, last int) bool {
	ref := f.stateAt(first, last)
	return ref.as == stateName || ref.as == stateShort
}

// states finds states by their names, wherever the tagger has not taken them
// for a part of something else.
func (f *finder) states() {
	for number := range f.d.sentences {
		s := &f.d.sentences[number]
		for i := s.first; i < s.end; i++ {
			last := f.listedAt(StateNames, i)
			if last < 0 || f.off[i] {
				continue
			}
			f.state(number, i, last)
			i = last
		}
	}
}

func (f *finder) state(sentence, first, last int) {
	ref := f.stateAt(first, last)
	if ref.as != stateName && ref.as != stateShort {
		return
	}
	if first == last && ref.as == stateShort && !isAbbreviation(f.word(first)) {
		return // "us", "Car"
	}
	if f.word(last+1) == "," && f.partOfState(sentence, last+2) {
		return // Malta, New York
	}
	if p := place(&f.d.tokens[first], World); p == lastOf || p == within {
		return // North America
	}
	if owner := f.at(first); owner != nil && (owner.first < first || owner.last > last) {
		if owner.Type == Person || owner.Type == Organization || owner.Type == System || owner.Kind == briefings.Group {
			return
		}
		if owner.Type == Place && f.wider(owner) {
			return
		}
		if owner.Type == Other && owner.last-owner.first > last-first+1 {
			return
		}
	}
	if owner := f.at(first); owner != nil && owner.Type == Person && f.fullName(owner) || f.inEvent(sentence, last) {
		return
	}
	use := AsName
	if ref.as == stateShort {
		use = AsAbbreviation
	}
	f.put(Mention{Type: Place, Kind: briefings.StateActor, State: int(ref.state), Use: use,
		Rule: "list of states", sentence: sentence, first: first, last: last})
}

// partOfState says whether the name of a part of a state begins at a token.
func (f *finder) partOfState(sentence, token int) bool {
	return token < f.d.sentences[sentence].end && f.listedAt(Regions, token) >= 0 && f.listedAt(StateNames, token) < 0
}

// inEvent says whether the capitalised words behind a token, with hyphens
// between, end as events do: the Iran-Iraq War.
func (f *finder) inEvent(sentence, token int) bool {
	hyphen := f.hyphenBehind(token) || f.word(token-1) == "-" || f.word(token-2) == "-"
	end := f.d.sentences[sentence].end
	for k := token + 1; hyphen && k < end && (f.d.tokens[k].capital || f.word(k) == "-"); k++ {
		if f.class(sentence, k)&Event != 0 {
			return true
		}
	}
	return false
}

// wider says whether a place that has a state's name in it is a place of its
// own: "Georgia Strait", "Northern Syria", "Mali Lošinj".
func (f *finder) wider(m *Mention) bool {
	for i := m.first; i <= m.last; i++ {
		if f.word(i) == "-" {
			return false
		}
	}
	return f.class(m.sentence, m.first)&Direction != 0 || f.class(m.sentence, m.last)&PlaceTail != 0 || f.class(m.sentence, m.first)&PlaceHead != 0 ||
		f.listedAt(Regions, m.first) == m.last || f.listedAt(World, m.first) == m.last
}

// fullName says whether a longer name of a person in the document ends with
// the words of this one.
func (f *finder) fullName(m *Mention) bool {
	for i := range f.mentions {
		o := &f.mentions[i]
		if o.sentence >= 0 && o.Type == Person && o.last > o.first && f.word(o.last) == f.word(m.last) {
			return true
		}
	}
	return false
}

// governments finds governments and armed forces by the state before them
// ("the Turkish government", "Ukrainian forces", "the government of Iraq").
func (f *finder) governments() {
	for number := range f.d.sentences {
		s := &f.d.sentences[number]
		for i := s.first; i < s.end; i++ {
			if f.off[i] {
				continue
			}
			if last, ref := f.adjective(i); last >= 0 {
				f.ofState(number, i, last, ref)
			}
			if f.class(number, i)&Government != 0 && i+2 < s.end && f.word(i+1) == "of" {
				f.governmentOf(number, i)
			}
		}
	}
	for i := range f.mentions { // "Turkish" by itself is no actor
		m := &f.mentions[i]
		if m.sentence >= 0 && f.stateAt(m.first, m.last).as == stateDemonym {
			f.remove(int32(i + 1))
		}
	}
}

// adjective returns the last token of a demonym or a state's name that begins
// at a token, -1 if there is none.
func (f *finder) adjective(token int) (last int, ref stateRef) {
	for _, list := range []List{Demonyms, StateNames} {
		if last = f.listedAt(list, token); last >= 0 {
			if ref = f.stateAt(token, last); ref.as != notState && ref.as != stateCapital {
				return last, ref
			}
		}
	}
	return -1, stateRef{}
}

// ofState looks behind an adjective for a government or forces.
func (f *finder) ofState(sentence, first, last int, ref stateRef) {
	end := last + 1
	if w := f.word(end); w == "'s" || w == "’s" {
		end++
	}
	noun := -1
	for k := end; k < min(end+3, f.d.sentences[sentence].end); k++ {
		class := f.class(sentence, k)
		if class&(Government|Force) == 0 {
			break
		}
		noun = k
	}
	if noun < 0 || f.d.tokens[noun].capital && f.reaches(noun) {
		return
	}
	if owner := f.at(first); owner != nil && (owner.first < first || owner.last > noun) {
		return
	}
	m := Mention{Type: Organization, Kind: briefings.StateActor, State: int(ref.state), Use: AsGovernment,
		Rule: "a state's government", sentence: sentence, first: first, last: noun}
	if f.class(sentence, noun)&Government == 0 {
		if !collective(f.word(noun)) {
			return
		}
		m.Kind, m.Use, m.Rule = briefings.Organization, AsForces, "a state's forces"
	}
	if end > last+1 { // "Pakistan's government": the words are the state's own
		return
	}
	f.put(m)
}

// reaches says whether a mention goes on behind a token.
func (f *finder) reaches(token int) bool {
	m := f.at(token)
	return m != nil && m.last > token
}

// collective says whether a word stands for the forces as a whole.
func collective(word string) bool {
	switch briefings.Fold(word) {
	case "forces", "army", "military", "navy", "guard", "marines", "militia", "militias", "police":
		return true
	}
	return false
}

// governmentOf finds "the government of Iraq".
func (f *finder) governmentOf(sentence, noun int) {
	first := noun + 2
	if f.word(first) == "the" {
		first++
	}
	if first >= f.d.sentences[sentence].end {
		return
	}
	last := f.listedAt(StateNames, first)
	if last < 0 {
		return
	}
	ref := f.stateAt(first, last)
	if ref.as != stateName && ref.as != stateShort {
		return
	}
	f.put(Mention{Type: Organization, Kind: briefings.StateActor, State: int(ref.state), Use: AsGovernment,
		Rule: "a state's government", sentence: sentence, first: noun, last: last})
}
