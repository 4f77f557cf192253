package reader

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// opened brings what the first screen of a briefing needs.
type opened struct {
	briefing *briefings.Briefing
	text     Text
	reading  briefings.Reading
	drafts   []briefings.Draft
	partial  bool // the records are still to come
	others   others
}

// refreshed brings the records of the open briefing anew, after a change.
type refreshed struct {
	briefing *briefings.Briefing
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

// listed brings the briefings of the library.
type listed struct {
	all  []briefings.Summary
	more bool // there are more
}

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

// told is a word for the status line.
type told struct {
	text string
	bad  bool
}

// ticked asks whether something has to be kept.
type ticked time.Time
