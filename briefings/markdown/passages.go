package markdown

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/briefings"
)

// passageIndex finds quotes in the sections of a text.
type passageIndex struct {
	text     string
	sections []briefings.Section
	locator  *briefings.Locator
	byTitle  map[string][]int // indices into sections, -1 for the title of the document
}

// Where a passage stands in no section with a title.
const (
	inTitle   = "the title"
	inOpening = "the opening"
)

func newPassageIndex(text string, sections []briefings.Section) *passageIndex {
	p := &passageIndex{text: text, sections: sections, locator: briefings.NewLocator(text, sections), byTitle: map[string][]int{}}
	for i := range sections {
		key := titleKey(sections[i].Title)
		p.byTitle[key] = append(p.byTitle[key], i)
	}
	return p
}

func titleKey(title string) string { return briefings.Fold(oneLine(title)) }

// find looks for the nth occurrence (from 1; 0 if it must be the only one) of a
// quote in the sections of a title.
func (p *passageIndex) find(exact string, where []int, nth int) (briefings.Anchor, bool) {
	if exact == "" {
		return briefings.Anchor{}, false
	}
	var found briefings.Anchor
	n := 0
	for _, i := range where {
		from, to := p.span(i)
		for at := from; at < to; {
			hit := strings.Index(p.text[at:to], exact)
			if hit < 0 {
				break
			}
			n++
			if n == max(nth, 1) {
				found = p.locator.Anchor(at+hit, at+hit+len(exact))
			}
			if nth > 0 && n == nth {
				return found, true
			}
			_, size := utf8.DecodeRuneInString(p.text[at+hit:])
			at += hit + size
		}
	}
	return found, n == 1 && nth == 0
}

// missed says why a quote is no passage of a section, and how it may become one.
func (p *passageIndex) missed(exact string, where []int) string {
	if _, several := p.find(exact, where, 2); several {
		return "the quote stands there several times and is kept as an orphan; \"- nth: 2\" indented below the anchor means the second one"
	}
	return "the quote was not found in its section and is kept as an orphan"
}

// nth counts which occurrence an anchor is, 0 if none.
func (p *passageIndex) nth(a *briefings.Anchor, where []int) int {
	for n := 1; n < 1<<10; n++ {
		found, ok := p.find(a.Exact, where, n)
		if !ok {
			return 0
		}
		if found.DocStart == a.DocStart {
			return n
		}
	}
	return 0
}

// span returns the bytes of a section; -1 is what stands before all sections.
func (p *passageIndex) span(i int) (from, to int) {
	if i < 0 {
		if len(p.sections) == 0 {
			return 0, len(p.text)
		}
		return 0, p.locator.Byte(p.sections[0].Start)
	}
	return p.locator.Byte(p.sections[i].Start), p.locator.Byte(p.sections[i].End)
}

// where says in words in which section an anchor stands, and which sections
// those words may mean.
func (p *passageIndex) where(a *briefings.Anchor) (words string, sections []int) {
	if a.Section == "" {
		return inTitle, []int{-1}
	}
	for i := range p.sections {
		if s := &p.sections[i]; s.Handle == a.Section {
			if strings.TrimSpace(s.Title) == "" {
				return inOpening, p.byTitle[""]
			}
			return "[" + encode(s.Title) + "](#" + fragment(s.Title) + ")", p.byTitle[titleKey(s.Title)]
		}
	}
	return "", nil
}

// fragment is the address that GitHub gives a heading; readers of this file go
// by the title.
func fragment(title string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '-':
			return '-'
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '_':
			return unicode.ToLower(r)
		}
		return -1
	}, title)
}

// sectionsNamed is the inverse of where; title is "" where words are none.
func (p *passageIndex) sectionsNamed(words string) (sections []int, title string) {
	switch words {
	case "", inTitle:
		return []int{-1}, ""
	case inOpening:
		return p.byTitle[""], ""
	}
	title = words
	if strings.HasPrefix(words, "[") {
		title = decode(words[1:unescaped(words, ']')])
	}
	return p.byTitle[titleKey(title)], title
}

// unescaped finds the first c without a backslash before it; the length if
// there is none.
func unescaped(s string, c byte) int {
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' {
			i++
		} else if s[i] == c {
			return i
		}
	}
	return len(s)
}

func anchors[R any](key string, at func(*R) *[]briefings.Anchor) binding[R] {
	return binding[R]{key,
		func(c *codec, r *R) []field {
			var out []field
			for i := range *at(r) {
				out = append(out, c.anchor(&(*at(r))[i]))
			}
			return out
		},
		func(c *codec, r *R, f field) { *at(r) = append(*at(r), c.readAnchor(f)) },
	}
}

// anchor writes a passage as “exact” — [Section](#section), and as sub-fields
// what readAnchor could not derive from that. The printer reads it back to know.
func (c *codec) anchor(a *briefings.Anchor) field {
	words, sections := c.passage.where(a)
	f := field{key: "anchor", value: "“" + encode(a.Exact) + "”"}
	if words != "" {
		f.value += " — " + words
	}
	quiet := &codec{passage: c.passage}
	if _, unique := c.passage.find(a.Exact, sections, 0); !unique {
		if n := c.passage.nth(a, sections); n > 0 {
			f.subs = append(f.subs, field{key: "nth", value: strconv.Itoa(n)})
		}
	}
	derived := quiet.readAnchor(f)
	sub := func(key, value string) { f.subs = append(f.subs, field{key: key, value: value}) }
	if a.State != derived.State || a.State != briefings.Anchored {
		sub("state", encode(orElse(string(a.State), "anchored")))
	}
	if a.Revision != derived.Revision {
		sub("revision", strconv.Itoa(a.Revision))
	}
	if a.Near != derived.Near {
		sub("near", strconv.Itoa(a.Near))
	}
	if a.Written != nil {
		sub("written on", "“"+encode(a.Written.Exact)+"”")
		if a.Written.Revision != 0 {
			sub("written in revision", strconv.Itoa(a.Written.Revision))
		}
	}
	if a.Prefix != derived.Prefix {
		sub("prefix", "“"+encode(a.Prefix)+"”")
	}
	if a.Suffix != derived.Suffix {
		sub("suffix", "“"+encode(a.Suffix)+"”")
	}
	if a.Section != derived.Section {
		sub("section", encode(string(a.Section)))
	}
	if a.Start != derived.Start || a.End != derived.End || a.DocStart != derived.DocStart || a.DocEnd != derived.DocEnd {
		sub("place", fmt.Sprintf("%d-%d of the section, %d-%d of the document", a.Start, a.End, a.DocStart, a.DocEnd))
	}
	return f
}

// readAnchor reads a passage. A quote that is not found becomes an orphan, with
// a warning, unless the sub-fields say what it is.
func (c *codec) readAnchor(f field) briefings.Anchor {
	quote, words := splitAnchor(strings.TrimSpace(f.value))
	words = c.trailing(words, f.line)
	exact := decode(quote)
	sections, title := c.passage.sectionsNamed(words)
	nth, told := 0, false
	for _, sub := range f.subs {
		switch sub.key {
		case "nth":
			nth, _ = strconv.Atoi(strings.TrimSpace(sub.value))
		case "state":
			told = true
		}
	}
	a, ok := c.passage.find(exact, sections, nth)
	if !ok {
		a = briefings.Anchor{Exact: exact, State: briefings.Orphaned}
		if len(sections) > 0 && sections[0] >= 0 {
			a.Section = c.passage.sections[sections[0]].Handle
		}
		switch {
		case told:
		case len(sections) == 0:
			a.Section = briefings.NewHandle(briefings.KindSection, orElse(briefings.Slug(title, 3), "unknown"), func(briefings.Handle) bool { return false })
			c.noSection(f.line, title)
		case nth > 0:
			c.lost(f.line, "the quote does not stand there %d times: “%s”", nth, shorten(exact))
		default:
			c.lost(f.line, "%s: “%s”", c.passage.missed(exact, sections), shorten(exact))
		}
	}
	for _, sub := range f.subs {
		switch sub.key {
		case "nth":
		case "state":
			a.State = briefings.AnchorState(decode(sub.value))
			if a.State == "anchored" {
				a.State = briefings.Anchored
			}
		case "revision":
			a.Revision, _ = strconv.Atoi(strings.TrimSpace(sub.value))
		case "near":
			a.Near, _ = strconv.Atoi(strings.TrimSpace(sub.value))
		case "written on":
			writtenOn(&a).Exact = decode(unquote(sub.value))
		case "written in revision":
			writtenOn(&a).Revision, _ = strconv.Atoi(strings.TrimSpace(sub.value))
		case "prefix":
			a.Prefix = decode(unquote(sub.value))
		case "suffix":
			a.Suffix = decode(unquote(sub.value))
		case "section":
			a.Section = briefings.Handle(decode(sub.value))
		case "place":
			if n, _ := fmt.Sscanf(sub.value, "%d-%d of the section, %d-%d of the document", &a.Start, &a.End, &a.DocStart, &a.DocEnd); n != 4 {
				c.warn(sub.line, "place: %q is not “12-20 of the section, 112-120 of the document”", sub.value)
			}
		default:
			c.loose = append(c.loose, sub)
		}
	}
	return a
}

// writtenOn is what an anchor says of the words that it was first made on.
func writtenOn(a *briefings.Anchor) *briefings.Written {
	if a.Written == nil {
		a.Written = &briefings.Written{}
	}
	return a.Written
}

// trailing takes off what stands behind the link to a section.
func (c *codec) trailing(words string, line int) string {
	if !strings.HasPrefix(words, "[") {
		return words
	}
	end := min(unescaped(words, ']')+1, len(words))
	if strings.HasPrefix(words[end:], "(") {
		end = min(end+unescaped(words[end:], ')')+1, len(words))
	}
	if rest := strings.TrimSpace(words[end:]); rest != "" {
		c.loose = append(c.loose, field{value: rest, line: line})
	}
	return words[:end]
}

// splitAnchor parts “exact” from the words behind " — " that name its section.
// Within the quote every "[" is escaped, so " — [" stands there once.
func splitAnchor(s string) (quote, words string) {
	for _, name := range []string{inTitle, inOpening} {
		if before, ok := strings.CutSuffix(s, " — "+name); ok && closesQuote(before) {
			return unquote(before), name
		}
	}
	if before, after, ok := strings.Cut(s, " — ["); ok && closesQuote(before) {
		return unquote(before), "[" + after
	}
	for _, dash := range []string{" — ", " – ", " -- ", " - "} {
		if at := strings.LastIndex(s, dash); at >= 0 && closesQuote(s[:at]) && !closesQuote(s) {
			return unquote(s[:at]), strings.TrimSpace(s[at+len(dash):])
		}
	}
	return unquote(s), ""
}

func closesQuote(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(s))
	return strings.ContainsRune("”\"»’'“", r)
}

// unquote takes the outer quotation marks away.
func unquote(s string) string {
	s = strings.TrimSpace(s)
	first, n := utf8.DecodeRuneInString(s)
	_, m := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune("“\"«‘'„", first) && closesQuote(s) && len(s) >= n+m {
		return s[n : len(s)-m]
	}
	return s
}

func shorten(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}

// noSection says that a passage names a section that is not there: a mistake, but
// where the text was edited in the file, which may have renamed it.
func (c *codec) noSection(line int, title string) {
	if c.edited {
		c.lost(line, "no section is called %q any more", title)
		return
	}
	c.fault(line, "no section is called %q", title)
}
