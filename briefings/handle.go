package briefings

import (
	"crypto/rand"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Handle names a record within its briefing: a letter for the kind, a hyphen,
// and words ("q-site", "a-baykar", "n-7k2f"). It is legal as an Obsidian block
// id and as a Pandoc cite key, and is never used twice in a briefing.
type Handle string

// Kind is a kind of record.
type Kind string

const (
	KindEvent      Kind = "event"
	KindActor      Kind = "actor"
	KindLimit      Kind = "limit"
	KindQuestion   Kind = "question"
	KindReference  Kind = "reference"
	KindAnnotation Kind = "annotation"
	// KindSection is no record, but sections have handles too.
	KindSection Kind = "section"
)

// Kinds lists the kinds of records in the order in which panes and exports
// show them.
var Kinds = []Kind{KindQuestion, KindEvent, KindActor, KindLimit, KindReference, KindAnnotation}

var letters = map[Kind]string{
	KindEvent: "e", KindActor: "a", KindLimit: "l", KindQuestion: "q",
	KindReference: "r", KindAnnotation: "n", KindSection: "s",
}

// Kind reads the kind off a handle's first letter; "" if it has none.
func (h Handle) Kind() Kind {
	letter, _, ok := strings.Cut(string(h), "-")
	if ok {
		for kind, l := range letters {
			if l == letter {
				return kind
			}
		}
	}
	return ""
}

// handleWords is how many words of a text go into a handle.
const handleWords = 3

// NewHandle makes a handle from the words of a text, with a number behind it
// if taken says that it was used before. A text without usable words gets four
// random letters and digits.
func NewHandle(kind Kind, words string, taken func(Handle) bool) Handle {
	name := Slug(words, handleWords)
	if name == "" {
		return randomHandle(kind, taken)
	}
	first := Handle(letters[kind] + "-" + name)
	if !taken(first) {
		return first
	}
	numbered := func(n int) Handle { return first + "-" + Handle(strconv.Itoa(n)) }
	return numbered(free(func(n int) bool { return taken(numbered(n)) }))
}

// free returns a number from 2 on that is not taken, the smallest if there are
// no gaps, in a number of questions that grows with its logarithm: a document
// may say the same thing ten thousand times.
func free(taken func(int) bool) int {
	low, high := 1, 2 // low is taken, or below all numbers
	for taken(high) {
		low, high = high, high*2
	}
	for high-low > 1 {
		if middle := (low + high) / 2; taken(middle) {
			low = middle
		} else {
			high = middle
		}
	}
	return high
}

// Namer gives out the handles that NewHandle would, none twice, and takes no
// longer for the ten-thousandth of one name than for the first: a document may
// be hostile. The zero value is not ready; make one with Namer{}.
type Namer map[Handle]int

// Next returns a new handle. The words must give a name (see Slug).
func (n Namer) Next(kind Kind, words string) Handle {
	first := NewHandle(kind, words, func(Handle) bool { return false })
	handle := first
	for {
		if _, taken := n[handle]; !taken {
			break
		}
		n[first]++
		handle = first + "-" + Handle(strconv.Itoa(n[first]))
	}
	n[handle] = 1
	return handle
}

func randomHandle(kind Kind, taken func(Handle) bool) Handle {
	for {
		handle := Handle(letters[kind] + "-" + strings.ToLower(rand.Text()[:4]))
		if !taken(handle) {
			return handle
		}
	}
}

// slugSkips are words that tell nothing in a slug of few words.
var slugSkips = map[string]bool{
	"a": true, "an": true, "the": true, "of": true, "in": true, "on": true, "to": true, "and": true,
	"for": true, "is": true, "are": true, "what": true, "has": true, "have": true, "by": true, "with": true,
}

// Slug folds a text to at most max words of ASCII letters and digits joined by
// hyphens, leaving out articles and the like. Diacritics are dropped ("Akıncı"
// gives "akinci"), as are the marks of a genitive and of an abbreviation ("the
// U.S. Army's" gives "us-army"); other scripts keep their letters.
func Slug(text string, max int) string {
	var words []string
	for run := range strings.FieldsFuncSeq(Fold(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '.'
	}) {
		for _, word := range wordsOf(run) {
			if len(words) == max {
				return strings.Join(words, "-")
			}
			if word != "" && !slugSkips[word] {
				words = append(words, word)
			}
		}
	}
	return strings.Join(words, "-")
}

// wordsOf parts what stands without a blank: "army's" is one word, "u.s." one,
// "crs.gov" two.
func wordsOf(run string) []string {
	run = strings.ReplaceAll(strings.TrimSuffix(strings.Trim(run, "'."), "'s"), "'", "")
	parts := strings.Split(run, ".")
	for _, p := range parts {
		if letter, size := utf8.DecodeRuneInString(p); size != len(p) || !unicode.IsLetter(letter) {
			return parts
		}
	}
	return []string{strings.Join(parts, "")}
}

// undotted are letters that decomposition leaves whole though readers type
// them without their mark.
var undotted = strings.NewReplacer("ı", "i", "ø", "o", "ł", "l", "đ", "d", "ß", "ss", "æ", "ae", "œ", "oe",
	"’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "‑", "-", "\u00a0", " ", "\u202f", " ")

// Fold brings a text to the form in which names and searches are compared:
// lower case, without diacritics, with plain quotes, dashes and blanks.
func Fold(text string) string {
	lower := strings.ToLower(text)
	ascii := true
	for i := 0; i < len(lower); i++ {
		if lower[i] >= 0x80 {
			ascii = false
			break
		}
	}
	if ascii {
		return lower
	}
	decomposed := norm.NFD.String(undotted.Replace(lower))
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, decomposed)
}

// Named is a record of any briefing, by its names.
type Named struct {
	Briefing string // id
	Handle   Handle
}
