package reader

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dossier/briefings"
)

// Fields that name other records: of actors people see and write the names, and the
// record keeps their handles.

// naming are the fields that name actors.
var naming = map[briefings.Kind][]string{
	briefings.KindEvent: {"actors"},
	briefings.KindLimit: {"holder", "recipient"},
}

// fieldsOf are the fields of a record as people see them.
func (a *App) fieldsOf(r briefings.Record) []briefings.Field {
	fields := briefings.Fields(r)
	for i := range fields {
		if f := &fields[i]; slices.Contains(naming[r.Kind()], f.Name) {
			f.Value = exchanged(f.Value, func(handle string) string { return a.nameOf(briefings.Handle(handle)) })
		}
	}
	return fields
}

// namedAs is the value of a field as the record keeps it. An entry has actors of its
// briefing only; who holds something back may be none of them.
func (a *App) namedAs(kind briefings.Kind, f briefings.Field, value string) (kept string, err error) {
	if !slices.Contains(naming[kind], f.Name) {
		return value, nil
	}
	kept = exchanged(value, func(name string) string {
		h := a.actorCalled(name)
		if h == "" && name != "" && kind == briefings.KindEvent {
			err = fmt.Errorf("no actor of this briefing is called %q; Tab completes the names", name)
		}
		return cmp.Or(string(h), name)
	})
	return kept, err
}

// actorCalled is the handle of the actor that a name or a handle is of, "" for none.
func (a *App) actorCalled(name string) briefings.Handle {
	b := a.doc.briefing
	for _, card := range liveActors(b) {
		if actor, _ := b.actor(card); string(actor.Handle) == name || actor.Called(name) {
			return actor.Handle
		}
	}
	return ""
}

// nameOf is the name of an actor by which it is found again, else its handle: a name
// with a comma would be two.
func (a *App) nameOf(h briefings.Handle) string {
	if name := a.doc.view.names[h]; name != "" && !strings.Contains(name, ",") {
		return name
	}
	return string(h)
}

// exchanged puts something else for each of the words between commas.
func exchanged(list string, with func(string) string) string {
	words := strings.Split(list, ",")
	for i, w := range words {
		words[i] = with(strings.TrimSpace(w))
	}
	return strings.Join(words, ", ")
}

// namesFor are what a field of a record may name, nil for one that names nothing:
// actors by their names, other references by their handles.
func (a *App) namesFor(kind briefings.Kind, field string) (names []string) {
	if kind == ofBriefing {
		return nil
	}
	b := a.doc.briefing
	switch {
	case slices.Contains(naming[kind], field):
		for _, card := range liveActors(b) {
			names = append(names, a.nameOf(b.handle(&b.cards[card])))
		}
	case kind == briefings.KindReference && field == "derivedFrom":
		for _, c := range b.of(briefings.KindReference) {
			if c.is(live) {
				names = append(names, string(b.handle(c)))
			}
		}
	}
	return names
}
