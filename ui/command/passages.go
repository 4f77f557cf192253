package command

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dossier/briefings"
	"dossier/ui/theme"
)

// passage is a place in a text that a search found.
type passage struct {
	briefings.Anchor
	section string // its title
	excerpt theme.Excerpt
}

// passagesIn returns where a text holds all terms near each other: every hit of
// the first term in a block that holds them all. sections is asked only for a
// text that does.
func passagesIn(blocks []briefings.Block, terms []string, sections func() ([]briefings.Section, error)) ([]passage, error) {
	var out []passage
	var locator *briefings.Locator
	var outline []briefings.Section
	at := 0 // of the block, in bytes of the document
	for i := range blocks {
		text := blocks[i].Text
		found := hits(text, terms)
		for _, hit := range found {
			if locator == nil {
				var err error
				if outline, err = sections(); err != nil {
					return nil, err
				}
				rev := briefings.Revision{Blocks: blocks}
				locator = briefings.NewLocator(rev.Text(), outline)
			}
			p := passage{Anchor: locator.Anchor(at+hit[0], at+hit[1]), excerpt: excerptOf(text, hit, terms)}
			if n := briefings.SectionAt(outline, p.DocStart); n >= 0 {
				p.section = outline[n].Title
			}
			out = append(out, p)
		}
		at += len(text) + 1
	}
	return out, nil
}

// hits returns the byte ranges of the first term in a text that holds them all.
func hits(text string, terms []string) [][2]int {
	if !holds(briefings.Fold(text), terms) {
		return nil
	}
	return foldedHits(text, terms[0])
}

// What of a text is shown around a hit, in bytes: more than any screen holds in
// a row, as some lines lie below it.
const (
	excerptBefore = 200
	excerptAfter  = 400
)

// excerptOf is the text around a hit, with all terms lit in it. A break within it
// becomes a blank.
func excerptOf(text string, hit [2]int, terms []string) theme.Excerpt {
	from, to := 0, len(text)
	if at := hit[0] - excerptBefore; at > 0 {
		from = at + max(strings.IndexByte(text[at:hit[0]], ' '), 0)
	}
	if at := hit[1] + excerptAfter; at < to {
		to = hit[1] + max(strings.LastIndexByte(text[hit[1]:at], ' '), 0)
	}
	e := theme.Excerpt{Text: breaks.Replace(text[from:to])}
	lit := [][2]int{{hit[0] - from, hit[1] - from}}
	for _, term := range terms {
		lit = append(lit, foldedHits(e.Text, term)...)
	}
	slices.SortStableFunc(lit[1:], func(a, b [2]int) int { return a[0] - b[0] })
	for _, l := range lit[1:] {
		if n := len(e.Lit); (n == 0 || l[0] >= e.Lit[n-1][1]) && (l[1] <= lit[0][0] || l[0] >= lit[0][1]) {
			e.Lit = append(e.Lit, l)
		}
	}
	e.At, _ = slices.BinarySearchFunc(e.Lit, lit[0][0], func(l [2]int, at int) int { return l[0] - at })
	e.Lit = slices.Insert(e.Lit, e.At, lit[0])
	return e
}

// breaks are as long as the blank that stands for them.
var breaks = strings.NewReplacer("\n", " ", "\t", " ")

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
