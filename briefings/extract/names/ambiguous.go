package names

import "dossier/briefings"

// shared are names that two states share, and what each is called in full.
var shared = map[string][2]string{
	"Korea": {"South Korea", "North Korea"},
	"Congo": {"Democratic Republic of the Congo", "Republic of the Congo"},
}

// shortStates takes "Korea" for the one of the two states that a text speaks of
// by its full name, and leaves it alone where it speaks of both or of none.
func (f *finder) shortStates() {
	spoken := map[string]int{} // by name: 1 + the state
	for i := range f.mentions {
		if m := &f.mentions[i]; m.sentence >= 0 && m.Kind == briefings.StateActor && m.State >= 0 {
			spoken[f.d.lex.states[m.State].Name] = m.State + 1
		}
	}
	for i := range f.d.tokens {
		if !f.d.tokens[i].capital {
			continue
		}
		names, ok := shared[f.word(i)]
		one, other := spoken[names[0]], spoken[names[1]]
		if !ok || (one == 0) == (other == 0) || f.off[i] {
			continue
		}
		if owner := f.at(i); owner != nil && (owner.first < i || owner.last > i) {
			continue
		}
		f.put(Mention{Type: Place, Kind: briefings.StateActor, State: max(one, other) - 1, Use: AsAbbreviation, Rule: "the only state of that name here",
			sentence: f.sentenceOf(i), first: i, last: i})
	}
}
