package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/briefings"
)

// definition is what "Long Form (LF)" says.
type definition struct {
	long string // as folded
	kind briefings.ActorType
	t    Type
}

// definitions finds long forms with their short forms in brackets behind them.
func (f *finder) definitions() {
	for number := range f.d.sentences {
		s := &f.d.sentences[number]
		for i := s.first + 1; i+2 < s.end; i++ {
			if f.word(i) != "(" || f.off[i] {
				continue
			}
			last := i + 1
			for last+1 < s.end && f.d.tokens[last+1].glued && f.word(last+1) != ")" && f.word(last+1) != "," && f.word(last+1) != ";" {
				last++
			}
			if last+1 < s.end && isShortForm(f.text(i+1, last)) {
				f.define(number, i, last)
			}
		}
	}
}

// isShortForm says whether a word may be a short form: two to ten characters
// that begin with a capital or digit and have two capitals.
func isShortForm(word string) bool {
	n, capitals := 0, 0
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '&', r == '/', r == '.':
		default:
			return false
		}
		n++
	}
	return n >= 2 && n <= 10 && capitals >= 2 && capitals*2 >= n
}

// define takes in the long form before the bracket at a token and the short
// form behind it.
func (f *finder) define(sentence, bracket, last int) {
	short := f.text(bracket+1, last)
	first := f.longForm(sentence, bracket-1, strings.TrimSuffix(short, "s"))
	if first < 0 {
		first = f.explained(bracket-1, short)
	}
	if first < 0 && f.smallWord(bracket-1) && spellsLast(short, f.word(bracket-1)) {
		f.things[strings.TrimSuffix(short, "s")] = true // nonstrategic nuclear weapons (NSNW)
		return
	}
	if first < 0 || f.class(sentence, bracket-1)&Citation != 0 || !f.d.tokens[first].capital && f.class(sentence, first)&Link == 0 || f.smallTail(first, bracket-1) ||
		f.class(sentence, last+2)&Citation != 0 {
		if first >= 0 {
			f.things[strings.TrimSuffix(short, "s")] = true
		}
		return
	}
	long := Mention{State: -1, Rule: "long form before (" + short + ")", sentence: sentence, first: first, last: bracket - 1}
	if !f.classify(&long) {
		if first < bracket-1 {
			f.things[strings.TrimSuffix(short, "s")] = true
		}
		return
	}
	key := fold(f.text(first, bracket-1))
	f.long[short] = definition{key, long.Kind, long.Type}
	if owner := f.at(first); owner == nil || owner.State < 0 {
		f.put(long)
	}
	f.put(Mention{Type: long.Type, Kind: long.Kind, State: long.State, Use: AsAbbreviation, Rule: "short form", sentence: sentence, first: bracket + 1, last: last})
}

// longForm returns the token where the long form of a short form begins whose
// last token is given, -1 if the words before do not spell it. Each letter of
// the short form has to begin a word, from the last on; words like "of" may be
// passed over, and one word may stand behind those that are spelled.
func (f *finder) longForm(sentence, last int, short string) int {
	letters := make([]rune, 0, len(short))
	for _, r := range short {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			letters = append(letters, unicode.ToLower(r))
		}
	}
	s := &f.d.sentences[sentence]
	at := last
	for k := len(letters) - 1; k >= 0; k-- {
		for skipped := 0; ; at-- {
			if at < s.first {
				return -1
			}
			first, _ := utf8.DecodeRuneInString(f.word(at))
			if unicode.ToLower(first) == letters[k] {
				break
			}
			if f.class(sentence, at)&(Link|Starter) == 0 && f.word(at) != "-" && f.word(at) != "," {
				if k < len(letters)-1 || skipped > 0 {
					return -1
				}
				skipped++
			}
		}
		at--
	}
	first := at + 1
	if before := f.word(at); at >= s.first && f.d.tokens[at].capital && !f.d.tokens[first].capital && strings.EqualFold(before[:1], short[:1]) {
		first = at // "of" spells the O of OMB as well as Office does
	}
	return first
}

// explained returns the first token of the name that ends at a token, if a
// short form may stand for it, -1 otherwise: the letters of the short form
// follow one another in the name, from its first on (Schwartz & Hearst 2003),
// or each of its capitals begins a word, in any order (the order of another
// language: FAMa for the Malian Armed Forces).
func (f *finder) explained(last int, short string) int {
	m := f.at(last)
	if m == nil || m.last != last || m.first == last || m.State >= 0 || m.Kind == briefings.Person && f.personal(m) || m.Kind == briefings.PlaceActor {
		return -1
	}
	name := fold(f.text(m.first, last))
	at := 0
	for _, r := range fold(short) {
		i := strings.IndexRune(name[at:], r)
		if i < 0 || at == 0 && i > 0 {
			at = -1
			break
		}
		at += i + 1
	}
	if at > 0 || f.initialsOf(m, short) {
		return m.first
	}
	return -1
}

// initialsOf says whether each capital of a short form begins another word of
// a name that has no others.
func (f *finder) initialsOf(m *Mention, short string) bool {
	var initials []rune
	for i := m.first; i <= m.last; i++ {
		if f.d.tokens[i].capital {
			r, _ := utf8.DecodeRuneInString(f.word(i))
			initials = append(initials, r)
		}
	}
	var capitals []rune
	for _, r := range short {
		if unicode.IsUpper(r) {
			capitals = append(capitals, r)
		}
	}
	slices.Sort(initials)
	slices.Sort(capitals)
	return len(capitals) > 2 && slices.Equal(initials, capitals)
}

// smallWord says whether a token is a word that is written small.
func (f *finder) smallWord(token int) bool {
	return token >= 0 && !f.d.tokens[token].capital && f.d.form(&f.d.tokens[token]).letter
}

// spellsLast says whether a short form ends with the first letter of a word.
func spellsLast(short, word string) bool {
	short = strings.TrimSuffix(short, "s")
	return short != "" && strings.EqualFold(short[len(short)-1:], word[:1])
}

// smallTail says whether the last word of a long form is written small, as
// those of things are.
func (f *finder) smallTail(first, last int) bool {
	return last > first && !f.d.tokens[last].capital
}

// classify gives a long form its type: that of the tagger where it found the
// same words, else that of its last word. It reports whether there is one.
func (f *finder) classify(m *Mention) bool {
	for i := m.last; i >= m.first; i-- {
		if owner := f.at(i); owner != nil && owner.Kind != "" && owner.last >= m.last-1 && owner.State < 0 {
			if owner.Kind == briefings.Person && owner.first == m.first && !f.personal(owner) { // people have no short forms
				m.Type, m.Kind = Organization, f.bodyOf(m)
				return true
			}
			m.Type, m.Kind = owner.Type, owner.Kind
			if m.Kind == briefings.PlaceActor || m.Kind == briefings.Person {
				break
			}
			return true
		}
	}
	if owner := f.at(m.first); owner != nil && owner.Type == Organization && owner.State < 0 { // al-Qaeda in Iraq (AQI)
		m.Type, m.Kind = owner.Type, owner.Kind
		return true
	}
	tail := f.class(m.sentence, m.last)
	switch {
	case tail&SystemTail != 0:
		m.Type, m.Kind = System, briefings.System
	case tail&OrgTail != 0:
		m.Type, m.Kind = Organization, briefings.Organization
	default:
		m.Kind = f.kindOf(m)
		return m.Kind != "" && m.Kind != briefings.Person
	}
	return true
}
