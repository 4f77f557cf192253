package extract

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"dossier/briefings"
)

// entry is an event as the extractor makes it.
func entry(text, literal string) *briefings.Event {
	return &briefings.Event{Head: briefings.Head{Origin: briefings.OriginExtracted}, Text: text, Literal: literal}
}

func TestTheGistOfAnEventIsItsClauseWithoutTheDate(t *testing.T) {
	for _, c := range []struct{ what, text, literal, want string }{
		{"a date at the front", "In 2022, harbour crews used the crane to lift wrecks.", "2022", "Harbour crews used the crane to lift wrecks"},
		{"a date at the end", "The council closed the yard on 5 May 2024.", "5 May 2024", "Council closed the yard"},
		{"a date between", "The council closed the yard on May 5, 2024, for good.", "May 5, 2024", "Council closed the yard for good"},
		{"about a date", "As of early March 2025, no buyer was named.", "early March 2025", "No buyer was named"},
		{"words that lead over", "Moreover, the yard was sold in 2023.", "2023", "Yard was sold"},
		{"who says so", "Reports say the yard was sold in 2023.", "2023", "Yard was sold"},
		{"who says so, by name", "The harbour office stated that the yard was sold in 2023.", "2023", "Yard was sold"},
		{"according to", "According to the harbour office, the yard was sold in 2023.", "2023", "Yard was sold"},
		{"a clause with when", "The firm moved early into small ships when it ordered two hulls in 2021 and began fitting them soon after.", "2021", "Firm ordered two hulls and began fitting them soon after"},
		{"what followed", "Those hulls, followed by heavier tugs in 2023, gave the port a fleet.", "2023", "Heavier tugs followed"},
		{"a clause with with", "Talks are under way, with a formal notice expected during 2026 if they go well.", "2026", "Formal notice expected if they go well"},
		{"a clause with who", "Ada Roe, who ran the yard from Hull in 1990, was among the guests.", "1990", "Ada Roe ran the yard from Hull"},
		{"a clause with it, which may be another", "The firms moved early into small ships when it ordered two hulls in 2021 and began fitting them soon after.", "2021", "Firms moved early into small ships when it ordered two hulls and began fitting them soon after"},
		{"whom a clause in the middle tells of", "The navy signed with Northgate Docks, which opened a second yard at Hull in 2021.", "2021", "Northgate Docks opened a second yard at Hull"},
		{"what somebody else did with it", "It keeps to cranes of its own make, a path that the harbour office first took in 2006.", "2006", "Path that the harbour office first took"},
		{"the name of a thing with its years", "On 12 March 2026, the council passed the Plan for the Harbour (2025-2030) and the Outline of Long Goals to 2035.", "2025-2030", "Plan for the Harbour (2025-2030)"},
		{"another such name", "On 12 March 2026, the council passed the Plan for the Harbour (2025-2030) and the Outline of Long Goals to 2035.", "2035", "Outline of Long Goals to 2035"},
		{"a name with a capital inside", "In 2020, eVTOL craft were banned.", "2020", "eVTOL craft were banned"},
		{"the second thing done", "The firm built a crane in 2020 and delivered a tug in 2022.", "2022", "Firm delivered a tug"},
		{"the first thing done", "The firm built a crane in 2020 and delivered a tug in 2022.", "2020", "Firm built a crane and delivered a tug in 2022"},
		{"a date that is the object", "Organizers selected 2027 from the four years on offer.", "2027", "Organizers selected 2027 from the four years on offer"},
		{"an aside", "Northgate, named for an old gate, is to be rebuilt by 2028.", "2028", "Northgate is to be rebuilt"},
		{"a name with a number", "The navy ordered the TB2 in 2021 and had it afloat soon.", "2021", "Navy ordered the TB2 and had it afloat soon"},
		{"a name in brackets", "The Port Safety Board (PSB) met in 2020.", "2020", "Port Safety Board met"},
		{"whom it means, before who says so", "The town hall announced it would launch the ferry in 2027.", "2027", "Town hall announced it would launch the ferry"},
		{"words that lead over with that", "This means that the yard may be sold in 2027.", "2027", "Yard may be sold"},
		{"where it is shown", "As shown in Figure 2, the yard sold more hulls in 2025.", "2025", "Yard sold more hulls"},
		{"a name with a capital behind a hyphen", "In 2021, the then-PSB head resigned in anger.", "2021", "Then-PSB head resigned in anger"},
		{"since about then", "The wreck has been known to divers since at least the 1950s.", "the 1950s", "Wreck has been known to divers since at least the 1950s"},
		{"a clause with which of two words", "The party was held at the old crane, which burnt in 1990.", "1990", "Party was held at the old crane, which burnt in 1990"},
		{"from when", "The hulls mostly date from the 1950s.", "the 1950s", "Hulls mostly date from the 1950s"},
		{"two things, each with its date", "The fee falls due in May 2026 and payable in June 2027.", "June 2027", "Fee falls due in May 2026 and payable in June 2027"},
		{"a reason with the date", "A quiet spring would tell little, because the budgets of the port are settled in June 2027.", "June 2027", "Budgets of the port are settled"},
		{"a name in brackets before an aside", "The Port Safety Board (PSB), an office of the town, met in 2020.", "2020", "Port Safety Board met"},
		{"a list behind a list in brackets", "The port runs cranes (old (OC), new), tugs and ferries in 2020.", "2020", "Port runs cranes, tugs and ferries"},
		{"a speaker who says we", "Before the launch of the ferry, we issued a policy in May 2020.", "May 2020", "We issued a policy"},
		{"a law in brackets in brackets", "The town (5 H.C. §3(a)(4)) paid for it in 2020.", "2020", "Town paid for it"},
		{"an office", "Danish trade minister Ada Roe opened the yard in 2019.", "2019", "Ada Roe opened the yard"},
		{"a firm that is named like an office", "General Dredging opened the yard in 2019.", "2019", "General Dredging opened the yard"},
	} {
		if got := Gist(entry(c.text, c.literal)); got != c.want {
			t.Errorf("%s: %q\n gives %q\n  want %q", c.what, c.text, got, c.want)
		}
	}
}

func TestWhatBearsOnAHappeningIsNeverLeftOut(t *testing.T) {
	for _, c := range []struct{ text, literal, want string }{
		{"The council did not approve the plan that was filed in 2020.", "2020", "Council did not approve the plan that was filed"},
		{"The bank may sell the yard when it closes the books in 2027.", "2027", "Bank may sell the yard when it closes the books"},
		{"If the bank agrees, the yard is to open in 2027.", "2027", "If the bank agrees, the yard is to open"},
		{"The yard will not open until May 2027.", "May 2027", "Yard will not open until May 2027"},
		{"Dredging begins no earlier than 1 May 2027.", "no earlier than 1 May 2027", "Dredging begins no earlier than 1 May 2027"},
		{"It was the first launch since 1972.", "1972", "It was the first launch since 1972"},
		{"Roe denied that the yard was sold in 2023.", "2023", "Roe denied that the yard was sold"},
		{"In May 2024, the harbour office announced that the yard will open.", "May 2024", "Harbour office announced that the yard will open"},
		{"Neither bank would lend in 2023.", "2023", "Neither bank would lend"},
		{"Critics allege that the yard was sold in 2023.", "2023", "Critics allege that the yard was sold"},
	} {
		if got := Gist(entry(c.text, c.literal)); got != c.want {
			t.Errorf("%q\n gives %q\n  want %q", c.text, got, c.want)
		}
	}
}

func TestADateThatSaysMoreThanWhenStands(t *testing.T) {
	for text, literal := range map[string]string{
		"The 2028 landing is in doubt":                   "2028",
		"They signed the November deal":                  "November",
		"Funds of 2018, 2019, 2020 were spent":           "2019",
		"After Census 2000, the form was dropped":        "Census 2000",
		"Grants for FY2025 and FY2026 were cut":          "FY2025",
		"The second launch was in June":                  "June",
		"In 2025, they met on the steel tariffs of 2026": "2026",
		"They spent $2 million in each of 2024 and 2025": "2024 and 2025",
		"The yard burnt on Monday and again on Monday":   "Monday",
		"They met two days after the vote on the harbor": "two days after",
		"Organizers selected April 22 for the marches":   "April 22", // which is what they selected
	} {
		got := Gist(entry(text, literal))
		if want := headed(strings.TrimPrefix(text, "The ")); got != want {
			t.Errorf("%q (%s)\n gives %q", text, literal, got)
		}
	}
}

func TestAPersonsWordsStand(t *testing.T) {
	const text = "In 2022, the yard was sold."
	corrected := entry(text, "2022")
	corrected.Edited = map[string]briefings.Edit{"text": {By: "ada"}}
	own := entry(text, "2022")
	own.Origin = briefings.OriginAnalyst
	for _, e := range []*briefings.Event{corrected, own} {
		if got := Gist(e); got != text {
			t.Errorf("got %q", got)
		}
	}
}

func TestTheGistOfALimitIsItsSubjectOrTheClauseOfItsCue(t *testing.T) {
	limit := func(text, subject, cue string) *briefings.Limit {
		return &briefings.Limit{Head: briefings.Head{Origin: briefings.OriginExtracted, Rule: "cue: " + cue}, Text: text, Subject: subject}
	}
	for _, c := range []struct {
		limit *briefings.Limit
		want  string
	}{
		{limit("The firm will keep the engines.", "engines", "will keep"), "Engines"},
		{limit("Yet there will be clear ceilings.", "", "ceilings"), "There will be clear ceilings"},
		{limit("The yard opened in May; the licence cannot be passed on.", "", "cannot be passed on"), "The licence cannot be passed on"},
		{limit("Officials said that the licence cannot be passed on.", "", "cannot be passed on"), "The licence cannot be passed on"},
		{limit("The yard may open; the licence cannot be passed on.", "", "cannot be passed on"), "The yard may open; the licence cannot be passed on"},
		{limit("After the strike, no further cranes are ordered at this time.", "", "no further cranes are ordered"), "No further cranes are ordered at this time"},
		{limit("The yard may lack experience in welding; hulls are welded twice.", "", "lack experience"), "The yard may lack experience in welding"},
		{limit("The red parts cannot be made in Hull, exposing the yard to delays.", "", "cannot be made"), "The red parts cannot be made in Hull"},
		{limit("The council must approve each sale, and the bank has written two letters.", "", "must approve"), "The council must approve each sale"},
		{limit("The order covers cranes, but only if the bank agrees.", "", "covers cranes"), "The order covers cranes, but only if the bank agrees"},
		{limit("It abides by the ceiling—ten hulls in all—as long as the others do so.", "", "the ceiling"), "It abides by the ceiling—ten hulls in all—as long as the others do so"},
		{limit("The talks cannot be hurried, people near the bank said.", "", "cannot be hurried"), "The talks cannot be hurried"},
		{limit("The rules limit tugs, using the old count, which is low, and ferries.", "", "rules limit"), "The rules limit tugs"},
		{limit("It arrives when levies, delays, and small budgets sharply limit other choices.", "", "levies"), "Levies, delays, and small budgets sharply limit other choices"},
		{limit("Parts arrived via Hull and York — which have not joined the ban.", "", "the ban"), "Hull and York have not joined the ban"},
		{limit("When a sailor dies, his heirs are not eligible for the pension.", "", "not eligible for"), "When a sailor dies, his heirs are not eligible for the pension"},
		{limit("The ban covers hulls; cranes; and tugs.", "", "ban covers"), "The ban covers hulls; cranes; and tugs"},
	} {
		if got := Gist(c.limit); got != c.want {
			t.Errorf("%q\n gives %q\n  want %q", c.limit.Text, got, c.want)
		}
	}
}

// FuzzGist holds that a gist is made of what its text is made of, in its order,
// but for the capital that it begins with.
func FuzzGist(f *testing.F) {
	for _, seed := range [][2]string{
		{"Moreover, (so) they say, the “yard” (YD) was sold—in 2023—and “lost”.", "2023"},
		{"In 2022.", "2022"}, {"", ""}, {"can't", "can't"}, {"and which, with", "which"},
		{"The firm, which in May 2020, when it was sold, was sold, was, was.", "May 2020"},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, text, literal string) {
		if !utf8.ValidString(text) {
			t.Skip("the canonical text is valid")
		}
		got := Gist(entry(text, literal))
		for _, last := range [...]string{" followed", " preceded"} {
			got = strings.TrimSuffix(got, last) // this stood before
		}
		rest := text
		for i, r := range got {
			at := strings.IndexFunc(rest, func(t rune) bool { return t == r || i == 0 && unicode.ToUpper(t) == r })
			if r == ' ' {
				continue
			}
			if at < 0 {
				t.Fatalf("%q of %q\n is not of %q", r, got, text)
			}
			_, size := utf8.DecodeRuneInString(rest[at:])
			rest = rest[at+size:]
		}
	})
}

func BenchmarkGist(b *testing.B) {
	e := entry("Moreover, the firm moved early into small ships when it ordered two hulls in 2021 and began fitting them soon after.", "2021")
	for b.Loop() {
		Gist(e)
	}
}
