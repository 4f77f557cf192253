package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/briefings"
	"dossier/briefings/extract"
)

// Text returns the words of the source in a range, blocks parted by newlines:
// what copying a selection gives.
func (p *Page) Text(r Range) string {
	if p.doc.Len() == 0 || r.End <= r.Start {
		return ""
	}
	var b strings.Builder
	for i := blockAt(p.doc, r.Start); i < p.doc.Len(); i++ {
		block := p.doc.Block(i)
		if block.Start > r.End {
			break
		}
		if block.Start > r.Start {
			b.WriteByte('\n')
		}
		if block.Start == r.End {
			break
		}
		from := byteOf(block.Text, r.Start-block.Start)
		b.WriteString(block.Text[from : from+byteOf(block.Text[from:], r.End-max(r.Start, block.Start))])
	}
	return b.String()
}

// byteOf returns the byte at which the nth code point of a text begins.
func byteOf(text string, n int) int {
	if n <= 0 {
		return 0
	}
	for i := range text {
		if n == 0 {
			return i
		}
		n--
	}
	return len(text)
}

// WordAt returns the word that holds a code point, or the next one after it.
func (p *Page) WordAt(point int) (Range, bool) {
	return p.forward(point, func(b *briefings.Block, at int) (int, int) { return wordAfter(b.Text, at) })
}

// NextWord returns the first word that begins behind a code point, the word
// after the one that it stands in.
func (p *Page) NextWord(point int) (Range, bool) {
	at, ok := p.WordAt(point)
	if !ok || at.Start > point {
		return at, ok
	}
	return p.WordAt(at.End)
}

// PreviousWord returns the last word that ends at or before a code point.
func (p *Page) PreviousWord(point int) (Range, bool) {
	return p.backward(point, func(b *briefings.Block, at int) (int, int) { return wordBefore(b.Text, at) })
}

// SentenceAt returns the sentence that holds a code point, or the next one
// after it. A heading, a table's cell and a line of code are sentences too.
func (p *Page) SentenceAt(point int) (Range, bool) {
	return p.forward(point, func(b *briefings.Block, at int) (int, int) {
		for _, s := range extract.Split(b) {
			if s.End > at {
				return s.Start, s.End
			}
		}
		return -1, -1
	})
}

// NextSentence returns the sentence after the one that holds a code point.
func (p *Page) NextSentence(point int) (Range, bool) {
	at, ok := p.SentenceAt(point)
	if !ok || at.Start > point {
		return at, ok
	}
	return p.SentenceAt(at.End)
}

// PreviousSentence returns the last sentence that ends at or before a code
// point; of a point within a sentence the one before that.
func (p *Page) PreviousSentence(point int) (Range, bool) {
	return p.backward(point, func(b *briefings.Block, at int) (int, int) {
		start, end := -1, -1
		for _, s := range extract.Split(b) {
			if s.End > at {
				break
			}
			start, end = s.Start, s.End
		}
		return start, end
	})
}

// ParagraphAt returns the range of the block that holds a code point.
func (p *Page) ParagraphAt(point int) (Range, bool) {
	if p.doc.Len() == 0 {
		return Range{}, false
	}
	b := p.doc.Block(blockAt(p.doc, point))
	return Range{b.Start, b.End}, true
}

// stretch returns a piece of a block's text near a byte, -1 for none.
type stretch func(b *briefings.Block, at int) (start, end int)

// forward asks the block at a code point, and those after it from their start.
func (p *Page) forward(point int, find stretch) (Range, bool) {
	for i := blockAt(p.doc, point); i < p.doc.Len(); i++ {
		b := p.doc.Block(i)
		if start, end := find(&b, byteOf(b.Text, point-b.Start)); start >= 0 {
			return pointsOf(&b, start, end), true
		}
	}
	return Range{}, false
}

// backward asks the block at a code point, and those before it from their end.
func (p *Page) backward(point int, find stretch) (Range, bool) {
	for i := min(blockAt(p.doc, point), p.doc.Len()-1); i >= 0; i-- {
		b := p.doc.Block(i)
		if start, end := find(&b, byteOf(b.Text, point-b.Start)); start >= 0 {
			return pointsOf(&b, start, end), true
		}
	}
	return Range{}, false
}

func pointsOf(b *briefings.Block, start, end int) Range {
	from := b.Start + utf8.RuneCountInString(b.Text[:start])
	return Range{from, from + utf8.RuneCountInString(b.Text[start:end])}
}

// wordAfter returns the word that holds a byte or the next.
func wordAfter(text string, at int) (int, int) {
	if at < len(text) && !space(text[at:]) {
		for at > 0 && !spaceBefore(text[:at]) {
			_, size := utf8.DecodeLastRuneInString(text[:at])
			at -= size
		}
	}
	i := strings.IndexFunc(text[at:], func(r rune) bool { return !unicode.IsSpace(r) })
	if i < 0 {
		return -1, -1
	}
	start := at + i
	if n := strings.IndexFunc(text[start:], unicode.IsSpace); n >= 0 {
		return start, start + n
	}
	return start, len(text)
}

// wordBefore returns the last word that ends at or before a byte.
func wordBefore(text string, at int) (int, int) {
	if at < len(text) && !space(text[at:]) { // within a word: that one does not count
		at = strings.LastIndexFunc(text[:at], unicode.IsSpace) + 1
	}
	text = strings.TrimRightFunc(text[:max(at, 0)], unicode.IsSpace)
	if text == "" {
		return -1, -1
	}
	i := strings.LastIndexFunc(text, unicode.IsSpace)
	if i < 0 {
		return 0, len(text)
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return i + size, len(text)
}

func space(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

func spaceBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(r)
}
