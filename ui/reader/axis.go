package reader

import (
	"iter"
	"slices"
	"strconv"

	"dossier/briefings/clean"
	"dossier/briefings/edtf"
	"dossier/ui/theme"
)

// The axis below the timeline's list is to scale: gaps show as gaps, and what
// is known only to the month or the year covers as much of it. It shows what
// the list shows, a filter's choice too, and lights up what the cursor is on.
const (
	axisLeast = narrow // cells below which there is no axis
	axisRows  = 3      // a blank, the axis, its years
	axisFrom  = 10     // rows of a pane below which the list needs them all
)

// stretch is how much of the calendar an entry may mean, in days, both ends
// included. An open end is cut at the other.
type stretch struct{ first, last int }

func (s stretch) middle() int { return s.first + (s.last-s.first)/2 }

// stretchOf returns where a date lies; nil without one.
func stretchOf(date edtf.Date) *stretch {
	if date.IsZero() {
		return nil
	}
	first, last := date.Bounds()
	switch {
	case first == edtf.Earliest && last == edtf.Latest:
		return nil
	case first == edtf.Earliest:
		first = last
	case last == edtf.Latest:
		last = first
	}
	return &stretch{int(first), int(last)}
}

// dated is what stands on an axis: where it lies, and how it looks there.
type dated struct {
	stretch
	look
}

// dates are what stands on the axis of a list.
func (c *content) dates(yield func(dated) bool) {
	if c.span == nil {
		return
	}
	for i := range c.all {
		if d, ok := c.span(&c.all[i]); ok && !yield(d) {
			return
		}
	}
}

// axis is a line of time that is cells wide, as it was laid out: there may be
// more items than can be looked at for every frame.
type axis struct {
	stretch
	cells, height int
	theme         *theme.Theme
	line          []axisCell // without the cursor
	labels        string
}

// axisRows draws the items that have a place in time; nil if there is no room or
// no span.
func (l *list) axisRows(t *theme.Theme, today edtf.Date, w, h int) []string {
	return l.axisOf(l.dates, t, today, w, h)
}

// axisOf draws what has a place in time, and lights up what the cursor is on.
func (l *list) axisOf(dates iter.Seq[dated], t *theme.Theme, today edtf.Date, w, h int) []string {
	if l.axis == nil || l.axis.cells != w-2 || l.axis.height != h || l.axis.theme != t {
		l.axis = layAxis(t, dates, today, w, h)
	}
	a := l.axis
	if a.line == nil {
		return nil
	}
	row := t.NewRow(w, "").Skip(1)
	for _, c := range a.withCursor(t, l.current()) {
		row.Add(c.style, clean.Of(c.glyph))
	}
	return []string{t.NewRow(w, "").String(), row.String(), a.labels}
}

func layAxis(t *theme.Theme, dates iter.Seq[dated], today edtf.Date, w, h int) *axis {
	a := &axis{cells: w - 2, height: h, theme: t}
	if w < axisLeast || h < axisFrom+axisRows || !a.cover(dates) {
		return a
	}
	a.line = a.drawn(t, dates, today)
	labels := t.NewRow(w, "").Skip(1)
	for _, tick := range a.ticks() {
		labels.To(1+tick.cell).Add(t.Dim, clean.Of(tick.label))
	}
	a.labels = labels.String()
	return a
}

// cover makes the axis as long as the dates need; false if they need no length.
func (a *axis) cover(dates iter.Seq[dated]) bool {
	begun := false
	for d := range dates {
		if !begun {
			a.stretch, begun = d.stretch, true
		}
		a.first, a.last = min(a.first, d.first), max(a.last, d.last)
	}
	return a.last > a.first
}

// at is the cell of a day.
func (a *axis) at(day int) int { return (day - a.first) * (a.cells - 1) / (a.last - a.first) }

// axisCell is one cell of the line.
type axisCell struct {
	glyph string
	style theme.Style
}

func (a *axis) drawn(t *theme.Theme, dates iter.Seq[dated], today edtf.Date) []axisCell {
	line := make([]axisCell, a.cells)
	for i := range line {
		line[i] = axisCell{t.Glyphs.Horizontal, t.Faint}
	}
	if now := stretchOf(today); now != nil && now.first > a.first && now.first < a.last {
		line[a.at(now.first)] = axisCell{t.Glyphs.Vertical, t.Dim}
	}
	for d := range dates {
		a.fill(line, d.stretch, axisCell{t.Glyphs.Stretch, t.Faint})
	}
	for d := range dates {
		line[a.at(d.middle())] = axisCell{d.glyph, d.role}
	}
	return line
}

// fill draws what a date covers, if that is more than a cell.
func (a *axis) fill(line []axisCell, s stretch, with axisCell) {
	if from, to := a.at(s.first), a.at(s.last); to > from {
		for c := from; c <= to; c++ {
			line[c] = with
		}
	}
}

// withCursor is the line with the item under the cursor lit up.
func (a *axis) withCursor(t *theme.Theme, it *item) []axisCell {
	if it == nil || it.span == nil || it.span.first < a.first || it.span.last > a.last {
		return a.line // nor is one on it that the list still shows, and the rows have no more
	}
	line := slices.Clone(a.line)
	for c := a.at(it.span.first); c <= a.at(it.span.last); c++ {
		if line[c].glyph == t.Glyphs.Stretch {
			line[c].style = t.Text
		}
	}
	line[a.at(it.span.middle())] = axisCell{it.glyph, t.Bright}
	return line
}

// tick is a label below the axis.
type tick struct {
	cell  int
	label string
}

// tickSteps are how many months may lie between two labels.
var tickSteps = []int{1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000, 60000}

// ticks labels the axis as densely as it can be read: by months where it is
// short, by years otherwise. The beginning has its year where no label is near.
func (a *axis) ticks() []tick {
	firstYear, firstMonth, _ := edtf.DayNumber(a.first).Civil()
	from := firstYear*12 + firstMonth - 1
	for _, step := range tickSteps {
		width := len("2006")
		if step < 12 {
			width = len("2006-01")
		}
		out := []tick{}
		last := -2 // the cell behind the last label
		fits := true
		for month := from - mod(from, step); fits; month += step {
			year := (month - mod(month, 12)) / 12
			day := int(edtf.NumberOf(year, mod(month, 12)+1, 1))
			if day > a.last {
				break
			}
			if day < a.first {
				continue
			}
			label := strconv.Itoa(year)
			if step < 12 {
				label += "-" + pad2(mod(month, 12)+1)
			}
			cell := a.at(day)
			fits = cell > last
			if last = cell + max(width, len(label)); last <= a.cells {
				out = append(out, tick{cell, label})
			}
		}
		if fits {
			return a.withBeginning(out, strconv.Itoa(firstYear))
		}
	}
	return nil
}

func (a *axis) withBeginning(ticks []tick, label string) []tick {
	if len(ticks) > 0 && ticks[0].cell <= len(label) {
		return ticks
	}
	return append([]tick{{0, label}}, ticks...)
}

func mod(a, b int) int { return (a%b + b) % b }

func pad2(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
