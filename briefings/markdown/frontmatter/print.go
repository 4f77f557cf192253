package frontmatter

import (
	"fmt"
	"strings"
	"unicode"
)

// Print writes entries as a mapping between "---" lines. An entry with Raw is
// written as it was found.
func Print(entries []Entry) string {
	var b strings.Builder
	b.WriteString("---\n")
	for _, e := range entries {
		for _, lines := range []string{e.Above, e.lines()} {
			if b.WriteString(lines); lines != "" && !strings.HasSuffix(lines, "\n") {
				b.WriteByte('\n')
			}
		}
	}
	b.WriteString("---\n")
	return b.String()
}

// lines writes a key with its value.
func (e Entry) lines() string {
	switch {
	case e.Raw != "" || e.Key == "":
		return e.Raw
	case !e.List:
		return key(e.Key) + ": " + Scalar(e.Value()) + "\n"
	case len(e.Values) == 0:
		return key(e.Key) + ": []\n"
	}
	var b strings.Builder
	b.WriteString(key(e.Key) + ":\n")
	for _, v := range e.Values {
		b.WriteString("  - " + Scalar(v) + "\n")
	}
	return b.String()
}

func key(s string) string {
	if plainKey(s) {
		return s
	}
	return Quote(s)
}

func plainKey(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; !letter(c) && (i == 0 || c != '-' && c != '_' && !digit(c)) {
			return false
		}
	}
	return s != "" && !words[strings.ToLower(s)]
}

// Scalar writes a value plain if no reader of YAML can take it for anything but
// that word or that small number, and double-quoted otherwise.
func Scalar(s string) string {
	if s == "" || len(s) > 64 || words[strings.ToLower(s)] {
		return Quote(s)
	}
	digits, others := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case digit(c):
			digits++
		case letter(c):
			others++
		case c == '-' && i > 0 && i < len(s)-1:
		default:
			return Quote(s)
		}
	}
	switch {
	case digits == len(s) && len(s) <= 3 && (s[0] != '0' || len(s) == 1):
		return s
	case letter(s[0]) && others > 0, len(s) == 26 && others > 3:
		return s // a word; a ULID
	}
	return Quote(s)
}

// words are those that YAML 1.1 or 1.2 reads as something else.
var words = map[string]bool{
	"true": true, "false": true, "yes": true, "no": true, "on": true, "off": true,
	"y": true, "n": true, "null": true, "nan": true, "inf": true,
}

func digit(c byte) bool  { return c >= '0' && c <= '9' }
func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// Quote writes a value double-quoted (YAML 1.2, section 7.3.1) on one line.
func Quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 0x20 || r >= 0x7f && r < 0xa0:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r == 0x2028 || r == 0x2029 || r == 0xfffe || r == 0xffff || unicode.Is(unicode.Cf, r) && r <= 0xffff:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
