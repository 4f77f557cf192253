package plaintext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// escape writes words so that CommonMark reads them as they stand. Addresses
// become links to themselves.
func escape(b *strings.Builder, s string) {
	start := 0
	for i := 0; i < len(s); i++ {
		if !marks[s[i]] {
			continue
		}
		if s[i] == ':' || s[i] == 'w' || s[i] == 'W' {
			from, to := urlAt(s, i, start)
			if to > 0 {
				escapeWords(b, s[start:from])
				writeURL(b, s[from:to])
				start, i = to, to-1
			}
		}
	}
	escapeWords(b, s[start:])
}

// marks are the bytes at which an address may be noticed.
var marks = [256]bool{':': true, 'w': true, 'W': true}

// urlAt returns the address that the byte at i belongs to, if it is the colon
// of "https:" or the first letter of "www."; to is 0 otherwise.
func urlAt(s string, i, least int) (from, to int) {
	switch {
	case s[i] == ':' && strings.HasPrefix(s[i:], "://"):
		for _, scheme := range []string{"https", "http", "ftp"} {
			at := i - len(scheme)
			if at >= least && strings.EqualFold(s[at:i], scheme) && (at == 0 || !wordByte(s[at-1])) {
				return at, urlEnd(s, at, i+3)
			}
		}
	case s[i] != ':' && len(s) > i+4 && strings.EqualFold(s[i:i+4], "www.") && (i == least || !wordByte(s[i-1])):
		if end := urlEnd(s, i, i+4); strings.Contains(s[i+4:max(end, i+4)], ".") {
			return i, end
		}
	}
	return 0, 0
}

func wordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf || c == '_' || c == '-'
}

// urlEnd finds the end of an address: a blank, a bracket or quotation mark, or
// the punctuation of the sentence that it ends; 0 if nothing stands behind the
// scheme.
func urlEnd(s string, from, host int) int {
	end := host
	depth := 0
scan:
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		switch {
		case unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune("<>\"“”«»|\\^`{}", r) || r == utf8.RuneError:
			break scan
		case r == '(':
			depth++
		case r == ')':
			if depth--; depth < 0 {
				break scan
			}
		}
		end += size
	}
	for end > host {
		r, size := utf8.DecodeLastRuneInString(s[from:end])
		if !strings.ContainsRune(".,;:!?'’*_~]…", r) {
			break
		}
		end -= size
	}
	if end == host {
		return 0
	}
	return end
}

// writeURL writes an address as a link whose words are the address.
func writeURL(b *strings.Builder, url string) {
	if strings.Contains(url, "://") {
		b.WriteByte('<')
		b.WriteString(url)
		b.WriteByte('>')
		return
	}
	b.WriteByte('[')
	escapeWords(b, url)
	b.WriteString("](<http://")
	for i := 0; i < len(url); i++ {
		if strings.IndexByte(`\<>&`, url[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(url[i])
	}
	b.WriteString(">)")
}

// special are the characters that mean something to CommonMark or one of the
// extensions anywhere in a line.
var special = [256]bool{
	'\\': true, '`': true, '*': true, '_': true, '[': true, ']': true, '<': true, '>': true,
	'&': true, '~': true, '|': true, '!': true, '#': true,
}

func escapeWords(b *strings.Builder, s string) {
	start := 0
	for i := 0; i < len(s); i++ {
		if special[s[i]] {
			b.WriteString(s[start:i])
			b.WriteByte('\\')
			start = i
		}
	}
	b.WriteString(s[start:])
}

// escapeStart writes the marks that would begin a list, a rule or an underline
// at the start of a line so that they do not, and returns the rest.
func escapeStart(b *strings.Builder, s string) string {
	if s == "" {
		return s
	}
	switch c := s[0]; {
	case c == '-' || c == '+' || c == '=':
		b.WriteByte('\\')
		b.WriteByte(c)
		return s[1:]
	case c >= '0' && c <= '9':
		end := 0
		for end < len(s) && s[end] >= '0' && s[end] <= '9' {
			end++
		}
		if end < len(s) && (s[end] == '.' || s[end] == ')') {
			b.WriteString(s[:end])
			b.WriteByte('\\')
			b.WriteByte(s[end])
			return s[end+1:]
		}
	}
	return s
}
