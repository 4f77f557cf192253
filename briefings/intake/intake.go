// Package intake turns received bytes of any format into a source revision:
// the bytes untouched, the text as CommonMark, its blocks and its canonical
// text. One format a file.
package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"strings"
	"time"
	"unicode/utf8"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/briefings/commonmark"
)

// DefaultMax is the size in bytes above which a document is refused unless
// Options.Max says otherwise.
const DefaultMax = 16 << 20

// Options say what is known of a document besides its bytes.
type Options struct {
	// Source is the URL or the path that the bytes came from; only the last
	// element of a path is kept. "" for standard input.
	Source string
	// Encoding is a WHATWG encoding label ("windows-1254"); "" is UTF-8.
	Encoding string
	// Format forces a format; "" decides by name and content.
	Format briefings.Format
	// Max is the largest size in bytes; 0 is DefaultMax.
	Max int
	// Now is the time of the import.
	Now time.Time
}

// Document is what intake makes of the bytes: the revision, and what the
// document says of itself.
type Document struct {
	Meta     briefings.Meta
	Revision briefings.Revision
	// Odd lists in words what looked odd ("12 control characters replaced").
	Odd []string
}

// Error says in one sentence why a document was not taken in and what to do.
type Error struct{ Name, Problem, Remedy string }

func (e *Error) Error() string {
	name := e.Name
	if name == "" {
		name = "standard input"
	}
	return fmt.Sprintf("%s: %s; %s", clean.Of(name), e.Problem, e.Remedy)
}

// Read takes a document in. It never reads a file or the clock itself. The
// error is an *Error.
func Read(data []byte, o Options) (Document, error) {
	name := baseName(o.Source)
	text, odd, err := decodeBytes(data, name, o)
	if err != nil {
		return Document{}, err
	}
	text, replaced := cleanPages(text)
	if strings.TrimSpace(text) == "" {
		return Document{}, empty(name)
	}
	doc := Document{Meta: briefings.Meta{Source: name, Revision: 1, Author: []string{}, Tags: []string{}}}
	format := o.Format
	if format == "" {
		format = detect(name, text)
	}
	markdown, more, err := toMarkdown(text, format, name, &doc)
	if err != nil {
		return Document{}, err
	}
	replaced += more
	doc.Revision = newRevision(data, markdown)
	doc.Revision.Format, doc.Revision.Source = format, name
	doc.Revision.Replaced, doc.Revision.Imported = replaced, o.Now
	if odd != "" {
		doc.Odd = append(doc.Odd, odd)
	}
	if replaced > 0 {
		doc.Odd = append(doc.Odd, fmt.Sprintf("%d control characters replaced", replaced))
	}
	if doc.Meta.Title == "" {
		doc.Meta.Title = title(&doc.Revision)
	}
	doc.Meta.Words = len(strings.Fields(doc.Revision.Text()))
	return doc, nil
}

// toMarkdown brings a text of any format to CommonMark, and says how many
// control characters became U+FFFD on the way.
func toMarkdown(text string, format briefings.Format, name string, doc *Document) (markdown string, replaced int, err error) {
	switch format {
	case briefings.FormatText:
		takeMail(text, &doc.Meta)
		return FromText(text), 0, nil
	case briefings.FormatHTML:
		return fromHTML(text, name, doc)
	}
	markdown, err = frontMatter(strings.ReplaceAll(text, "\f", "\n"), name, doc)
	if err != nil {
		return "", 0, err
	}
	if strings.TrimSpace(markdown) == "" {
		return "", 0, empty(name)
	}
	return softWrap(markdown), 0, nil
}

// titleMax is the longest title in bytes that is made of a text without one.
const titleMax = 120

// title returns the title of a revision, or the first words of one that has
// none.
func title(r *briefings.Revision) string {
	if t := r.Title(); t != "" {
		return t
	}
	for i := range r.Blocks {
		words := once(strings.Join(strings.Fields(r.Blocks[i].Text), " "))
		if words == "" {
			continue
		}
		if len(words) <= titleMax {
			return words
		}
		cut := strings.LastIndexByte(words[:titleMax], ' ')
		if cut <= 0 {
			cut = titleMax
			for !utf8.RuneStart(words[cut]) {
				cut--
			}
		}
		return words[:cut] + "…"
	}
	return ""
}

// repeatedLeast is the least length in bytes of words that are taken for said twice.
const repeatedLeast = 20

// once cuts words that say the same twice, as the headline of a page does that was
// copied with the caption of its picture.
func once(words string) string {
	for i := repeatedLeast; i < len(words); i++ {
		if words[i] == ' ' && strings.HasPrefix(words[i+1:], words[:i]) {
			return words[:i]
		}
	}
	return words
}

func newRevision(raw []byte, markdown string) briefings.Revision {
	r := briefings.Revision{Number: 1, Raw: raw, Canon: briefings.CanonVersion, Markdown: markdown}
	r.Blocks, r.Links = commonmark.Cut(markdown)
	r.RawHash, r.TextHash = hash(raw), hash([]byte(r.Text()))
	return r
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// baseName keeps a URL whole and of a path the last element.
func baseName(source string) string {
	if strings.Contains(source, "://") || source == "" {
		return source
	}
	return path.Base(strings.ReplaceAll(source, `\`, "/"))
}
