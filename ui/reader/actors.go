package reader

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"dossier/briefings"
	"dossier/ui/theme"
)

// actorsPane shows who acts, how often and where.
func actorsPane() *pane {
	return &pane{id: "actors", title: "Actors", hints: []action{"go", "actor-page", "same", "not-same", "note", "filter", "hide", "next-pane", "help", "palette"},
		build: actors, kind: briefings.KindActor, noun: "actors", lead: "in", show: showing(actorItem),
		list: list{empty: "No actors were found in this text."}}
}

// liveActors returns the cards of the actors, most mentioned first.
func liveActors(b *holding) (out []int32) {
	for i, c := range b.of(briefings.KindActor) {
		if c.is(live) && !b.Actors[c.also].Hidden {
			out = append(out, i)
		}
	}
	times := func(card int32) int {
		_, mentions := b.actor(card)
		return len(mentions)
	}
	slices.SortStableFunc(out, func(x, y int32) int { return times(y) - times(x) })
	return out
}

// actorItem shows an actor outside the pane.
func actorItem(v *view, a *briefings.Actor) item {
	return item{text: a.Name, glyph: actorGlyph(v.theme, a.Type), role: v.theme.Accent, anchor: firstAnchor(&a.Head), record: a,
		detail: func() []string { return actorDetail(v, a) }}
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

func pad(s string, w int) string { return strings.Repeat(" ", max(w-len(s), 0)) + s }

func actorGlyph(t *theme.Theme, kind briefings.ActorType) string {
	g := t.Glyphs
	switch kind {
	case briefings.StateActor:
		return g.State
	case briefings.Person:
		return g.Person
	case briefings.System:
		return g.System
	case briefings.PlaceActor:
		return g.Place
	case briefings.Group:
		return g.Group
	}
	return g.Organization
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

func actorDetail(v *view, a *briefings.Actor) []string {
	out := []string{string(a.Type) + " · " + plural(len(v.b.mentionsOf(a.Handle)), "mention", "mentions")}
	if note := provenanceNote(&a.Head); note != "" {
		out[0] += " · " + note
	}
	out = append(out, briefings.Lookalikes(a, v.b.Actors)...)
	if names := otherNames(a.Name, a.Aliases); names != "" {
		out = append(out, "Also: "+names)
	}
	if with := companions(v, a); len(with) > 0 {
		out = append(out, "With: "+strings.Join(with, ", "))
	}
	return append(out, a.Merges...)
}

// otherNames lists the names of an actor besides the one that it goes by.
func otherNames(name string, aliases []briefings.Alias) string {
	var names []string
	for _, alias := range aliases {
		if alias.Text != name {
			names = append(names, alias.Text)
		}
	}
	return strings.Join(names, ", ")
}

// companionMost is how many co-mentioned actors are named.
const companionMost = 4

// companions are the actors that are spoken of close by, most often first, each
// with how often.
func companions(v *view, a *briefings.Actor) []string {
	type companion struct {
		name  string
		times int
	}
	var with []companion
	own := v.b.mentionsOf(a.Handle)
	for _, card := range liveActors(v.b) {
		other, mentions := v.b.actor(card)
		if times := briefings.Together(v.b.Sections, own, mentions); times > 0 && other.Handle != a.Handle {
			with = append(with, companion{other.Name, times})
		}
	}
	slices.SortStableFunc(with, func(x, y companion) int { return y.times - x.times })
	var names []string
	for _, c := range with[:min(len(with), companionMost)] {
		names = append(names, c.name+" "+strconv.Itoa(c.times))
	}
	return names
}
