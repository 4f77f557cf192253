package page

// Shadow returns a page of the same layout for another goroutine: what it lays
// out, the page finds laid out. It has no marks and no insets. Drop it when the
// page is resized.
func (p *Page) Shadow() *Page {
	return &Page{source: p.source, theme: p.theme, width: p.width, column: p.column, cache: p.cache, hit: -1,
		lay: newLayouter(p.source, &p.theme.Glyphs, p.lay.room)}
}
