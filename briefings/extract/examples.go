package extract

import "dossier/briefings"

// Example is a sentence as weights see it, for whoever learns them.
type Example struct {
	Span              // in bytes of Source.Text
	Features []string // their names, without pairs and without the FieldLevel
}

// LimitExamples returns the sentences that Limits weighs.
func LimitExamples(s *Source) []Example { return examples(s, limitCues(), briefings.RoleLimits) }

// QuestionExamples returns the sentences that Questions weighs.
func QuestionExamples(s *Source) []Example {
	return examples(s, questionCues(), briefings.RoleQuestions, briefings.RoleOutlook)
}

func examples(s *Source, t *cueTable, roles ...briefings.Role) []Example {
	r := readSigns(s, t, roles...)
	out := make([]Example, len(r.sentences))
	for i, e := range r.sentences {
		out[i].Span = s.Sentences[e.index].Span
		for _, f := range r.featuresOf(e) {
			out[i].Features = append(out[i].Features, t.signName(f.id))
		}
	}
	return out
}

// FieldLevel returns the feature that all sentences of a document get at the
// second look: sum is the sum of their probabilities at the first.
func FieldLevel(sum float64, sentences int) string { return contextNames[fieldLevel(sum, sentences)] }
