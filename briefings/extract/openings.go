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
// things, in brackets or not, behind the number of a footnote or not.
func opensAs(line string, does ...string) bool {
	line = strings.TrimLeft(line, "([0123456789 ")
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

// captions says whether a line is the caption of a figure or a table: "Figure 2.
// Deliveries, 2019".
func captions(line string) bool {
	for _, word := range openings()["caption"] {
		if !opensWith(line, word) {
			continue
		}
		number := strings.TrimLeft(line[len(word):], " ")
		end := strings.IndexAny(number, ".: ")
		return end > 0 && number[end] != ' ' && strings.ContainsFunc(number[:end], unicode.IsDigit)
	}
	return false
}

// lineBefore is the line of a sentence's block, or the cell of a table, up to the
// sentence and with it.
func (s *Source) lineBefore(sentence Sentence) string {
	start := s.Blocks[sentence.Block].Start
	if cut := strings.LastIndexAny(s.Text[start:sentence.Start], "\n\t"); cut >= 0 {
		start += cut + 1
	}
	return s.Text[start:sentence.End]
}
