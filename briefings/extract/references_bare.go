package extract

import (
	"regexp"
	"strings"
	"sync"

	"dossier/briefings"
	"dossier/briefings/commonmark"
)

// Addresses that are no marked links: those in quotation marks, with marks
// behind them, and broken over a line.

// quotedAddress is an address where CommonMark sees none: behind a quotation
// mark or a colon.
var quotedAddress = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[“"‘'«:;=—–]https?://[^\s<>“”"’»]+`)
})

// behindAddress are marks that end a sentence or a quotation and no address.
const behindAddress = ".,;:!?”’»\"'"

// unmarked tidies the links of a block: what an address swallowed of the
// sentence is given back, a broken one is joined, and those in quotation marks
// are added.
func unmarked(b *briefings.Block, links []commonmark.Link) []commonmark.Link {
	for i := range links {
		l := &links[i]
		if words := b.Text[l.Start:l.End]; words != l.URL || l.Title != "" {
			continue
		}
		l.URL = strings.TrimRight(l.URL, behindAddress)
		l.End = l.Start + len(l.URL)
		if rest := restOfAddress(b, l.End, l.URL); rest != "" {
			l.URL += rest
			l.End += len("\n") + len(rest)
		}
	}
	if b.Kind == briefings.Code || !strings.Contains(b.Text, "://") {
		return links
	}
	var out []commonmark.Link
	for _, at := range quotedAddress().FindAllStringIndex(b.Text, -1) {
		raw := b.Text[at[0]:at[1]]
		start := at[0] + strings.Index(raw, "http")
		url := strings.TrimRight(b.Text[start:at[1]], behindAddress+")]")
		for len(links) > 0 && links[0].Start < start {
			out, links = append(out, links[0]), links[1:]
		}
		if inside := len(out) > 0 && out[len(out)-1].End > start || len(links) > 0 && links[0].Start < at[1]; !inside {
			out = append(out, commonmark.Link{Start: start, End: start + len(url), URL: url})
		}
	}
	return append(out, links...)
}

// brokenEnd is how an address ends that a line broke.
const brokenEnd = "/-_=&?"

// restOfAddress returns the word on the next line that goes on with an address:
// the line ends behind a mark of the address, and the word has such marks too.
// The text of a block has a blank where its Markdown breaks the line.
func restOfAddress(b *briefings.Block, end int, url string) string {
	if url == "" || strings.IndexByte(brokenEnd, url[len(url)-1]) < 0 || end >= len(b.Text) {
		return ""
	}
	rest := strings.TrimRight(firstWord(b.Text[end+1:]), behindAddress)
	if !partOfAddress(rest) {
		return ""
	}
	_, behind, _ := strings.Cut(b.Markdown, url)
	next, broken := strings.CutPrefix(behind, "\n")
	if !broken || !strings.HasPrefix(strings.TrimLeft(next, " >"), rest) {
		return ""
	}
	return rest
}

// partOfAddress says whether a word may be the rest of an address.
func partOfAddress(word string) bool {
	return word != "" && !strings.Contains(word, "://") && strings.ContainsAny(word, "-_./=&") && !upper(word)
}

// joinsAddress gives a block that is the rest of a broken address, and nothing
// else, to the work with which the block before ends: a paste may make a
// paragraph of every line.
func (c *citations) joinsAddress(i int) bool {
	rest := strings.TrimRight(c.Revision.Blocks[i].Text, behindAddress)
	if i == 0 || len(c.works) == 0 || strings.ContainsAny(rest, " \n") || !partOfAddress(rest) {
		return false
	}
	last, before := &c.works[len(c.works)-1], c.Revision.Blocks[i-1].Text
	if last.URL == "" || strings.IndexByte(brokenEnd, last.URL[len(last.URL)-1]) < 0 || !strings.HasSuffix(before, last.URL) {
		return false
	}
	joined, ok := parseAddress(last.URL + rest)
	if !ok {
		return false
	}
	last.URL = joined.url
	c.remember(keysOf(last), len(c.works)-1)
	if c.listNext == i {
		c.listNext++
	}
	return true
}
