package reader

import (
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
	it := eventItem(v, e)
	it.lead = shownDate(e.When)
	return it
}

// dating is where in time a date of the timeline stands.
type dating struct {
	order edtf.Order // zero for what is no date; the library's check names it
	span  stretch
	lies  bool // it has a span
}

// datings are those of the dates of all entries.
func datings(b *holding) []dating {
	out := make([]dating, len(b.dates.all))
	for i, when := range b.dates.all {
		date, _ := edtf.Parse(when)
		out[i].order = date.Order()
		if s := stretchOf(date); s != nil {
			out[i].span, out[i].lies = *s, true
		}
	}
	return out
}

// inTime returns the cards of what happened in order of time, then of the text,
// and for each what else tells the same: what the text tells twice stands once.
func inTime(b *holding, dates []dating) (order []int32, also map[int32][]int32) {
	also = map[int32][]int32{}
	var told []int32 // the cards of the live entries
	for i, c := range b.of(briefings.KindEvent) {
		if !c.is(live) {
			continue
		}
		if first := b.happenings[len(told)]; int(first) < len(told) {
			also[told[first]] = append(also[told[first]], i)
		} else {
			order = append(order, i)
		}
		told = append(told, i)
	}
	slices.SortStableFunc(order, func(x, y int32) int { return dates[b.cards[x].also].order.Compare(dates[b.cards[y].also].order) })
	return order, also
}

func timeline(v *view) content {
	dates := datings(v.b)
	order, also := inTime(v.b, dates)
	c := content{of: v.b, also: also, count: strconv.Itoa(len(order)) + " dated", all: make([]row, 0, len(order)+len(order)/8)}
	whenOf := func(card int32) string { return v.b.dates.all[v.b.cards[card].also] }
	above, below := "", "" // the years that the entries above and below stand in
	for i, card := range order {
		when := whenOf(card)
		year, rest := dateUnder(when)
		if below = ""; i+1 < len(order) {
			below, _ = dateUnder(whenOf(order[i+1]))
		}
		alone := rest == "" || year != above && len(when) <= len("2006-01") && below != year
		if !alone && year != above {
			c.head(item{subheading: true, text: year, role: v.theme.Dim})
		}
		above = year
		c.all = append(c.all, row{made: -1, card: card, alone: alone})
	}
	c.edges = func(r *row) (lead, right string) {
		if lead = shownDate(whenOf(r.card)); !r.alone {
			_, lead = dateUnder(whenOf(r.card))
		}
		return lead, timesTold(v, len(also[r.card]))
	}
	c.draw = func(r *row, record briefings.Record) item {
		it := eventItem(v, record.(*briefings.Event))
		it.lead, it.right = c.edges(r)
		v.tellAlso(&it, also[r.card])
		return it
	}
	c.span = v.spans(dates)
	return c
}

// spans say of the rows of entries where in time they stand.
func (v *view) spans(dates []dating) func(*row) (dated, bool) {
	events := kindNumber(briefings.KindEvent)
	var looks [2][]look // not overdue, and overdue
	for _, status := range entryStatuses {
		for i := range looks {
			glyph, role := statusGlyph(v.theme, status, i == 1)
			looks[i] = append(looks[i], look{glyph, role})
		}
	}
	return func(r *row) (dated, bool) {
		if r.made >= 0 || v.b.cards[r.card].kind != events {
			return dated{}, false
		}
		c := &v.b.cards[r.card]
		d := &dates[c.also]
		return dated{d.span, looks[btoi(c.is(overdue))][c.group]}, d.lies
	}
}

// timesTold says how often something is told, "" for once.
func timesTold(v *view, others int) string {
	if others == 0 {
		return ""
	}
	return v.theme.Glyphs.Times + strconv.Itoa(others+1)
}

// eventItem is an entry; its date is for the caller to put in front.
func eventItem(v *view, e *briefings.Event) item {
	date, _ := edtf.Parse(e.When)
	it := item{text: e.Text, gist: gistOf(e), anchor: firstAnchor(&e.Head), record: e, span: stretchOf(date)}
	it.glyph, it.role = eventGlyph(v, e)
	status := string(e.Status)
	if it.glyph == v.theme.Glyphs.Overdue {
		status += " overdue"
	}
	it.facets = facets(status, string(e.Class), actorNames(v, e.Actors), strings.Join(e.Tags, " "))
	it.detail = func() []string { return eventDetail(v, e) }
	return it
}

// alsoMost bounds how many other passages of a happening are quoted.
const alsoMost = 20

// tellAlso adds the other passages of a happening to its item.
func (v *view) tellAlso(it *item, others []int32) {
	if len(others) == 0 {
		return
	}
	for _, card := range others {
		c := &v.b.cards[card]
		a := &briefings.Anchor{DocStart: int(c.start), DocEnd: int(c.end)}
		if !c.is(placed) {
			a.State = briefings.Orphaned
		}
		it.also = append(it.also, a)
	}
	about := it.detail
	it.detail = func() []string { return slices.Insert(about(), 1, v.alsoTold(others)...) }
}

// alsoTold quotes the other passages of a happening.
func (v *view) alsoTold(others []int32) (out []string) {
	records, _ := v.b.read(others[:min(len(others), alsoMost)]...) // what cannot be read is not quoted
	for _, r := range records {
		if r != nil {
			out = append(out, "Also (l, h): "+quoteLine(r.Common()))
		}
	}
	return out
}

// gistOf asks for the gist of a record when its row is first drawn: a briefing
// may have tens of thousands, and rows that stay are drawn with every frame.
func gistOf(r briefings.Record) func() string {
	return sync.OnceValue(func() string { return extract.Gist(r) })
}

func eventGlyph(v *view, e *briefings.Event) (string, theme.Style) {
	return statusGlyph(v.theme, e.Status, e.Overdue(v.today))
}

// entryStatuses are the states of an entry, as cards number them; the last
// stands for any other.
var entryStatuses = []briefings.EventStatus{briefings.Occurred, briefings.Ongoing, briefings.Planned, briefings.Expected,
	briefings.Conditional, briefings.NotOccurred, briefings.Denied, briefings.UnknownStatus, ""}

func statusGlyph(t *theme.Theme, status briefings.EventStatus, overdue bool) (string, theme.Style) {
	switch status {
	case briefings.Planned, briefings.Expected, briefings.Conditional:
		if overdue {
			return t.Glyphs.Overdue, t.Held
		}
		return t.Glyphs.Planned, t.Open
	case briefings.NotOccurred, briefings.Denied, briefings.UnknownStatus:
		return t.Glyphs.Negative, t.Dim
	}
	return t.Glyphs.Occurred, t.Accent
}

// statusWords say of an entry whether it happened.
func statusWords(s briefings.EventStatus) string {
	switch s {
	case briefings.Occurred:
		return "happened"
	case briefings.Ongoing:
		return "going on"
	case briefings.NotOccurred:
		return "did not happen"
	case briefings.UnknownStatus:
		return "not known whether it happened"
	}
	return string(s)
}

func eventDetail(v *view, e *briefings.Event) []string {
	line := []string{statusWords(e.Status)}
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
		out = append(out, "If "+strings.TrimPrefix(e.Condition, "if "))
	}
	if e.Literal != "" && e.Literal != shownDate(e.When) {
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
