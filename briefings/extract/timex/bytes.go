package timex

import "strings"

// What a byte may begin. Letters beyond ASCII count as letters; the few marks
// of punctuation among them are told by wide.
const (
	other = iota
	blank
	letter
	digit
)

var kinds = func() (k [256]byte) {
	for c := range k {
		switch {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			k[c] = blank
		case '0' <= c && c <= '9':
			k[c] = digit
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
			k[c] = letter
		}
	}
	return k
}()

// wide tells what a character beyond ASCII is. General punctuation (U+2000 to
// U+206F) and the marks of Latin-1 are no letters.
func wide(text string, i int) byte {
	switch {
	case strings.HasPrefix(text[i:], "\u00a0") || strings.HasPrefix(text[i:], "\u202f") || strings.HasPrefix(text[i:], "\u2009"):
		return blank
	case text[i] == 0xe2 && i+1 < len(text) && (text[i+1] == 0x80 || text[i+1] == 0x81):
		return other
	case text[i] == 0xc2:
		return other
	}
	return letter
}

func blankWidth(text string, i int) int {
	switch text[i] {
	case 0xc2:
		return 2
	case 0xe2:
		return 3
	}
	return 1
}

func markWidth(text string, i int) int {
	switch {
	case text[i] < 0xc2:
		return 1
	case text[i] < 0xe0:
		return min(2, len(text)-i)
	case text[i] < 0xf0:
		return min(3, len(text)-i)
	}
	return min(4, len(text)-i)
}

func endOfWord(text string, i int) int {
	for i < len(text) {
		c := text[i]
		if kinds[c] == letter {
			i++
			continue
		}
		if c < 0xc2 || wide(text, i) != letter {
			break
		}
		for i++; i < len(text) && text[i]&0xc0 == 0x80; i++ {
		}
	}
	return i
}

func isUpper(text string, i int) bool {
	c := text[i]
	return 'A' <= c && c <= 'Z' || c == 0xc3 && i+1 < len(text) && text[i+1] < 0x9f
}

// address says whether a word begins an address of the web or of mail, and
// where that ends.
func address(text string, start, end int) (int, bool) {
	rest := text[end:]
	if !strings.HasPrefix(rest, "://") && !strings.EqualFold(text[start:end], "www") {
		return 0, false
	}
	if rest == "" || rest[0] != ':' && rest[0] != '.' {
		return 0, false
	}
	for end < len(text) && kinds[text[end]] != blank {
		end++
	}
	return end, true
}

// plainMark turns curly apostrophes and hyphens that do not break into the
// plain ones.
func plainMark(mark string) string {
	switch mark {
	case "’", "‘", "´":
		return "'"
	case "‐", "‑":
		return "-"
	}
	return mark
}
