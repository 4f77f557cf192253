package reader

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
	"dossier/ui/page"
)

// What is judged of an actor here holds in every briefing of the library, and
// in those that are yet to come. U takes it back everywhere.

// withActor does something with the actor under the cursor; in the text, with
// the one that the sentence under the eye speaks of, or the one that is chosen
// of several.
func (a *App) withActor(title string, do func(*briefings.Actor) tea.Cmd) tea.Cmd {
	d := a.doc
	if actor, ok := d.record().(*briefings.Actor); ok {
		return do(actor)
	}
	if d.focus != textPane {
		a.say("no actor here: go to one with 4")
		return nil
	}
	here := d.actorsIn(d.sentence())
	if len(here) == 0 { // words that name nobody stand in a sentence that may
		here = d.actorsIn(d.around(d.sentence()))
	}
	whole := func(card int32) tea.Cmd { // with its mentions
		if actor, ok := d.briefing.one(card).(*briefings.Actor); ok {
			return do(actor)
		}
		return nil
	}
	switch len(here) {
	case 0:
		a.say("no actor in this sentence: go to one with 4, or add one with " + a.keyOf("add"))
		return nil
	case 1:
		return whole(here[0])
	}
	p := &panel{title: title, hint: "Enter chooses   Esc closes", filters: true}
	for _, card := range here {
		actor, _ := d.briefing.actor(card)
		p.lines = append(p.lines, line{lead: actorGlyph(a.theme, actor.Type), text: actor.Name, right: string(actor.Type), run: func() tea.Cmd { return whole(card) }})
	}
	return a.openPanel(p)
}

// actorsIn are the actors that a stretch of the text speaks of, most mentioned first.
func (d *document) actorsIn(at page.Range) (cards []int32) {
	for _, card := range liveActors(d.briefing) {
		if d.briefing.speaksOf(card, at.Start, at.End) {
			cards = append(cards, card)
		}
	}
	return cards
}

// judgeActor enters a judgement into the library's log; say is said once the disk
// has it.
func (a *App) judgeActor(say string, of *briefings.Actor, j briefings.Judgement) tea.Cmd {
	if !a.inLibrary() {
		return nil
	}
	id := a.doc.briefing.ID
	j.Briefing, j.Actor = id, briefings.NameOf(of)
	if err := j.Check(); err != nil {
		a.warn("not judged: " + err.Error())
		return nil
	}
	a.busy("saving")
	return func() tea.Msg {
		if _, err := a.cfg.Library.Judge(a.ctx, j); err != nil {
			return failed("not judged", err)
		}
		return a.reload(id, say+", in every briefing; U undoes", of.Handle)
	}
}

// same marks an actor, and the second time makes it and this one the same.
func (a *App) same() tea.Cmd {
	return a.withActor("Which of them is the same as another?", func(actor *briefings.Actor) tea.Cmd {
		d := a.doc
		other, _ := d.briefing.Record(d.view.marked).(*briefings.Actor)
		switch {
		case other == nil || !other.Live():
			d.markActor(actor.Handle)
			a.say(actor.Name + " is marked: " + a.keyOf("same") + " on its other name makes them one, called by that; Esc takes the mark off")
			return nil
		case other.Handle == actor.Handle:
			a.unmark()
			return nil
		}
		merge := func() tea.Cmd {
			d.markActor("")
			return a.judgeActor(fmt.Sprintf("%s is the same as %s: %s", other.Name, actor.Name, plural(len(actor.Mentions)+len(other.Mentions), "mention", "mentions")),
				actor, briefings.Judgement{Op: briefings.Same, Name: actor.Name, Other: briefings.NameOf(other)})
		}
		if why := cmp.Or(briefings.Lookalike(other.Name, actor.Name), unlikelySame(other, actor)); why != "" {
			return a.sure(why, merge)
		}
		return merge()
	})
}

// rarely is how many times as often a name is spoken of as one that it is to go by
// before that is asked.
const rarely = 3

// unlikelySame says what speaks against making an actor one with another, whose name and
// kind stay: they are of different kinds, or that name is a rare one. "" for nothing.
func unlikelySame(a, into *briefings.Actor) string {
	n, m := len(a.Mentions), len(into.Mentions)
	switch stays := fmt.Sprintf("%s (%s) stays, %s (%s) becomes a name of it, in every briefing", into.Name, plural(m, "mention", "mentions"), a.Name, plural(n, "mention", "mentions")); {
	case a.Type != into.Type && a.Type != briefings.PlaceActor: // a capital acts for its state
		return fmt.Sprintf("%s is a %s, %s a %s: %s", a.Name, a.Type, into.Name, into.Type, stays)
	case n >= rarely*m && n-m >= rarely:
		return stays + "; the other way round, mark " + into.Name + " first"
	}
	return ""
}

// unmark takes the mark off the actor that has it.
func (a *App) unmark() {
	if actor, is := a.doc.briefing.Record(a.doc.view.marked).(*briefings.Actor); is {
		a.say(actor.Name + " is marked no more")
	}
	a.doc.markActor("")
}

// markActor notes the actor that the next one is compared with, "" for none.
func (d *document) markActor(h briefings.Handle) {
	d.view.marked = h
	if p := d.paneOf(briefings.KindActor); p != nil {
		p.load(d.view)
	}
}

// sure asks before names are made one that are written to be mistaken for each
// other.
func (a *App) sure(why string, do func() tea.Cmd) tea.Cmd {
	return a.ask("One actor all the same?", why, briefings.Draft{}, func(v []string) tea.Cmd {
		if v[0] != "yes" {
			return nil
		}
		return do()
	}, step{label: "merge", choices: []string{"no", "yes"}})
}

// notSame makes one of the names of an actor somebody else.
func (a *App) notSame() tea.Cmd {
	return a.withActor("Who is held for somebody else?", func(actor *briefings.Actor) tea.Cmd {
		var forms []string
		for _, alias := range actor.Aliases {
			if briefings.Fold(alias.Text) != briefings.Fold(actor.Name) {
				forms = append(forms, alias.Text)
			}
		}
		if len(forms) == 0 {
			a.say(actor.Name + " has one name only here; ! says that one mention is somebody else")
			return nil
		}
		return a.ask("Which name is not "+actor.Name+"?", strings.Join(actor.Merges, "; "), briefings.Draft{}, func(v []string) tea.Cmd {
			return a.judgeActor(v[0]+" is not "+actor.Name, actor, briefings.Judgement{Op: briefings.NotSame, Other: briefings.ActorName{Form: v[0]}})
		}, step{label: "name", choices: forms})
	})
}

func (a *App) renameActor() tea.Cmd {
	return a.withActor("Whose name?", func(actor *briefings.Actor) tea.Cmd {
		return a.ask("Rename "+actor.Name, "", briefings.Draft{}, func(v []string) tea.Cmd { return a.callActor(actor, v[0]) },
			step{label: "name", preset: actor.Name})
	})
}

func (a *App) callActor(actor *briefings.Actor, name string) tea.Cmd {
	name = strings.TrimSpace(name)
	if name == actor.Name {
		return nil
	}
	return a.judgeActor(actor.Name+" is called "+name, actor, briefings.Judgement{Op: briefings.Rename, Name: name})
}

func (a *App) retypeActor() tea.Cmd {
	return a.withActor("Whose kind?", func(actor *briefings.Actor) tea.Cmd {
		var kinds []string
		for _, kind := range briefings.ActorTypes() {
			kinds = append(kinds, string(kind))
		}
		return a.ask("What is "+actor.Name+"?", "", briefings.Draft{}, func(v []string) tea.Cmd { return a.kindOfActor(actor, v[0]) },
			step{label: "kind", choices: kinds, preset: string(actor.Type)})
	})
}

func (a *App) kindOfActor(actor *briefings.Actor, kind string) tea.Cmd {
	if kind == string(actor.Type) {
		return nil
	}
	return a.judgeActor(actor.Name+" is of the kind "+kind, actor, briefings.Judgement{Op: briefings.Retype, Type: briefings.ActorType(kind)})
}

func (a *App) hideActor() tea.Cmd {
	return a.withActor("Who is to be shown no more?", func(actor *briefings.Actor) tea.Cmd {
		return a.judgeActor(actor.Name+" is hidden", actor, briefings.Judgement{Op: briefings.Hide})
	})
}

// notThis says that one mention is somebody else: the one in the sentence under
// the eye, or the one that is chosen.
func (a *App) notThis() tea.Cmd {
	return a.withActor("Who is not spoken of here?", func(actor *briefings.Actor) tea.Cmd {
		mentions := actor.Mentions
		if a.doc.focus == textPane {
			at := a.doc.sentence()
			mentions = slices.DeleteFunc(slices.Clone(mentions), func(m briefings.Anchor) bool { return m.DocStart >= at.End || m.DocEnd <= at.Start })
		}
		if len(mentions) == 1 {
			return a.deny(actor, mentions[0])
		}
		return a.listMentions("Which of these is not "+actor.Name+"?", "Enter denies   Esc closes", mentions,
			func(m briefings.Anchor) tea.Cmd { return a.deny(actor, m) })
	})
}

func (a *App) deny(actor *briefings.Actor, mention briefings.Anchor) tea.Cmd {
	if !a.inLibrary() {
		return nil
	}
	id := a.doc.briefing.ID
	mention.Revision = a.doc.briefing.Revision
	j := briefings.Judgement{Op: briefings.NotThis, Briefing: id, Actor: briefings.NameOf(actor), Mention: &mention}
	a.busy("saving")
	return func() tea.Msg {
		if _, err := a.cfg.Library.Judge(a.ctx, j); err != nil {
			return failed("not judged", err)
		}
		return a.reload(id, "this “"+mention.Exact+"” is not "+actor.Name+", whatever a re-import brings; U undoes", actor.Handle)
	}
}

// readJudgements reads what was judged of actors.
func (a *App) readJudgements() tea.Cmd {
	return func() tea.Msg {
		log, err := a.cfg.Library.Judgements(a.ctx)
		if err != nil {
			return failed("could not read what was judged", err)
		}
		return then(func(a *App) tea.Cmd { return a.showJudgements(log) })
	}
}

// showJudgements lists the judgements that hold, the latest first; Enter takes
// one back.
func (a *App) showJudgements(log []briefings.Judgement) tea.Cmd {
	standing := briefings.Standing(log)
	if len(standing) == 0 {
		a.say("nothing was judged of any actor; s, ~, I, W, H and ! do in pane 4")
		return nil
	}
	p := &panel{title: "Judged of actors", hint: "Enter takes back   Esc closes", filters: true}
	for _, j := range slices.Backward(standing) {
		p.lines = append(p.lines, line{lead: j.At.Format("2006-01-02"), text: j.String(), right: j.By, run: func() tea.Cmd { return a.takeBack(j) }})
	}
	return a.openPanel(p)
}

func (a *App) takeBack(j briefings.Judgement) tea.Cmd {
	id := ""
	if a.doc != nil {
		id = a.doc.briefing.ID
	}
	return func() tea.Msg {
		if _, err := a.cfg.Library.TakeBack(a.ctx, j.ID); err != nil {
			return failed("not taken back", err)
		}
		say := "taken back in every briefing: " + j.String()
		if id == "" {
			return told{say, false}
		}
		return a.reload(id, say, "")
	}
}
