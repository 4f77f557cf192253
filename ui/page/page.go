// Package page lays a document out: blocks to rows of cells, with Glamour leaf
// by leaf, and from a cell back to the words of the source. Only what is seen is
// laid out, so that a document of 10 MB opens, jumps and scrolls as one of 10 KB.
//
// A place in the document is a code point of its canonical text (see
// briefings.Revision); a place on the page is a Position, which is valid for
// one width only. Nothing here knows Bubble Tea.
package page

import (
	"dossier/briefings"
	"dossier/briefings/commonmark"
	"dossier/ui/theme"
)

// Document is what a page is laid out from. Blocks stand in the order of the
// text, with Start and End placed; Block is called only for what is shown or
// searched, so it may load lazily. It must be safe for concurrent use.
type Document interface {
	Len() int
	Block(i int) briefings.Block
	Links() []briefings.Definition
}

// Of gives a revision that is in memory as a Document.
func Of(rev *briefings.Revision) Document { return revision{rev} }

type revision struct{ rev *briefings.Revision }

func (r revision) Len() int                      { return len(r.rev.Blocks) }
func (r revision) Block(i int) briefings.Block   { return r.rev.Blocks[i] }
func (r revision) Links() []briefings.Definition { return r.rev.Links }

// Measures of the page in cells.
const (
	// Gutter is the margin on the left of each row, in which bars and marks
	// stand.
	Gutter = 2
	// ProseMax is the widest line of running text; code and tables may use the
	// whole page.
	ProseMax = 80
	// WidthMin is the narrowest page; a smaller width is laid out as this one
	// and cut.
	WidthMin = 12
)

// Page is a document laid out for one width. It is not safe for concurrent
// use; its Shadow may run beside it.
type Page struct {
	*source
	theme *theme.Theme
	width int // cells of a row
	// column is how many of them running text takes at most, the gutter included;
	// it stands in the middle.
	column int
	cache  *cache[*laid]
	lay    *layouter

	marks    markIndex
	pointers []Mark
	hits     []Range
	hit      int
	insets   []inset

	// held is the place that the last Resize kept: as long as the page is not
	// moved, further resizing starts from it and does not drift.
	held struct {
		at    Position
		point int
	}

	slid map[int]int // how far blocks are slid to the left, in cells
}

// New lays a document out at a width of 80 cells.
func New(doc Document, t *theme.Theme) *Page {
	p := &Page{source: &source{doc: doc, links: commonmark.Define(doc.Links()), words: newCache[*words](wordsMax)}, theme: t, hit: -1}
	p.fit(80, 80)
	return p
}

// SetTheme changes colours and glyphs.
func (p *Page) SetTheme(t *theme.Theme) {
	p.theme = t
	p.reset()
}

func (p *Page) reset() {
	p.cache = newCache[*laid](cacheMax)
	p.lay = newLayouter(p.source, &p.theme.Glyphs, p.room())
	p.layInsets()
}

// Width is the width of each row in cells, the gutter included.
func (p *Page) Width() int { return p.width }

// Column is how many cells of it running text takes, the gutter included.
func (p *Page) Column() int { return p.column }

// Resize lays the page out at another width and returns where the passage that
// stood at the top stands now.
func (p *Page) Resize(width int, top Position) Position { return p.Fit(width, width, top) }

// Fit is Resize for a page of which running text takes a column in the middle.
func (p *Page) Fit(width, column int, top Position) Position {
	column = min(width, column, ProseMax+Gutter)
	if width == p.width && column == p.column {
		return top
	}
	point := p.held.point
	if top != p.held.at || point == 0 {
		point = p.PointAt(top)
	}
	p.fit(width, column)
	p.held.at, p.held.point = p.PositionOf(point), point
	return p.held.at
}

func (p *Page) fit(width, column int) {
	p.width, p.column, p.slid = width, column, map[int]int{}
	p.reset()
}

// Rows returns the rows from a position on, exactly height of them: behind the
// end of the document they are blank. Only what they show is laid out.
func (p *Page) Rows(top Position, height int) []Row {
	rows := make([]Row, 0, max(height, 0))
	at, ok := p.settle(top), p.doc.Len() > 0
	for len(rows) < height {
		if !ok {
			rows = append(rows, p.blank(at))
			continue
		}
		rows = append(rows, p.row(at))
		var next Position
		if next, ok = p.next(at); ok {
			at = next
		}
	}
	return rows
}
