package reader

import (
	"strings"
	"testing"

	"dossier/ui/uitest"
)

func (d *desk) withMouse(width, height int) *uitest.Person {
	cfg := d.config()
	cfg.Open, cfg.Mouse = d.id, true
	return d.with(cfg, width, height)
}

// Without being asked the program leaves the mouse to the terminal.
func TestTheMouseIsOffUntilAskedFor(t *testing.T) {
	p := newDesk(t).sit(120, 36)
	before := p.Screen()
	if p.Wheel("Bottom line", 2).Screen() != before {
		t.Error("the wheel moved the text though nobody asked for the mouse")
	}
	p.Press(":").Type("mouse").Press("enter").See("Shift")
	if p.Wheel("Bottom line", 2).Screen() == before {
		t.Error("the wheel does nothing after :mouse")
	}
}

func TestClickingFocusesAndGoesThere(t *testing.T) {
	through(t, "timeline", "limits")
	p := newDesk(t).withMouse(160, 40)
	p.Click("● Pakistan ordered").See("How it came to this", "ordered the TB2 in 2021 and had it")
	text := textColumn(p.Screen())
	p.Click("5 Limits").See("Tab pane")
	if textColumn(p.Screen()) != text {
		t.Error("clicking on a title moved the text")
	}
	p.Click("Design authority").See("Design authority")
	p.Press("q").Wheel("5 Limits", 3).Fits()
}

// Dragging selects by word, and the text stays under the pointer.
func TestDraggingSelectsByWord(t *testing.T) {
	d := newDesk(t)
	p := d.withMouse(160, 40)
	before := textColumn(p.Screen())
	p.Drag("Turkish combat", "Pakistani")
	if textColumn(p.Screen()) != before {
		t.Error("the text moved while selecting")
	}
	p.Press("i").See("highlighted")
	n := d.briefing().Annotations
	if got := n[len(n)-1].Anchors[0].Exact; !strings.HasPrefix(got, "Turkish") || !strings.HasSuffix(got, "Pakistani") {
		t.Errorf("highlighted %q", got)
	}
}

func TestClickingASentenceIsForANote(t *testing.T) {
	d := newDesk(t)
	p := d.withMouse(120, 36)
	p.Click("border is labour").Press("a").See("Note").Type("check").Press("enter").See("note saved")
	n := d.briefing().Annotations
	if got := n[len(n)-1].Anchors[0].Exact; !strings.HasPrefix(got, "What would cross the border") {
		t.Errorf("the note is on %q", got)
	}
}

func TestClickingInListsAndPanels(t *testing.T) {
	through(t, "questions")
	d := newDesk(t)
	cfg := d.config()
	cfg.Mouse = true
	p := d.with(cfg, 120, 36)
	p.Click("A Turkish drone line").See("Bottom line").Press("q").See("Briefings")
	p.Press("2").See("Questions").Miss("reading…").Wheel("Questions", 1)
	p.Press("?").Click("Most wanted").See("Help").Click("every command by name").Click("every command by name").Miss("Help")
}
