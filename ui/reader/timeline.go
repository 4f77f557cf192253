package reader

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"dossier/briefings"
	"dossier/briefings/edtf"
	"dossier/briefings/extract"
	"dossier/ui/theme"
)

// timelinePane shows the dated entries in order of time.
func timelinePane() *pane {
	return &pane{id: "timeline", title: "Timeline", beside: true, build: timeline, kind: briefings.KindEvent, noun: "entries", lead: "date", show: showing(eventLine),
		list: list{empty: "No dates were found in this text."}}
}

// eventLine shows an entry outside the timeline.
func eventLine(v *view, e *briefings.Event) item {
	date, _ := edtf.Parse(e.When)
	it := eventItem(v, datedEvent{briefings.Happening{Event: e}, date})
	it.lead = shownDate(e.When)
	return it
}

// datedEvent is a happening with its date read once.
type datedEvent struct {
	briefings.Happening
	date edtf.Date // zero for what is no date; the library's check names it
}

// inTime returns what happened in order of time, then of the text. What the
// text tells twice stands once.
func inTime(b *briefings.Briefing) []datedEvent {
	told := briefings.Happenings(b.Events)
	out := make([]datedEvent, len(told))
	for i, h := range told {
		date, _ := edtf.Parse(h.When)
		out[i] = datedEvent{h, date}
	}
	slices.SortStableFunc(out, func(a, b datedEvent) int { return edtf.Compare(a.date, b.date) })
	return out
}

func timeline(v *view) content {
	dated := inTime(v.b)
	c := content{count: strconv.Itoa(len(dated)) + " dated", items: make([]item, 0, len(dated)+len(dated)/8)}
	above := "" // the year that the entry above stands in
	for i, e := range dated {
		year, lead := shortDate(shownDate(e.When))
		alone := lead == "" || year != above && len(e.When) <= len("2006-01") && (i+1 == len(dated) || !sameYear(dated[i+1].When, year))
		switch {
		case alone:
			lead = shownDate(e.When)
		case year == above:
		default:
			c.items = append(c.items, item{subheading: true, heading: true, text: year, role: v.theme.Dim})
		}
		above = year
		it := eventItem(v, e)
		it.lead, it.alone = lead, alone
		c.items = append(c.items, it)
	}
	return c
}

// eventItem is a happening with all its passages; its date is for the caller to
// put in front.
func eventItem(v *view, e datedEvent) item {
	it := item{text: e.Text, gist: gistOf(e.Event), anchor: firstAnchor(&e.Head), record: e.Event, span: stretchOf(e.date)}
	it.glyph, it.role = eventGlyph(v, e.Event)
	actors := e.Actors
	for _, other := range e.Also {
		it.also = append(it.also, firstAnchor(&other.Head))
		actors = append(actors[:len(actors):len(actors)], other.Actors...)
	}
	if n := len(it.also); n > 0 {
		it.right = v.theme.Glyphs.Times + strconv.Itoa(n+1)
	}
	status := string(e.Status)
	if it.glyph == v.theme.Glyphs.Overdue {
		status += " overdue"
	}
	it.facets = facets(status, string(e.Class), actorNames(v, actors), strings.Join(e.Tags, " "))
	it.detail = func() []string { return slices.Insert(eventDetail(v, e.Event), 1, alsoTold(e)...) }
	return it
}

// gistOf asks for the gist of a record when its row is first drawn: a briefing
// may have tens of thousands, and rows that stay are drawn with every frame.
func gistOf(r briefings.Record) func() string {
	return sync.OnceValue(func() string { return extract.Gist(r) })
}

// alsoTold are the other passages of a happening.
func alsoTold(e datedEvent) []string {
	var out []string
	for _, other := range e.Also {
		out = append(out, "Also (l, h): "+quoteLine(&other.Head))
	}
	return out
}

// shownDate is a date as a column shows it: EDTF, but a season by its name, as
// 2025-22 reads like a month.
func shownDate(when string) string {
	return seasonNumber.ReplaceAllStringFunc(when, func(season string) string {
		year, number, _ := strings.Cut(season, "-")
		return year + "-" + seasonNames[number[:2]] + number[2:]
	})
}

// The numbers of seasons are those of EDTF level 1 (ISO 8601-2, 4.8).
var (
	seasonNumber = regexp.MustCompile(`\b\d{4}-2[1-4](?:[~?%/]|$)`)
	seasonNames  = map[string]string{"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
)

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
		line = append(line, "overdue: did it happen? t in pane 2 asks")
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
		out = append(out, "“"+e.Literal+"” read as "+shownDate(e.When))
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
