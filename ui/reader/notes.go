package reader

import (
	"slices"
	"strconv"

	"dossier/briefings"
)

// notesPane shows what the analyst wrote, in the order of the text; notes
// whose passage is gone come last.
func notesPane() *pane {
	return &pane{id: "notes", title: "Notes", hints: []action{"go", "edit", "reject", "attach", "filter", "next-pane", "help", "palette", "export"},
		build: notes, kind: briefings.KindAnnotation, noun: "notes", lead: "written",
		list: list{empty: "No notes yet. a writes one on the sentence you are at."}}
}

func notes(v *view) content {
	type noted struct {
		card int32
		item
	}
	var there, lost []noted
	for i, card := range v.b.of(briefings.KindAnnotation) {
		if !card.is(live) {
			continue
		}
		n := noted{i, noteItem(v, &v.b.Annotations[card.also])}
		if n.anchor != nil && !n.anchor.Placed() {
			lost = append(lost, n)
		} else {
			there = append(there, n)
		}
	}
	slices.SortStableFunc(there, func(x, y noted) int { return placeOf(x.anchor) - placeOf(y.anchor) })
	c := content{of: v.b, count: strconv.Itoa(len(there) + len(lost))}
	if drafts := draftItems(v); drafts != nil {
		c.head(item{text: "unfinished", role: v.theme.Open})
		for _, it := range drafts {
			c.add(-1, it)
		}
		c.head(item{text: "saved", role: v.theme.Dim})
	}
	for _, n := range there {
		c.add(n.card, n.item)
	}
	if len(lost) > 0 {
		c.head(item{text: "no longer in the text", role: v.theme.Open})
	}
	for _, n := range lost {
		c.add(n.card, n.item)
	}
	return c
}

// placeOf is where a passage begins; what has none comes first.
func placeOf(a *briefings.Anchor) int {
	if a == nil {
		return -1
	}
	return a.DocStart
}
