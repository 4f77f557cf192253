package briefings_test

import (
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
