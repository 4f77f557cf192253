package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/briefings"
)

// Citations in the text by what stands beside them: the number of a note that a
// paste has put behind the stop, and the author with the year.

// pastedMarks returns the numbers that a paste leaves of superscripts: one to
// three digits right behind a word's stop, before a blank or at the end. "No.5"
// and "2.5" are none: the word has three letters at least, and a sentence begins
// behind it.
func pastedMarks(text string) []string {
	var out []string
	for _, word := range strings.Fields(text) {
		digits := len(word)
		for digits > 0 && word[digits-1] >= '0' && word[digits-1] <= '9' {
			digits--
		}
		if n := len(word) - digits; n == 0 || n > 3 || word[digits] == '0' {
			continue
		}
		before := strings.TrimRight(word[:digits], "”\"’»)")
		stopped := strings.TrimRight(before, ".,;!?")
		if letters := trailingLetters(stopped); stopped != before && letters >= 3 && letters == utf8.RuneCountInString(strings.TrimLeft(stopped, "“\"‘«(")) && !numberedWords[strings.ToLower(stopped)] {
			out = append(out, word[digits:])
		}
	}
	return out
}

// numberedWords are abbreviations with a stop before their number.
var numberedWords = map[string]bool{"fig": true, "figs": true, "vol": true, "art": true, "sec": true, "chap": true, "nos": true, "para": true, "ver": true, "tab": true}

func trailingLetters(s string) int {
	n := 0
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		if !unicode.IsLetter(r) {
			break
		}
		n, s = n+1, s[:len(s)-size]
	}
	return n
}

// authorYears are the works that an author and a year name: both, folded -> the
// work, -1 for several.
type authorYears map[string]int

func (c *citations) authorYears() authorYears {
	out := authorYears{}
	for i := range c.works {
		w := &c.works[i]
		if w.Origin != briefings.OriginSource || len(w.Author) == 0 || len(w.Issued) < 4 {
			continue
		}
		fields := strings.Fields(w.Author[0])
		if len(fields) == 0 {
			continue
		}
		key := authorYear(fields[len(fields)-1], w.Issued[:4])
		if _, taken := out[key]; taken {
			i = -1
		}
		out[key] = i
	}
	return out
}

func authorYear(surname, year string) string { return briefings.Fold(surname) + " " + year }

// in returns the works that a text names as "Name 2021", "Name, 2021", "Name
// (2021)", "Name and Other 2021" or "Name et al. (2021)".
func (a authorYears) in(text string) []int {
	if len(a) == 0 {
		return nil
	}
	t := newTokens(text)
	var out []int
	for at := 1; at < len(t.words); at++ {
		year := strings.TrimRight(t.bare(at), "abcdef")
		if !yearLike(year) {
			continue
		}
		// "Name (2021)" needs no brackets before; "(Name 2021)" is open still.
		own := strings.HasPrefix(t.words[at].text, "(")
		for back := 1; back <= 4 && at-back >= 0; back++ {
			w := &t.words[at-back]
			if i, ok := a[authorYear(withoutOwner(w.bare), year)]; ok && upper(w.bare) && (own || t.inBrackets(at)) {
				if i >= 0 {
					out = append(out, i)
				}
				break
			}
			if !upper(w.bare) && w.bare != "and" && w.text != "&" && w.bare != "et" && w.bare != "al" {
				break
			}
		}
	}
	return out
}

func withoutOwner(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(name, "’s"), "'s")
}

// inBrackets says whether a token stands in brackets that it does not open.
func (t *tokens) inBrackets(at int) bool {
	before := t.text[max(0, t.words[at].start-bracketMax):t.words[at].start]
	return strings.LastIndexByte(before, '(') > strings.LastIndexByte(before, ')')
}
