package plaintext

import (
	"slices"
	"strings"
	"unicode"

	"dossier/briefings/givennames"
)

// bylineWords is how many words a line that names authors has at most.
const bylineWords = 14

// isByline says whether a line says who wrote the text.
func isByline(fields []string) bool {
	if len(fields) < 2 || len(fields) > bylineWords {
		return false
	}
	first := strings.ToLower(fields[0])
	return bylines[first] && namesOnly(fields[1:]) || byPerson(fields) || byTrade(fields) ||
		slices.ContainsFunc(fields[1:], func(f string) bool { return bylines[first+" "+strings.ToLower(strings.TrimRight(f, ":"))] })
}

// nameWords stand between names, or within one, in small letters.
var nameWords = map[string]bool{"and": true, "&": true, "in": true, "und": true, "et": true, "de": true, "la": true, "el": true, "van": true, "von": true, "bin": true}

// namesOnly says whether all words are written as in names.
func namesOnly(fields []string) bool {
	for _, f := range fields {
		if !startsUpper(f) && !nameWords[f] {
			return false
		}
	}
	return len(fields) > 0
}

// byPerson says whether "by" stands before a person's name within a line, as
// behind the name of the paper that had the text first.
func byPerson(fields []string) bool {
	at := len(fields) - 1
	for at > 0 && fields[at] != "by" {
		at--
	}
	return at > 0 && at+1 < len(fields) && personIn(fields[at+1:]) != ""
}

// byTrade says whether a line says what somebody does who wrote the text, who
// may be named before and whose paper may follow a comma.
func byTrade(fields []string) bool {
	for n, f := range fields {
		word, comma := strings.CutSuffix(f, ",")
		if (comma || n+1 == len(fields)) && namesOnly(fields[:n]) &&
			(writers[strings.ToLower(word)] || writers[strings.ToLower(fields[n-1]+" "+word)]) {
			return true
		}
	}
	return false
}

// stamped says whether a line says when the page was published.
func stamped(fields []string) bool {
	const stampWords = 14
	if len(fields) < 2 || len(fields) > stampWords || !slices.ContainsFunc(fields, isYear) {
		return false
	}
	first := strings.ToLower(strings.TrimRight(fields[0], ":"))
	return stamps[first] || stamps[first+" "+strings.ToLower(strings.TrimRight(fields[1], ":"))]
}

// isYear says whether a word is a year of four digits.
func isYear(word string) bool {
	word = strings.TrimRight(word, ",.;|")
	return len(word) == 4 && strings.Trim(word, "0123456789") == ""
}

// personWords is how many words the name of a person has at most.
const personWords = 4

// signed says whether a line stands under a "By" on a line of its own, and is
// written as names are.
func (d *detector) signed(b *block, i int) bool {
	last := d.skip(i-1, -1)
	return last >= 0 && bylines[strings.ToLower(d.blocks[last].text)] && namesOnly(strings.Fields(b.text))
}

// personIn returns the surname of the person that a line names and begins with,
// "" if there is none. What stands behind a comma or the like is what the person
// is, or another.
func personIn(fields []string) string {
	n := 0
	for n < len(fields) && n < personWords && startsUpper(fields[n]) {
		n++
		if strings.TrimRight(fields[n-1], ",;|") != fields[n-1] {
			break
		}
	}
	if n < 2 || n < len(fields) && n == personWords && startsUpper(fields[n]) {
		return ""
	}
	last := strings.Trim(fields[n-1], ",;|")
	whole := n == len(fields) || last != fields[n-1] || personEnds[fields[n]] || unicode.IsDigit(rune(fields[n][0]))
	if !whole || strings.ToUpper(last) == last || dateWords[strings.ToLower(fields[0])] {
		return ""
	}
	if honorifics[strings.ToLower(strings.TrimRight(fields[0], "."))] || givennames.Is(fields[0]) {
		return last
	}
	return ""
}

// personEnds stand behind a name in a line of names.
var personEnds = map[string]bool{"and": true, "&": true, "/": true, "|": true, "-": true, "–": true, "—": true, "•": true, "·": true, "in": true}
