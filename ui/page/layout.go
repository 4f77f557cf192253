package page

import (
	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/ui/theme"
)

// layouter lays parts out for one width. Each goroutine has its own.
type layouter struct {
	doc    Document
	glyphs *theme.Glyphs
	width  int // cells without the gutter
}

func newLayouter(doc Document, glyphs *theme.Glyphs, width int) *layouter {
	return &layouter{doc: doc, glyphs: glyphs, width: width}
}

// parts returns in how many parts a block is laid out.
func (l *layouter) parts(block int) int { return 1 }

// partAt returns the part that shows a code point.
func (l *layouter) partAt(block, point int) int { return 0 }

func (l *layouter) part(block, part int) *laid {
	b := l.doc.Block(block)
	out := &laid{}
	if block > 0 {
		out.lines = append(out.lines, line{from: int32(b.Start), to: int32(b.Start), decor: true})
	}
	f := faceText
	if b.Kind == briefings.Heading {
		f = faceHeading
	}
	out.lines = append(out.lines, wrap(glyphsOf(b.Text, b.Start, f), min(l.width, ProseMax), b.Start, b.End)...)
	if b.Kind == briefings.Heading && b.Level == 2 {
		width := 0
		for _, g := range out.lines[len(out.lines)-1].glyphs {
			width += int(g.width)
		}
		rule := line{from: int32(b.End), to: int32(b.End), decor: true}
		for range width {
			rule.glyphs = append(rule.glyphs, glyph{text: l.glyphs.Horizontal, point: decor, width: 1, face: faceFaint})
		}
		out.lines = append(out.lines, rule)
	}
	for i := range out.lines {
		out.size += 64 + 40*len(out.lines[i].glyphs)
	}
	return out
}

func (l *layouter) inset(in Inset) []line {
	f := faceNote
	if in.Role == Question {
		f = faceQuestion
	}
	words := glyphsOf(in.Text.String(), 0, f)
	if in.Aside.String() != "" {
		words = append(words, glyphsOf("   "+in.Aside.String(), 0, faceDim)...)
	}
	return wrap(words, min(l.width, ProseMax), 0, 0)
}

// glyphsOf cuts a text into glyphs.
func glyphsOf(text string, start int, f face) []glyph {
	var out []glyph
	point := start
	for _, r := range text {
		shown := clean.Of(string(r))
		out = append(out, glyph{text: shown.String(), point: int32(point), points: 1, width: uint8(theme.Width(shown)), face: f})
		point++
	}
	return out
}

// wrap breaks glyphs into lines at blanks.
func wrap(glyphs []glyph, width, from, to int) []line {
	var lines []line
	begin, space, used := 0, -1, 0
	cut := func(end, next int) {
		lines = append(lines, line{glyphs: glyphs[begin:end], to: int32(to)})
		begin, space = next, -1
		used = 0
	}
	for i := 0; i < len(glyphs); i++ {
		if used+int(glyphs[i].width) > width && glyphs[i].text != " " {
			if space >= 0 {
				i = space
				cut(space, space+1)
				continue
			}
			cut(i, i)
		}
		if glyphs[i].text == " " {
			space = i
		}
		used += int(glyphs[i].width)
	}
	cut(len(glyphs), len(glyphs))
	for i := range lines {
		lines[i].from = int32(from)
		if i > 0 && len(lines[i].glyphs) > 0 {
			lines[i].from = lines[i].glyphs[0].point
			lines[i-1].to = lines[i].from
		}
	}
	return lines
}
