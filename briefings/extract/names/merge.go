package names

import (
	"slices"
	"strings"

	"dossier/briefings"
)

// Actor is someone or something with all its mentions.
type Actor struct {
	Name     string
	Kind     briefings.ActorType
	State    int // index of the state that it is, or whose forces it is; -1 if none
	Mentions []Mention
	// Merges tells in words why forms that differ are held for one.
	Merges []string
}

// Actors finds the actors of a document from the names that the tagger found,
// in the order of their first mentions. Forms of a name are held for one actor
// only on strong evidence, and each such merge is explained.
func Actors(d *Document, tagged []Name) []Actor {
	f := newFinder(d)
	m := &merger{d: d, mentions: f.find(tagged), defined: f.long}
	m.gather()
	m.agree()
	for _, rule := range []func(){m.states, m.shortForms, m.equals, m.persons, m.tails, m.units, m.places, m.spelledOut, m.systems, m.initials} {
		rule()
	}
	return m.actors()
}

// merger joins the forms of one name.
type merger struct {
	d        *Document
	mentions []Mention
	groups   []group
	defined  map[string]definition
}

// group is a form of a name: mentions whose words are the same but for case
// and marks.
type group struct {
	key      string
	words    []string
	text     string // as first written
	kind     briefings.ActorType
	state    int
	use      Use
	mentions []int
	parent   int // group that it was merged into, its own index otherwise
	why      string
}

// gather makes a group of each different form.
func (m *merger) gather() {
	type form struct {
		key   string
		state int
	}
	index := map[form]int{}
	for i := range m.mentions {
		mention := &m.mentions[i]
		key := form{m.keyOf(mention), -1}
		if mention.Kind == briefings.StateActor {
			key.state = mention.State
		}
		g, ok := index[key]
		if !ok {
			g = len(m.groups)
			index[key] = g
			m.groups = append(m.groups, group{key: key.key, words: strings.Fields(key.key),
				text: mention.Words, kind: mention.Kind, state: mention.State, use: mention.Use, parent: g})
		}
		m.groups[g].mentions = append(m.groups[g].mentions, i)
	}
}

// keyOf returns the words by which a mention is compared: without titles
// before a person's name and "Jr." behind it, without the legal form before a
// company's, and without the number of a Congress.
func (m *merger) keyOf(mention *Mention) string {
	key := mention.key
	if mention.Kind == briefings.Person {
		key = strings.TrimSuffix(strings.TrimSuffix(key, " jr"), " sr")
	}
	if number, rest, ok := strings.Cut(key, " "); ok && rest == "congress" && hasDigit(number) {
		key = rest
	}
	if word, rest, more := strings.Cut(key, " "); more && mention.Kind == briefings.Organization && legalWords().before[strings.ToUpper(word)] {
		key = rest
	}
	for mention.Kind == briefings.Person {
		word, rest, more := strings.Cut(key, " ")
		if !more || m.d.lex.Class(word)&Title == 0 {
			break
		}
		key = rest
	}
	return key
}

// agree gives the mentions of a form the kind that most of them have; lists
// and designations count more than the tagger.
func (m *merger) agree() {
	for i := range m.groups {
		g := &m.groups[i]
		if g.kind == briefings.StateActor {
			continue
		}
		votes := map[briefings.ActorType]int{}
		best := g.kind
		for _, k := range g.mentions {
			mention := &m.mentions[k]
			votes[mention.Kind] += weightOf(mention)
			if votes[mention.Kind] > votes[best] {
				best = mention.Kind
			}
		}
		g.kind = best
	}
}

func weightOf(m *Mention) int {
	switch m.Rule {
	case "designation", "list of capitals", unitRule, makerRule:
		return 4
	case "tagger":
		return 2
	}
	return 1
}

// root returns the group that a group was merged into in the end.
func (m *merger) root(i int) int {
	for m.groups[i].parent != i {
		i = m.groups[i].parent
	}
	return i
}

// join merges group i into group j, with the reason.
func (m *merger) join(i, j int, why string) {
	i, j = m.root(i), m.root(j)
	if i == j || !mayJoin(m.groups[i].kind, m.groups[j].kind) {
		return
	}
	m.groups[i].parent, m.groups[i].why = j, why
}

// mayJoin keeps kinds apart that are never the same: people from all others,
// companies from what they make, states from the rest.
func mayJoin(a, b briefings.ActorType) bool {
	if a == b {
		return true
	}
	bodies := func(t briefings.ActorType) bool {
		return t == briefings.Organization || t == briefings.Group || t == ""
	}
	return bodies(a) && bodies(b) || a == "" && b == briefings.System || b == "" && a == briefings.System
}

// find returns the first group whose key is one of these and that may be
// joined with others, -1 if there is none.
func (m *merger) find(key string) int {
	return slices.IndexFunc(m.groups, func(g group) bool { return g.key == key })
}

// actors makes actors of the groups that were not merged into others.
func (m *merger) actors() []Actor {
	var out []Actor
	number := map[int]int{}
	for i := range m.groups {
		root := m.root(i)
		kind := m.groups[root].kind
		if kind == "" || m.vague(root) {
			continue
		}
		at, ok := number[root]
		if !ok {
			at = len(out)
			number[root] = at
			out = append(out, Actor{Kind: kind, State: m.groups[root].state})
		}
		a := &out[at]
		for _, k := range m.groups[i].mentions {
			mention := m.mentions[k]
			mention.Kind, mention.Type = kind, typeOf(kind, mention.Type)
			a.Mentions = append(a.Mentions, mention)
		}
		if why := m.groups[i].why; why != "" {
			a.Merges = append(a.Merges, m.groups[i].text+": "+why)
		}
	}
	out = slices.DeleteFunc(out, func(a Actor) bool { return tooWeak(&a) })
	for i := range out {
		slices.SortFunc(out[i].Mentions, func(a, b Mention) int { return a.Start - b.Start })
		out[i].Name = m.nameOf(&out[i])
	}
	return out
}

// vague says whether nothing more is known of an organisation than what it
// is: "the Division".
func (m *merger) vague(root int) bool {
	g := &m.groups[root]
	if !m.isBody(g) || len(g.words) != 1 || m.d.lex.Class(g.words[0])&(OrgTail|OrgHead) == 0 || m.d.lex.in(g.text) != 0 {
		return false
	}
	for i := range m.groups {
		if i != root && m.root(i) == root {
			return false
		}
	}
	return len(g.mentions) < 2 || m.d.lex.Class(g.words[0])&Alliance == 0
}

// nameOf chooses the name that an actor is listed by: of a state the one that
// the text uses most, of others the longest of the forms that are no short
// form, the more frequent of two.
func (m *merger) nameOf(a *Actor) string {
	counts := map[string]int{}
	best := ""
	for i := range a.Mentions {
		mention := &a.Mentions[i]
		if mention.Use != AsName && mention.Use != AsForces {
			continue
		}
		text := mention.Words
		if a.Kind == briefings.Person {
			text = m.untitled(text)
		}
		counts[text]++
		if best == "" || m.better(a.Kind, text, best, counts) {
			best = text
		}
	}
	switch {
	case best != "":
		return best
	case a.Kind == briefings.StateActor:
		return m.d.lex.states[a.State].Name
	}
	return a.Mentions[0].Words
}

// untitled returns a person's name without the titles before it.
func (m *merger) untitled(name string) string {
	for {
		word, rest, more := strings.Cut(name, " ")
		if !more || m.d.lex.Class(word)&Title == 0 {
			return name
		}
		name = strings.TrimLeft(rest, " ")
	}
}

func (m *merger) better(kind briefings.ActorType, text, best string, counts map[string]int) bool {
	if kind == briefings.StateActor {
		return counts[text] > counts[best]
	}
	words, most := strings.Count(text, " "), strings.Count(best, " ")
	return words > most || words == most && counts[text] > counts[best]
}
