package names

import (
	"strings"

	"dossier/briefings"
)

// Mention is a place where an actor is spoken of.
type Mention struct {
	Span
	Type Type
	Kind briefings.ActorType // "" for names of no actor: works, events, peoples
	// State is the state that is meant, or whose government or forces are; -1
	// if none.
	State int
	Use   Use
	// Rule says what found the mention.
	Rule string
	// Words are the mention's words as written.
	Words string
	// Also is a longer way to say the same here, "" if there is none: with the
	// platform noun behind a system (Orion capsule), with the title before a
	// surname (President Trump).
	Also string
	// Weak tells how little the mention shows that there is an actor.
	Weak Weakness

	sentence    int
	first, last int    // tokens of the document
	key         string // the words as names are compared, see fold
}

// Use says how a mention's words stand for what they mean.
type Use uint8

const (
	AsName         Use = iota
	AsAbbreviation     // U.S., HLS
	AsCapital          // a capital for its government
	AsGovernment       // the Turkish government
	AsForces           // the Turkish army
)

// finder gathers the mentions of a document. No two overlap.
type finder struct {
	d         *Document
	mentions  []Mention
	owner     []int32 // of each token: 1 + index of its mention, 0 for none
	off       []bool  // tokens of web addresses
	long      map[string]definition
	things    map[string]bool // short forms of what is no actor
	shipNames map[string]bool // without their prefixes
}

func newFinder(d *Document) *finder {
	return &finder{d: d, owner: make([]int32, len(d.tokens)), off: make([]bool, len(d.tokens)), long: map[string]definition{}, things: map[string]bool{}, shipNames: map[string]bool{}}
}

// find returns the mentions of the document in order: what the tagger found,
// mended and completed by lists and rules.
func (f *finder) find(tagged []Name) []Mention {
	f.skipAddresses()
	for i := range tagged {
		f.tagged(&tagged[i])
	}
	f.hyphens()
	f.initialled()
	f.ampersands()
	f.heads()
	f.acts()
	f.listed()
	f.states()
	f.companies()
	f.definitions()
	f.units()
	f.systems()
	f.ships()
	f.governments()
	f.stateBodies()
	f.regimes()
	f.led()
	f.coalitions()
	f.capitals()
	f.shortStates()
	f.populations()
	f.inOffices()
	f.offices()
	f.repeat()
	return f.settled()
}

// put adds a mention, and takes away those that it overlaps.
func (f *finder) put(m Mention) *Mention {
	for i := m.first; i <= m.last; i++ {
		f.remove(f.owner[i])
	}
	m.Span = Span{f.d.tokens[m.first].start, f.d.tokens[m.last].end}
	f.mentions = append(f.mentions, m)
	for i := m.first; i <= m.last; i++ {
		f.owner[i] = int32(len(f.mentions))
	}
	return &f.mentions[len(f.mentions)-1]
}

// remove takes a mention out by its number in owner; 0 is none.
func (f *finder) remove(number int32) {
	if number == 0 {
		return
	}
	m := &f.mentions[number-1]
	for i := m.first; i <= m.last; i++ {
		f.owner[i] = 0
	}
	m.sentence = -1
}

// at returns the mention that a token belongs to, nil if none.
func (f *finder) at(token int) *Mention {
	if token < 0 || token >= len(f.owner) || f.owner[token] == 0 {
		return nil
	}
	return &f.mentions[f.owner[token]-1]
}

// settled returns the mentions left, in order.
func (f *finder) settled() []Mention {
	out := make([]Mention, 0, len(f.mentions))
	last := int32(0)
	for _, number := range f.owner {
		if number == 0 || number == last {
			continue
		}
		last = number
		m := f.mentions[number-1]
		m.Words = f.d.Text[m.Start:m.End]
		if f.things[strings.TrimSuffix(m.Words, "s")] {
			continue
		}
		m.key = fold(m.Words)
		m.Weak, m.Also = f.weak(&m), f.also(&m)
		out = append(out, m)
	}
	return out
}

// also returns the longer way to say a mention that stands in the text.
func (f *finder) also(m *Mention) string {
	switch {
	case m.Kind == briefings.System && f.class(m.sentence, m.last+1)&SystemTail != 0 && !f.d.tokens[m.last+1].capital:
		return f.text(m.first, m.last+1)
	case m.Kind == briefings.Person && m.first == m.last && f.class(m.sentence, m.first-1)&Title != 0 && f.d.tokens[m.first-1].capital:
		return f.text(m.first-1, m.last)
	}
	return ""
}

// word returns a token as written, "" outside the document.
func (f *finder) word(token int) string {
	if token < 0 || token >= len(f.d.tokens) {
		return ""
	}
	t := &f.d.tokens[token]
	return f.d.Text[t.start:t.end]
}

// class returns what a token can be, 0 outside the sentence.
func (f *finder) class(sentence, token int) Class {
	s := &f.d.sentences[sentence]
	if token < s.first || token >= s.end {
		return 0
	}
	return f.d.form(&f.d.tokens[token]).class
}

// text returns the words of a range of tokens.
func (f *finder) text(first, last int) string {
	return f.d.Text[f.d.tokens[first].start:f.d.tokens[last].end]
}

// skipAddresses notes the tokens of web addresses.
func (f *finder) skipAddresses() {
	for i := range f.d.tokens {
		word := f.word(i)
		if word != "http" && word != "https" && !strings.HasPrefix(word, "www") && word != "@" {
			continue
		}
		for k := i; k < len(f.off) && (k == i || f.d.tokens[k].glued); k++ {
			f.off[k] = true
		}
	}
}

// fold brings a name to the form in which names are compared: without case,
// diacritics, leading article, possessive ending, and marks between words.
func fold(name string) string {
	s := briefings.Fold(name)
	s = strings.TrimSuffix(s, "'s")
	s = strings.Map(func(r rune) rune {
		switch r {
		case '.', ',', '"', '(', ')', '\'', '/':
			return -1
		case '\n', '\t', '\u00a0':
			return ' '
		}
		return r
	}, s)
	words := strings.Fields(s)
	if len(words) > 1 && (words[0] == "the" || words[0] == "a" || words[0] == "an") {
		words = words[1:]
	}
	return strings.Join(words, " ")
}
