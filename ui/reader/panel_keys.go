package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dossier/ui/theme"
)

// What keys do in a panel.

func (a *App) panelKey(msg tea.KeyPressMsg) tea.Cmd {
	p := a.panel
	if !a.status.busy {
		a.status.clear()
	}
	switch msg.String() {
	case "esc":
		return a.leavePanel()
	case "enter":
		if p.filters && p.narrows {
			p.filters = false
			return nil
		}
		return a.runPanel()
	case "tab":
		return p.tab(a.theme)
	case "down":
		if !p.recall(-1, a.theme) {
			p.move(1)
		}
	case "up", "shift+tab":
		if !p.move(-1) {
			p.recall(1, a.theme)
		}
	case "home", "end":
		p.move(map[string]int{"home": -far, "end": far}[msg.String()])
	case "pgdown":
		p.page(1)
	case "pgup":
		p.page(-1)
	default:
		return a.panelLetter(msg)
	}
	return nil
}

// leavePanel takes away what filters a panel to be read, else the panel.
func (a *App) leavePanel() tea.Cmd {
	p := a.panel
	if p.narrows && (p.filters || p.query.text != "") {
		p.narrow("", a.theme)
		return nil
	}
	a.panel = nil
	if p.left != nil {
		return p.left()
	}
	return nil
}

// tab completes what was typed, by the disk or by the lines; where nothing does, it goes
// to the next line.
func (p *panel) tab(t *theme.Theme) tea.Cmd {
	if p.look != nil && p.offered == nil {
		if cmd := p.look(p.query.text); cmd != nil {
			return cmd
		}
	}
	if it := p.current(); p.offered != nil || it == nil || it.complete == "" {
		p.move(1)
		return nil
	}
	p.completed()
	p.show(t)
	return nil
}

// narrow filters the panel by a text, "" for not at all, and gives the keys back.
func (p *panel) narrow(by string, t *theme.Theme) {
	p.filters, p.query = false, typing{text: by}
	p.show(t)
}

// page shows the lines below those that show, or above; the last one stays, so
// that the eye finds its place again.
func (p *panel) page(by int) {
	lines := p.list.page()
	if by < 0 { // what shows first is the last that shows then
		lines = max(p.top-p.firstOf(p.top+1, max(len(p.at), btoi(p.bare)*p.list.tall.h)), 1)
	}
	p.top += by * lines
	p.move(by * lines)
}

// pasted filters by a text that came at once.
func (p *panel) pasted(msg tea.PasteMsg, t *theme.Theme) {
	if p.filters && p.query.paste(msg) {
		p.offered, p.back = nil, 0
		p.show(t)
	}
}

// runPanel closes the panel and carries out what its cursor is on. Where nothing
// matches what was typed, that stays to be mended.
func (a *App) runPanel() tea.Cmd {
	it := a.panel.current()
	a.panel.remember(it)
	if it == nil && a.panel.query.text != "" {
		return nil
	}
	a.panel = nil
	if it == nil || it.run == nil {
		return nil
	}
	return it.run()
}

// panelLetter filters, or moves and closes in panels that are only read.
func (a *App) panelLetter(msg tea.KeyPressMsg) tea.Cmd {
	p := a.panel
	if p.filters {
		if msg.String() == "space" && p.query.text == "" {
			p.page(1) // as one reads on
			return nil
		}
		if p.query.key(msg) {
			p.offered, p.back = nil, 0
			p.show(a.theme)
		}
		return nil
	}
	switch act := a.keys[msg.String()]; {
	case act == "line-down", act == "next-hit":
		p.move(1)
	case act == "line-up", act == "previous-hit":
		p.move(-1)
	case act == "page-down":
		p.page(1)
	case act == "page-up":
		p.page(-1)
	case act == "top":
		p.move(-far)
	case act == "bottom":
		p.move(far)
	case p.narrows && (act == "search" || act == "filter"):
		p.filters = true
	case p.narrows && act != "leave" && !slices.Contains(p.acts, act):
	default:
		a.panel = nil
		if slices.Contains(p.acts, act) {
			return a.do(act)
		}
	}
	return nil
}
