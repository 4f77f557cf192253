package reader

import tea "charm.land/bubbletea/v2"

// ahead are the keys that a person presses for what the last one brings, before it is
// there. They wait: as commands to what still shows they would write where nobody
// wanted it.
type ahead struct {
	waits bool
	keys  []tea.KeyPressMsg
}

// awaited carries out what was pressed for what is there now.
func (a *App) awaited() tea.Cmd {
	keys := a.ahead.keys
	a.ahead = ahead{}
	var cmds []tea.Cmd
	for _, key := range keys {
		cmds = append(cmds, a.key(key))
	}
	return tea.Batch(cmds...)
}
