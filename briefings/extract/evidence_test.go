package extract

import (
	"fmt"
	"strings"
	"testing"

	"dossier/briefings"
)

// briefingOf makes a briefing of a text, its actors named as in actorsOf.
func briefingOf(t testing.TB, id, text string, actors ...string) (*Source, *briefings.Briefing) {
	s := sourceOf(t, text)
	b := &briefings.Briefing{Meta: briefings.Meta{ID: id}, Actors: actorsOf(s, actors...)}
	b.Questions = Questions(s, b.Actors, nil)
	return s, b
}

var matter = []string{"a-delta organization Delta", "a-ruritania state Ruritania", "a-dart system Dart"}

// firstBriefing leaves two questions open.
const firstBriefing = `# A yard for Ruritania

## What is known

Delta and Ruritania talk about a shipyard. Neither Delta nor the navy of Ruritania has confirmed the exact site or the construction schedule.

It is unclear whether Ruritania will get the radar codes of the Dart.
`

// otherBriefing is on something else; words meet by chance only.
const otherBriefing = `# Fish prices

## Markets

Prices of cod rose in spring. The construction of a fish hall is late. Ruritania buys salt.
The schedule of the ferries has changed. A site on the quay was sold to a baker.
`

// thirdBriefing answers one of the questions.
const thirdBriefing = `# Delta breaks ground

## The day

Guests came by boat and were fed. Delta said that construction in Ruritania begins in May at the old harbour of Port Arden.
The Dart was shown to children. The weather was fine. Ministers of Ruritania thanked Delta for the cake.
Delta will keep the radar codes of the Dart in its own house, said its chief.
`

func pending(b *briefings.Briefing) []Pending {
	var out []Pending
	for i := range b.Questions {
		out = append(out, Pending{b.ID, &b.Questions[i], b.Actors, b.Events})
	}
	return out
}

func offersOf(s *Source, b *briefings.Briefing, open []Pending) string {
	var out []string
	for _, o := range Evidence(s, b, open) {
		out = append(out, fmt.Sprintf("%s: %s (%s)", o.Question, firstWords(o.Evidence.Anchor.Exact, 5), o.Evidence.Reason))
	}
	return strings.Join(out, "\n")
}

func firstWords(s string, n int) string {
	f := strings.Fields(s)
	return strings.Join(f[:min(n, len(f))], " ")
}

func TestANewBriefingOffersWhatBearsOnOpenQuestions(t *testing.T) {
	_, first := briefingOf(t, "B1", firstBriefing, matter...)
	if len(first.Questions) != 2 {
		t.Fatalf("the first briefing has %d questions", len(first.Questions))
	}
	s, third := briefingOf(t, "B3", thirdBriefing, matter...)
	got := offersOf(s, third, pending(first))
	want := string(first.Questions[0].Handle) + ": Delta said that construction in (names Delta, Ruritania; shares construction)\n" +
		string(first.Questions[1].Handle) + ": Delta will keep the radar (names Dart; shares radar, codes)"
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestABriefingOnSomethingElseOffersNothing(t *testing.T) {
	_, first := briefingOf(t, "B1", firstBriefing, matter...)
	s, other := briefingOf(t, "B2", otherBriefing, matter...)
	if got := offersOf(s, other, pending(first)); got != "" {
		t.Errorf("offered:\n%s", got)
	}
}

func TestAnOfferIsCompleteAndAsksForNothing(t *testing.T) {
	_, first := briefingOf(t, "B1", firstBriefing, matter...)
	s, third := briefingOf(t, "B3", thirdBriefing, matter...)
	offers := Evidence(s, third, pending(first))
	if len(offers) == 0 {
		t.Fatal("no offer")
	}
	e := offers[0].Evidence
	if offers[0].Briefing != "B1" || e.Briefing != "B3" || !e.Offered || e.Dismissed || e.Bearing != briefings.Context || e.Reason == "" {
		t.Errorf("got %+v", offers[0])
	}
	if len(first.Questions[0].Evidence) != 0 {
		t.Error("the question was changed by looking for evidence")
	}
}

func TestWhatWasJudgedIsNotOfferedAgain(t *testing.T) {
	_, first := briefingOf(t, "B1", firstBriefing, matter...)
	s, third := briefingOf(t, "B3", thirdBriefing, matter...)
	offers := Evidence(s, third, pending(first))
	dismissed := offers[0].Evidence
	dismissed.Offered, dismissed.Dismissed = false, true
	first.Questions[0].Evidence = append(first.Questions[0].Evidence, dismissed)
	for _, o := range Evidence(s, third, pending(first)) {
		if o.Question == first.Questions[0].Handle {
			t.Errorf("offered again: %q", o.Evidence.Anchor.Exact)
		}
	}
}

func TestClosedAndOwnQuestionsAreLeftAlone(t *testing.T) {
	_, first := briefingOf(t, "B1", firstBriefing, matter...)
	s, third := briefingOf(t, "B3", thirdBriefing, matter...)
	first.Questions[0].Status = briefings.Withdrawn
	first.Questions[1].State = briefings.StateRejected
	if got := offersOf(s, third, pending(first)); got != "" {
		t.Errorf("offered for closed questions:\n%s", got)
	}
	s, again := briefingOf(t, "B1", firstBriefing, matter...)
	if got := offersOf(s, again, pending(again)); got != "" {
		t.Errorf("a briefing is offered to itself:\n%s", got)
	}
}

func TestOffersAreFew(t *testing.T) {
	_, first := briefingOf(t, "B1", firstBriefing, matter...)
	text := "# Much ado\n\n## Days\n\n"
	for i := range 30 {
		text += fmt.Sprintf("On day %d Delta told Ruritania of the construction schedule. Rain fell. Birds sang.\n", i)
	}
	s, many := briefingOf(t, "B4", text, matter...)
	if n := len(Evidence(s, many, pending(first)[:1])); n == 0 || n > offersPerQuestion {
		t.Errorf("%d offers for one question, want 1 to %d", n, offersPerQuestion)
	}
}

func TestStemsJoinTheFormsOfAWord(t *testing.T) {
	for _, forms := range [][]string{{"site", "sites"}, {"build", "builds", "building"}, {"company", "companies"}, {"export", "exports", "exported", "exporting"}, {"inspection", "inspections"}} {
		for _, form := range forms[1:] {
			if stemOf(form) != stemOf(forms[0]) {
				t.Errorf("%s gives %q, %s gives %q", form, stemOf(form), forms[0], stemOf(forms[0]))
			}
		}
	}
	for _, plain := range []string{"the", "of", "2025", "fy2027", "december", "considering", "it"} {
		if got := stemOf(plain); got != "" {
			t.Errorf("%s counts as the term %q", plain, got)
		}
	}
}

func BenchmarkEvidence(b *testing.B) {
	_, first := briefingOf(b, "B1", firstBriefing, matter...)
	s, third := briefingOf(b, "B3", strings.Repeat(thirdBriefing, 200), matter...)
	b.SetBytes(int64(len(s.Text)))
	for b.Loop() {
		Evidence(s, third, pending(first))
	}
}
