package extract

import (
	_ "embed"
	"slices"
	"strings"

	"dossier/briefings"
)

//go:embed data/questions-en.txt
var questionData string

// questionCues is read once and never changed.
var questionCues = mustCues(questionData)

const questionGenerator = "questions/1"

// Questions proposes the questions of a document: sentences that say that
// something is not known, not confirmed, not decided, or that ask.
func Questions(s *Source, actors []briefings.Actor, events []briefings.Event) []briefings.Question {
	out := []briefings.Question{}
	taken := map[briefings.Handle]bool{}
	var words []word
	var hits []found
	for i := range s.Sentences {
		sentence := s.Sentences[i]
		if !s.tells(sentence) {
			continue
		}
		words = questionCues.read(s.Text, sentence.Span, words[:0])
		hits = questionCues.find(words, hits[:0])
		reading := s.readQuestion(i, words, hits)
		if !reading.proposes() {
			continue
		}
		q := reading.question(s.Words(sentence.Span), words)
		q.Anchors = []briefings.Anchor{s.Anchor(sentence.Span)}
		q.Handle = briefings.NewHandle(briefings.KindQuestion, q.Text, func(h briefings.Handle) bool { return taken[h] })
		taken[q.Handle] = true
		out = append(out, q)
	}
	return out
}

// tells says whether a sentence is running text that may hold a statement: no
// heading, no code, nothing of the title or of a list of references.
func (s *Source) tells(sentence Sentence) bool {
	switch s.Revision.Blocks[sentence.Block].Kind {
	case briefings.Heading, briefings.Code, briefings.HTML, briefings.Rule:
		return false
	}
	return sentence.Section >= 0 && !s.Role(sentence.Section, briefings.RoleReferences)
}

// questionReading is what a sentence's cues say together.
type questionReading struct {
	strong, weak int
	asks         bool // it is a question itself
	open         bool // it stands where open questions are listed
	kinds        []briefings.QuestionKind
	rules        []string
	hits         []found
}

func (s *Source) readQuestion(i int, words []word, hits []found) questionReading {
	sentence := s.Sentences[i]
	r := questionReading{hits: hits}
	r.open = s.Role(sentence.Section, briefings.RoleQuestions) || s.Role(sentence.Section, briefings.RoleOutlook)
	text := s.Words(sentence.Span)
	if strings.HasSuffix(text, "?") {
		r.asks = true
		r.strong++
		r.note(briefings.Gap, "a question of the source's own")
	}
	for _, h := range hits {
		if h.cue.tells[0] == "strong" {
			r.strong++
		} else {
			r.weak++
		}
		for _, kind := range h.cue.tells[1:] {
			r.note(briefings.QuestionKind(kind), "cue: "+between(s.Text, words, h.from, h.to))
		}
	}
	return r
}

func (r *questionReading) note(kind briefings.QuestionKind, rule string) {
	if !slices.Contains(r.kinds, kind) {
		r.kinds = append(r.kinds, kind)
	}
	if !slices.Contains(r.rules, rule) {
		r.rules = append(r.rules, rule)
	}
}

func (r *questionReading) proposes() bool {
	return r.strong > 0 || r.weak > 1 || r.weak > 0 && r.open
}

func (r *questionReading) question(sentence string, words []word) briefings.Question {
	return briefings.Question{
		Head: briefings.Head{Origin: briefings.OriginExtracted, State: briefings.StateLive,
			Generator: questionGenerator, Rule: strings.Join(r.rules, "; ")},
		Text: sentence, Kinds: r.kinds, Status: briefings.Open, Proposed: true, Priority: briefings.Medium,
		Answers: []briefings.Answer{}, Evidence: []briefings.Evidence{},
	}
}
