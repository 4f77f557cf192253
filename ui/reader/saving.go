package reader

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// Whatever is here runs outside Update, in the goroutine of a command.

// failed turns an error into a word for the status line; being cancelled is
// none.
func failed(what string, err error) tea.Msg {
	if errors.Is(err, context.Canceled) {
		return nil
	}
	return told{fmt.Sprintf("%s: %v", what, err), true}
}

// atOnce is the number of words up to which a briefing is opened with all its
// records; a longer one shows its text first.
const atOnce = 20_000

func (a *App) open(id string) tea.Cmd {
	a.busy("opening")
	a.shelf.glance.end()
	a.awaitOpening(id)
	return a.bring(id)
}

// awaitOpening lets what is typed wait for a briefing, and for the record in it that it
// is opened for.
func (a *App) awaitOpening(id string) {
	a.opening = id
	a.waitFor(func() bool {
		return a.opening == "" && (a.doc == nil || !a.doc.partial || a.target == target{})
	}, nil)
}

// bring reads a briefing for the screen.
func (a *App) bring(id string) tea.Cmd {
	return func() tea.Msg {
		msg, err := a.read(id)
		if err != nil {
			return failed("could not open the briefing", err)
		}
		return msg
	}
}

// read brings what the first screen of a briefing needs.
func (a *App) read(id string) (msg opened, err error) {
	lib := a.cfg.Library
	meta, err := lib.Meta(a.ctx, id)
	if err != nil {
		return msg, err
	}
	msg.briefing, msg.partial = &holding{Meta: meta, today: a.today()}, meta.Words > atOnce
	if !msg.partial {
		if msg.briefing, err = a.hold(a.ctx, id, a.today()); err != nil {
			return msg, err
		}
		msg.others = a.others(msg.briefing)
	}
	if msg.text, err = lib.Text(a.ctx, id); err != nil {
		return msg, err
	}
	if msg.reading, err = lib.Reading(a.ctx, id); err != nil {
		return msg, err
	}
	if old := a.earlier(id, msg.reading.Text, meta.Revision); old != nil {
		msg.reading = carried(msg.reading, old, msg.text)
	}
	msg.drafts, err = lib.Drafts(a.ctx)
	return msg, err
}

// hold reads the records of a briefing, to keep of each what has to be known of
// all.
func (a *App) hold(ctx context.Context, id, today string) (*holding, error) {
	t := taking{holding: &holding{today: today, source: fromLibrary{ctx, a.cfg.Library, id}}, way: &a.way}
	if err := a.cfg.Library.Gather(ctx, id, t.begin); err != nil {
		return nil, err
	}
	return t.settled(), nil
}

// put saves records and brings the briefing anew; say is said once the disk
// has them.
func (a *App) put(say string, records ...briefings.Record) tea.Cmd {
	a.busy("saving")
	b := a.doc.briefing
	return func() tea.Msg {
		if err := a.ontoText(a.ctx, b.ID, b.Revision, b.Sections, records); err != nil {
			return failed("not saved", err)
		}
		return a.save(a.ctx, b.ID, say, records)
	}
}

func (a *App) save(ctx context.Context, id, say string, records []briefings.Record) tea.Msg {
	kept, err := a.cfg.Library.Put(ctx, id, records...)
	if err != nil {
		return failed("not saved", err)
	}
	if moved := len(kept) - len(records); moved > 0 {
		say += "; " + plural(moved, "entry", "entries") + " moved with it"
	}
	return a.reload(id, say, kept[0].Common().Handle)
}

// correctFact changes a field of a briefing itself and brings it, or the list, anew.
func (a *App) correctFact(id, field, value string) tea.Cmd {
	a.busy("saving")
	listed := a.doc == nil
	if listed {
		a.shelf.acted = id
	}
	return func() tea.Msg {
		moved, err := a.cfg.Library.Correct(a.ctx, id, field, value)
		if err != nil {
			return failed("not changed", err)
		}
		say := "saved: " + wordsFor(ofBriefing, field).now(briefings.Field{Name: field, Value: value, Dated: field == "date"})
		if moved != "" {
			say += "; " + moved
		}
		if listed {
			return then(func(a *App) tea.Cmd { return a.changedHere(id, say) })
		}
		return a.reload(id, say, "")
	}
}

func (a *App) reload(id, say string, at briefings.Handle) tea.Msg {
	b, err := a.hold(a.ctx, id, a.today())
	if err != nil {
		return failed("could not read the briefing again", err)
	}
	return refreshed{b, say, at, a.others(b)}
}

// others finds out the titles of the briefings that evidence comes from. One
// that was removed has none; its passage is kept with the evidence.
func (a *App) others(b *holding) others {
	known := others{}
	for i := range b.Questions {
		for _, e := range b.Questions[i].Evidence {
			if _, done := known[e.Briefing]; done || e.Briefing == "" || e.Briefing == b.ID {
				continue
			}
			meta, err := a.cfg.Library.Meta(a.ctx, e.Briefing)
			if err != nil {
				meta.Title = "a briefing that is no longer here"
			}
			known[e.Briefing] = meta.Title
		}
	}
	return known
}

// revert takes the last change back, or makes it again.
func (a *App) revert(word string, by func(context.Context, string) (*briefings.Change, error)) tea.Cmd {
	a.busy(word)
	listed := a.doc == nil
	id := a.changedLast()
	return func() tea.Msg {
		before, err := a.cfg.Library.Meta(a.ctx, id)
		if err != nil {
			return failed("could not "+word, err)
		}
		change, err := by(a.ctx, id)
		switch {
		case err != nil:
			return failed("could not "+word, err)
		case change == nil:
			return told{"nothing to " + word, false}
		}
		at := briefings.Handle("")
		if r := cmp.Or(change.After, change.Before); r != nil {
			at = r.Common().Handle
		}
		now, err := a.cfg.Library.Meta(a.ctx, id)
		if err != nil {
			return failed(word, err)
		}
		say := taken(change, &before, &now)
		if listed {
			return then(func(a *App) tea.Cmd { return a.changedHere(id, say) })
		}
		return a.reload(id, say, at)
	}
}

// changedHere tells the list or board that one is on of a change that was made from
// it.
func (a *App) changedHere(id, say string) tea.Cmd {
	a.say(say)
	a.hear([]string{id})
	if a.board == nil {
		return a.list()
	}
	return tea.Batch(a.list(), a.renewBoard())
}

// changedLast is the briefing that undo is about: the open one, or the one of which
// something was done from the list or board that shows; "" for none.
func (a *App) changedLast() string {
	switch {
	case a.doc != nil:
		return a.doc.briefing.ID
	case a.board != nil:
		return a.board.acted
	}
	return a.shelf.acted
}

func (a *App) storeIncoming() tea.Cmd {
	store := a.cfg.Incoming.Store
	return a.begin("finding the structure", func(ctx context.Context, _ Progress) tea.Msg {
		id, say, err := store(ctx)
		if err != nil {
			return failed("not in the library", err)
		}
		return stored{id, say}
	})
}

// watch waits for the next change in the library.
func (a *App) watch() tea.Cmd {
	return func() tea.Msg {
		source, err := a.cfg.Library.Watch(a.ctx)
		if err != nil {
			return failed("changes by others will not show", err)
		}
		return changed{source: source, begun: true}
	}
}

func (a *App) next(source <-chan []string) tea.Cmd {
	return func() tea.Msg {
		ids, ok := <-source
		if !ok {
			return nil
		}
		return changed{ids: ids, source: source}
	}
}

// arrive refreshes what is on the screen after a change by whomever, without
// moving the text.
func (msg changed) arrive(a *App) tea.Cmd {
	cmds := []tea.Cmd{a.next(msg.source)}
	if msg.begun {
		return cmds[0]
	}
	a.hear(msg.ids)
	if a.doc == nil {
		cmds = append(cmds, a.list())
		if a.board != nil {
			cmds = append(cmds, a.renewBoard())
		}
	} else if id := a.doc.briefing.ID; id != "" && (msg.ids == nil || slices.Contains(msg.ids, id)) {
		cmds = append(cmds, a.reloadChanged(id, a.doc.briefing.Modified))
	}
	return tea.Batch(cmds...)
}

// reloadChanged brings a briefing anew if it is another than the one that shows.
// Keeping the place changes what the list says of it, once a second while one
// reads, but neither its text nor a record: those change its time too.
func (a *App) reloadChanged(id string, shown time.Time) tea.Cmd {
	return func() tea.Msg {
		if meta, err := a.cfg.Library.Meta(a.ctx, id); err == nil && meta.Modified.Equal(shown) {
			return nil
		}
		return a.reload(id, "", "")
	}
}

// keepEvery is how often an unfinished note is kept: what a crash can cost. The
// place is kept when it has stayed for as long, and on a long way every wayEnds
// times that: who writes keeps readers out until the disk has it, and the next
// page of a long briefing is read from the library.
const (
	keepEvery = time.Second
	wayEnds   = 5
)

// wind sets the clock going if there is something to keep, so that an idle
// program does nothing at all.
func (a *App) wind() tea.Cmd {
	if a.wound || a.doc == nil || a.form == nil && a.doc.settled() && a.comfort == a.comfortKept {
		return nil
	}
	a.wound = true
	return tea.Tick(keepEvery, func(t time.Time) tea.Msg { return ticked(t) })
}

// onItsWay says whether the place moved since the clock struck last, and for
// how long it may.
func (d *document) onItsWay() bool {
	if d.place == d.passing || d.struck == wayEnds {
		d.struck = 0
		return false
	}
	d.passing = d.place
	d.struck++
	return true
}

// keep saves the draft, the place and the widths of the panes if they changed.
func (a *App) keep() tea.Cmd {
	cmds := []tea.Cmd{a.keepComfort()}
	if a.form != nil {
		cmds = append(cmds, a.keepDraft())
	}
	if a.doc != nil && a.doc.briefing.ID != "" {
		a.doc.reckon()
		if reading, moved := a.doc.leaveMark(a.cfg.Now()); moved {
			id := a.doc.briefing.ID
			cmds = append(cmds, func() tea.Msg {
				if err := a.cfg.Library.SetReading(a.ctx, id, reading); err != nil {
					return failed("the place was not kept", err)
				}
				return nil
			})
		}
	}
	return tea.Batch(cmds...)
}

func (a *App) keepDraft() tea.Cmd {
	d := a.form.draft
	text := a.form.text()
	if text == d.Text || d.Purpose == "" || a.form.untouched() {
		return nil
	}
	a.form.draft.Text, a.form.kept = text, true
	d = a.form.draft
	d.At = a.cfg.Now()
	return a.setDraft(d)
}

func (a *App) setDraft(d briefings.Draft) tea.Cmd {
	return func() tea.Msg {
		if err := a.cfg.Library.SetDraft(a.ctx, d); err != nil {
			return failed("the draft was not kept", err)
		}
		return nil
	}
}

// dropDraft forgets what was kept of a form that is closed.
func (a *App) dropDraft(f *form) tea.Cmd {
	if !f.kept {
		return nil
	}
	return func() tea.Msg {
		if err := a.cfg.Library.DropDraft(a.ctx, f.draft); err != nil {
			return failed("the draft is still there", err)
		}
		return nil
	}
}

// quit keeps what has to be kept and ends the program.
func (a *App) quit() tea.Cmd { return tea.Sequence(a.keep(), tea.Quit) }

// suspend keeps what has to be kept, as the terminal may be gone when the program
// is to go on, and gives the terminal to the shell.
func (a *App) suspend() tea.Cmd { return tea.Sequence(a.keep(), tea.Suspend) }
