package timex

import (
	"fmt"
	"strings"
	"testing"

	"dossier/briefings/edtf"
)

// reading prints what was found in a text: "words = VALUE", intervals as
// "words = from/to".
func found(t *testing.T, text string, o Options) string {
	t.Helper()
	r, err := Read(text, o)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for i := range r.Expressions {
		e := &r.Expressions[i]
		if e.Start < 0 || e.End > len(text) || e.Start >= e.End {
			t.Fatalf("%q: expression at %d to %d", text, e.Start, e.End)
		}
		out = append(out, text[e.Start:e.End]+" = "+e.Value)
	}
	for _, in := range r.Intervals {
		out = append(out, text[in.Start:in.End]+" = "+in.When.String())
	}
	return strings.Join(out, "; ")
}

// monday is the reference day of the tables: Monday, 9 March 2026.
func monday(t *testing.T) Options {
	t.Helper()
	d, err := edtf.Parse("2026-03-09")
	if err != nil {
		t.Fatal(err)
	}
	return Options{Reference: d, Manner: News, Language: "en"}
}

func check(t *testing.T, o Options, cases [][2]string) {
	t.Helper()
	for _, c := range cases {
		if got := found(t, c[0], o); got != c[1] {
			t.Errorf("%s\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

func TestDatesInFull(t *testing.T) {
	check(t, monday(t), [][2]string{
		{"The plant opened on 5 December 2025.", "5 December 2025 = 2025-12-05"},
		{"It opened on December 5, 2025, at last.", "December 5, 2025 = 2025-12-05"},
		{"It opened on Friday, December 5th, 2025.", "Friday, December 5th, 2025 = 2025-12-05"},
		{"It opened on the fifth of December 2025.", "the fifth of December 2025 = 2025-12-05"},
		{"Signed 2025-12-05 in the capital.", "2025-12-05 = 2025-12-05"},
		{"It stands in an October 2021publication of the fleet.", "October 2021 = 2021-10"},
		{"A March 2000cc engine and 1920s trams.", "March = 2026-03; 1920s = 192"},
		{"Signed 12/05/2025, filed 31/12/2025.", "12/05/2025 = 2025-12-05; 31/12/2025 = 2025-12-31"},
		{"A parade on Dec. 5, 2025 and another.", "Dec. 5, 2025 = 2025-12-05"},
		{"It is dated 5 December nineteen eighty-four.", "5 December nineteen eighty-four = 1984-12-05"},
		{"There is no 30 February 2025.", "February 2025 = 2025-02"},
	})
}

func TestMonthsAndYears(t *testing.T) {
	check(t, monday(t), [][2]string{
		{"Deliveries began in June 2021.", "June 2021 = 2021-06"},
		{"Deliveries began in 2021.", "2021 = 2021"},
		{"The 1990s were quiet; the '80s were not.", "The 1990s = 199; the '80s = 198"},
		{"In the 19th century borders moved.", "the 19th century = 18"},
		{"The temple fell in 431 BC.", "431 BC = BC0431"},
		{"Output doubled in the spring of 2024.", "the spring of 2024 = 2024-SP"},
		{"Revenue fell in the third quarter of 2024.", "the third quarter of 2024 = 2024-Q3"},
		{"Revenue fell in Q3 2024 and in H2 2025.", "Q3 2024 = 2024-Q3; H2 2025 = 2025-H2"},
		{"The FY2027 request and fiscal year 2026 funds.", "FY2027 = FY2027; fiscal year 2026 = FY2026"},
		{"Sales rose in 4Q25, in Q1 FY26 and in H1'25.", "4Q25 = 2025-Q4; Q1 FY26 = 2026-Q1; H1'25 = 2025-H1"},
		{"It closed in the late nineteen-sixties.", "the late nineteen-sixties = 196"},
		{"It was built in the eighteen forties.", "the eighteen forties = 184"},
		{"It was rebuilt in two thousand and nine, or in twenty eleven.", "two thousand and nine = 2009; twenty eleven = 2011"},
		{"The first nine months of 2025 were strong.", "The first nine months of 2025 = P9M"},
		{"It was formed in April '42 and disbanded in the summer of '45.", "April '42 = 1942-04; the summer of '45 = 1945-SU"},
		{"He was sentenced in 2018 to 12 years in prison.", "2018 = 2018; 12 years = P12Y"},
		{"It was lifted on the last day of June 2024.", "the last day of June 2024 = 2024-06-30"},
		{"Since the 2008 crisis, the 2025 orders have doubled.", "2008 = 2008"},
	})
}

func TestNumbersThatAreNoYears(t *testing.T) {
	check(t, monday(t), [][2]string{
		{"About 1,900 soldiers and more than 2000 men.", ""},
		{"It costs $2025, or 2025 dollars.", ""},
		{"An F-16 and S. 1394 and version 3.2025.", ""},
		{"He may march in second place.", ""},
		{"See https://example.org/2025/12/05/story for more.", ""},
		{"See chapter 2012 and paragraph 1984, in room 2024.", ""},
		{"Flight 1998 left gate 2010 under Resolution 1929.", ""},
		{"In the year 4217 the unit 4100 was lost.", ""},
		{"The route is 1950 km long, at 2100 metres.", ""},
		{"He may march, and the sun may set in the second row.", ""},
		{"Order 1945, Decree 1990 and Windows 2000 are names.", ""},
		{"Mark May and Mrs May met April Jones.", ""},
	})
}

func TestDatesSeenFromTheDocument(t *testing.T) {
	check(t, monday(t), [][2]string{
		{"It opened today.", "today = 2026-03-09"},
		{"She confirmed it on Tuesday (March 3).", "Tuesday (March 3) = 2026-03-03"},
		{"The talks of Wed. (4 March 2026) went well, those of Friday (the last) did not.", "Wed. (4 March 2026) = 2026-03-04; Friday = 2026-03-06"},
		{"Today the plant opened. “Today it counts,” he said.", "Today = 2026-03-09; Today = 2026-03-09"},
		{"He wrote it for Shipyard News Today, which printed it.", ""},
		{"He arrived yesterday.", "yesterday = 2026-03-08"},
		{"They met on Tuesday.", "Tuesday = 2026-03-03"},
		{"They will meet on Tuesday.", "Tuesday = 2026-03-10"},
		{"They met last month.", "last month = 2026-02"},
		{"They met two years ago.", "two years ago = 2024"},
		{"They met in November.", "November = 2025-11"},
		{"They will meet in November.", "November = 2026-11"},
		{"They met on February 11.", "February 11 = 2026-02-11"},
		{"The first unit is due this fall.", "this fall = 2026-FA"},
		{"A decision is due by the end of the year.", "the end of the year = 2026; by the end of the year = ../2026~"},
		{"They will meet in two weeks.", "in two weeks = 2026-W13"},
		{"The talks will be held in June.", "June = 2026-06"},
		{"The line is to be formally opened on 2 May.", "2 May = 2026-05-02"},
		{"It was expected to be signed in January.", "January = 2026-01"},
		{"The trial begins on Wednesday.", "Wednesday = 2026-03-11"},
		{"She would not say whether the test of 3 March succeeded.", "3 March = 2026-03-03"},
		{"Revenue fell in the second quarter.", "the second quarter = 2025-Q2"},
		{"They met over the weekend.", "the weekend = 2026-W10-WE"},
		{"It lifted off at 04:15 UTC on 9 March 2026.", "04:15 UTC on 9 March 2026 = 2026-03-09T04:15"},
	})
}

func TestDatesSeenFromOtherDates(t *testing.T) {
	check(t, monday(t), [][2]string{
		{"It fell on 5 May 2024. Two days later it rose.", "5 May 2024 = 2024-05-05; Two days later = 2024-05-07"},
		{"It was begun in 2019; that year it rained.", "2019 = 2019; that year = 2019"},
		{"In 2025 it sold 60, against 42 the year before.", "2025 = 2025; the year before = 2024"},
		{"It ran until the day after Christmas 2024.", "the day after Christmas 2024 = 2024-12-26; until the day after Christmas 2024 = ../2024-12-26"},
		{"The vote was held on 5 May 2024. Two days after the vote he resigned.",
			"5 May 2024 = 2024-05-05; Two days after = 2024-05-07"},
		{"Two days after the vote he resigned.", "Two days = P2D"},
		{"He resigned three days after the vote of 12 May 2024.", "three days after = 2024-05-15; 12 May 2024 = 2024-05-12"},
		{"On 12 May 2024, two days before the talks in the capital began, he left.", "12 May 2024 = 2024-05-12; two days = P2D"},
		{"It is due in 2029, two years later than planned.", "2029 = 2029; two years = P2Y"},
		{"It opened three weeks before 5 May 2024.", "three weeks before 5 May 2024 = 2024-04-14"},
	})
}

func TestIntervals(t *testing.T) {
	check(t, monday(t), [][2]string{
		{"It ran from 2014 to 2018.", "2014 = 2014; 2018 = 2018; from 2014 to 2018 = 2014/2018"},
		{"The years 1955–60 were good.", "1955 = 1955; 60 = 1960; 1955–60 = 1955/1960"},
		{"On 1-3 September 2025 they met.", "1 = 2025-09-01; 3 September 2025 = 2025-09-03; 1-3 September 2025 = 2025-09-01/2025-09-03"},
		{"It has flown since 1981.", "1981 = 1981; since 1981 = 1981/.."},
		{"It will fly by 2030.", "2030 = 2030; by 2030 = ../2030"},
		{"From November to February 2024 it snowed.",
			"November = 2023-11; February 2024 = 2024-02; From November to February 2024 = 2023-11/2024-02"},
		{"The month 2015-12 is no range.", "2015-12 = 2015-12"},
		{"Between the 9th and the 11th century it was raided.",
			"9th = 08; the 11th century = 10; Between the 9th and the 11th century = 08XX/10XX"},
		{"It flies no earlier than 2028.", "2028 = 2028; no earlier than 2028 = 2028/.."},
		{"FY 2027-28 and the 2023/24 budget year.",
			"2027 = FY2027; 28 = FY2028; 2023 = FY2023; 24 budget year = FY2024; FY 2027-28 = 2027~/2028~; 2023/24 budget year = 2023~/2024~"},
	})
}

func TestWhatIsNoDate(t *testing.T) {
	check(t, monday(t), [][2]string{
		{"It lasted for two years.", "two years = P2Y"},
		{"It lasted for decades.", "decades = PXDE"},
		{"A two-day visit every Tuesday.", "two-day = P2D; every Tuesday = XXXX-WXX-2"},
		{"It is now quiet, with daily flights.", "now = PRESENT_REF; daily = P1D"},
		{"They met at 10:30 a.m. on Tuesday.", "10:30 a.m. on Tuesday = 2026-03-03T10:30"},
	})
}

func TestHonestPrecision(t *testing.T) {
	for text, want := range map[string]string{
		"as of early December 2025":        "2025-12~ START",
		"in mid-2027":                      "2027~ MID",
		"in the late 1990s":                "199X~ END",
		"around 2010":                      "2010~ APPROX",
		"in the first quarter of FY2028":   "2027-10/2027-12 ",
		"in FY2028":                        "2028~ ",
		"in the third week of August 2024": "2024-08-12/2024-08-18 ",
		"the first nine months of 2025":    "2025-01/2025-09 ",
		"the first three quarters of 2025": "2025-01/2025-09 ",
		"the final two weeks of May 2024":  "2024-05-18/2024-05-31 ",
		"the last two years of the 1990s":  "1998/1999 ",
	} {
		o := monday(t)
		o.FiscalStart = 10
		r, err := Read(text, o)
		if err != nil || len(r.Expressions) != 1 {
			t.Errorf("%s: %d expressions (%v)", text, len(r.Expressions), err)
			continue
		}
		e := &r.Expressions[0]
		if got := fmt.Sprint(e.When.String(), " ", e.Mod()); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
}

func TestNarrativeFollowsItsLastDate(t *testing.T) {
	o := monday(t)
	o.Manner = Narrative
	check(t, o, [][2]string{
		{"War began in August 1914. In October they dug in. In January they froze.",
			"August 1914 = 1914-08; October = 1914-10; January = 1915-01"},
		{"It fell on 4 May 1471. The next day the king came.", "4 May 1471 = 1471-05-04; The next day = 1471-05-05"},
		{"The treaty of 490 BC held. In 480 it broke.", "490 BC = BC0490; 480 = BC0480"},
		{"The dynasty ruled from 618 to 907.", "618 = 0618; 907 = 0907; from 618 to 907 = 0618/0907"},
		{"He came in May 1850. In the spring of the following year he left.", "May 1850 = 1850-05; the spring of the following year = 1851-SP"},
		{"They met in May 1850. On the 17th the garrison left.", "May 1850 = 1850-05; the 17th = 1850-05-17"},
		{"In March 1850 he sailed. By the end of the year he was back.",
			"March 1850 = 1850-03; the end of the year = 1850; By the end of the year = ../1850~"},
	})
}

func TestNewsAndNarrativeAreToldApart(t *testing.T) {
	history := strings.Repeat("In 1914 it began. In 1916 they fought. In 1918 it ended. ", 5)
	short := "The mill burnt down in May 1821. In June it was rebuilt. It closed in 1844, and was sold in 1851."
	news := "The minister said on Tuesday that talks would resume next week. A deal signed in 2019 lapsed yesterday."
	for text, want := range map[string]Manner{history: Narrative, short: Narrative, news: News} {
		o := monday(t)
		o.Manner = Guess
		if r, err := Read(text, o); err != nil || r.Manner != want {
			t.Errorf("%.40s… is read as %d, want %d (%v)", text, r.Manner, want, err)
		}
	}
}

func TestBothStagesOfAValueAreKept(t *testing.T) {
	r, err := Read("They met on March 17 and two days later.", monday(t))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"XXXX-03-17", "last+2D"} {
		if got := r.Expressions[i].Form.String(); got != want {
			t.Errorf("the form of expression %d is %s, want %s", i, got, want)
		}
	}
}

func TestWithoutAReferenceNothingIsInvented(t *testing.T) {
	check(t, Options{Manner: News, Language: "en"}, [][2]string{
		{"They met yesterday.", "yesterday = ref-1D"},
		{"They met on Tuesday.", "Tuesday = XXXX-WXX-2"},
		{"They met in May.", "May = XXXX-05"},
	})
}

func TestASecondLanguageIsAFile(t *testing.T) {
	o := monday(t)
	o.Language = "de"
	check(t, o, [][2]string{
		// dates
		{"Das Werk wurde am 5. Dezember 2025 eröffnet.", "5. Dezember 2025 = 2025-12-05"},
		{"Am 05.12.2025, am 3. 4. 2024 und im März 2024.", "05.12.2025 = 2025-12-05; 3. 4. 2024 = 2024-04-03; März 2024 = 2024-03"},
		{"Am ersten Mai war es so, am 3. Oktober auch.", "ersten Mai = 2025-05-01; 3. Oktober = 2025-10-03"},
		{"Zu Weihnachten 2024 begann es.", "Weihnachten 2024 = 2024-12-25"},
		{"Um 14.30 Uhr am 9. März 2026 begann es.", "14.30 Uhr am 9. März 2026 = 2026-03-09T14:30"},
		// weekdays and days around today
		{"Am Dienstag trafen sie sich.", "Dienstag = 2026-03-03"},
		{"Am Dienstag werden sie sich treffen.", "Dienstag = 2026-03-10"},
		{"Am Montagabend sagte er nichts.", "Montagabend = 2026-03-09"},
		{"Gestern regnete es, vorgestern auch, übermorgen nicht.", "Gestern = 2026-03-08; vorgestern = 2026-03-07; übermorgen = 2026-03-11"},
		{"Am Morgen war es kalt.", ""},
		// periods seen from today and from other dates
		{"Im vergangenen Jahr stieg die Zahl.", "vergangenen Jahr = 2025"},
		{"Nächste Woche und Anfang des Jahres.", "Nächste Woche = 2026-W12; Anfang des Jahres = 2026"},
		{"Vor zwei Jahren war es 1.900 Menschen zu laut.", "Vor zwei Jahren = 2024"},
		{"In zwei Wochen werden sie es wissen.", "In zwei Wochen = 2026-W13"},
		{"Es fiel am 5. Mai 2024. Zwei Tage später stieg es.", "5. Mai 2024 = 2024-05-05; Zwei Tage später = 2024-05-07"},
		{"Es begann 2019; im selben Jahr regnete es.", "2019 = 2019; selben Jahr = 2019"},
		{"Drei Tage nach der Wahl am 23. Februar 2025 trat er zurück.", "Drei Tage nach = 2025-02-26; 23. Februar 2025 = 2025-02-23"},
		// parts of years, decades, centuries
		{"Im dritten Quartal 2024, im 1. Halbjahr 2025, Ende 2025.", "dritten Quartal 2024 = 2024-Q3; 1. Halbjahr 2025 = 2025-H1; Ende 2025 = 2025"},
		{"In den 1990er Jahren und Anfang der Achtzigerjahre.", "1990er Jahren = 199; Anfang der Achtzigerjahre = 198"},
		{"Im 19. Jahrhundert und 300 v. Chr. war es anders.", "19. Jahrhundert = 18; 300 v. Chr. = BC0300"},
		{"Im Winter 2023/24 fror es.", "Winter 2023/24 = 2023-WI"},
		// ranges
		{"Es steht seit 2019, von 2014 bis 2018 nicht.", "2019 = 2019; 2014 = 2014; 2018 = 2018; seit 2019 = 2019/..; von 2014 bis 2018 = 2014/2018"},
		{"Vom 5. bis 9. Mai 2024 tagten sie.", "5. = 2024-05-05; 9. Mai 2024 = 2024-05-09; Vom 5. bis 9. Mai 2024 = 2024-05-05/2024-05-09"},
		{"Bis Ende 2027 soll sie stehen.", "Ende 2027 = 2027; Bis Ende 2027 = ../2027~"},
		// no dates
		{"Rund 2000 Soldaten und 1950 Kilometer, Kapitel 2012.", ""},
		{"Jeden Montag und montags, drei Jahre lang.", "Jeden Montag = XXXX-WXX-1; montags = XXXX-WXX-1; drei Jahre lang = P3Y"},
	})
}

func TestTheLanguageIsToldByTheSmallWords(t *testing.T) {
	for text, want := range map[string]string{
		"Das ist der Text, und er ist nicht von hier; die Sprache wird erkannt.":     "de",
		"This is the text, and it is not from here; the language is told by it.":     "en",
		"Der Bau begann im Mai 2024. Die Firma hat ihn mit dem Staat nicht bezahlt.": "de",
		"42": "en",
	} {
		if l, err := Detect(text); err != nil || l.Name != want {
			t.Errorf("%q is in %v (%v), want %s", text, l, err, want)
		}
	}
}

func TestALanguageFileSaysWhatIsWrongWithIt(t *testing.T) {
	for data, word := range map[string]string{
		"x = y":                                           "no section",
		"[class month]\nq = may":                          "no number",
		"[rules atoms]\nr: <nothing> => date":             "no class",
		"[rules atoms]\nr: a => thing":                    "cannot make",
		"[rules atoms]\nr: a => date colour=1":            "no field",
		"[rules atoms]\nr: (a b => date":                  "not closed",
		"[rules atoms]\nr: [a] => date":                   "match nothing",
		"[rules later]\nr: a => date":                     "no stage",
		"[rules atoms]\nr: a => date; unless b":           "condition",
		"[settings]\ncolour = red":                        "no setting",
		"[rules atoms]\nwithout an arrow there is a rule": "reads name",
	} {
		if _, err := parseLanguage("xx", data); err == nil || !strings.Contains(err.Error(), word) {
			t.Errorf("%q: the error %v does not say %q", data, err, word)
		}
	}
}
