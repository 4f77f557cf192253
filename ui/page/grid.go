package page

// grid sets the rows of a table in columns.
type grid struct {
	*piece
	columns []int
	aligned []byte
	rows    [][][][]glyph // row, column, line
	tall    bool          // some row has more than one line
	slides  bool          // behind its first column
	out     uint16        // see line
}

// wrap breaks the cells of a row into lines.
func (t *grid) wrap(row [][]glyph) {
	var out [][][]glyph
	for i, cell := range row[:min(len(row), len(t.columns))] {
		lines := wrapGlyphs(cell, t.columns[i], t.columns[i])
		t.tall = t.tall || len(lines) > 1
		out = append(out, lines)
	}
	t.rows = append(t.rows, out)
}

// row adds the lines of a row, and what parts it from the next: a rule below
// the header, air where rows have several lines.
func (t *grid) row(i int) {
	height := 1
	from, to := int32(-1), int32(-1)
	for _, cell := range t.rows[i] {
		height = max(height, len(cell))
		for _, l := range cell {
			from, to = spread(l, from, to)
		}
	}
	if from < 0 {
		from = t.end
		if n := len(t.laid.lines); n > 0 {
			from = t.laid.lines[n-1].to
		}
		to = from
	}
	header := i == 0 && t.number == 0
	if i == len(t.rows)-1 {
		to = t.end
	} else {
		to++
	}
	for k := range height {
		glyphs, head := t.line(t.rows[i], k)
		t.laid.lines = append(t.laid.lines, line{glyphs: glyphs, from: from, to: to, tail: k == height-1, out: t.out, fixed: t.stays(head), figures: true})
	}
	switch {
	case header:
		t.cross(to, t.signs.Horizontal, t.signs.Cross)
	case t.tall && (i < len(t.rows)-1 || t.number < t.of-1):
		t.cross(to, " ", t.signs.Vertical)
	}
}

// spread widens a range of code points by those of glyphs.
func spread(glyphs []glyph, from, to int32) (int32, int32) {
	for i := range glyphs {
		g := &glyphs[i]
		if g.point == decor {
			continue
		}
		if from < 0 || g.point < from {
			from = g.point
		}
		to = max(to, g.point+int32(g.points))
	}
	return from, to
}

// line sets one line of a row; head is how many glyphs its first column takes.
func (t *grid) line(row [][][]glyph, k int) (out []glyph, head int) {
	out = t.before.next()
	for i, width := range t.columns {
		if i > 0 {
			out = append(out, signs(" "+t.signs.Vertical+" ", faceFaint)...)
		}
		if i == 1 {
			head = len(out)
		}
		var words []glyph
		if i < len(row) && k < len(row[i]) {
			words = row[i][k]
		}
		free := max(width-cells(words), 0)
		left := 0
		if i < len(t.aligned) {
			switch t.aligned[i] {
			case 'r':
				left = free
			case 'c':
				left = free / 2
			}
		}
		out = append(append(out, blanks(left)...), words...)
		if i < len(t.columns)-1 {
			out = append(out, blanks(free-left)...)
		}
	}
	return out, head
}

// stays is how many glyphs stay when the table is slid, of which the first column
// takes so many.
func (t *grid) stays(head int) uint16 {
	if !t.slides {
		return 0
	}
	return uint16(head)
}

// cross adds a row between two rows.
func (t *grid) cross(at int32, fill, crossing string) {
	out, head := t.before.next(), 0
	for i, width := range t.columns {
		if i > 0 {
			out = append(out, signs(fill+crossing+fill, faceFaint)...)
		}
		if i == 1 {
			head = len(out)
		}
		for range width {
			out = append(out, signs(fill, faceFaint)...)
		}
	}
	t.laid.lines = append(t.laid.lines, line{glyphs: out, from: at, to: at, decor: true, out: t.out, fixed: t.stays(head)})
}

// records shows a table that is too wide row by row: the header once, then
// each cell below the other with its column's name before it.
func (p *piece) records(rows [][][]glyph, width int) {
	names := p.names()
	for i, row := range rows {
		if i == 0 && p.number == 0 {
			p.heads(row, width)
		} else {
			p.record(row, names, width)
		}
		if n := len(p.laid.lines); n > 0 {
			at := p.laid.lines[n-1].to
			p.laid.lines = append(p.laid.lines, line{glyphs: p.before.next(), from: at, to: at, decor: true})
		}
	}
	if n := len(p.laid.lines); n > 1 && p.number == p.of-1 {
		p.laid.lines = p.laid.lines[:n-1]
	}
}

// heads shows the names of all columns as one run of words.
func (p *piece) heads(row [][]glyph, width int) {
	var names []glyph
	for _, cell := range row {
		if from, _ := spread(cell, -1, -1); from < 0 {
			continue
		}
		if len(names) > 0 {
			names = append(names, signs(", ", faceFaint)...)
		}
		names = append(names, cell...)
	}
	for _, words := range wrapGlyphs(names, width, width) {
		if from, to := spread(words, -1, -1); from >= 0 {
			p.laid.lines = append(p.laid.lines, line{glyphs: append(p.before.next(), words...), from: from, to: to + 1, tail: true})
		}
	}
}

// record shows the cells of a row below each other.
func (p *piece) record(row [][]glyph, names []string, width int) {
	for k, cell := range row {
		from, to := spread(cell, -1, -1)
		if from < 0 {
			continue
		}
		label := blanks(0)
		if k < len(names) {
			label = signs(names[k]+": ", faceDim)
		}
		if cells(label) > width/2 {
			label = signs(p.signs.Bullet+" ", faceDim)
		}
		room := width - cells(label)
		for n, words := range wrapGlyphs(cell, room, room) {
			before := label
			if n > 0 {
				before = blanks(cells(label))
			}
			glyphs := append(append(p.before.next(), before...), words...)
			p.laid.lines = append(p.laid.lines, line{glyphs: glyphs, from: from, to: to + 1, tail: true})
		}
	}
}
