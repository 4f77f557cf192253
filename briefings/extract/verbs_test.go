package extract

import "testing"

func TestAWordIsKnownAsAVerbInItsForms(t *testing.T) {
	for word, want := range map[string]verb{
		"unlocks":    {"unlock", thirdForm},
		"Unlocked":   {"unlock", pastForm},
		"carries":    {"carry", thirdForm},
		"approved":   {"approve", pastForm},
		"took":       {"take", pastForm},
		"taken":      {"take", participle},
		"winning":    {"win", ingForm},
		"cut":        {"cut", baseForm | pastForm},
		"pressgange": {},
		"mothballed": {"", pastForm}, // known by its ending
	} {
		if got, _ := verbOf(word); got != want {
			t.Errorf("%s: got %+v, want %+v", word, got, want)
		}
	}
}
