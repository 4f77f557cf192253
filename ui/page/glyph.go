package page

// glyph is what stands in one place of a row: a grapheme cluster and the code
// points of the source that it stands for.
type glyph struct {
	text   string
	point  int32 // first code point in the document's canonical text, decor if none
	points uint8 // how many it stands for
	width  uint8 // cells
	face   face
	attrs  attrs
	link   uint16 // 1 + index in the part's links, 0 for none
}

// decor is the point of a glyph that stands for nothing in the source.
const decor = -1

// face names the role that colours a glyph; the theme gives the colour when the
// row is drawn.
type face uint8

const (
	faceText face = iota
	faceBright
	faceHeading
	faceDim
	faceFaint
	faceLink
	faceCode
	faceKeyword
	faceString
	faceNumber
	faceNote
	faceQuestion
	faceHeld

	faceLast = faceHeld
)

// attrs are what emphasis adds to a face.
type attrs uint8

const (
	bold attrs = 1 << iota
	italic
	struck
	underlined
)

// line is a row before it is drawn.
type line struct {
	glyphs []glyph
	// from and to are the code points of the document between which the line
	// stands; together a part's lines cover it without gaps.
	from, to int32
	// out is by how many cells the line begins left of running text.
	out uint16
	// fixed is how many of its glyphs stay where they are when it is slid; 0 for a
	// line that does not slide.
	fixed uint16
	// figures is set on a line of which no part of a word shows when it slides.
	figures bool
	// decor is set on a line that shows nothing of the source.
	decor bool
	// tail is set on lines below which an inset may stand: all but the upper
	// lines of a table's row, and the line of a heading that has a rule below.
	tail bool
}

// laid is a part of a block, laid out.
type laid struct {
	lines []line
	links []string // targets, fit for OSC 8
	size  int      // bytes of memory, about
}

func (l *laid) bytes() int { return l.size }

// words are what a part says before it is broken into lines: the same at any width.
type words struct {
	glyphs []glyph
	links  []string
}

func (w *words) bytes() int { return glyphBytes * len(w.glyphs) }

// glyphBytes is about what a glyph takes in memory, with its text.
const glyphBytes = 40
