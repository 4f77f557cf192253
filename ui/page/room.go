package page

// room is what a layouter has to fill, in cells without the gutter.
type room struct {
	prose int // of running text
	right int // from where that begins to the right edge
	whole int // from the left edge to the right one
}

// room is that of the page. One that is too narrow is laid out as if it were not.
func (p *Page) room() room {
	whole, column := max(p.width, WidthMin), max(p.column, WidthMin)
	return room{prose: column - Gutter, right: whole - (whole-column)/2 - Gutter, whole: whole - Gutter}
}

// left is how many cells lie between the left edge and the gutter of a line.
func (p *Page) left(l *line) int { return max((p.width-p.column)/2-int(l.out), 0) }

// widthOf is how many cells a line may take.
func (p *Page) widthOf(l *line) int { return p.width - p.left(l) - Gutter }
