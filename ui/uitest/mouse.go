package uitest

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Click presses the left button on the first place on the screen that shows the
// words.
func (p *Person) Click(words string) *Person {
	p.t.Helper()
	x, y := p.where(words)
	p.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	return p.Send(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
}

// Drag moves the pressed left button from some words on the screen to others.
func (p *Person) Drag(from, to string) *Person {
	p.t.Helper()
	x, y := p.where(from)
	p.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	x, y = p.where(to)
	p.Send(tea.MouseMotionMsg{X: x, Y: y, Button: tea.MouseLeft})
	return p.Send(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
}

// Wheel turns the wheel by notches over some words on the screen; up if they
// are negative.
func (p *Person) Wheel(words string, notches int) *Person {
	p.t.Helper()
	x, y := p.where(words)
	button := tea.MouseWheelDown
	if notches < 0 {
		button, notches = tea.MouseWheelUp, -notches
	}
	for range notches {
		p.Send(tea.MouseWheelMsg{X: x, Y: y, Button: button})
	}
	return p
}

// where finds words on the screen, in cells.
func (p *Person) where(words string) (x, y int) {
	p.t.Helper()
	for y, row := range strings.Split(p.Screen(), "\n") {
		if before, _, ok := strings.Cut(row, words); ok {
			return ansi.StringWidth(before), y
		}
	}
	p.t.Errorf("the screen does not show %q to point at:\n%s", words, p.Screen())
	return 0, 0
}
