package extract

import (
	"unicode"
	"unicode/utf8"

	"dossier/briefings"
)

// split appends the sentences of a block's canonical text to out. Headings,
// table cells and lines of code are sentences of their own. It runs in linear
// time and allocates nothing but out.
func split(b *briefings.Block, out []Span) []Span {
	switch b.Kind {
	case briefings.Heading:
		return trimmed(b.Text, 0, len(b.Text), out)
	case briefings.Table, briefings.Code, briefings.HTML:
		return fields(b.Text, out)
	}
	if at := speechBehind(b.Text); at > 0 {
		return prose(b.Text, at, trimmed(b.Text, 0, at, out))
	}
	return prose(b.Text, 0, out)
}

// prose cuts running text at its stops, line breaks and inline bullets, from a
// byte on.
func prose(text string, start int, out []Span) []Span {
	for i := start; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			switch {
			case c == '\n':
				out = trimmed(text, start, i, out)
				start = i
			case c == '.' || c == '!' || c == '?':
				end, ends := stopAt(text, start, i)
				if ends {
					out = trimmed(text, start, end, out)
					start = end
				}
				i = end
				continue
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '…' || caselessStop(r):
			end, ends := stopAt(text, start, i)
			if ends {
				out = trimmed(text, start, end, out)
				start = end
			}
			i = end
			continue
		case isBullet(r) && i > start && text[i-1] == ' ':
			out = trimmed(text, start, i, out)
			start = i
		}
		i += size
	}
	return trimmed(text, start, len(text), out)
}

// stopAt looks at the stop at i of the sentence that began at start. It returns
// the end of the run of stops, closing marks and note numbers that begins
// there, and whether the sentence ends with it.
func stopAt(text string, start, i int) (end int, ends bool) {
	run := readStops(text, i)
	end = run.end
	if end == len(text) {
		return end, true
	}
	next, size := utf8.DecodeRuneInString(text[end:])
	if !unicode.IsSpace(next) {
		return end, run.caseless
	}
	opener := skipOpeners(text, end+size)
	first, _ := utf8.DecodeRuneInString(text[opener:])
	switch {
	case run.caseless:
		return end, true
	case unicode.IsLower(first):
		return end, false
	case run.ellipsis && i > start && text[i-1] == ' ':
		return end, false // words left out in the middle of a sentence
	case run.single && i+1 == end:
		return end, !abbreviates(text, start, i, opener)
	}
	return end, true
}

// stops is a run of stops and what belongs to them.
type stops struct {
	end      int
	single   bool // one full stop and nothing else of its kind
	ellipsis bool
	caseless bool // of a script that needs no blank behind a stop
}

func readStops(text string, i int) stops {
	s := stops{end: i}
	count, dots := 0, 0
	for s.end < len(text) {
		r, size := utf8.DecodeRuneInString(text[s.end:])
		switch {
		case r == '.':
			count, dots = count+1, dots+1
		case r == '!' || r == '?':
			count++
		case r == '…':
			count, s.ellipsis = count+1, true
		case caselessStop(r):
			count, s.caseless = count+1, true
		case isCloser(r):
		case r == '[':
			note := noteMark(text[s.end:])
			if note == 0 {
				return s.done(count, dots)
			}
			size = note
		default:
			return s.done(count, dots)
		}
		s.end += size
	}
	return s.done(count, dots)
}

func (s stops) done(count, dots int) stops {
	s.single = count == 1 && dots == 1
	s.ellipsis = s.ellipsis || dots == 3
	return s
}

// noteMark returns the length of a note number in brackets ("[12]", "[a]") that
// a text begins with, 0 if there is none.
func noteMark(text string) int {
	for i := 1; i < len(text) && i < 5; i++ {
		switch c := text[i]; {
		case c == ']' && i > 1:
			return i + 1
		case c < '0' || c > '9' && c < 'a' || c > 'z':
			return 0
		}
	}
	return 0
}

// skipOpeners returns the place behind opening quotes and brackets.
func skipOpeners(text string, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isOpener(r) {
			break
		}
		at += size
	}
	return at
}

func isOpener(r rune) bool {
	switch r {
	case '"', '\'', '“', '‘', '„', '«', '»', '‹', '(', '[', '¿', '¡', '「', '『':
		return true
	}
	return false
}

func isCloser(r rune) bool {
	switch r {
	case '"', '\'', '”', '’', '»', '«', '›', ')', ']', '」', '』', '）':
		return true
	}
	return false
}

// caselessStop names the full stops of scripts without capitals, behind which
// no blank or capital is needed: CJK, Arabic, Urdu, Devanagari, Armenian,
// Ethiopic, Khmer.
func caselessStop(r rune) bool {
	switch r {
	case '。', '！', '？', '｡', '．', '؟', '۔', '।', '॥', '։', '።', '፧', '។':
		return true
	}
	return false
}

func isBullet(r rune) bool { return r == '•' || r == '◦' || r == '▪' || r == '‣' || r == '■' }

// fields cuts verbatim text at its tabs and newlines.
func fields(text string, out []Span) []Span {
	start := 0
	for i := 0; i <= len(text); i++ {
		if i == len(text) || text[i] == '\n' || text[i] == '\t' {
			out = trimmed(text, start, i, out)
			start = i + 1
		}
	}
	return out
}

// trimmed appends a span without the blanks around it, unless nothing is left.
func trimmed(text string, start, end int, out []Span) []Span {
	for start < end && isBlank(text[start]) {
		start++
	}
	for end > start && isBlank(text[end-1]) {
		end--
	}
	if start < end {
		out = append(out, Span{start, end})
	}
	return out
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }
