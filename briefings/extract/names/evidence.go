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
	return m.d.lex.names[m.d.lex.hash(g.text)].in&^(1<<GivenNames) == 0
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

// tails joins organisations that differ by a generic tail (Baykar, Baykar
// Technologies), by a state's adjective in front, or by the order of words
// (Ministry of X, X Ministry), and a bare tail (the Corps) to the one name
// that ends so.
func (m *merger) tails() {
	for i := range m.groups {
		g := &m.groups[i]
		if !m.isBody(g) && g.kind != briefings.System || g.use == AsForces {
			continue
		}
		to := m.only(func(o *group) bool {
			if !m.isBody(o) || len(o.words) <= len(g.words) {
				return false
			}
			if !m.isBody(g) { // the tagger's slip, which the legal form mends
				return len(g.words) > 1 && legalForm(o.words[len(g.words):]) && slices.Equal(o.words[:len(g.words)], g.words)
			}
			return m.genericTail(g.words, o.words) || m.stateBefore(g.words, o.words)
		})
		if to >= 0 {
			g.kind = m.groups[to].kind
			m.join(i, to, "the same name as "+m.groups[to].text+" but for a word that tells little")
			continue
		}
		if !m.isBody(g) {
			continue
		}
		turned := turn(g.key)
		if to = m.find(turned); turned != "" && to >= 0 && m.isBody(&m.groups[to]) {
			m.join(i, to, "the same words in another order as "+m.groups[to].text)
			continue
		}
		m.bareTail(i)
	}
}

// legalForm says whether words are nothing but the legal form of a company.
func legalForm(words []string) bool {
	for _, w := range words {
		switch w {
		case "inc", "llc", "ltd", "plc", "gmbh", "ag", "sa", "lp", "co", "corp", "limited":
		default:
			return false
		}
	}
	return true
}

func (m *merger) isBody(g *group) bool {
	return g.kind == briefings.Organization || g.kind == briefings.Group
}

// standsAlone says whether a tail means one body by itself, whatever other
// names end so: "the Administration" is a president's.
func standsAlone(word string) bool {
	switch word {
	case "administration", "government", "congress", "parliament", "cabinet", "army", "navy", "union", "times":
		return true
	}
	return false
}

// bareTail joins "the Corps" to the one organisation whose name ends so and
// stands before it in the text.
func (m *merger) bareTail(i int) {
	g := &m.groups[i]
	if len(g.words) != 1 || m.d.lex.Class(g.words[0])&OrgTail == 0 || standsAlone(g.words[0]) {
		return
	}
	to := m.only(func(o *group) bool {
		n := len(o.words)
		return m.isBody(o) && n > 1 && n <= 4 && m.before(o, g) && o.words[n-1] == g.words[0] && m.d.lex.Class(o.words[0])&Citation == 0
	})
	if to >= 0 {
		m.join(i, to, "the one name that ends so is "+m.groups[to].text)
	}
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

func (m *merger) genericTail(short, long []string) bool {
	for k, word := range long {
		if k < len(short) && short[k] != word || k >= len(short) && m.d.lex.Class(word)&Generic == 0 {
			return false
		}
	}
	return true
}

// stateBefore says whether a name of at least two words is a longer one
// without the state in front.
func (m *merger) stateBefore(short, long []string) bool {
	extra := len(long) - len(short)
	if len(short) < 2 || extra > 2 {
		return false
	}
	for k, word := range short {
		if long[k+extra] != word {
			return false
		}
	}
	use := m.d.lex.byState[m.d.lex.hash(strings.Join(long[:extra], " "))].as
	return use == stateDemonym || use == stateName || use == stateShort
}

// turn turns "defense ministry" into "ministry of defense", "" if there is
// nothing to turn.
func turn(key string) string {
	for _, head := range []string{"ministry", "department"} {
		if rest, ok := strings.CutSuffix(key, " "+head); ok {
			return head + " of " + rest
		}
	}
	return ""
}
