package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dossier/briefings"
	"dossier/briefings/extract"
)

// learner is one of the two things that are learnt.
type learner struct {
	name     string // of the main label: whether a sentence is one at all
	file     string // the file of weights, in data
	examples func(*extract.Source) []extract.Example
	quotes   func(*gold) []string
	found    func(*extract.Source) []briefings.Anchor
	without  []others
}

// others are texts on other matters, in which there is nothing to find: of the
// files of the headings corpora that match, every so manieth but some.
type others struct {
	files string
	every int
	but   []string
}

var posts = others{filepath.Join("digitalgov-mixed", "*.txt"), 4, nil}

// notices are short reports of Congress, nearly all on matters at home. What is
// open in them is not marked.
var notices = others{filepath.Join("crs", "[IL]*.txt"), 2, []string{"IF12608"}}

var learners = []learner{
	{"limit", "limits-weights-en.txt", extract.LimitExamples, (*gold).limits, func(s *extract.Source) (out []briefings.Anchor) {
		for _, x := range extract.Limits(s, nil) {
			out = append(out, x.Anchors...)
		}
		return out
	}, []others{posts, notices}},
	{"question", "questions-weights-en.txt", extract.QuestionExamples, (*gold).questions, func(s *extract.Source) (out []briefings.Anchor) {
		for _, x := range extract.Questions(s, nil, nil) {
			out = append(out, x.Anchors...)
		}
		return out
	}, []others{posts}},
}

func (l learner) run(shared, folder string, check bool) error {
	docs, err := read(l, shared, folder, check)
	if err != nil {
		return err
	}
	if check {
		leaveOneOut(l, docs)
	}
	return os.WriteFile(filepath.Join(folder, "data", l.file), []byte(l.weights(docs)), 0o600)
}

// weights returns the file of weights that is learnt from documents.
func (l learner) weights(docs []document) string {
	first, second := twoLooks(docs)
	var b strings.Builder
	fmt.Fprintf(&b, "# What signs of a %s are worth, alone and together: written by\n# go run ./briefings/extract/train. See weights.go.\n", l.name)
	writeModel(&b, "first look", first)
	writeModel(&b, "second look", second)
	return b.String()
}

// twoLooks learns what sentences are worth each by itself, and then in the
// light of what the first look makes of their document.
func twoLooks(docs []document) (first, second model) {
	first = learn(samples(docs))
	return first, learn(samples(inTheLightOf(first, docs)))
}

// inTheLightOf returns documents whose sentences also have the level that the
// first look gives their document.
func inTheLightOf(first model, docs []document) []document {
	out := slices.Clone(docs)
	for i, d := range docs {
		sum := 0.0
		for _, s := range d.sentences {
			sum += probability(first.score(pairs(s.features)))
		}
		level := extract.FieldLevel(sum, len(d.sentences))
		out[i].sentences = nil
		for _, s := range d.sentences {
			s.features = append(slices.Clone(s.features), level)
			out[i].sentences = append(out[i].sentences, s)
		}
	}
	return out
}

// samples makes the samples of all sentences.
func samples(docs []document) []sample {
	var out []sample
	for _, d := range docs {
		for _, s := range d.sentences {
			out = append(out, sample{pairs(s.features), s.is})
		}
	}
	return out
}

// pairs returns features and pairs of them as the weights are named.
func pairs(features []string) []string {
	sorted := slices.Sorted(slices.Values(features))
	out := slices.Clone(sorted)
	for i, a := range sorted {
		for _, b := range sorted[i+1:] {
			out = append(out, a+"+"+b)
		}
	}
	return out
}
