package plaintext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// hyphens decides what a hyphen at the end of a line is: part of its word
// ("well-\nbuilt"), or the sign that the line broke a word ("en-\ngine"). The text
// itself tells, by how it writes the word elsewhere. Where it does not, the hyphen
// stays unless what follows is the end of a word and none by itself.
type hyphens struct {
	lines []line
	words map[string]bool // of the text, in lower case and with their hyphens; nil until somebody asks
}

// breaks says whether the hyphen at the end of a line only breaks a word.
func (h *hyphens) breaks(line, next string) bool {
	before := strings.ToLower(lettersLast(strings.TrimSuffix(line, "-")))
	after := lettersFirst(next)
	if before == "" || after == "" || strings.ToLower(after) != after || strings.Contains(before, "-") {
		return false
	}
	if h.words == nil {
		h.read()
	}
	if h.words[before+"-"+after] {
		return false
	}
	whole := strings.TrimSuffix(before+after, "s")
	return h.words[whole] || h.words[whole+"s"] || syllables[after] && !h.words[after]
}

// read gathers the words of the text but for those that a line breaks.
func (h *hyphens) read() {
	h.words = map[string]bool{}
	for i := range h.lines {
		text := h.lines[i].text
		if endsInHyphen(text) {
			text = text[:strings.LastIndexByte(text, ' ')+1]
		}
		if i > 0 && endsInHyphen(h.lines[i-1].text) {
			_, text, _ = strings.Cut(text, " ")
		}
		for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r != '-' && !unicode.IsLetter(r) }) {
			h.words[word] = true
		}
	}
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
