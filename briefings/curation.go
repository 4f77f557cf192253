package briefings

import (
	"cmp"
	"slices"
	"strings"
)

// Judgements is a log of judgements made ready to be applied to many briefings.
type Judgements struct {
	standing []Judgement
	forms    map[string]bool // folded, that any of them names
}

// NewJudgements takes a log, oldest entry first.
func NewJudgements(log []Judgement) *Judgements {
	s := &Judgements{standing: Standing(log), forms: map[string]bool{}}
	for i := range s.standing {
		s.forms[Fold(s.standing[i].Actor.Form)] = true
		s.forms[Fold(s.standing[i].Other.Form)] = true
	}
	return s
}

// None says that nothing is judged.
func (s *Judgements) None() bool { return len(s.standing) == 0 }

// Curate applies what people judged to a briefing, in the order of the log, and
// returns it anew: neither is changed, and a briefing that nothing concerns is
// returned as it is. An entry that finds nobody here does nothing here. An
// actor that was merged into another stays in the list, superseded, so that its
// handle still leads to somebody; events and limits name the one that it was
// merged into.
func (s *Judgements) Curate(b *Briefing) *Briefing {
	cast := s.Cast(b)
	if cast == nil {
		return b
	}
	out := *b
	out.Actors = cast.Actors
	out.Events, out.Limits = slices.Clone(b.Events), slices.Clone(b.Limits)
	for i := range out.Events {
		cast.Curate(&out.Events[i])
	}
	for i := range out.Limits {
		cast.Curate(&out.Limits[i])
	}
	return &out
}

// Cast applies what people judged to the actors of a briefing; of that only the
// id, the revision and the actors are looked at. It is nil where nothing
// concerns them.
func (s *Judgements) Cast(b *Briefing) *Cast {
	if s.None() || !s.concern(b) {
		return nil
	}
	c := &curation{briefing: b.ID, revision: b.Revision, actors: make([]Actor, 0, len(b.Actors)+1), forms: map[string][]int{}, was: map[int]*Actor{}}
	for i := range b.Actors {
		c.add(b.Actors[i].Clone().(*Actor))
	}
	for i := range s.standing {
		c.apply(&s.standing[i])
	}
	if !c.changed {
		return nil
	}
	return newCast(b.Actors, c.actors)
}

// concern says whether any form of the briefing's actors is one that was
// judged.
func (s *Judgements) concern(b *Briefing) bool {
	return slices.ContainsFunc(b.Actors, func(a Actor) bool {
		return s.forms[Fold(a.Name)] || slices.ContainsFunc(a.Aliases, func(x Alias) bool { return s.forms[Fold(x.Text)] })
	})
}

// curation is one briefing's actors while a log is applied to them.
type curation struct {
	briefing string
	revision int
	actors   []Actor
	forms    map[string][]int // folded form -> actors that have it, or had it once
	was      map[int]*Actor   // actors that became another, as they were
	changed  bool
}

func (c *curation) add(a *Actor) {
	at := len(c.actors)
	c.actors = append(c.actors, *a)
	c.know(a.Name, at)
	for _, alias := range a.Aliases {
		c.know(alias.Text, at)
	}
}

func (c *curation) know(form string, at int) {
	form = Fold(form)
	if !slices.Contains(c.forms[form], at) {
		c.forms[form] = append(c.forms[form], at)
	}
}

func (c *curation) apply(j *Judgement) {
	i := c.find(j.Actor, -1)
	if j.Op == Same {
		c.same(i, c.find(j.Other, i), j)
		return
	}
	if i < 0 {
		return
	}
	a := &c.actors[i]
	switch j.Op {
	case NotSame:
		c.split(i, j)
	case Rename:
		if c.edit(a, "name", a.Name, j) {
			a.Name = j.Name
			c.know(a.Name, i)
		}
	case Retype:
		if c.edit(a, "kind", string(a.Type), j) {
			a.Type = j.Type
		}
	case Hide:
		if c.edit(a, "hidden", "false", j) {
			a.Hidden = true
		}
	case NotThis:
		if j.Briefing == c.briefing && j.Mention != nil {
			c.deny(a, j.Mention)
		}
	}
}

// find returns the live actor that a name means, other than one; -1 if none. Of
// several it is the one that is called so, then the one spoken of most, so that
// the order of the list does not matter.
func (c *curation) find(n ActorName, not int) int {
	best := -1
	for _, i := range c.forms[Fold(n.Form)] {
		a := &c.actors[i]
		if i == not || !a.Live() || !a.Called(n.Form) || n.Type != "" && n.Type != a.Type && n.Type != a.foundAs() {
			continue
		}
		if best < 0 || c.rank(i, best, n.Form) < 0 {
			best = i
		}
	}
	return best
}

func (c *curation) rank(i, j int, form string) int {
	x, y := &c.actors[i], &c.actors[j]
	named := func(a *Actor) int {
		if Fold(a.Name) == Fold(form) {
			return 0
		}
		return 1
	}
	return cmp.Or(named(x)-named(y), len(y.Mentions)-len(x.Mentions), strings.Compare(string(x.Handle), string(y.Handle)))
}

// Called says whether an actor has a form of a name.
func (a *Actor) Called(form string) bool {
	form = Fold(form)
	return Fold(a.Name) == form || Fold(a.Edited["name"].Was) == form || slices.ContainsFunc(a.Aliases, func(alias Alias) bool { return Fold(alias.Text) == form })
}

// edit notes that a person changed a field. What somebody set later in this
// very record outranks what was judged before; then it says false.
func (c *curation) edit(a *Actor, field, was string, j *Judgement) bool {
	before, again := a.Edited[field]
	if again && before.At.After(j.At) {
		return false
	}
	if again {
		was = before.Was // what a machine found, however often it was changed
	}
	if a.Edited == nil {
		a.Edited = map[string]Edit{}
	}
	a.Edited[field] = Edit{By: j.By, At: j.At, Was: was}
	c.changed = true
	return true
}

// same makes two actors one. Where only the other is spoken of it becomes the
// one, so that both have one name in all briefings.
func (c *curation) same(i, other int, j *Judgement) {
	switch {
	case i >= 0 && other >= 0:
		if (c.actors[i].Type == Person) == (c.actors[other].Type == Person) {
			c.merge(i, other, j)
		}
	case other >= 0:
		if j.Actor.Type == "" || (j.Actor.Type == Person) == (c.actors[other].Type == Person) {
			c.become(other, j)
		}
	case i >= 0 && Fold(c.actors[i].Name) == Fold(j.Other.Form) && Fold(j.called()) != Fold(j.Other.Form): // one already, by its other name
		c.become(i, j)
	}
}

// become calls an actor by the name of the one that it is the same as.
func (c *curation) become(i int, j *Judgement) {
	a := &c.actors[i]
	if e, edited := a.Edited["name"]; edited && e.At.After(j.At) {
		return
	}
	c.was[i] = a.Clone().(*Actor)
	for at := range a.Aliases {
		if j.Actor.Type == StateActor && a.Type == PlaceActor {
			a.Aliases[at].Type = Metonym
		}
	}
	a.Merges = append(a.Merges, a.Name+": "+j.By+" said that it is "+j.called())
	a.Name, a.Type = j.called(), cmp.Or(j.Actor.Type, a.Type)
	c.know(a.Name, i)
	c.changed = true
}

// merge makes actor other a part of actor i. A place that is a state is its
// capital: a metonym.
func (c *curation) merge(i, other int, j *Judgement) {
	a, b := &c.actors[i], &c.actors[other]
	for _, alias := range append([]Alias{{b.Name, Variant}}, b.Aliases...) {
		if a.Type == StateActor && b.Type == PlaceActor {
			alias.Type = Metonym
		}
		if !slices.ContainsFunc(a.Aliases, func(known Alias) bool { return known.Text == alias.Text }) {
			a.Aliases = append(a.Aliases, alias)
			c.know(alias.Text, i)
		}
	}
	a.Mentions = inOrder(append(a.Mentions, b.Mentions...))
	a.Merges = append(append(a.Merges, b.Merges...), b.Name+": "+j.By+" said that it is "+a.Name)
	a.setFirst()
	b.State, b.Into = StateSuperseded, a.Handle
	c.changed = true
}

// split makes the mentions of a form that was held for an actor's an actor of
// their own: the one that was merged into it before, another of that name, or a
// new one.
func (c *curation) split(i int, j *Judgement) {
	form := Fold(j.Other.Form)
	if was := c.was[i]; was != nil && was.Called(form) {
		c.actors[i] = *was
		delete(c.was, i)
		return
	}
	if again := slices.IndexFunc(c.actors, func(x Actor) bool { return x.Into == c.actors[i].Handle && x.Called(form) }); again >= 0 {
		c.revive(i, again)
		return
	}
	a := &c.actors[i]
	theirs := func(m Anchor) bool { return Fold(m.Exact) == form }
	var mentions []Anchor
	for _, m := range a.Mentions {
		if theirs(m) {
			mentions = append(mentions, m)
		}
	}
	if len(mentions) == 0 || len(mentions) == len(a.Mentions) {
		return
	}
	to := c.find(j.Other, i)
	if to < 0 {
		to = c.apart(a, j)
	}
	a, b := &c.actors[i], &c.actors[to]
	b.Mentions = inOrder(append(b.Mentions, mentions...))
	b.setFirst()
	a.Mentions = slices.DeleteFunc(a.Mentions, theirs)
	a.setFirst()
	a.forget(form)
	c.changed = true
}

// apart adds an actor that is not a.
func (c *curation) apart(a *Actor, j *Judgement) int {
	b := Actor{Name: j.Other.Form, Type: cmp.Or(j.Other.Type, a.Type), Aliases: []Alias{}}
	b.Origin, b.State, b.Generator = a.Origin, StateLive, a.Generator
	b.Rule = j.By + " said that it is not " + a.Name
	b.Created, b.Modified = j.At, j.At
	for _, alias := range a.Aliases {
		if Fold(alias.Text) == Fold(j.Other.Form) {
			b.Aliases = append(b.Aliases, Alias{alias.Text, Variant})
		}
	}
	b.Handle = NewHandle(KindActor, b.Name, func(h Handle) bool {
		return slices.ContainsFunc(c.actors, func(known Actor) bool { return known.Handle == h })
	})
	c.add(&b)
	return len(c.actors) - 1
}

// revive takes a merge apart again.
func (c *curation) revive(i, other int) {
	a, b := &c.actors[i], &c.actors[other]
	a.Mentions = slices.DeleteFunc(a.Mentions, func(m Anchor) bool { return slices.Contains(b.Mentions, m) })
	a.setFirst()
	a.forget(Fold(b.Name))
	for _, alias := range b.Aliases {
		a.forget(Fold(alias.Text))
	}
	b.State, b.Into = StateLive, ""
	c.changed = true
}

// forget takes a form from an actor, unless a mention that it keeps has it.
func (a *Actor) forget(form string) {
	if slices.ContainsFunc(a.Mentions, func(m Anchor) bool { return Fold(m.Exact) == form }) {
		return
	}
	a.Aliases = slices.DeleteFunc(a.Aliases, func(alias Alias) bool { return Fold(alias.Text) == form })
	a.Merges = slices.DeleteFunc(a.Merges, func(why string) bool {
		name, _, _ := strings.Cut(why, ": ")
		return Fold(name) == form
	})
	if Fold(a.Name) == form && len(a.Aliases) > 0 {
		a.Name = a.Aliases[0].Text
	}
}

// deny takes the mention at a passage away. An actor without any other is
// rejected: nothing is left that speaks of it.
func (c *curation) deny(a *Actor, passage *Anchor) {
	at := mentionAt(a.Mentions, passage, c.revision)
	if at < 0 {
		return
	}
	a.Not = append(a.Not, a.Mentions[at])
	a.Mentions = slices.Delete(a.Mentions, at, at+1)
	if len(a.Mentions) == 0 {
		a.State = StateRejected
	}
	a.setFirst()
	c.changed = true
}

// mentionAt finds the mention that stands at a passage: in the revision that
// the passage is of, by its place, whatever words an extractor counts to the
// name; else by its words and those around it, if only one has them.
func mentionAt(mentions []Anchor, passage *Anchor, revision int) int {
	if passage.Revision == revision && passage.Placed() {
		return slices.IndexFunc(mentions, func(m Anchor) bool {
			return m.DocStart < passage.DocEnd && m.DocEnd > passage.DocStart
		})
	}
	found := -1
	for i, m := range mentions {
		if m.Exact != passage.Exact || m.Prefix != passage.Prefix || m.Suffix != passage.Suffix {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// setFirst makes the first mention the passage that the record points at.
func (a *Actor) setFirst() {
	if len(a.Mentions) > 0 {
		a.Anchors = a.Mentions[:1:1]
	}
}

// inOrder sorts anchors by their place and drops those that are there twice.
func inOrder(anchors []Anchor) []Anchor {
	slices.SortStableFunc(anchors, func(a, b Anchor) int { return cmp.Compare(a.DocStart, b.DocStart) })
	return slices.CompactFunc(anchors, func(a, b Anchor) bool { return a.DocStart == b.DocStart && a.DocEnd == b.DocEnd })
}
