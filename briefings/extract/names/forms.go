package names

import (
	"unicode"
	"unicode/utf8"
)

// form is what is known of a word as it is written, once for each different
// one of a document.
type form struct {
	exact  uint64 // hash of the word as written
	lower  uint64 // hash of its lower case
	norm   uint64 // the same with every digit as 0
	shape  uint64 // hash of its shape: Xxxx, XXX, 99 (runs cut at four)
	short  uint64 // hash of its shape with runs cut at one
	prefix [4]uint64
	suffix [4]uint64
	affix  int // how many prefixes and suffixes there are
	class  Class
	low    int32 // index of its lower case in the document
	letter bool  // begins with a letter
	long   bool  // more than three bytes
	caps   bool  // nothing but capitals and marks
}

func newForm(word string, lex *Lexicon) form {
	f := form{exact: hashBytes(word), lower: hashLower(word), long: len(word) > 3, caps: isAbbreviation(word)}
	first, _ := utf8.DecodeRuneInString(word)
	f.letter = unicode.IsLetter(first)
	f.norm, f.shape, f.short = hashShapes(word)
	f.affixes(word)
	f.class = lex.classes[f.lower]
	return f
}

func hashShapes(word string) (norm, shape, short uint64) {
	norm, shape, short = hashSeed, hashSeed, hashSeed
	last, run := byte(0), 0
	for _, r := range word {
		c, n := byte('.'), r
		switch {
		case unicode.IsUpper(r):
			c, n = 'X', unicode.ToLower(r)
		case unicode.IsLower(r):
			c = 'x'
		case unicode.IsDigit(r):
			c, n = '9', '0'
		case unicode.IsLetter(r):
			c = 'o'
		case r < utf8.RuneSelf:
			c = byte(r)
		}
		norm = hashRune(norm, n)
		if c != last {
			short = (short ^ uint64(c)) * hashPrime
			run = 0
		}
		if run++; run <= 4 {
			shape = (shape ^ uint64(c)) * hashPrime
		}
		last = c
	}
	return norm, shape, short
}

// affixes hashes the first and last one to four characters.
func (f *form) affixes(word string) {
	n := utf8.RuneCountInString(word)
	f.affix = min(n-1, len(f.prefix))
	front, back := 0, len(word)
	for k := range f.affix {
		_, size := utf8.DecodeRuneInString(word[front:])
		front += size
		_, size = utf8.DecodeLastRuneInString(word[:back])
		back -= size
		f.prefix[k], f.suffix[k] = hashLower(word[:front]), hashLower(word[back:])
	}
}

// isCapital says whether a word begins with a capital letter, or has one right
// behind its first letter (xAI).
func isCapital(word string) bool {
	if c := word[0]; c < utf8.RuneSelf {
		return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' && len(word) > 1 && word[1] >= 'A' && word[1] <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}
