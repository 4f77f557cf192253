package reader

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// helpTall is below how many rows of a terminal the help needs them all.
const helpTall = 36

// openHelp lists every key; what is typed filters, Enter carries out.
func (a *App) openHelp() tea.Cmd {
	p := &panel{title: "Help", hint: "type to find   Space pages   Enter runs   Esc closes", filters: true}
	p.fill, p.bare, p.tall = a.helpLines, true, a.height < helpTall
	return a.openPanel(p)
}

// helpLines are the keys by group, below those that are wanted where the
// keyboard is, and the commands without a key. Who types looks for one of them,
// and finds it once, by other words too.
func (a *App) helpLines(typed string) (lines []line, filter string) {
	if typed == "" {
		lines = append(lines, line{heading: true, text: "Most wanted here"})
		for _, act := range a.wantedActions() {
			lines = append(lines, a.helpLine(a.binding(act)))
		}
		lines = append(lines, underHeading("Signs here", a.signLines(false))...)
	}
	var elsewhere []line
	group := ""
	for i := range a.bindings {
		b := &a.bindings[i]
		if !a.knows(b.Action) {
			elsewhere = append(elsewhere, a.helpLine(b))
			continue
		}
		if b.Group != group {
			group = b.Group
			lines = append(lines, line{heading: true, text: group})
		}
		lines = append(lines, a.helpLine(b))
	}
	if typed != "" { // who looks for something learns where it is, and what it looks like
		lines = append(lines, underHeading("In an open briefing", elsewhere)...)
		lines = append(lines, underHeading("Signs", a.signLines(true))...)
	}
	return lines, typed
}

// underHeading puts a heading above lines, if there are any.
func underHeading(title string, lines []line) []line {
	if len(lines) == 0 {
		return nil
	}
	return append([]line{{heading: true, text: title}}, lines...)
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
	return line{lead: strings.Join(labels, " "), text: b.Help, also: b.also(), run: func() tea.Cmd { return a.do(b.Action) }}
}

// wantedActions are what the footer would show if it had the room, and how to
// go on and away from there.
func (a *App) wantedActions() []action {
	wanted := a.hintedActions()
	switch {
	case a.doc == nil:
		wanted = append(wanted, "edit", "import", "remove")
	case a.beside == nil:
		wanted = append(wanted, "back", "leave")
	}
	return slices.DeleteFunc(wanted, func(act action) bool { return act == "help" || a.binding(act) == nil })
}
