package briefings

import (
	"slices"
	"strings"
)

// Scale is a yardstick of likelihood: its terms from the least likely up. The
// percentages are for showing only; a term is stored, never a number.
type Scale struct {
	ID    string // as Meta.Likelihood has it
	Name  string
	Terms []LikelihoodTerm
}

// LikelihoodTerm is a word of a scale with the percentages that it stands for.
type LikelihoodTerm struct {
	Term  string
	Also  string // an equal term of the other row, "" if there is none
	Least int
	Most  int
}

// LikelihoodScale returns the scale with an id; "" is ICD 203.
func LikelihoodScale(id string) (Scale, bool) {
	switch id {
	case "", "icd203":
		return icd203(), true
	case "phia":
		return phia(), true
	}
	return Scale{}, false
}

// Has returns the term of the scale as it is written there.
func (s Scale) Has(term string) (string, bool) {
	folded := strings.ToLower(strings.TrimSpace(term))
	for _, t := range s.Terms {
		if folded == t.Term || folded == t.Also && t.Also != "" {
			return folded, true
		}
	}
	return "", false
}

// Words returns the terms of the scale, the least likely first.
func (s Scale) Words() []string {
	out := make([]string, len(s.Terms))
	for i, t := range s.Terms {
		out[i] = t.Term
	}
	return out
}

// icd203 is the scale of Intelligence Community Directive 203 (2015), section
// D.6.e.2.
func icd203() Scale {
	return Scale{"icd203", "ICD 203", []LikelihoodTerm{
		{"almost no chance", "remote", 1, 5},
		{"very unlikely", "highly improbable", 5, 20},
		{"unlikely", "improbable", 20, 45},
		{"roughly even chance", "roughly even odds", 45, 55},
		{"likely", "probable", 55, 80},
		{"very likely", "highly probable", 80, 95},
		{"almost certain", "nearly certain", 95, 99},
	}}
}

// phia is the Probability Yardstick of the UK's Professional Head of
// Intelligence Assessment. The gaps between the ranges are meant.
func phia() Scale {
	return Scale{"phia", "PHIA yardstick", []LikelihoodTerm{
		{"remote chance", "", 0, 5},
		{"highly unlikely", "", 10, 20},
		{"unlikely", "", 25, 35},
		{"realistic possibility", "", 40, 49},
		{"likely", "probable", 55, 75},
		{"highly likely", "", 80, 90},
		{"almost certain", "", 95, 100},
	}}
}

// Confidences are the levels of analytic confidence, the lowest first.
func Confidences() []string { return []string{"low", "moderate", "high"} }

// IsConfidence says whether a word is a level of confidence.
func IsConfidence(word string) bool { return slices.Contains(Confidences(), word) }
