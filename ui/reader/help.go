package reader

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// openHelp lists every key; what is typed filters, Enter carries out.
func (a *App) openHelp() tea.Cmd {
	p := &panel{title: "Help", hint: "type to filter   Enter carries out   Esc closes", filters: true}
	p.fill = a.helpLines
	return a.openPanel(p)
}

// helpLines are the keys by group, below those that are wanted where the
// keyboard is. Who types looks for one key, and finds it once.
func (a *App) helpLines(typed string) (lines []line, filter string) {
	if typed == "" {
		lines = append(lines, line{heading: true, text: "Most wanted here"})
		for _, act := range a.wantedActions() {
			lines = append(lines, a.helpLine(a.binding(act)))
		}
	}
	group := ""
	for i := range a.bindings {
		b := &a.bindings[i]
		if len(b.Keys) == 0 || !a.knows(b.Action) {
			continue
		}
		if b.Group != group {
			group = b.Group
			lines = append(lines, line{heading: true, text: group})
		}
		lines = append(lines, a.helpLine(b))
	}
	return lines, typed
}

// helpLine names the keys of a binding, or its command where it has none.
func (a *App) helpLine(b *binding) line {
	labels := make([]string, len(b.Keys))
	for i, k := range b.Keys {
		labels[i] = keyLabel(k)
	}
	if len(labels) == 0 {
		labels = []string{":" + string(b.Action)}
	}
	return line{lead: strings.Join(labels, " "), text: b.Help, run: func() tea.Cmd { return a.do(b.Action) }}
}

// wantedActions are what the footer would show if it had the room, and how to
// go on and away from there.
func (a *App) wantedActions() []action {
	wanted := a.hintedActions()
	switch {
	case a.doc == nil:
		wanted = append(wanted, "import")
	case a.beside == nil:
		wanted = append(wanted, "back", "leave")
	}
	return slices.DeleteFunc(wanted, func(act action) bool { return act == "help" })
}
