package names

import (
	"strings"
	"unicode"

	"dossier/briefings"
)

// systems joins designations with and without hyphens, plural endings, and
// the names beside a designation or platform noun (TB2, Bayraktar TB2).
func (m *merger) systems() {
	for i := range m.groups {
		g := &m.groups[i]
		if g.kind == briefings.Person || g.kind == briefings.StateActor {
			continue
		}
		plain := bare(g.key)
		same := m.only(func(o *group) bool {
			return o.kind == briefings.System && o != g && bare(o.key) == plain && (g.kind == o.kind && m.before(o, g) || g.kind != o.kind && o.key != g.key)
		})
		if same >= 0 {
			g.kind = briefings.System
			m.join(i, same, "the same designation")
		}
	}
	m.designated()
	for i := range m.groups {
		g := &m.groups[i]
		if g.kind != briefings.System {
			continue
		}
		longer := m.only(func(o *group) bool {
			return o.kind == briefings.System && len(o.words) > len(g.words) && m.systemIn(g.words, o.words)
		})
		if longer >= 0 {
			m.join(i, longer, "a shorter form of "+m.groups[longer].text)
		}
	}
}

// designated joins names with a designation at an end to the designation by
// itself: it tells one system from all others.
func (m *merger) designated() {
	for i := range m.groups {
		g := &m.groups[i]
		if g.kind != briefings.System || len(g.words) != 1 || !isDesignator(g.text) {
			continue
		}
		for k := range m.groups {
			o := &m.groups[k]
			last := len(o.words) - 1
			if o.kind != briefings.System || last < 1 {
				continue
			}
			front := bare(o.words[0]) == bare(g.key) && !strings.ContainsFunc(o.words[1], unicode.IsDigit)
			if front || bare(o.words[last]) == bare(g.key) {
				m.join(k, i, "the designation is "+g.text)
			}
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
// maker's or family's name before it, without platform nouns behind it, or
// without words in between.
func (m *merger) systemIn(short, long []string) bool {
	extra := len(long) - len(short)
	front, back := true, true
	for k, word := range short {
		back = back && bare(long[k+extra]) == bare(word)
		front = front && bare(long[k]) == bare(word)
	}
	if back || len(short) > 1 && short[0] == long[0] && within2(short, long) {
		return true
	}
	for _, word := range long[len(short):] {
		front = front && m.d.lex.Class(word)&SystemTail != 0
	}
	return front
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
