package briefings

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed likelihood.txt
var likelihoodData string

// scales is read once and never changed.
var scales = mustScales(likelihoodData)

// Scale is a yardstick of likelihood: its terms from the least likely up. The
// percentages are for showing only; a term is stored, never a number.
type Scale struct {
	ID     string // as Meta.Likelihood has it: "icd203", "phia"
	Name   string
	Source string // who set it and where
	Terms  []LikelihoodTerm
}

// LikelihoodTerm is a word of a scale with the percentages that it stands for.
type LikelihoodTerm struct {
	Term  string
	Also  string // an equal term, "" if there is none
	Least int
	Most  int
	// TwoRows is set where Also belongs to a second row of terms that is not
	// to be mixed with the first.
	TwoRows bool
}

// Range prints the percentages, "80–95 %".
func (t LikelihoodTerm) Range() string { return fmt.Sprintf("%d–%d %%", t.Least, t.Most) }

// DefaultScale is the scale of a briefing that names none.
const DefaultScale = "icd203"

// LikelihoodScale returns the scale with an id; "" is DefaultScale.
func LikelihoodScale(id string) (Scale, bool) {
	if id == "" {
		id = DefaultScale
	}
	i := slices.IndexFunc(scales, func(s Scale) bool { return s.ID == id })
	if i < 0 {
		return Scale{}, false
	}
	return scales[i], true
}

// Likelihood finds a term in a scale ("" is DefaultScale). The error of an
// unknown one names the scale that it belongs to, or lists the terms.
func Likelihood(scale, term string) (LikelihoodTerm, error) {
	s, ok := LikelihoodScale(scale)
	if !ok {
		return LikelihoodTerm{}, fmt.Errorf("there is no likelihood scale %q; the scales are %s", scale, strings.Join(scaleIDs(), ", "))
	}
	if t, ok := s.find(term); ok {
		return t, nil
	}
	for _, other := range scales {
		if _, ok := other.find(term); ok {
			return LikelihoodTerm{}, fmt.Errorf("%q is a term of %s, and this briefing uses %s", term, other.Name, s.Name)
		}
	}
	return LikelihoodTerm{}, fmt.Errorf("%q is no term of %s; its terms are %s", term, s.Name, strings.Join(s.Words(), ", "))
}

func scaleIDs() []string {
	out := make([]string, len(scales))
	for i, s := range scales {
		out[i] = s.ID
	}
	return out
}

func (s Scale) find(term string) (LikelihoodTerm, bool) {
	folded := strings.ToLower(strings.TrimSpace(term))
	for _, t := range s.Terms {
		if folded != "" && (folded == t.Term || folded == t.Also) {
			return t, true
		}
	}
	return LikelihoodTerm{}, false
}

// Has returns the term of the scale as it is written there.
func (s Scale) Has(term string) (string, bool) {
	_, ok := s.find(term)
	if !ok {
		return "", false
	}
	return strings.ToLower(strings.TrimSpace(term)), true
}

// Words returns the terms of the scale's first row, the least likely first.
func (s Scale) Words() []string {
	out := make([]string, len(s.Terms))
	for i, t := range s.Terms {
		out[i] = t.Term
	}
	return out
}

// RowsMixed says whether terms of both rows of a scale stand in a list, which
// ICD 203 asks to avoid. Words that are no terms of the scale are left out.
func (s Scale) RowsMixed(terms []string) bool {
	first, second := false, false
	for _, term := range terms {
		t, ok := s.find(term)
		if !ok || !t.TwoRows {
			continue
		}
		if strings.EqualFold(strings.TrimSpace(term), t.Also) {
			second = true
		} else {
			first = true
		}
	}
	return first && second
}

// Confidences are the levels of analytic confidence, the lowest first.
func Confidences() []string { return []string{"low", "moderate", "high"} }

// IsConfidence says whether a word is a level of confidence.
func IsConfidence(word string) bool { return slices.Contains(Confidences(), word) }

// Judgement renders how sure an answer is. Likelihood and confidence never
// stand in one sentence, since readers take one for the other.
func (a *Answer) Judgement() []string {
	var out []string
	for _, f := range [...][2]string{{"Likelihood", a.Likelihood}, {"Confidence", a.Confidence}, {"Basis", a.Basis}} {
		if f[1] != "" {
			out = append(out, f[0]+": "+f[1]+".")
		}
	}
	return out
}

// Validate says what is wrong with an answer given in a scale; nil if nothing.
// Neither likelihood nor confidence is asked for: a fact has none.
func (a *Answer) Validate(scale string) error {
	if strings.TrimSpace(a.Text) == "" {
		return fmt.Errorf("the answer is empty; write what is now known or judged")
	}
	if a.Likelihood != "" {
		if _, err := Likelihood(scale, a.Likelihood); err != nil {
			return err
		}
	}
	if a.Confidence != "" && !IsConfidence(a.Confidence) {
		return fmt.Errorf("%q is no level of confidence; the levels are %s", a.Confidence, strings.Join(Confidences(), ", "))
	}
	return nil
}

// mustScales reads the data file that is part of the program.
func mustScales(data string) []Scale {
	var out []Scale
	for line := range strings.Lines(data) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		head, rest, _ := strings.Cut(line, ": ")
		if id, ok := strings.CutPrefix(head, "scale "); ok {
			name, source, _ := strings.Cut(rest, "; ")
			out = append(out, Scale{ID: id, Name: name, Source: source})
			continue
		}
		var t LikelihoodTerm
		if _, err := fmt.Sscanf(head, "%d-%d", &t.Least, &t.Most); err != nil || len(out) == 0 {
			panic("likelihood.txt: " + line)
		}
		if t.Term, t.Also, t.TwoRows = strings.Cut(rest, " | "); !t.TwoRows {
			t.Term, t.Also, _ = strings.Cut(rest, ", ")
		}
		last := &out[len(out)-1]
		last.Terms = append(last.Terms, t)
	}
	return out
}
