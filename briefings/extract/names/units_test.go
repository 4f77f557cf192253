package names

import (
	"maps"
	"slices"
	"testing"

	"dossier/briefings"
)

// byRules returns what the lists and rules find in a text without a tagger, as
// "kind: words", in order of their actors.
func byRules(text string) []string {
	d := read(text)
	var out []string
	for _, a := range Actors(d, nil) {
		for _, m := range a.Mentions {
			out = append(out, string(a.Kind)+": "+m.Words)
		}
	}
	return out
}

func TestRulesFindWhatTaggersLeaveOut(t *testing.T) {
	for text, want := range map[string][]string{
		"The 507th Air Refueling Wing left.":                                       {"organization: 507th Air Refueling Wing"},
		"Crews of the 3rd Battalion, 12th Field Artillery Regiment trained.":       {"organization: 3rd Battalion, 12th Field Artillery Regiment"},
		"Ships of the U.S. 5th Fleet and 3 Corps of Egypt trained.":                {"organization: U.S. 5th Fleet", "organization: 3 Corps", "state: Egypt"},
		"On 3 May the 2nd Committee met the 21st time.":                            nil,
		"The USS Marlow sailed. Marlow returned.":                                  {"system: USS Marlow", "system: Marlow"},
		"The Norwegian people and the people of Peru waited for two Swiss people.": {"group: Norwegian people", "group: people of Peru"},
		"A Norwegian-led coalition struck, and the Norwegian-led talks end.":       {"organization: Norwegian-led coalition"},
		"The Iran-Iraq War ended, Iran and Iraq did not.":                          {"state: Iran", "state: Iraq"},
		"A firm in Malta, New York sells to Malta.":                                {"state: Malta"},
		"They grew up in North America, and America grew.":                         {"state: America"},
		"The firm of Holt & Pereira sued the mayor.":                               {"organization: Holt & Pereira"},
		"Traders left Gao and met the auditors of GAO.":                            {"organization: GAO"},
		"The 62nd Motorised Infantry Regiment fled, the 62nd Regiment":             {"organization: 62nd Motorised Infantry Regiment", "organization: 62nd Regiment"},
		"There Coalition military forces met coalition forces.":                    {"organization: Coalition military forces"},
		"The Kenyan defence ministry and the Norwegian embassy met a Kenyan bank.": {"organization: Kenyan defence ministry", "organization: Norwegian embassy"},
		"Officers of Unit 5150 trained.":                                           {"organization: Unit 5150"},
		"Nobody blamed Lima for what it is.":                                       {"state: Lima"},
	} {
		got := byRules(text)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s\n got %q\nwant %q", text, got, want)
		}
	}
}

// A tagger's name goes on behind a preposition where a short form in brackets
// stands for the whole of it.
func TestAShortFormMaySpanWhatTheTaggerParted(t *testing.T) {
	d := read("He fought for al-Nour in Iraq (ANI). The ANI lost.")
	got := Actors(d, []Name{d.name(0, 3, 5, Organization)})
	if len(got) != 1 || got[0].Name != "al-Nour in Iraq" || len(got[0].Mentions) != 3 {
		t.Errorf("got %+v", got)
	}
}

// A place needs a word that tells of one, unless the text names it twice.
func TestWordsThatTellOfAPlace(t *testing.T) {
	for text, want := range map[string]int{
		"They praised Qasran.":                    0,
		"They praised the city of Qasran.":        1,
		"Towns including Qasran fell.":            1,
		"They praised northern Iraq there.":       1,
		"They praised Qasran. We praised Qasran.": 1,
	} {
		d := read(text)
		var tagged []Name
		for i := range d.sentences {
			for k := d.sentences[i].first; k < d.sentences[i].end; k++ {
				if w := d.Text[d.tokens[k].start:d.tokens[k].end]; w == "Qasran" {
					tagged = append(tagged, d.name(i, k, k, Place))
				} else if w == "northern" {
					tagged = append(tagged, d.name(i, k, k+1, Place))
				}
			}
		}
		got := Actors(d, tagged)
		places := slices.DeleteFunc(got, func(a Actor) bool { return a.Kind != briefings.PlaceActor })
		if len(places) != want {
			t.Errorf("%s: %d places, want %d", text, len(places), want)
		}
	}
}

// tagging tags each occurrence of words with a type.
func tagging(d *Document, types map[string]Type) []Name {
	var out []Name
	for number := range d.sentences {
		s := &d.sentences[number]
		for first := s.first; first < s.end; first++ {
			for last := min(first+6, s.end) - 1; last >= first; last-- {
				if t, ok := types[d.Text[d.tokens[first].start:d.tokens[last].end]]; ok {
					out = append(out, d.name(number, first, last, t))
					first = last
					break
				}
			}
		}
	}
	return out
}

// A short form is explained where its letters follow one another in the name
// before the bracket, or its capitals begin the name's words in any order.
func TestShortFormsOfOtherKinds(t *testing.T) {
	for text, want := range map[string]string{
		"The Ministry of Commerce of Peru (MOFCOM) spoke. MOFCOM left.": "Ministry of Commerce of Peru",
		"The Tidal Armed Forces (FATa) spoke. FATa left.":               "Tidal Armed Forces",
		"The Harbour Rescue Union (ZBK) spoke. ZBK left.":               "",
	} {
		d := read(text)
		got := Actors(d, tagging(d, map[string]Type{"Tidal Armed Forces": Organization, "Harbour Rescue Union": Organization}))
		joined := ""
		for _, a := range got {
			if len(a.Merges) > 0 {
				joined = a.Name
			}
		}
		if joined != want {
			t.Errorf("%s: joined %q, want %q", text, joined, want)
		}
	}
}

func TestKindsByTheWordsOfANameAgainstTheTagger(t *testing.T) {
	d := read("Fighters of Ansar Velum met the men of Calden Graphite there, and saw Calden's Merlin drone in Operation Hard Tide.")
	got := map[string]briefings.ActorType{}
	for _, a := range Actors(d, tagging(d, map[string]Type{"Ansar Velum": Organization, "Calden Graphite": Person,
		"Calden's Merlin": System, "Hard Tide": Organization})) {
		got[a.Name] = a.Kind
		for _, m := range a.Mentions {
			if m.Type != typeOf(a.Kind, Other) {
				t.Errorf("%s is a %s, its mention has the type %d", a.Name, a.Kind, m.Type)
			}
		}
	}
	want := map[string]briefings.ActorType{"Ansar Velum": briefings.Group, "Calden Graphite": briefings.Organization, "Merlin": briefings.System}
	if !maps.Equal(got, want) {
		t.Errorf("kinds %v, want %v", got, want)
	}
}

// A regime is called by its ruler, who is a person wherever one is seen.
func TestTheNameOfARegimeIsAPersons(t *testing.T) {
	d := read("The Calden regime fell.\nPeople feared Calden there.\nThen Calden left.")
	found := []Name{d.name(0, 1, 1, Organization), d.name(1, 2, 2, Organization), d.name(2, 1, 1, Person)}
	for tail, want := range map[int]briefings.ActorType{3: briefings.Person, 2: ""} {
		got := briefings.ActorType("")
		for _, a := range Actors(d, found[:tail]) {
			if a.Name == "Calden" && a.Kind == briefings.Person {
				got = a.Kind
			}
		}
		if got != want {
			t.Errorf("with %d tags Calden is %q, want %q", tail, got, want)
		}
	}
}

// The first word alone means the organisation that was named in full before,
// not one that is named later, and no word that has a meaning of its own.
func TestTheBeginningOfANameStandsForIt(t *testing.T) {
	for text, want := range map[string]int{
		"They left Calden Trust early. Calden grew.":                           1,
		"They left Calden early. Calden Trust grew.":                           2,
		"They left Calden Trust early. The Calden Fund and Calden grew.":       3,
		"They left Harvest Trust early. Harvest grew after a good harvest.":    2,
		"They left Lima Trust early, as Lima grew, and went to Lima by train.": 2,
	} {
		d := read(text)
		got := Actors(d, tagging(d, map[string]Type{"Calden Trust": Organization, "Calden Fund": Organization,
			"Calden": Organization, "Harvest Trust": Organization, "Harvest": Organization, "Lima Trust": Organization}))
		if len(got) != want {
			t.Errorf("%s: %d actors, want %d", text, len(got), want)
		}
	}
}
