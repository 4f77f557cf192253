package reader

import tea "charm.land/bubbletea/v2"

// ahead is what a person types for what the last key brings, before that is there. It
// waits, and acts in the order in which it was typed: as commands to what still shows
// the keys would write where nobody wanted it.
type ahead struct {
	there func() bool    // what is waited for has come
	then  func() tea.Cmd // what the last key does then; nil where it did it
	typed []tea.Msg      // keys and pastes behind it
}

// waitFor lets what is typed wait until something is there; then is done before it.
func (a *App) waitFor(there func() bool, then func() tea.Cmd) {
	w := &ahead{there: there, then: then}
	if a.ahead != nil { // this came without a key, and what waits comes behind it too
		w.typed = a.ahead.typed
	}
	a.ahead = w
}

// untilShown lets what is typed wait until what it is for is said to be shown: until
// there is set to shown.
func (a *App) untilShown() *ahead {
	a.waitFor(func() bool { return false }, nil)
	return a.ahead
}

func shown() bool { return true }

// catchUp carries out what waits, once that for which it does is there. A key may have
// to wait again; those behind it then wait with it.
func (a *App) catchUp() tea.Cmd {
	w := a.ahead
	if w == nil || !w.there() {
		return nil
	}
	a.ahead = nil
	var cmds []tea.Cmd
	if w.then != nil {
		cmds = append(cmds, w.then())
	}
	for _, msg := range w.typed {
		switch msg := msg.(type) {
		case tea.KeyPressMsg:
			cmds = append(cmds, a.key(msg))
		case tea.PasteMsg:
			cmds = append(cmds, a.paste(msg))
		}
	}
	return tea.Batch(cmds...)
}

// inVain drops what was typed for something that does not come, and where that was
// the first thing to show, lists the library.
func (a *App) inVain() tea.Cmd {
	blank := a.blank()
	a.ahead, a.opening, a.target = nil, "", target{}
	if blank {
		return a.list()
	}
	return nil
}

// stopWaiting is what Esc does while keys wait: they are called off, and what was to be
// opened with them.
func (a *App) stopWaiting() tea.Cmd {
	if a.opening == "" && a.ahead.then == nil {
		a.ahead = nil
		return a.do("clear")
	}
	a.say("stopped: opening")
	return a.inVain()
}
