package page

import (
	"strings"
	"time"

	gansi "charm.land/glamour/v2/ansi"

	"dossier/briefings"
)

// Bounds of highlighting. A lexer is a set of backtracking regular expressions
// over foreign text; some need minutes for 16 KB that were made for them. So
// only small chunks in languages whose lexers stood their trial are
// highlighted, and none any more once one has taken its time.
const (
	highlightBytes = codeBytes + codeBytes/2
	highlightTime  = 250 * time.Millisecond
	languageMax    = 32 // bytes of a language's name
)

const (
	codeIndent = 2 // cells that code is set in
	tabStop    = 4 // cells
)

// verbatim lays out code and raw HTML line by line. A line of code may be wider
// than the page, which slides then (see slide.go); others that are too long go on
// below, with a sign.
func (p *piece) verbatim() {
	s := &sheet{}
	k := look{}
	if p.block.Kind != briefings.Code {
		k.face = faceDim
	}
	s.verbatim(strings.TrimSuffix(p.block.Text[p.from:p.to], "\n"), p.bound.point, k)
	if p.block.Kind != briefings.Code || !p.highlight(s) {
		p.leaf().style(s, 0)
	}
	width := max(p.room.right-p.before.width-codeIndent, 1)
	for _, row := range splitGlyphs(s.cut(), breakLine) {
		expandTabs(row)
		if p.block.Kind == briefings.Code && width >= slideLeast && cells(row) <= slideMost {
			p.sliding(append(p.before.next(), blanks(codeIndent)...), row)
			continue
		}
		in := blanks(codeIndent)
		for _, l := range hardWrap(row, width) {
			p.add([][]glyph{append(in, l...)})
			in = append(signs(p.signs.Ellipsis, faceFaint), blanks(codeIndent-1)...)
		}
	}
}

// verbatim writes lines with their tabs.
func (s *sheet) verbatim(text string, point int, k look) {
	for text != "" {
		n := strings.IndexAny(text, "\n\t")
		if n < 0 {
			n = len(text)
		}
		point = s.source(text[:n], point, k, 0)
		if n < len(text) {
			s.mark(text[n], point)
			point, n = point+1, n+1
		}
		text = text[n:]
	}
}

// highlight fills in the looks of a sheet of code in a language that is known;
// it says false if the code is to be shown plain.
func (p *piece) highlight(s *sheet) bool {
	language := p.block.Info
	if language == "" || len(language) > languageMax || len(s.text) > highlightBytes || p.plainCode.Load() {
		return false
	}
	if !highlights(language) {
		return false
	}
	begin := time.Now()
	ok := p.leaf().code(s, language)
	if time.Since(begin) > highlightTime && p.number > 0 {
		p.plainCode.Store(true) // the first chunk may have had to load the lexer
	}
	return ok
}

// code renders a sheet as code. Where a text brings a fault of its lexer to
// light, it says false too.
func (l *leaf) code(s *sheet, language string) (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	l.out.Reset()
	element := &gansi.CodeBlockElement{Code: string(s.text), Language: language}
	if element.Render(&l.out, l.context) != nil {
		return false
	}
	rendered := l.out.String()
	looks, ok := readBack(nil, 0, rendered, string(s.text)+"\n")
	if !ok {
		looks, ok = readBack(nil, 0, rendered, string(s.text))
	}
	if ok {
		s.looks = looks
	}
	return ok
}

// splitGlyphs parts glyphs at a break. The break stays at the end of what it
// ends, empty, so that an empty line has its place in the text.
func splitGlyphs(glyphs []glyph, sign byte) [][]glyph {
	var out [][]glyph
	begin := 0
	for i := range glyphs {
		if glyphs[i].text == string(sign) {
			glyphs[i].text = ""
			out = append(out, glyphs[begin:i+1])
			begin = i + 1
		}
	}
	return append(out, glyphs[begin:])
}

// expandTabs makes each tab as wide as it takes to the next stop.
func expandTabs(row []glyph) {
	spaces := strings.Repeat(" ", tabStop)
	column := 0
	for i := range row {
		if row[i].text == "\t" {
			n := tabStop - column%tabStop
			row[i].text, row[i].width = spaces[:n], uint8(n)
		}
		column += int(row[i].width)
	}
}

// hardWrap cuts a row wherever it is full.
func hardWrap(row []glyph, width int) [][]glyph {
	var out [][]glyph
	begin, used := 0, 0
	for i := range row {
		if w := int(row[i].width); used+w > width && i > begin {
			out = append(out, row[begin:i])
			begin, used = i, 0
		}
		used += int(row[i].width)
	}
	return append(out, row[begin:])
}
