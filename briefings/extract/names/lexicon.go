package names

import (
	"embed"
	"io/fs"
	"strings"
	"sync"

	"dossier/briefings/givennames"
)

//go:embed data/*.txt
var data embed.FS

// Lexicon holds the lists that the tagger and the rules read: which words are
// titles, tails of organisations and the like, and which names are known.
type Lexicon struct {
	classes map[uint64]Class    // by hash of the lower-case word
	context map[uint64]uint8    // words whose place beside a name tells, numbered from 1
	names   map[uint64]listed   // by hash of the lower-case words
	states  []State             //
	byState map[uint64]stateRef // names, capitals and demonyms of states
	equals  map[string]uint16   // folded names that mean one body share a number from 1
	lines   uint16              // of equals
}

// Class is a bit set of what a word can be.
type Class uint32

// Classes of words, in the order of classNames.
const (
	Title       Class = 1 << iota // of a person: Mr., Gen., President
	OrgTail                       // last word of an organisation's name: Ministry, Corp.
	PlaceTail                     // Province, River, Base
	PlaceHead                     // Fort, Lake, Mount
	SystemTail                    // missile, tank, drone
	Link                          // may stand inside a name: of, bin, de
	Say                           // said, told
	Acts                          // a verb that governments are the subject of
	Calendar                      // months and days
	Starter                       // opens sentences with a capital and is no name
	Force                         // forces, army, troops
	Government                    // government, regime, authorities
	Citation                      // words of laws, acts and documents
	Generic                       // a tail that adds nothing: Inc., Group, Technologies
	Event                         // War, Olympics, Summit: a name that ends so is an event
	OrgHead                       // Ministry, Center: a name that begins so goes on behind "of"
	Common                        // abbreviations of things that are no actors: UAV, GDP
	Postal                        // TX, behind a city and a comma
	People                        // European, Sunni: adjectives and peoples that are no actors
	Regime                        // stands behind the name of a ruler: Assad regime
	Ship                          // stands before a ship's name: USS
	Byline                        // what a writer is, behind the name and a comma
	Locative                      // stands before a place
	Armed                         // in the names of armed groups: Mujahideen, Liberation
	Industry                      // what a company makes or does: Motors, Graphite
	Direction                     // northern, south-east
	Alliance                      // coalition, alliance: may be led
	Unit                          // last word of a numbered unit: Wing, Battalion
	StateBody                     // ministry, embassy: behind a state's adjective
	StateBodyOf                   // may stand between the two: defence, foreign
)

var classNames = map[string]Class{
	"title": Title, "organisation-tail": OrgTail, "place-tail": PlaceTail, "place-head": PlaceHead,
	"system-tail": SystemTail, "link": Link, "say": Say, "acts": Acts, "calendar": Calendar, "starter": Starter,
	"force": Force, "government": Government, "document": Citation, "generic-tail": Generic, "event-tail": Event,
	"organisation-head": OrgHead, "common": Common, "postal": Postal, "people": People, "regime": Regime, "ship": Ship, "byline": Byline, "locative": Locative, "unit": Unit, "direction": Direction, "state-body": StateBody, "state-body-of": StateBodyOf, "armed": Armed, "industry": Industry, "alliance": Alliance,
}

// List numbers a list of names.
type List uint8

// Lists of names, in the order of listNames.
const (
	StateNames List = iota
	Demonyms
	Capitals
	Cities
	Regions
	GivenNames
	Bodies    // international bodies, ministries' short names, agencies
	Companies // and media
	Groups    // armed groups, movements, peoples
	Systems   // weapon families and programmes
	World     // continents, oceans, parts of the world
	lists
)

var listNames = map[string]List{
	"cities": Cities, "regions": Regions, "world": World, "bodies": Bodies, "companies": Companies,
	"groups": Groups, "systems": Systems,
}

// listed says in which lists names stand that are, or begin with, these words.
type listed struct {
	in      uint16 // bit set by List
	inSmall uint16 // those of in that have it in small letters too: GAO is no Gao
	longest uint8  // words of the longest name that begins with this word
}

// stateRef says what a name is to a state.
type stateRef struct {
	state int16
	as    stateUse
}

type stateUse uint8

const (
	notState stateUse = iota
	stateName
	stateShort // an abbreviation: U.S., PRC
	stateCapital
	stateDemonym
)

// Default returns the lists of the program. They are read at the first call.
var Default = sync.OnceValue(readLists)

func readLists() *Lexicon {
	l := &Lexicon{classes: map[uint64]Class{}, context: map[uint64]uint8{}, names: make(map[uint64]listed, 1<<13),
		byState: make(map[uint64]stateRef, 1<<11), equals: make(map[string]uint16, 1<<8)}
	files, err := fs.ReadDir(data, "data")
	if err != nil {
		panic(err) // embedded: cannot fail
	}
	for _, f := range files {
		content, err := fs.ReadFile(data, "data/"+f.Name())
		if err != nil {
			panic(err)
		}
		l.read(strings.TrimSuffix(f.Name(), ".txt"), string(content))
	}
	for name := range givennames.All() {
		l.add(GivenNames, name)
	}
	return l
}

// read takes a list in. Lines that begin with # are remarks.
func (l *Lexicon) read(name, content string) {
	for line := range strings.Lines(content) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		switch name {
		case "words":
			l.readWords(line)
		case "states":
			l.readState(line)
		case "equals":
			l.lines++
			for n := range strings.SplitSeq(line, ",") {
				l.equals[fold(n)] = l.lines
			}
		default:
			for n := range strings.SplitSeq(line, ",") {
				l.add(listNames[name], n)
			}
		}
	}
}

// readWords reads "class: word word …".
func (l *Lexicon) readWords(line string) {
	class, words, _ := strings.Cut(line, ":")
	for word := range strings.FieldsSeq(words) {
		h := hashLower(word)
		if class == "context" {
			if l.context[h] == 0 {
				l.context[h] = uint8(len(l.context) + 1)
			}
			continue
		}
		l.classes[h] |= classNames[class]
	}
}

// add puts a name in a list.
func (l *Lexicon) add(list List, name string) uint64 {
	first, all, count := uint64(0), uint64(0), 0
	tokenize(name, 0, len(name), func(start, end int, _ bool) {
		h := hashLower(name[start:end])
		if count == 0 {
			first = h
		}
		all = mix(all, h)
		count++
	})
	if count == 0 {
		return 0
	}
	e := l.names[all]
	e.in |= 1 << list
	if !isAbbreviation(strings.TrimSpace(name)) {
		e.inSmall |= 1 << list
	}
	l.names[all] = e
	first = mix(0, first)
	e = l.names[first]
	e.longest = max(e.longest, uint8(count))
	l.names[first] = e
	return all
}

// Listed says whether a whole name stands in a list.
func (l *Lexicon) Listed(list List, name string) bool {
	return l.in(name)&(1<<list) != 0
}

// in returns the lists that a whole name stands in, a bit set by List.
func (l *Lexicon) in(name string) uint16 {
	e := l.names[l.hash(name)]
	if isAbbreviation(name) {
		return e.in
	}
	return e.inSmall
}

// hash is the key of a name.
func (l *Lexicon) hash(name string) uint64 {
	all := uint64(0)
	tokenize(name, 0, len(name), func(start, end int, _ bool) { all = mix(all, hashLower(name[start:end])) })
	return all
}

// Class returns what a word can be.
func (l *Lexicon) Class(word string) Class { return l.classes[hashLower(word)] }

// Places of a token in a listed name, a nibble for each list.
const (
	nowhere = iota
	alone
	firstOf
	lastOf
	within
)

// mark notes on capitalised tokens in which lists a name stands that they
// belong to, the longest first.
func (l *Lexicon) mark(tokens []token, forms []form) {
	var done [lists]int // end of the last name taken, for each list
	for i := range tokens {
		if !tokens[i].capital {
			continue
		}
		longest := int(l.names[mix(0, forms[tokens[i].form].lower)].longest)
		if longest == 0 {
			continue
		}
		longest = min(longest, len(tokens)-i)
		var keys [16]uint64
		longest = min(longest, len(keys))
		key := uint64(0)
		for k := range longest {
			key = mix(key, forms[tokens[i+k].form].lower)
			keys[k] = key
		}
		for n := longest; n > 0; n-- {
			e := l.names[keys[n-1]]
			in := e.in
			if n == 1 && !forms[tokens[i].form].caps {
				in = e.inSmall
			}
			for list := List(0); list < lists && in>>list != 0; list++ {
				if in&(1<<list) != 0 && done[list] <= i {
					done[list] = i + n
					markName(tokens[i:i+n], list)
				}
			}
		}
	}
}

func markName(tokens []token, list List) {
	for k := range tokens {
		place := uint64(within)
		switch {
		case len(tokens) == 1:
			place = alone
		case k == 0:
			place = firstOf
		case k == len(tokens)-1:
			place = lastOf
		}
		tokens[k].lists |= place << (4 * list)
	}
}
