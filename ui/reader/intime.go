package reader

import (
	"slices"

	"dossier/briefings"
	"dossier/briefings/edtf"
)

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
