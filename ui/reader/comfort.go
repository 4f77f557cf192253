package reader

import (
	"encoding/json"
	"slices"
	"sync"

	tea "charm.land/bubbletea/v2"
)

// comfort is how a person likes the screen: it is kept with the library and
// holds for every briefing. The zero value is what the program chooses itself.
type comfort struct {
	// Slots are the panes beside the text, upper and lower.
	Slots [2]paneID `json:"slots,omitzero"`
	// Side, Outline and Upper are by how many cells the side panes and the
	// outline are wider, and the upper pane taller, than they would be.
	Side    int `json:"side,omitempty"`
	Outline int `json:"outline,omitempty"`
	Upper   int `json:"upper,omitempty"`
	// Column is by how many cells the text is narrower than it could be.
	Column int `json:"column,omitempty"`
	// Order is what the list of briefings is ordered by, "" for the last change.
	Order string `json:"order,omitempty"`
}

// sideOrder are the panes as they come to stand beside the text: those that say
// so, then the others.
var sideOrder = sync.OnceValue(func() []paneID {
	all := panes()
	slices.SortStableFunc(all, func(x, y *pane) int { return btoi(y.beside) - btoi(x.beside) })
	order := make([]paneID, len(all))
	for i, p := range all {
		order[i] = p.id
	}
	return order
})

// leftPane is the pane that has a column of its own left of the text.
var leftPane = sync.OnceValue(func() paneID { return panes()[0].id })

// defaultSlots are the panes beside the text until others are chosen.
func defaultSlots() [2]paneID { return [2]paneID(sideOrder()[:2]) }

// sides are the panes that stand beside the text. What was chosen in a narrow
// window may show already in a wide one: then the next pane stands there.
func (c *comfort) sides(wide bool) [2]paneID {
	sides := c.Slots
	for i, id := range c.Slots {
		if wide && id == leftPane() || i == 1 && id == sides[0] {
			next := slices.IndexFunc(sideOrder(), func(p paneID) bool { return p != leftPane() && p != sides[0] && p != sides[1] })
			sides[i] = sideOrder()[next]
		}
	}
	return sides
}

// comfortSetting is the name of the setting that keeps it.
const comfortSetting = "reader.comfort"

// comforted brings what was kept of how the screen should be.
type comforted struct{ comfort }

func (msg comforted) arrive(a *App) tea.Cmd {
	a.comfort.settle(msg.comfort)
	a.comfortKept = a.comfort
	a.shelf.reorder(orderNamed(a.comfort.Order))
	a.fitDocument()
	return nil
}

// readComfort asks for how the screen was left.
func (a *App) readComfort() tea.Msg {
	kept, err := a.cfg.Library.Setting(a.ctx, comfortSetting)
	if err != nil {
		return failed("the widths of the panes could not be read", err)
	}
	var c comfort
	if kept == "" || json.Unmarshal([]byte(kept), &c) != nil {
		return nil // of another version: begin anew
	}
	return comforted{c}
}

// settle takes what was kept. Panes that there are no more give way.
func (c *comfort) settle(kept comfort) {
	*c = kept
	for i, id := range c.Slots {
		if paneNamed(id) == nil {
			c.Slots[i] = defaultSlots()[i]
		}
	}
}

// keepComfort saves how the screen is, if that is news.
func (a *App) keepComfort() tea.Cmd {
	if a.comfort == a.comfortKept {
		return nil
	}
	a.comfortKept = a.comfort
	data, err := json.Marshal(a.comfort)
	return func() tea.Msg {
		if err == nil {
			err = a.cfg.Library.SetSetting(a.ctx, comfortSetting, string(data))
		}
		if err != nil {
			return failed("the widths of the panes were not kept", err)
		}
		return nil
	}
}

// widenPane makes the pane that has the keyboard wider; with the keyboard in
// the text, the text.
func (a *App) widenPane(by int) tea.Cmd {
	arranged := a.arranged()
	switch {
	case arranged.slots() == 0:
		a.say("there is one pane at a time here; a window of 80 columns has two")
	case a.doc.focus == leftPane() && arranged.wide():
		a.comfort.Outline = arranged.outline.w + by - arrangedAt(a, comfort{}).outline.w
	case a.doc.focus == textPane:
		a.comfort.Side = arranged.side[0].w - by - arrangedAt(a, comfort{}).side[0].w
	default:
		a.comfort.Side = arranged.side[0].w + by - arrangedAt(a, comfort{}).side[0].w
	}
	a.fitDocument()
	return nil
}

// raisePane makes the upper of two panes taller, or the lower one.
func (a *App) raisePane(by int) tea.Cmd {
	arranged := a.arranged()
	if arranged.slots() < 2 {
		a.say("no two panes above each other here; a window of 140 columns has them")
		return nil
	}
	if a.doc.focus == a.sides()[1] {
		by = -by
	}
	a.comfort.Upper = arranged.side[0].h + by - arrangedAt(a, comfort{}).side[0].h
	return nil
}

// evenPanes gives the panes back the sizes that the program chooses.
func (a *App) evenPanes() tea.Cmd {
	a.comfort.Side, a.comfort.Outline, a.comfort.Upper, a.comfort.Column = 0, 0, 0, 0
	a.fitDocument()
	return nil
}

// arrangedAt is the arrangement that other wishes would give.
func arrangedAt(a *App, c comfort) arrangement {
	return arrange(a.width, a.height, a.doc.single, a.askedRows(), c)
}
