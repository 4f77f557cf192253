package extract

import (
	"math"
	"slices"
	"strings"
)

// signReader weighs the sentences of a document twice: first each by itself,
// then each in the light of how much of the others the first look took for what
// is looked for. A "ban" says little in a report on elections and much in one
// on a sale of drones.
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

// readSigns reads the sentences that hold statements. known tells what is known
// of a sentence besides its signs: by where it stands, how it asks, and its cues.
func readSigns(s *Source, t *cueTable, known func(i int, words []word, hits []found) []context) *signReader {
	r := &signReader{table: t}
	seen := make([]bool, t.features())
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
		r.features = t.signsOf(r.wordsOf(e), r.hitsOf(e), seen, r.features)
		for _, c := range known(i, r.wordsOf(e), r.hitsOf(e)) {
			r.features = append(r.features, t.context(c))
		}
		if hasCue(r.hitsOf(e)) {
			r.features = append(r.features, t.context(cued))
		}
		r.features = append(r.features, t.context(bias))
		e.features.End = len(r.features)
		r.sentences = append(r.sentences, e)
	}
	return r
}

// hasCue says whether a strong cue speaks.
func hasCue(hits []found) bool {
	return slices.ContainsFunc(hits, func(h found) bool {
		return h.cue.tells[0] == "strong" && !vetoed(h, hits)
	})
}

// takenBack says whether a veto speaks and no strong cue beside it.
func takenBack(hits []found) bool {
	return slices.ContainsFunc(hits, func(h found) bool { return h.cue.tells[0] == "veto" }) && !hasCue(hits)
}

func (r *signReader) wordsOf(e signSentence) []word { return r.words[e.words.Start:e.words.End] }

func (r *signReader) hitsOf(e signSentence) []found { return r.hits[e.hits.Start:e.hits.End] }

func (r *signReader) featuresOf(e signSentence) []signed {
	return r.features[e.features.Start:e.features.End:e.features.End]
}

// has says whether something is known of a sentence.
func (r *signReader) has(e signSentence, c context) bool {
	return slices.ContainsFunc(r.featuresOf(e), func(f signed) bool { return f.id == r.table.context(c).id })
}

// tells returns what a sentence tells, most certain first.
func (r *signReader) tells(s *Source, w *weights, e signSentence) []string {
	return w.tells(r.featuresOf(e), w.stemsOf(s.Text, r.wordsOf(e), nil))
}

// weigh returns what the sentences are worth in the light of each other, and the
// level of their document that each sees.
func (r *signReader) weigh(s *Source, w *weights) (scores []float32, levels []context) {
	scores, levels = make([]float32, len(r.sentences)), make([]context, len(r.sentences))
	chances := make([]float64, len(r.sentences))
	var stems []int
	sum := 0.0
	for i, e := range r.sentences {
		stems = w.stemsOf(s.Text, r.wordsOf(e), stems[:0])
		chances[i] = probability(w.score(firstLook, r.featuresOf(e), stems))
		scores[i] = w.score(secondLook, r.featuresOf(e), stems)
		if len(r.wordsOf(e)) < fewestWords {
			scores[i] = float32(math.Inf(-1))
		}
		sum += chances[i]
	}
	for i := range scores {
		levels[i] = levelOf(sum-chances[i], len(scores)-1)
		for level := range levels[i] {
			scores[i] += w.values[secondLook][r.table.context(field+level).id]
		}
	}
	return scores, levels
}

// fewestWords is how many words a statement has at least.
const fewestWords = 3

func probability(score float32) float64 { return 1 / (1 + math.Exp(-float64(score))) }

// fewSentences is how many other sentences a document is taken to have at least:
// a single one says little of what sort of document it stands in.
const fewSentences = 8

// fieldShares are the shares of the other sentences of a document, taken for
// what is looked for, from which on its next level holds.
var fieldShares = [...]float64{0.04, 0.08, 0.14, 0.2, 0.3}

const fieldLevels = context(len(fieldShares))

// levelOf returns how many levels hold for a sentence: sum is that of the
// probabilities of the other ones.
func levelOf(sum float64, others int) context {
	share := sum / float64(max(others, fewSentences))
	for level, least := range fieldShares {
		if share < least {
			return context(level)
		}
	}
	return fieldLevels
}

// asks says whether a sentence ends with a question mark, or asks as members of
// a parliament do.
func (s *Source) asks(i int) bool {
	sentence := s.Sentences[i]
	return s.Text[sentence.End-1] == '?' || strings.HasPrefix(s.Words(sentence.Span), "To ask the ")
}
