package names

import "strings"

// State is a state with the words that stand for it.
type State struct {
	Name     string   // as an English text mostly has it
	Names    []string // other names, long forms first; abbreviations in capitals
	Demonyms []string
	Capital  string
}

// readState reads "Name | other names | demonyms | capital, seats".
func (l *Lexicon) readState(line string) {
	fields := strings.Split(line, "|")
	for len(fields) < 4 {
		fields = append(fields, "")
	}
	s := State{Name: strings.TrimSpace(fields[0]), Names: splitNames(fields[1]), Demonyms: splitNames(fields[2])}
	capitals := splitNames(fields[3])
	if len(capitals) > 0 {
		s.Capital = capitals[0]
	}
	number := int16(len(l.states))
	l.states = append(l.states, s)
	put := func(list List, name string, as stateUse) {
		key := l.add(list, name)
		if l.byState[key].as == notState {
			l.byState[key] = stateRef{number, as}
		}
	}
	put(StateNames, s.Name, stateName)
	for _, n := range s.Names {
		use := stateName
		if isAbbreviation(n) {
			use = stateShort
		}
		put(StateNames, n, use)
	}
	for _, n := range s.Demonyms {
		put(Demonyms, n, stateDemonym)
	}
	for _, n := range capitals {
		put(Capitals, n, stateCapital)
	}
}

func splitNames(list string) []string {
	var out []string
	for name := range strings.SplitSeq(list, ",") {
		if name = strings.TrimSpace(name); name != "" {
			out = append(out, name)
		}
	}
	return out
}

// isAbbreviation says whether a name is made of capitals and dots alone.
func isAbbreviation(name string) bool {
	capitals := 0
	for i := 0; i < len(name); i++ {
		switch c := name[i]; {
		case c >= 'A' && c <= 'Z':
			capitals++
		case c != '.' && c != '&' && c != '-' && (c < '0' || c > '9'):
			return false
		}
	}
	return capitals >= 2
}

// Exonym says whether a name is one that others give to a state that is listed
// by another name here: Turkey where the text has Türkiye. Long forms are
// none.
func (l *Lexicon) Exonym(state int, name, other string) bool {
	if state < 0 || other == name || strings.Contains(other, " ") || isAbbreviation(other) {
		return false
	}
	ref := l.byState[l.hash(other)]
	return ref.as == stateName && int(ref.state) == state
}
