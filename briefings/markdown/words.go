package markdown

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dossier/briefings/commonmark"
)

// encode writes any string as inline Markdown on one line, from which decode
// gives back the same string: markup is escaped, and what Markdown would fold
// away (line breaks, blanks in a row or at an end) becomes a character reference.
func encode(s string) string {
	composed := norm.NFC.IsNormalString(s)
	var b strings.Builder
	last := utf8.RuneError // of the value, to see blanks in a row
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == ' ' && i > 0 && i+1 < len(s) && last != ' ' && s[i+1] != '^':
			b.WriteByte(' ')
		case unicode.IsSpace(r), unicode.IsControl(r), r == '\u2028', r == '\u2029', !composed && r >= utf8.RuneSelf:
			fmt.Fprintf(&b, "&#%d;", r)
		case i == 0 && r >= '0' && r <= '9' && opensBlock(s):
			fmt.Fprintf(&b, "&#%d;", r)
		case i == 0 && opensBlock(s), needsEscape(s, i, r):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
		last = r
		i += size
	}
	return b.String()
}

// needsEscape is markup without what only Pandoc and Obsidian read, but with
// every ampersand that could begin a reference.
func needsEscape(s string, i int, r rune) bool {
	switch r {
	case '$', '{', '}', '@', '%', '=', '#':
		return false
	}
	return markup(s, i, r)
}

// decode is the inverse of encode, and takes what a person wrote by hand.
func decode(s string) string { return commonmark.Unescape(s) }

// encodeList writes a list with commas between.
func encodeList(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = strings.ReplaceAll(encode(s), ",", "&#44;")
	}
	return strings.Join(out, ", ")
}

func decodeList(s string) []string {
	var out []string
	for part := range strings.SplitSeq(s, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, decode(part))
		}
	}
	return out
}

// codeSpan writes a date or the like as a code span if it can, which keeps "~"
// and "_" from being read as markup.
func codeSpan(s string) string {
	if s == "" || strings.ContainsAny(s, "`\n\t ") || !norm.NFC.IsNormalString(s) || strings.ContainsFunc(s, unicode.IsControl) {
		return encode(s)
	}
	return "`" + s + "`"
}

func readCodeSpan(s string) string {
	if n := len(s); n > 2 && s[0] == '`' && s[n-1] == '`' && !strings.Contains(s[1:n-1], "`") {
		return s[1 : n-1]
	}
	return decode(s)
}

// link writes a URL as an autolink if it is one.
func link(s string) string {
	if isURL(s) && !strings.ContainsFunc(s, func(r rune) bool {
		return r <= ' ' || r == '<' || r == '>' || unicode.IsSpace(r) || unicode.IsControl(r)
	}) && norm.NFC.IsNormalString(s) {
		return "<" + s + ">"
	}
	return encode(s)
}

func readLink(s string) string {
	if n := len(s); n > 2 && s[0] == '<' && s[n-1] == '>' {
		return s[1 : n-1]
	}
	return decode(s)
}
