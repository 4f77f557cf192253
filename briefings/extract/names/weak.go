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
	in := f.d.lex.names[f.d.lex.hash(m.Words)].in
	switch {
	case m.Kind == briefings.PlaceActor && (in&(1<<World) != 0 || f.seat(m) || m.Rule == sceneRule):
		return Passing
	case m.Rule != "tagger" && m.Rule != "named so elsewhere in the text" || m.Type == Person || in != 0:
		return Strong
	}
	s := &f.d.sentences[m.sentence]
	switch f.word(s.end - 1) {
	case ".", "?", "!":
		return Strong
	}
	if !s.headline || f.class(m.sentence, m.first)&PlaceHead != 0 || f.class(m.sentence, m.last)&(OrgTail|PlaceTail) != 0 {
		return Strong
	}
	return Doubtful
}

// seat says whether a place is followed by a postal abbreviation, as the seats
// of companies are ("of Huntsville, AL").
func (f *finder) seat(m *Mention) bool {
	return f.word(m.last+1) == "," && f.class(m.sentence, m.last+2)&Postal != 0 && isAbbreviation(f.word(m.last+2)) &&
		f.class(m.sentence, m.first)&PlaceHead == 0
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
