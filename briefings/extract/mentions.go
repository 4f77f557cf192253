package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/briefings"
	"dossier/briefings/extract/names"
)

// Mentions are the places where a document speaks of an actor that a person added, by
// its name or another form of it. They are counted as those of the actors that were
// found: as whole words, not in code, addresses and lists of references, and not within
// a longer name of another actor. A form with a capital is one only where the text has
// one too.
func Mentions(s *Source, a *briefings.Actor, others []briefings.Actor) []briefings.Anchor {
	forms := [][]string{formOf(a.Name)}
	for _, alias := range a.Aliases {
		forms = append(forms, formOf(alias.Text))
	}
	// The longest first: "the Karachi yard" before "the yard".
	slices.SortStableFunc(forms, func(x, y []string) int { return len(y) - len(x) })
	var elsewhere []briefings.Actor
	for i := range others {
		if o := &others[i]; o.Live() && o.Handle != a.Handle {
			elsewhere = append(elsewhere, *o)
		}
	}
	taken := mentionsOf(s, elsewhere)
	var out []briefings.Anchor
	for _, sentence := range spokenSentences(s) {
		for _, found := range placesOf(s.Text, Span(sentence.Span), forms) {
			within := slices.ContainsFunc(mentionsIn(taken, Span{max(found.Start-longestName, 0), found.End}), func(m mention) bool {
				return m.Start <= found.Start && m.End >= found.End && m.Span != found
			})
			denied := slices.ContainsFunc(a.Not, func(n briefings.Anchor) bool { return n.Placed() && n.DocStart == s.Point(found.Start) })
			if !within && !denied {
				out = append(out, s.Anchor(found))
			}
		}
	}
	return out
}

// longestName is how many bytes before its last word a name may begin.
const longestName = 200

// placesOf finds the forms of a name among the words of a sentence.
func placesOf(text string, sentence Span, forms [][]string) (out []Span) {
	words := wordSpans(text, sentence)
	for i := 0; i < len(words); {
		n := 0
		for _, form := range forms {
			if len(form) > 0 && spells(text, words[i:], form) {
				n = len(form)
				break
			}
		}
		if n > 0 {
			out = append(out, Span{words[i].Start, words[i+n-1].End})
		}
		i += max(n, 1)
	}
	return out
}

// spells says whether words are those of a form, with nothing between them that parts
// a sentence.
func spells(text string, words []Span, form []string) bool {
	if len(words) < len(form) || inAddress(text, Span{words[0].Start, words[len(form)-1].End}) {
		return false
	}
	for i, want := range form {
		is := text[words[i].Start:words[i].End]
		if briefings.Fold(is) != briefings.Fold(want) || startsUpper(want) && !startsUpper(is) {
			return false
		}
		if i > 0 && strings.ContainsAny(text[words[i-1].End:words[i].Start], ",;:()!?\n\t/@") {
			return false
		}
	}
	return true
}

// inAddress says whether words are glued to others as in the address of a page, of a
// person or of a file.
func inAddress(text string, words Span) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:words.Start])
	behind, _ := utf8.DecodeRuneInString(text[words.End:])
	return strings.ContainsRune("/@._", before) && words.Start > 0 || strings.ContainsRune("/@_", behind) && words.End < len(text)
}

func startsUpper(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first)
}

// formOf are the words of a name, without an article that is no part of it: "the yard"
// is one only with it, "the Legislative Yuan" without it too.
func formOf(name string) []string {
	name = nameIn(name)
	var out []string
	for _, w := range wordSpans(name, Span{0, len(name)}) {
		out = append(out, name[w.Start:w.End])
	}
	// A small name that begins a sentence, or a list, has a capital there.
	if len(out) > 1 && !slices.ContainsFunc(out[1:], startsUpper) && names.Lead(name) > 0 {
		out[0] = strings.ToLower(out[0])
	}
	return out
}

// nameIn is the name that chosen words are: without blanks and marks around it, and
// without an article or a title before a capital.
func nameIn(words string) string {
	words = strings.Trim(strings.Join(strings.Fields(words), " "), " .,;:!?()\"“”‘’")
	words = strings.TrimSuffix(strings.TrimSuffix(words, "'s"), "’s")
	if rest := words[names.Lead(words):]; startsUpper(rest) {
		return rest
	}
	return words
}

// wordSpans are the words of a span of text: letters and digits that nothing parts.
func wordSpans(text string, span Span) (out []Span) {
	start := -1
	for i, r := range text[span.Start:span.End] {
		switch letter := isWordRune(r); {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			out = append(out, Span{span.Start + start, span.Start + i})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, Span{span.Start + start, span.End})
	}
	return out
}
