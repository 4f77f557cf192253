package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dossier/briefings"
	"dossier/briefings/extract"
)

// learner is one of the two things that are learnt.
type learner struct {
	name     string
	file     string // the file of weights, in data
	letter   string // what a single sentence is marked with
	examples func(*extract.Source) []extract.Example
	passages func(*gold) []passage
	tells    []string // what one may tell, a column of weights each
	is       func(score float64, features []string) bool
	found    func(*extract.Source) []briefings.Anchor
	without  []others
}

// others are texts on other matters, in which there is nothing to find: of the
// files of the headings corpora that match, every so manieth but some.
type others struct {
	files string
	every int
	but   []string
	// unmarked is a feature of sentences of which nobody has said what they are.
	unmarked string
}

// posts are on web sites. What they ask may be open.
var posts = others{files: filepath.Join("digitalgov-mixed", "*.txt"), every: 4, unmarked: "asks"}

var learners = []learner{
	{"limit", "limits-weights-en.txt", "L", extract.LimitExamples, (*gold).limits, []string{"withheld", "possible", "agreed", "delivered", "unknown"}, extract.IsLimit, func(s *extract.Source) (out []briefings.Anchor) {
		for _, x := range extract.Limits(s, nil) {
			out = append(out, x.Anchors...)
		}
		return out
	}, []others{posts}},
	{"question", "questions-weights-en.txt", "Q", extract.QuestionExamples, (*gold).questions, []string{"gap", "verification", "forecast", "conditional", "decision"}, extract.IsQuestion, func(s *extract.Source) (out []briefings.Anchor) {
		for _, x := range extract.Questions(s, nil, nil) {
			out = append(out, x.Anchors...)
		}
		return out
	}, []others{posts}},
}

func (l learner) run(c corpora, check, errors bool) error {
	docs, err := c.read(l)
	if err != nil {
		return err
	}
	if check {
		crossValidate(os.Stdout, l, docs, errors)
		return nil
	}
	return os.WriteFile(filepath.Join(c.extract, "data", l.file), []byte(l.weights(docs)), 0o600)
}

// weights returns the file of weights that is learnt from documents.
func (l learner) weights(docs []document) string {
	count := map[string]int{}
	for _, d := range docs {
		count[d.group.name]++
	}
	var from []string
	for _, name := range slices.Sorted(maps.Keys(count)) {
		from = append(from, fmt.Sprintf("%d %s", count[name], name))
	}
	var b strings.Builder
	fmt.Fprintf(&b, `# What signs and stems of a %s are worth at the first and at the second look:
# written by go run ./briefings/extract/train, which says what the groups are.
# See weights.go. Learnt from documents: %s.

`, l.name, strings.Join(from, ", "))
	first, second := twoLooks(docs)
	models := []model{first, second}
	fmt.Fprint(&b, "columns: first second")
	for _, something := range l.tells {
		fmt.Fprint(&b, " ", something)
	}
	models = append(models, l.learnTelling(docs)...)
	b.WriteByte('\n')
	writeWeights(&b, models)
	return b.String()
}

// telling makes the samples of the annotated sentences, and which tell something.
// What cues say counts everywhere here: left out of the texts that they were
// written for, it is worth less for the others too.
func telling(docs []document, something string) []sample {
	var out []sample
	for i, d := range docs {
		for _, s := range d.sentences {
			if len(s.tells) > 0 {
				out = append(out, sample{i, s.features, slices.Contains(s.tells, something)})
			}
		}
	}
	return out
}

// twoLooks learns what sentences are worth each by itself, and then in the
// light of what the first look makes of the others of their document. What it
// makes of documents that it learnt from is surer than what it makes of others:
// so each is seen as it looks to what the rest teaches.
func twoLooks(docs []document) (first, second model) {
	var seen []document
	for part := range parts {
		rest, left := apart(docs, part, parts)
		seen = append(seen, inTheLightOf(learn(samples(rest)), left)...)
	}
	return learn(samples(docs)), learn(samples(seen))
}

// parts is into how many parts the documents are cut that are looked at twice.
const parts = 5

// apart takes every so manieth document out of others.
func apart(docs []document, part, of int) (rest, left []document) {
	for i, d := range docs {
		if i%of == part {
			left = append(left, d)
		} else {
			rest = append(rest, d)
		}
	}
	return rest, left
}

// inTheLightOf returns documents whose sentences also have the levels that the
// first look gives the others of their document.
func inTheLightOf(first model, docs []document) []document {
	out := slices.Clone(docs)
	for i, d := range docs {
		sum := 0.0
		chances := make([]float64, len(d.sentences))
		for k, s := range d.sentences {
			chances[k] = probability(first.score(d.features(s)))
			sum += chances[k]
		}
		out[i].sentences = nil
		for k, s := range d.sentences {
			levels := extract.FieldLevels(sum-chances[k], len(chances)-1)
			s.features = append(slices.Clone(s.features), levels...)
			out[i].sentences = append(out[i].sentences, s)
		}
	}
	return out
}

// features are those of a sentence that are learnt from. In texts that are not
// fresh a cue knows too much, and limits and questions are more frequent.
func (d document) features(s sentence) []string {
	if d.group.fresh {
		return s.features
	}
	return append(slices.DeleteFunc(slices.Clone(s.features), extract.FromCues), groupMark+d.group.name)
}

// samples makes the samples of all sentences.
func samples(docs []document) []sample {
	var out []sample
	for i, d := range docs {
		for _, s := range d.sentences {
			out = append(out, sample{i, d.features(s), s.is})
		}
	}
	return out
}
