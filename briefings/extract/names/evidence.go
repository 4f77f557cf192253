package names

import (
	"strings"
	"unicode"

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
				return o.kind == briefings.Person && len(o.words) > 1 && o.words[0] == g.words[0]
			})
			why = "same first name, one full name"
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
// (Ministry of X, X Ministry).
func (m *merger) tails() {
	for i := range m.groups {
		g := &m.groups[i]
		if g.kind != briefings.Organization && g.kind != briefings.Group || g.use == AsForces {
			continue
		}
		to := m.only(func(o *group) bool {
			return o.kind == g.kind && len(o.words) > len(g.words) && (m.genericTail(g.words, o.words) || m.stateBefore(g.words, o.words))
		})
		if to >= 0 {
			m.join(i, to, "the same name as "+m.groups[to].text+" but for a word that tells little")
			continue
		}
		turned := turn(g.key)
		if to = m.find(turned); turned != "" && to >= 0 && m.groups[to].kind == g.kind {
			m.join(i, to, "the same words in another order as "+m.groups[to].text)
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

// systems joins designations with and without hyphens, plural endings, and
// the family name or platform noun beside them (TB2, Bayraktar TB2).
func (m *merger) systems() {
	for i := range m.groups {
		g := &m.groups[i]
		if g.kind != briefings.System {
			continue
		}
		plain := bare(g.key)
		same := m.only(func(o *group) bool {
			return o.kind == briefings.System && o != g && bare(o.key) == plain && m.before(o, g)
		})
		if same >= 0 {
			m.join(i, same, "the same designation")
		}
	}
	for i := range m.groups {
		g := &m.groups[i]
		if g.kind != briefings.System {
			continue
		}
		longer := m.only(func(o *group) bool {
			return o.kind == briefings.System && len(o.words) > len(g.words) && m.systemIn(g.words, o.words)
		})
		if longer >= 0 {
			m.join(i, longer, "the last words of "+m.groups[longer].text)
		}
	}
}

// before says whether a group was made earlier than another, so that of two
// equal ones the later joins the earlier.
func (m *merger) before(a, b *group) bool { return a.mentions[0] < b.mentions[0] }

// bare cuts the plural ending and the hyphens of a designation.
func bare(key string) string {
	return strings.TrimSuffix(strings.ReplaceAll(key, "-", ""), "s")
}

// systemIn says whether a short name of a system is a longer one without the
// maker's or family's name before it, without the name behind a designation,
// or without platform nouns.
func (m *merger) systemIn(short, long []string) bool {
	extra := len(long) - len(short)
	front, back := true, true
	for k, word := range short {
		back = back && bare(long[k+extra]) == bare(word)
		front = front && bare(long[k]) == bare(word)
	}
	if back {
		return true
	}
	if !front {
		return false
	}
	if strings.ContainsFunc(short[len(short)-1], unicode.IsDigit) && !strings.ContainsFunc(long[len(short)], unicode.IsDigit) {
		return true
	}
	for _, word := range long[len(short):] {
		if m.d.lex.Class(word)&SystemTail == 0 {
			return false
		}
	}
	return true
}

// initials joins an abbreviation of at least three letters to the one name
// that it spells.
func (m *merger) initials() {
	for i := range m.groups {
		g := &m.groups[i]
		if len(g.words) != 1 || len(g.text) < 3 || !isAbbreviation(g.text) || m.groups[m.root(i)].use == AsAbbreviation && m.root(i) != i {
			continue
		}
		long := m.only(func(o *group) bool {
			return len(o.words) > 2 && o.kind != briefings.Person && m.spells(g.key, o.words)
		})
		if long >= 0 {
			if g.kind == briefings.PlaceActor {
				g.kind = m.groups[long].kind
			}
			m.join(i, long, "the first letters of "+m.groups[long].text)
		}
	}
}

// spells says whether the first letters of a name's words make a word, with
// or without the small words between.
func (m *merger) spells(word string, words []string) bool {
	var all, some strings.Builder
	for _, w := range words {
		for part := range strings.SplitSeq(w, "-") {
			if part == "" {
				continue
			}
			all.WriteString(part[:1])
			if m.d.lex.Class(part)&(Link|Starter) == 0 {
				some.WriteString(part[:1])
			}
		}
	}
	return word == all.String() || word == some.String()
}
