package extract

import (
	_ "embed"
	"math"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dossier/briefings"
	"dossier/briefings/edtf"
)

//go:embed data/evidence-en.txt
var plainWordData string

// plainStems are of words that tell nothing of what a passage is about; read
// once and never changed.
var plainStems = sync.OnceValue(func() map[string]bool { return readPlainWords(plainWordData) })

func readPlainWords(data string) map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(data) {
		if !strings.HasPrefix(line, "#") {
			for word := range strings.FieldsSeq(line) {
				out[cutEndings(word)] = true
			}
		}
	}
	return out
}

// termID numbers the terms of the questions that are asked.
type termID int

const noTerm termID = -1

// termTable knows the terms of all questions, by their stems.
type termTable struct {
	stems map[string]termID
	words []string          // by id: the form in which a question has it
	forms map[string]termID // what a word of a text was found to be
}

func newTermTable() *termTable {
	return &termTable{stems: map[string]termID{}, forms: map[string]termID{}}
}

func (t *termTable) word(id termID) string { return t.words[id] }

// add enters the terms of a text with a weight; the heavier one counts.
func (t *termTable) add(text string, weight float64, into map[termID]float64) {
	eachWord(text, func(word string) {
		folded := briefings.Fold(word)
		stem := stemOf(folded)
		if stem == "" {
			return
		}
		id, known := t.stems[stem]
		if !known {
			id = termID(len(t.words))
			t.stems[stem] = id
			t.words = append(t.words, folded)
		}
		into[id] = max(into[id], weight)
	})
}

// ids returns the terms of a text that are known.
func (t *termTable) ids(text string) []termID {
	var out []termID
	eachWord(text, func(word string) {
		if id := t.lookUp(word); id != noTerm && !slices.Contains(out, id) {
			out = append(out, id)
		}
	})
	return out
}

// lookUp finds a word of a text; each form is folded and stemmed once.
func (t *termTable) lookUp(word string) termID {
	if id, known := t.forms[word]; known {
		return id
	}
	id := noTerm
	if known, ok := t.stems[stemOf(briefings.Fold(word))]; ok {
		id = known
	}
	t.forms[strings.Clone(word)] = id
	return id
}

// eachWord calls f with every word of letters and digits.
func eachWord(text string, f func(string)) {
	start := -1
	for i, r := range text {
		if isWordRune(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			f(text[start:i])
			start = -1
		}
	}
	if start >= 0 {
		f(text[start:])
	}
}

// stemOf returns the stem of a folded word; "" for one that tells nothing: a
// short one, a plain one, a number or year (dates are compared apart).
func stemOf(word string) string {
	if utf8.RuneCountInString(word) < 3 || strings.ContainsAny(word, "0123456789") && strings.Trim(word, "0123456789fyq") == "" {
		return ""
	}
	stem := cutEndings(word)
	if plainStems()[stem] {
		return ""
	}
	return stem
}

// cutEndings cuts the endings of an English word, so that "building", "builds"
// and "build" are one term.
func cutEndings(word string) string {
	for _, ending := range [...]string{"ations", "ation", "ings", "ing", "ions", "ion", "ied", "ies", "ed", "es", "s", "ly"} {
		stem, ok := strings.CutSuffix(word, ending)
		if !ok || len(stem) < 4 || ending == "s" && strings.HasSuffix(stem, "s") {
			continue
		}
		word = stem
		break
	}
	return strings.TrimRight(word, "eyi")
}

// containsWord says whether a text has a form with no letter or digit beside it.
func containsWord(text, form string) bool {
	for at := 0; form != ""; {
		i := strings.Index(text[at:], form)
		if i < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at+i])
		after, _ := utf8.DecodeRuneInString(text[at+i+len(form):])
		if !unicode.IsLetter(before) && !unicode.IsDigit(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after) {
			return true
		}
		at += i + len(form)
	}
	return false
}

// passage is a sentence of the new briefing with what it could share.
type passage struct {
	Span
	terms  []termID
	actors []*briefings.Actor
	dates  []edtf.Date
}

// passageList is all passages of a document with how often things stand in it.
type passageList struct {
	list     []passage
	table    *termTable
	count    map[termID]int
	actors   map[*briefings.Actor]int
	passages int // all, also those without a term
}

// passages reads the sentences that have a term of a question.
func (s *Source) passages(b *briefings.Briefing, terms *termTable) passageList {
	out := passageList{table: terms, count: map[termID]int{}, actors: map[*briefings.Actor]int{}}
	present := s.mentionsOf(b.Actors, func(*briefings.Actor) bool { return true })
	dates := s.datedSpans(b.Events)
	for _, sentence := range s.Sentences {
		if !s.tells(sentence) {
			continue
		}
		p := passage{Span: sentence.Span, terms: terms.ids(s.Words(sentence.Span))}
		out.passages++
		for _, m := range mentionsIn(present, sentence.Span) {
			if !slices.Contains(p.actors, m.actor) {
				p.actors = append(p.actors, m.actor)
				out.actors[m.actor]++
			}
		}
		if len(p.terms) == 0 {
			continue
		}
		for _, id := range p.terms {
			out.count[id]++
		}
		from := sort.Search(len(dates), func(i int) bool { return dates[i].Start >= p.Start })
		for ; from < len(dates) && dates[from].Start < p.End; from++ {
			p.dates = append(p.dates, dates[from].date)
		}
		out.list = append(out.list, p)
	}
	return out
}

// rarity is the inverse document frequency of a term, sentences taken for
// documents; a short text is taken for one of a hundred sentences. It does not
// fall below 2: a text that is all about a question's matter bears on it.
func (l *passageList) rarity(id termID) float64 {
	all := float64(max(l.passages, 100))
	return max(2, math.Log(1+all/(float64(l.count[id])+0.5)))
}

// actorRarity falls from 1 to 0 as an actor stands in every sentence: one that
// the whole text is about tells little of a single passage.
func (l *passageList) actorRarity(a *briefings.Actor) float64 {
	return 1 - float64(l.actors[a])/float64(max(l.passages, 20))
}

type datedSpan struct {
	Span
	date edtf.Date
}

// datedSpans lists where the events of a briefing stand, in the order of the
// text, intervals left out.
func (s *Source) datedSpans(events []briefings.Event) []datedSpan {
	var out []datedSpan
	for i := range events {
		d, err := edtf.Parse(events[i].When)
		if err != nil || d.Interval || len(events[i].Anchors) == 0 {
			continue
		}
		a := events[i].Anchors[0]
		out = append(out, datedSpan{Span{s.Byte(a.DocStart), s.Byte(a.DocEnd)}, d})
	}
	slices.SortFunc(out, func(a, b datedSpan) int { return a.Start - b.Start })
	return out
}
