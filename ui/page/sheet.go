package page

import (
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"dossier/briefings/clean"
)

// sheet collects what a part shows, in order, with the code point that each
// piece stands for. What is on it went through clean.
type sheet struct {
	text  []byte
	segs  []seg
	looks []styled // by stretches of text, filled by the leaf renderer
	links []string
	index map[string]uint16 // into links, from 1
	// skipHeader leaves out the header of a table, of which this is a part.
	skipHeader bool
}

// seg is a stretch of one origin and one look.
type seg struct {
	at    int   // byte of the sheet's text at which it begins
	point int32 // code point of the first character, decor for none
	whole bool  // stands for a single code point (a chip)
	link  uint16
	look  look
}

// Breaks on a sheet; they are no cells.
const (
	breakLine = '\n' // within a paragraph or a cell
	breakCell = '\t'
	breakRow  = '\v'
)

// source writes a stretch of the canonical text and returns the code point
// behind it.
func (s *sheet) source(text string, point int, k look, link uint16) int {
	for p := range clean.Pieces(text) {
		s.segs = append(s.segs, seg{len(s.text), int32(point), !p.Same, link, k})
		s.text = append(s.text, p.Shown.String()...)
		if p.Same {
			point += utf8.RuneCountInString(text[p.Start:p.End])
		} else {
			point++
		}
	}
	return point
}

// decor writes what stands for nothing in the source.
func (s *sheet) decor(text clean.Text, k look, link uint16) {
	s.segs = append(s.segs, seg{len(s.text), decor, false, link, k})
	s.text = append(s.text, text.String()...)
}

// mark writes a break; point is decor if no character of the source makes it.
func (s *sheet) mark(sign byte, point int) {
	s.segs = append(s.segs, seg{len(s.text), int32(point), true, 0, look{}})
	s.text = append(s.text, sign)
}

// link returns the number of a target, 0 for one that may not be opened.
func (s *sheet) link(u clean.URL) uint16 {
	const most = 1<<16 - 1
	if u.Target == "" || len(s.links) >= most {
		return 0
	}
	if n, ok := s.index[u.Target]; ok {
		return n
	}
	if s.index == nil {
		s.index = map[string]uint16{}
	}
	s.links = append(s.links, u.Target)
	s.index[u.Target] = uint16(len(s.links))
	return uint16(len(s.links))
}

// cut turns the sheet into glyphs.
func (s *sheet) cut() []glyph {
	c := cutter{sheet: s, text: string(s.text), glyphs: make([]glyph, 0, len(s.text))}
	for i := 0; i < len(c.text); {
		i += c.glyph(i)
	}
	return c.glyphs
}

// cutter walks a sheet's text, its segments and its looks in step.
type cutter struct {
	*sheet
	text      string
	glyphs    []glyph
	seg, look int
	flood     int // byte up to which a cluster runs that is too long to show
}

// glyph appends what stands at a byte and returns how many bytes it takes.
func (c *cutter) glyph(i int) int {
	for c.seg+1 < len(c.segs) && c.segs[c.seg+1].at <= i {
		c.seg++
	}
	for c.look < len(c.looks) && c.looks[c.look].end <= i {
		c.look++
	}
	sg := &c.segs[c.seg]
	g := glyph{point: sg.point, link: sg.link}
	if c.look < len(c.looks) {
		g.face, g.attrs = c.looks[c.look].face, c.looks[c.look].attrs
	}
	switch {
	case sg.whole:
		return c.chip(i, g)
	case i < c.flood:
		_, size := utf8.DecodeRuneInString(c.text[i:])
		g.text, g.width = "\ufffd", 1
		return c.add(i, g, size, 1)
	case c.text[i] < utf8.RuneSelf && (i+1 == len(c.text) || c.text[i+1] < utf8.RuneSelf):
		g.text, g.width = c.text[i:i+1], 1
		return c.add(i, g, 1, 1)
	}
	g.text, g.width = c.cluster(i)
	size, points := len(g.text), utf8.RuneCountInString(g.text)
	switch r, _ := utf8.DecodeRuneInString(g.text); {
	case unicode.Is(unicode.M, r): // without a letter it must not fall on what stands before
		g.text = markBase + g.text
		g.width = max(uint8(ansi.StringWidth(g.text)), 1)
	case g.width == 0:
		g.text, g.width = "\ufffd", 1
	}
	return c.add(i, g, size, points)
}

// markBase carries a combining mark that stands alone.
const markBase = "\u25cc"

// chip appends a segment that stands for one code point, or a break.
func (c *cutter) chip(i int, g glyph) int {
	end := len(c.text)
	if c.seg+1 < len(c.segs) {
		end = c.segs[c.seg+1].at
	}
	if g.text = c.text[i:end]; c.text[i] >= ' ' {
		g.width = uint8(ansi.StringWidth(g.text))
	}
	if g.point != decor {
		g.points = 1
	}
	c.glyphs = append(c.glyphs, g)
	return end - i
}

// add appends a glyph of a segment that is shown as it is.
func (c *cutter) add(i int, g glyph, size, points int) int {
	if g.point != decor {
		if c.segs[c.seg].at < i { // right behind the glyph before
			before := &c.glyphs[len(c.glyphs)-1]
			g.point = before.point + int32(before.points)
		}
		g.points = uint8(points)
	}
	c.glyphs = append(c.glyphs, g)
	return size
}

// clusterMax is how many code points one cell may hold; more is a bomb of
// characters that join without end, and shown as U+FFFD.
const clusterMax = 16

// cluster returns the grapheme cluster at a byte and its cells.
func (c *cutter) cluster(i int) (string, uint8) {
	cluster, width := ansi.FirstGraphemeCluster(c.text[i:], ansi.GraphemeWidth)
	if len(cluster) > clusterMax {
		points := 0
		for at := range cluster {
			if points == clusterMax {
				c.flood = i + len(cluster)
				cluster = cluster[:at]
				return cluster, uint8(ansi.StringWidth(cluster))
			}
			points++
		}
	}
	return cluster, uint8(width)
}
