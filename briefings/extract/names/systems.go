package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/briefings"
)

// systems finds weapons, vehicles and programmes by designator (F-16, TB2), by
// the noun behind them (Kızılelma fighters) and by list.
func (f *finder) systems() {
	for number := range f.d.sentences {
		s := &f.d.sentences[number]
		for i := s.first; i < s.end; i++ {
			if f.off[i] {
				continue
			}
			if last := f.designator(number, i); last >= 0 {
				f.designated(number, f.slashed(number, i), last)
				i = last
				continue
			}
			if last := f.listedAt(Systems, i); last >= 0 {
				f.listedSystem(number, i, last)
			}
			if f.class(number, i)&Ship != 0 && isAbbreviation(f.word(i)) && i+1 < s.end && f.d.tokens[i+1].capital {
				i = f.ship(number, i)
			}
		}
	}
	f.platforms()
}

// designator returns the last token of a type designation that begins at a
// token (up to five capitals, up to four digits, up to three letters, with
// hyphens between), -1 if there is none.
func (f *finder) designator(sentence, token int) int {
	t := &f.d.tokens[token]
	if !t.capital || t.glued && f.word(token-1) != "(" && f.word(token-1) != "/" && f.word(token-1) != "“" && f.word(token-1) != "\"" {
		return -1
	}
	end := f.d.sentences[sentence].end
	last := token
	for last+2 < end && f.word(last+1) == "-" && f.d.tokens[last+1].glued && f.d.tokens[last+2].glued {
		last += 2
	}
	for ; last >= token; last -= 2 { // "F-16-like"
		if isDesignator(f.text(token, last)) && f.d.form(&f.d.tokens[token]).class&Common == 0 {
			return last
		}
	}
	return -1
}

// slashed returns the first token of a designation that has a slash in it, of
// which a token is the first behind the slash: F/A-18.
func (f *finder) slashed(sentence, token int) int {
	const letters = 2
	if first := token - 2; first >= f.d.sentences[sentence].first && f.word(token-1) == "/" && f.d.tokens[token-1].glued && f.d.tokens[token].glued &&
		len(f.word(first)) <= letters && f.d.tokens[first].capital {
		return first
	}
	return token
}

// isDesignator says whether a word is a type designation.
func isDesignator(word string) bool {
	const before, digits, after = 0, 1, 2
	state, letters, numbers, behind := before, 0, 0, 0
	for i, r := range word {
		switch {
		case r == '-':
			if i == 0 || i == len(word)-1 {
				return false
			}
		case unicode.IsUpper(r) && state == before, unicode.IsLower(r) && state == before && letters > 0 && letters < 3:
			letters++
		case unicode.IsDigit(r) && state != after, unicode.IsDigit(r) && behind == 1:
			state = digits
			numbers++
		case unicode.IsLetter(r) && state != before:
			state = after
			behind++
		default:
			return false
		}
	}
	return letters >= 1 && letters <= 5 && numbers >= 1 && numbers <= 4 && behind <= 3 && !noDesignator(word)
}

// noDesignator names what looks like a designation and is none: fiscal years,
// quarters, groups of states, products of the Congressional Research Service,
// forms, roads and viruses.
func noDesignator(word string) bool {
	letters := 0
	for letters < len(word) && (word[letters] < '0' || word[letters] > '9') && word[letters] != '-' {
		letters++
	}
	prefix := word[:letters]
	if number := strings.TrimLeft(word[letters:], "-"); letters == 1 && len(number) == 4 && (number[:2] == "19" || number[:2] == "20") {
		return true
	}
	switch prefix {
	case "FY", "CY", "Q", "G", "P", "E", "COVID", "IF", "IN", "R", "RL", "RS", "LSB", "TE", "Title", "Act", "Sec", "No", "H", "CO", "PM", "HR", "SR",
		"RFC", "ISO", "RN", "NH", "HW", "Highway", "MH", "Covid", "Level", "Day", "Year", "Goal", "May", "Jun", "Jul", "Mar", "Feb", "Jan", "Apr", "Aug", "Sep", "Oct", "Nov", "Dec":
		return true
	}
	return false
}

// designated takes a designation in, with the name before or behind it that
// belongs to it ("Bayraktar TB2", "AIM-9X Sidewinder").
func (f *finder) designated(sentence, first, last int) {
	if owner := f.at(first); owner != nil {
		switch {
		case owner.Kind == briefings.System && owner.first <= first && owner.last >= last:
			return
		case owner.Type == Person && owner.last > last, owner.Type == Organization && owner.last-owner.first > last-first+1:
			return
		}
	}
	if before := f.at(first - 1); before != nil && before.Kind == briefings.System && before.sentence == sentence {
		first = before.first
	}
	if behind := f.at(last + 1); behind != nil && behind.Kind == briefings.System && behind.sentence == sentence {
		last = behind.last
	}
	f.put(Mention{Type: System, Kind: briefings.System, State: -1, Rule: "designation", sentence: sentence, first: first, last: last})
}

// listedSystem takes a known system in, unless its name means something else
// here: a word that the text also writes small, part of a longer name, or a
// person's name.
func (f *finder) listedSystem(sentence, first, last int) {
	owner := f.at(first)
	if owner != nil && (owner.Type == Person || owner.Kind == briefings.System || owner.first < first || owner.last > last) {
		return
	}
	if first == last && f.ordinary(sentence, first) {
		return
	}
	f.put(Mention{Type: System, Kind: briefings.System, State: -1, Rule: "list of systems", sentence: sentence, first: first, last: last})
}

// ordinary says whether the word at a token could be an ordinary one: the text
// writes it small elsewhere, or it opens its sentence.
func (f *finder) ordinary(sentence, token int) bool {
	form := f.d.form(&f.d.tokens[token])
	e := &f.d.lows[form.low]
	if isAbbreviation(f.word(token)) {
		return false
	}
	return e.small > 0 || e.middle == 0 && token == f.d.sentences[sentence].first
}

// platforms finds names before a platform noun.
func (f *finder) platforms() {
	for number := range f.d.sentences {
		s := &f.d.sentences[number]
		if s.headline {
			continue
		}
		for i := s.first; i < s.end; i++ {
			if f.class(number, i)&SystemTail == 0 || f.d.tokens[i].capital {
				continue
			}
			last := i - 1
			if last < s.first || !f.d.tokens[last].capital || f.off[last] {
				continue
			}
			if owner := f.at(last); owner != nil {
				if owner.Type == Other && owner.Kind == "" && owner.last == last && !f.isDemonym(owner) {
					owner.Type, owner.Kind, owner.Rule = System, briefings.System, "a name before "+f.word(i)
				}
				continue
			}
			f.beforePlatform(number, last, i)
		}
	}
}

// beforePlatform takes a capitalised word that nothing else has claimed.
func (f *finder) beforePlatform(sentence, token, noun int) {
	s := &f.d.sentences[sentence]
	form := f.d.form(&f.d.tokens[token])
	if token == s.first || form.class != 0 || f.d.lows[form.low].small > 0 || f.d.tokens[token].lists != 0 || utf8.RuneCountInString(f.word(token)) < 4 {
		return
	}
	if f.d.tokens[noun].glued || isAbbreviation(f.word(token)) {
		return
	}
	f.put(Mention{Type: System, Kind: briefings.System, State: -1, Rule: "a name before " + f.word(noun), sentence: sentence, first: token, last: token})
}

func (f *finder) isDemonym(m *Mention) bool {
	return f.stateAt(m.first, m.last).as == stateDemonym || f.listedAt(Demonyms, m.first) >= 0
}
