package plaintext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stop says how a line ends.
type stop uint8

const (
	noStop stop = iota
	fullStop
	colonStop
	questionMark
	exclamation
	ellipsis
	openEnd // comma, semicolon, dash
)

// stopOf reads the punctuation at the end of a line behind which only closing
// quotes and brackets or a footnote mark may stand.
func stopOf(s string) stop {
	s = withoutNote(withoutAttributes(s))
	for {
		r, size := utf8.DecodeLastRuneInString(s)
		switch r {
		case ')', ']', '"', '\'', '”', '’', '»':
			s = s[:len(s)-size]
			continue
		case '.', '。':
			if strings.HasSuffix(s, "...") {
				return ellipsis
			}
			return fullStop
		case ':':
			return colonStop
		case '?', '？':
			return questionMark
		case '!':
			return exclamation
		case '…':
			return ellipsis
		case ',', ';', '–', '—', '&':
			return openEnd
		case '-':
			if endsInHyphen(s) {
				return openEnd
			}
		}
		return noStop
	}
}

// withoutAttributes takes template marks in braces away that site generators
// leave at the end of a line: "Contact {#contact}".
func withoutAttributes(s string) string {
	for {
		s = strings.TrimRight(s, " \t")
		if !strings.HasSuffix(s, "}") {
			return s
		}
		at := strings.LastIndexByte(s, '{')
		for at > 0 && s[at-1] == '{' {
			at--
		}
		if at < 1 {
			return s
		}
		s = s[:at]
	}
}

// withoutNote takes footnote numbers behind a stop away: "text.12", "text.[3]".
func withoutNote(s string) string {
	for n := len(s); n > 0 && s[n-1] == ']'; n = len(s) {
		at := strings.LastIndexByte(s, '[')
		if at < 1 || strings.Trim(s[at+1:n-1], "0123456789") != "" {
			return s
		}
		s = s[:at]
	}
	end := len(s)
	for end > 0 && len(s)-end < 3 && s[end-1] >= '0' && s[end-1] <= '9' {
		end--
	}
	if end > 1 && end < len(s) && (s[end-1] == '.' || s[end-1] == '?') && (s[end-2] > '9' || s[end-2] < '0') {
		return s[:end]
	}
	return s
}

// letterCase says how a line is written.
type letterCase uint8

const (
	noLetters letterCase = iota
	lowerCase            // begins with a small letter
	sentenceCase
	titleCase
	upperCase
)

// caseOf tells the cases apart. Title case is three quarters of the words that
// count beginning with a capital.
func caseOf(s string) letterCase { return caseOfWords(strings.Fields(s)) }

func caseOfWords(fields []string) letterCase {
	letters, capitals, count, big, first := 0, 0, 0, 0, noLetters
	for i, word := range fields {
		word = strings.TrimLeft(word, "“\"'‘([*_")
		lead, _ := utf8.DecodeRuneInString(word)
		for _, r := range word {
			if unicode.IsLetter(r) {
				letters++
				if unicode.IsUpper(r) {
					capitals++
				}
			}
		}
		if !unicode.IsLetter(lead) {
			continue
		}
		if first == noLetters {
			first = lowerCase
			if !unicode.IsLower(lead) || strings.ContainsFunc(word, unicode.IsUpper) {
				first = sentenceCase // "iOS" too
			}
		}
		if i > 0 && len(word) <= 5 && smallWords[strings.ToLower(word)] {
			continue
		}
		count++
		if unicode.IsUpper(lead) {
			big++
		}
	}
	switch {
	case letters == 0:
		return noLetters
	case letters >= 3 && capitals == letters:
		return upperCase
	case first == lowerCase:
		return lowerCase
	case big*4 >= count*3:
		return titleCase
	}
	return sentenceCase
}

// shape is what a short line looks like, seen alone.
type shape struct {
	words  int
	stop   stop
	cased  letterCase
	number numbering
	owed   bool   // ends in a word that no heading ends with
	opener bool   // opens like a sentence
	label  string // the words before a colon within the line
	known  bool   // a heading of documents of every kind
	kind   lineKind
	inner  bool // a sentence ends within the line
}

// lineKind names lines that are short and yet no headings.
type lineKind uint8

const (
	plainLine lineKind = iota
	chromeLine
	captionLine // "Table 1. Title"
	sourceLine  // "Source: ..."
	bylineLine
	headLine   // "To: Director", of the head of a letter
	kickerLine // "MEMORANDUM": the sort of document, above its title
	dateLine
	addressLine // with a URL or an e-mail address
	codeLine
	numberLine // no letters to speak of
	bracketLine
	pictureLine // whose a picture is: "Photo courtesy of the yard"
	creditLine  // begins with a dash: "— A. Name"
	workLine    // an entry of a list of works: "Title, by A. Name"
	tableLine
)

func newShape(text string) shape {
	fields := strings.Fields(text)
	s := shape{words: len(fields), stop: stopOf(text), number: number(text)}
	if s.number.size > 0 {
		s.cased = caseOf(text[s.number.size:])
	} else {
		s.cased = caseOfWords(fields)
	}
	s.known = says(commonHeadings, text[s.number.size:]) && s.stop != openEnd
	last := strings.Trim(fields[len(fields)-1], `.,;:!"'”’()[]*_`)
	s.owed = len(fields) > 1 && (tailWords[last] || s.cased == upperCase && tailWords[strings.ToLower(last)])
	s.opener = !s.known && opens(fields)
	s.label = labelOf(text)
	s.inner = sentenceEndsWithin(text)
	s.kind = kindOf(text, fields, &s)
	return s
}

func opens(fields []string) bool {
	phrase := strings.ToLower(fields[0])
	for i := 1; i < len(fields) && i < 3; i++ {
		phrase += " " + strings.ToLower(fields[i])
		if openers[phrase] {
			return true
		}
	}
	return false
}

// paragraphShape is the shape of a paragraph, which is no heading: only
// whether it speaks of a figure counts.
func paragraphShape(text string) shape {
	word, rest, _ := strings.Cut(text, " ")
	s := shape{}
	if len(word) <= 12 && captionWords[strings.TrimRight(strings.ToLower(word), ".:s")] {
		s.kind = captionOf([]string{word, firstWord(rest)})
	}
	return s
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(strings.TrimLeft(s, " "), " ")
	return word
}

func labelOf(text string) string {
	at := strings.Index(text, ":")
	if at <= 0 || at > 40 || at+1 == len(text) {
		return ""
	}
	return strings.ToLower(text[:at])
}

// sentenceEndsWithin finds "word. Next" where the word is no abbreviation.
func sentenceEndsWithin(s string) bool {
	for i := 2; i+2 < len(s); i++ {
		if c := s[i]; c != '.' && c != '!' && c != '?' {
			continue
		}
		at := i + 1
		for at < len(s) && strings.IndexByte(`"')`, s[at]) >= 0 || strings.HasPrefix(s[at:], "”") {
			_, size := utf8.DecodeRuneInString(s[at:])
			at += size
		}
		if at+1 >= len(s) || s[at] != ' ' || !startsUpper(strings.TrimLeft(s[at+1:], "“\"'‘(")) {
			continue
		}
		word := s[strings.LastIndexAny(s[:i], " (“\"")+1 : i]
		if lower := strings.ToLower(word); len(word) >= 3 && !abbreviations[lower] && !partNames[lower] && !strings.Contains(word, ".") {
			return true
		}
	}
	return false
}

func kindOf(text string, fields []string, s *shape) lineKind {
	first, _ := utf8.DecodeRuneInString(text)
	lower := strings.ToLower(fields[0])
	switch {
	case chrome.has(text):
		return chromeLine
	case strings.ContainsAny(text, "\t|") || strings.Contains(text, "   "):
		return tableLine
	case codeLike(text):
		return codeLine
	case first == '(' && s.number.style == noNumber || first == '[':
		return bracketLine
	case strings.Contains(text, "://") || strings.HasPrefix(lower, "www.") || strings.Contains(text, " www.") || address(fields):
		return addressLine
	case isDate(text), stamped(fields):
		return dateLine
	case s.cased == noLetters:
		return numberLine
	case first == '—' || first == '–' || first == '~':
		return creditLine
	case isCredit(text, fields):
		return pictureLine
	case captionWords[strings.TrimRight(lower, ".:s")]:
		return captionOf(fields)
	case headLabels[s.label]:
		return headLine
	case says(kickers, text):
		return kickerLine
	case isByline(fields):
		return bylineLine
	case strings.Contains(text, ", by ") && startsUpper(text[strings.LastIndex(text, ", by ")+5:]), catalogued(fields):
		return workLine
	}
	return plainLine
}

// captionOf tells the title of a figure, which has a number, from a line about
// its source, which has a colon or a full stop.
func captionOf(fields []string) lineKind {
	if last := fields[0][len(fields[0])-1]; last == ':' || last == '.' && !strings.EqualFold(fields[0], "fig.") {
		return sourceLine
	}
	if len(fields) > 1 && fields[1] != "" {
		second := fields[1]
		switch {
		case second[0] >= '0' && second[0] <= '9', len(second) > 2 && second[1] == '-' && second[2] >= '0' && second[2] <= '9':
			return captionLine
		case strings.EqualFold(second, "credit:"), strings.EqualFold(second, "by"):
			return sourceLine
		}
	}
	return plainLine
}

// catalogued says whether a line names a work by its number: "Report R45408, ".
func catalogued(fields []string) bool {
	for _, f := range fields {
		code, comma := strings.CutSuffix(f, ",")
		digits := strings.TrimLeft(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-")
		if comma && len(digits) >= 3 && len(digits) < len(code) && strings.Trim(digits, "0123456789") == "" {
			return true
		}
	}
	return false
}

func address(fields []string) bool {
	for _, f := range fields {
		if at := strings.IndexByte(f, '@'); at > 0 && strings.Contains(f[at:], ".") {
			return true
		}
	}
	return false
}

// codeLike finds what prose does not have: comment marks, assignments, braces
// that do not match, statements that end in a semicolon.
func codeLike(s string) bool {
	if strings.HasPrefix(s, "/") || strings.Contains(s, " = ") || strings.Contains(s, "();") {
		return true
	}
	return strings.Count(s, "{") != strings.Count(s, "}") ||
		strings.ContainsAny(s, "<>\\`") && strings.ContainsAny(s, "=;/{")
}

// isDate says whether a line holds a date and nothing else but what goes with
// one: the hour, "Updated", a place before it, a number in brackets.
func isDate(s string) bool {
	if at := strings.LastIndexByte(s, '('); at > 0 && strings.HasSuffix(s, ")") {
		s = s[:at]
	}
	if place, rest, ok := strings.Cut(s, ", "); ok && isPlace(place) {
		s = rest
	}
	digits, known := false, false
	for _, f := range strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.'
	}) {
		f = strings.ToLower(strings.Trim(f, "."))
		switch {
		case f == "":
		case f[0] >= '0' && f[0] <= '9':
			if strings.Trim(f, "0123456789") != "" && !strings.HasSuffix(f, "th") && !strings.HasSuffix(f, "st") && !strings.HasSuffix(f, "nd") && !strings.HasSuffix(f, "rd") && !strings.HasSuffix(f, "m") {
				return false
			}
			digits = true
		case dateWords[f]:
			known = true
		default:
			return false
		}
	}
	return digits && (known || strings.Count(s, "-") == 2 || strings.Count(s, "/") == 2 || strings.Count(s, ".") == 2)
}

// placeWords is how many words the place before a date has at most.
const placeWords = 4

// isPlace says whether words may name the place that a dateline begins with.
func isPlace(s string) bool {
	fields := strings.Fields(s)
	for i, f := range fields {
		fields[i] = strings.TrimLeft(f, "(")
	}
	return len(fields) <= placeWords && namesOnly(fields)
}
