package extract

import (
	"slices"
)

// Example is a sentence as weights see it, for whoever learns them.
type Example struct {
	Span              // in bytes of Source.Text
	Features []string // their names, and stems behind a "~"; without the FieldLevels
}

// FromCues says whether a feature is what cues say: it knows more of texts that
// they were written for than of others.
func FromCues(feature string) bool {
	return feature == contextNames[cued] || slices.Contains(contextNames[tells:field], feature)
}

// IsLimit says whether a sentence with such a score and such features is
// proposed, if nothing takes it back.
func IsLimit(score float64, features []string) bool {
	return isLimit(float32(score), levelIn(features), slices.Contains(features, contextNames[cued]))
}

// IsQuestion is IsLimit for questions.
func IsQuestion(score float64, features []string) bool {
	has := func(c context) bool { return slices.Contains(features, contextNames[c]) }
	return isQuestion(float32(score), levelIn(features), has(cued), has(openly) || has(listed), has(leadsIn))
}

// levelIn returns the level of a document that is among the features of a
// sentence of it.
func levelIn(features []string) context {
	level := context(0)
	for level < fieldLevels && slices.Contains(features, contextNames[field+level]) {
		level++
	}
	return level
}

// LimitExamples returns the sentences that Limits weighs.
func LimitExamples(s *Source) []Example { return examples(s, readLimitSigns(s)) }

// QuestionExamples returns the sentences that Questions weighs.
func QuestionExamples(s *Source) []Example { return examples(s, readQuestionSigns(s)) }

func examples(s *Source, r *signReader) []Example {
	out := make([]Example, len(r.sentences))
	for i, e := range r.sentences {
		out[i].Span = s.Sentences[e.index].Span
		for _, f := range r.featuresOf(e) {
			out[i].Features = append(out[i].Features, r.table.signName(f.id))
		}
		seen := map[string]bool{}
		eachStem(s.Text, r.wordsOf(e), func(stem []byte) {
			if name := stemMark + string(stem); !seen[name] {
				seen[name] = true
				out[i].Features = append(out[i].Features, name)
			}
		})
	}
	return out
}

// FieldLevels returns the features that a sentence gets at the second look: sum
// is that of the probabilities of the other sentences of its document at the
// first.
func FieldLevels(sum float64, others int) []string {
	return contextNames[field : field+levelOf(sum, others)]
}
