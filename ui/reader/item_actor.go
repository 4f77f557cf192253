package reader

import (
	"slices"
	"strconv"
	"strings"

	"dossier/briefings"
	"dossier/ui/theme"
)

// actorItem shows an actor outside the pane.
func actorItem(v *view, a *briefings.Actor) item {
	return item{text: a.Name, glyph: actorGlyph(v.theme, a.Type), role: v.theme.Accent, anchor: firstAnchor(&a.Head), record: a,
		detail: func() []string { return actorDetail(v, a) }}
}

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
