package command

import (
	"strings"
	"unicode/utf8"

	"dossier/briefings"
)

// passages returns where a document holds all terms near each other: every hit
// of the first term in a block that holds them all.
func passages(rev *briefings.Revision, sections []briefings.Section, terms []string) []briefings.Anchor {
	var out []briefings.Anchor
	var locator *briefings.Locator
	at := 0 // of the block, in bytes of the document
	for i := range rev.Blocks {
		text := rev.Blocks[i].Text
		for _, hit := range hits(text, terms) {
			if locator == nil {
				locator = briefings.NewLocator(rev.Text(), sections)
			}
			out = append(out, locator.Anchor(at+hit[0], at+hit[1]))
		}
		at += len(text) + 1
	}
	return out
}

// hits returns the byte ranges of the first term in a text that holds them all.
func hits(text string, terms []string) [][2]int {
	if !holds(briefings.Fold(text), terms) {
		return nil
	}
	return foldedHits(text, terms[0])
}

// foldedHits returns the byte ranges of a text that a folded term stands for.
func foldedHits(text, term string) [][2]int {
	folded, from := foldedWithOrigin(text)
	var out [][2]int
	for at := 0; ; {
		i := strings.Index(folded[at:], term)
		if i < 0 {
			return out
		}
		end := at + i + len(term)
		last := from[end-1]
		_, size := utf8.DecodeRuneInString(text[last:])
		out = append(out, [2]int{from[at+i], last + size})
		at = end
	}
}

// foldedWithOrigin folds a text and tells for each byte of the result at which
// byte of the text the character behind it begins.
func foldedWithOrigin(text string) (folded string, from []int) {
	var b strings.Builder
	for i := 0; i < len(text); {
		_, size := utf8.DecodeRuneInString(text[i:])
		piece := briefings.Fold(text[i : i+size])
		for range len(piece) {
			from = append(from, i)
		}
		b.WriteString(piece)
		i += size
	}
	return b.String(), from
}
