package briefings_test

import (
	"strings"
	"testing"

	"dossier/briefings"
)

func TestScalesRise(t *testing.T) {
	for _, id := range []string{"", "icd203", "phia"} {
		scale, ok := briefings.LikelihoodScale(id)
		if !ok || len(scale.Terms) != 7 {
			t.Fatalf("%q: %v with %d terms", id, ok, len(scale.Terms))
		}
		last := -1
		for _, term := range scale.Terms {
			if term.Least < last || term.Most <= term.Least {
				t.Errorf("%s: %q stands for %d–%d", scale.Name, term.Term, term.Least, term.Most)
			}
			last = term.Most
		}
	}
	if _, ok := briefings.LikelihoodScale("stix"); ok {
		t.Error("a scale that there is not")
	}
}

func TestATermBelongsToItsScale(t *testing.T) {
	icd, _ := briefings.LikelihoodScale("icd203")
	phia, _ := briefings.LikelihoodScale("phia")
	if term, ok := icd.Has(" Very Likely"); !ok || term != "very likely" {
		t.Errorf("ICD 203 gives %q, %v", term, ok)
	}
	if _, ok := phia.Has("very likely"); ok {
		t.Error("the yardstick has no \"very likely\"")
	}
	if _, ok := icd.Has(""); ok {
		t.Error("no term is a term")
	}
}

func TestTermsStandForTheirRanges(t *testing.T) {
	for _, c := range []struct{ scale, term, want string }{
		{"", "very likely", "80–95 %"}, {"icd203", "highly probable", "80–95 %"}, {"icd203", "remote", "1–5 %"},
		{"phia", "realistic possibility", "40–49 %"}, {"phia", "Probable", "55–75 %"}, {"phia", "unlikely", "25–35 %"},
	} {
		term, err := briefings.Likelihood(c.scale, c.term)
		if err != nil || term.Range() != c.want {
			t.Errorf("%s %q: %s, %v; want %s", c.scale, c.term, term.Range(), err, c.want)
		}
	}
}

func TestATermOfAnotherScaleIsRefusedWithAWord(t *testing.T) {
	for _, c := range []struct{ scale, term, want string }{
		{"icd203", "realistic possibility", `"realistic possibility" is a term of PHIA yardstick, and this briefing uses ICD 203`},
		{"phia", "very likely", `"very likely" is a term of ICD 203, and this briefing uses PHIA yardstick`},
		{"", "perhaps", `"perhaps" is no term of ICD 203; its terms are almost no chance`},
		{"stix", "likely", `there is no likelihood scale "stix"; the scales are icd203, phia`},
	} {
		if _, err := briefings.Likelihood(c.scale, c.term); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s %q: %v, want %s", c.scale, c.term, err, c.want)
		}
	}
}

func TestRowsOfAScaleAreNotMixedUnnoticed(t *testing.T) {
	icd, _ := briefings.LikelihoodScale("icd203")
	phia, _ := briefings.LikelihoodScale("phia")
	if !icd.RowsMixed([]string{"likely", "nearly certain"}) {
		t.Error("likely and nearly certain are of two rows")
	}
	if icd.RowsMixed([]string{"likely", "almost certain", "perhaps"}) || phia.RowsMixed([]string{"likely", "probable"}) {
		t.Error("terms of one row count as mixed")
	}
}

func TestLikelihoodAndConfidenceNeverShareASentence(t *testing.T) {
	a := briefings.Answer{Text: "It stays.", Likelihood: "very likely", Confidence: "moderate", Basis: "judgement"}
	got := strings.Join(a.Judgement(), "|")
	if want := "Likelihood: very likely.|Confidence: moderate.|Basis: judgement."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAnAnswerIsCheckedBeforeItCounts(t *testing.T) {
	for _, a := range []briefings.Answer{{Text: " "}, {Text: "x", Likelihood: "maybe"}, {Text: "x", Confidence: "strong"}} {
		if a.Validate("") == nil {
			t.Errorf("%+v passed", a)
		}
	}
	if err := (&briefings.Answer{Text: "It stays."}).Validate(""); err != nil {
		t.Errorf("an answer without likelihood and confidence: %v", err)
	}
}
