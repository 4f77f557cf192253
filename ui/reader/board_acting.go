package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// ofRecords are the actions that a board carries out on the record under its
// cursor: it opens the briefing there, where the passage can be seen, and does it
// in the pane.
var ofRecords = []action{"answer", "reopen", "accept", "reject", "edit", "comment", "grade", "provenance", "copy-id", "browse",
	"same", "not-same", "rename", "retype", "hide"}

// knows says whether an action can be carried out where one is.
func (a *App) knows(act action) bool {
	return a.doc != nil || inLists(act) || a.undoesHere(act) || a.board != nil && slices.Contains(ofRecords, act)
}

// openToDo opens the briefing of the row under the cursor, to carry an action out
// on its record.
func (a *App) openToDo(act action) tea.Cmd {
	if a.awaitsRow(func() tea.Cmd { return a.openToDo(act) }) {
		return nil
	}
	b := a.board
	row := b.at()
	if row == nil {
		a.say("nothing is here")
		return nil
	}
	n := b.named(row)
	a.target = target{record: n.Handle, passage: b.current().anchor, pane: paneOf(b.kind).id, then: act}
	b.acted = n.Briefing
	return a.open(n.Briefing)
}

// doAtTarget carries out what the briefing was opened for.
func (a *App) doAtTarget(to target) tea.Cmd {
	cmd := a.attend(to.pane)
	p := a.doc.pane(to.pane)
	at := p.list.find(to.record, 0) // what is asked about an entry stands under that
	if at < 0 {
		a.say("that record is not in its briefing any more")
		return cmd
	}
	p.cursor = at
	cmd = tea.Batch(cmd, a.do(to.then))
	a.doc.errand = a.board != nil
	a.awaitErrand()
	return cmd
}

// awaitErrand lets what is typed wait for the board from which something was done, while
// that is being saved: the next key is meant for the next row.
func (a *App) awaitErrand() {
	if d := a.doc; d != nil && d.errand && a.status.busy && a.form == nil && a.panel == nil {
		a.waitFor(func() bool { return a.doc != d || !a.status.busy }, nil)
	}
}

// errandDone goes back to the board from which something was done, once the disk
// has it: the next row waits there.
func (a *App) errandDone(say string) tea.Cmd {
	cmd := a.toLibrary()
	a.say(say)
	return cmd
}

// errandLeft goes back to the board where what was to be done there is given up.
func (a *App) errandLeft() tea.Cmd {
	if a.doc == nil || !a.doc.errand || a.panel != nil {
		return nil
	}
	return a.errandDone("")
}

// undoesHere says whether an action takes back in the list or on a board what was done
// from there.
func (a *App) undoesHere(act action) bool {
	return (act == "undo" || act == "redo") && a.doc == nil && a.changedLast() != ""
}

// awaitsRow says whether the row under the cursor is still to come. What is to be done
// with it is done then, and what is typed meanwhile behind that.
func (a *App) awaitsRow(then func() tea.Cmd) bool {
	b := a.board
	if !b.waits() {
		return false
	}
	a.busy("opening")
	a.waitFor(func() bool { return a.board != b || !b.waits() }, func() tea.Cmd {
		a.status.done()
		if a.board != b {
			return nil
		}
		return then()
	})
	return true
}

// waits says whether what the cursor is on is still to come.
func (b *board) waits() bool {
	return b.want >= 0 || b.asks || b.reading != nil && (b.all == nil || !b.filters() && b.query.text != "")
}
