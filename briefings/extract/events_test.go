package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dossier/briefings"
	"dossier/briefings/intake"
)

// dated prepares a text, as of a day unless that is "".
func dated(t testing.TB, text, day string) *Source {
	t.Helper()
	doc, err := intake.Read([]byte(text), intake.Options{Source: "test.txt", Now: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	if day != "" {
		doc.Meta.Reference = briefings.Dating{Date: day, Rule: briefings.DatedByMatter}
	}
	return NewSource(&doc.Revision, doc.Meta)
}

// timeline prints the events of a text: date, status, literal.
func timeline(t testing.TB, text, day string) string {
	t.Helper()
	var out []string
	for _, e := range Events(dated(t, text, day), nil) {
		if len(e.Anchors) == 0 || e.Anchors[0].Exact == "" {
			t.Errorf("%s has no passage", e.Handle)
		}
		out = append(out, fmt.Sprintf("%s %s %q", e.When, e.Status, e.Literal))
	}
	return strings.Join(out, "; ")
}

// article puts a sentence into a document.
func article(sentence string) string {
	return "A plant for engines\n\nThe matter\n\nThe matter has a long history, which the following tells in short. " + sentence + "\n"
}

func TestStatusFollowsTheWordsAndTheDate(t *testing.T) {
	for sentence, want := range map[string]string{
		"The army ordered twelve in 2021.":                                        `2021 occurred "2021"`,
		"The army will order twelve in 2027.":                                     `2027 planned "2027"`,
		"Deliveries are expected in 2027.":                                        `2027 expected "2027"`,
		"Deliveries begin in 2027 if the talks hold.":                             `2027 conditional "2027"`,
		"As of March 2026, neither side has confirmed the site.":                  `2026-03 not-occurred "March 2026"`,
		"The firm denied reports that it sold parts in 2024.":                     `2024 denied "2024"`,
		"It has been in service since 1981.":                                      `1981/.. ongoing "since 1981"`,
		"It was the first landing since 1972.":                                    `1972 occurred "since 1972"`,
		"The line is to be ready by 2030.":                                        `../2030 planned "by 2030"`,
		"It keeps to a direction that the leaders first set in 2006.":             `2006 occurred "2006"`,
		"The first flight was scheduled for 2024.":                                `2024 planned "2024"`,
		"In 2024 the ministry said that it will order more.":                      `2024 occurred "2024"`,
		"The March 2024 agreement, which they call void, is not in force.":        `2024-03 occurred "March 2024"`,
		"Work ran from 2014 to 2018.":                                             `2014/2018 occurred "from 2014 to 2018"`,
		"The site was approved in June 2024, and a line is planned for 2028.":     `2024-06 occurred "June 2024"; 2028 planned "2028"`,
		"It did not resume until March 2022.":                                     `2022-03 occurred "until March 2022"`,
		"The ship will not be ready until 2028.":                                  `2028/.. planned "until 2028"`,
		"Work was halted in May 2024 and has not begun again.":                    `2024-05 occurred "May 2024"`,
		"The ministry denied again that a line was ordered in 2024.":              `2024 denied "2024"`,
		"They hope to sign the deal in May.":                                      `2026-05 expected "May"`,
		"Should the talks fail, a round will be held in June.":                    `2026-06 conditional "June"`,
		"A delivery planned for December 2025 was postponed to May 2026.":         `2025-12 not-occurred "December 2025"; 2026-05 planned "May 2026"`,
		"The summit was cancelled on 2 March.":                                    `2026-03-02 occurred "2 March"`,
		"The summit of 2 March was cancelled.":                                    `2026-03-02 not-occurred "2 March"`,
		"The firm had intended to deliver 30 in 2025.":                            `2025 planned "2025"`,
		"It was expected to be signed in January.":                                `2026-01 planned "January"`,
		"It is unclear whether the shipment of February 2026 arrived.":            `2026-02 unknown "February 2026"`,
		"There were no tests in 2024.":                                            `2024 not-occurred "2024"`,
		"Exports fell in the first nine months of 2025.":                          `2025-01/2025-09 occurred "the first nine months of 2025"`,
		"A decision is needed by 27 May.":                                         `../2026-05-27 planned "by 27 May"`,
		"It is likely that the fuel runs out in late 2026.":                       `2026~ expected "late 2026"`,
		"The fuel runs out in late 2026.":                                         `2026~ planned "late 2026"`,
		"The framework of July 2022 spoke of ten, eight of which were to be red.": `2022-07 occurred "July 2022"`,
		"They may meet in May.":                                                   `2026-05 expected "May"`,
		"It was lost due to bad weather in 2024.":                                 `2024 occurred "2024"`,
		"In February 2023 he spoke of tests if others were to begin.":             `2023-02 occurred "February 2023"`,
		"On Friday it fell. It was hit at 6:19 PM (15:19 UTC).":                   `2026-04-17 occurred "Friday"; 2026-04-17 occurred "6:19 PM"`,
		"The yard was built before 2019.":                                         `../2019 occurred "before 2019"`,
		"Prior to 2025, the office paid at once.":                                 `../2025 occurred "Prior to 2025"`,
		"The bill would keep the yard open in 2027.":                              `2027 conditional "2027"`,
		"The 2027 budget does not propose a second yard.":                         `2027 not-occurred "2027"`,
		"Outlays are put at 3 million in 2027, an estimate.":                      `2027 expected "2027"`,
		"The 2020 elections cost the states much.":                                `2020 occurred "2020"`,
		"They met in May 2025.":                                                   `2025-05 occurred "May 2025"`,
	} {
		if got := timeline(t, article(sentence), "2026-04-20"); got != want {
			t.Errorf("%s\n got %s\nwant %s", sentence, got, want)
		}
	}
}

func TestWhatIsNoEntry(t *testing.T) {
	for _, sentence := range []string{
		"It lasted for two years and every summer it rained.",
		"The work is now done, as it has been for decades.",
		"Section 12 of the FY2025 National Defense Authorization Act says so.",
		"The 2026 National Defense Strategy names it.",
		"Today, such engines are common and cheap.",
		"To this the 2018 farm bill and the 2017 final rule apply.",
		"Data are from the Engine Report, December 23, 2025, https://example.org/report for all of them.",
		"Note: Figures for 2019, 2020 and 2021 are estimates of the office.",
		"H.R. 1959 and S. 1988 were sent to committees.",
		"Some 2000 soldiers use the S-2024 launcher.",
		"According to a 2024 survey of the field, this is rare.",
		"This rests on the Water Acts of 1989 and 1991 as they stand.",
		"See https://example.org/2024/05/06/engines for the story.",
		"(See our note on the engine works that were built in 1998.)",
		"The office acts under the Yard Safety Act, 2019 in all of this.",
		"Sales of engines were down 5 percent versus last year.",
		"Profit was 71 cents a share versus 68 cents in the prior year.",
		"Output rose by a fifth from the previous quarter.",
		"Before this week, the office kept silent.",
		"Prices are given in 2025 dollars throughout.",
		"This report treats the deliveries of 2024 and 2025.",
		"For information on the yard, see the statement of June 2024.",
		"2 See A. Stone, a talk in Hull in May 2024.",
		"Copies of the 2003 Annual Report are in the library.",
		"Its model is Made in China 2025 and what came of it.",
	} {
		if got := timeline(t, article(sentence), "2026-04-20"); got != "" {
			t.Errorf("%s\n gives %s", sentence, got)
		}
	}
	for _, line := range []string{"Figure 2. Deliveries of engines, 2019", "Table A-1: Engines, 2019", "Sources: P.L. 93-127; the office in 2012."} {
		if got := timeline(t, article("It is so.")+"\n"+line+"\n", "2026-04-20"); got != "" {
			t.Errorf("%s\n gives %s", line, got)
		}
	}
	references := article("It is so.") + "\nReferences\n\n- The Daily, 5 May 2024, https://example.org/a\n- The Weekly, 6 May 2024, https://example.org/b\n"
	if got := timeline(t, references, "2026-04-20"); got != "" {
		t.Errorf("the list of references gives %s", got)
	}
}

func TestAnEntryIsTheClauseInTheWordsOfTheSource(t *testing.T) {
	text := article("The ministry, which had long been silent about the matter and about the people who work on it, approved the site in June 2024, and the firm said that a second line, for which nobody has asked yet, is planned for 2028.")
	events := Events(dated(t, text, "2026-04-20"), nil)
	if len(events) != 2 {
		t.Fatalf("found %d events", len(events))
	}
	for i, want := range []string{"approved the site in June 2024", "the firm said that a second line"} {
		e := &events[i]
		if !strings.Contains(e.Text, want) || strings.Contains(e.Text, events[1-i].Literal) || e.Text != e.Anchors[0].Exact {
			t.Errorf("entry %d is %q, passage %q", i, e.Text, e.Anchors[0].Exact)
		}
	}
}

func TestALabelBeginsWithWhatHappened(t *testing.T) {
	text := article("The work began on 20 June 2024, and it was completed by 30 July 2024, which nobody had thought possible in the least, given the weather, the price of steel and the state of the roads.")
	events := Events(dated(t, text, "2026-04-20"), nil)
	if len(events) != 2 || events[1].Text != "it was completed by 30 July 2024" || events[1].Text != events[1].Anchors[0].Exact {
		t.Errorf("found %+v", events)
	}
}

func TestAnEntryThatTellsMoreOfAThingNamesTheThing(t *testing.T) {
	const more = " of a town in the north that has spent much on cranes, tugs, locks and a great many other works of the kind since the end of the long strike"
	for _, c := range []struct{ what, text, gist string }{
		{"which thing", "In May 2020 the council" + more + " paid for the Long Dock, which was opened in June 2024.", "Long Dock was opened"},
		{"whom", "In May 2020 the council" + more + " heard Ada Roe, who ran the yard in June 2024.", "Ada Roe ran the yard"},
		{"who does it", "In May 2020 the council" + more + ", paid the builders, and built the Long Dock, and received the first ferry in June 2024.", "In May 2020 the council" + more + ", paid the builders, and built the Long Dock, and received the first ferry"},
		{"who does it with a name", "In May 2020 the council" + more + ", paid the builders, and built the Long Dock, and renamed Ada Dock in June 2024.", "In May 2020 the council" + more + ", paid the builders, and built the Long Dock, and renamed Ada Dock"},
		{"perhaps the sentence", "The council" + more + " paid 20 in May 2020 for the Long Dock, which would be twice the price of June 2024.", "Council" + more + " paid 20 in May 2020 for the Long Dock, which would be twice the price of June 2024"},
		{"another thing, by its number", "The council" + more + " sold tugs in May 2020 for the dock, which were scrapped in June 2024.", "Council" + more + " sold tugs in May 2020 for the dock, which were scrapped"},
	} {
		events := Events(dated(t, article(c.text), "2026-04-20"), nil)
		if len(events) != 2 || Gist(&events[1]) != c.gist || events[1].Text != events[1].Anchors[0].Exact {
			t.Errorf("%s: %d entries, the last\n %q\nwant %q", c.what, len(events), Gist(&events[len(events)-1]), c.gist)
		}
	}
}

func TestAConditionalEntryCarriesItsCondition(t *testing.T) {
	events := Events(dated(t, article("Announcements are expected during 2027 if the talks go well, they say."), "2026-04-20"), nil)
	if len(events) != 1 || events[0].Condition != "if the talks go well" || events[0].Rule == "" {
		t.Errorf("found %+v", events)
	}
}

func TestActorsOfTheSentenceGoIntoTheEntry(t *testing.T) {
	s := dated(t, article("Examplia ordered twelve in 2021."), "2026-04-20")
	at := strings.Index(s.Text, "Examplia")
	actors := []briefings.Actor{{Head: briefings.Head{Handle: "a-examplia"}, Mentions: []briefings.Anchor{s.Anchor(Span{at, at + 8})}}}
	if events := Events(s, actors); len(events) != 1 || !slices.Equal(events[0].Actors, []briefings.Handle{"a-examplia"}) {
		t.Errorf("found %+v", events)
	}
}

func TestADateInAHeadingIsInheritedAndMarked(t *testing.T) {
	text := "# A plant for engines\n\n## 2021\n\nThe army ordered twelve of them from the firm.\n\n## What came then\n\nNothing came of it for a while, as so often.\n"
	doc, err := intake.Read([]byte(text), intake.Options{Source: "test.md"})
	if err != nil {
		t.Fatal(err)
	}
	events := Events(NewSource(&doc.Revision, doc.Meta), nil)
	if len(events) != 1 || !events[0].Inherited || events[0].When != "2021" || !strings.HasPrefix(events[0].Anchors[0].Exact, "The army") {
		t.Errorf("found %+v", events)
	}
}

func TestALineOfANameAndADateHeadsWhatFollows(t *testing.T) {
	for text, want := range map[string]string{
		"Harbour Court, 12 October 2021\n\nThe court ruled that the crane must stay.": `2021-10-12 "The court ruled that the crane must stay."`,
		"- Harbour Court, 12 October 2021\n- Town Court, 3 May 2022":                  `2021-10-12 "Harbour Court, 12 October 2021"; 2022-05-03 "Town Court, 3 May 2022"`,
		"The court met on 12 October 2021.\n\nIt ruled that the crane must stay.":     `2021-10-12 "The court met on 12 October 2021."`,
	} {
		var got []string
		const filler = "\n\nNothing else was said of the matter, which has been told often enough in these parts."
		for _, e := range Events(dated(t, article("It is so.")+strings.Repeat(filler, topBlocks)+"\n\n"+text+strings.Repeat(filler, endBlocks), "2026-04-20"), nil) {
			got = append(got, fmt.Sprintf("%s %q", e.When, e.Text))
		}
		if got := strings.Join(got, "; "); got != want {
			t.Errorf("%q\n gives %s\n  want %s", text, got, want)
		}
	}
}

func TestARowOfATableMayTellWhatHappened(t *testing.T) {
	text := "# Engines\n\n## Steps\n\n| When | What |\n| --- | --- |\n| May 2024 | The ministry approved the site |\n| FY2024 | 380 |\n"
	doc, err := intake.Read([]byte(text), intake.Options{Source: "test.md"})
	if err != nil {
		t.Fatal(err)
	}
	events := Events(NewSource(&doc.Revision, doc.Meta), nil)
	if len(events) != 1 || events[0].When != "2024-05" || events[0].Text != "The ministry approved the site" {
		t.Errorf("found %+v", events)
	}
}

func TestTheHeadsOfATableSayThatItsRowsTellWhatHappened(t *testing.T) {
	const rows = "| --- | --- |\n| May 2024 | Yard opened |\n| 2027 (planned) | Sea trial |\n"
	for heads, want := range map[string]string{
		"| Date | Event |\n":   `2024-05 occurred "May 2024"; 2027 planned "2027"`,
		"| Year | Speaker |\n": "",
	} {
		if got := timeline(t, "# Engines\n\n## Steps\n\n"+heads+rows, "2026-04-20"); got != want {
			t.Errorf("below %s got %s\nwant %s", heads, got, want)
		}
	}
}

func TestTheDocumentsDateAndItsRule(t *testing.T) {
	body := "\n\nThe matter\n\nThe matter has a long history, which the following tells in short.\n"
	for _, c := range []struct{ text, source, date, rule string }{
		{"---\ntitle: Engines\ndate: 2024-05-06\n---\n\nUpdated April 20, 2026\n" + body, "a.md", "2024-05-06", "front-matter"},
		{"Engines\n\nUpdated April 20, 2026" + body, "https://example.org/2024/05/06/engines", "2024-05-06", "url"},
		{"Engines\n\nUpdated April 20, 2026" + body, "a.txt", "2026-04-20", "dateline"},
		{"Engines\n\nMonday, July 3, 2023" + body, "a.txt", "2023-07-03", "dateline"},
		{"Engines\n\nEnginesApril 20, 2026 (X12345)" + body, "a.txt", "2026-04-20", "dateline"},
		{"Engines" + body + "As of early December 2025, nothing is known.\n", "a.txt", "2025-12~", "text"},
		{"Engines\n\nBy Ada Example\nPORTVILLE, 5 May 2024 (Example Press)" + body, "a.txt", "2024-05-05", "dateline"},
		{"Engines\n\nPORTVILLE and NEWTOWN, May 5, 2024 – The firm today announced a long and full account of what it will do with the engine." + body, "a.txt", "2024-05-05", "dateline"},
		{"Engines\n\nConducted in Portville on 5 May 2024. Edited for length and for clarity." + body, "a.txt", "2024-05-05", "dateline"},
		{"Engines\n\nPolicy Note 14 | May 2024" + body, "a.txt", "2024-05", "dateline"},
		{"Engines\n\nPolicy Note 14 | May 2024\n\nUpdated 7 June 2024" + body, "a.txt", "2024-06-07", "dateline"},
		{"Engines" + body, "a.txt", "2026-06-01", "import"},
		{"Engines" + body + "The plant was opened on 5 May 2024 by the minister and the mayor.\n", "a.txt", "2026-06-01", "import"},
	} {
		doc, err := intake.Read([]byte(c.text), intake.Options{Source: c.source, Now: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			t.Fatal(err)
		}
		doc.Meta.Source = c.source
		meta := NewSource(&doc.Revision, doc.Meta).Meta
		if got := meta.Reference; got.Date != c.date || string(got.Rule) != c.rule {
			t.Errorf("%.40q from %s is dated %s by %s, want %s by %s", c.text, c.source, got.Date, got.Rule, c.date, c.rule)
		}
		published := c.date
		if c.rule == "text" || c.rule == "import" {
			published = "" // not said, and not made up
		}
		if meta.Date != published {
			t.Errorf("%.40q from %s was published %q, want %q", c.text, c.source, meta.Date, published)
		}
	}
}

func TestTheDateOfADatelineAndTheNumberOfAQuestionAreNoEntries(t *testing.T) {
	text := "Engines\n\nPortville, 5 May 2024 — The firm built its first engine in 2019 and has said so.\n\nQ1. The firm was asked when it would build the next one, and did not say.\n"
	if got, want := timeline(t, text, ""), `2019 occurred "2019"`; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestADatelineTellsNothingHoweverOftenAPageSaysIt(t *testing.T) {
	const body = "\n\nThe yard, which is the last one on this coast, closed on 2 May 2024, and nobody knows what comes next."
	for _, top := range []string{
		"A yard closes\n\nAda Roe May 3, 2024 2 min read\n\nMay 3, 2024",
		"May 3, 2024\n\nA yard closes\n\nAda Roe May 3, 2024 2 min read",
		"A yard closes\n\nUPDATED 5/3/24 at 4:12 pm with comment from the office that owns the yard and from its men.",
		"May 3, 2024 | Hull, England – The yard has closed, and its owner says so.",
	} {
		if got := timeline(t, top+body, "2024-05-03"); got != `2024-05-02 occurred "2 May 2024"` {
			t.Errorf("%q gives %s", top, got)
		}
	}
}

func TestADocumentIsReadInItsLanguage(t *testing.T) {
	text := "Ein Werk\n\nBerlin, 20. April 2026\n\nWorum es geht\n\nDer Bau begann vor zwei Jahren und wird im Herbst 2027 fertig sein. " +
		"Am vergangenen Freitag sprach die Ministerin mit der Firma, die nicht zufrieden ist.\n"
	want := `2024 occurred "vor zwei Jahren"; 2027-23 planned "Herbst 2027"; 2026-04-17 occurred "vergangenen Freitag"`
	if got := timeline(t, text, ""); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestRedatingKeepsWhatAPersonDid(t *testing.T) {
	s := dated(t, article("They met last month. They will meet again in November. It began in 2019."), "2026-04-20")
	events := Events(s, nil)
	if len(events) != 3 || events[0].When != "2026-03" || events[1].When != "2026-11" {
		t.Fatalf("found %+v", events)
	}
	events[1].Edited = map[string]briefings.Edit{"when": {By: "me", Was: "2026-11"}}
	events[1].When = "2027-11"

	was := &briefings.Briefing{Meta: s.Meta, Events: events}
	is := &briefings.Briefing{Meta: s.Meta, Events: events}
	is.Reference = briefings.Dating{Date: "2024-01-15", Rule: briefings.DatedByAnalyst}
	got := Redate(s.Revision, was, is)
	if len(got.Events) != 2 || got.String() != "timeline entry: 1 moved" {
		t.Fatalf("%q, %d events changed: %+v", got, len(got.Events), got.Events)
	}
	if e := got.Events[0]; e.When != "2023-12" || e.Handle != events[0].Handle {
		t.Errorf("the first is %s %s", e.Handle, e.When)
	}
	if e := got.Events[1]; e.When != "2027-11" || e.Base["when"] != "2024-11" {
		t.Errorf("the second is %s, its base %s", e.When, e.Base["when"])
	}
}

func TestACorrectedEntryTakesAlongWhatIsCountedFromIt(t *testing.T) {
	s := dated(t, article("It fell on 5 May 2024. Two days later it rose again. It had been begun in 2019."), "2026-04-20")
	was := &briefings.Briefing{Meta: s.Meta, Events: Events(s, nil)}
	is := &briefings.Briefing{Meta: s.Meta, Events: slices.Clone(was.Events)}
	if err := briefings.SetField(&is.Events[0], "when", "2024-05-08", "me", time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	got := Redate(s.Revision, was, is)
	if len(got.Events) != 1 || got.Events[0].When != "2024-05-10" || got.Events[0].Handle != was.Events[1].Handle {
		t.Errorf("%q: %+v", got, got.Events)
	}
}

func TestADateThatDoesNotTellADayLeavesTheEntryUndated(t *testing.T) {
	s := dated(t, article("They met on Tuesday."), "2026-04-20")
	was := &briefings.Briefing{Meta: s.Meta, Events: Events(s, nil)}
	is := &briefings.Briefing{Meta: s.Meta, Events: was.Events}
	is.Reference = briefings.Dating{Date: "2024", Rule: briefings.DatedByAnalyst}
	got := Redate(s.Revision, was, is)
	if len(got.Events) != 1 || got.Events[0].When != "" || got.String() != "timeline entry: 1 now without a date" {
		t.Errorf("%q: %+v", got, got.Events)
	}
	is.Events, was.Events = got.Events, got.Events
	back := Redate(s.Revision, is, was)
	if len(back.Events) != 1 || back.Events[0].When != "2026-04-14" {
		t.Errorf("and back %q: %+v", back, back.Events)
	}
}

func TestARowOfDatesWithoutAFullStopIsReadByItsSurroundings(t *testing.T) {
	text := article(strings.Repeat("and on 5 May 2024 the ministry spoke of the plant, ", 400))
	events := Events(dated(t, text, "2026-04-20"), nil)
	if len(events) != 400 {
		t.Fatalf("found %d events", len(events))
	}
	for _, e := range events {
		if len(e.Text) > 2*longSentence+len("5 May 2024") {
			t.Fatalf("an entry has %d bytes: %.80s", len(e.Text), e.Text)
		}
	}
}

func BenchmarkManyDatesInOneSentence(b *testing.B) {
	source := dated(b, article(strings.Repeat("and on 5 May 2024 it was so, ", 10_000)), "2026-04-20")
	b.ReportAllocs()
	for b.Loop() {
		if len(Events(source, nil)) == 0 {
			b.Fatal("found nothing")
		}
	}
}
