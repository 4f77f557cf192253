package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/briefings"
)

// split cuts a block's canonical text into sentences. Headings, table cells and
// lines of code are sentences of their own.
func split(b *briefings.Block) []Span {
	switch b.Kind {
	case briefings.Heading:
		return trimmed(b.Text, 0, len(b.Text), nil)
	case briefings.Table, briefings.Code, briefings.HTML:
		return fields(b.Text)
	}
	var out []Span
	start := 0
	for i := 0; i < len(b.Text); {
		r, size := utf8.DecodeRuneInString(b.Text[i:])
		end := i + size
		if r == '\n' || isStop(r) && ends(b.Text, start, i, &end) {
			out = trimmed(b.Text, start, end, out)
			start = end
		}
		i = max(end, i+size)
	}
	return trimmed(b.Text, start, len(b.Text), out)
}

func isStop(r rune) bool { return r == '.' || r == '!' || r == '?' || r == '…' || r == '。' }

// ends decides whether the stop at i ends a sentence; if so it moves end behind
// closing quotes and brackets.
func ends(text string, start, i int, end *int) bool {
	at := *end
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !strings.ContainsRune(".!?…”’\"')]»", r) {
			break
		}
		at += size
	}
	if at >= len(text) {
		*end = at
		return true
	}
	next, size := utf8.DecodeRuneInString(text[at:])
	if !unicode.IsSpace(next) {
		return false
	}
	after, _ := utf8.DecodeRuneInString(text[at+size:])
	if text[i] == '.' && (unicode.IsLower(after) || abbreviation(text[start:i])) {
		return false
	}
	*end = at
	return true
}

// abbreviation says whether the word before a full stop is one that a stop
// does not end, given the first letter after it.
func abbreviation(before string) bool {
	word := before[strings.LastIndexAny(before, " \t\n(“\"")+1:]
	if len(word) == 1 && unicode.IsUpper(rune(word[0])) {
		return true // an initial
	}
	if strings.Contains(word, ".") && len(word) <= 5 {
		return word != "p.m" && word != "a.m" // "U.S.", "e.g."
	}
	return abbreviations[strings.ToLower(word)]
}

var abbreviations = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "dr": true, "prof": true, "gen": true, "col": true, "lt": true, "sgt": true,
	"capt": true, "maj": true, "adm": true, "sen": true, "rep": true, "gov": true, "st": true, "no": true, "vs": true,
	"fig": true, "sec": true, "art": true, "vol": true, "pp": true, "ed": true, "eds": true, "approx": true, "ca": true,
	"jan": true, "feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true, "sep": true, "sept": true,
	"oct": true, "nov": true, "dec": true, "e.g": true, "i.e": true, "cf": true, "hon": true, "rev": true, "gens": true,
}

// fields cuts verbatim text at its tabs and newlines.
func fields(text string) []Span {
	var out []Span
	start := 0
	for i := 0; i <= len(text); i++ {
		if i == len(text) || text[i] == '\n' || text[i] == '\t' {
			out = trimmed(text, start, i, out)
			start = i + 1
		}
	}
	return out
}

// trimmed appends a span without the blanks around it, unless nothing is left.
func trimmed(text string, start, end int, out []Span) []Span {
	for start < end && isBlank(text[start]) {
		start++
	}
	for end > start && isBlank(text[end-1]) {
		end--
	}
	if start < end {
		out = append(out, Span{start, end})
	}
	return out
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }
