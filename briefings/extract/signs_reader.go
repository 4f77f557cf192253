package extract

import (
	"math"
	"slices"
	"strings"

	"dossier/briefings"
)

// signReader weighs the sentences of a document twice: first each by itself,
// then each in the light of how much of the document the first look took for
// what is looked for. A "ban" says little in a report on elections and much in
// one on a sale of drones.
type signReader struct {
	table     *cueTable
	sentences []signSentence
	words     []word   // of all sentences
	hits      []found  // of all sentences
	features  []signed // of all sentences
}

// signSentence is a sentence with its share of the reader's lists.
type signSentence struct {
	index                 int // in Source.Sentences
	words, hits, features Span
}

// The two looks, as the weights are labelled.
const (
	firstLook = iota
	secondLook
)

// readSigns reads the sentences that hold statements. roles are the sections
// that list what is looked for.
func readSigns(s *Source, t *cueTable, roles ...briefings.Role) *signReader {
	r := &signReader{table: t}
	for i := range s.Sentences {
		sentence := s.Sentences[i]
		if !s.tells(sentence) {
			continue
		}
		e := signSentence{i, Span{Start: len(r.words)}, Span{Start: len(r.hits)}, Span{Start: len(r.features)}}
		r.words = t.read(s.Text, sentence.Span, r.words)
		e.words.End = len(r.words)
		r.hits = t.find(r.wordsOf(e), r.hits)
		e.hits.End = len(r.hits)
		r.features = t.signsOf(r.wordsOf(e), r.hitsOf(e), r.features)
		if slices.ContainsFunc(roles, func(role briefings.Role) bool { return s.Role(sentence.Section, role) }) {
			r.features = append(r.features, t.context(listed))
		}
		if s.asks(i) {
			r.features = append(r.features, t.context(asks))
		}
		r.features = append(r.features, t.context(bias))
		e.features.End = len(r.features)
		r.sentences = append(r.sentences, e)
	}
	return r
}

func (r *signReader) wordsOf(e signSentence) []word { return r.words[e.words.Start:e.words.End] }

func (r *signReader) hitsOf(e signSentence) []found { return r.hits[e.hits.Start:e.hits.End] }

func (r *signReader) featuresOf(e signSentence) []signed {
	return r.features[e.features.Start:e.features.End:e.features.End]
}

// weigh returns what the sentences are worth at the second look, and what the
// first made of their document.
func (r *signReader) weigh(w *weights) (scores []float32, level context) {
	sum := 0.0
	for _, e := range r.sentences {
		sum += probability(w.score(firstLook, r.featuresOf(e)))
	}
	level = fieldLevel(sum, len(r.sentences))
	field := r.table.context(level)
	scores = make([]float32, len(r.sentences))
	for i, e := range r.sentences {
		scores[i] = w.score(secondLook, append(r.featuresOf(e), field))
	}
	return scores, level
}

func probability(score float32) float64 { return 1 / (1 + math.Exp(-float64(score))) }

// fewSentences is how many sentences a document is taken to have at least: a
// single one says little of what sort of document it stands in.
const fewSentences = 8

// fieldLevel turns the probabilities of a document's sentences, summed, into a
// feature of all of them.
func fieldLevel(sum float64, sentences int) context {
	switch mean := sum / float64(max(sentences, fewSentences)); {
	case mean < 0.075:
		return rareField
	case mean < 0.11:
		return someField
	case mean < 0.15:
		return muchField
	}
	return mostField
}

// asks says whether a sentence ends with a question mark, or asks as members of
// a parliament do.
func (s *Source) asks(i int) bool {
	sentence := s.Sentences[i]
	return s.Text[sentence.End-1] == '?' || strings.HasPrefix(s.Words(sentence.Span), "To ask the ")
}
