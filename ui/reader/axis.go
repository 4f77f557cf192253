package reader

import (
	"dossier/briefings/clean"
	"dossier/ui/theme"
)

// The axis below the timeline's list is to scale: gaps show as gaps.
const (
	axisLeast = 28 // cells below which there is no axis
	axisRows  = 3  // a blank, the axis, its years
	axisFrom  = 10 // rows of a pane below which the list needs them all
)

// axisMark is an entry on the axis.
type axisMark struct {
	day   int
	glyph string
	style theme.Style
}

// axis is the axis as it was last drawn: there may be more marks than can be
// looked at for every frame.
type axis struct {
	w, h int
	rows []string
}

// drawn returns the rows of the axis.
func (x *axis) drawn(t *theme.Theme, marks []axisMark, w, h int) []string {
	if x.w != w || x.h != h {
		*x = axis{w, h, axisRowsOf(t, marks, w, h)}
	}
	return x.rows
}

// axisRowsOf draws marks on a line of time; nil if there is no room or no span.
func axisRowsOf(t *theme.Theme, marks []axisMark, w, h int) []string {
	first, last := axisSpan(marks)
	if w < axisLeast || h < axisFrom+axisRows || last <= first {
		return nil
	}
	cells := w - 2
	line := make([]axisMark, cells)
	for i := range line {
		line[i].glyph, line[i].style = t.Glyphs.Horizontal, t.Faint
	}
	for _, m := range marks {
		line[(m.day-first)*(cells-1)/(last-first)] = m
	}
	row := t.NewRow(w, "").Skip(1)
	for _, m := range line {
		row.Add(m.style, clean.Of(m.glyph))
	}
	years := t.NewRow(w, "").Skip(1).Add(t.Dim, clean.Of(yearOf(first))).AddRight(t.Dim, clean.Of(yearOf(last)+" "))
	return []string{t.NewRow(w, "").String(), row.String(), years.String()}
}

// axisSpan returns the first and the last day of the marks.
func axisSpan(marks []axisMark) (first, last int) {
	for i, m := range marks {
		if i == 0 || m.day < first {
			first = m.day
		}
		if i == 0 || m.day > last {
			last = m.day
		}
	}
	return first, last
}
