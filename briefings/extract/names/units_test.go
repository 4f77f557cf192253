package names

import (
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
