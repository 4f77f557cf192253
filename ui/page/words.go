package page

import (
	"strings"
	"unicode"
)

// Text returns the words of the source in a range, blocks parted by newlines:
// what copying a selection gives.
func (p *Page) Text(r Range) string {
	var b strings.Builder
	if p.doc.Len() == 0 {
		return ""
	}
	for i := blockAt(p.doc, r.Start); i < p.doc.Len(); i++ {
		block := p.doc.Block(i)
		if block.Start >= r.End {
			break
		}
		if block.Start > r.Start {
			b.WriteByte('\n')
		}
		runes := []rune(block.Text)
		b.WriteString(string(runes[min(max(r.Start-block.Start, 0), len(runes)):min(r.End-block.Start, len(runes))]))
	}
	return b.String()
}

// WordAt returns the word that holds a code point, or the next one after it.
func (p *Page) WordAt(point int) (Range, bool) {
	for i := blockAt(p.doc, point); i < p.doc.Len(); i++ {
		block := p.doc.Block(i)
		for _, w := range wordsOf(block.Text) {
			if block.Start+w.End > point {
				return Range{block.Start + w.Start, block.Start + w.End}, true
			}
		}
	}
	return Range{}, false
}

// NextWord returns the word after the one at a code point.
func (p *Page) NextWord(point int) (Range, bool) {
	at, ok := p.WordAt(point)
	if !ok || at.Start > point {
		return at, ok
	}
	return p.WordAt(at.End)
}

// PreviousWord returns the last word that ends at or before a code point.
func (p *Page) PreviousWord(point int) (Range, bool) {
	for i := blockAt(p.doc, point); i >= 0 && i < p.doc.Len(); i-- {
		block := p.doc.Block(i)
		words := wordsOf(block.Text)
		for j := len(words) - 1; j >= 0; j-- {
			if w := words[j]; block.Start+w.End <= point {
				return Range{block.Start + w.Start, block.Start + w.End}, true
			}
		}
	}
	return Range{}, false
}

// wordsOf returns the words of a text in code points.
func wordsOf(text string) []Range {
	var out []Range
	start, at := -1, 0
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			if start >= 0 {
				out = append(out, Range{start, at})
			}
			start = -1
		case start < 0:
			start = at
		}
		at++
	}
	if start >= 0 {
		out = append(out, Range{start, at})
	}
	return out
}

// SentenceAt returns the sentence that holds a code point.
func (p *Page) SentenceAt(point int) (Range, bool) { return p.paragraph(point) }

// NextSentence returns the sentence after the one at a code point.
func (p *Page) NextSentence(point int) (Range, bool) {
	at, ok := p.SentenceAt(point)
	if !ok {
		return at, false
	}
	return p.SentenceAt(at.End + 1)
}

// PreviousSentence returns the sentence before the one at a code point.
func (p *Page) PreviousSentence(point int) (Range, bool) {
	at, ok := p.SentenceAt(point)
	if !ok || at.Start == 0 {
		return at, false
	}
	return p.SentenceAt(at.Start - 1)
}

// ParagraphAt returns the range of the block that holds a code point.
func (p *Page) ParagraphAt(point int) (Range, bool) { return p.paragraph(point) }

func (p *Page) paragraph(point int) (Range, bool) {
	if p.doc.Len() == 0 {
		return Range{}, false
	}
	b := p.doc.Block(blockAt(p.doc, point))
	return Range{b.Start, b.End}, true
}
