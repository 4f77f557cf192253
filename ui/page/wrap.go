package page

import (
	"unicode"
	"unicode/utf8"
)

// wrapper breaks glyphs into lines.
type wrapper struct {
	first, rest int // cells of the first line and of the others
	lines       [][]glyph
	begin       int // the line with which the paragraph begins
	hang        int // cells by which its other lines are set in
}

// wrapGlyphs breaks glyphs into lines of at most first and rest cells: at
// blanks, between wide characters, behind hyphens and slashes of long words;
// within a word only where it is longer than a line. It leaves no short word
// alone on the last line where the line before can spare one.
func wrapGlyphs(glyphs []glyph, first, rest int) [][]glyph {
	w := &wrapper{first: max(first, 1), rest: max(rest, 1)}
	for begin := 0; begin <= len(glyphs); {
		end := begin
		for end < len(glyphs) && glyphs[end].text != "\n" {
			end++
		}
		w.paragraph(glyphs[begin:end])
		begin = end + 1
	}
	return w.lines
}

// room returns the cells of the next line.
func (w *wrapper) room() int {
	switch len(w.lines) {
	case 0:
		return w.first
	case w.begin:
		return w.rest
	}
	return w.rest - w.hang
}

// definitionHang is by how many cells a definition hangs: the width of its ": ".
const definitionHang = 2

// paragraph wraps what stands between two hard breaks.
func (w *wrapper) paragraph(glyphs []glyph) {
	w.begin, w.hang = len(w.lines), 0
	if w.begin > 0 && w.rest > 2*definitionHang && len(glyphs) > 1 && glyphs[0].text == ":" && blank(&glyphs[1]) {
		w.hang = definitionHang
	}
	for begin := 0; ; {
		for begin < len(glyphs) && blank(&glyphs[begin]) {
			begin++
		}
		end := lineEnd(glyphs[begin:], w.room()) + begin
		w.lines = append(w.lines, trimBlanks(glyphs[begin:end]))
		if begin = end; begin >= len(glyphs) || allBlank(glyphs[begin:]) {
			break
		}
	}
	if last := len(w.lines) - 1; last > w.begin {
		w.spare(last)
	}
	for i := w.begin + 1; w.hang > 0 && i < len(w.lines); i++ {
		w.lines[i] = append(blanks(w.hang), w.lines[i]...)
	}
}

// lineEnd returns how many glyphs go into a line of a number of cells, at
// least one.
func lineEnd(glyphs []glyph, room int) int {
	used, soft, hard := 0, 0, 0
	for i := range glyphs {
		g := &glyphs[i]
		if used+int(g.width) > room && !blank(g) {
			switch {
			case soft > 0:
				return soft
			case hard > 0:
				return hard
			}
			return max(i, 1)
		}
		used += int(g.width)
		switch {
		case i+1 == len(glyphs):
		case blank(g), wideBreak(g, &glyphs[i+1]), dashBreak(glyphs, i):
			soft, hard = i+1, 0
		case joint(g.text) && used > room/2:
			hard = i + 1
		}
	}
	return len(glyphs)
}

func blank(g *glyph) bool { return g.text == " " }

func allBlank(glyphs []glyph) bool {
	for i := range glyphs {
		if !blank(&glyphs[i]) {
			return false
		}
	}
	return true
}

func trimBlanks(glyphs []glyph) []glyph {
	for len(glyphs) > 0 && blank(&glyphs[len(glyphs)-1]) {
		glyphs = glyphs[:len(glyphs)-1]
	}
	return glyphs
}

// dashBreak says whether a line may end behind a glyph because it is a dash, or
// a hyphen between letters ("long-term", not "F-16").
func dashBreak(glyphs []glyph, i int) bool {
	if i < 2 || i+1 >= len(glyphs) || blank(&glyphs[i-1]) || blank(&glyphs[i+1]) {
		return false
	}
	switch glyphs[i].text {
	case "—", "–":
		return letter(&glyphs[i+1])
	case "-", "‐":
		return letter(&glyphs[i-2]) && letter(&glyphs[i-1]) && letter(&glyphs[i+1])
	}
	return false
}

func letter(g *glyph) bool {
	r, _ := utf8.DecodeRuneInString(g.text)
	return unicode.IsLetter(r)
}

// joint says whether a word that is longer than a line is best broken behind a
// character: the joints of a URL.
func joint(s string) bool {
	switch s {
	case "/", ".", "?", "&", "=", "_", ",", ":", ";", "%", "+":
		return true
	}
	return false
}

// wideBreak says whether a line may be broken between two wide characters: not
// before closing nor behind opening punctuation (JLREQ 3.1.7, 3.1.8).
func wideBreak(a, b *glyph) bool {
	if a.width < 2 && b.width < 2 || blank(b) {
		return false
	}
	switch b.text {
	case "、", "。", "，", "．", "！", "？", "：", "；", "）", "」", "』", "】", "》", "〉", "〕", "ー", "々", ")", ",", ".", "!", "?", ":", ";", "”", "’", "]":
		return false
	}
	switch a.text {
	case "（", "「", "『", "【", "《", "〈", "〔", "(", "“", "‘", "[":
		return false
	}
	return true
}

// widowMax is the widest last word that is not left alone on its line.
const widowMax = 6

// spare moves the last word of the line before the last down to it, if that
// holds nothing but a short word and the line stays well filled.
func (w *wrapper) spare(last int) {
	widow, above := w.lines[last], w.lines[last-1]
	if len(widow) == 0 || cells(widow) > widowMax || hasBlank(widow) || len(above) == 0 {
		return
	}
	cut := len(above)
	for cut > 0 && !blank(&above[cut-1]) {
		cut--
	}
	if cut == 0 || cells(above[:cut]) < w.rest*2/3 || cells(above[cut:])+1+cells(widow) > w.rest-w.hang {
		return
	}
	// Both are slices of one run of glyphs, with at least the blanks between.
	joined := above[cut:][:len(above)-cut+gapBetween(above, widow)+len(widow)]
	w.lines[last-1], w.lines[last] = trimBlanks(above[:cut]), joined
}

// gapBetween counts the glyphs between two slices of one array.
func gapBetween(a, b []glyph) int { return cap(a) - len(a) - cap(b) }

func hasBlank(glyphs []glyph) bool {
	for i := range glyphs {
		if blank(&glyphs[i]) {
			return true
		}
	}
	return false
}

// within returns how many of the first glyphs take at most a number of cells.
func within(glyphs []glyph, room int) int {
	for i := range glyphs {
		if room -= int(glyphs[i].width); room < 0 {
			return i
		}
	}
	return len(glyphs)
}

// cells returns how wide glyphs are.
func cells(glyphs []glyph) int {
	n := 0
	for i := range glyphs {
		n += int(glyphs[i].width)
	}
	return n
}
