package briefings

import (
	"slices"
	"strings"
)

// Judgement is what a person said about actors: an entry of a log that is only
// ever added to. It names actors by a form of their name and their kind, not by
// handle, so that it holds in every later briefing too.
type Judgement struct {
	ID string      `json:"id"` // ULID
	At Time        `json:"at"`
	By string      `json:"by"`
	Op JudgementOp `json:"op"`
	// Actor is the one that is judged.
	Actor ActorName `json:"actor"`
	// Other is, of Same and NotSame, whom it is compared with.
	Other ActorName `json:"other,omitzero"`
	// Name is, of Rename, the new name.
	Name string `json:"name,omitempty"`
	// Type is, of Retype, the new kind.
	Type ActorType `json:"type,omitempty"`
	// Mention is, of NotThis, the place that speaks of somebody else.
	Mention *Anchor `json:"mention,omitempty"`
	// Undoes is the entry that this one takes back; its Op is Undo.
	Undoes string `json:"undoes,omitempty"`
}

// JudgementOp says what was judged.
type JudgementOp string

const (
	Same    JudgementOp = "same"     // Other is another name of Actor
	NotSame JudgementOp = "not-same" // Other is no name of Actor
	Rename  JudgementOp = "rename"
	Retype  JudgementOp = "retype"
	Hide    JudgementOp = "hide"
	NotThis JudgementOp = "not-this" // one mention only
	Undo    JudgementOp = "undo"
)

// ActorName is how a judgement finds an actor in any briefing: the actor has a
// form that is equal when folded (see Fold), and is of the kind; "" is any.
type ActorName struct {
	Form string    `json:"form"`
	Type ActorType `json:"type,omitempty"`
}

// Curate applies what people judged to the actors that were found in a
// briefing, in the order of the log, and returns them anew: neither argument is
// changed. An entry that finds nobody here does nothing here. An actor that was
// merged into another stays in the list, superseded, so that its handle still
// leads to somebody.
func Curate(actors []Actor, log []Judgement) []Actor {
	c := curation{actors: make([]Actor, 0, len(actors)+1)}
	for i := range actors {
		c.actors = append(c.actors, *actors[i].Clone().(*Actor))
	}
	for _, j := range Standing(log) {
		c.apply(&j)
	}
	return c.actors
}

// Standing returns the entries of a log that hold: those that no standing
// entry takes back. An undo can be undone.
func Standing(log []Judgement) []Judgement {
	undone := map[string]bool{}
	var out []Judgement
	for i := len(log) - 1; i >= 0; i-- {
		j := log[i]
		switch {
		case undone[j.ID]:
		case j.Op == Undo:
			undone[j.Undoes] = true
		default:
			out = append(out, j)
		}
	}
	slices.Reverse(out)
	return out
}

type curation struct{ actors []Actor }

func (c *curation) apply(j *Judgement) {
	i := c.find(j.Actor)
	if i < 0 {
		return
	}
	a := &c.actors[i]
	switch j.Op {
	case Same:
		if other := c.findOther(j.Other, i); other >= 0 {
			c.merge(i, other, j)
		}
	case NotSame:
		c.split(i, j)
	case Rename:
		a.edit("name", a.Name, j)
		a.Name = j.Name
	case Retype:
		a.edit("kind", string(a.Type), j)
		a.Type = j.Type
	case Hide:
		a.edit("hidden", "false", j)
		a.Hidden = true
	case NotThis:
		if j.Mention != nil {
			a.deny(j.Mention)
		}
	}
}

// find returns the live actor that a name means, -1 if none.
func (c *curation) find(n ActorName) int { return c.findOther(n, -1) }

func (c *curation) findOther(n ActorName, not int) int {
	return slices.IndexFunc(c.actors, func(a Actor) bool {
		return a.Live() && (n.Type == "" || n.Type == a.Type) && a.called(n.Form) && (not < 0 || a.Handle != c.actors[not].Handle)
	})
}

// called says whether an actor has a form of a name.
func (a *Actor) called(form string) bool {
	form = Fold(form)
	return Fold(a.Name) == form || slices.ContainsFunc(a.Aliases, func(alias Alias) bool { return Fold(alias.Text) == form })
}

// edit notes that a person changed a field.
func (a *Actor) edit(field, was string, j *Judgement) {
	if a.Edited == nil {
		a.Edited = map[string]Edit{}
	}
	a.Edited[field] = Edit{By: j.By, At: j.At, Was: was}
}

// merge makes actor other a part of actor i.
func (c *curation) merge(i, other int, j *Judgement) {
	a, b := &c.actors[i], &c.actors[other]
	for _, alias := range b.Aliases {
		if !slices.ContainsFunc(a.Aliases, func(known Alias) bool { return known.Text == alias.Text }) {
			a.Aliases = append(a.Aliases, alias)
		}
	}
	a.Mentions = append(a.Mentions, b.Mentions...)
	slices.SortFunc(a.Mentions, func(x, y Anchor) int { return x.DocStart - y.DocStart })
	a.Merges = append(append(a.Merges, b.Merges...), b.Name+": "+j.By+" said that it is "+a.Name)
	a.setFirst()
	b.State, b.Into = StateSuperseded, a.Handle
}

// split makes the mentions of a form that was held for an actor's an actor of
// their own.
func (c *curation) split(i int, j *Judgement) {
	a := &c.actors[i]
	form := Fold(j.Other.Form)
	b := Actor{Name: j.Other.Form, Type: a.Type}
	if j.Other.Type != "" {
		b.Type = j.Other.Type
	}
	theirs := func(m Anchor) bool { return Fold(m.Exact) == form }
	for _, m := range a.Mentions {
		if theirs(m) {
			b.Mentions = append(b.Mentions, m)
		}
	}
	if len(b.Mentions) == 0 || len(b.Mentions) == len(a.Mentions) {
		return
	}
	a.Mentions = slices.DeleteFunc(a.Mentions, theirs)
	for _, alias := range a.Aliases {
		if Fold(alias.Text) == form {
			b.Aliases = append(b.Aliases, Alias{alias.Text, Variant})
		}
	}
	a.Aliases = slices.DeleteFunc(a.Aliases, func(alias Alias) bool { return Fold(alias.Text) == form })
	a.Merges = slices.DeleteFunc(a.Merges, func(why string) bool {
		name, _, _ := strings.Cut(why, ": ")
		return Fold(name) == form
	})
	b.Origin, b.State, b.Generator = a.Origin, StateLive, a.Generator
	b.Rule = j.By + " said that it is not " + a.Name
	b.Handle = NewHandle(KindActor, b.Name, func(h Handle) bool {
		return slices.ContainsFunc(c.actors, func(known Actor) bool { return known.Handle == h })
	})
	a.setFirst()
	b.setFirst()
	if Fold(a.Name) == form && len(a.Aliases) > 0 {
		a.Name = a.Aliases[0].Text
	}
	c.actors = append(c.actors, b)
}

// deny takes the mention at a passage away. An actor without any other is
// rejected: nothing is left that speaks of it.
func (a *Actor) deny(passage *Anchor) {
	at := slices.IndexFunc(a.Mentions, func(m Anchor) bool {
		return m.Exact == passage.Exact && m.Prefix == passage.Prefix && m.Suffix == passage.Suffix
	})
	if at < 0 {
		return
	}
	a.Not = append(a.Not, a.Mentions[at])
	if len(a.Mentions) == 1 {
		a.State = StateRejected
	}
	a.Mentions = slices.Delete(a.Mentions, at, at+1)
	a.setFirst()
}

// setFirst makes the first mention the passage that the record points at.
func (a *Actor) setFirst() {
	if len(a.Mentions) > 0 {
		a.Anchors = a.Mentions[:1:1]
	}
}
