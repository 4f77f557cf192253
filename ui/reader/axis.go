package reader

import (
	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/ui/theme"
)

// The axis below the timeline's list is to scale: gaps show as gaps.
const (
	axisLeast = 28 // cells below which there is no axis
	axisRows  = 3  // a blank, the axis, its years
	axisFrom  = 10 // rows of a pane below which the list needs them all
)

// timelineAxis draws the entries on a line of time.
func timelineAxis(v *view, w, h int) []string {
	first, last, ok := axisSpan(v.b)
	if w < axisLeast || h < axisFrom+axisRows || !ok {
		return nil
	}
	t := v.theme
	cells := w - 2
	line := make([]string, cells)
	styles := make([]theme.Style, cells)
	for i := range line {
		line[i], styles[i] = t.Glyphs.Horizontal, t.Faint
	}
	for _, e := range liveEvents(v.b) {
		if day, ok := middle(e.When); ok {
			at := (day - first) * (cells - 1) / max(last-first, 1)
			line[at], styles[at] = eventGlyph(v, e)
		}
	}
	row := t.NewRow(w, "").Skip(1)
	for i := range line {
		row.Add(styles[i], clean.Of(line[i]))
	}
	years := t.NewRow(w, "").Skip(1).Add(t.Dim, clean.Of(yearOf(first))).AddRight(t.Dim, clean.Of(yearOf(last)+" "))
	return []string{t.NewRow(w, "").String(), row.String(), years.String()}
}

// axisSpan returns the first and last day that the entries name; not ok if
// that is no span.
func axisSpan(b *briefings.Briefing) (first, last int, ok bool) {
	for _, e := range liveEvents(b) {
		day, dated := middle(e.When)
		if !dated {
			continue
		}
		if !ok || day < first {
			first = day
		}
		if !ok || day > last {
			last = day
		}
		ok = true
	}
	return first, last, ok && last > first
}
