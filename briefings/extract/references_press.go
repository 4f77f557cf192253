package extract

import (
	"strings"
	"sync"

	"dossier/briefings"
)

// Pieces of the press that a text names without an address: by newspaper and
// day in brackets, in a line of sources, or by title, newspaper and day.

// pressIn notes what brackets name: "(Reuters, 3 March 2025; Harbour Times, 4
// March 2025)".
func (c *citations) pressIn(place Span) {
	text := c.Words(place)
	for at := 0; ; {
		open := strings.IndexByte(text[at:], '(')
		if open < 0 {
			return
		}
		at += open + 1
		inner, _, closed := strings.Cut(text[at:min(at+bracketMax, len(text))], ")")
		if !closed {
			continue
		}
		start := at
		for part := range strings.SplitSeq(inner, ";") {
			lead := len(part) - len(strings.TrimLeft(part, " "))
			if work, ok := pressPiece(strings.TrimSpace(part)); ok {
				c.press = append(c.press, namedWork{work, place.Start + start + lead, place.Start + start + len(strings.TrimRight(part, " "))})
			}
			start += len(part) + 1
		}
	}
}

// bracketMax is how far in bytes brackets that name pieces may reach.
const bracketMax = 240

// pressPiece reads "Reuters, 3 March 2025".
func pressPiece(words string) (briefings.Reference, bool) {
	name, date, ok := strings.Cut(words, ", ")
	if !ok || !ofPress(name) {
		return briefings.Reference{}, false
	}
	fields := strings.Fields(date)
	issued, used, _ := dateAt(fields)
	if len(issued) != len("2006-01-02") || used != len(fields) {
		return briefings.Reference{}, false
	}
	return briefings.Reference{Type: "article-newspaper", Publisher: name, ContainerTitle: name, Issued: issued, Listed: words}, true
}

// ofPress says whether a name is one of a newspaper, a magazine or an agency: it
// is known, or ends in a word that such names end in.
func ofPress(name string) bool {
	if referenceWords()["agency"][name] || pressNames()[briefings.Fold(name)] {
		return true
	}
	fields := strings.Fields(name)
	return len(fields) >= 2 && len(fields) <= 5 && titleCased(name) && referenceWords()["press"][strings.ToLower(fields[len(fields)-1])]
}

// pressNames are the newspapers and magazines of the list of hosts, folded.
var pressNames = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, p := range publishers() {
		if strings.HasPrefix(p.cslType, "article-") {
			out[briefings.Fold(p.name)] = true
		}
	}
	return out
})

// addPress makes works of the pieces that no other entry is: a work of the same
// newspaper and day is cited by the brackets instead.
func (c *citations) addPress() {
	known := map[string]bool{}
	for i := range c.works {
		known[briefings.Fold(c.works[i].Publisher)+" "+c.works[i].Issued] = true
	}
	for _, p := range c.press {
		if !known[briefings.Fold(p.work.Publisher)+" "+p.work.Issued] {
			c.add(p.work, Span{p.start, p.end}, briefings.OriginExtracted, "a newspaper and its day")
		}
	}
}

// sourceLine takes the works of a line "Sources: A; B, 5 May 2024". What is a
// sentence and no name is left, so are offices that gave their figures, and so is
// a line with addresses or titles in quotation marks, which are read as such.
func (c *citations) sourceLine(i int, links []webLink) bool {
	text := c.Revision.Blocks[i].Text
	word, rest, ok := strings.Cut(text, ": ")
	if !ok || len(links) > 0 || word != "Source" && word != "Sources" || strings.Contains(rest, "\n") || strings.ContainsAny(rest, "“\"«") {
		return false
	}
	var found, pieces []namedWork
	at := c.Blocks[i].Start + len(text) - len(rest)
	for part := range strings.SplitSeq(rest, ";") {
		start := at + len(part) - len(strings.TrimLeft(part, " "))
		at += len(part) + 1
		words := strings.Trim(part, " .")
		if words == "" {
			continue
		}
		work, ok := pressPiece(words)
		if ok {
			pieces = append(pieces, namedWork{work, start, start + len(words)})
			continue
		}
		if len(strings.Fields(words)) > sourceMax || !titleCased(words) {
			return false
		}
		work = briefings.Reference{Type: "document", Title: words, Listed: words}
		if work.Issued, _ = issuedIn(words); work.Issued == "" && !namesDocument(words) {
			continue // an office that gave its figures
		}
		tidyTitle(&work)
		found = append(found, namedWork{work, start, start + len(words)})
	}
	for _, w := range found {
		c.add(w.work, Span{w.start, w.end}, briefings.OriginSource, "a line of sources")
	}
	c.press = append(c.press, pieces...)
	return len(found)+len(pieces) > 0
}

// namesDocument says whether one of the words is for a kind of document.
func namesDocument(words string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(words)) {
		if word = strings.TrimSuffix(strings.Trim(word, ",.()"), "s"); referenceWords()["document"][word] || referenceWords()["series"][word] {
			return true
		}
	}
	return false
}

// plainName says whether words may be a publisher's name: no digits, no marks of
// emphasis, no pointer before it.
func plainName(words string) bool {
	return words != "" && !strings.ContainsAny(words, "0123456789_*") && !strings.HasPrefix(words, "See ")
}

// sourceMax is the longest name in words of a work in a line of sources.
const sourceMax = 12

// dated reads `“Crane Falls at Noon,” Harbour Review, 5 May 2024`.
func (c *citations) dated(t *tokens, at int) (namedWork, bool) {
	title, end, ok := t.quotedAt(at)
	if !ok {
		return namedWork{}, false
	}
	from := at
	for from < len(t.words) && t.words[from].start < end {
		from++
	}
	if from == at || !strings.Contains(t.words[from-1].text, ",") {
		return namedWork{}, false
	}
	to := from
	for to < len(t.words) && to < from+6 && !strings.HasSuffix(t.words[to].text, ",") {
		to++
	}
	name := strings.TrimSuffix(t.slice(from, to+1), ",")
	var rest []string
	for i := to + 1; i < len(t.words) && i < to+4; i++ {
		rest = append(rest, t.words[i].text)
	}
	issued, used, _ := dateAt(rest)
	if len(issued) < len("2006-01") || !titleCased(name) || !plainName(name) {
		return namedWork{}, false
	}
	stop := t.words[to+used].start + len(strings.TrimRight(t.words[to+used].text, ".,;:)"))
	work := briefings.Reference{Type: "article-newspaper", Title: title, Publisher: name, ContainerTitle: name, Issued: issued}
	return namedWork{work, t.words[at].start, stop}, true
}
