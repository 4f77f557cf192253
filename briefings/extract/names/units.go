package names

import (
	"strings"

	"dossier/briefings"
)

const unitRule = "a unit by its number"

// units finds military units by their numbers, which taggers leave out: 507th
// Air Refueling Wing, 3 Corps, CTF 50.
func (f *finder) units() {
	for number := range f.d.sentences {
		s := &f.d.sentences[number]
		if s.headline {
			continue
		}
		for i := s.first; i < s.end; i++ {
			if f.off[i] {
				continue
			}
			if last := f.numberedUnit(number, i); last >= 0 {
				first := f.unitStart(number, i)
				if owner := f.at(first); owner == nil || owner.last < last || owner.first > first {
					f.put(Mention{Type: Organization, Kind: briefings.Organization, State: -1, Rule: unitRule,
						sentence: number, first: first, last: last})
				}
				i = last
			}
			f.numberBehind(number, i)
		}
	}
}

// numberedUnit returns the last token of a unit's name that begins with its
// number at a token, -1 if there is none.
func (f *finder) numberedUnit(sentence, token int) int {
	number, ordinal := f.unitNumber(sentence, token)
	if number < 0 {
		return -1
	}
	end := f.d.sentences[sentence].end
	last := -1
	const longest = 6
	for k := number + 1; k < min(end, number+1+longest); k++ {
		class := f.class(sentence, k)
		if f.word(k) == "-" && k+1 < end && f.d.tokens[k+1].glued {
			continue
		}
		if !f.d.tokens[k].capital || class&(Calendar|Citation|Title) != 0 {
			break
		}
		if class&Unit != 0 || ordinal && class&Force != 0 {
			last = k
		}
	}
	if owner := f.at(number + 1); last < 0 && number+1 < end && number > token && owner != nil && owner.Type == Organization {
		last = owner.last // 5-5 ADA
	}
	if last >= 0 && f.reaches(last) {
		last = f.at(last).last
	}
	if last >= 0 && f.word(last+1) == "," && last+2 < end { // 3rd Battalion, 321st Field Artillery Regiment
		if _, alsoOrdinal := f.unitNumber(sentence, last+2); ordinal && alsoOrdinal {
			return max(last, f.numberedUnit(sentence, last+2))
		}
	}
	return last
}

// unitStart returns where the name of a unit begins whose number stands at a
// token: at the state before it (U.S. 5th Fleet), if there is one.
func (f *finder) unitStart(sentence, number int) int {
	for first := max(number-2, f.d.sentences[sentence].first); first < number; first++ {
		if last, _ := f.adjective(first); last == number-1 {
			return first
		}
	}
	return number
}

// unitNumber returns the last token of a unit's number that begins at a token
// (507th, 3, 1-51), -1 if there is none, and whether it is an ordinal.
func (f *finder) unitNumber(sentence, token int) (last int, ordinal bool) {
	word := f.word(token)
	digits := len(word) - len(strings.TrimLeft(word, "0123456789"))
	if digits == 0 || digits > 3 || f.d.tokens[token].glued && f.word(token-1) != "(" && f.word(token-1) != "–" && f.word(token-1) != "—" {
		return -1, false
	}
	switch word[digits:] {
	case "st", "nd", "rd", "th":
		return token, true
	case "":
	default:
		return -1, false
	}
	if token+2 < f.d.sentences[sentence].end && f.word(token+1) == "-" && f.d.tokens[token+1].glued && f.d.tokens[token+2].glued &&
		strings.Trim(f.word(token+2), "0123456789") == "" {
		return token + 2, false
	}
	return token, false
}

// numberBehind takes the number behind a unit into its name: Task Force 50,
// CTF 50, Unit 8200.
func (f *finder) numberBehind(sentence, token int) {
	next := token + 1
	if next >= f.d.sentences[sentence].end || f.d.tokens[next].glued || !isCount(f.word(next), 5) {
		return
	}
	m, first, word := f.at(token), token, f.word(token)
	switch {
	case m != nil && (m.last > next || m.Type == Person):
		return
	case isAbbreviation(word) && (strings.HasSuffix(word, "TF") || strings.HasSuffix(word, "TG")), m == nil && word == "Unit":
	case m == nil || m.Type != Organization || f.class(sentence, token)&Unit == 0 && word != "Force":
		return
	}
	if m != nil {
		first = m.first
	}
	f.put(Mention{Type: Organization, Kind: briefings.Organization, State: -1, Rule: unitRule, sentence: sentence, first: first, last: next})
}

// isCount says whether a word is a number of at most so many digits.
func isCount(word string, digits int) bool {
	return len(word) <= digits && strings.Trim(word, "0123456789") == ""
}
