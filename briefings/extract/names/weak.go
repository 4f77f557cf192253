package names

import "dossier/briefings"

// Weakness tells how little a mention shows that there is an actor.
type Weakness uint8

const (
	Strong   Weakness = iota
	Passing           // parts of the world, seats of companies: an actor if they come up again
	Doubtful          // capitals in a heading are all there is: no actor, however often
)

func (f *finder) weak(m *Mention) Weakness {
	in := f.d.lex.in(m.Words)
	switch {
	case m.Kind == briefings.PlaceActor && (in&(1<<World) != 0 || f.seat(m) || f.seated(m) || m.Rule == sceneRule):
		return Passing
	case m.Kind == briefings.Person && f.byline(m):
		return Doubtful
	case m.Rule == "designation" && letters(m.Words) > 3 && (f.class(m.sentence, m.last)|f.class(m.sentence, m.last+1))&SystemTail == 0:
		return Passing
	case m.Rule != "tagger" && m.Rule != "named so elsewhere in the text" || in != 0:
		return Strong
	case m.Type == Person:
		if m.Rule == "tagger" && f.unsupported(m) {
			return Passing
		}
		return Strong
	}
	switch {
	case f.inLabel(m):
		return Doubtful
	case m.Rule == "tagger" && f.unsupported(m):
		return Passing
	}
	return Strong
}

// inLabel says whether a mention stands in a line of capitalised words that is
// no sentence, and has no word that tells of an organisation or place.
func (f *finder) inLabel(m *Mention) bool {
	s := &f.d.sentences[m.sentence]
	switch f.word(s.end - 1) {
	case ".", "?", "!":
		return false
	}
	return s.headline && f.class(m.sentence, m.first)&PlaceHead == 0 && f.class(m.sentence, m.last)&(OrgTail|PlaceTail) == 0
}

// letters counts the capitals that a designation begins with: more than three
// are rather those of a page or a form.
func letters(word string) int {
	n := 0
	for n < len(word) && word[n] >= 'A' && word[n] <= 'Z' {
		n++
	}
	return n
}

// byline says whether a person is the writer of the text: the name opens a
// line that goes on with a comma and what writers are.
func (f *finder) byline(m *Mention) bool {
	s := &f.d.sentences[m.sentence]
	return m.first == s.first && f.word(m.last+1) == "," && f.class(m.sentence, m.last+2)&Byline != 0 && f.word(s.end-1) != "."
}

// unsupported says whether nothing but the tagger speaks for a mention: a
// person's single name that does nothing, a place that nothing is in, a system
// without designation or platform noun.
func (f *finder) unsupported(m *Mention) bool {
	single := m.first == m.last
	switch m.Kind {
	case briefings.Person:
		before, behind := f.class(m.sentence, m.first-1), f.class(m.sentence, m.last+1)
		return single && before&Title == 0 && behind&(Say|Acts) == 0 && place(&f.d.tokens[m.first], GivenNames) == nowhere
	case briefings.PlaceActor:
		before := f.class(m.sentence, m.first-1)
		if f.word(m.first-1) == "the" {
			before = f.class(m.sentence, m.first-2)
		}
		ends := f.class(m.sentence, m.first)&(PlaceHead|PlaceTail|Direction) | f.class(m.sentence, m.last)&PlaceTail
		return before&Locative == 0 && f.word(m.first-1) != "," && ends == 0 && !f.besidePlace(m)
	case briefings.System:
		return !hasDigit(m.Words) && (f.class(m.sentence, m.last)|f.class(m.sentence, m.last+1))&SystemTail == 0
	}
	return false
}

// seat says whether a place is followed by a postal abbreviation, as the seats
// of companies are ("of Huntsville, AL").
func (f *finder) seat(m *Mention) bool {
	return f.word(m.last+1) == "," && f.class(m.sentence, m.last+2)&Postal != 0 && isAbbreviation(f.word(m.last+2)) &&
		f.class(m.sentence, m.first)&PlaceHead == 0
}

// seated says whether a place only tells where the place before it lies:
// "Ashburn, Virginia".
func (f *finder) seated(m *Mention) bool {
	before := f.at(m.first - 2)
	return f.word(m.first-1) == "," && before != nil && before.sentence == m.sentence && before.Type == Place && f.partOfState(m.sentence, m.first)
}

// tooWeak says whether an actor has too little to show for itself.
func tooWeak(a *Actor) bool {
	passing := 0
	for i := range a.Mentions {
		switch a.Mentions[i].Weak {
		case Strong:
			return false
		case Passing:
			passing++
		}
	}
	return passing < 2
}

// besidePlace says whether a place is the second of two that "and" joins, or
// follows the noun for what it is ("the city of").
func (f *finder) besidePlace(m *Mention) bool {
	switch f.word(m.first - 1) {
	case "including":
		return true
	case "of":
		return f.class(m.sentence, m.first-2)&PlaceTail != 0
	case "and", "or":
		if before := f.at(m.first - 2); before != nil && before.Type == Place {
			return true
		}
	}
	switch f.word(m.last + 1) {
	case ",", "and":
		after := f.at(m.last + 2)
		return after != nil && after.sentence == m.sentence && after.Type == Place
	}
	return false
}
