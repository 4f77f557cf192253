package reader

import (
	"slices"
	"strconv"

	"dossier/briefings"
	"dossier/briefings/edtf"
)

// timelinePane shows the dated entries in order of time.
func timelinePane() *pane {
	return &pane{id: "timeline", title: "Timeline", beside: true, build: timeline, kind: briefings.KindEvent, noun: "entries", lead: "date",
		list: list{empty: "No dates were found in this text."}}
}

func timeline(v *view) content {
	dates := datings(v.b)
	order, also := inTime(v.b, dates)
	c := content{of: v.b, also: also, count: strconv.Itoa(len(order)) + " dated", all: make([]row, 0, len(order)+len(order)/8)}
	whenOf := func(card int32) string { return v.b.dates.all[v.b.cards[card].also] }
	above, below := "", "" // the years that the entries above and below stand in
	for i, card := range order {
		when := whenOf(card)
		year, more := yearOf(when)
		if below = ""; i+1 < len(order) {
			below, _ = yearOf(whenOf(order[i+1]))
		}
		alone := !more || year != above && len(when) <= len("2006-01") && below != year
		if !alone && year != above {
			c.head(item{subheading: true, text: year, role: v.theme.Dim})
		}
		above = year
		c.all = append(c.all, row{made: -1, card: card, alone: alone})
	}
	c.edges = func(r *row) (lead, right string) {
		when := whenOf(r.card)
		if lead = shownDate(when); !r.alone {
			year, _ := yearOf(when)
			lead = " " + edtf.Shown(when, year)
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
