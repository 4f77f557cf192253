package extract

import (
	"slices"
	"strings"
	"unicode"

	"dossier/briefings"
	"dossier/briefings/commonmark"
)

// referencesGenerator names this extractor in the records that it makes.
const referencesGenerator = "references/1"

// References proposes the works that a document lists or cites, in the order in
// which it first names them: entries of lists of works and footnotes (origin
// source), links and titles in the text (origin extracted). A work is one
// reference however often it is named.
func References(s *Source) []briefings.Reference {
	c := &citations{Source: s, byKey: map[string]int{}, marks: map[string]bool{}, itemsOf: -1}
	for i := range s.Revision.Blocks {
		c.block(i)
	}
	c.addPress()
	c.inOrder()
	c.name()
	c.citePassages()
	c.noteOrigins()
	return c.works
}

// citations gathers the works of one document.
type citations struct {
	*Source
	works []briefings.Reference
	byKey map[string]int    // what names a work -> its index
	forms map[string]string // folded word -> how the document writes it
	abbr  map[string]string // abbreviation of a title -> the title without its year
	// itemsOf is the section the last item of a list of works stands in.
	itemsOf int
	cited   map[citing]bool // which places are noted already
	marks   map[string]bool // numbers of works that the text has cited so far
	// markedLast and markedBlock are the number and the block of the last entry
	// of a list without a heading.
	markedLast, markedBlock int
	listNext                int         // the block that a list of works without a heading goes on with
	listNotes               bool        // whether it is one of notes, some of which are remarks
	press                   []namedWork // pieces named by newspaper and day only
}

// block looks through one block.
func (c *citations) block(i int) {
	b := &c.Revision.Blocks[i]
	if b.Text == "" || b.Kind == briefings.Code || b.Kind == briefings.Heading {
		return
	}
	links := c.linksOf(b)
	section := briefings.SectionAt(c.Sections, b.Start)
	switch {
	case b.Kind == briefings.Footnote:
		c.entries(i, links, false)
	case c.Role(section, briefings.RoleReferences):
		c.entries(i, links, worksOnly(c.Sections[section].Title))
	case c.joinsAddress(i):
	case c.leadsList(i):
	case c.goesOn(i):
		c.entries(i, links, !c.listNotes)
	case c.markedEntry(i, links):
		c.entries(i, links, true)
	case c.sourceLine(i, links):
	default:
		c.inText(i, links)
	}
}

// leadsList says whether a block is the word above a list of works that is no
// heading: "Sources:".
func (c *citations) leadsList(i int) bool {
	word, colon := strings.CutSuffix(strings.ToLower(c.Revision.Blocks[i].Text), ":")
	if !colon || !referenceWords()["list"][word] {
		return false
	}
	c.listNext, c.listNotes = i+1, !worksOnly(word)
	return true
}

// goesOn says whether a block is an entry of the list that such a word leads:
// an item, or a paragraph with its number.
func (c *citations) goesOn(i int) bool {
	b := &c.Revision.Blocks[i]
	if c.listNext != i || i == 0 {
		return false
	}
	if number, _ := entryKey(b, b.Text); len(b.Nest) == 0 && number == "" {
		return false
	}
	c.listNext = i + 1
	return true
}

// markedEntry says whether a block is an entry of a list without a heading:
// "[3] …" with an address or a title, where the text has the mark too, or behind
// the entry that it follows.
func (c *citations) markedEntry(i int, links []webLink) bool {
	text := c.Revision.Blocks[i].Text
	end := strings.IndexByte(text, ']')
	if end <= 1 || end > 4 || text[0] != '[' {
		return false
	}
	number := smallNumber(text[1:end])
	if number > 1 && number == c.markedLast+1 && c.markedBlock == i-1 && upper(strings.TrimLeft(text[end+1:], " “\"‘'«")) {
		c.markedLast, c.markedBlock = number, i
		return true
	}
	if !c.marks[text[1:end]] || len(links) == 0 && !namesWork(text[end+1:]) {
		return false
	}
	c.markedLast, c.markedBlock = number, i
	return true
}

// namesWork says whether words are an entry by themselves: with a title in
// quotation marks and the date behind it, or with the year behind the authors.
func namesWork(words string) bool {
	if title, ok := quotedTitle(words); ok && len(strings.Fields(title)) >= 2 {
		issued, _ := issuedIn(words)
		return issued != ""
	}
	_, _, _, ok := behindYear(words)
	return ok
}

// worksOnly says whether every entry below a heading is a work. Among notes are
// remarks too.
func worksOnly(title string) bool {
	return !slices.ContainsFunc(headingWords(title), func(word string) bool {
		return word == "notes" || word == "footnotes" || word == "endnotes"
	})
}

// webLink is a link to a page of the web.
type webLink struct {
	commonmark.Link
	address address
}

// linksOf returns the links of a block. Most blocks have none, which is seen
// without parsing them.
func (c *citations) linksOf(b *briefings.Block) []webLink {
	m := b.Markdown
	if !strings.Contains(m, "://") && !strings.Contains(m, "www.") && !strings.Contains(m, "](") &&
		(len(c.Revision.Links) == 0 || !strings.Contains(m, "[")) {
		return nil
	}
	var out []webLink
	for _, l := range unmarked(b, commonmark.Links(b, c.Revision.Links)) {
		if l.Image {
			continue
		}
		if a, ok := parseAddress(l.URL); ok {
			out = append(out, webLink{l, a})
		}
	}
	return out
}

// inText takes the links and the titles of works in running text.
func (c *citations) inText(i int, links []webLink) {
	b := &c.Revision.Blocks[i]
	for _, mark := range citeMarks(b.Text) {
		c.marks[mark] = true
	}
	behind := 0 // the last link, after which words on the next begin
	for _, l := range links {
		if c.menu(i, l) {
			continue
		}
		span := Span{c.Blocks[i].Start + l.Start, c.Blocks[i].Start + l.End}
		work := c.ofAddress(l.address)
		words := b.Text[l.Start:l.End]
		about := c.Sentences[c.SentenceAt(span.Start)].Span
		about.Start, about.End = max(about.Start, behind), max(about.End, span.End)
		behind = span.End
		switch {
		case l.Title != "":
			work.Title = l.Title
		case !strings.Contains(words, "://") && titleLike(words):
			work.Title = words
		case strings.Contains(words, "://"):
			describe(&work, c.Words(about))
		}
		c.add(work, span, briefings.OriginExtracted, "link in the text"+oddly(l.address))
	}
	c.titledWorks(c.Blocks[i])
	c.pressIn(c.Blocks[i])
}

// menu says whether a link is one of a page's menu: an item that is all link,
// with no address for its words, between others of the kind.
func (c *citations) menu(i int, l webLink) bool {
	all := func(i int) bool {
		if i < 0 || i >= len(c.Revision.Blocks) {
			return false
		}
		b := &c.Revision.Blocks[i]
		if len(b.Nest) == 0 || b.Kind != briefings.Paragraph || strings.Contains(b.Text, "://") {
			return false
		}
		links := commonmark.Links(b, c.Revision.Links)
		return len(links) > 0 && links[len(links)-1].End-links[0].Start == len(b.Text)
	}
	return all(i) && (all(i-1) || all(i+1)) && len(strings.Fields(c.Revision.Blocks[i].Text)) <= 5
}

func oddly(a address) string {
	if len(a.odd) == 0 {
		return ""
	}
	return "; " + strings.Join(a.odd, "; ")
}

// ofAddress says of a work what its address tells.
func (c *citations) ofAddress(a address) briefings.Reference {
	told := a
	if kept, ok := a.archived(); ok {
		told = kept
	}
	p := told.publisher()
	work := briefings.Reference{URL: a.url, Type: p.cslType, Publisher: p.name, Issued: told.date(), DOI: told.doi()}
	if work.DOI != "" {
		work.Type = "article-journal"
	}
	if work.Publisher == "-" {
		work.Publisher = ""
	}
	if strings.HasPrefix(p.cslType, "article-") && p.name != "-" {
		work.ContainerTitle = p.name
	}
	if words := told.slug(); words != nil {
		work.Title = slugTitle(words, c.wordForms())
	}
	return work
}

// wordForms tells how the document writes names within its sentences, so that
// the words of a slug can be written so too.
func (c *citations) wordForms() map[string]string {
	if c.forms != nil {
		return c.forms
	}
	c.forms = map[string]string{}
	lower := map[string]bool{}
	for _, s := range c.Sentences {
		fields := strings.Fields(c.Words(s.Span))
		for n, f := range fields {
			word := strings.TrimFunc(f, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
			word = strings.TrimSuffix(strings.TrimSuffix(word, "’s"), "'s")
			if word == "" || strings.Contains(f, "/") {
				continue
			}
			folded := briefings.Fold(word)
			first := []rune(word)[0]
			switch {
			case unicode.IsLower(first):
				lower[folded] = true
			case n > 0 && unicode.IsUpper(first) && c.Revision.Blocks[s.Block].Kind != briefings.Heading:
				if _, known := c.forms[folded]; !known {
					c.forms[folded] = word
				}
			}
		}
	}
	for folded := range lower {
		delete(c.forms, folded)
	}
	return c.forms
}

// add puts a work to the others, or what is new of it to the one that it is.
func (c *citations) add(work briefings.Reference, span Span, origin briefings.Origin, rule string) {
	keys := keysOf(&work)
	for _, k := range keys {
		at, ok := c.byKey[k]
		if !ok || work.URL != "" && strings.HasPrefix(k, "title ") {
			continue // two addresses may have one title
		}
		c.again(at, work, span, origin, rule)
		c.remember(keys, at)
		return
	}
	if len(c.works) == worksMax {
		return
	}
	work.Origin, work.State, work.Generator, work.Rule = origin, briefings.StateLive, referencesGenerator, rule
	work.Anchors = []briefings.Anchor{c.Anchor(span)}
	c.remember(keys, len(c.works))
	c.works = append(c.works, work)
}

// worksMax is how many works of one document are taken.
const worksMax = 5000

// remember notes by what a work is known.
func (c *citations) remember(keys []string, at int) {
	for _, k := range keys {
		if _, known := c.byKey[k]; !known {
			c.byKey[k] = at
		}
	}
}

// again is a work named once more. The entry in a list says more than a link in
// the text and takes the first place among the anchors; the link cites it.
func (c *citations) again(at int, work briefings.Reference, span Span, origin briefings.Origin, rule string) {
	known := &c.works[at]
	anchor := c.Anchor(span)
	if origin == briefings.OriginSource && known.Origin != briefings.OriginSource {
		known.Cited = append(known.Cited, c.sentenceAnchor(known.Anchors[0]))
		known.Anchors[0], known.Origin, known.Rule = anchor, origin, rule
		known.Key, known.Listed = work.Key, work.Listed
		if work.Listed != "" && work.Title != "" {
			known.Title = work.Title
		}
	} else if origin == briefings.OriginSource {
		known.Anchors = append(known.Anchors, anchor)
	} else if c.sentenceOf(known.Anchors[0]) != c.sentenceOf(anchor) {
		known.Cited = append(known.Cited, c.sentenceAnchor(anchor))
	}
	fillIn(known, &work)
}

// fillIn takes over what one record of a work knows and the other does not.
func fillIn(known, work *briefings.Reference) {
	for _, f := range []struct{ to, from *string }{
		{&known.URL, &work.URL}, {&known.DOI, &work.DOI}, {&known.Title, &work.Title}, {&known.Issued, &work.Issued},
		{&known.Publisher, &work.Publisher}, {&known.ContainerTitle, &work.ContainerTitle}, {&known.Accessed, &work.Accessed},
	} {
		if *f.to == "" {
			*f.to = *f.from
		}
	}
	if len(known.Author) == 0 {
		known.Author = work.Author
	}
}

// sentenceAnchor widens an anchor to its sentence.
func (c *citations) sentenceAnchor(a briefings.Anchor) briefings.Anchor {
	return c.Anchor(c.Sentences[c.sentenceOf(a)].Span)
}

func (c *citations) sentenceOf(a briefings.Anchor) int { return c.SentenceAt(c.Byte(a.DocStart)) }

// keysOf returns what tells a work from others: its address, its DOI, its
// title.
func keysOf(work *briefings.Reference) []string {
	var keys []string
	if work.URL != "" {
		a, _ := parseAddress(work.URL)
		keys = append(keys, "url "+a.key())
	}
	if work.DOI != "" {
		keys = append(keys, "doi "+strings.ToLower(work.DOI))
	}
	switch {
	case work.Title != "":
		keys = append(keys, "title "+letters(work.Title))
	case work.URL == "" && work.Publisher != "" && work.Issued != "":
		keys = append(keys, "piece "+letters(work.Publisher)+" "+work.Issued)
	}
	return keys
}

// letters folds a title to its letters and digits.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, briefings.Fold(s))
}

// inOrder sorts the works by their place in the document.
func (c *citations) inOrder() {
	slices.SortStableFunc(c.works, func(a, b briefings.Reference) int { return first(&a) - first(&b) })
}

func first(r *briefings.Reference) int {
	at := r.Anchors[0].DocStart
	for _, cited := range r.Cited {
		at = min(at, cited.DocStart)
	}
	return at
}

// name gives the works their handles, which are their cite keys.
func (c *citations) name() {
	handles := briefings.Namer{}
	for i := range c.works {
		c.works[i].Handle = handles.Next(briefings.KindReference, handleWords(&c.works[i]))
	}
}

// handleWords are the words that name a work best: series and number, or the
// publisher, or the title.
func handleWords(w *briefings.Reference) string {
	if container := strings.Fields(w.ContainerTitle); len(container) > 1 && catalogueCode(container[len(container)-1]) {
		return w.Publisher + " " + container[len(container)-1]
	}
	for _, words := range []string{w.Publisher, w.Title, w.Listed} {
		if briefings.Slug(words, 1) != "" {
			return words
		}
	}
	return "work"
}
