package page

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folder makes letters equal that a reader searches for as one: without case and
// diacritics, with one kind of quote, dash and blank. It is not safe for
// concurrent use.
type folder struct {
	runes   map[rune]foldedRune // what is seen often, filled as it is met
	scratch folded              // to fold into
}

type foldedRune struct {
	text    string
	capital bool
}

// foldedMax bounds the memory of what was folded before.
const foldedMax = 1 << 14

func newFolder() *folder { return &folder{runes: map[rune]foldedRune{}} }

// append folds a text behind what is folded already; same says that each byte
// stands for one code point of the text.
func (f *folder) append(to *folded, text string) (same bool) {
	same = true
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c >= 'A' && c <= 'Z':
			to.capitals.set(len(to.text), len(to.text)+1)
			c += 'a' - 'A'
		case c == '\n' || c == '\t':
			c = ' '
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(text[i:])
			as := f.fold(r)
			if as.capital {
				to.capitals.set(len(to.text), len(to.text)+len(as.text))
			}
			to.text = append(to.text, as.text...)
			same = false
			i += size
			continue
		}
		to.text = append(to.text, c)
		i++
	}
	return same
}

// length returns how many bytes a character folds to.
func (f *folder) length(r rune) int {
	if r < utf8.RuneSelf {
		return 1
	}
	return len(f.fold(r).text)
}

func (f *folder) fold(r rune) foldedRune {
	as, ok := f.runes[r]
	if !ok {
		as = foldedRune{plain(r), unicode.IsUpper(r)}
		if len(f.runes) < foldedMax {
			f.runes[r] = as
		}
	}
	return as
}

// plain folds one character that is not of ASCII.
func plain(r rune) string {
	if s, ok := likeASCII(r); ok {
		return s
	}
	var out []rune
	for _, part := range norm.NFD.String(string(r)) {
		if !unicode.Is(unicode.Mn, part) {
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
