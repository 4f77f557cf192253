package names

import "dossier/briefings"

// shoreWords are what stands behind the name of a ship that is a base on shore.
var shoreWords = map[string]bool{"base": true, "port": true, "naval": true, "barracks": true, "dockyard": true, "shipyard": true}

// ship takes in a ship's name with the prefix at a token, and returns its last
// token: USS Hopper, FS Charles de Gaulle.
func (f *finder) ship(sentence, first int) int {
	last, end := first+1, f.d.sentences[sentence].end
	for last-first < 3 && last+1 < end {
		switch {
		case f.d.tokens[last+1].capital && f.class(sentence, last+1)&(Ship|Starter|Calendar) == 0:
			last++
			continue
		case last+2 < end && f.class(sentence, last+1)&Link != 0 && f.word(last+1) != "and" && f.d.tokens[last+2].capital:
			last += 2
			continue
		}
		break
	}
	if last+1 < end && shoreWords[f.word(last+1)] {
		f.put(Mention{Type: Place, Kind: briefings.PlaceActor, State: -1, Rule: "a base that is named like a ship", sentence: sentence, first: first, last: last})
		return last
	}
	f.shipNames[f.text(first+1, last)] = true
	f.put(Mention{Type: System, Kind: briefings.System, State: -1, Rule: "a ship by its prefix", sentence: sentence, first: first, last: last})
	return last
}

// ships finds further places of ships' names, without the prefix.
func (f *finder) ships() {
	if len(f.shipNames) == 0 {
		return
	}
	for number := range f.d.sentences {
		s := &f.d.sentences[number]
		for i := s.first; i < s.end; i++ {
			for last := i; last < min(i+3, s.end); last++ {
				if !f.shipNames[f.text(i, last)] {
					continue
				}
				owner := f.at(i)
				if owner == nil && f.free(i, last) || owner != nil && owner.first == i && owner.last == last && owner.Kind != briefings.StateActor {
					f.put(Mention{Type: System, Kind: briefings.System, State: -1, Rule: "a ship that is named with its prefix elsewhere",
						sentence: number, first: i, last: last})
				}
			}
		}
	}
}
