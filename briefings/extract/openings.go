package extract

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed data/openings-en.txt
var openingData string

// openings are the words with which lines open that tell nothing of the matter,
// by what such a line does.
var openings = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(openingData) {
		if does, words, ok := strings.Cut(strings.TrimSpace(line), ": "); ok && does[0] != '#' {
			out[does] = append(out[does], words)
		}
	}
	return out
})

// opensAs says whether a line opens with words of lines that do one of some
// things, in brackets or not.
func opensAs(line string, does ...string) bool {
	line = strings.TrimLeft(line, "([")
	return slices.ContainsFunc(does, func(d string) bool {
		return slices.ContainsFunc(openings()[d], func(words string) bool { return opensWith(line, words) })
	})
}

// opensWith says whether a line begins with whole words, case ignored.
func opensWith(line, words string) bool {
	if len(line) < len(words) || !strings.EqualFold(line[:len(words)], words) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(words)
	next, _ := utf8.DecodeRuneInString(line[len(words):])
	return !unicode.IsLetter(last) || !unicode.IsLetter(next) && !unicode.IsDigit(next)
}
