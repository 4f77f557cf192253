package extract

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dossier/briefings"
	"dossier/briefings/intake"
)

// sourceOf prepares a text as an import does.
func sourceOf(t testing.TB, text string) *Source {
	t.Helper()
	doc, err := intake.Read([]byte(text), intake.Options{Format: briefings.FormatMarkdown, Now: time.Unix(0, 0)})
	if err != nil {
		t.Fatal(err)
	}
	return NewSource(&doc.Revision, doc.Meta)
}

// actorsOf makes an actor for each "handle kind name" and finds its mentions.
func actorsOf(s *Source, list ...string) []briefings.Actor {
	var out []briefings.Actor
	for _, entry := range list {
		parts := strings.SplitN(entry, " ", 3)
		a := briefings.Actor{Head: briefings.Head{Handle: briefings.Handle(parts[0])}, Type: briefings.ActorType(parts[1]), Name: parts[2]}
		for at := 0; ; {
			i := strings.Index(s.Text[at:], a.Name)
			if i < 0 {
				break
			}
			a.Mentions = append(a.Mentions, s.Anchor(Span{at + i, at + i + len(a.Name)}))
			at += i + len(a.Name)
		}
		out = append(out, a)
	}
	return out
}

// ofField are sentences that make a document one in which limits are at home.
const ofField = "\n\n## Terms\n\nThe maker will not share the source code. Engines may not be exported without a licence. " +
	"The drawings stay with the maker. The law bars transfer of the seeker."

// ledgerOf prints the ledger of a text that stands in such a document, a line
// each: kind, transfer, modality, subject, holder > recipient.
func ledgerOf(t testing.TB, text string, actors ...string) string {
	s := sourceOf(t, "# A missile deal\n\n## What is known\n\nThe fair opened on Monday. "+text+ofField)
	var b strings.Builder
	for _, l := range Limits(s, actorsOf(s, actors...)) {
		if s.Byte(l.Anchors[0].DocStart) > strings.Index(s.Text, "\nTerms\n") {
			continue
		}
		fmt.Fprintf(&b, "%s %s %s: %s", l.Type, l.Transfer, l.Modality, l.Subject)
		if len(l.Holder)+len(l.Recipient) > 0 {
			fmt.Fprintf(&b, " [%s > %s]", strings.Join(l.Holder, " "), strings.Join(l.Recipient, " "))
		}
		b.WriteByte('\n')
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func TestLimitsOfATransfer(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"a list becomes lines", "Delta will keep core technology, flight software, and seeker designs that feed its exports.",
			"safeguard withheld stated: core technology\nsafeguard withheld stated: flight software\nsafeguard withheld stated: seeker designs"},
		{"a pair stays one thing", "The yard will not supply command and control software.",
			"ceiling withheld stated: command and control software"},
		{"examples stand for the thing", "Some parts, such as batteries and antennas, might later be produced locally.",
			"condition possible possible: batteries\ncondition possible possible: antennas"},
		{"examples, whichever cue is the longer", "Some parts, such as batteries and antennas, may eventually migrate to workshops in the country.",
			"condition possible possible: batteries\ncondition possible possible: antennas"},
		{"what may not pass is not possible", "The missile engine cannot be produced locally.", "constraint unknown stated: "},
		{"a may that is forbidden", "The missile may not be sold to others.", "constraint withheld stated: "},
		{"what it is kept from", "The line would do final fitting rather than full design work.", "ceiling withheld stated: full design work"},
		{"refused", "Officials said the maker refused to share the source code.", "ceiling withheld reported: source code"},
		{"embargo", "An embargo covers engines.", "constraint withheld stated: "},
		{"a licence as condition", "Exports of the missile need a permit and are subject to written approval by the ministry.", "condition possible stated: "},
		{"only if", "Missile parts arrive only if the bank pays.", "condition unknown stated: "},
		{"dependence", "The missile plant has a dependence on imported engines.", "dependency unknown stated: imported engines"},
		{"judged", "Analysts assess that the army will not export missiles.", "ceiling withheld judged: missiles"},
		{"agreed", "The contract includes a phased technology transfer.", "condition agreed stated: "},
		{"a cap", "The missile order must not exceed 40 units.", "constraint unknown stated: "},
	} {
		if got := ledgerOf(t, c.text); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.why, got, c.want)
		}
	}
}

func TestLimitsInTheLanguageAtLarge(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"kept in hand", "The maker will hold the seeker, the flight program and everything dear to it in its own hands.", "ceiling withheld stated: "},
		{"it stays where it is", "The source code stays with the original vendor.", "ceiling withheld stated: "},
		{"not received", "The army will not receive design authority.", "ceiling withheld stated: design authority"},
		{"not part of it", "The guidance set is not part of the package.", "ceiling withheld stated: "},
		{"left out", "The launchers were left out of the missile order.", "ceiling withheld stated: "},
		{"closed to others", "The seeker remains off limits to local firms.", "ceiling withheld stated: "},
		{"a sealed thing", "The seeker comes as a black box.", "ceiling withheld stated: "},
		{"no wish to give", "The maker has no intention of sharing its drawings.", "ceiling withheld stated: "},
		{"on no account", "The yard will on no account share its recipes.", "ceiling withheld stated: "},
		{"never", "The yard would never sell the design.", "ceiling withheld stated: "},
		{"the final word", "The maker has the final say over missile exports.", "condition unknown stated: "},
		{"together", "Launchers may be designed together.", "condition possible possible: Launchers"},
		{"not for sale", "That missile is not for export.", "ceiling withheld stated: "},
		{"stopped", "The ministry vetoed the missile sale.", "constraint withheld stated: "},
		{"an end user certificate", "Delivery requires an end-user certificate for each missile.", "safeguard unknown stated: "},
		{"passed on to others", "Sale to third parties is a matter for the maker.", "safeguard unknown stated: "},
		{"licences in the plural", "Missile exports are subject to Ruritanian licences.", "condition possible stated: "},
		{"somebody must sign", "The senate would have to ratify the pact.", "condition unknown stated: "},
		{"a licence is required", "For each visit a permit is required.", "condition unknown stated: "},
		{"a share", "Local content is limited to thirty per cent.", "ceiling unknown stated: "},
		{"bought nearby one day", "Cameras could be bought from local firms.", "condition possible possible: Cameras"},
		{"a later date", "Launchers might be added at a later date.", "condition possible possible: Launchers"},
		{"promised", "The maker has pledged to share test data.", "condition agreed stated: "},
		{"handed over", "The maker handed over the drawings in May.", "condition delivered stated: "},
		{"one source", "There is no second source for the seeker.", "dependency unknown stated: "},
		{"leans on parts", "The missile plant relies heavily on imported steel.", "dependency unknown stated: "},
		{"scarce", "Missile engines are in short supply.", "constraint unknown stated: "},
	} {
		if got := ledgerOf(t, c.text); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.why, got, c.want)
		}
	}
}

func TestLimitsThatSayWhereAThingStaysAndWhoMayTakeItAway(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"it stays with somebody", "The stability model would remain with Delta.", "ceiling withheld stated: "},
		{"it stays in a place", "Casting software for the missile stays in Portville.", "ceiling withheld stated: "},
		{"soldiers stay too", "The army remains in Portville.", ""},
		{"it goes on being made there", "Missile engines will continue to be built in Portville.", "ceiling withheld stated: "},
		{"only as a closed thing", "Missile engines are shipped as closed units.", "ceiling withheld stated: "},
		{"by their own people only", "Missile software is loaded by Delta engineers only.", "ceiling withheld stated: "},
		{"one may turn the wrench", "We can turn the wrench, but we cannot change the drawing.", "ceiling withheld stated: "},
		{"and no more", "Buyers of the missile get data sheets only.", "ceiling withheld stated: "},
		{"the keys can be revoked", "Delta holds licences of the missile and can revoke them.", "safeguard unknown stated: "},
		{"it can be switched off", "Delta can switch the missile off over any area.", "safeguard unknown stated: "},
		{"a list that the sentence goes on from", "Delta will keep flight software, seeker designs and the most valuable parts in its own hands.", "safeguard withheld stated: flight software\nsafeguard withheld stated: seeker designs\nsafeguard withheld stated: most valuable parts"},
		{"deliveries can be stopped", "The senate can stop missile deliveries at any time.", "constraint unknown stated: "},
		{"one thing is, another is not", "Training on the missile is included; design training is not.", "ceiling withheld stated: "},
		{"ruled out", "Sales of the missile in Ruritania are ruled out.", "constraint unknown stated: "},
		{"what one will get", "Delta would release the hull lines and drawings at launching.", "condition agreed stated: "},
	} {
		if got := ledgerOf(t, c.text); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.why, got, c.want)
		}
	}
}

func TestARestrictionOnPassingAThingOnSaysThatItIsWithheld(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"what is restricted", "Ruritania is restricting the sale of torpedo batteries.", "constraint withheld stated: sale of torpedo batteries"},
		{"quoted", "Ruritania restricts exports of \"missile grade\" steel.", "constraint withheld stated: exports of \"missile grade\" steel"},
		{"the sentence goes on", "Curbs on exports of sonar domes to Graustark already hurt the yard.", "constraint withheld stated: exports of sonar domes to Graustark"},
		{"controls over things", "Ruritania maintains strict controls over missile components.", "constraint withheld stated: missile components"},
		{"in the passive", "Missile exports were banned in May.", "constraint withheld stated: "},
		{"from whom", "The law bars the yard from selling frigates to Graustark.", "constraint withheld stated: selling frigates to Graustark"},
		{"on a list", "Ruritania put two radars on its control list.", "constraint withheld stated: "},
		{"sanctions", "Sanctions imposed on Graustark delay the frigate.", "constraint withheld stated: "},
		{"a licence that is held up", "The export licence for the radar is stalled.", "constraint withheld stated: "},
		{"a licence withdrawn", "The missile licence was revoked.", "constraint withheld stated: "},
		{"restrictions on something else", "The treaty puts restrictions on missile tests.", "constraint unknown stated: "},
		{"one act in a word is none", "Parliament could block the sale of radars, and the sale is banned.", "constraint withheld possible: sale of radars"},
	} {
		if got := ledgerOf(t, c.text); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.why, got, c.want)
		}
	}
}

func TestALicenceThatIsAskedForLeavesTheWayOpen(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"before exporting", "Firms must obtain a permit before exporting missile parts.", "condition possible stated: "},
		{"without", "The yard cannot export radars without a licence.", "safeguard possible stated: "},
		{"case by case", "Missile licences are examined case by case.", "condition possible stated: "},
		{"controls that are eased", "Ruritania would suspend its export controls on radars.", "condition possible stated: "},
		{"unless", "The act prohibits the export of missile data unless the office has issued a licence.", "condition possible stated: "},
		{"to a third country is another matter", "Any sale of the missile to a third country requires consent.", "safeguard unknown stated: "},
		{"selling on", "The act precludes the army from selling the missiles on without consent.", "constraint unknown stated: "},
		{"for something else", "For each visit to the missile plant a permit is required.", "condition unknown stated: "},
	} {
		if got := ledgerOf(t, c.text); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.why, got, c.want)
		}
	}
}

func TestALineOfTheLedgerStandsAlone(t *testing.T) {
	for _, c := range []struct{ why, text, subject, gist string }{
		{"whose reliance", "The plan is to cut Ruritania's reliance on foreign sonars and strengthen Ruritania's yards.", "foreign sonars", "Ruritania's reliance on foreign sonars"},
		{"reliance in a verb", "The missile plant relies heavily on any one maker.", "one maker", "Relies heavily on any one maker"},
		{"dependence", "The missile yard wants no dependence on a single maker.", "single maker", "Dependence on a single maker"},
		{"to what", "The prototype missile will not transition to the fleet.", "", "The prototype missile will not transition to the fleet"},
		{"such", "The list bars the yard from receiving such missiles.", "", "The list bars the yard from receiving such missiles"},
		{"both", "Both missiles will not be shared.", "", "Both missiles will not be shared"},
		{"to what end", "Ruritania restricts sales of sonars to prevent their misuse.", "sales of sonars", "Sales of sonars"},
		{"to whom", "Ruritania restricts sales of sonars to Graustark.", "sales of sonars to Graustark", "Sales of sonars to Graustark"},
		{"this", "In missile treaties, this is excluded from the annex.", "", "In missile treaties, this is excluded from the annex"},
	} {
		s := sourceOf(t, "# A missile deal\n\n## What is known\n\nThe fair opened on Monday. "+c.text+ofField)
		limits := Limits(s, nil)
		if len(limits) < 1 {
			t.Errorf("%s: %d limits", c.why, len(limits))
			continue
		}
		if got := Gist(&limits[0]); limits[0].Subject != c.subject || got != c.gist {
			t.Errorf("%s: of %q\n got %q\nwant %q", c.why, limits[0].Subject, got, c.gist)
		}
	}
}

func TestASentenceMaySayTheSameOfAnotherThing(t *testing.T) {
	const limit = "Source code is excluded from the annex. "
	const first = "ceiling withheld stated: Source code"
	for text, want := range map[string]string{
		"So are the coating of the blades and the design data of the gun.": first + "\nceiling withheld stated: coating of the blades\nceiling withheld stated: design data of the gun",
		"Neither is the coating.":        first + "\nceiling withheld stated: coating",
		"The same goes for the coating.": first + "\nceiling withheld stated: coating",
		"So are many other things in life, a man in the yard told the reporter.": first + "\nceiling withheld stated: ",
		"Neither has ever been to the yard.":                                     first,
		"The coating is green.":                                                  first,
	} {
		if got := ledgerOf(t, limit+text); got != want {
			t.Errorf("%s:\n got %s\nwant %s", text, got, want)
		}
	}
	if got := ledgerOf(t, "The yard is old. So is the crane."); got != "" {
		t.Errorf("behind no limit: %s", got)
	}
	if got := ledgerOf(t, limit+"\n\nSo is the crane."); got != first {
		t.Errorf("in the next paragraph: %s", got)
	}
}

// In a document full of limits a sentence about what is made, sold or hoped for
// is near to one in all its words, but holds nothing back.
func TestHopesAndGainsHoldNothingBack(t *testing.T) {
	for _, text := range []string{
		"Delta could also sell its engines to other partners from there.",
		"Delta signed an agreement on Monday to build the engines with the yard.",
		"Rivals have watched the trade of Delta in engines for years.",
		"Ruritania is betting that the engines will tie its partners closer for decades.",
	} {
		noLimit(t, text)
	}
	if got := ledgerOf(t, "Delta seekers come only from a plant in Ruritania."); got == "" {
		t.Error("what comes from one place only is no limit")
	}
}

func TestWhatIsNoLimit(t *testing.T) {
	for _, text := range []string{
		"The ceiling of the missile loan was raised from 15 to 25 million.",
		"The stock bought before the embargo of April 2022 feeds the missile line.",
		"The missile firm did not disclose the value of the order.",
		"TO: Director, Missile Safeguards",
		"The brigades march at dawn.",
		"The list is not limited to missiles.",
		"Whether the missile works depends on whether the seeker sees.",
		"Congress may restrict missile sales.",
		"There is no ban on missile exports.",
		"The law does not prohibit missile exports.",
		"The state lifted its embargo on missile engines.",
		"Washington eased the sanctions on missile makers.",
		"Missile costs may not add up because of rounding.",
		"The missile flew well and the troops were glad.",
		"A missile officer spoke on condition of anonymity.",
		"The army will award a sole-source contract for missiles.",
		"The new hall eases a bottleneck in missile output.",
		"The army signed the Nuclear Test Ban Treaty.",
		"(See our note on export control in missile trade.)",
	} {
		noLimit(t, text)
	}
}

// noLimit checks that a sentence holds nothing back.
func noLimit(t *testing.T, text string) {
	t.Helper()
	if got := ledgerOf(t, text); got != "" {
		t.Errorf("%q gives %s", text, got)
	}
}

func TestADocumentWithoutTransfersHasNoLedger(t *testing.T) {
	s := sourceOf(t, "# School meals\n\n## Rules\n\nA meal costs two crowns. It is served at noon in the great hall. Sweets are not sold. "+
		"Soup comes first. Money is available only if the form is signed. The hall was painted in spring. Pupils cannot bring dogs. "+
		"Parents like the new tables. The menu hangs beside the door. The kitchen relies on volunteers.")
	if got := Limits(s, nil); len(got) != 0 {
		t.Errorf("%d limits, the first %q", len(got), got[0].Rule)
	}
}

func TestHolderAndRecipientComeFromTheSentence(t *testing.T) {
	actors := []string{"a-delta organization Delta", "a-ruritania state Ruritania", "a-dart system Dart"}
	for text, want := range map[string]string{
		"Delta will not transfer missile software to Ruritania.":       "ceiling withheld stated: missile software to Ruritania [a-delta > a-ruritania]",
		"The Delta plant will not share missile software.":             "ceiling withheld stated: missile software",
		"In Ruritania, Delta will not share missile software.":         "ceiling withheld stated: missile software [a-delta > ]",
		"Missile software will not be exported by Delta to Ruritania.": "ceiling withheld stated: Missile software [a-delta > a-ruritania]",
		"The Dart missile software will not be exported.":              "ceiling withheld stated: Dart missile software",
		"Ruritania will not receive missile software.":                 "ceiling withheld stated: missile software [ > a-ruritania]",
		"The missile software would remain with Delta.":                "ceiling withheld stated:  [a-delta > ]",
		"Delta can switch the missile off.":                            "safeguard unknown stated:  [a-delta > ]",
	} {
		if got := ledgerOf(t, text, actors...); got != want {
			t.Errorf("%q:\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestHolderAndRecipientComeFromWhatStandsAround(t *testing.T) {
	for _, c := range []struct{ why, heading, body, want string }{
		{"the heading says where it stays", "What stays in Ruritania", "Missile source code is excluded from the annex.", "[a-ruritania] []"},
		{"the heading says who gets it", "What Ruritania gets", "- missile drawings", "[] [a-ruritania]"},
		{"a heading that only names somebody", "Safeguards in Ruritania", "Missile source code is excluded from the annex.", "[] []"},
		{"the sentence before", "The deal", "Delta builds the missile. It will not share the missile software.", "[a-delta] []"},
		{"not of the paragraph before", "The deal", "Delta builds the missile.\n\nIt will not share the missile software.", "[] []"},
	} {
		s := underHeading(t, c.heading, c.body)
		limits := Limits(s, actorsOf(s, "a-delta organization Delta", "a-ruritania state Ruritania"))
		if len(limits) != 1 {
			t.Errorf("%s: %d limits", c.why, len(limits))
			continue
		}
		if got := fmt.Sprint(limits[0].Holder, " ", limits[0].Recipient); got != c.want {
			t.Errorf("%s: %s, want %s", c.why, got, c.want)
		}
	}
}

func TestEveryLimitPointsAtItsSentence(t *testing.T) {
	text := "Delta will keep core technology, flight software, and seeker designs. The army waits."
	s := sourceOf(t, "# Missiles\n\n## Terms\n\n"+text)
	handles := map[briefings.Handle]bool{}
	for _, l := range Limits(s, nil) {
		if len(l.Anchors) != 1 || l.Anchors[0].Exact != strings.SplitAfter(text, ".")[0] {
			t.Errorf("%s points at %+v", l.Handle, l.Anchors)
		}
		if l.Rule != "cue: will keep core technology" || l.Generator != limitGenerator || l.Origin != briefings.OriginExtracted {
			t.Errorf("%s: rule %q, generator %q, origin %q", l.Handle, l.Rule, l.Generator, l.Origin)
		}
		handles[l.Handle] = true
	}
	if len(handles) != 3 {
		t.Errorf("handles %v, want three", handles)
	}
}

func TestALineThatBeginsWithItNamesWhomItMeans(t *testing.T) {
	for text, want := range map[string]string{
		"Delta builds the missile. It cannot export the missile software without a licence.":           "[Delta] cannot export the missile software without a licence",
		"For Delta the missile is a success. It cannot export the missile software without a licence.": "It cannot export the missile software without a licence.",
	} {
		s := sourceOf(t, "# A missile deal\n\n## What is known\n\n"+text)
		limits := Limits(s, actorsOf(s, "a-delta organization Delta"))
		if len(limits) != 1 || strings.TrimSuffix(limits[0].Text, ".") != strings.TrimSuffix(want, ".") {
			t.Errorf("%s\n gives %+v", text, limits)
		}
	}
}
