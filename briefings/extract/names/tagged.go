package names

import (
	"strings"

	"dossier/briefings"
)

// tagged takes a name of the tagger in, cut into the names that it is made of.
// What stands in a heading has to be named elsewhere too (see repeat).
func (f *finder) tagged(n *Name) {
	if f.off[n.first] || f.d.sentences[n.sentence].heading {
		return
	}
	first := n.first
	for i := n.first; i <= n.last; i++ {
		if n.Type == System && i < n.last && possessive(f.text(first, i)) > 0 {
			first = i + 1 // the maker's: Broadcom's Bailly
			continue
		}
		if f.parts(n, first, i) {
			f.name(n, first, i-1)
			first = i + 1
		}
	}
	f.name(n, first, n.last)
}

// parts says whether the token at i parts two names that the tagger took for
// one: a dash, a colon, a comma that is not that of "Delta, Inc.", an "and"
// between known names.
func (f *finder) parts(n *Name, first, i int) bool {
	switch f.word(i) {
	case ":", ";", "\u2013", "\u2014", "|", "•", "/":
		return true
	case ",":
		return i == n.last || f.class(n.sentence, i+1)&Generic == 0 && n.Type != Other
	case "and", "&":
		return i > first && i < n.last && f.whole(first, i-1) && f.whole(i+1, n.last) && f.word(i) == "and"
	case "-":
		return i > first && n.Type == Place && f.isState(first, i-1)
	}
	return false
}

// whole says whether a range of tokens is a listed name.
func (f *finder) whole(first, last int) bool {
	key := uint64(0)
	for i := first; i <= last; i++ {
		key = mix(key, f.d.form(&f.d.tokens[i]).lower)
	}
	return f.d.lex.names[key].in != 0
}

// name takes in a name without what is no part of it: articles, openers of
// sentences and marks at its front, small words and marks at its end.
func (f *finder) name(n *Name, first, last int) {
	for first < last && f.leads(n.sentence, first, n.Type) {
		first++
	}
	if w := f.word(first); (w == "Members" || w == "Member") && f.word(first+1) == "of" {
		first += 2
	}
	for last > first && f.trails(n, last) {
		last--
	}
	if first > last {
		return
	}
	m := Mention{Type: n.Type, State: -1, Rule: "tagger", sentence: n.sentence, first: first, last: last}
	m.Kind = f.kindOf(&m)
	switch {
	case m.Kind == briefings.System && f.scene(&m):
		m.Kind = briefings.PlaceActor
	case m.Kind == briefings.PlaceActor && f.maker(&m):
		m.Kind, m.Rule = briefings.Organization, makerRule
	}
	m.Type = typeOf(m.Kind, m.Type)
	if f.isName(&m) {
		f.put(m)
	}
}

// scene says whether a single word that was taken for a system only tells where
// something is: "work in Zelenograd".
func (f *finder) scene(m *Mention) bool {
	return m.first == m.last && f.word(m.first-1) == "in" && !hasDigit(f.word(m.first)) && !f.isListed(m) && f.class(m.sentence, m.last+1)&SystemTail == 0
}

const makerRule = "does what companies do"

// maker says whether what was taken for a place makes, sells or receives things.
func (f *finder) maker(m *Mention) bool {
	if f.isListed(m) || !f.opens(m.sentence, m.first) {
		return false
	}
	switch f.word(m.last + 1) {
	case "receives", "delivers", "supplies", "assembles", "manufactures", "makes", "sells", "licenses", "employs":
		return true
	}
	return false
}

// typeOf returns the type of a name that is of a kind; t where the kind does
// not tell.
func typeOf(kind briefings.ActorType, t Type) Type {
	switch kind {
	case briefings.Organization, briefings.Group:
		return Organization
	case briefings.PlaceActor:
		return Place
	case briefings.Person:
		return Person
	case briefings.System:
		return System
	}
	return t
}

// leads says whether the first token of a name is no part of it.
func (f *finder) leads(sentence, token int, t Type) bool {
	word := f.word(token)
	if leads(word) && t != Other {
		return true
	}
	form := f.d.form(&f.d.tokens[token])
	if !form.letter && !hasDigit(word) || t == System && place(&f.d.tokens[token], Demonyms) == alone {
		return true
	}
	opens := token == f.d.sentences[sentence].first
	return opens && form.class&(Starter|Citation) != 0 && (f.d.lows[form.low].small > 0 || t == Person)
}

// trails says whether the last token of a name is no part of it.
func (f *finder) trails(n *Name, token int) bool {
	word := f.word(token)
	form := f.d.form(&f.d.tokens[token])
	switch {
	case !form.letter && !hasDigit(word):
		return true
	case word == "'s" || word == "’s" || word == "class" && f.word(token-1) == "-":
		return true
	}
	return !f.d.tokens[token].capital && form.letter && n.Type != Person && !collective(word) && form.class&Government == 0 &&
		(form.class&(SystemTail|Link|Starter|Force) != 0 || n.Type == System)
}

// papers are abbreviations of laws, licences and papers, which are no actors.
// They are no class of words.txt: classes are features that the model is trained
// with.
var papers = map[string]bool{"MoU": true, "MOU": true, "MoUs": true, "MOUs": true, "MoA": true, "LoI": true, "ToT": true,
	"CAATSA": true, "GDPR": true, "AECA": true, "FDPR": true, "SIEL": true, "SIELs": true, "OIEL": true, "OIELs": true}

// isName tells names from what the tagger takes for one and is none: months,
// laws, abbreviations of things, words that only their place at the front of
// a sentence gave a capital.
func (f *finder) isName(m *Mention) bool {
	form := f.d.form(&f.d.tokens[m.first])
	tail := f.class(m.sentence, m.last)
	word := f.word(m.first)
	switch {
	case !f.hasCapital(m):
		return false
	case (tail|form.class)&Event != 0 && tail&OrgTail == 0 && m.Type != Person && !f.isListed(m), tail&Citation != 0 && m.Type != Person, f.cites(m):
		return false
	case m.first > f.d.sentences[m.sentence].first && f.d.tokens[m.first-1].capital && f.class(m.sentence, m.first-1)&Event != 0 && f.class(m.sentence, m.last)&OrgTail == 0:
		return false // Operation Steel Curtain
	case m.Type == Person && f.allTitles(m), m.Type != Person && m.first < m.last && tail&Title != 0 && tail&OrgTail == 0, m.first == m.last && m.Type != Person && peoples(word) && !f.isListed(m):
		return false
	case m.first == m.last && form.class&Generic != 0 && isShortTail(word):
		return false
	case m.first < m.last && f.allPeople(m), len(word) == 1 && m.first == m.last:
		return false
	case m.first < m.last:
		return true
	case (form.class&(Calendar|Common|People) != 0 || papers[word]) && !f.isListed(m):
		return false
	case !form.letter && m.Type != System, hasDigit(word) && noDesignator(word):
		return false
	case f.class(m.sentence, m.first-1) == 0 && f.word(m.first-1) == "," && form.class&Postal != 0:
		return false
	case f.weakStart(m):
		return false
	}
	return true
}

func (f *finder) allTitles(m *Mention) bool {
	for i := m.first; i <= m.last; i++ {
		if f.class(m.sentence, i)&(Title|People) == 0 && place(&f.d.tokens[i], Demonyms) == nowhere {
			return false
		}
	}
	return true
}

// peoples says whether a word has the ending of names of peoples: Athenians.
func peoples(word string) bool {
	return strings.HasSuffix(word, "ian") || strings.HasSuffix(word, "ians") || strings.HasSuffix(word, "eans")
}

// cites says whether a name begins as citations do: E.O. 14347, Title VII.
func (f *finder) cites(m *Mention) bool {
	word := f.word(m.first)
	if f.d.form(&f.d.tokens[m.first]).class&Citation == 0 {
		return false
	}
	next := f.word(m.first + 1)
	return m.first == m.last || strings.Contains(word, ".") || hasDigit(next) || strings.Trim(next, "IVXL") == "" || len(next) == 1
}

// isShortTail says whether a generic tail is one of the short legal forms.
func isShortTail(word string) bool {
	switch strings.Trim(word, ".") {
	case "Inc", "LLC", "Ltd", "PLC", "plc", "GmbH", "AG", "SA", "L.P", "Co", "Corp", "Limited":
		return true
	}
	return false
}

func (f *finder) hasCapital(m *Mention) bool {
	for i := m.first; i <= m.last; i++ {
		if f.d.tokens[i].capital {
			return true
		}
	}
	return false
}

// allPeople says whether every word is an adjective of a people or the
// abbreviation of a thing ("Turkish EEZ").
func (f *finder) allPeople(m *Mention) bool {
	for i := m.first; i <= m.last; i++ {
		t := &f.d.tokens[i]
		if f.d.form(t).class&(People|Common) == 0 && place(t, Demonyms) == nowhere && (f.d.form(t).letter || i == m.first) {
			return false
		}
	}
	return true
}

// isListed says whether the words stand in a list of names.
func (f *finder) isListed(m *Mention) bool {
	return f.d.lex.in(f.text(m.first, m.last))&^(1<<GivenNames|1<<Demonyms) != 0
}

// weakStart says whether a single word is a name for no better reason than
// that it stands capitalised where a sentence begins.
func (f *finder) weakStart(m *Mention) bool {
	t := &f.d.tokens[m.first]
	form := f.d.form(t)
	if !f.opens(m.sentence, m.first) || t.lists != 0 || isAbbreviation(f.word(m.first)) || hasDigit(f.word(m.first)) {
		return false
	}
	e := &f.d.lows[form.low]
	return e.middle == 0 && (e.small > 0 || f.class(m.sentence, m.first+1)&(Say|Acts) == 0)
}

// opens says whether a token stands where any word would have a capital: at
// the front of its sentence, of a quotation or of an item.
func (f *finder) opens(sentence, token int) bool {
	if token == f.d.sentences[sentence].first {
		return true
	}
	switch f.word(token - 1) {
	case ":", ";", "•", "|", "\"", "“", "‘", "–", "—", "-":
		return !f.d.tokens[token].glued || f.word(token-1) != "-"
	}
	return false
}

// kindOf returns the kind of actor that a mention's type and words tell of.
func (f *finder) kindOf(m *Mention) briefings.ActorType {
	lists := f.d.lex.in(f.text(m.first, m.last))
	in := func(l List) bool { return lists&(1<<l) != 0 }
	tail := f.class(m.sentence, m.last)
	several := m.last > m.first
	switch {
	case in(Groups) && (m.Type != Person || !several && !in(GivenNames)):
		return briefings.Group
	case (in(Companies) || in(Bodies)) && (several || m.Type != Person || !in(GivenNames)) && !in(Systems):
		return briefings.Organization
	case in(Regions) || in(World) || in(Cities) && m.Type == Organization:
		if m.Type != Person {
			return briefings.PlaceActor
		}
		return briefings.Person
	case m.Type == Person && several && tail&Industry != 0 && tail&PlaceTail == 0 && place(&f.d.tokens[m.first], GivenNames) == nowhere:
		return briefings.Organization
	case m.Type == Person && several && tail&SystemTail != 0 && place(&f.d.tokens[m.first], GivenNames) == nowhere:
		return briefings.System
	case m.Type == Person, several && (m.Type == System || m.Type == Other) && f.personal(m):
		return briefings.Person
	case !several && f.class(m.sentence, m.first)&(OrgTail|OrgHead) != 0 && m.Type != Place:
		return briefings.Organization
	case several && tail&Generic != 0 && m.Type != Place,
		several && tail&OrgTail != 0 && tail&(SystemTail|PlaceTail) == 0 && m.Type != Other:
		return briefings.Organization
	case several && tail&SystemTail != 0 && tail&OrgTail == 0 && f.d.tokens[m.last].capital && m.Type != Place:
		return briefings.System
	case m.Type == System, m.Type == Other && in(Systems):
		return briefings.System
	case m.Type == Organization:
		return f.bodyOf(m)
	case m.Type == Place:
		return briefings.PlaceActor
	}
	return ""
}

// bodyOf tells armed groups from other organisations by a word that such
// groups have in their names.
func (f *finder) bodyOf(m *Mention) briefings.ActorType {
	for i := m.first; i <= m.last; i++ {
		if f.class(m.sentence, i)&Armed != 0 {
			return briefings.Group
		}
	}
	return briefings.Organization
}

// personal says whether a name of two or three words begins with a given name
// and has no word that tells of anything else.
func (f *finder) personal(m *Mention) bool {
	if m.last-m.first > 2 || place(&f.d.tokens[m.first], GivenNames) != alone {
		return false
	}
	for i := m.first; i <= m.last; i++ {
		t := &f.d.tokens[i]
		if !t.capital || f.d.form(t).class&(OrgTail|OrgHead|SystemTail|PlaceTail|Citation|Calendar) != 0 || hasDigit(f.word(i)) || i > m.first && t.lists&^(15<<(4*GivenNames)) != 0 {
			return false
		}
	}
	return true
}

func hasDigit(word string) bool { return strings.ContainsAny(word, "0123456789") }
