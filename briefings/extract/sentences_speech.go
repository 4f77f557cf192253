package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestSpeaker is how many bytes of a paragraph may name who speaks.
const longestSpeaker = 60

// speechBehind returns where the speech begins in a paragraph that the name of
// its speaker runs into, as reports of parliaments do that lost their marks:
// "Mr. RoeTo ask the Secretary …". It returns 0 if nothing says so: the name is
// of capitalised words, and a word that opens sentences hangs on the last.
func speechBehind(text string) int {
	last := ' '
	for i, r := range text {
		switch {
		case i > longestSpeaker || unicode.IsDigit(r):
			return 0
		case unicode.IsUpper(r) && unicode.IsLower(last):
			_, starters := stopWords()
			word, _, ok := strings.Cut(text[i:], " ")
			if ok && len(word) > 1 && lookUp(starters, word) == starter && speaks(text[:i]) {
				return i
			}
		}
		last = r
	}
	return 0
}

// speaks says whether all words are capitalised, as those of a name are.
func speaks(name string) bool {
	words := strings.Fields(strings.TrimLeft(name, "§ "))
	for _, word := range words {
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) {
			return false
		}
	}
	return len(words) > 1
}
