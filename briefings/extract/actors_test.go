package extract

import (
	"os"
	"slices"
	"strings"
	"testing"

	"dossier/briefings"
	"dossier/briefings/corpustest"
	"dossier/briefings/intake"
)

// readActors reads the actors of a text of one paragraph a line.
func readActors(t *testing.T, text string) []briefings.Actor {
	t.Helper()
	rev := &briefings.Revision{}
	for line := range strings.SplitSeq(text, "\n") {
		rev.Blocks = append(rev.Blocks, briefings.Block{Text: line})
	}
	briefings.Place(rev.Blocks)
	return Actors(NewSource(rev, briefings.Meta{}))
}

// spoken finds the actor that has a surface form.
func spoken(actors []briefings.Actor, form string) *briefings.Actor {
	for i := range actors {
		if slices.ContainsFunc(actors[i].Aliases, func(a briefings.Alias) bool { return a.Text == form }) {
			return &actors[i]
		}
	}
	return nil
}

func aliasOf(a *briefings.Actor, form string) briefings.AliasType {
	for _, alias := range a.Aliases {
		if alias.Text == form {
			return alias.Type
		}
	}
	return ""
}

// oneActor checks that all forms are those of one actor of a kind.
func oneActor(t *testing.T, actors []briefings.Actor, kind briefings.ActorType, forms ...string) *briefings.Actor {
	t.Helper()
	first := spoken(actors, forms[0])
	if first == nil {
		t.Errorf("no actor %q", forms[0])
		return nil
	}
	if first.Type != kind {
		t.Errorf("%s is a %s, want %s", forms[0], first.Type, kind)
	}
	for _, form := range forms[1:] {
		if spoken(actors, form) != first {
			t.Errorf("%q is not held for %q", form, forms[0])
		}
	}
	return first
}

func TestAStateIsOneActorUnderAllItsNames(t *testing.T) {
	actors := readActors(t, "Türkiye signed the deal. Ankara wants more, and the Turkish government agreed.\n"+
		"Officials in Turkey said so. The U.S. objected, and Washington warned the United States Senate.")
	state := oneActor(t, actors, briefings.StateActor, "Türkiye", "Turkey", "Ankara", "Turkish government")
	oneActor(t, actors, briefings.StateActor, "U.S.", "Washington")
	if state == nil {
		return
	}
	for form, want := range map[string]briefings.AliasType{
		"Türkiye": briefings.Variant, "Turkey": briefings.Exonym, "Ankara": briefings.Metonym, "Turkish government": briefings.Metonym,
	} {
		if got := aliasOf(state, form); got != want {
			t.Errorf("%s is a %s, want %s", form, got, want)
		}
	}
	if len(state.Merges) != 3 {
		t.Errorf("three other names, but the merges are %q", state.Merges)
	}
}

func TestACapitalIsAPlaceWhereNothingActs(t *testing.T) {
	actors := readActors(t, "The delegation landed in Nairobi on Monday. A strike near Kyiv hit a depot.")
	oneActor(t, actors, briefings.PlaceActor, "Nairobi")
	oneActor(t, actors, briefings.PlaceActor, "Kyiv")
}

func TestADemonymAloneIsNoActor(t *testing.T) {
	actors := readActors(t, "A Kenyan trader sold Japanese tea to the Chinese.")
	for _, form := range []string{"Kenyan", "Japanese", "Chinese"} {
		if a := spoken(actors, form); a != nil {
			t.Errorf("%s is listed as a %s", form, a.Type)
		}
	}
}

func TestForcesAreOrganizations(t *testing.T) {
	actors := readActors(t, "Ukrainian forces advanced. The Libyan army withdrew, and the Russian military said nothing.")
	for _, form := range []string{"Ukrainian forces", "Libyan army", "Russian military"} {
		oneActor(t, actors, briefings.Organization, form)
	}
}

func TestASystemIsOneActorWithAndWithoutItsFamilyName(t *testing.T) {
	actors := readActors(t, "The first Bayraktar TB2 flew in spring. Two TB2s followed, and a third TB2 crashed.\n"+
		"The F-16 and the Su-57 are older. Baykar makes the TB2.")
	system := oneActor(t, actors, briefings.System, "Bayraktar TB2", "TB2", "TB2s")
	oneActor(t, actors, briefings.System, "F-16")
	oneActor(t, actors, briefings.System, "Su-57")
	maker := oneActor(t, actors, briefings.Organization, "Baykar")
	if system != nil && system == maker {
		t.Error("the maker and what it makes are held for one")
	}
}

func TestWhatLooksLikeADesignationIsNone(t *testing.T) {
	actors := readActors(t, "In FY2026 and in Q3, during COVID-19, see IF12345 and the 5G network of the G7 at 30 mm.")
	for _, a := range actors {
		if a.Type == briefings.System {
			t.Errorf("%s is listed as a system", a.Name)
		}
	}
}

func TestAShortFormBelongsToItsLongForm(t *testing.T) {
	actors := readActors(t, "The Coastal Survey Agency (CSA) ordered the Deep Harbour Vehicle (DHV).\nThe CSA tested two DHVs in May. The DHV passed.")
	agency := oneActor(t, actors, briefings.Organization, "Coastal Survey Agency", "CSA")
	oneActor(t, actors, briefings.System, "Deep Harbour Vehicle", "DHV", "DHVs")
	if agency != nil && aliasOf(agency, "CSA") != briefings.Abbreviation {
		t.Errorf("CSA is a %s", aliasOf(agency, "CSA"))
	}
}

func TestASurnameBelongsToTheOneFullName(t *testing.T) {
	actors := readActors(t, "President Maria Lindqvist met General Omar Haddad. Lindqvist said no; Haddad left.")
	oneActor(t, actors, briefings.Person, "Maria Lindqvist", "Lindqvist")
	oneActor(t, actors, briefings.Person, "Omar Haddad", "Haddad")
	actors = readActors(t, "Peter Novak met Anna Novak in Prague. Novak said nothing, and Novak left.")
	if a, b := spoken(actors, "Peter Novak"), spoken(actors, "Anna Novak"); a == nil || b == nil || a == b {
		t.Error("two people of one surname are not two actors")
	}
}

func TestEveryActorPointsAtItsMentions(t *testing.T) {
	text := "Kenya and Baykar agreed.\nBaykar told Reuters that Kenya would pay."
	actors := readActors(t, text)
	if len(actors) == 0 {
		t.Fatal("no actors")
	}
	points := []rune(text)
	for _, a := range actors {
		if len(a.Anchors) != 1 || a.Anchors[0] != a.Mentions[0] || a.Rule == "" || a.Handle == "" {
			t.Errorf("%s has anchors %v, rule %q, handle %q", a.Name, a.Anchors, a.Rule, a.Handle)
		}
		for _, m := range a.Mentions {
			if got := string(points[m.DocStart:m.DocEnd]); got != m.Exact || aliasOf(&a, got) == "" {
				t.Errorf("%s: at %d stands %q, the mention says %q", a.Name, m.DocStart, got, m.Exact)
			}
		}
	}
	if !slices.IsSortedFunc(actors, func(a, b briefings.Actor) int { return len(b.Mentions) - len(a.Mentions) }) {
		t.Error("actors are not sorted by mentions")
	}
}

func TestActorsInAPassageComeInTheOrderOfTheText(t *testing.T) {
	actors := readActors(t, "Kenya paid Baykar.\nJapan watched Kenya.")
	kenya, baykar, japan := spoken(actors, "Kenya"), spoken(actors, "Baykar"), spoken(actors, "Japan")
	if kenya == nil || baykar == nil || japan == nil {
		t.Fatalf("actors are %v", actors)
	}
	if got, want := ActorsIn(actors, 0, 18), []briefings.Handle{kenya.Handle, baykar.Handle}; !slices.Equal(got, want) {
		t.Errorf("first line: %v, want %v", got, want)
	}
	if got, want := ActorsIn(actors, 19, 39), []briefings.Handle{japan.Handle, kenya.Handle}; !slices.Equal(got, want) {
		t.Errorf("second line: %v, want %v", got, want)
	}
}

func TestActorsOfTheSample(t *testing.T) {
	data, err := os.ReadFile(corpustest.Path(t, "samples", "turkiye-drone-plant.txt"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := intake.Read(data, intake.Options{Source: "turkiye-drone-plant.txt"})
	if err != nil {
		t.Fatal(err)
	}
	actors := Actors(NewSource(&doc.Revision, doc.Meta))
	oneActor(t, actors, briefings.StateActor, "Türkiye", "Turkey", "Ankara")
	oneActor(t, actors, briefings.StateActor, "Pakistan", "Islamabad")
	oneActor(t, actors, briefings.StateActor, "India", "New Delhi")
	oneActor(t, actors, briefings.StateActor, "Ukraine")
	oneActor(t, actors, briefings.Organization, "Bloomberg")
	oneActor(t, actors, briefings.System, "Bayraktar TB2", "TB2", "TB2s")
	oneActor(t, actors, briefings.System, "Akıncı", "Akıncıs")
	oneActor(t, actors, briefings.Organization, "Baykar")
}

func TestWhatIsNoActorIsNotListed(t *testing.T) {
	actors := readActors(t, "The uncrewed aerial system (UAS) fell under the Harbour Safety and Fair Trade Act. The UAS and two UASs were sold.\n"+
		"GDP grew in May under E.O. 14347 and Title VII. The Treaty of Lund ended the Harbour War.\n"+
		"Sunni and European buyers came. The firm is seated in Smallville, TX.")
	for _, form := range []string{"UAS", "UASs", "Harbour Safety", "Fair Trade", "Fair Trade Act", "GDP", "May", "E.O.", "Title VII", "Harbour War", "Sunni", "European", "Smallville", "TX"} {
		if a := spoken(actors, form); a != nil {
			t.Errorf("%s is listed as a %s (%s)", form, a.Type, a.Rule)
		}
	}
}

func TestNamesOfManyWordsAreFoundWhole(t *testing.T) {
	actors := readActors(t, "He joined the Center for Coastal and Arctic Studies. The Ministry of Foreign Affairs and the Office of the Harbour Master agreed.\n"+
		"The ship USS Hopper left Fort Bragg, and Oshkosh Defense, LLC won.")
	oneActor(t, actors, briefings.Organization, "Center for Coastal and Arctic Studies")
	oneActor(t, actors, briefings.Organization, "Ministry of Foreign Affairs")
	oneActor(t, actors, briefings.Organization, "Office of the Harbour Master")
	oneActor(t, actors, briefings.System, "USS Hopper")
	oneActor(t, actors, briefings.PlaceActor, "Fort Bragg")
	oneActor(t, actors, briefings.Organization, "Oshkosh Defense, LLC")
}

func TestADesignationWithASlashAndABaseNamedLikeAShipAreFoundWhole(t *testing.T) {
	actors := readActors(t, "The navy flies the F/A-18 Super Hornet. The boat lay at the HMAS Coogee port near Hull, and HMAS Bondi sailed under an MoU.")
	oneActor(t, actors, briefings.System, "F/A-18 Super Hornet")
	oneActor(t, actors, briefings.PlaceActor, "HMAS Coogee")
	oneActor(t, actors, briefings.System, "HMAS Bondi")
	if a := spoken(actors, "MoU"); a != nil {
		t.Errorf("a memorandum is a %s", a.Type)
	}
}

func TestWhatAPageSaysOfItselfNamesNoActor(t *testing.T) {
	const body = "\n\nThe yard of Baykar, which is the last one on this coast, closed on 2 May 2024.\n\nNobody knows what comes next."
	for _, top := range []string{
		"HULL and LEEDS (Coast Wire) — The yard has closed, says its owner.",
		"A crane stands idle. (Photo by ADA ROE/Coast Wire)",
		"Picture: Ada Roe / Leeds",
		"May 3, 2024\n\nAda Roe May 3, 2024 2 min read",
	} {
		for _, a := range Actors(dated(t, "A yard closes for good\n\n"+top+body, "2024-05-03")) {
			if a.Name != "Baykar" {
				t.Errorf("%q: %s %s (%s)", top, a.Type, a.Name, a.Rule)
			}
		}
	}
}

func TestAnActorsNameHasNoTitle(t *testing.T) {
	actors := readActors(t, "Gen. Omar Haddad spoke first. General Omar Haddad then left, said President Lindqvist.")
	if a := spoken(actors, "Omar Haddad"); a == nil || a.Name != "Omar Haddad" {
		t.Errorf("got %+v", a)
	}
	if a := spoken(actors, "President Lindqvist"); a == nil || a.Name != "Lindqvist" || a.Type != briefings.Person {
		t.Errorf("got %+v", a)
	}
}

// However odd the text: nothing fails, and every actor has a passage.
func FuzzActors(f *testing.F) {
	for _, text := range []string{"", "(", "U.S.-Türkiye (", "the Ministry of", "FS (FS) FS", "Ankara and", "F-", "\u0130(\u0130)", "A, and B, C", "Government of",
		"Act", "President of the", "Delta, Inc. (DI) Act, and", "– ( ) – (AB) Ab Bc (AB", "http://x.y Kenya@Kenya"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, a := range readActors(t, strings.ToValidUTF8(text, "?")) {
			if len(a.Mentions) == 0 || a.Name == "" || a.Type == "" {
				t.Errorf("actor %+v", a)
			}
		}
	})
}

func TestABareTailMeansTheOneNameBeforeIt(t *testing.T) {
	actors := readActors(t, "The Coastal Survey Agency bought two ships. It said the Agency would buy more.\nThe Administration asked the Lake Trade Administration for a report.")
	oneActor(t, actors, briefings.Organization, "Coastal Survey Agency", "Agency")
	if a := spoken(actors, "Lake Trade Administration"); a == nil || a == spoken(actors, "Administration") {
		t.Error("the Administration is held for another one")
	}
	actors = readActors(t, "The Office of Lakes and Rivers (OLR) agreed, and the OLR signed.")
	oneActor(t, actors, briefings.Organization, "Office of Lakes and Rivers", "OLR")
}
