package intake

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"dossier/briefings"
	"dossier/briefings/edtf"
	"dossier/briefings/markdown/frontmatter"
)

// lineMax is the longest line in bytes that goes to the parser of CommonMark as
// it is; a longer one is broken at a blank, which changes no word.
const lineMax = 64 << 10

// frontMatter reads the YAML mapping that opens a Markdown file into the
// document's Meta and returns the rest. A file whose mapping cannot be read is
// not taken in.
func frontMatter(text, name string, doc *Document) (string, error) {
	matter, rest, found := frontmatter.Cut(text)
	if !found {
		return text, nil
	}
	entries, err := frontmatter.Parse(matter)
	if err != nil {
		var bad *frontmatter.Error
		if errors.As(err, &bad) && !strings.Contains(matter, ":") {
			return text, nil // two thematic breaks around prose
		}
		return "", &Error{name, err.Error(), "correct it, or take the lines between the first two --- out"}
	}
	for _, e := range entries {
		if err := takeEntry(e, doc); err != nil {
			return "", &Error{name, err.Error(), "correct it, or take the line out"}
		}
	}
	return rest, nil
}

// takeEntry puts one key of the front matter where it belongs.
func takeEntry(e frontmatter.Entry, doc *Document) error {
	m := &doc.Meta
	if known[e.Key] && e.Nested {
		return fmt.Errorf("front matter, line %d: %q takes a value or a list of values", e.Line, e.Key)
	}
	switch e.Key {
	case "": // comments behind the last key
	case "title":
		m.Title = oneLine(e.Value())
	case "author", "authors":
		m.Author = append(m.Author, e.Values...)
	case "tags", "keywords":
		m.Tags = append(m.Tags, listed(e)...)
	case "publisher":
		m.Publisher = oneLine(e.Value())
	case "source", "url":
		m.Source = oneLine(e.Value())
	case "lang", "language":
		m.Lang = oneLine(e.Value())
	case "date":
		takeDate(e, doc)
	case "tlp":
		takeTLP(e, doc)
	case "likelihood-scale":
		m.Likelihood = e.Value()
	default:
		keep(e.Key, e, m)
	}
	return nil
}

// known are the keys that say something of a briefing in its Meta.
var known = map[string]bool{
	"title": true, "author": true, "authors": true, "tags": true, "keywords": true, "publisher": true, "source": true,
	"url": true, "lang": true, "language": true, "date": true, "tlp": true, "likelihood-scale": true,
}

// ours are the keys that an export writes itself. What a foreign file says
// there is kept under another name, so that no file has a key twice.
var ours = map[string]bool{
	"dossier": true, "id": true, "slug": true, "created": true, "modified": true, "revision": true,
	"source-hash": true, "export-profile": true,
}

// keep stores a key that Meta has no place for.
func keep(key string, e frontmatter.Entry, m *briefings.Meta) {
	if ours[key] || known[key] {
		key = "original-" + key
	}
	value := e.Values
	if e.Nested {
		value = []string{strings.TrimRight(e.Raw, "\n")}
	}
	m.Extras = append(m.Extras, briefings.KV{Key: key, Value: value})
}

// listed reads a list, or a scalar with commas.
func listed(e frontmatter.Entry) []string {
	if e.List {
		return e.Values
	}
	var out []string
	for part := range strings.SplitSeq(e.Value(), ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// dayLayouts are the ways in which people write a day that can be read one way
// only.
var dayLayouts = []string{"2 January 2006", "January 2, 2006", "2 Jan 2006", "Jan 2, 2006", "2006/01/02", time.RFC1123, time.RFC1123Z}

// takeDate reads the publication date: EDTF, or a day as people write it.
func takeDate(e frontmatter.Entry, doc *Document) {
	words := oneLine(e.Value())
	date := dayOf(words)
	if date == "" {
		if words != "" {
			keep("date", e, &doc.Meta)
			doc.Odd = append(doc.Odd, fmt.Sprintf("the date %q in the front matter is none that can be read one way only", words))
		}
		return
	}
	doc.Meta.Date = date
	doc.Meta.Reference = briefings.Dating{Date: date, Rule: briefings.DatedByMatter}
}

// dayOf reads a date that can be read one way only: EDTF, with or without a
// time behind it, or a day as people write it. "" is any other.
func dayOf(words string) string {
	date := words
	if day, _, timed := strings.Cut(strings.Replace(words, "T", " ", 1), " "); timed && len(day) == len(time.DateOnly) {
		date = day
	}
	if edtf.Valid(date) {
		return date
	}
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, words); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

// takeTLP reads a handling mark in any case, with or without "TLP:".
func takeTLP(e frontmatter.Entry, doc *Document) {
	words := strings.ToUpper(oneLine(e.Value()))
	mark := briefings.TLP("TLP:" + strings.TrimPrefix(words, "TLP:"))
	switch mark {
	case briefings.TLPClear, briefings.TLPGreen, briefings.TLPAmber, briefings.TLPAmberStrict, briefings.TLPRed:
		doc.Meta.TLP = mark
	case "TLP:WHITE":
		doc.Meta.TLP = briefings.TLPClear // its name before TLP 2.0
	case "TLP:":
	default:
		keep("tlp", e, &doc.Meta)
		doc.Odd = append(doc.Odd, fmt.Sprintf("%q in the front matter is no mark of TLP 2.0; the briefing stands unmarked", words))
	}
}

// softWrap breaks lines longer than lineMax at a blank before a letter, where a
// line break means the same. What has no such blank stays.
func softWrap(text string) string {
	if !hasLongLine(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for line := range strings.Lines(text) {
		for len(line) > lineMax {
			at := blankBeforeLetter(line[:lineMax])
			if at <= 0 {
				break
			}
			b.WriteString(line[:at])
			b.WriteByte('\n')
			line = line[at+1:]
		}
		b.WriteString(line)
	}
	return b.String()
}

func hasLongLine(text string) bool {
	for line := range strings.Lines(text) {
		if len(line) > lineMax {
			return true
		}
	}
	return false
}

// blankBeforeLetter returns the place of the last blank before a letter, where
// no list, rule or quote can begin; -1 if there is none.
func blankBeforeLetter(s string) int {
	for at := len(s) - 2; at > 0; at-- {
		if c := s[at+1] | 0x20; s[at] == ' ' && c >= 'a' && c <= 'z' {
			return at
		}
	}
	return -1
}
