package page

// Ahead returns work that lays out a screen above and below what stands at top,
// with a renderer of its own: run it in another goroutine, and drop it when the
// page is resized before it ran.
func (p *Page) Ahead(top Position, height int) func() {
	shadow := &Page{doc: p.doc, theme: p.theme, width: p.width, cache: p.cache, hit: -1,
		lay: newLayouter(p.doc, p.links, &p.theme.Glyphs, p.lay.width, &p.plainCode)}
	return func() {
		shadow.Move(shadow.settle(top), 2*height)
		shadow.Move(shadow.settle(top), -height)
	}
}
