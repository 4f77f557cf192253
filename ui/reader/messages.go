package reader

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// answer is what a command comes back with: it knows what becomes of it, so that
// a new command adds nothing to Update.
type answer interface{ arrive(*App) tea.Cmd }

// opened brings what the first screen of a briefing needs.
type opened struct {
	briefing *holding
	text     Text
	reading  briefings.Reading
	drafts   []briefings.Draft
	partial  bool // the records are still to come
	others   others
}

// refreshed brings the records of the open briefing anew, after a change.
type refreshed struct {
	briefing *holding
	// say is what the status line says, "" for nothing; the library has what
	// it speaks of on disk.
	say string
	// at is the record to put the cursor on, "" for none.
	at     briefings.Handle
	others others
}

// others are the titles of the briefings that evidence comes from, by id.
type others map[string]string

// then goes on in Update once a command has what it needs.
type then func(*App) tea.Cmd

func (t then) arrive(a *App) tea.Cmd { return t(a) }

// changed tells of changes in the library, by whomever.
type changed struct {
	ids    []string // nil: any may have changed
	source <-chan []string
	begun  bool // nothing changed yet: this only says that the watch runs
}

// stored tells that the document on the screen is in the library now.
type stored struct {
	id  string
	say string
}

// The status line says so once the reader has the briefing too, so that whoever
// reads it can annotate.
func (msg stored) arrive(a *App) tea.Cmd {
	say := func() tea.Msg { return told{msg.say, false} }
	switch {
	case a.doc != nil && a.doc.briefing.ID == "": // its text shows, and keys act on it
		a.opening = msg.id
		return tea.Sequence(a.bring(msg.id), say)
	case a.form != nil || a.panel != nil: // what is being written is on what shows
		return say
	}
	return tea.Sequence(a.open(msg.id), say)
}

// told is a word for the status line.
type told struct {
	text string
	bad  bool
}

func (msg told) arrive(a *App) tea.Cmd {
	a.status.say(a.cfg.Now(), msg.text, msg.bad)
	if msg.bad {
		return a.inVain()
	}
	return nil
}

// noticed is a warning of the library.
type noticed string

func (msg noticed) arrive(a *App) tea.Cmd {
	a.warn(string(msg))
	return a.listen()
}

// listen waits for a warning of the library.
func (a *App) listen() tea.Cmd {
	if a.cfg.Notices == nil {
		return nil
	}
	return func() tea.Msg {
		select {
		case text := <-a.cfg.Notices:
			return noticed(text)
		case <-a.ctx.Done():
			return nil
		}
	}
}

// ticked asks whether something has to be kept.
type ticked time.Time

func (ticked) arrive(a *App) tea.Cmd {
	a.wound = false
	if a.form == nil && a.doc != nil && a.doc.onItsWay() {
		return a.wind()
	}
	return tea.Batch(a.keep(), a.wind())
}
