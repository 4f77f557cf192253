package page

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folder makes letters equal that a reader searches for as one: without
// diacritics, with one kind of quote, dash and blank, and without case unless
// the query has a capital (smart case).
type folder struct {
	ascii [utf8.RuneSelf]byte
	runes map[rune]string // of what is seen often, filled as it is met
	cased bool
}

// foldedMax bounds the memory of what was folded before.
const foldedMax = 1 << 14

func newFolder(cased bool) *folder {
	f := &folder{runes: map[rune]string{}, cased: cased}
	for c := range f.ascii {
		f.ascii[c] = byte(c)
		switch {
		case c == '\n' || c == '\t':
			f.ascii[c] = ' '
		case !cased && c >= 'A' && c <= 'Z':
			f.ascii[c] = byte(c) + 'a' - 'A'
		}
	}
	return f
}

// append folds a text behind dst; same says that each byte stands for one
// code point of the text.
func (f *folder) append(dst []byte, text string) (folded []byte, same bool) {
	same = true
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			dst = append(dst, f.ascii[c])
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		dst = append(dst, f.fold(r)...)
		same = false
		i += size
	}
	return dst, same
}

// length returns how many bytes a character folds to.
func (f *folder) length(r rune) int {
	if r < utf8.RuneSelf {
		return 1
	}
	return len(f.fold(r))
}

func (f *folder) fold(r rune) string {
	s, ok := f.runes[r]
	if !ok {
		s = f.plain(r)
		if len(f.runes) < foldedMax {
			f.runes[r] = s
		}
	}
	return s
}

// plain folds one character that is not of ASCII.
func (f *folder) plain(r rune) string {
	if s, ok := likeASCII(r); ok {
		if !f.cased || unicode.IsLower(r) || !unicode.IsLetter(r) {
			return s
		}
		return upper(s)
	}
	var out []rune
	for _, part := range norm.NFD.String(string(r)) {
		switch {
		case unicode.Is(unicode.Mn, part):
		case f.cased:
			out = append(out, part)
		default:
			out = append(out, unicode.ToLower(part))
		}
	}
	return string(out)
}

// likeASCII gives the ASCII of characters that no decomposition leads to it.
func likeASCII(r rune) (string, bool) {
	switch r {
	case '‘', '’', '‚', '‛', '′', 'ʼ', '´', '`':
		return "'", true
	case '“', '”', '„', '‟', '″', '«', '»':
		return `"`, true
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return "-", true
	case '…':
		return "...", true
	case 'ı', 'İ':
		return "i", true
	case 'ø', 'Ø':
		return "o", true
	case 'đ', 'Đ', 'ð', 'Ð':
		return "d", true
	case 'ł', 'Ł':
		return "l", true
	case 'ħ', 'Ħ':
		return "h", true
	case 'ß', 'ẞ':
		return "ss", true
	case 'æ', 'Æ':
		return "ae", true
	case 'œ', 'Œ':
		return "oe", true
	case 'þ', 'Þ':
		return "th", true
	}
	if unicode.IsSpace(r) {
		return " ", true
	}
	return "", false
}

func upper(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'a' && c <= 'z' {
			b[i] = c - ('a' - 'A')
		}
	}
	return string(b)
}
