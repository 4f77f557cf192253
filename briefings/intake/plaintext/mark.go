package plaintext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// listMark returns the length of the bullet that opens a line with the blanks
// after it, 0 if there is none.
func listMark(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune("-*+•▪◦‣·–—●○■□➢►✓o", r) || len(s) == size {
		return 0
	}
	rest := strings.TrimLeft(s[size:], " \t\u00a0")
	blanks := len(s) - size - len(rest)
	if rest == "" || blanks == 0 && strings.ContainsRune("-*+–—·", r) {
		return 0
	}
	if r == 'o' && s[size] != '\t' && blanks < 2 { // as typewriters and word processors have it
		return 0
	}
	return size + blanks
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// numbering is the number that opens a line.
type numbering struct {
	style numberStyle
	depth int // how many numbers: 2 for "3.1"
	value int // the last number
	size  int // bytes of the number with the blanks after it
}

// numberStyle tells kinds of numbers apart: "1." from "(a)".
type numberStyle uint8

const (
	noNumber      numberStyle = iota
	arabic                    // 1. 1) 1.2
	parenthesized             // (1) (a)
	roman                     // IV.
	letter                    // A. a)
	named                     // Chapter 3, Part II, Annex A
)

var partNames = words("chapter section part annex appendix article step phase")

// number reads the number that opens a line: "1. ", "2.3 ", "IV. ", "A. ",
// "(2) ", "Part 3".
func number(s string) numbering {
	if s == "" {
		return numbering{}
	}
	switch c := s[0]; {
	case c >= '0' && c <= '9':
		return arabicNumber(s)
	case c == '(':
		return bracketed(s)
	case c >= 'A' && c <= 'Z' || c == 'a' || c == 'i':
		if n := lettered(s); n.style != noNumber {
			return n
		}
		return partNumber(s)
	}
	return numbering{}
}

func arabicNumber(s string) numbering {
	n := numbering{style: arabic}
	at := 0
	for at < len(s) {
		start, value := at, 0
		for at < len(s) && at-start < 3 && s[at] >= '0' && s[at] <= '9' {
			value = value*10 + int(s[at]-'0')
			at++
		}
		if at == start {
			break
		}
		n.depth, n.value = n.depth+1, value
		if at < len(s) && s[at] == '.' {
			at++
			continue
		}
		break
	}
	marked := s[at-1] == '.' || n.depth > 1
	if at < len(s) && s[at] == ')' {
		at, marked = at+1, true
	}
	n.size = at + blanksAt(s[at:])
	if !marked || n.size == at || n.size == len(s) {
		return numbering{}
	}
	return n
}

func blanksAt(s string) int { return len(s) - len(strings.TrimLeft(s, " \t\u00a0")) }

func bracketed(s string) numbering {
	end := strings.IndexByte(s, ')')
	if end < 2 || end > 5 {
		return numbering{}
	}
	size := end + 1 + blanksAt(s[end+1:])
	if size == end+1 || size == len(s) {
		return numbering{}
	}
	inner := s[1:end]
	if value, ok := leadingNumber(inner); ok {
		return numbering{style: parenthesized, depth: 1, value: value, size: size}
	}
	if len(inner) == 1 && inner[0] >= 'a' && inner[0] <= 'z' {
		return numbering{style: parenthesized, depth: 1, value: int(inner[0]-'a') + 1, size: size}
	}
	if value := romanValue(strings.ToUpper(inner)); value > 0 {
		return numbering{style: parenthesized, depth: 1, value: value, size: size}
	}
	return numbering{}
}

// lettered reads "A. ", "a) ", "IV. ".
func lettered(s string) numbering {
	end := 0
	for end < len(s) && end < 6 && (s[end] >= 'A' && s[end] <= 'Z' || s[end] >= 'a' && s[end] <= 'z') {
		end++
	}
	if end == 0 || end >= len(s) || s[end] != '.' && s[end] != ')' {
		return numbering{}
	}
	size := end + 1 + blanksAt(s[end+1:])
	if size == end+1 || size == len(s) {
		return numbering{}
	}
	if value := romanValue(s[:end]); value > 0 {
		return numbering{style: roman, depth: 1, value: value, size: size}
	}
	if end == 1 {
		return numbering{style: letter, depth: 1, value: int(s[0]|0x20-'a') + 1, size: size}
	}
	return numbering{}
}

// romanValue reads a Roman number in capitals up to 39; 0 if it is none. Single
// letters other than I, V and X are letters.
func romanValue(s string) int {
	values := map[byte]int{'I': 1, 'V': 5, 'X': 10}
	sum := 0
	for i := 0; i < len(s); i++ {
		v := values[s[i]]
		if v == 0 {
			return 0
		}
		if i+1 < len(s) && values[s[i+1]] > v {
			sum -= v
		} else {
			sum += v
		}
	}
	return sum
}

// partNumber reads "Chapter 3", "Part II: ".
func partNumber(s string) numbering {
	name, rest, ok := strings.Cut(s, " ")
	if !ok || len(name) > 10 || !partNames[strings.ToLower(name)] {
		return numbering{}
	}
	token, _, _ := strings.Cut(rest, " ")
	token = strings.TrimRight(token, ".:—–-")
	value, ok := leadingNumber(token)
	if !ok {
		if value = romanValue(token); value == 0 && len(token) == 1 && startsUpper(token) {
			value = int(token[0]-'A') + 1
		}
	}
	if value == 0 || len(token) > 5 {
		return numbering{}
	}
	return numbering{style: named, depth: 1, value: value}
}
