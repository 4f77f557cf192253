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
	b := a.board
	if b.putOff(act) {
		a.busy("opening")
		return nil
	}
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
	return cmd
}

// errandDone goes back to the board from which something was done, once the disk
// has it: the next row waits there.
func (a *App) errandDone(say string) tea.Cmd {
	cmd := a.toLibrary()
	a.say(say)
	return cmd
}

// undoesHere says whether an action takes back in the list or on a board what was done
// from there.
func (a *App) undoesHere(act action) bool {
	return (act == "undo" || act == "redo") && a.doc == nil && a.changedLast() != ""
}

// putOff says whether the row is still to come; the action is carried out then.
func (b *board) putOff(act action) bool {
	if b.goes = ""; b.waits() {
		b.goes = act
	}
	return b.goes != ""
}

// waits says whether what the cursor is on is still to come.
func (b *board) waits() bool {
	return b.want >= 0 || b.asks || b.reading != nil && (b.all == nil || !b.filters() && b.query.text != "")
}
