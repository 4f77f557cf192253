package extract

import "strings"

// Most words that a subject, and an item of a list of subjects, may have. What
// is longer is no name of a thing: then the sentence stands for itself.
const (
	longestSubject = 8
	longestItem    = 7
)

// subjects returns what a limit is about, in the source's words: the items of
// a list one by one, a single thing as it stands, nothing where it is unsure.
func (s *Source) subjects(r limitReading, words []word) []string {
	if r.lead.cue == nil && r.listed {
		return s.phrases(words, []Span{{0, len(words)}}, longestSubject)
	}
	if r.lead.cue == nil || r.lead.cue.subject < 0 {
		return nil
	}
	from := r.lead.mark
	var to int
	if r.lead.cue.before {
		from, to = listBefore(words, r.lead.mark)
	} else {
		to = clauseEnd(words, from)
	}
	items := splitItems(words, from, to, r.pairs)
	if len(items) > 1 {
		if out := s.phrases(words, items, longestItem); out != nil {
			return out
		}
	}
	return s.phrases(words, []Span{{from, to}}, longestSubject)
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

func within(i int, hits []found) bool {
	for _, h := range hits {
		if h.from <= i && i < h.to {
			return true
		}
	}
	return false
}

// phrases returns the texts of spans of words without articles in front; nil
// if one has more words than allowed, or a verb: then it is a clause.
func (s *Source) phrases(words []word, spans []Span, most int) []string {
	var out []string
	for _, span := range spans {
		if n := span.End - span.Start; n == 0 || n > most || hasVerb(words[span.Start:span.End]) {
			return nil
		}
		phrase := s.Text[words[span.Start].Start:words[span.End-1].End]
		for first, rest, ok := strings.Cut(phrase, " "); ok && opensPhrase(first); first, rest, ok = strings.Cut(phrase, " ") {
			phrase = rest
		}
		out = append(out, phrase)
	}
	return out
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
