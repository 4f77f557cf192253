package extract

import (
	_ "embed"
	"strings"
	"sync"

	"dossier/briefings"
)

//go:embed data/references-en.txt
var referencesFile string

// referenceWords are the words by which works are cited: class -> words.
var referenceWords = sync.OnceValue(func() map[string]map[string]bool { return readReferenceWords(referencesFile) })

func readReferenceWords(file string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for line := range strings.Lines(file) {
		class, word, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || class[0] == '#' {
			continue
		}
		if out[class] == nil {
			out[class] = map[string]bool{}
		}
		out[class][word] = true
	}
	return out
}

// titledWorks takes the works that a span of the text names by their titles.
func (c *citations) titledWorks(place Span) {
	t := newTokens(c.Words(place))
	for at := 0; at < len(t.words); at++ {
		for _, reading := range readings {
			if w, ok := reading.read(c, t, at); ok {
				work := w.work
				span := Span{place.Start + w.start, place.Start + w.end}
				c.add(work, span, briefings.OriginExtracted, reading.rule)
				for at+1 < len(t.words) && t.words[at+1].start < w.end {
					at++
				}
				break
			}
		}
	}
}

// reading is a way in which texts name a work. It looks at the token at which
// it may begin.
type reading struct {
	rule string
	read func(c *citations, t *tokens, at int) (namedWork, bool)
}

var readings = []reading{
	{"a number of a catalogue and a title", (*citations).catalogued},
	{"a rulebook with its number and title", (*citations).rulebook},
	{"a year and the title of a document", (*citations).yearly},
	{"a piece with its title in quotation marks", (*citations).quoted},
	{"another piece of the same publisher", (*citations).own},
	{"a pointer to a title and its publisher", (*citations).pointed},
	{"the source of the quotation below", (*citations).accordingTo},
	{"the source of a figure", (*citations).figureSource},
	{"a title with its publisher and day", (*citations).dated},
}

// namedWork is a work with the bytes of its block that name it.
type namedWork struct {
	work       briefings.Reference
	start, end int
}

// catalogued reads "CRS Report R45408, Title of It, by A. Name".
func (c *citations) catalogued(t *tokens, at int) (namedWork, bool) {
	w := &t.words[at]
	if at == 0 || !catalogueCode(w.bare) || !strings.HasSuffix(w.text, ",") || !referenceWords()["series"][strings.ToLower(t.bare(at-1))] || !upper(t.bare(at-1)) {
		return namedWork{}, false
	}
	from := at - 1
	for from > 0 && at-from < 4 && t.nameGoesBack(from) {
		from--
	}
	titleFrom := at + 1
	if titleFrom >= len(t.words) {
		return namedWork{}, false
	}
	titleTo := t.titleEnd(titleFrom)
	if titleTo <= titleFrom {
		return namedWork{}, false
	}
	work := briefings.Reference{Type: "report", Title: trimTitle(t.slice(titleFrom, titleTo))}
	end := titleTo
	if by := t.byline(titleTo); by > 0 {
		end = t.namesEnd(by)
		work.Author = authorsIn(t.slice(by, end))
	}
	work.ContainerTitle = t.slice(from, at) + " " + w.bare
	if from < at-1 {
		work.Publisher = t.bare(from)
	}
	start, stop := t.words[from].start, t.words[end-1].end
	stop -= len(t.text[start:stop]) - len(strings.TrimRight(t.text[start:stop], ".,;)"))
	return namedWork{work, start, stop}, true
}

// rulebook reads `DOD Directive 3000.09, "Title,"`.
func (c *citations) rulebook(t *tokens, at int) (namedWork, bool) {
	if !referenceWords()["rulebook"][strings.ToLower(t.bare(at))] || !upper(t.bare(at)) {
		return namedWork{}, false
	}
	i := at + 1
	if i < len(t.words) && strings.HasPrefix(t.words[i].text, "(") {
		i++
	}
	number := t.bare(i)
	if number == "" || !strings.ContainsAny(number, "0123456789") || i+1 >= len(t.words) || !strings.HasSuffix(t.words[i].text, ",") {
		return namedWork{}, false
	}
	title, end, ok := t.quotedAt(i + 1)
	if !ok {
		return namedWork{}, false
	}
	from := at
	for from > 0 && at-from < 4 && t.nameGoesBack(from) {
		from--
	}
	work := briefings.Reference{Type: "regulation", Title: title, ContainerTitle: t.slice(from, at+1) + " " + number}
	if from < at {
		work.Publisher = t.slice(from, at)
	}
	return namedWork{work, t.words[from].start, end}, true
}

// yearly reads "2026 National Defense Strategy" and, once "(NDS)" was said
// behind such a title, "2022 NDS".
func (c *citations) yearly(t *tokens, at int) (namedWork, bool) {
	w := &t.words[at]
	before := t.bare(at - 1)
	if !yearLike(w.text) || monthOf(before) != "" || isDigits(before) || dateLeads[strings.ToLower(before)] || !upper(t.bare(at+1)) {
		return namedWork{}, false
	}
	if full, ok := c.abbr[t.bare(at+1)]; ok {
		work := briefings.Reference{Type: "report", Title: w.text + " " + full, Issued: w.text}
		return namedWork{work, w.start, t.words[at+1].start + strings.Index(t.words[at+1].text, t.bare(at+1)) + len(t.bare(at+1))}, true
	}
	last := -1
	for i := at + 1; i < len(t.words) && i < at+12; i++ {
		word := &t.words[i]
		if !upper(word.bare) && !titleJoiner[word.text] {
			break
		}
		if referenceWords()["document"][strings.ToLower(word.bare)] {
			last = i
		}
		if word.closes() {
			break
		}
	}
	if last < at+3 {
		return namedWork{}, false
	}
	title := t.slice(at, last+1)
	title = strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(title, "'s"), "’s"), ",.;:)")
	work := briefings.Reference{Type: "report", Title: title, Issued: w.text}
	if next := t.bare(last + 1); last+1 < len(t.words) && strings.HasPrefix(t.words[last+1].text, "("+next+")") && strings.ToUpper(next) == next && len(next) >= 2 {
		if c.abbr == nil {
			c.abbr = map[string]string{}
		}
		c.abbr[next] = strings.TrimPrefix(title, w.text+" ")
	}
	return namedWork{work, w.start, w.start + len(title)}, true
}

// dateLeads are words before a year that only dates: "in 2004 National Guard
// reports said".
var dateLeads = map[string]bool{"in": true, "by": true, "since": true, "during": true, "until": true, "till": true, "from": true, "after": true, "before": true, "and": true}

var titleJoiner = map[string]bool{"of": true, "on": true, "for": true, "and": true, "the": true, "to": true, "in": true, "&": true}

// quoted reads `a report titled "Title"` and `the article, "Title,"`.
func (c *citations) quoted(t *tokens, at int) (namedWork, bool) {
	piece := strings.ToLower(t.bare(at))
	if !referenceWords()["piece"][piece] {
		return namedWork{}, false
	}
	i := at + 1
	named := false
	for i < len(t.words) && i < at+4 && referenceWords()["named"][strings.ToLower(t.bare(i))] {
		named = true
		i++
	}
	if !named && !strings.HasSuffix(t.words[at].text, ",") && !strings.HasSuffix(t.words[at].text, ":") {
		return namedWork{}, false
	}
	title, end, ok := t.quotedAt(i)
	if !ok || len(strings.Fields(title)) < 3 && !named {
		return namedWork{}, false
	}
	work := briefings.Reference{Type: pieceTypes[piece], Title: title}
	if work.Type == "" {
		work.Type = "document"
	}
	return namedWork{work, t.words[i].start, end}, true
}

var pieceTypes = map[string]string{"article": "article", "report": "report", "study": "report", "paper": "report", "book": "book", "post": "post-weblog"}

// ownMax is the longest title in words of another piece of the same publisher.
const ownMax = 14

// own reads "our analysis of Title." up to the stop.
func (c *citations) own(t *tokens, at int) (namedWork, bool) {
	if strings.ToLower(t.words[at].text) != "our" {
		return namedWork{}, false
	}
	i := at + 1
	for i < at+3 && !referenceWords()["own"][strings.ToLower(t.bare(i)+" "+t.bare(i+1))] {
		i++
	}
	if !referenceWords()["own"][strings.ToLower(t.bare(i)+" "+t.bare(i+1))] || !upper(t.bare(i+2)) {
		return namedWork{}, false
	}
	from := i + 2
	for to := from; to < len(t.words) && to < from+ownMax; to++ {
		if w := &t.words[to]; w.closes() && !strings.HasSuffix(w.text, ",") || to+1 == len(t.words) {
			if to-from < 2 {
				break
			}
			title := trimTitle(t.slice(from, to+1))
			work := briefings.Reference{Type: "webpage", Title: title, Publisher: c.Meta.Publisher}
			return namedWork{work, t.words[from].start, t.words[from].start + len(title)}, true
		}
	}
	return namedWork{}, false
}

// pointed reads "readers can review Title on Publisher."
func (c *citations) pointed(t *tokens, at int) (namedWork, bool) {
	if !referenceWords()["pointer"][strings.ToLower(t.bare(at)+" "+t.bare(at+1))] || !upper(t.bare(at+2)) {
		return namedWork{}, false
	}
	from, on := at+2, 0
	for to := from; to < len(t.words) && to < from+ownMax+6; to++ {
		w := &t.words[to]
		if (w.text == "on" || w.text == "at" || w.text == "in") && to-from >= 3 && upper(t.bare(to+1)) {
			on = to
		}
		if w.closes() {
			if on == 0 || to-on > 5 {
				break
			}
			publisher := trimTitle(t.slice(on+1, to+1))
			work := briefings.Reference{Type: "webpage", Title: trimTitle(t.slice(from, on)), Publisher: publisher, ContainerTitle: publisher}
			return namedWork{work, t.words[from].start, t.words[on-1].end}, true
		}
	}
	return namedWork{}, false
}

// accordingTo reads a paragraph "According to the Title" without a stop, which
// leads in a quotation.
func (c *citations) accordingTo(t *tokens, at int) (namedWork, bool) {
	if at != 0 || len(t.words) < 6 || t.words[0].text != "According" || t.bare(1) != "to" && !strings.HasPrefix(t.text, "According to") {
		return namedWork{}, false
	}
	last := &t.words[len(t.words)-1]
	if last.closes() && !strings.HasSuffix(last.text, ":") {
		return namedWork{}, false
	}
	from := 2
	if !upper(t.bare(1)) && t.bare(1) != "to" { // "According tothe": a paste that lost its blank
		from = 1
	}
	start := t.words[from].start
	rest := t.text[start:]
	for _, article := range []string{"the ", "the", "a "} {
		if after, ok := strings.CutPrefix(rest, article); ok && upper(after) || ok && yearLike(firstWord(after)) {
			start += len(article)
			rest = after
			break
		}
	}
	title := strings.TrimRight(rest, ": ")
	if !titleCased(title) || len(strings.Fields(title)) < 4 || strings.Contains(title, ". ") {
		return namedWork{}, false
	}
	return namedWork{briefings.Reference{Type: "report", Title: title}, start, start + len(title)}, true
}

// figureSource reads `Source: Name of It, "Title," May 2021.`
func (c *citations) figureSource(t *tokens, at int) (namedWork, bool) {
	switch t.words[at].text {
	case "Source:", "Sources:":
	default:
		return namedWork{}, false
	}
	for i := at + 1; i < len(t.words) && i < at+16; i++ {
		title, end, ok := t.quotedAt(i)
		if !ok {
			continue
		}
		before := t.slice(at+1, i)
		if !strings.HasSuffix(before, ",") || authorsIn(before) == nil {
			return namedWork{}, false
		}
		work := briefings.Reference{Type: "document"}
		describe(&work, t.text[t.words[at+1].start:])
		work.Title = title
		return namedWork{work, t.words[at+1].start, end}, true
	}
	return namedWork{}, false
}
