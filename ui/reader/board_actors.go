package reader

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"dossier/briefings"
)

// castMember is an actor of any briefings: those of one name and kind are one.
type castMember struct {
	name     string
	kind     briefings.ActorType
	in       []int32 // of boarded.in
	mentions int
}

// titlesShown is how many briefings of an actor are named.
const titlesShown = 8

// titles names the first briefings of an actor.
func (b *boarded) titles(c *castMember) string {
	var titles []string
	for _, in := range c.in[:min(len(c.in), titlesShown)] {
		titles = append(titles, b.in[in].title)
	}
	return plural(c.mentions, "mention", "mentions") + " · " + strings.Join(titles, " · ")
}

// castLines draws actors.
func (b *boarded) castLines(v *view, rows []boardRow) []item {
	out := make([]item, len(rows))
	for i := range rows {
		c := &b.cast[rows[i].text]
		titles := b.titles(c)
		out[i] = item{lead: strconv.Itoa(len(c.in)), text: c.name, glyph: actorGlyph(v.theme, c.kind), role: v.theme.Accent, right: titles,
			record: &briefings.Actor{Head: briefings.Head{Handle: b.named(&rows[i]).Handle}, Name: c.name, Type: c.kind}}
		out[i].detail = func() []string {
			if more := len(c.in) - titlesShown; more > 0 {
				titles += " and " + strconv.Itoa(more) + " more"
			}
			return []string{string(c.kind) + " · " + plural(c.mentions, "mention", "mentions") + " in " + plural(len(c.in), "briefing", "briefings"), titles}
		}
	}
	return out
}

// readActors makes one row of all actors of one name and kind, those of most
// briefings first. Hidden ones have none.
func (r *boardReader) readActors(ctx context.Context) error {
	b, at := r.to, map[string]int{}
	err := r.each(ctx, func(s briefings.Summary, record briefings.Record) {
		actor := record.(*briefings.Actor)
		if actor.Hidden {
			return
		}
		key := briefings.Fold(actor.Name) + "\n" + string(actor.Type)
		i, known := at[key]
		if !known {
			i = len(b.cast)
			at[key] = i
			b.all = append(b.all, b.put(s, actor.Handle, ""))
			b.cast = append(b.cast, castMember{name: actor.Name, kind: actor.Type})
		}
		c := &b.cast[i]
		c.in = append(c.in, b.place(s))
		c.mentions += len(actor.Mentions)
	})
	for i := range b.all {
		b.all[i].text = int32(i)
	}
	slices.SortStableFunc(b.all, func(x, y boardRow) int {
		c, d := &b.cast[x.text], &b.cast[y.text]
		return cmp.Or(len(d.in)-len(c.in), d.mentions-c.mentions, strings.Compare(briefings.Fold(c.name), briefings.Fold(d.name)))
	})
	if len(b.all) > 0 {
		b.widen(strconv.Itoa(len(b.cast[b.all[0].text].in)))
	}
	b.texts = make([]string, len(b.cast))
	for i := range b.cast {
		b.texts[i] = briefings.Fold(b.cast[i].name + " " + string(b.cast[i].kind))
	}
	return err
}
