// Package clean turns foreign text into text that is safe to store and to
// show. Everything that a document, a file name, a URL or an error brings along
// passes through here before a terminal sees it.
//
// There are two doors. Canonical is the door into the library: it replaces what
// has no place in a text and counts it. Of is the door onto the screen: it
// makes visible what a reader could not see.
package clean

import (
	"strings"
	"unicode/utf8"
)

// Text is a string that a terminal may print: no control character, no bidi
// override, nothing invisible. It is the only string type that the screen
// takes, and only Of and Lines make one.
type Text struct{ s string }

// String returns the text.
func (t Text) String() string { return t.s }

// Canonical makes received text fit for the canonical form: invalid UTF-8, C0
// but for newline and tab, DEL, C1, U+2028 and U+2029, and the private use area
// become U+FFFD. CR and CRLF become newline, and a byte order mark at the start
// goes, neither counted. It returns how many characters were replaced.
func Canonical(s string) (string, int) {
	s = strings.TrimPrefix(s, "\ufeff")
	if !needsCanonical(s) {
		return s, 0
	}
	var b strings.Builder
	b.Grow(len(s))
	replaced := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '\r':
			if i+1 >= len(s) || s[i+1] != '\n' {
				b.WriteByte('\n')
			}
		case r == utf8.RuneError && size == 1, forbidden(r):
			b.WriteRune(utf8.RuneError)
			replaced++
		default:
			b.WriteString(s[i : i+size])
		}
		i += size
	}
	return b.String(), replaced
}

func needsCanonical(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < 0x20 && c != '\n' && c != '\t' || c >= 0x7f {
			return true
		}
	}
	return false
}

// forbidden says whether a character has no place in a canonical text.
func forbidden(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < 0x20, r >= 0x7f && r < 0xa0:
		return true
	case r == 0x2028 || r == 0x2029:
		return true
	case r >= 0xe000 && r <= 0xf8ff, r >= 0xf0000:
		return true
	}
	return false
}

// Of makes one line fit for the screen: newlines and tabs become blanks, every
// other control character U+FFFD, and characters that reorder or hide text
// become chips such as ‹RLO›.
func Of(s string) Text {
	if plain(s) {
		return Text{s}
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	for p := range Pieces(s) {
		b.WriteString(p.Shown.s)
	}
	return Text{b.String()}
}

// Lines makes a text of several lines fit for the screen, line by line.
func Lines(s string) []Text {
	lines := strings.Split(s, "\n")
	out := make([]Text, len(lines))
	for i, line := range lines {
		out[i] = Of(strings.TrimSuffix(line, "\r"))
	}
	return out
}

func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 0x20 || s[i] >= 0x7f {
			return false
		}
	}
	return true
}
