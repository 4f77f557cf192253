package names

import (
	"slices"
	"strings"

	"dossier/briefings"
)

// tails joins organisations that differ by a generic tail (Baykar, Baykar
// Technologies), by a state's adjective in front, or by the order of words
// (Ministry of X, X Ministry), and a bare tail (the Corps) to the one name
// that ends so.
func (m *merger) tails() {
	for i := range m.groups {
		g := &m.groups[i]
		if m.root(i) == i && g.kind != briefings.StateActor && m.beginning(i) {
			continue
		}
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

// beginning joins the first word of an organisation's name to the one name that
// begins so and stands before it in the text (Amnesty International, Amnesty),
// if the word is no name in any list and nowhere written small.
func (m *merger) beginning(i int) bool {
	g := &m.groups[i]
	if len(g.words) != 1 || m.d.lex.in(g.text) != 0 || m.d.lex.Class(g.words[0]) != 0 || isAbbreviation(g.text) || m.writtenSmall(g.text) {
		return false
	}
	to := m.only(func(o *group) bool {
		return len(o.words) > 1 && o.words[0] == g.words[0] && m.before(o, g)
	})
	if to < 0 || !m.isBody(&m.groups[to]) || m.find(g.words[0]) != i {
		return false
	}
	if g.kind == briefings.System || g.kind == briefings.Person && !m.surnameIsMissed(g) {
		return false
	}
	g.kind = m.groups[to].kind
	m.join(i, to, "the one name that begins so is "+m.groups[to].text)
	return true
}

// writtenSmall says whether the text has a word in small letters too.
func (m *merger) writtenSmall(word string) bool {
	low, ok := m.d.byLow[newForm(word, m.d.lex).norm]
	return ok && m.d.lows[low].small > 0
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

// units joins the short name of a numbered unit to the one long name with the
// same number that ends so or is spelled so: the 62nd Regiment, 507th ARW.
func (m *merger) units() {
	for i := range m.groups {
		g := &m.groups[i]
		if len(g.words) != 2 || !hasDigit(g.words[0]) || !m.isBody(g) {
			continue
		}
		to := m.only(func(o *group) bool {
			n := len(o.words)
			return m.isBody(o) && n > 2 && o.words[0] == g.words[0] && (o.words[n-1] == g.words[1] || m.spells(g.words[1], o.words[1:]))
		})
		if to >= 0 {
			m.join(i, to, "the same number as "+m.groups[to].text)
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
