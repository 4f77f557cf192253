package names

import (
	"strings"

	"dossier/briefings"
)

// repeat finds further places of names: of short forms that the text
// explains, and of names that the tagger took for one in most places where
// they are written so.
func (f *finder) repeat() {
	found := f.known()
	for number := range f.d.sentences {
		s := &f.d.sentences[number]
		for i := s.first; i < s.end; i++ {
			if f.owner[i] != 0 || f.off[i] || !f.d.tokens[i].capital {
				continue
			}
			f.repeatAt(number, i, found)
		}
	}
}

func (f *finder) repeatAt(sentence, first int, known map[string]Mention) {
	s := &f.d.sentences[sentence]
	for last := min(first+5, s.end-1); last >= first; last-- {
		if f.owner[last] != 0 {
			continue
		}
		text := f.text(first, last)
		if d, ok := f.long[strings.TrimSuffix(text, "s")]; ok && first == last {
			f.put(Mention{Type: d.t, Kind: d.kind, State: -1, Use: AsAbbreviation, Rule: "short form", sentence: sentence, first: first, last: last})
			return
		}
		if m, ok := known[text]; ok && !(s.headline && first == last) && f.free(first, last) && !f.runsOn(sentence, first, last) {
			f.put(Mention{Type: m.Type, Kind: m.Kind, State: m.State, Use: m.Use, Rule: "named so elsewhere in the text", sentence: sentence, first: first, last: last})
			return
		}
	}
}

func (f *finder) free(first, last int) bool {
	for i := first; i <= last; i++ {
		if f.owner[i] != 0 {
			return false
		}
	}
	return true
}

// known returns the names that were found, and the surnames of people, by
// their words; without those that could be ordinary words.
func (f *finder) known() map[string]Mention {
	known := map[string]Mention{}
	for i := range f.mentions {
		m := &f.mentions[i]
		if m.sentence < 0 || m.Kind == "" || m.Use == AsCapital {
			continue
		}
		if m.first == m.last && (f.ordinary(m.sentence, m.first) || m.Kind == briefings.StateActor) {
			continue
		}
		text := f.text(m.first, m.last)
		if _, taken := known[text]; !taken {
			known[text] = *m
		}
		if surname := f.word(m.last); !suffix(surname) && f.class(m.sentence, m.last)&Title == 0 && m.Kind == briefings.Person && m.last > m.first && f.d.lows[f.d.form(&f.d.tokens[m.last]).low].small == 0 {
			if _, taken := known[surname]; !taken {
				known[surname] = *m
			}
		}
	}
	return known
}

// suffix says whether a word stands behind surnames, or is an initial.
func suffix(word string) bool {
	switch word {
	case "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV":
		return true
	}
	return len(word) <= 2
}

// runsOn says whether capitalised words that nothing has claimed go on before
// or behind a range of tokens, so that it is rather a part of another name.
func (f *finder) runsOn(sentence, first, last int) bool {
	s := &f.d.sentences[sentence]
	unclaimed := func(k int) bool {
		return k > s.first && k < s.end && f.d.tokens[k].capital && f.owner[k] == 0 && f.class(sentence, k)&(Title|Starter|Calendar) == 0
	}
	return unclaimed(first-1) || unclaimed(last+1)
}
