package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word between blanks.
type token struct {
	text       string // as it stands
	bare       string // without punctuation around it
	start, end int
}

// closes says whether the token ends a clause or a sentence.
func (t *token) closes() bool {
	return t.text != "" && strings.IndexByte(",;:.!?", t.text[len(t.text)-1]) >= 0 && !dotted(t.text)
}

// dotted says whether a word is an abbreviation of letters with dots: "U.S.".
func dotted(s string) bool {
	return len(s) >= 4 && s[len(s)-1] == '.' && s[1] == '.' && s[0] >= 'A' && s[0] <= 'Z'
}

type tokens struct {
	text  string
	words []token
}

func newTokens(text string) *tokens {
	t := &tokens{text: text}
	start := -1
	for i := 0; i <= len(text); i++ {
		blank := i == len(text) || text[i] == ' ' || text[i] == '\n' || text[i] == '\t'
		switch {
		case blank && start >= 0:
			word := text[start:i]
			t.words = append(t.words, token{word, strings.TrimFunc(word, func(r rune) bool {
				return !unicode.IsLetter(r) && !unicode.IsDigit(r)
			}), start, i})
			start = -1
		case !blank && start < 0:
			start = i
		}
	}
	return t
}

func (t *tokens) bare(i int) string {
	if i < 0 || i >= len(t.words) {
		return ""
	}
	return t.words[i].bare
}

func upper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// nameGoesBack says whether the token before the i-th belongs to the name that
// begins there: it has a capital and does not just open the sentence.
func (t *tokens) nameGoesBack(i int) bool {
	w := &t.words[i-1]
	if !upper(w.bare) || w.closes() || strings.HasSuffix(w.text, ")") {
		return false
	}
	opens := i == 1 || t.words[i-2].closes() || strings.HasPrefix(w.text, "(")
	return !opens || !openingWords[strings.ToLower(w.bare)]
}

// openingWords have a capital at the start of a sentence and are no names.
var openingWords = map[string]bool{"see": true, "in": true, "the": true, "a": true, "an": true, "and": true, "for": true, "per": true, "from": true, "also": true, "our": true, "this": true}

// byline returns the token behind "by" or "coordinated by" at i, 0 if it does
// not stand there.
func (t *tokens) byline(i int) int {
	switch {
	case i >= len(t.words):
	case t.bare(i) == "by":
		return i + 1
	case t.bare(i+1) == "by" && (t.bare(i) == "coordinated" || t.bare(i) == "edited"):
		return i + 2
	}
	return 0
}

// catalogueCode says whether a word is letters, perhaps with hyphens, and three
// digits at least.
func catalogueCode(s string) bool {
	digits := strings.TrimLeft(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-")
	return len(digits) >= 3 && len(digits) < len(s) && strings.Trim(digits, "0123456789-") == ""
}

// titleEnd returns the token behind a title: where ", by" follows, or "; and",
// or a sentence ends.
func (t *tokens) titleEnd(from int) int {
	for i := from; i < len(t.words) && i < from+40; i++ {
		w := &t.words[i]
		next := t.bare(i + 1)
		switch {
		case strings.HasSuffix(w.text, ",") && t.byline(i+1) > 0,
			strings.HasSuffix(w.text, ";"), strings.HasSuffix(w.text, ")") && strings.Count(t.slice(from, i+1), "(") < strings.Count(t.slice(from, i+1), ")"),
			strings.HasSuffix(w.text, ".") && !dotted(w.text) && (i+1 == len(t.words) || upper(next) || strings.HasSuffix(w.text, ").")):
			return i + 1
		}
	}
	return min(len(t.words), from+40)
}

// namesEnd returns the token behind a row of names.
func (t *tokens) namesEnd(from int) int {
	i := from
	for ; i < len(t.words); i++ {
		w := &t.words[i]
		switch {
		case upper(w.bare), nameParticles[w.bare], w.bare == "and", w.bare == "et":
		default:
			return max(i, from+1)
		}
		initial := len([]rune(w.bare)) == 1
		if strings.HasSuffix(w.text, ".") && !initial || strings.HasSuffix(w.text, ";") || strings.HasSuffix(w.text, ")") {
			return i + 1
		}
	}
	return i
}

// slice returns the text of tokens.
func (t *tokens) slice(from, to int) string {
	if from >= to || from >= len(t.words) {
		return ""
	}
	return t.text[t.words[from].start:t.words[min(to, len(t.words))-1].end]
}

// trimTitle takes the punctuation around a title away, and a bracket that the
// title did not open.
func trimTitle(s string) string {
	s = strings.Trim(s, " ,.;\"“”_")
	if strings.HasSuffix(s, ")") && strings.Count(s, "(") < strings.Count(s, ")") {
		s = strings.TrimRight(s[:len(s)-1], " ,.;")
	}
	return s
}

// quotedAt reads words in quotation marks that begin at a token.
func (t *tokens) quotedAt(i int) (title string, end int, ok bool) {
	if i >= len(t.words) {
		return "", 0, false
	}
	from := t.words[i].start
	for _, q := range quotes {
		rest, found := strings.CutPrefix(t.text[from:], q[0])
		if !found {
			continue
		}
		stop := strings.Index(rest, q[1])
		if stop < 0 {
			return "", 0, false
		}
		title = trimTitle(rest[:stop])
		return title, from + len(q[0]) + stop + len(q[1]), len(strings.Fields(title)) >= 2 && titleCased(title)
	}
	return "", 0, false
}
