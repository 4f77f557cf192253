package extract

import (
	_ "embed"
	"strings"

	"dossier/briefings"
)

//go:embed data/questions-en.txt
var questionData string

//go:embed data/questions-signs-en.txt
var questionSignData string

// questionCues is read once, when it is first asked for, and never changed.
var questionCues = cuesOf(questionData + questionSignData)

//go:embed data/questions-weights-en.txt
var questionWeightData string

// questionWeights says what signs of an open question are worth.
var questionWeights = weightsOf(questionCues, questionWeightData)

const questionGenerator = "questions/3"

// Questions proposes the questions of a document: sentences that say that
// something is not known, not confirmed, not decided, or that ask.
func Questions(s *Source, actors []briefings.Actor, events []briefings.Event) []briefings.Question {
	out := []briefings.Question{}
	names := briefings.Namer{}
	asked := map[string]int{} // by text: which question it was
	r := readQuestionSigns(s)
	scores, levels := r.weigh(s, questionWeights())
	for i, e := range r.sentences {
		sentence, words := s.Sentences[e.index], r.wordsOf(e)
		reading := s.readQuestion(e.index, words, r.hitsOf(e))
		cue := hasCue(r.hitsOf(e))
		if isOne := isQuestion(scores[i], levels[i], cue, r.has(e, openly) || r.has(e, listed), r.has(e, leadsIn)) && !takenBack(r.hitsOf(e)) || reading.listed; !isOne || reading.known && !cue {
			continue
		}
		if !reading.tells() {
			reading.weighed(s, r, e)
		}
		if reading.listed {
			words = behindLabel(s, sentence.Span, words)
		}
		q := reading.question(s, sentence.Span, words)
		q.Anchors = []briefings.Anchor{s.Anchor(sentence.Span)}
		if before, ok := asked[q.Text]; ok {
			out[before].Anchors = append(out[before].Anchors, q.Anchors...)
			continue
		}
		asked[q.Text] = len(out)
		q.Handle = names.Next(briefings.KindQuestion, named(q.Text, "question"))
		out = append(out, q)
	}
	return out
}

// From askingLevel on a document leaves things open: less is asked there, and
// where questions are at home, than of other sentences.
const (
	askingLevel = 3
	askedLeast  = -0.75
	toldLeast   = 1
)

// isQuestion says whether a sentence is one: by a strong cue, or by what it is
// worth unless it only leads in what follows it. What counts was found by leaving
// documents out (train -check).
func isQuestion(score float32, level context, cue, athome, leadsIn bool) bool {
	return cue || !leadsIn && (score > toldLeast || (athome || level >= askingLevel) && score > askedLeast)
}

func readQuestionSigns(s *Source) *signReader {
	return readSigns(s, questionCues(), func(i int, words []word, hits []found) (out []context) {
		if s.listedIn(s.Sentences[i], briefings.RoleQuestions) || s.Role(s.Sentences[i].Section, briefings.RoleOutlook) {
			out = append(out, listed)
		}
		if s.asks(i) {
			out = append(out, asks)
		}
		if sentence := s.Sentences[i]; s.Text[sentence.End-1] == ':' {
			out = append(out, leadsIn)
		}
		if s.asking(i, words) == asksOpenly {
			out = append(out, openly)
		}
		for _, kind := range s.readQuestion(i, words, hits).kinds {
			out = telling(out, kind)
		}
		return out
	})
}

// longestSentence is how many bytes a sentence may have that is read as one;
// what is longer is a list or a table that lost its marks.
const longestSentence = 4096

// tells says whether a sentence is running text that may hold a statement: no
// heading, table or code, nothing of the title or of a list of references, no
// line that leads in a list of what is looked for.
func (s *Source) tells(sentence Sentence) bool {
	switch s.Revision.Blocks[sentence.Block].Kind {
	case briefings.Paragraph, briefings.Footnote:
	default:
		return false
	}
	return sentence.Section >= 0 && !s.places[sentence.Block].lead && sentence.End-sentence.Start <= longestSentence &&
		!s.Role(sentence.Section, briefings.RoleReferences) && !opensAs(s.Words(sentence.Span), "elsewhere", "source", "apparatus")
}

func (r *questionReading) question(s *Source, sentence Span, words []word) briefings.Question {
	text := unlabelled(s.Words(sentence))
	if !r.asked {
		text = phraser{s.Text, words}.ask(r)
	}
	return briefings.Question{
		Head: briefings.Head{Origin: briefings.OriginExtracted, State: briefings.StateLive,
			Generator: questionGenerator, Rule: strings.Join(r.rules, "; ")},
		Text: text, Kinds: r.kinds, Status: briefings.Open, Proposed: true, Priority: briefings.Medium,
		Answers: []briefings.Answer{}, Evidence: []briefings.Evidence{},
	}
}

// named returns a text to make a handle of, or another where it has no letters.
func named(text, otherwise string) string {
	if briefings.Slug(text, 1) == "" {
		return otherwise
	}
	return text
}

// behindLabel leaves out the words of the number or letter of an item.
func behindLabel(s *Source, sentence Span, words []word) []word {
	text := s.Words(sentence)
	start := sentence.Start + len(text) - len(unlabelled(text))
	for len(words) > 0 && words[0].Start < start {
		words = words[1:]
	}
	return words
}

// unlabelled leaves out the number, letter or bullet of an item.
func unlabelled(sentence string) string {
	first, rest, ok := strings.Cut(sentence, " ")
	if ok && len(first) <= 4 && (strings.HasSuffix(first, ".") || strings.HasSuffix(first, ")") || first == "•" || first == "-") {
		return rest
	}
	return sentence
}
