package names

import (
	"strings"

	"dossier/briefings"
)

// tagged takes a name of the tagger in: without articles and openers of
// sentences at its front, and cut where two places are listed.
func (f *finder) tagged(n *Name) {
	first, last := n.first, n.last
	if f.off[first] {
		return
	}
	for first < last && f.leads(n.sentence, first, n.Type) {
		first++
	}
	for last > first && !f.d.form(&f.d.tokens[last]).letter && !hasDigit(f.word(last)) {
		last--
	}
	if n.Type == Place {
		for i := first + 1; i < last; i++ {
			if w := f.word(i); w == "," || w == "-" && f.d.tokens[i].lists == 0 && f.isState(first, i-1) {
				f.name(n, first, i-1)
				first = i + 1
			}
		}
	}
	f.name(n, first, last)
}

// leads says whether the first token of a name is no part of it.
func (f *finder) leads(sentence, token int, t Type) bool {
	word := f.word(token)
	if Lead(word+" x") > 0 && t != Other {
		return true
	}
	form := f.d.form(&f.d.tokens[token])
	opens := token == f.d.sentences[sentence].first
	return opens && form.class&Starter != 0 && (f.d.lows[form.low].small > 0 || t == Person)
}

func (f *finder) name(n *Name, first, last int) {
	form := f.d.form(&f.d.tokens[first])
	if first == last && (form.class&Calendar != 0 || !form.letter && n.Type != System) {
		return
	}
	if form.class&Citation != 0 && first == last || f.class(n.sentence, last)&Citation != 0 && n.Type != Person {
		return
	}
	m := Mention{Type: n.Type, State: -1, Rule: "tagger", sentence: n.sentence, first: first, last: last}
	m.Kind = f.kindOf(&m)
	f.put(m)
}

// kindOf returns the kind of actor that a mention's type and words tell of.
func (f *finder) kindOf(m *Mention) briefings.ActorType {
	text := f.text(m.first, m.last)
	lists := f.d.lex.names[f.d.lex.hash(text)].in
	tail := f.class(m.sentence, m.last)
	switch {
	case m.Type == Person:
		return briefings.Person
	case lists&(1<<Groups) != 0:
		return briefings.Group
	case m.Type == System || lists&(1<<Systems) != 0 && lists&(1<<Companies) == 0 && m.Type == Other:
		return briefings.System
	case m.Type == Organization:
		return briefings.Organization
	case m.Type == Place:
		return briefings.PlaceActor
	case tail&SystemTail != 0 && m.last > m.first:
		return briefings.System
	}
	return ""
}

func hasDigit(word string) bool { return strings.ContainsAny(word, "0123456789") }
