package extract

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordID numbers the words of a cue table.
type wordID uint16

const (
	unknownID   wordID = iota // a word that no cue has
	numberID                  // digits
	nameID                    // a word that no cue has, with a capital
	firstWordID               // the first word of the vocabulary
)

// word is a word of a sentence in bytes of the text it was read from.
type word struct {
	Span
	id    wordID
	after punctuation // the mark that it comes after
}

// punctuation says how strongly a word is parted from the one before it.
type punctuation uint8

const (
	breakNone punctuation = iota
	breakComma
	breakStrong // ; : — ( )
)

// read appends the words of a span of text to out. "Cannot" and "won't" are
// two words; hyphens part words; a possessive ending is left out.
func (t *cueTable) read(text string, span Span, out []word) []word {
	after := breakNone
	for i := span.Start; i < span.End; {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if !isWordRune(r) {
			after = max(after, punctuationOf(r))
			i += size
			continue
		}
		end := wordEnd(text, i, span.End)
		out = t.appendWord(text, Span{i, end}, after, out)
		after = breakNone
		i = end
	}
	return out
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return asciiWord[r]
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

func punctuationOf(r rune) punctuation {
	switch r {
	case ',', '–':
		return breakComma
	case ';', ':', '—', '(', ')', '?', '!':
		return breakStrong
	}
	return breakNone
}

// wordEnd returns the end of the word at i: letters, digits, and apostrophes,
// stops and commas that stand between two of them.
func wordEnd(text string, i, end int) int {
	for i < end {
		if c := text[i]; c < utf8.RuneSelf && asciiWord[c] {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:end])
		if !isWordRune(r) && !joins(r, text[i+size:end]) {
			return i
		}
		i += size
	}
	return i
}

// joins says whether a mark stands inside a word, given what follows it: the
// stop of "U.S", the apostrophe of "don't", the comma of "1,550".
func joins(r rune, rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	switch r {
	case '\'', '’', '.':
		return isWordRune(next)
	case ',':
		return next >= '0' && next <= '9'
	}
	return false
}

// asciiWord tells the letters and digits of ASCII.
var asciiWord = func() (table [utf8.RuneSelf]bool) {
	for c := range table {
		table[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
	}
	return table
}()

// splitWords are words written as one that are two.
var splitWords = map[string][2]string{
	"cannot": {"can", "not"}, "can't": {"can", "not"}, "won't": {"will", "not"}, "shan't": {"shall", "not"},
}

func (t *cueTable) appendWord(text string, span Span, after punctuation, out []word) []word {
	var buffer [32]byte
	folded := foldWord(text[span.Start:span.End], buffer[:0])
	if folded == nil {
		return append(out, word{span, unknownID, after})
	}
	if folded[0] == 'c' && string(folded) == "cannot" || bytes.IndexByte(folded, '\'') > 0 {
		behind := Span{span.End, span.End} // where the second word is said to stand
		if pair, ok := splitWords[string(folded)]; ok {
			return append(out, word{span, t.vocabulary[pair[0]], after}, word{behind, t.vocabulary[pair[1]], breakNone})
		}
		if verb, ok := bytes.CutSuffix(folded, []byte("n't")); ok {
			return append(out, word{span, t.vocabulary[string(verb)], after}, word{behind, t.vocabulary["not"], breakNone})
		}
		folded = bytes.TrimSuffix(folded, []byte("'s"))
	}
	id := t.vocabulary[string(folded)]
	if id == unknownID {
		switch first, _ := utf8.DecodeRuneInString(text[span.Start:span.End]); {
		case isDigit(folded[0]):
			id = numberID
		case unicode.IsUpper(first):
			id = nameID
		}
	}
	return append(out, word{span, id, after})
}

// foldWord writes a word in lower case with plain apostrophes into buffer; nil
// if it does not fit, since no cue word is that long.
func foldWord(s string, buffer []byte) []byte {
	if len(s) > cap(buffer) {
		return nil
	}
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			buffer = append(buffer, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if r == '’' {
			r = '\''
		}
		if len(buffer)+utf8.UTFMax > cap(buffer) {
			return nil
		}
		buffer = utf8.AppendRune(buffer, unicode.ToLower(r))
	}
	return buffer
}

// shortestCut is how long a word is at least whose endings are cut for its stem:
// shorter ones differ by their last letters ("the", "they").
const shortestCut = 5

// eachStem calls use with the stem of every word: folded, without endings, "#"
// for a number. What it is called with is only good until it returns.
func eachStem(text string, words []word, use func(stem []byte)) {
	var buffer [32]byte
	for _, w := range words {
		folded := bytes.TrimSuffix(foldWord(text[w.Start:w.End], buffer[:0]), []byte("'s"))
		switch {
		case len(folded) == 0: // too long, or the second half of a word written as one
		case isDigit(folded[0]):
			use(append(buffer[:0], '#'))
		case len(folded) < shortestCut:
			use(folded)
		default:
			use(folded[:len(cutEndings(string(folded)))])
		}
	}
}

// between returns the text from word from up to word to, exclusive.
func between(text string, words []word, from, to int) string {
	if from >= to || to > len(words) {
		return ""
	}
	return strings.TrimSpace(text[words[from].Start:words[to-1].End])
}
