package reader

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/ui/page"
)

// What was missed the analyst adds: an entry, an actor, a limit, a reference of the
// sentence that one is at, or of the words that are selected. It is asked for by its
// first fields, filled in with what the extractors know of the sentence, and saved; the
// list of all its fields, as for correcting, comes behind.

// addable are the kinds of records that are added so, and the fields that are asked for
// first. The first of them is the record's main line.
var addable = []addition{
	{briefings.KindEvent, "an entry of the timeline", []string{"text", "when"}},
	{briefings.KindActor, "an actor", []string{"name", "kind"}},
	{briefings.KindLimit, "a limit", []string{"text", "transfer"}},
	{briefings.KindReference, "a reference", []string{"title", "url"}},
}

type addition struct {
	kind   briefings.Kind
	what   string
	fields []string
}

// command is the action that adds one.
func (k addition) command() action { return action(k.kind) }

// firstFields are those of a kind, nil for one that is not added so.
func firstFields(kind briefings.Kind) []string {
	if i := slices.IndexFunc(addable, func(k addition) bool { return k.kind == kind }); i >= 0 {
		return addable[i].fields
	}
	return nil
}

// add adds what the focused pane lists; in the text, the outline and the review it asks
// what.
func (a *App) add() tea.Cmd {
	kind := briefings.Kind("")
	if p := a.doc.focused(); p != nil {
		kind = p.kind
	}
	switch {
	case kind == briefings.KindQuestion:
		return a.raiseAt(a.doc.anchorOf(a.doc.whole()))
	case kind == briefings.KindAnnotation:
		return a.note(a.doc.whole())
	case firstFields(kind) != nil:
		return a.addRecord(kind, "")
	}
	return a.askWhatToAdd()
}

// whole is the selection, else the sentence at the eye: not the part of one that a
// pane's row lights up.
func (d *document) whole() page.Range {
	if d.selection != nil {
		return d.sentence()
	}
	return d.around(d.sentence())
}

// around widens a stretch of the text to the sentences that it begins and ends in.
func (d *document) around(at page.Range) page.Range {
	if first, ok := d.page.SentenceAt(at.Start); ok && first.Start <= at.Start {
		at = page.Range{Start: first.Start, End: max(first.End, at.End)}
	}
	if last, ok := d.page.SentenceAt(max(at.End-1, at.Start)); ok && last.Start <= at.End {
		at.End = max(last.End, at.End)
	}
	return at
}

// askWhatToAdd lists what may be added of the sentence.
func (a *App) askWhatToAdd() tea.Cmd {
	p := &panel{title: "Add of “" + firstWords(a.doc.page.Text(a.doc.whole())) + "”", hint: "type to find   Enter adds   Esc closes", filters: true}
	for _, k := range addable {
		p.lines = append(p.lines, line{text: k.what, right: ":" + string(k.command()), run: func() tea.Cmd { return a.addRecord(k.kind, "") }})
	}
	p.lines = append(p.lines,
		line{text: "a question", right: a.keyOf("raise"), run: a.raise},
		line{text: "a note", right: a.keyOf("note"), run: func() tea.Cmd { return a.note(a.doc.whole()) }})
	return a.openPanel(p)
}

// addRecord adds a record of a kind; text stands for its main line where it was said
// already.
func (a *App) addRecord(kind briefings.Kind, text string) tea.Cmd {
	return a.addAt(kind, a.doc.anchorOf(a.doc.whole()), text)
}

// adds is addRecord of one kind.
func adds(kind briefings.Kind) func(*App, string) tea.Cmd {
	return func(a *App, text string) tea.Cmd { return a.addRecord(kind, text) }
}

// addAt adds a record that stands on a passage.
func (a *App) addAt(kind briefings.Kind, anchor briefings.Anchor, text string) tea.Cmd {
	k := addable[slices.IndexFunc(addable, func(k addition) bool { return k.kind == kind })]
	r := a.missedAt(kind, &anchor)
	r.Common().Anchors = []briefings.Anchor{anchor}
	var fields []briefings.Field
	var steps []step
	for _, name := range k.fields {
		f := fieldNamed(a.fieldsOf(r), name)
		s := a.fieldStep(kind, f)
		s.check = func(value string) error { return a.assign(r.Clone(), f, value) }
		fields, steps = append(fields, f), append(steps, s)
	}
	if text != "" {
		steps[0].preset = text
	}
	if actor, ok := r.(*briefings.Actor); ok {
		steps[0].check = func(value string) error { return a.newName(actor, value) }
	}
	return a.ask("Add "+k.what, anchor.Exact, briefings.Draft{Purpose: string(kind), Anchor: &anchor}, func(v []string) tea.Cmd {
		for i, f := range fields {
			if err := a.assign(r, f, v[i]); err != nil { // which was checked
				a.warn("not added: " + err.Error())
				return nil
			}
		}
		a.doc.selection = nil
		if actor, ok := r.(*briefings.Actor); ok {
			return a.addActor(actor, anchor)
		}
		return a.added("added: "+strings.TrimPrefix(calledByName(r), "the ")+"; "+a.keyOf("undo")+" undoes", r)
	}, steps...)
}

// missedAt is what the extractors know of a passage for a record that they missed.
func (a *App) missedAt(kind briefings.Kind, anchor *briefings.Anchor) briefings.Record {
	d := a.doc
	words := briefings.Spot{Start: int32(anchor.DocStart), End: int32(anchor.DocEnd)}
	p := extract.Passage{Meta: d.briefing.Meta, Block: d.text.Block(d.text.At(anchor.DocStart)), Sentence: words, Words: words}
	if s, ok := d.page.SentenceAt(anchor.DocStart); ok {
		p.Sentence = briefings.Spot{Start: min(int32(s.Start), words.Start), End: max(int32(s.End), words.End)}
	}
	for _, card := range liveActors(d.briefing) {
		actor, spots := d.briefing.actor(card)
		spoken := *actor
		for _, m := range spots {
			if int(m.Start) >= p.Block.Start && int(m.End) <= p.Block.End {
				spoken.Mentions = append(spoken.Mentions, briefings.Anchor{DocStart: int(m.Start), DocEnd: int(m.End)})
			}
		}
		if len(spoken.Mentions) > 0 {
			p.Actors = append(p.Actors, spoken)
		}
	}
	return extract.Missed(kind, p)
}

// assign sets a field of a record that is being made, as people write it.
func (a *App) assign(r briefings.Record, f briefings.Field, value string) error {
	value, err := a.dated(f, value)
	if err != nil {
		return err
	}
	if value, err = a.namedAs(r.Kind(), f, value); err != nil {
		return err
	}
	return briefings.AssignField(r, f.Name, value)
}

func fieldNamed(fields []briefings.Field, name string) briefings.Field {
	return fields[slices.IndexFunc(fields, func(f briefings.Field) bool { return f.Name == name })]
}

// newName refuses the name of an actor that the briefing has already.
func (a *App) newName(actor *briefings.Actor, name string) error {
	if name == "" {
		return fmt.Errorf("an actor has a name")
	}
	if h := a.actorCalled(name); h != "" {
		return fmt.Errorf("%s is an actor of this briefing already: pane 4 has it; %s makes two names one", a.nameOf(h), a.keyOf("same"))
	}
	return nil
}

// addActor adds an actor with every place that speaks of it, by the words that were
// selected or by its name.
func (a *App) addActor(actor *briefings.Actor, at briefings.Anchor) tea.Cmd {
	if words := a.missedAt(briefings.KindActor, &at).(*briefings.Actor).Name; words != "" {
		actor.Aliases = []briefings.Alias{{Text: words, Type: briefings.Variant}}
	}
	id := a.doc.briefing.ID
	a.busy("looking for its mentions")
	waits := a.untilShown()
	return func() tea.Msg {
		if err := a.findMentions(id, actor, at); err != nil {
			return failed("not added", err)
		}
		return then(func(a *App) tea.Cmd {
			switch {
			case a.ahead != waits || a.doc == nil || a.doc.briefing.ID != id: // it was called off
				return nil
			case len(actor.Mentions) == 0:
				a.ahead.there = shown
				return a.addNameless(actor.Name, at)
			}
			return a.added("added: "+actor.Name+", "+plural(len(actor.Mentions), "mention", "mentions")+"; "+a.keyOf("undo")+" undoes", actor)
		})
	}
}

// findMentions reads the whole text for where it speaks of an actor. Selected words do,
// wherever they stand.
func (a *App) findMentions(id string, actor *briefings.Actor, at briefings.Anchor) error {
	b, err := a.cfg.Library.Briefing(a.ctx, id)
	if err != nil {
		return err
	}
	rev, err := a.cfg.Library.Revision(a.ctx, id, 0)
	if err != nil {
		return err
	}
	actor.Mentions = extract.Mentions(extract.NewSource(rev, b.Meta), actor, b.Actors)
	here := func(m briefings.Anchor) bool { return m.DocStart < at.DocEnd && m.DocEnd > at.DocStart }
	if len(actor.Aliases) > 0 && !slices.ContainsFunc(actor.Mentions, here) {
		actor.Mentions = append(actor.Mentions, at)
		slices.SortFunc(actor.Mentions, func(x, y briefings.Anchor) int { return x.DocStart - y.DocStart })
	}
	return nil
}

// addNameless asks again for an actor of whom the text does not speak by that name.
func (a *App) addNameless(name string, at briefings.Anchor) tea.Cmd {
	cmd := a.addAt(briefings.KindActor, at, name)
	if a.form != nil {
		a.form.refused = "“" + name + "” is nowhere in the text: write it as the text does, or leave, select the words that speak of it (" +
			a.keyOf("select-word") + ") and name it as you like"
	}
	return cmd
}

// added saves a new record and lists its fields then, for the others to be filled in.
// Keys that are pressed meanwhile are for that list.
func (a *App) added(say string, r briefings.Record) tea.Cmd {
	save := a.put(say, r)
	waits := a.untilShown()
	asked := ""
	for _, f := range briefings.Fields(r) {
		if slices.Contains(firstFields(r.Kind()), f.Name) {
			asked = f.Name
		}
	}
	return func() tea.Msg {
		msg := save()
		got, saved := msg.(refreshed)
		if !saved {
			return msg
		}
		return then(func(a *App) tea.Cmd {
			cmd := got.arrive(a)
			if r := got.briefing.Record(got.at); r != nil && a.doc != nil && waits == a.ahead {
				cmd = tea.Batch(cmd, a.correctBehind(aRecord{r}, asked))
			}
			waits.there = shown
			return cmd
		})
	}
}
