package names

import (
	"sort"
	"unicode/utf8"

	"dossier/briefings"
)

// hyphens mends what the tagger cuts at a hyphen: the second part of a person's
// name (Park Jun-ho, Nurul Hashim-Lee), a listed name before a number (Duma-1),
// and bodies such as K-SURE.
func (f *finder) hyphens() {
	for i := 1; i+1 < len(f.d.tokens); i++ {
		if f.word(i) != "-" || !f.d.tokens[i].glued || !f.d.tokens[i+1].glued || f.off[i] {
			continue
		}
		before, behind := f.at(i-1), f.at(i+1)
		switch {
		case before != nil && before.last == i-1 && before.Type == Person && behind == nil && f.syllable(i+1) && (before.first < i-1 || f.d.tokens[i+1].capital):
			m := *before
			m.last = i + 1
			for m.last+1 < len(f.d.tokens) && f.at(m.last+1) == nil && f.surname(m.sentence, m.last+1) {
				m.last++
			}
			f.put(m)
		case before == nil && behind == nil && utf8.RuneCountInString(f.word(i-1)) == 1 && isAbbreviation(f.word(i-1)+f.word(i+1)) && !hasDigit(f.word(i+1)) && len(f.word(i+1)) > 2 && agent(f.word(i-2)):
			if sentence := f.sentenceOf(i); !f.d.sentences[sentence].headline {
				f.put(Mention{Type: Organization, Kind: briefings.Organization, State: -1, Rule: "capitals joined by a hyphen", sentence: sentence, first: i - 1, last: i + 1})
			}
		}
	}
}

// agent says whether a word leads to those who did something.
func agent(word string) bool { return word == "by" || word == "from" || word == "with" }

// syllable says whether a token may be the second part of a given name or a
// surname: letters alone, and a small one no word of the language.
func (f *finder) syllable(token int) bool {
	const longest = 5 // of a part written small: Jun-ho, Chia-hao
	form := f.d.form(&f.d.tokens[token])
	return form.letter && !hasDigit(f.word(token)) && (f.d.tokens[token].capital || len(f.word(token)) <= longest && form.class == 0)
}

// surname says whether a capitalised word that nothing else claims follows on a
// name at once.
func (f *finder) surname(sentence, token int) bool {
	s := &f.d.sentences[sentence]
	return token < s.end && f.d.tokens[token].capital && f.d.form(&f.d.tokens[token]).class == 0 && !hasDigit(f.word(token))
}

// sentenceOf returns the sentence that a token stands in.
func (f *finder) sentenceOf(token int) int {
	i := sort.Search(len(f.d.sentences), func(i int) bool { return token < f.d.sentences[i].end })
	if i == len(f.d.sentences) {
		return -1
	}
	return i
}

// initialled takes the initials before a person's name into it: M. A. Rahman.
func (f *finder) initialled() {
	for i := range f.mentions {
		m := f.mentions[i]
		if m.sentence < 0 || m.Type != Person {
			continue
		}
		first := m.first
		for first > f.d.sentences[m.sentence].first && f.at(first-1) == nil && isInitial(f.word(first-1)) {
			first--
		}
		if first < m.first {
			m.first = first
			f.put(m)
		}
	}
}

// isInitial says whether a word is a capital with its stop: "M.".
func isInitial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size < len(word) && word[size:] == "." && r >= 'A' && r <= 'Z'
}
