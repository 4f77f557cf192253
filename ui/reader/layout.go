package reader

// rect is a part of the screen in cells.
type rect struct{ x, y, w, h int }

// arrangement says where everything stands. It is a function of the size and
// of what the person asked for, of nothing else.
type arrangement struct {
	width, height int
	header        rect
	outline       rect // wide only
	text          rect
	side          [2]rect // wide: two above each other; middle: one
	footer        rect
}

const (
	wideFrom     = 140
	middleFrom   = 80
	bodyTop      = 2 // the header and its rule stand above
	leastWidth   = 20
	leastHeight  = 6
	outlineWidth = 26
	// The text has the cells that its column takes at most, if the pane beside it
	// has enough for its lines to be read.
	textWish     = textMost - 2
	sideLeast    = 33
	sideMost     = 46
	sideWideMost = 72
	// However panes are widened, each keeps this many cells, and rows.
	paneLeast     = 20
	paneRowsLeast = 5
)

// arrange lays out a terminal. single asks for the text or one pane alone, as
// narrow terminals always have it. asked is how many rows a question at the
// bottom takes away from the panes.
func arrange(width, height int, single bool, asked int, c comfort) arrangement {
	a := arrangement{width: width, height: height}
	body := max(height-3-asked, 1) // header, its rule, footer
	a.header = rect{0, 0, width, 1}
	a.footer = rect{0, height - 1, width, 1}
	switch {
	case single || width < middleFrom:
		a.text = rect{0, 2, width, body}
	case width < wideFrom:
		side := within(min(max(width-textWish-1, sideLeast), sideMost)+c.Side, paneLeast, width-textLeast-1)
		a.text = rect{0, 2, width - side - 1, body}
		a.side[0] = rect{width - side, 2, side, body}
	default:
		outline := within(min(max(width*16/100, outlineWidth), 36)+c.Outline, paneLeast, width-textLeast-paneLeast-2)
		side := within(min(max(width*33/100, sideMost), sideWideMost)+c.Side, paneLeast, width-textLeast-outline-2)
		a.outline = rect{0, 2, outline, body}
		a.text = rect{outline + 1, 2, width - outline - side - 2, body}
		upper := within((body-1)/2+c.Upper, paneRowsLeast, body-1-paneRowsLeast)
		a.side[0] = rect{width - side, 2, side, upper}
		a.side[1] = rect{width - side, 2 + upper + 1, side, body - upper - 1}
	}
	return a
}

const (
	// previewLeast is from how many rows on a preview says what a briefing holds.
	previewLeast = 9
	// tallFrom is from how many rows on it has so many below the list; shortRows
	// are what it has below one of fewer.
	tallFrom  = 27
	shortRows = 2
	// previewMost is how wide it is beside the list at most.
	previewMost = 84
)

// arrangeShelf lays out the list of briefings in w cells and h rows: the preview
// stands beside it where it is wide, else below, where it has the rows, too, that the
// list does not want.
func arrangeShelf(w, h, wants int) (list, preview rect) {
	if w >= wideFrom {
		side := min(w*2/5, previewMost)
		return rect{0, 0, w - side - 1, h}, rect{w - side, 0, side, h}
	}
	below := shortRows
	if h >= tallFrom {
		below = h * 2 / 5
	}
	below = max(below, h-1-wants)
	above := max(h-below-1, 0)
	return rect{0, 0, w, above}, rect{0, above + 1, w, h - above - 1}
}

// within keeps a measure between two others; the least wins.
func within(n, least, most int) int { return max(min(n, most), least) }

// wide says whether the outline has a column of its own.
func (a arrangement) wide() bool { return a.outline.w > 0 }

// slots is how many side panes there are.
func (a arrangement) slots() int {
	switch {
	case a.side[1].w > 0:
		return 2
	case a.side[0].w > 0:
		return 1
	}
	return 0
}
