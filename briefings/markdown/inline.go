package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/briefings"
)

// escapeText writes plain words as inline Markdown: whatever CommonMark, GFM,
// Pandoc or Obsidian would read as markup gets a backslash. It stays on one
// line; a line break becomes a blank.
func escapeText(s string) string {
	s = oneLine(s)
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if i == 0 && opensBlock(s) || markup(s, i, r) {
			if i == 0 && r >= '0' && r <= '9' {
				digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
				b.WriteString(s[:digits] + `\`)
				i = digits
				continue
			}
			b.WriteByte('\\')
		}
		b.WriteString(s[i : i+size])
		i += size
	}
	return b.String()
}

// markup says whether the character at i could be read as inline markup.
func markup(s string, i int, r rune) bool {
	switch r {
	case '\\', '`', '*', '[', ']', '<', '~', '^', '|', '$', '{', '}':
		return true
	case '_':
		return !wordBefore(s, i) || !wordAfter(s, i+1)
	case '@':
		return !wordBefore(s, i)
	case '#':
		return !wordBefore(s, i) && wordAfter(s, i+1)
	case '&':
		return i+1 < len(s) && (s[i+1] == '#' || asciiLetter(s[i+1]))
	case '=', '%':
		return i+1 < len(s) && rune(s[i+1]) == r // ==mark== and %%comment%% of Obsidian
	case '!':
		return i+1 < len(s) && s[i+1] == '['
	}
	return false
}

// opensBlock says whether a line of inline source would open a block.
func opensBlock(s string) bool {
	if s == "" {
		return false
	}
	switch c := s[0]; {
	case strings.IndexByte(">|=<~`", c) >= 0:
		return true
	case c == '#' || c == '-' || c == '+' || c == '*' || c == ':' || c == '%':
		rest := strings.TrimLeft(s, string(c))
		return rest == "" || rest[0] == ' ' || rest[0] == '\t' || c == '-' || c == ':' || c == '%'
	case c >= '0' && c <= '9':
		rest := strings.TrimLeft(s, "0123456789")
		return len(rest) > 0 && (rest[0] == '.' || rest[0] == ')') && (len(rest) == 1 || rest[1] == ' ')
	case c == '[':
		return true
	}
	return false
}

func wordBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func wordAfter(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func asciiLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// oneLine folds every run of blanks, line breaks included, to one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// inlineSafe takes inline Markdown that an analyst wrote and disarms what would
// reach beyond its place: raw HTML and comments, footnote marks, block ids, and
// "@" and "$" that Pandoc would read. Code spans, autolinks, bare addresses and
// citations of known references stay as they are.
func inlineSafe(s string, cites func(briefings.Handle) bool) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		n := verbatim(s, i)
		if n == 0 {
			r, size := utf8.DecodeRuneInString(s[i:])
			if reaches(s, i, r, cites) {
				b.WriteByte('\\')
			}
			n = size
		}
		b.WriteString(s[i : i+n])
		i += n
	}
	return b.String()
}

// verbatim returns the length of what stands at i and must be copied as it is.
func verbatim(s string, i int) int {
	switch c := s[i]; {
	case c == '\\' && i+1 < len(s) && s[i+1] < utf8.RuneSelf:
		return 2
	case c == '`':
		ticks := len(s[i:]) - len(strings.TrimLeft(s[i:], "`"))
		if end := closing(s[i+ticks:], ticks); end > 0 {
			return ticks + end
		}
		return ticks
	case c == '<':
		return autolink(s[i:])
	case c == 'h' && !wordBefore(s, i) && (strings.HasPrefix(s[i:], "https://") || strings.HasPrefix(s[i:], "http://")):
		if end := strings.IndexFunc(s[i:], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("<>()[]`^", r) }); end >= 0 {
			return end
		}
		return len(s) - i
	}
	return 0
}

// closing finds the end of a run of exactly n backticks; 0 if there is none.
func closing(s string, n int) int {
	for at := 0; at < len(s); {
		start := strings.IndexByte(s[at:], '`')
		if start < 0 {
			return 0
		}
		start += at
		end := start
		for end < len(s) && s[end] == '`' {
			end++
		}
		if end-start == n {
			return end
		}
		at = end
	}
	return 0
}

// autolink returns the length of an autolink at the start of s, 0 if there is
// none.
func autolink(s string) int {
	end := strings.IndexAny(s[1:], "<> \t\n")
	if end < 0 || s[1+end] != '>' {
		return 0
	}
	inside := s[1 : 1+end]
	for _, scheme := range []string{"http://", "https://", "mailto:", "doi:"} {
		if strings.HasPrefix(inside, scheme) {
			return end + 2
		}
	}
	return 0
}

func reaches(s string, i int, r rune, cites func(briefings.Handle) bool) bool {
	switch r {
	case '<':
		return i+1 < len(s) && (asciiLetter(s[i+1]) || strings.IndexByte("/!?", s[i+1]) >= 0)
	case '^', '$':
		return true
	case '@':
		return !wordBefore(s, i) && !cites(citeKey(s[i+1:]))
	case '%':
		return i+1 < len(s) && s[i+1] == '%'
	}
	return false
}

// citeKey reads the cite key at the start of s.
func citeKey(s string) briefings.Handle {
	end := 0
	for end < len(s) && (asciiLetter(s[end]) || s[end] >= '0' && s[end] <= '9' || s[end] == '-') {
		end++
	}
	return briefings.Handle(strings.TrimRight(s[:end], "-"))
}
