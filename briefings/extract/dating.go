package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/briefings"
	"dossier/briefings/edtf"
	"dossier/briefings/extract/timex"
)

// How many blocks at the top and at the end of a document may carry its date.
const (
	topBlocks = 6
	endBlocks = 4
)

// How many words may stand beside the date in a line that tells when the
// document was published: beside a day, beside a month, and before the date
// where a paragraph goes on behind it.
const (
	datelineWords  = 8
	monthLineWords = 4
	placeWords     = 7
)

// date finds the document's date: what is known of it already, a date in its
// own address, a dateline, what the text implies; else the day of the import,
// which is an assumption and marked so. It returns the words that are the
// dateline, none if there is none.
func (s *Source) date() (briefings.Dating, Span) {
	known := s.Meta.Reference
	if known.Rule == briefings.DatedByImport {
		known = briefings.Dating{}
	}
	line, words := s.findDateline()
	switch {
	case known.Date != "":
		return known, words
	case dateInAddress(s.Meta.Source) != "":
		return briefings.Dating{Date: dateInAddress(s.Meta.Source), Rule: briefings.DatedByURL}, words
	case line != "":
		return briefings.Dating{Date: line, Rule: briefings.DatedByDateline}, words
	}
	if date := s.impliedDate(); date != "" {
		return briefings.Dating{Date: date, Rule: briefings.DatedByText}, Span{}
	}
	if at := s.Revision.Imported; !at.IsZero() {
		return briefings.Dating{Date: at.Format("2006-01-02"), Rule: briefings.DatedByImport}, Span{}
	}
	return briefings.Dating{}, Span{}
}

// Told is the date that a document tells of itself: in its front matter or its
// address, by a dateline, or by what it says it is as of; the zero Dating if it
// tells none. meta is the document's own, without what a person said of it.
func Told(rev *briefings.Revision, meta briefings.Meta) briefings.Dating {
	if told := NewSource(rev, meta).Meta.Reference; told.Rule != briefings.DatedByImport {
		return told
	}
	return briefings.Dating{}
}

// dateInAddress finds /2025/12/05/, /2025-12-05/ or /2025/12/ in a URL.
func dateInAddress(address string) string {
	_, path, ok := strings.Cut(address, "://")
	if !ok {
		return ""
	}
	parts := strings.FieldsFunc(path, func(r rune) bool { return r == '/' || r == '-' || r == '_' || r == '.' })
	for i, p := range parts {
		if len(p) != 4 || p[0] != '1' && p[0] != '2' || i+1 >= len(parts) || len(parts[i+1]) != 2 {
			continue
		}
		if i+2 < len(parts) && len(parts[i+2]) == 2 {
			if day := p + "-" + parts[i+1] + "-" + parts[i+2]; edtf.Valid(day) {
				return day
			}
		}
		if month := p + "-" + parts[i+1]; edtf.Valid(month) && parts[i+1] <= "12" {
			return month
		}
	}
	return ""
}

// findDateline looks for a line among the first and the last that is little
// more than a date with its year: "Updated April 20, 2026", "Berlin, 5 May 2024";
// then for a paragraph that such words open. A day is better than a month.
func (s *Source) findDateline() (string, Span) {
	n := len(s.Blocks)
	var month string
	var where Span
	for i := 0; i < n; i++ {
		if i == topBlocks {
			i = max(i, n-endBlocks)
		}
		switch date, words := s.lineDate(i); {
		case date == "":
		case len(date) == len("2006-01-02"):
			return date, words
		case month == "":
			month, where = date, words
		}
	}
	return month, where
}

// datelineIn returns the words of a block that tell when the document was
// published, which pages say more than once; none if it has none.
func (s *Source) datelineIn(block int) Span {
	if s.published.End == 0 || block >= topBlocks && block < len(s.Blocks)-endBlocks {
		return Span{}
	}
	told, words := s.lineDate(block)
	if first, _ := s.lineDate(s.Sentences[s.SentenceAt(s.published.Start)].Block); told == "" || told != first {
		return Span{}
	}
	return words
}

// lineDate is the date that a block is little more than, or that it opens with
// as a dateline, and the words that tell it. Pages repeat their title before the
// date, often without a blank: it is left out of account.
func (s *Source) lineDate(block int) (string, Span) {
	const longest = 400 // bytes of a line with a date and a title
	span := s.Blocks[block]
	text := s.Words(span)
	if block == 0 && text == s.Revision.Title() {
		return "", Span{}
	}
	if line := afterTitle(text, s.Revision.Title()); len(line) <= longest {
		text = line
	}
	start, whole := span.End-len(text), len(text) <= longest
	text = text[:min(len(text), longest)]
	reading, err := timex.Read(text, timex.Options{Manner: timex.News, Language: s.language})
	if err != nil || len(reading.Expressions) == 0 {
		return "", Span{}
	}
	e := &reading.Expressions[0]
	if !e.Explicit() && !inFigures(text[e.Start:e.End]) || e.When.Interval {
		return "", Span{}
	}
	opening := Span{span.Start, start + e.End}
	switch beside := len(strings.Fields(text[:e.Start] + " " + text[e.End:])); e.When.Precision() {
	case edtf.ToDay:
		day := e.When.From.String()[:len("2006-01-02")]
		if whole && beside <= datelineWords && (!strings.HasSuffix(text, ".") || beside <= 3) {
			return day, span
		}
		if issued(text[:e.Start]) || leads(text[:e.Start], text[e.End:]) {
			return day, opening
		}
	case edtf.ToMonth:
		if whole && beside <= monthLineWords && strings.Trim(text[len(text)-1:], ".:?!") != "" && !e.When.From.Approximate {
			return e.When.From.String(), span
		}
	}
	return "", Span{}
}

// inFigures says whether a date is written in figures with a short year, which
// timex does not count as one that the words name: "8/15/24".
func inFigures(literal string) bool {
	day, _, _ := strings.Cut(literal, " ")
	return strings.Count(day, "/") == 2 || strings.Count(day, ".") == 2
}

// issued says whether a line begins with what was done to the document on the day
// that follows: "Recorded in Berlin on".
func issued(before string) bool {
	return len(strings.Fields(before)) <= placeWords && opensAs(before, "issued")
}

// leads says whether the words around a date open a paragraph as a dateline
// does: a place before it, a dash behind it and perhaps an agency between; or
// the date first, and the place behind a bar.
func leads(before, behind string) bool {
	words := strings.Fields(before)
	if len(words) == 0 && strings.HasPrefix(strings.TrimLeft(behind, " "), "|") {
		return true
	}
	if len(words) == 0 || len(words) > placeWords || !strings.HasSuffix(strings.TrimRight(before, " "), ",") {
		return false
	}
	for _, word := range words {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsLower(first) && word != "and" && word != "de" {
			return false
		}
	}
	behind = strings.TrimLeft(behind, " .")
	if strings.HasPrefix(behind, "(") {
		_, behind, _ = strings.Cut(behind, ")")
	}
	behind = strings.TrimLeft(behind, " /")
	for _, dash := range [...]string{"–", "—", "--", "- ", "―"} {
		if strings.HasPrefix(behind, dash) {
			return true
		}
	}
	return false
}

// afterTitle cuts a repeated title off the beginning of a line. Letters and
// digits count, so that other quotation marks do not matter.
func afterTitle(line, title string) string {
	rest := line
	for _, t := range title {
		if !isWordRune(t) {
			continue
		}
		at := strings.IndexFunc(rest, isWordRune)
		if at < 0 {
			return line
		}
		r := []rune(rest[at:min(at+4, len(rest))])[0]
		if briefings.Fold(string(r)) != briefings.Fold(string(t)) {
			// A page may leave out a superscript: "15th" becomes "15".
			continue
		}
		rest = rest[at+len(string(r)):]
	}
	if len(rest) == len(line) || len(line)-len(rest) < len(title)/2 {
		return line
	}
	return rest
}

// impliedDate is the date that the text gives for its own knowledge: "As of
// early December 2025". The last one counts.
func (s *Source) impliedDate() string {
	reading, err := timex.Read(s.Text, timex.Options{Manner: timex.News, Language: s.language})
	if err != nil {
		return ""
	}
	date := ""
	for i := range reading.Expressions {
		e := &reading.Expressions[i]
		before := strings.TrimRight(s.Text[:e.Start], " ")
		if e.Explicit() && !e.When.IsZero() && !e.When.Interval && len(before) >= 5 && strings.EqualFold(before[len(before)-5:], "as of") {
			date = e.When.String()
		}
	}
	return date
}
