package extract

import (
	"fmt"
	"strings"
	"testing"

	"dossier/briefings"
)

// underHeading prepares a text of the field with a section.
func underHeading(t testing.TB, heading, body string) *Source {
	return sourceOf(t, "# A missile deal\n\n## What is known\n\nThe army ordered missiles.\n\n## "+heading+"\n\n"+body+"\n\n## What else\n\nThe town is old.\n")
}

func TestItemsOfAListOfOpenPointsAreQuestions(t *testing.T) {
	for _, c := range []struct{ heading, body, want string }{
		{"Gaps", "- Nothing has been heard of the second yard since spring.", "“Nothing has been heard of the second yard since spring”: what is still open here?"},
		{"5. Open points", "1. Whether the yard will open\n2. How the crane was bought", "Will the yard open? How was the crane bought?"},
		{"Matters pending", "- Fuel for the second crane\n- Name of the contractor (not yet proposed)", "Fuel for the second crane: what is known? What is the name of the contractor (not yet proposed)?"},
		{"What we do not know", "- The price has been paid twice. That is known.", "“The price has been paid twice”: what is still open here?"},
		{"Uncertainties", "Who owns the quay", "Who owns the quay?"},
		{"Gaps", "- Answered: the yard belongs to the town.\n- None", ""},
		{"Gaps in the fence", "- A dog came through it.", "“A dog came through it”: what is still open here?"},
		{"Capability gaps", "- The army has three missiles.", ""},
		{"Considerations for Congress", "- The yard opened in May.", ""},
		{"Money", "Gaps in what we know:\n\n- the price of the crane\n\nThe crane is red.", "What is the price of the crane?"},
		{"Money", "What the desk knows:\n\n- the price of the crane", ""},
	} {
		var got []string
		for _, q := range Questions(underHeading(t, c.heading, c.body), nil, nil) {
			got = append(got, q.Text)
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("below %q, %q:\n got %s\nwant %s", c.heading, c.body, got, c.want)
		}
	}
}

// ledgerBelow prints the lines of a ledger with what becomes of their subjects.
func ledgerBelow(t testing.TB, heading, body string) string {
	var out []string
	for _, l := range Limits(underHeading(t, heading, body), nil) {
		out = append(out, fmt.Sprintf("%s %s: %s", l.Type, l.Transfer, l.Text))
	}
	return strings.Join(out, "\n")
}

func TestItemsOfAListOfLimitsAreLimits(t *testing.T) {
	for _, c := range []struct{ heading, body, want string }{
		{"What is withheld", "- Casting of blades\n- The coating", "ceiling withheld: Casting of blades\nceiling withheld: coating"},
		{"What stays in Portville", "- Casting of blades", "ceiling withheld: Casting of blades"},
		{"What the yard receives", "- Drawings of the hull\n- Not included: the sonar library, the keys", "condition delivered: Drawings of the hull\nceiling withheld: sonar library\nceiling withheld: keys"},
		{"Terms", "Not covered:\n\n- the seeker\n\nThe crane is red.", "ceiling withheld: seeker"},
		{"Terms", "- the seeker", ""},
	} {
		if got := ledgerBelow(t, c.heading, c.body); got != c.want {
			t.Errorf("below %q:\n got %s\nwant %s", c.heading, got, c.want)
		}
	}
}

func TestRowsOfATableOnLimitsAreLimits(t *testing.T) {
	const rows = "| Item | Status | Why |\n|---|---|---|\n| Seeker | withheld | export law |\n| Hull | delivered in 2021 | |\n| Sonar | in part | as a box |\n| Fuel | unknown | |\n"
	const want = "ceiling withheld: Seeker\ncondition delivered: Hull\ncondition possible: Sonar"
	for _, c := range []struct{ why, heading, table, want string }{
		{"in a section on limits", "Limits", rows, want},
		{"below a line that says so", "Hulls", "What did not pass\n\n" + rows, want},
		{"by the head of a column", "Hulls", strings.Replace(rows, "Status", "Transferred", 1), want},
		{"elsewhere a table is a table", "Hulls", rows, ""},
	} {
		if got := ledgerBelow(t, c.heading, c.table); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.why, got, c.want)
		}
	}
	limits := Limits(underHeading(t, "Limits", rows), nil)
	if a := limits[0].Anchors[0]; a.Exact != "Seeker\twithheld\texport law" || limits[0].Modality != briefings.Stated {
		t.Errorf("the first points at %q, modality %q", a.Exact, limits[0].Modality)
	}
}

func TestAQuestionOfAnInterviewIsAnsweredByTheNextTurn(t *testing.T) {
	s := sourceOf(t, "# A talk\n\nQ: The yard is said to open. Is that so?\n\nA: It is not.\n\nQ: Who pays for the yard?\n\nA: The town.\n")
	if got := Questions(s, nil, nil); len(got) != 0 {
		t.Errorf("found %q", got[0].Text)
	}
	if got := Questions(sourceOf(t, "# A talk\n\n## Money\n\nOne thing: who pays for the yard?\n"), nil, nil); len(got) != 1 {
		t.Errorf("outside an interview: %d questions", len(got))
	}
}

func TestAHeadMayRunIntoItsParagraph(t *testing.T) {
	const body = "5. Unknowns. The board looked at the prospects of a decision on a second dock."
	if got := Questions(underHeading(t, "The deal", body), nil, nil); len(got) != 1 {
		t.Errorf("below the head: %d questions", len(got))
	}
	if got := Questions(underHeading(t, "The deal", strings.Replace(body, "Unknowns", "Cranes", 1)), nil, nil); len(got) != 0 {
		t.Errorf("below another: %q", got[0].Text)
	}
}
