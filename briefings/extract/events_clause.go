package extract

import (
	_ "embed"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/briefings/edtf"
)

//go:embed data/events-en.txt
var eventData string

// eventCues is read once, when it is first asked for, and never changed.
var eventCues = cuesOf(eventData)

// longClause is how many bytes a sentence may have to stand whole as an entry.
const longClause = 160

// clause is the part of a sentence around a date: the whole of a short one with
// one date. It ends at a semicolon or before a cue such as ", and" or ", with".
func (r *eventReader) clause(d dating, sentence Sentence) Span {
	if sentence.End-sentence.Start <= longClause && r.datesIn(sentence.Span) == 1 {
		return sentence.Span
	}
	clause := r.source.withoutConjunction(r.cut(d.Span, sentence.Span, "clause"), d.Span)
	if beside := clause.End - clause.Start - (d.End - d.Start); beside < leastClause {
		return sentence.Span // "On 24 September, …": the rest says what
	}
	return clause
}

// withAntecedent widens a clause with "which" or "who" to the thing that it tells
// more of; to the sentence where that may be another, or the sentence itself
// ("which may surprise").
func (s *Source) withAntecedent(clause, sentence Span) Span {
	switch word, _, _ := strings.Cut(s.Words(clause), " "); {
	case word == "which", word == "who", word == "whose":
	case clause.Start > sentence.Start && s.predicates(clause):
		return sentence // "[the firm built a crane] and delivered a tug"
	default:
		return clause
	}
	g := newGister(s.Words(sentence), "")
	pronoun := g.wordsIn(clause.Start-sentence.Start, clause.Start-sentence.Start+1).Start
	thing := g.antecedent(pronoun)
	if thing == pronoun || g.is(pronoun+1, "bears") || !g.agrees(thing, pronoun) {
		return sentence
	}
	return Span{sentence.Start + g.words[thing].Start, clause.End}
}

// predicates says whether words begin with a verb that waits for its subject.
func (s *Source) predicates(clause Span) bool {
	first, rest, _ := strings.Cut(s.Words(clause), " ")
	next, _, _ := strings.Cut(rest, " ")
	v, ok := verbOf(first)
	g := newGister(first+" "+next, "")
	return g.is(0, "aux") || ok && strings.ToLower(first) == first && v.form&(pastForm|thirdForm|baseForm) != 0 && (g.is(1, "determiner") || g.capitalised(1) || v.form&(pastForm|participle) == pastForm && !strings.HasSuffix(first, "ed"))
}

// leastClause is how many bytes beside the date tell something.
const leastClause = 12

// withoutConjunction leaves out the "and" that a clause begins with.
func (s *Source) withoutConjunction(clause, date Span) Span {
	word, _, _ := strings.Cut(s.Words(clause), " ")
	switch word {
	case "and", "but", "so", "yet":
		if rest := clause.Start + len(word) + 1; rest <= date.Start {
			clause.Start = rest
		}
	}
	return clause
}

// cut narrows a span to what stands between the nearest cues of a kind before
// and behind a place.
func (r *eventReader) cut(around, within Span, tell string) Span {
	s := r.source
	r.words = eventCues().read(s.Text, within, r.words[:0])
	r.hits = eventCues().find(r.words, r.hits[:0])
	out := within
	for i := range r.words {
		w := &r.words[i]
		if w.after == breakStrong && i > 0 && isClauseMark(s.Text[r.words[i-1].End:w.Start]) {
			out = narrow(out, around, r.words[i-1].End, w.Start)
		}
	}
	for _, h := range r.hits {
		if h.cue.tells[0] != tell || h.from == 0 {
			continue
		}
		w := &r.words[h.from]
		if tell == "clause" && w.after != breakComma {
			continue
		}
		out = narrow(out, around, r.words[h.from-1].End, w.Start)
	}
	return trimmedSpan(s.Text, out)
}

// narrow takes a boundary into account: from end to start of the next part.
func narrow(out, around Span, end, start int) Span {
	if start <= around.Start && start > out.Start {
		out.Start = start
	}
	if end >= around.End && end < out.End {
		out.End = end
	}
	return out
}

func isClauseMark(between string) bool {
	for _, c := range between {
		switch c {
		case ';', '—':
			return true
		}
	}
	return false
}

// trimmedSpan leaves out blanks and commas at the ends.
func trimmedSpan(text string, s Span) Span {
	for s.Start < s.End && (isBlank(text[s.Start]) || text[s.Start] == ',') {
		s.Start++
	}
	for s.End > s.Start && (isBlank(text[s.End-1]) || text[s.End-1] == ',') {
		s.End--
	}
	return s
}

// datesIn counts the dates of a sentence. Expressions stand in the order of the
// text.
func (r *eventReader) datesIn(span Span) int {
	all := r.times.Expressions
	n := 0
	for i := sort.Search(len(all), func(i int) bool { return all[i].Start >= span.Start }); i < len(all) && all[i].Start < span.End; i++ {
		if all[i].End <= span.End && !all[i].When.IsZero() {
			n++
		}
	}
	return n
}

// superlative says whether "since" a date only tells when there was the like
// before: "the first landing since 1972".
func (r *eventReader) superlative(d dating, clause Span) bool {
	if !r.open(d) {
		return false
	}
	for _, h := range r.cues(Span{clause.Start, d.Start}) {
		if h.cue.tells[0] == "superlative" {
			return true
		}
	}
	return false
}

// reported says whether the clause tells when something was said.
func (r *eventReader) reported(clause Span) bool {
	for _, h := range r.cues(clause) {
		if h.cue.tells[0] == "reporting" {
			return true
		}
	}
	return false
}

// cues finds the cues of a span.
func (r *eventReader) cues(span Span) []found {
	r.words = eventCues().read(r.source.Text, span, r.words[:0])
	r.hits = eventCues().find(r.words, r.hits[:0])
	return r.hits
}

// citation says whether a date belongs to the name or the citation of a work, a
// law or a model rather than to a happening.
func (s *Source) citation(d dating, sentence Sentence) bool {
	before := eventCues().read(s.Text, Span{max(sentence.Start, d.Start-80), d.Start}, nil)
	for _, h := range eventCues().find(before, nil) {
		isYear := d.when.Precision() == edtf.ToYear
		if h.to == len(before) && (h.cue.tells[0] == "citation" || h.cue.tells[0] == "cited" && isYear || h.cue.tells[0] == "compared" && s.nearby(d)) {
			return true
		}
	}
	whole := eventCues().read(s.Text, sentence.Span, nil)
	for _, h := range eventCues().find(whole, nil) {
		if h.cue.tells[0] == "caption" || h.cue.tells[0] == "note" && s.noted(d, sentence) {
			return true
		}
	}
	if s.addressBehind(d, sentence) {
		return true
	}
	return s.worthBehind(d, sentence) || d.when.Precision() == edtf.ToYear && (s.workBehind(d, sentence) || s.nameBehind(d, sentence))
}

// nearby says whether a date is told by how near it is: "last year", "the prior
// quarter".
func (s *Source) nearby(d dating) bool {
	return !d.first.Explicit() && slices.ContainsFunc(eventCues().read(s.Text, d.Span, nil), func(w word) bool {
		return eventCues().sets["nearby"].has(w.id)
	})
}

// noted says whether a year stands in the note to a table or figure, "Note: …",
// where it says of what time the figures are.
func (s *Source) noted(d dating, sentence Sentence) bool {
	label, _, ok := strings.Cut(s.Words(sentence.Span), ":")
	return ok && !strings.Contains(label, " ") && d.when.From.Precision == edtf.ToYear
}

// worthBehind says whether a date only tells of what worth money is: "in 2025
// dollars".
func (s *Source) worthBehind(d dating, sentence Sentence) bool {
	behind := eventCues().read(s.Text, Span{d.End, min(sentence.End, d.End+longClause)}, nil)
	return slices.ContainsFunc(eventCues().find(behind, nil), func(h found) bool { return h.cue.tells[0] == "worth" && h.from == 0 })
}

// addressBehind says whether the address of a page follows at once, as it does
// in a citation.
func (s *Source) addressBehind(d dating, sentence Sentence) bool {
	const near = 40 // bytes
	at := strings.Index(s.Text[d.End:sentence.End], "http")
	return at >= 0 && at < near
}

// nameBehind says whether a year without a preposition of time is the name of
// a law or the like: "the 2018 farm bill", not "in 2018 law and order".
func (s *Source) nameBehind(d dating, sentence Sentence) bool {
	const near = 3 // words
	before := eventCues().read(s.Text, Span{sentence.Start, d.Start}, nil)
	for _, h := range eventCues().find(before, nil) {
		if h.cue.tells[0] == "when" && h.to == len(before) {
			return false
		}
	}
	words := eventCues().read(s.Text, Span{d.End, sentence.End}, nil)
	for _, h := range eventCues().find(words, nil) {
		if h.cue.tells[0] == "named" && h.from < near {
			return true
		}
	}
	return false
}

// nameWords is how many words the name of a work may have behind its year.
const nameWords = 9

// workBehind says whether the words behind a year, in capitals, are the name of
// a law, a plan or a report: "the 2026 National Defense Strategy".
func (s *Source) workBehind(d dating, sentence Sentence) bool {
	words := eventCues().read(s.Text, Span{d.End, sentence.End}, nil)
	hits := eventCues().find(words, nil)
	for i := range words {
		w := &words[i]
		if i == nameWords || i > 0 && w.after != breakNone {
			break
		}
		first, _ := utf8.DecodeRuneInString(s.Text[w.Start:w.End])
		if !unicode.IsUpper(first) {
			if i == 0 {
				break // "in 2004 the Accord failed"
			}
			if s.Words(w.Span) != "of" && s.Words(w.Span) != "and" && s.Words(w.Span) != "for" && s.Words(w.Span) != "the" {
				break
			}
			continue
		}
		for _, h := range hits {
			if h.cue.tells[0] == "work" && h.from == i {
				return true
			}
		}
	}
	return false
}
