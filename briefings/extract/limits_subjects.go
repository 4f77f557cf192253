package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/briefings"
)

// Most words that a subject, an item of a list of subjects, and the words of an
// act upon a thing ("exports of …") may have. What is longer is no name of a
// thing: then the sentence stands for itself.
const (
	longestSubject = 8
	longestItem    = 7
	longestAct     = 12
)

// thing is what a line of the ledger is about: its subject, and the words that
// say it where they stand alone. "Imported engines" alone do not say that
// somebody depends on them, "reliance on imported engines" does.
type thing struct{ subject, text string }

// things returns what a limit is about, in the source's words: the items of a
// list one by one, a single thing as it stands, nothing where it is unsure.
func (s *Source) things(r limitReading, words []word) []thing {
	var subjects []string
	switch lead := r.lead.cue; {
	case lead == nil && r.listed:
		subjects = s.phrases(words, []Span{{0, len(words)}}, longestSubject)
	case lead != nil && lead.subject >= 0:
		subjects = s.list(r, words)
	case r.told.cue != nil && r.told.cue.subject >= 0:
		if from, to := r.told.mark, s.actEnd(words, r.told.mark); to > from+1 {
			subjects = s.phrases(words, []Span{{from, to}}, longestAct)
		}
	}
	out := make([]thing, len(subjects))
	for i, subject := range subjects {
		out[i] = thing{subject, subject}
	}
	if len(out) > 0 && r.lead.cue != nil && r.lead.cue.tells[1] == string(briefings.DependencyLimit) {
		return []thing{{subjects[0], s.leaning(r.lead, words, subjects[0])}}
	}
	return out
}

// list returns the things that a cue's mark opens or closes a list of.
func (s *Source) list(r limitReading, words []word) []string {
	from := r.lead.mark
	var to int
	if r.lead.cue.before {
		from, to = listBefore(words, r.lead.mark)
	} else {
		to = clauseEnd(words, from)
		to = s.actAgain(words, from, to)
	}
	items := splitItems(words, from, to, r.pairs)
	if len(items) > 1 {
		items[len(items)-1] = s.withoutPlace(words, items[len(items)-1])
		if out := s.phrases(words, items, longestItem); out != nil {
			return out
		}
	}
	return s.phrases(words, []Span{{from, to}}, longestSubject)
}

// leaning is the words up to the end of a subject that say that somebody leans
// on it, with whose leaning it is: "Ruritania's reliance on any one maker".
func (s *Source) leaning(lead found, words []word, subject string) string {
	from, mark := lead.from, words[lead.mark].Start
	if from > 0 && words[from].after == breakNone && possessive(s.Words(words[from-1].Span)) {
		from--
	}
	return s.Text[words[from].Start : mark+strings.Index(s.Text[mark:], subject)+len(subject)]
}

func possessive(word string) bool {
	return strings.HasSuffix(word, "'s") || strings.HasSuffix(word, "’s")
}

// actAgain returns where behind an "and" a second act begins in a row of
// things: "… foreign parts and strengthen the yards". It returns the end of the
// row if there is none.
func (s *Source) actAgain(words []word, from, to int) int {
	for i := from + 1; i+1 < to; i++ {
		v, ok := verbOf(s.Words(words[i+1].Span))
		if limitCues().sets["joint"].has(words[i].id) && ok && v.form&(baseForm|thirdForm) != 0 && i+2 < to && s.opensThing(words[i+2]) {
			return i
		}
	}
	return to
}

// opensThing says whether a word shows that a thing begins which the word before
// acts upon: an article, a name, a possessive.
func (s *Source) opensThing(w word) bool {
	text := s.Words(w.Span)
	first, _ := utf8.DecodeRuneInString(text)
	return opensPhrase(text) || unicode.IsUpper(first) || possessive(text) || strings.HasSuffix(s.Text[:w.Start], "[")
}

// actEnd returns where the words end that name an act upon a thing, "exports of
// chips to Ruritania": at a mark, at a second act, or where the sentence goes on
// with its verb.
func (s *Source) actEnd(words []word, from int) int {
	to := s.actAgain(words, from, clauseEnd(words, from))
	for i := from + 1; i < to; i++ {
		v, ok := verbOf(s.Words(words[i].Span))
		purpose := s.Words(words[i].Span) == "to" && i+1 < to && s.infinitive(words[i+1])
		if purpose || words[i].after == breakComma || ok && v.form&pastForm != 0 && !limitCues().sets["leads"].has(words[i-1].id) || limitCues().sets["verb"].has(words[i].id) {
			to = i
		}
	}
	for to > from+1 && limitCues().sets["trails"].has(words[to-1].id) {
		to--
	}
	return to
}

// infinitive says whether a word is a verb that follows on "to", and no noun.
func (s *Source) infinitive(w word) bool {
	v, ok := verbOf(s.Words(w.Span))
	return ok && v.form&(baseForm|thirdForm) == baseForm && !endsPlural(s.Words(w.Span))
}

// clauseEnd returns the word behind the clause that a word stands in.
func clauseEnd(words []word, from int) int {
	for i := from; i < len(words); i++ {
		if i > from && words[i].after == breakStrong || limitCues().sets["clause"].has(words[i].id) {
			return i
		}
	}
	return len(words)
}

// listBefore returns the words that stand before a mark in its clause; of
// "parts, such as A and B," only the examples.
func listBefore(words []word, mark int) (from, to int) {
	from, to = mark, mark
	for from > 0 && words[from].after < breakStrong {
		from--
		if limitCues().sets["list"].has(words[from].id) {
			return min(from+2, mark), mark // behind "such as"
		}
		if limitCues().sets["clause"].has(words[from].id) && !(from > 0 && limitCues().sets["list"].has(words[from-1].id)) {
			return from + 1, to
		}
	}
	return from, to
}

// splitItems cuts words at commas, "and" and "or", but for pairs that are one
// thing. Spans count words.
func splitItems(words []word, from, to int, pairs []found) []Span {
	var out []Span
	start := from
	for i := from; i < to; i++ {
		joint := limitCues().sets["joint"].has(words[i].id) && !within(i, pairs)
		if !joint && (i == start || words[i].after != breakComma) {
			continue
		}
		if start < i {
			out = append(out, Span{start, i})
		}
		start = i
		if joint {
			start = i + 1
		}
	}
	if start < to {
		out = append(out, Span{start, to})
	}
	return out
}

// withoutPlace cuts the last item of a list, where it is too long to be one,
// before the preposition that goes on with the sentence: "[parts] in their own
// hands".
func (s *Source) withoutPlace(words []word, item Span) Span {
	cut := item.End
	for i := item.End - 1; i > item.Start && item.End-item.Start > longestItem; i-- {
		if v, _ := verbOf(s.Words(words[i].Span)); v.form&pastForm != 0 {
			return item // a clause
		}
		if limitCues().sets["hangs"].has(words[i].id) {
			cut = i
		}
	}
	return Span{item.Start, cut}
}

func within(i int, hits []found) bool {
	for _, h := range hits {
		if h.from <= i && i < h.to {
			return true
		}
	}
	return false
}

// phrases returns the texts of spans of words without articles in front; nil
// if one has more words than allowed, or a verb: then it is a clause; or if it
// does not stand alone: "to the yard", "this".
func (s *Source) phrases(words []word, spans []Span, most int) []string {
	var out []string
	for _, span := range spans {
		if n := span.End - span.Start; n == 0 || n > most || hasVerb(words[span.Start:span.End]) || limitCues().sets["hangs"].has(words[span.Start].id) || s.pointsBack(words[span.Start:span.End]) {
			return nil
		}
		phrase := s.quoted(words[span.Start].Start, words[span.End-1].End)
		for first, rest, ok := strings.Cut(phrase, " "); ok && opensPhrase(first); first, rest, ok = strings.Cut(phrase, " ") {
			phrase = rest
		}
		out = append(out, phrase)
	}
	return out
}

// pointsBack says whether a phrase means a thing that was named before: "such
// products", "both systems" but not "both crews and ships".
func (s *Source) pointsBack(words []word) bool {
	for i, w := range words {
		if limitCues().sets["points"].has(w.id) && !slices.ContainsFunc(words[i:], func(w word) bool { return limitCues().sets["joint"].has(w.id) }) {
			return true
		}
	}
	return false
}

// quoted is a part of the text, with the mark that closes a quotation in it.
func (s *Source) quoted(start, end int) string {
	phrase := s.Text[start:end]
	for _, pair := range [...][2]string{{`"`, `"`}, {"“", "”"}} {
		odd := strings.Count(phrase, pair[0]) > strings.Count(phrase, pair[1]) || pair[0] == pair[1] && strings.Count(phrase, pair[0])%2 == 1
		if rest := strings.TrimLeft(s.Text[end:], ".,"); odd && strings.HasPrefix(rest, pair[1]) {
			return phrase + pair[1]
		}
	}
	return phrase
}

func hasVerb(words []word) bool {
	for _, w := range words {
		if limitCues().sets["verb"].has(w.id) {
			return true
		}
	}
	return false
}

func opensPhrase(word string) bool {
	switch strings.ToLower(word) {
	case "the", "a", "an", "any", "its", "their", "his", "her", "our":
		return true
	case "over", "on", "back": // of "hand over"
		return true
	}
	return false
}
