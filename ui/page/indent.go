package page

import (
	"fmt"

	"dossier/briefings"
	"dossier/ui/theme"
)

// indent is what the containers of a block put before its lines: bars of
// quotes, signs of items on the first line and room below them.
type indent struct {
	first, rest []glyph
	width       int
	begun       bool
}

// next returns the indent of the next line.
func (in *indent) next() []glyph {
	out := in.rest
	if !in.begun {
		out = in.first
	}
	in.begun = true
	return append(make([]glyph, 0, len(out)+80), out...)
}

// hang sets all lines in, by a number of cells.
func (in *indent) hang(by int) {
	in.first, in.rest = append(blanks(by), in.first...), append(blanks(by), in.rest...)
	in.width += by
}

// indentOf makes the indent of a block; signs of items stand on its first part
// only. Containers that would take more than most cells are left out from the
// outside, with a sign that there were more, as where the source nests deeper
// than is kept.
func indentOf(nest []briefings.Container, g *theme.Glyphs, most int, first bool) indent {
	var in indent
	shown := nest
	for width := nestWidth(shown); width > most && len(shown) > 1; width = nestWidth(shown) {
		shown = shown[1:]
	}
	if len(shown) < len(nest) {
		in.first = signs(g.Ellipsis+" ", faceFaint)
		in.rest = blanks(2)
	}
	for i := range shown {
		c := &shown[i]
		sign := containerSign(c, g)
		f := faceDim
		if c.Kind == briefings.Quote {
			f = faceFaint
		}
		glyphs := signs(sign, f)
		room := blanks(cells(glyphs))
		switch {
		case c.Kind == briefings.Quote:
			in.first, in.rest = append(in.first, glyphs...), append(in.rest, glyphs...)
		case c.First && first:
			in.first, in.rest = append(in.first, glyphs...), append(in.rest, room...)
		default:
			in.first, in.rest = append(in.first, room...), append(in.rest, room...)
		}
	}
	if n := len(nest); n > 0 && nest[n-1].Deeper {
		in.first, in.rest = append(in.first, signs(g.Ellipsis+" ", faceFaint)...), append(in.rest, blanks(2)...)
	}
	in.width = cells(in.rest)
	return in
}

func nestWidth(nest []briefings.Container) int {
	n := 0
	for i := range nest {
		n += len(containerSign(&nest[i], &theme.Glyphs{Bullet: "*", Vertical: "|"}))
	}
	return n
}

// containerSign is what stands before the first line in a container.
func containerSign(c *briefings.Container, g *theme.Glyphs) string {
	switch {
	case c.Kind == briefings.Quote:
		return g.Vertical + " "
	case c.Task == 'x':
		return "[x] "
	case c.Task != 0:
		return "[ ] "
	case c.Kind == briefings.Ordered:
		return fmt.Sprintf("%d. ", c.Number)
	}
	return g.Bullet + " "
}

// between returns what stands in the blank row above a block: the bars of the
// quotes that it shares with the block before.
func between(before, nest []briefings.Container, g *theme.Glyphs, most int) []glyph {
	n := shared(before, nest)
	return indentOf(nest[:n], g, most, false).rest
}

// shared counts the outer containers that two blocks have in common.
func shared(before, nest []briefings.Container) int {
	n := 0
	for n < len(before) && n < len(nest) && before[n].Kind == nest[n].Kind && (nest[n].Kind == briefings.Quote || !nest[n].First) {
		n++
	}
	return n
}

// follows says whether a block stands directly below the one before: an item
// of a tight list, or the first of a list below its item's own words.
func follows(before, b *briefings.Block) bool {
	n := shared(before.Nest, b.Nest)
	if n >= len(b.Nest) {
		return false
	}
	c := &b.Nest[n]
	if !c.First || c.Kind == briefings.Quote || c.Loose {
		return false
	}
	if n >= len(before.Nest) { // the list opens below words of the same item
		return n > 0 && before.Nest[n-1].Kind != briefings.Quote
	}
	return before.Nest[n].Kind == c.Kind
}
