package reader

import (
	"slices"
	"strconv"
	"strings"

	"dossier/briefings"
	"dossier/briefings/edtf"
	"dossier/ui/theme"
)

// timelinePane shows the dated entries in order of time.
func timelinePane() *pane {
	return &pane{id: "timeline", title: "Timeline", build: timeline,
		list: list{empty: "No dates were found in this text."}}
}

// datedEvent is an entry with its date read once.
type datedEvent struct {
	*briefings.Event
	date edtf.Date // zero for what is no date; the library's check names it
}

// inTime returns the entries in order of time, then of the text.
func inTime(b *briefings.Briefing) []datedEvent {
	out := make([]datedEvent, 0, len(b.Events))
	for i := range b.Events {
		if e := &b.Events[i]; e.Live() {
			date, _ := edtf.Parse(e.When)
			out = append(out, datedEvent{e, date})
		}
	}
	slices.SortStableFunc(out, func(a, b datedEvent) int { return edtf.Compare(a.date, b.date) })
	return out
}

// middle returns the day in the middle of what a date may mean, one end of it
// if the other is open; not ok without a date.
func middle(date edtf.Date) (day int, ok bool) {
	if date.IsZero() {
		return 0, false
	}
	first, last := date.Bounds()
	switch {
	case first == edtf.Earliest && last == edtf.Latest:
		return 0, false
	case first == edtf.Earliest:
		return int(last), true
	case last == edtf.Latest:
		return int(first), true
	}
	return int(first+last) / 2, true
}

func yearOf(day int) string {
	year, _, _ := edtf.DayNumber(day).Civil()
	return strconv.Itoa(year)
}

func timeline(v *view) content {
	c := content{count: strconv.Itoa(len(v.dated)) + " dated", items: make([]item, 0, len(v.dated)+len(v.dated)/8),
		marks: make([]axisMark, 0, len(v.dated))}
	above := "" // the year that the entry above stands in
	for i, e := range v.dated {
		year, lead := shortDate(e.When)
		alone := lead == "" || year != above && len(e.When) <= len("2006-01") && (i+1 == len(v.dated) || !sameYear(v.dated[i+1].When, year))
		switch {
		case alone:
			lead = e.When
		case year == above:
		default:
			c.items = append(c.items, item{subheading: true, heading: true, text: year, role: v.theme.Dim})
		}
		above = year
		glyph, role := eventGlyph(v, e.Event)
		if day, ok := middle(e.date); ok {
			c.marks = append(c.marks, axisMark{day, glyph, role})
		}
		c.items = append(c.items, item{lead: lead, alone: alone, glyph: glyph, role: role, text: e.Text, anchor: firstAnchor(&e.Head), record: e.Event,
			facets: facets(string(e.Status), string(e.Class), actorNames(v, e.Actors), strings.Join(e.Tags, " ")),
			detail: func() []string { return eventDetail(v, e.Event) }})
	}
	return c
}

// shortDate parts a date with a month into the year, which may stand above, and
// the rest; the rest of a date without month is empty.
func shortDate(when string) (year, rest string) {
	from, to, interval := strings.Cut(when, "/")
	year, rest, ok := strings.Cut(from, "-")
	if !ok || year == "" {
		return strings.TrimRight(from, "~?%"), ""
	}
	if interval {
		rest += "/" + strings.TrimPrefix(to, year+"-")
	}
	return year, " " + rest
}

func sameYear(when, year string) bool {
	other, _ := shortDate(when)
	return other == year
}

func eventGlyph(v *view, e *briefings.Event) (string, theme.Style) {
	g := v.theme.Glyphs
	switch e.Status {
	case briefings.Planned, briefings.Expected, briefings.Conditional:
		if e.Overdue(v.today) {
			return g.Overdue, v.theme.Held
		}
		return g.Planned, v.theme.Open
	case briefings.NotOccurred, briefings.Denied, briefings.UnknownStatus:
		return g.Negative, v.theme.Dim
	}
	return g.Occurred, v.theme.Accent
}

func eventDetail(v *view, e *briefings.Event) []string {
	line := []string{string(e.Status)}
	if e.Overdue(v.today) {
		line = append(line, "overdue: did it happen?")
	}
	if e.Inherited {
		line = append(line, "date taken over from the text before")
	}
	if note := provenanceNote(&e.Head); note != "" {
		line = append(line, note)
	}
	out := []string{strings.Join(line, " · ")}
	if e.Condition != "" {
		out = append(out, "If: "+e.Condition)
	}
	if e.Literal != "" {
		out = append(out, "“"+e.Literal+"” read as "+e.When)
	}
	if names := actorNames(v, e.Actors); names != "" {
		out = append(out, "With: "+names)
	}
	return out
}

func actorNames(v *view, handles []briefings.Handle) string {
	var names []string
	for _, h := range handles {
		if name := v.names[h]; name != "" {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}
