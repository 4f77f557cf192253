package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// handlers say what each action does. An action that needs a briefing is not
// called without one.
func handlers() map[action]func(*App) tea.Cmd {
	all := map[action]func(*App) tea.Cmd{
		"line-down":          func(a *App) tea.Cmd { return a.move(1) },
		"line-up":            func(a *App) tea.Cmd { return a.move(-1) },
		"half-down":          func(a *App) tea.Cmd { return a.move(max(a.pageRows()/2, 1)) },
		"half-up":            func(a *App) tea.Cmd { return a.move(-max(a.pageRows()/2, 1)) },
		"page-down":          func(a *App) tea.Cmd { return a.move(a.pageRows()) },
		"page-up":            func(a *App) tea.Cmd { return a.move(-a.pageRows()) },
		"top":                func(a *App) tea.Cmd { return a.end(false) },
		"bottom":             func(a *App) tea.Cmd { return a.end(true) },
		"next-section":       func(a *App) tea.Cmd { return a.section(1) },
		"previous-section":   func(a *App) tea.Cmd { return a.section(-1) },
		"next-paragraph":     func(a *App) tea.Cmd { return a.paragraph(1) },
		"previous-paragraph": func(a *App) tea.Cmd { return a.paragraph(-1) },
		"go":                 (*App).goThere,
		"back":               (*App).back,
		"forward":            (*App).forward,
		"mark":               func(a *App) tea.Cmd { return a.await("mark this place with which letter?", (*App).setMark) },
		"jump-mark":          func(a *App) tea.Cmd { return a.await("jump to the mark of which letter?", (*App).jumpToMark) },
		"fold":               func(a *App) tea.Cmd { return a.sideways(-1) },
		"unfold":             func(a *App) tea.Cmd { return a.sideways(1) },
		"next-pane":          func(a *App) tea.Cmd { return a.cycle(1) },
		"previous-pane":      func(a *App) tea.Cmd { return a.cycle(-1) },
		"pane-text":          func(a *App) tea.Cmd { return a.attend(textPane) },
		"zen":                (*App).zen,
		"narrower":           func(a *App) tea.Cmd { return a.widen(4) },
		"wider":              func(a *App) tea.Cmd { return a.widen(-4) },
		"wider-pane":         func(a *App) tea.Cmd { return a.widenPane(4) },
		"narrower-pane":      func(a *App) tea.Cmd { return a.widenPane(-4) },
		"taller-pane":        func(a *App) tea.Cmd { return a.raisePane(3) },
		"shorter-pane":       func(a *App) tea.Cmd { return a.raisePane(-3) },
		"even-panes":         (*App).evenPanes,
		"search":             (*App).beginSearch,
		"search-everywhere":  (*App).searchEverywhere,
		"filter":             (*App).filterPane,
		"next-hit":           func(a *App) tea.Cmd { return a.nextHit(1) },
		"previous-hit":       func(a *App) tea.Cmd { return a.nextHit(-1) },
		"note":               (*App).noteHere,
		"note-section":       (*App).noteOnSection,
		"raise":              (*App).raise,
		"add":                (*App).add,
		"comment":            (*App).comment,
		"answer":             (*App).answer,
		"reopen":             (*App).reopen,
		"accept":             (*App).accept,
		"accept-group":       (*App).acceptGroup,
		"reject":             (*App).reject,
		"edit":               (*App).edit,
		"grade":              (*App).grade,
		"link":               (*App).link,
		"attach":             (*App).attach,
		"next-adrift":        (*App).nextAdrift,
		"changes":            (*App).openChanges,
		"mark-read":          (*App).markAllRead,
		"highlight":          (*App).highlight,
		"select-word":        func(a *App) tea.Cmd { return a.selecting(false) },
		"select-sentence":    func(a *App) tea.Cmd { return a.selecting(true) },
		"undo":               func(a *App) tea.Cmd { return a.revert("undo", a.cfg.Library.Undo) },
		"redo":               func(a *App) tea.Cmd { return a.revert("redo", a.cfg.Library.Redo) },
		"same":               (*App).same,
		"not-same":           (*App).notSame,
		"rename":             (*App).renameActor,
		"retype":             (*App).retypeActor,
		"hide":               (*App).hideActor,
		"not-this":           (*App).notThis,
		"actor-page":         (*App).actorEverywhere,
		"judgements":         (*App).readJudgements,
		"provenance":         (*App).provenance,
		"peek":               (*App).peek,
		"copy":               (*App).copyQuote,
		"copy-id":            (*App).copyID,
		"browse":             (*App).browse,
		"compare":            (*App).compare,
		"export":             (*App).export,
		"export-all":         func(a *App) tea.Cmd { return a.askArgument("export-all ") },
		"import":             func(a *App) tea.Cmd { return a.askArgument(importCommand) },
		"revert":             func(a *App) tea.Cmd { return a.askArgument(revertCommand) },
		"remove":             (*App).remove,
		"backup":             func(a *App) tea.Cmd { return a.askArgument("backup ") },
		"check":              (*App).check,
		"restore":            (*App).restore,
		"go-on":              (*App).goOn,
		"open":               func(a *App) tea.Cmd { return a.askArgument("open ") },
		"section":            func(a *App) tea.Cmd { return a.askArgument("section ") },
		"sort":               (*App).sort,
		"theme":              func(a *App) tea.Cmd { return a.askArgument("theme ") },
		"mouse":              (*App).toggleMouse,
		"palette":            (*App).openPalette,
		"help":               (*App).openHelp,
		"messages":           (*App).openMessages,
		"library":            (*App).toLibrary,
		"clear":              (*App).clear,
		"leave":              (*App).leave,
		"suspend":            (*App).suspend,
		"quit":               (*App).quit,
	}
	for _, p := range panes() {
		all[paneAction(p.id)] = func(a *App) tea.Cmd { return a.attend(p.id) }
	}
	for _, k := range addable {
		all[k.command()] = func(a *App) tea.Cmd { return a.addRecord(k.kind, "") }
	}
	all[paneAction("review")] = (*App).openReview
	return all
}

// paneAction is the action that gives the keyboard to a pane.
func paneAction(id paneID) action { return action("pane-" + id) }

// everywhere are the actions that the list of briefings knows too.
var everywhere = map[action]bool{
	"line-down": true, "line-up": true, "half-down": true, "half-up": true, "page-down": true, "page-up": true,
	"top": true, "bottom": true, "go": true, "search": true, "filter": true, "palette": true, "help": true, "messages": true,
	"clear": true, "leave": true, "import": true, "open": true, "theme": true, "mouse": true, "export-all": true, "suspend": true, "quit": true, "pane-text": true,
	"library": true, "search-everywhere": true, "edit": true, "remove": true, "backup": true, "check": true, "restore": true, "go-on": true, "actor-page": true, "judgements": true, "jump-mark": true, "sort": true,
}

// inLists says whether the lists know an action: those of everywhere, and the
// boards over the records of a pane.
func inLists(act action) bool {
	id, isPane := strings.CutPrefix(string(act), string(paneAction("")))
	p := paneNamed(paneID(id))
	return everywhere[act] || isPane && p != nil && p.kind != ""
}

// do carries an action out. Any action clears what the status line said.
func (a *App) do(act action) tea.Cmd {
	handle := a.handlers[act]
	if handle == nil {
		return nil
	}
	a.status.clear()
	switch {
	case !a.knows(act) && (act == "undo" || act == "redo"):
		a.say("nothing to " + string(act) + " here: what was deleted for good does not come back")
		return nil
	case !a.knows(act):
		a.say("that is for an open briefing: " + a.keyOf("go") + " opens one")
		return nil
	case a.doc == nil && !inLists(act) && !a.undoesHere(act):
		return a.openToDo(act)
	}
	if a.doc != nil {
		a.doc.errand = false // whoever looks around stays
	}
	cmd := handle(a)
	return tea.Batch(cmd, a.wind(), a.lookAhead(), a.learn())
}

// pageRows is how far a page goes: less than what shows, so that the eye finds its
// place again and no row of a list is passed over.
func (a *App) pageRows() int {
	switch {
	case a.doc == nil:
		return a.onShelf().page()
	case a.doc.focus != textPane:
		return a.doc.focused().page()
	}
	return a.doc.pageRows()
}

// pageRows is how far a page of the text goes.
func (d *document) pageRows() int { return max(d.height-2, 1) }

func (a *App) move(by int) tea.Cmd {
	switch {
	case a.doc == nil:
		a.onShelf().move(by)
	case a.doc.selection != nil:
		a.doc.grow(sign(by))
	case a.doc.focus == textPane:
		a.doc.step(by)
	default:
		a.doc.moveInPane(by)
	}
	return nil
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

// far is past the end of whatever is moved in.
const far = 1 << 30

func (a *App) end(bottom bool) tea.Cmd {
	switch {
	case a.doc == nil && bottom:
		a.onShelf().move(far)
	case a.doc == nil:
		a.onShelf().move(-far)
	case a.doc.focus != textPane && bottom:
		a.doc.moveInPane(far)
	case a.doc.focus != textPane:
		a.doc.moveInPane(-far)
	case bottom:
		a.doc.depart()
		a.doc.toEnd()
	default:
		a.doc.depart()
		a.doc.moveTo(0)
	}
	return nil
}

func (a *App) selecting(bySentence bool) tea.Cmd {
	a.doc.focus = textPane
	a.doc.selectFrom(bySentence)
	return nil
}

// sideways moves a selection by its unit, and in the text what is wider than the
// page; in the outline it folds and unfolds, in another pane it goes through the
// passages of what is told more than once.
func (a *App) sideways(by int) tea.Cmd {
	switch d := a.doc; {
	case d.selection != nil:
		d.grow(by)
	case d.focus == textPane:
		if !d.slide(by) {
			a.say("nothing on the screen goes on that way")
		}
	case d.focused().sections:
		if !d.fold(d.focused(), by < 0) {
			a.say("nothing to fold: no section stands below this one")
		}
	default:
		d.nextPassage(by)
	}
	return nil
}

// clear takes away what lights up: selection, passage, search.
func (a *App) clear() tea.Cmd {
	d := a.doc
	switch {
	case a.job != nil:
		return a.endJob()
	case d == nil && a.board != nil && a.board.all == nil && a.board.reading != nil:
		title := a.board.reading.title
		return tea.Sequence(a.openBoard(textPane), func() tea.Msg { return told{"stopped: " + title, false} })
	case d == nil:
		*a.onShelf().typed() = typing{}
		a.onShelf().refilter()
	case d.selection != nil:
		d.selection = nil
	case d.focused() != nil && d.focused().query.text != "":
		d.focused().query = typing{}
		d.focused().refilter()
	case d.view.marked != "":
		a.unmark()
	case d.query.text != "":
		d.stop()
		d.search = search{current: -1, asked: d.asked}
	case d.focus != textPane:
		d.focus = textPane
		d.lit = nil
	default:
		d.lit, d.taken = nil, strayed{}
	}
	if d != nil {
		d.markPage()
	}
	return nil
}

// leave goes one step back: from a pane to the text, from the text to the
// list, from the list out.
func (a *App) leave() tea.Cmd {
	switch {
	case a.doc == nil && a.board != nil:
		return a.openBoard(textPane)
	case a.doc == nil:
		return a.quit()
	case a.doc.selection != nil || a.doc.query.text != "":
		return a.clear()
	case a.doc.focus != textPane:
		a.doc.focus = textPane
		return nil
	}
	return a.toLibrary()
}

func (a *App) toLibrary() tea.Cmd {
	if a.doc == nil {
		return a.openBoard(textPane)
	}
	kept := a.keep()
	a.leftUnfinished()
	a.shelf.on = a.doc.briefing.ID
	a.hear([]string{a.shelf.on}) // how far it was read
	a.doc = nil
	if a.board != nil {
		return tea.Sequence(kept, tea.Batch(a.tendBoard(), a.renewBoard(), a.list()))
	}
	return tea.Sequence(kept, a.list())
}

// goThere goes where the cursor points: into a briefing, or to a passage.
func (a *App) goThere() tea.Cmd {
	if a.doc == nil {
		return a.openFromShelf()
	}
	p := a.doc.focused()
	if p == nil {
		return nil
	}
	var to *briefings.Anchor
	if it := p.current(); it != nil {
		if it.evidence > 0 {
			return a.openEvidence(it)
		}
		to = it.anchor
	}
	if to == nil {
		a.say("this has no passage in the text")
		return nil
	}
	if !to.Placed() {
		a.say("its passage is not in the text any more; this is where it was")
	}
	a.doc.depart()
	a.doc.focus = textPane
	a.doc.point(to)
	return nil
}
