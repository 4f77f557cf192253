package reader

import (
	"strconv"
	"strings"
	"sync"

	"dossier/briefings"
)

// actorsPane shows who acts, how often and where.
func actorsPane() *pane {
	return &pane{id: "actors", title: "Actors", hints: []action{"go", "actor-page", "same", "not-same", "note", "filter", "hide", "next-pane", "help", "palette"},
		build: actors, kind: briefings.KindActor, noun: "actors", lead: "in", aside: "mentions and briefings",
		list: list{empty: "No actors were found in this text."}}
}

func actors(v *view) content {
	c := content{of: v.b}
	for _, card := range liveActors(v.b) {
		a, mentions := v.b.actor(card)
		it := actorItem(v, a)
		it.short = pad(strconv.Itoa(len(mentions)), 3)
		it.right = strip(v, mentions) + " " + it.short
		if len(mentions) > 0 {
			it.anchor = &briefings.Anchor{DocStart: int(mentions[0].Start), DocEnd: int(mentions[0].End)}
		}
		it.facets = facets(string(a.Type), otherNames(a.Name, a.Aliases), strings.Join(a.Tags, " "))
		it.detail = sync.OnceValue(func() []string { return actorDetail(v, a) })
		if a.Handle == v.marked {
			it.text += "  (marked)"
		}
		c.add(card, it)
	}
	c.count = strconv.Itoa(len(c.all))
	return c
}

// stripCells is the width of the strip that shows where an actor is spoken of.
const stripCells = 8

// strip draws how often one is spoken of in each eighth of the document.
func strip(v *view, mentions []briefings.Spot) string {
	var counts [stripCells]int
	for _, m := range mentions {
		counts[min(int(m.Start)*stripCells/v.long, stripCells-1)]++
	}
	shades := v.theme.Glyphs.Strip
	var b strings.Builder
	for _, n := range counts {
		if n == 0 {
			b.WriteByte(' ')
			continue
		}
		b.WriteString(shades[min(n, len(shades)-1)])
	}
	return b.String()
}
