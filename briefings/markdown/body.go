package markdown

import (
	"slices"
	"strings"

	"dossier/briefings"
	"dossier/briefings/commonmark"
)

// noteHeading is the level of the highest heading inside a note, below the "###"
// of the section path that it stands under.
const noteHeading = 4

// body writes an analyst's CommonMark anew, block by block, so that it cannot
// break out of its place: fences are closed, headings pushed down, raw HTML
// shown as text, and definitions (links, footnotes), which are global in
// Markdown, turned into words.
func body(markdown string, cites func(briefings.Handle) bool) string {
	blocks, _ := commonmark.Cut(disarmDefinitions(markdown))
	shift := headingShift(blocks)
	var b strings.Builder
	for i := range blocks {
		if i > 0 {
			b.WriteString(between(&blocks[i-1], &blocks[i]))
		}
		first, rest := briefings.Margins(blocks[i].Nest)
		for n, line := range strings.Split(leaf(&blocks[i], shift, cites), "\n") {
			margin := rest
			if n == 0 {
				margin = first
			}
			b.WriteString(strings.TrimRight(margin+line, " ") + "\n")
		}
	}
	return b.String()
}

// headingShift is how far headings are pushed down so that none skips a level.
func headingShift(blocks []briefings.Block) int {
	highest := noteHeading
	for i := range blocks {
		if blocks[i].Kind == briefings.Heading {
			highest = min(highest, blocks[i].Level)
		}
	}
	return noteHeading - highest
}

// between returns the line that parts two blocks: none between two items of a
// tight list, else a blank one with the marks of the quotes that go on.
func between(before, after *briefings.Block) string {
	n := len(after.Nest)
	if followsTightly(before, after) {
		return ""
	}
	common := 0
	for common < min(n, len(before.Nest)) && !after.Nest[common].First && after.Nest[common].Kind == before.Nest[common].Kind {
		common++
	}
	_, rest := briefings.Margins(after.Nest[:common])
	return strings.TrimRight(rest, " ") + "\n"
}

// followsTightly says whether a block begins the next item of a list, or a list
// below a paragraph. A list of another sort would be taken for that paragraph's next
// line, by Pandoc always and by CommonMark where its number is not 1.
func followsTightly(before, after *briefings.Block) bool {
	n, m := len(after.Nest), len(before.Nest)
	if n == 0 || m == 0 || before.Kind != briefings.Paragraph || before.Nest[m-1].Kind == briefings.Quote {
		return false
	}
	item := after.Nest[n-1]
	if !item.First || item.Kind == briefings.Quote {
		return false
	}
	if n > m {
		return item.Kind == briefings.Bullet || item.Number == 1
	}
	last := before.Nest[n-1]
	return last.Kind == item.Kind && (item.Kind == briefings.Bullet || item.Number == last.Number+1)
}

// leaf writes one block without its margins, a heading so much lower.
func leaf(block *briefings.Block, shift int, cites func(briefings.Handle) bool) string {
	switch block.Kind {
	case briefings.Heading:
		level := min(6, block.Level+shift)
		return strings.Repeat("#", level) + " " + inlineSafe(oneLine(block.Markdown), cites)
	case briefings.Code:
		return fenced(block.Text, block.Info)
	case briefings.Rule:
		return "* * *"
	case briefings.Table:
		return inlineSafe(strings.TrimRight(block.Markdown, "\n"), cites)
	case briefings.HTML:
		var lines []string
		for line := range strings.Lines(block.Text) {
			lines = append(lines, escapeText(line))
		}
		return strings.Join(lines, "\\\n")
	case briefings.Footnote:
		return `\[^` + escapeText(block.Info) + `]: ` + paragraph(block.Markdown, cites)
	}
	return paragraph(block.Markdown, cites)
}

// paragraph joins the lines of a paragraph and keeps its hard breaks.
func paragraph(markdown string, cites func(briefings.Handle) bool) string {
	var b strings.Builder
	lines := strings.Split(markdown, "\n")
	for i, line := range lines {
		last := i == len(lines)-1
		hard := !last && (strings.HasSuffix(line, "  ") || strings.HasSuffix(line, `\`) && !strings.HasSuffix(line, `\\`))
		line = strings.TrimSpace(line)
		if hard {
			line = strings.TrimSuffix(line, `\`) + "\\\n"
		} else if !last {
			line += " "
		}
		b.WriteString(line)
	}
	safe := strings.Split(inlineSafe(b.String(), cites), "\n")
	for i := 1; i < len(safe); i++ {
		if opensBlock(safe[i]) && safe[i][0] != '[' {
			safe[i] = `\` + safe[i]
		}
	}
	return strings.Join(safe, "\n")
}

// fenced writes code in a fence longer than any within. The fence and its lines
// are indented by one blank, which readers take away again, where a line looks
// like a mark of a managed region.
func fenced(code, info string) string {
	fence := "```"
	for strings.Contains(code, fence) {
		fence += "`"
	}
	info = strings.Map(func(r rune) rune {
		if r == '`' || r <= ' ' {
			return -1
		}
		return r
	}, info)
	lines := slices.Concat([]string{fence + info}, strings.Split(code, "\n"), []string{fence})
	if strings.Contains(code, markPrefix) {
		for i := range lines {
			lines[i] = " " + lines[i]
		}
	}
	return strings.Join(lines, "\n")
}

// disarmDefinitions turns link definitions into text, since a definition in
// one note would give its address to the same word in another.
func disarmDefinitions(markdown string) string {
	_, links := commonmark.Cut(markdown)
	if len(links) == 0 {
		return markdown
	}
	var b strings.Builder
	for line := range strings.Lines(markdown) {
		if at := strings.IndexByte(line, '['); at >= 0 && strings.Contains(line[at:], "]:") && strings.Trim(line[:at], " >\t-+*0123456789.)") == "" {
			line = line[:at] + `\` + line[at:]
		}
		b.WriteString(line)
	}
	return b.String()
}

// indent puts blanks before every line that is not empty.
func indent(s string, by int) string {
	margin := strings.Repeat(" ", by)
	var b strings.Builder
	for line := range strings.Lines(s) {
		if line != "\n" {
			b.WriteString(margin)
		}
		b.WriteString(line)
	}
	return b.String()
}
