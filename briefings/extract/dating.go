package extract

import (
	"strings"

	"dossier/briefings"
	"dossier/briefings/edtf"
	"dossier/briefings/extract/timex"
)

// How many blocks at the top and at the end of a document may carry its date.
const (
	topBlocks = 6
	endBlocks = 4
)

// datelineWords is how many words may stand beside the date in a line that
// tells when the document was published.
const datelineWords = 8

// date finds the document's date: what is known of it already, a date in its
// own address, a dateline, what the text implies; else the day of the import,
// which is an assumption and marked so. It returns the block that is the
// dateline, -1 if there is none.
func (s *Source) date() (briefings.Dating, int) {
	known := s.Meta.Reference
	if known.Rule == briefings.DatedByImport {
		known = briefings.Dating{}
	}
	line, block := s.dateline()
	switch {
	case known.Date != "":
		return known, block
	case dateInAddress(s.Meta.Source) != "":
		return briefings.Dating{Date: dateInAddress(s.Meta.Source), Rule: briefings.DatedByURL}, block
	case line != "":
		return briefings.Dating{Date: line, Rule: briefings.DatedByDateline}, block
	}
	if date := s.impliedDate(); date != "" {
		return briefings.Dating{Date: date, Rule: briefings.DatedByText}, -1
	}
	if at := s.Revision.Imported; !at.IsZero() {
		return briefings.Dating{Date: at.Format("2006-01-02"), Rule: briefings.DatedByImport}, -1
	}
	return briefings.Dating{}, -1
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

// dateline looks for a line among the first and the last that is little more
// than a date with its year: "Updated April 20, 2026", "Berlin, 5 May 2024 –".
func (s *Source) dateline() (string, int) {
	n := len(s.Blocks)
	for i := 0; i < min(topBlocks, n); i++ {
		if date := s.lineDate(i, i == 0); date != "" {
			return date, i
		}
	}
	for i := max(n-endBlocks, topBlocks); i < n; i++ {
		if date := s.lineDate(i, false); date != "" {
			return date, i
		}
	}
	return "", -1
}

// lineDate is the date that a block is little more than. Pages repeat their
// title before the date, often without a blank: it is left out of account.
func (s *Source) lineDate(block int, title bool) string {
	const longest = 400 // bytes of a line with a date and a title
	text := s.Words(s.Blocks[block])
	if len(text) > longest || title {
		return ""
	}
	text = afterTitle(text, s.Revision.Title())
	reading, err := timex.Read(text, timex.Options{Manner: timex.News, Language: s.language})
	if err != nil || len(reading.Expressions) == 0 {
		return ""
	}
	e := &reading.Expressions[0]
	if e.When.Precision() != edtf.ToDay || !e.Explicit() || e.When.Interval {
		return ""
	}
	rest := strings.Fields(text[:e.Start] + " " + text[e.End:])
	if len(rest) > datelineWords || strings.HasSuffix(text, ".") && len(rest) > 3 {
		return ""
	}
	return e.When.From.String()[:len("2006-01-02")]
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
