package command

import (
	"strconv"
	"strings"

	"dossier/briefings"
)

// printText prints a document as linear text: headings with the marks of
// Markdown, one line a paragraph (wrapped on a terminal), a blank line between.
// The heading that is the title stands above it already.
func (s *session) printText(rev *briefings.Revision) {
	first := 0
	if rev.Title() != "" {
		first = 1
	}
	for i := first; i < len(rev.Blocks); i++ {
		b := &rev.Blocks[i]
		if i > first && !tight(&rev.Blocks[i-1], b) {
			s.out.line()
		}
		s.printBlock(b)
	}
}

// tight says whether no blank line parts two blocks: lines of one list.
func tight(a, b *briefings.Block) bool {
	return item(a) && item(b) && len(b.Nest) > 0 && b.Nest[len(b.Nest)-1].First
}

func item(b *briefings.Block) bool {
	return b.Kind == briefings.Paragraph && len(b.Nest) > 0 && b.Nest[len(b.Nest)-1].Kind != briefings.Quote
}

func (s *session) printBlock(b *briefings.Block) {
	first, rest := briefings.Margins(b.Nest)
	switch b.Kind {
	case briefings.Heading:
		s.out.line(plain(first), bold(strings.Repeat("#", b.Level)+" "+b.Text))
	case briefings.Rule:
		s.out.line(plain(first + "* * *"))
	case briefings.Paragraph:
		for i, line := range strings.Split(b.Text, "\n") {
			if i > 0 {
				first = rest
			}
			s.out.hanging(first, rest, line, normal)
		}
	case briefings.Footnote:
		s.out.hanging(first+"["+b.Info+"] ", rest, b.Text, normal)
	default:
		s.printVerbatim(b, first, rest)
	}
}

// printVerbatim prints tables, code and HTML line by line, never wrapped.
func (s *session) printVerbatim(b *briefings.Block, first, rest string) {
	margin := "    "
	if b.Kind == briefings.Table {
		margin = ""
	}
	for i, line := range strings.Split(strings.TrimSuffix(b.Text, "\n"), "\n") {
		if i > 0 {
			first = rest
		}
		if b.Kind == briefings.Table {
			line = strings.ReplaceAll(line, "\t", " | ")
		} else {
			line = strings.ReplaceAll(line, "\t", "    ")
		}
		s.out.line(plain(first + margin + line))
	}
}

// printTitle prints what a briefing is in one or two lines.
func (s *session) printTitle(b *briefings.Briefing) {
	title := b.Title
	if title == "" {
		title = "(no title)"
	}
	s.out.line(bold(title))
	var facts []string
	for _, fact := range []string{shownDate(b.Date), b.Publisher, strings.Join(b.Author, ", "), b.Source, string(b.TLP), readingTime(b.Words)} {
		if fact != "" {
			facts = append(facts, fact)
		}
	}
	s.out.line(dim(strings.Join(facts, " · ")))
	if b.Slug != "" {
		s.out.line(dim(b.Slug))
	}
}

// wordsAMinute is how fast people read expository prose silently (238 words a
// minute in the mean of 190 studies: Brysbaert 2019).
const wordsAMinute = 238

func readingTime(words int) string {
	if words == 0 {
		return ""
	}
	return count(words, "word") + ", " + strconv.Itoa(max(1, (words+wordsAMinute/2)/wordsAMinute)) + " min"
}
