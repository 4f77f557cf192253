package extract

import (
	"strconv"
	"strings"

	"dossier/briefings"
)

// entries takes the works of one block of a list of works. With worksOnly set,
// every entry is one; among notes only those that name a work.
func (c *citations) entries(i int, links []webLink, worksOnly bool) {
	b := &c.Revision.Blocks[i]
	if b.Kind == briefings.HTML || b.Kind == briefings.Rule {
		return
	}
	at := 0
	for line := range strings.SplitSeq(b.Text, "\n") {
		span := Span{at, at + len(line)}
		at += len(line) + 1
		if strings.TrimSpace(line) == "" {
			continue
		}
		var inside []webLink
		inside, links = linksIn(links, span)
		c.entry(i, span, inside, worksOnly)
	}
}

// again says whether an entry only points to the one before.
func again(entry string) bool {
	lower := strings.ToLower(strings.TrimSpace(entry))
	return strings.HasPrefix(lower, "ibid") || strings.HasPrefix(lower, "op. cit") || strings.HasPrefix(lower, "loc. cit")
}

// describeTitled reads an entry that names its work as running text does.
func (c *citations) describeTitled(work *briefings.Reference, entry string) {
	t := newTokens(entry)
	for at := range t.words {
		for _, r := range readings {
			if named, ok := r.read(c, t, at); ok {
				work.Title, work.Type = named.work.Title, named.work.Type
				fillIn(work, &named.work)
				return
			}
		}
	}
}

// linksIn returns the links of a span and those behind it; links are in order.
func linksIn(links []webLink, span Span) (inside, behind []webLink) {
	from := 0
	for from < len(links) && links[from].Start < span.Start {
		from++
	}
	to := from
	for to < len(links) && links[to].End <= span.End {
		to++
	}
	return links[from:to], links[to:]
}

// entry takes one entry: a span of the block's text.
func (c *citations) entry(i int, span Span, links []webLink, worksOnly bool) {
	b := &c.Revision.Blocks[i]
	text := b.Text[span.Start:span.End]
	key, rest := entryKey(b, text)
	place := Span{c.Blocks[i].Start + span.Start, c.Blocks[i].Start + span.End}
	if len(links) > 0 && strings.TrimSpace(rest) == b.Text[links[0].Start:links[0].End] && c.completes(i, links[0]) {
		return
	}
	if !worksOnly && len(links) == 0 {
		c.noted(rest, key, place)
		return
	}
	if again(rest) {
		return
	}
	if item := len(b.Nest) > 0; item {
		c.itemsOf = briefings.SectionAt(c.Sections, b.Start)
	} else if worksOnly && len(links) == 0 && c.itemsOf == briefings.SectionAt(c.Sections, b.Start) {
		c.titledWorks(place) // a remark below a list
		return
	}
	if worksOnly && len(links) == 0 && prosy(rest) {
		c.titledWorks(place)
		return
	}
	var work briefings.Reference
	rule := "listed"
	if len(links) > 0 {
		work = c.ofAddress(links[0].address)
		rule += oddly(links[0].address)
		if words := b.Text[links[0].Start:links[0].End]; links[0].Title == "" && !strings.Contains(words, "://") && titleLike(words) {
			work.Title = words
		}
	}
	told, ofHost := work.Title, work.Publisher
	describe(&work, rest)
	if plainName(work.ContainerTitle) && len(links) > 0 && links[0].address.publisher().guessed && work.Publisher == ofHost {
		work.Publisher = work.ContainerTitle // what it says goes before a name made of the host's
	}
	work.Key, work.Listed = key, strings.TrimSpace(rest)
	if len(links) == 0 {
		c.describeTitled(&work, rest)
	}
	// What the entry says is the title before what its address says.
	if plain := plainTitle(rest); work.Title == "" && len(links) == 0 || work.Title == told && len(strings.Fields(plain)) >= 3 && (told == "" || !strings.Contains(plain, told)) {
		work.Title = plain
	}
	switch {
	case work.Type == "" && inJournal(&work):
		work.Type = "article-journal"
	case work.Type == "":
		work.Type = "document"
	}
	tidyTitle(&work)
	c.add(work, place, briefings.OriginSource, rule)
	for _, l := range links[min(1, len(links)):] {
		if l.address.key() == links[0].address.key() || strings.Contains(l.address.host, "archive.") {
			continue
		}
		c.add(c.ofAddress(l.address), Span{c.Blocks[i].Start + l.Start, c.Blocks[i].Start + l.End}, briefings.OriginSource, "listed"+oddly(l.address))
	}
}

// completes gives the address of a block that holds nothing else to the entry
// in the block before, where a paste has put the two on lines of their own.
func (c *citations) completes(i int, l webLink) bool {
	if len(c.works) == 0 || i == 0 {
		return false
	}
	last := &c.works[len(c.works)-1]
	before := &c.Revision.Blocks[i-1]
	if last.URL != "" || last.Listed == "" || !strings.Contains(before.Text, last.Listed) || len(c.Revision.Blocks[i].Nest) > 0 && c.Revision.Blocks[i].Nest[0].First {
		return false
	}
	told := c.ofAddress(l.address)
	told.Title = ""
	fillIn(last, &told)
	last.Type = told.Type
	for _, k := range keysOf(last) {
		c.byKey[k] = len(c.works) - 1
	}
	return true
}

// noted takes the works that a note without an address names.
func (c *citations) noted(text, key string, place Span) {
	before := len(c.works)
	c.titledWorks(place)
	if len(c.works) == before && !again(text) {
		work := briefings.Reference{Listed: strings.TrimSpace(text)}
		if describePlain(&work, text); work.Type == "book" {
			c.add(work, place, briefings.OriginSource, "a book with its imprint in a note")
		}
	}
	if len(c.works) == before {
		if title, ok := quotedTitle(text); ok && len(strings.Fields(title)) >= 3 && !prosy(text) {
			work := briefings.Reference{Type: "document", Title: title, Listed: strings.TrimSpace(text)}
			if describe(&work, text); inJournal(&work) {
				work.Type = "article-journal"
			}
			c.add(work, place, briefings.OriginSource, "a title in a note")
		}
	}
	if len(c.works) == before+1 && c.works[before].Title != "" && len(c.works[before].Author) == 0 {
		lead, _, _ := strings.Cut(text, c.works[before].Title)
		c.works[before].Author = authorsIn(strings.TrimRight(lead, " \"“‘'"))
	}
	for at := before; at < len(c.works); at++ {
		c.works[at].Key, c.works[at].Origin = key, briefings.OriginSource
		if len(c.works) == before+1 && c.works[at].Listed == "" {
			c.works[at].Listed = strings.TrimSpace(text)
		}
	}
}

// entryKey returns the number that an entry has in its list, and the rest.
func entryKey(b *briefings.Block, text string) (key, rest string) {
	if b.Kind == briefings.Footnote {
		return b.Info, text
	}
	for _, container := range b.Nest {
		if container.Kind == briefings.Ordered {
			key = strconv.Itoa(container.Number)
		}
	}
	trimmed := strings.TrimLeft(text, " \t")
	if b.Kind == briefings.Table {
		number, cell, ok := strings.Cut(trimmed, "\t")
		if n := strings.Trim(number, ".[]() "); ok && isDigits(n) {
			return n, cell
		}
	}
	for _, marks := range []string{"[]", "()"} {
		if inner, after, ok := strings.Cut(strings.TrimPrefix(trimmed, marks[:1]), marks[1:]); ok && trimmed[0] == marks[0] && len(inner) > 0 && len(inner) <= 8 && !strings.Contains(inner, " ") {
			return strings.TrimPrefix(inner, "^"), strings.TrimSpace(after)
		}
	}
	if number, after, ok := strings.Cut(trimmed, " "); ok {
		if n := strings.TrimSuffix(number, "."); isDigits(n) && len(n) <= 3 && n != number {
			return n, after
		}
	}
	return key, text
}
