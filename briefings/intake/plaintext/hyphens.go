package plaintext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// breaks says whether the hyphen at the end of a line only breaks a word
// ("en-\ngine") and is no part of it ("well-\nbuilt"). The text itself tells, by how
// it writes the word elsewhere. Where it does not, the hyphen stays unless what follows
// is the end of a word and none by itself.
func (a *assembler) breaks(line, next string) bool {
	before := strings.ToLower(lettersLast(strings.TrimSuffix(line, "-")))
	after := lettersFirst(next)
	if before == "" || after == "" || strings.ToLower(after) != after || strings.Contains(before, "-") {
		return false
	}
	if a.words == nil {
		a.words = wholeWords(a.lines)
	}
	if a.words[before+"-"+after] {
		return false
	}
	whole := strings.TrimSuffix(before+after, "s")
	return a.words[whole] || a.words[whole+"s"] || syllables[after] && !a.words[after]
}

// wholeWords are the words of a text, in lower case, but for those that a line breaks.
func wholeWords(lines []line) map[string]bool {
	out := map[string]bool{}
	for i := range lines {
		text := lines[i].text
		if endsInHyphen(text) {
			text = text[:strings.LastIndexByte(text, ' ')+1]
		}
		if i > 0 && endsInHyphen(lines[i-1].text) {
			_, text, _ = strings.Cut(text, " ")
		}
		for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r != '-' && !unicode.IsLetter(r) }) {
			out[word] = true
		}
	}
	return out
}

// lettersLast is what a text ends with of letters and hyphens.
func lettersLast(s string) string {
	at := strings.LastIndexFunc(s, func(r rune) bool { return r != '-' && !unicode.IsLetter(r) })
	if at < 0 {
		return s
	}
	_, width := utf8.DecodeRuneInString(s[at:])
	return s[at+width:]
}

// lettersFirst is what a text begins with of letters.
func lettersFirst(s string) string {
	if at := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); at >= 0 {
		return s[:at]
	}
	return s
}
