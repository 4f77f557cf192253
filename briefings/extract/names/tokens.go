package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word or a mark of a sentence.
type token struct {
	start, end int    // bytes of the text
	form       int32  // index of its form in the document
	glued      bool   // no blank before it
	capital    bool   // begins with a capital letter
	lists      uint64 // lists that a name here stands in, see Lexicon.mark
}

// tokenize calls yield for each token of text[start:end]: words with the dots
// and apostrophes inside them ("U.S.", "O'Brien", "AT&T"), a possessive ending
// by itself, hyphens by themselves, runs of one mark.
func tokenize(text string, start, end int, yield func(start, end int, glued bool)) {
	glued := false
	for i := start; i < end; {
		r, size := utf8.DecodeRuneInString(text[i:end])
		if unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			glued = false
			i += size
			continue
		}
		if !isWord(r) {
			next := i + size
			for next < end && strings.HasPrefix(text[next:end], text[i:i+size]) && r != '(' && r != ')' {
				next += size
			}
			yield(i, next, glued)
			i, glued = next, true
			continue
		}
		next := wordEnd(text[:end], i)
		if cut := possessive(text[i:next]); cut > 0 {
			yield(i, i+cut, glued)
			yield(i+cut, next, true)
		} else {
			yield(i, next, glued)
		}
		i, glued = next, true
	}
}

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// possessive returns where a trailing 's begins, 0 if there is none.
func possessive(word string) int {
	if n := len(word); n > 2 && (word[n-1] == 's' || word[n-1] == 'S') {
		if word[n-2] == '\'' {
			return n - 2
		}
		if strings.HasSuffix(word[:n-1], "’") {
			return n - 1 - len("’")
		}
	}
	return 0
}

// wordEnd returns the end of the word that begins at start.
func wordEnd(text string, start int) int {
	at := start
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if isWord(r) {
			at += size
			continue
		}
		if r == '\'' || r == '’' || r == '.' || r == '&' || r == ',' {
			next, _ := utf8.DecodeRuneInString(text[at+size:])
			if isWord(next) && joins(text[start:at], r, next) {
				at += size
				continue
			}
		}
		if r == '.' && keepsStop(text[start:at]) {
			return at + 1
		}
		return at
	}
	return at
}

// joins says whether a mark between a word's beginning and a letter or digit
// belongs to the word.
func joins(before string, mark, next rune) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	switch mark {
	case '.':
		if unicode.IsDigit(last) {
			return unicode.IsDigit(next)
		}
		return unicode.IsLetter(next) && single(before[strings.LastIndexByte(before, '.')+1:])
	case ',':
		return unicode.IsDigit(last) && unicode.IsDigit(next)
	}
	return true
}

// single says whether a word is one letter.
func single(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return word != "" && size == len(word) && unicode.IsLetter(r)
}

// keepsStop says whether a full stop behind a word belongs to it: initials,
// dotted abbreviations, and the abbreviations that stand in names.
func keepsStop(word string) bool {
	if single(word) {
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.IsUpper(r)
	}
	if len(word) > 7 {
		return false
	}
	if strings.IndexByte(word, '.') > 0 {
		return word[0] > '9'
	}
	switch word {
	case "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Lt", "Col", "Maj", "Capt", "Sgt", "Adm", "Cmdr", "Brig", "Rev",
		"Hon", "Sen", "Rep", "Gov", "St", "Jr", "Sr", "Inc", "Ltd", "Co", "Corp", "Spc", "Pfc", "Cpl", "Ft", "Mt", "Bros", "Amb":
		return true
	}
	return false
}
