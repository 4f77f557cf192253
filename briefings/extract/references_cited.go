package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/briefings"
)

// citePassages finds the sentences that cite the works: by the work's number in
// the list, by its publisher's name beside its date, and by its author and year.
func (c *citations) citePassages() {
	byNumber := map[string]int{}
	for i := range c.works {
		if key := c.works[i].Key; key != "" {
			byNumber[key] = i
		}
	}
	named, years := c.datedPublishers(), c.authorYears()
	c.cited = map[citing]bool{}
	for n := range c.Sentences {
		s := &c.Sentences[n]
		if c.Role(s.Section, briefings.RoleReferences) || c.Revision.Blocks[s.Block].Kind == briefings.Footnote || c.Revision.Blocks[s.Block].Kind == briefings.Heading {
			continue
		}
		text := c.Words(s.Span)
		if len(byNumber) > 0 {
			for _, mark := range citeMarks(text) {
				if i, ok := byNumber[mark]; ok {
					c.cite(i, s.Span)
				}
			}
			for _, mark := range pastedMarks(text) {
				if i, ok := byNumber[mark]; ok {
					c.cite(i, s.Span)
				}
			}
		}
		if len(named) > 0 {
			c.citeByName(named, text, s.Span)
		}
		for _, i := range years.in(text) {
			c.cite(i, s.Span)
		}
	}
	for i := range c.works {
		slices.SortFunc(c.works[i].Cited, func(a, b briefings.Anchor) int { return a.DocStart - b.DocStart })
	}
}

// cite notes a passage once. Passages come in order, but those that add noted
// stand before them.
func (c *citations) cite(i int, span Span) {
	w := &c.works[i]
	at := c.Point(span.Start)
	if !c.cited[citing{i, -1}] {
		c.cited[citing{i, -1}] = true
		for _, known := range w.Cited {
			c.cited[citing{i, known.DocStart}] = true
		}
	}
	if c.cited[citing{i, at}] || w.Anchors[0].DocStart >= at && w.Anchors[0].DocStart < c.Point(span.End) {
		return
	}
	c.cited[citing{i, at}] = true
	w.Cited = append(w.Cited, c.Anchor(span))
}

// citing is a work with a place that cites it.
type citing struct{ work, place int }

// citeMarks returns the numbers of "[3]", "[3, 5]", "[2–4]" and of superscripts.
func citeMarks(text string) []string {
	var out []string
	for rest := text; ; {
		at := strings.IndexByte(rest, '[')
		if at < 0 {
			break
		}
		inner, after, ok := strings.Cut(rest[at+1:], "]")
		if !ok {
			break
		}
		rest = after
		if len(inner) <= 24 {
			out = append(out, markNumbers(inner)...)
		}
	}
	digits := ""
	for _, r := range text {
		if d := strings.IndexRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r); d >= 0 {
			digits += string(rune('0' + utf8.RuneCountInString("⁰¹²³⁴⁵⁶⁷⁸⁹"[:d])))
			continue
		}
		if digits != "" {
			out = append(out, digits)
			digits = ""
		}
	}
	if digits != "" {
		out = append(out, digits)
	}
	return out
}

// rangeMax is how many works a mark like "[2–9]" may stand for.
const rangeMax = 30

func markNumbers(inner string) []string {
	var out []string
	for part := range strings.SplitSeq(inner, ",") {
		part = strings.TrimPrefix(strings.TrimSpace(part), "^")
		from, to, isRange := strings.Cut(strings.NewReplacer("–", "-", "—", "-").Replace(part), "-")
		if !isRange {
			if part != "" && !strings.ContainsFunc(part, unicode.IsSpace) {
				out = append(out, part)
			}
			continue
		}
		first, last := smallNumber(from), smallNumber(to)
		for n := first; first > 0 && n <= last && n < first+rangeMax; n++ {
			out = append(out, decimal(n))
		}
	}
	return out
}

func smallNumber(s string) int {
	n := 0
	for _, r := range strings.TrimSpace(s) {
		if r < '0' || r > '9' || n > 9999 {
			return 0
		}
		n = n*10 + int(r-'0')
	}
	return n
}

func decimal(n int) string {
	if n >= 10 {
		return decimal(n/10) + decimal(n%10)
	}
	return string(rune('0' + n))
}

// datedPublisher is a work whose publisher and day a sentence may name.
type datedPublisher struct {
	work int
	name string   // folded
	days []string // as texts print the day, folded
}

// namedMost is how many works are looked for by name and date.
const namedMost = 300

func (c *citations) datedPublishers() []datedPublisher {
	var out []datedPublisher
	for i := range c.works {
		w := &c.works[i]
		if len(out) == namedMost {
			break
		}
		if days := printedDays(w.Issued); w.Publisher != "" && days != nil {
			out = append(out, datedPublisher{i, strings.TrimPrefix(briefings.Fold(w.Publisher), "the "), days})
		}
	}
	return out
}

func (c *citations) citeByName(named []datedPublisher, text string, span Span) {
	folded := ""
	for _, d := range named {
		if folded == "" {
			folded = briefings.Fold(text)
		}
		if !strings.Contains(folded, d.name) {
			continue
		}
		for _, day := range d.days {
			if hasWords(folded, d.name) && hasWords(folded, day) {
				c.cite(d.work, span)
				break
			}
		}
	}
}

// hasWords says whether a text holds a phrase as whole words.
func hasWords(text, phrase string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], phrase)
		if i < 0 {
			return false
		}
		start, end := at+i, at+i+len(phrase)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !wordRune(before) && !wordRune(after) {
			return true
		}
		at = end
	}
}

func wordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
