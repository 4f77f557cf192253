package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/briefings"
)

// questionReading is what a sentence's cues say together.
type questionReading struct {
	listed bool // it is an item of a list of open questions
	asked  bool // it is a question itself
	known  bool // it says that its question is answered
	kinds  []briefings.QuestionKind
	rules  []string
	cues   []found // that count, the strong ones first
}

// tells says whether something but the weights says what is asked.
func (r *questionReading) tells() bool {
	return r.asked || r.listed || len(r.cues) > 0 && r.cues[0].cue.tells[0] == "strong"
}

// readQuestion weighs the cues of the sentence with this index.
func (s *Source) readQuestion(i int, words []word, hits []found) questionReading {
	_, listed := s.listed(i, briefings.RoleQuestions)
	r := questionReading{listed: listed}
	if r.asked = s.asking(i, words) != asksNot; r.asked {
		r.note(askedKind(s.Words(s.Sentences[i].Span)), "a question of the source's own")
	}
	r.weigh(s.Text, words, hits)
	return r
}

func (r *questionReading) weigh(text string, words []word, hits []found) {
	strongs := 0
	for _, h := range hits {
		r.known = r.known || h.cue.tells[0] == "known"
		if h.cue.sign >= 0 || h.cue.tells[0] == "veto" || h.cue.tells[0] == "known" || vetoed(h, hits) {
			continue
		}
		if h.cue.tells[0] == "strong" {
			r.cues = slices.Insert(r.cues, strongs, h)
			strongs++
		} else {
			r.cues = append(r.cues, h)
		}
		for _, kind := range h.cue.tells[1:] {
			r.note(briefings.QuestionKind(kind), "cue: "+between(text, words, h.from, h.to))
		}
	}
	if len(r.rules) == 0 && r.listed {
		r.rules = []string{"an item of a list of open questions"}
	}
	if len(r.kinds) == 0 {
		r.kinds = []briefings.QuestionKind{briefings.Gap}
	}
}

// weighed notes what the weights tell of a sentence.
func (r *questionReading) weighed(s *Source, signs *signReader, e signSentence) {
	r.rules = []string{questionWeights().reasons(s.Text, signs.wordsOf(e), signs.featuresOf(e))}
	r.kinds = nil
	for _, kind := range signs.tells(s, questionWeights(), e) {
		r.kinds = append(r.kinds, briefings.QuestionKind(kind))
	}
}

func (r *questionReading) note(kind briefings.QuestionKind, rule string) {
	if kind != "-" && !strings.HasPrefix(string(kind), "form=") && !slices.Contains(r.kinds, kind) {
		r.kinds = append(r.kinds, kind)
	}
	if !slices.Contains(r.rules, rule) {
		r.rules = append(r.rules, rule)
	}
}

// vetoed says whether a veto takes the cue back.
func vetoed(h found, hits []found) bool {
	return slices.ContainsFunc(hits, func(v found) bool {
		return v.cue.tells[0] == "veto" && v.from < h.to && h.from < v.to
	})
}

// asking says how a sentence asks.
type asking uint8

const (
	asksNot asking = iota
	asksPerhaps
	asksOpenly
)

// longestRow is how many questions in a row an answer is looked for behind.
const longestRow = 8

// asking tells a question that the document leaves open from one that somebody
// is quoted with, from one that is answered at once, from one that is put to
// the reader, and from a title.
func (s *Source) asking(i int, words []word) asking {
	sentence := s.Sentences[i]
	text := s.Words(sentence.Span)
	switch {
	case strings.HasSuffix(text, "?”"), strings.HasSuffix(text, `?"`):
		return asksPerhaps
	case !strings.HasSuffix(text, "?") || titled(text) || anyOf(words, "reader") || s.answeredNext(sentence):
		return asksNot
	case s.listedIn(sentence, briefings.RoleQuestions):
		return asksOpenly
	case anyOf(words, "us"):
		return asksPerhaps
	}
	for _, next := range s.Sentences[i+1 : min(i+1+longestRow, len(s.Sentences))] {
		if next.Block != sentence.Block {
			break
		}
		if !strings.HasSuffix(s.Words(next.Span), "?") {
			return asksPerhaps // the author goes on to answer it
		}
	}
	return asksOpenly
}

// speakerWords is how many words the name of a speaker has at most.
const speakerWords = 4

// speaker returns the name that a turn of an interview opens with: "Q: ".
func speaker(text string) string {
	name, _, ok := strings.Cut(text, ":")
	if !ok || len(strings.Fields(name)) > speakerWords || strings.ContainsAny(name, "?!,") {
		return ""
	}
	return name
}

// answeredNext says whether a sentence belongs to a turn of an interview that
// another speaker's follows.
func (s *Source) answeredNext(sentence Sentence) bool {
	if sentence.Block+1 >= len(s.Blocks) {
		return false
	}
	asks, answers := speaker(s.Words(s.Blocks[sentence.Block])), speaker(s.Words(s.Blocks[sentence.Block+1]))
	return asks != "" && answers != "" && asks != answers
}

// anyOf says whether one of the words is of a set of the cue file.
func anyOf(words []word, set string) bool {
	return slices.ContainsFunc(words, func(w word) bool { return questionCues().sets[set].has(w.id) })
}

// titled says whether nearly all long words of a text begin with a capital, as
// in the title of a work.
func titled(text string) bool {
	capitals, long := 0, 0
	for word := range strings.FieldsSeq(text) {
		first, size := utf8.DecodeRuneInString(word)
		if len(word)-size < 3 || !unicode.IsLetter(first) {
			continue
		}
		long++
		if unicode.IsUpper(first) {
			capitals++
		}
	}
	return long > 2 && capitals*10 >= long*8
}

// askedKind tells questions of what ought to be, and of what will be, from
// questions of fact.
func askedKind(text string) briefings.QuestionKind {
	if first, _, _ := strings.Cut(unlabelled(text), " "); strings.EqualFold(first, "will") {
		return briefings.Forecast
	}
	for word := range strings.FieldsSeq(text) {
		if strings.EqualFold(word, "should") {
			return briefings.Decision
		}
	}
	return briefings.Gap
}
