package names

import (
	"slices"
	"strings"

	"dossier/briefings"
)

// states joins what stands for a state to its name.
func (m *merger) states() {
	first := map[int]int{}
	for _, named := range []bool{true, false} { // names first, so that others are merged into them
		for i := range m.groups {
			g := &m.groups[i]
			if g.kind != briefings.StateActor || (g.use == AsName) != named {
				continue
			}
			if to, ok := first[g.state]; ok {
				m.join(i, to, m.stateReason(g))
			} else {
				first[g.state] = i
			}
		}
	}
}

func (m *merger) stateReason(g *group) string {
	name := m.d.lex.states[g.state].Name
	switch g.use {
	case AsCapital:
		return "the capital of " + name + ", and it acts"
	case AsGovernment:
		return "the government of " + name
	case AsAbbreviation:
		return "short for " + name
	}
	return "another name of " + name
}

// shortForms joins short forms to the long forms that the text explains them
// by.
func (m *merger) shortForms() {
	for i := range m.groups {
		g := &m.groups[i]
		d, ok := m.defined[strings.TrimSuffix(g.text, "s")]
		if !ok {
			d, ok = m.defined[g.text]
		}
		if !ok {
			continue
		}
		if long := m.find(d.long); long >= 0 && long != i {
			if g.kind != briefings.StateActor {
				g.kind = m.groups[long].kind
			}
			m.join(i, long, "the text explains it as short for "+m.groups[long].text)
		}
	}
}

// equals joins names that the list of equal names has in one line.
func (m *merger) equals() {
	first := map[uint16]int{}
	for i := range m.groups {
		g := &m.groups[i]
		line := m.d.lex.equals[g.key]
		if line == 0 || g.kind == briefings.Person || g.kind == briefings.StateActor {
			continue
		}
		if to, ok := first[line]; ok {
			m.join(i, to, "another name of "+m.groups[to].text)
		} else {
			first[line] = i
		}
	}
}

// only returns the one group that fits, -1 if none or several do. Groups that
// were merged into one count as one.
func (m *merger) only(fits func(g *group) bool) int {
	found := -1
	for i := range m.groups {
		if !fits(&m.groups[i]) {
			continue
		}
		if found >= 0 && m.root(found) != m.root(i) {
			return -1
		}
		if found < 0 {
			found = i
		}
	}
	return found
}

// persons joins names with and without middle names, and single names to the
// one full name that has them.
func (m *merger) persons() {
	for i := range m.groups {
		g := &m.groups[i]
		if g.kind != briefings.Person || len(g.words) < 2 {
			continue
		}
		longer := m.only(func(o *group) bool {
			return o.kind == briefings.Person && len(o.words) > len(g.words) && within2(g.words, o.words)
		})
		if longer >= 0 {
			m.join(i, longer, "the same first and last name as "+m.groups[longer].text)
		}
	}
	for i := range m.groups {
		g := &m.groups[i]
		if len(g.words) != 1 || g.kind != briefings.Person && !m.surnameIsMissed(g) {
			continue
		}
		full := m.only(func(o *group) bool {
			return o.kind == briefings.Person && len(o.words) > 1 && o.words[len(o.words)-1] == g.words[0]
		})
		why := "same surname, one full name"
		if full < 0 && g.kind == briefings.Person {
			full = m.only(func(o *group) bool {
				return o.kind == briefings.Person && len(o.words) > 1 && o.words[0] == g.words[0] && m.find(o.words[len(o.words)-1]) < 0
			})
			why = "same first name, one full name, and nobody is called by that surname alone"
		}
		if full >= 0 {
			g.kind = briefings.Person
			m.join(i, full, why)
		}
	}
}

// surnameIsMissed says whether a form that was not taken for a person may be
// one all the same: it is in no list, and the tagger alone named it.
func (m *merger) surnameIsMissed(g *group) bool {
	if g.kind == briefings.StateActor || g.use != AsName {
		return false
	}
	for _, k := range g.mentions {
		if r := m.mentions[k].Rule; r != "tagger" && r != "named so elsewhere in the text" {
			return false
		}
	}
	return m.d.lex.in(g.text)&^(1<<GivenNames) == 0
}

// within2 says whether a name has the first and last word of a longer one, and
// between them only words that the longer one has too.
func within2(short, long []string) bool {
	if short[len(short)-1] != long[len(long)-1] {
		return false
	}
	at := 0
	for _, word := range short {
		for at < len(long) && long[at] != word {
			at++
		}
		if at == len(long) {
			return false
		}
		at++
	}
	return short[0] == long[0] || len(short) >= 2 && short[0] == long[1]
}

// places joins a place's name with and without the noun for what it is
// (Hainan, Hainan Province).
func (m *merger) places() {
	for i := range m.groups {
		g := &m.groups[i]
		if g.kind != briefings.PlaceActor {
			continue
		}
		to := m.only(func(o *group) bool {
			last := len(o.words) - 1
			return o.kind == briefings.PlaceActor && last >= len(g.words) && administrative(o.words[last]) &&
				slices.Equal(o.words[:len(g.words)], g.words)
		})
		if to >= 0 {
			m.join(i, to, "the same place as "+m.groups[to].text)
		}
	}
}

// administrative says whether a word is the noun for a part of a state, which
// a place keeps its meaning without; a strait or a river does not.
func administrative(word string) bool {
	switch word {
	case "province", "region", "governorate", "oblast", "prefecture", "district", "republic", "state", "territory", "island", "city":
		return true
	}
	return false
}

// spelledOut joins names that are equal when the short forms in them are
// written out as the text explains them.
func (m *merger) spelledOut() {
	first := map[string]int{}
	for i := range m.groups {
		g := &m.groups[i]
		if g.kind == briefings.Person || g.kind == briefings.StateActor {
			continue
		}
		full := make([]string, len(g.words))
		for k, word := range g.words {
			full[k] = word
			if d, ok := m.defined[strings.ToUpper(word)]; ok && len(g.words) > 1 {
				full[k] = d.long
			}
		}
		key := strings.ReplaceAll(strings.Join(full, " "), "-", " ")
		if to, ok := first[key]; ok {
			m.join(i, to, "the same as "+m.groups[to].text+" when short forms are written out")
		} else {
			first[key] = i
		}
	}
}
