package extract

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed data/sentences-en.txt
var stopWordsEnglish string

// stopClass says what the full stop behind a word means.
type stopClass uint8

const (
	plainWord  stopClass = iota
	titleAbbr            // before a name
	numberAbbr           // before a number
	monthAbbr            // before a number
	neverAbbr            // always followed by more
	eitherAbbr           // ends a sentence only before a starter
	starter              // a word that opens sentences
)

var stopClasses = map[string]stopClass{"title": titleAbbr, "number": numberAbbr, "month": monthAbbr,
	"never": neverAbbr, "either": eitherAbbr, "starter": starter}

// stopWords are the abbreviations and the starters, read once and never changed.
var stopWords = sync.OnceValues(func() (abbreviations, starters map[string]stopClass) {
	return readStopWords(stopWordsEnglish)
})

func readStopWords(data string) (abbreviations, starters map[string]stopClass) {
	abbreviations, starters = map[string]stopClass{}, map[string]stopClass{}
	for line := range strings.Lines(data) {
		name, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(name, "#") {
			continue
		}
		class, table := stopClasses[name], abbreviations
		if class == starter {
			table = starters
		}
		for word := range strings.FieldsSeq(words) {
			if _, taken := table[word]; !taken {
				table[word] = class
			}
		}
	}
	return abbreviations, starters
}

// abbreviates says whether the single full stop at i belongs to the word
// before it and does not end the sentence that began at start. What follows
// the blank behind it begins at after, behind the opening quotes and brackets
// that may stand there.
func abbreviates(text string, start, i, after int) bool {
	word := wordBefore(text, start, i)
	if word == "" {
		return false
	}
	next := wordAt(text, after)
	number := next != "" && (isDigit(next[0]) || roman(next))
	if label(text, start, i, word) {
		return true
	}
	bracket := text[after-1] == '(' || text[after-1] == '['
	quote := !bracket && text[after-1] != ' '
	abbreviations, starters := stopWords()
	switch lookUp(abbreviations, word) {
	case titleAbbr, neverAbbr:
		return true
	case numberAbbr, monthAbbr:
		return number
	case eitherAbbr:
		return !quote && (bracket || lookUp(starters, next) != starter)
	}
	if initial(word) || strings.Contains(word, ".") && len(word) <= 7 {
		return !quote && (bracket || lookUp(starters, next) != starter)
	}
	return false
}

// wordBefore returns the word that ends at i, without quotes and brackets in
// front of it. Words longer than any abbreviation come back cut.
func wordBefore(text string, start, i int) string {
	const longest = 12
	at := i
	for at > start && i-at < longest {
		switch text[at-1] {
		case ' ', '\t', '\n', '(', '[', '"', '\'', '/', '-':
			return text[at:i]
		}
		at--
	}
	for at < i && !utf8.RuneStart(text[at]) {
		at++
	}
	return strings.TrimLeft(text[at:i], "“‘«—–")
}

// wordAt returns the letters and digits from at on, cut to 16 bytes or so.
func wordAt(text string, at int) string {
	end := at
	for end < len(text) && end-at < 16 {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		end += size
	}
	return text[at:end]
}

// label says whether the word is the number or letter of an item that opens
// the sentence ("1.", "b.", "IV.").
func label(text string, start, i int, word string) bool {
	if strings.TrimLeft(text[start:i], " \t\n(") != word || len(word) > 4 {
		return false
	}
	if len(word) == 1 || roman(word) {
		return true
	}
	for j := 0; j < len(word); j++ {
		if !isDigit(word[j]) && word[j] != '.' {
			return false
		}
	}
	return true
}

func initial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsUpper(r)
}

func roman(word string) bool {
	for i := 0; i < len(word); i++ {
		if !strings.ContainsRune("IVXLC", rune(word[i])) {
			return false
		}
	}
	return word != "" && word != "I"
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// lookUp finds a word in a table of lower-case words without allocating.
func lookUp[V any](table map[string]V, word string) V {
	var buffer [24]byte
	if len(word) > len(buffer) {
		var none V
		return none
	}
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		buffer[i] = c
	}
	return table[string(buffer[:len(word)])]
}
