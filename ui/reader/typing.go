package reader

import (
	tea "charm.land/bubbletea/v2"
)

// typing is a line that the keyboard writes while it is on: a query or a
// filter.
type typing struct {
	text string
	on   bool
}

// key takes a key press and says whether the text changed.
func (t *typing) key(msg tea.KeyPressMsg) bool {
	before := t.text
	switch msg.String() {
	case "backspace":
		if r := []rune(t.text); len(r) > 0 {
			t.text = string(r[:len(r)-1])
		}
	case "ctrl+u":
		t.text = ""
	default:
		t.text += msg.Text
	}
	return t.text != before
}

// filterable is a list that is filtered as one types.
type filterable interface {
	move(by int) bool
	moveTo(i int) bool
	rowAt(row int) int
	typed() *typing
	refilter()
}

// filterKey gives a key to a list that is being filtered.
func filterKey(f filterable, msg tea.KeyPressMsg) {
	t := f.typed()
	switch msg.String() {
	case "enter":
		t.on = false
	case "esc":
		*t = typing{}
		f.refilter()
	case "down", "tab":
		f.move(1)
	case "up", "shift+tab":
		f.move(-1)
	default:
		if t.key(msg) {
			f.refilter()
		}
	}
}
