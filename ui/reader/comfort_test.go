package reader

import (
	"regexp"
	"strings"
	"testing"

	"dossier/ui/uitest"
)

// How wide the panes are and which ones stand beside the text is a person's
// own, and is there in the next session.
func TestTheArrangementIsRemembered(t *testing.T) {
	through(t, "timeline", "actors")
	d := newDesk(t)
	p := d.sit(160, 40)
	narrow := ruleAt(p)
	p.Press("3", ">", ">").Press("4")
	if wide := ruleAt(p); wide != narrow-8 {
		t.Errorf("the side panes began at column %d, and begin at %d after two steps wider", narrow, wide)
	}
	p.See("Actors").Miss("Timeline   ").Press("q", "q").See("Briefings")
	d.keeps(p, comfortSetting, `"side":8`)
	again := d.sit(160, 40).See("Actors")
	if ruleAt(again) != narrow-8 {
		t.Errorf("in the next session they begin at column %d, not at %d", ruleAt(again), narrow-8)
	}
	again.Press(":").Type("even-").Press("enter")
	if ruleAt(again) != narrow {
		t.Errorf("even-panes leaves them at column %d, not at %d", ruleAt(again), narrow)
	}
}

// keeps waits until a setting of the library says something: a list shows before it is
// written, and what was written a second before said something else.
func (d *desk) keeps(p *uitest.Person, name, what string) {
	d.t.Helper()
	p.Until(name+" says "+what, func() bool {
		kept, err := d.lib.Setting(d.t.Context(), name)
		return err != nil || strings.Contains(kept, what)
	})
}

// keepsReading waits until it is on disk that a person read the briefing: a list shows
// before.
func (d *desk) keepsReading(p *uitest.Person) {
	d.t.Helper()
	p.Until("what was read is saved", func() bool {
		r, err := d.lib.Reading(d.t.Context(), d.id)
		return err != nil || r.Revision > 0
	})
}

// A window that grows shows no pane twice, and one that shrinks keeps the pane
// that has the keyboard; so does the next session.
func TestEveryPaneShowsOnceInEveryWindow(t *testing.T) {
	through(t, "outline", "timeline", "actors", "limits", "references")
	for _, key := range []string{"1", "3", "5", "6"} {
		d := newDesk(t)
		p := d.sit(100, 30).See("A Turkish").Press(key).Size(160, 40)
		once := func(p *uitest.Person) {
			t.Helper()
			for title, n := range paneTitles(p) {
				if n != 1 {
					t.Errorf("after %s in a narrow window %q shows %d times in a wide one", key, title, n)
				}
			}
		}
		once(p)
		p.Press("q", "q").See("Briefings")
		once(d.sit(160, 40).See("A Turkish"))
	}
	newDesk(t).sit(160, 40).See("A Turkish").Press("4").Size(100, 30).See("4 Actors")
}

// paneTitles counts the titles of panes on the screen.
func paneTitles(p *uitest.Person) map[string]int {
	seen := map[string]int{}
	for _, pane := range panes() {
		title := regexp.MustCompile(`\d ` + pane.title + " ")
		if n := len(title.FindAllString(p.Screen(), -1)); n > 0 {
			seen[pane.title] = n
		}
	}
	return seen
}

// Which panes stand beside the text at first is said by the panes themselves.
func TestPanesSayWhetherTheyStandBesideTheText(t *testing.T) {
	others := false
	for _, id := range sideOrder() {
		if beside := paneNamed(id).beside; beside && others {
			t.Errorf("%s stands beside the text and is not among the first", id)
		} else if !beside {
			others = true
		}
	}
}

// ruleAt is the column of the last tee below the header: where the side panes
// begin.
func ruleAt(p *uitest.Person) int {
	row := []rune(strings.Split(p.Screen(), "\n")[1])
	return strings.LastIndex(string(row), "┬") / len("─")
}

// However wide a pane is asked to be, the others keep room, and all of them
// fill the window.
func TestNoPaneTakesAllTheRoom(t *testing.T) {
	for width := 80; width <= 220; width += 10 {
		for _, c := range []comfort{{Side: 999}, {Side: -999}, {Outline: 999}, {Outline: -999}, {Outline: 999, Side: 999}, {Upper: 999}, {Upper: -999}} {
			a := arrange(width, 24, false, 0, c)
			cells := a.text.w + a.side[0].w + 1
			if a.wide() {
				cells += a.outline.w + 1
			}
			if cells != width || a.text.w < textLeast || a.side[0].w < paneLeast || a.wide() && a.outline.w < paneLeast {
				t.Errorf("%d columns and %+v: outline %d, text %d, side %d", width, c, a.outline.w, a.text.w, a.side[0].w)
			}
			if a.slots() == 2 && (a.side[0].h < paneRowsLeast || a.side[1].h < paneRowsLeast || a.side[0].h+1+a.side[1].h != a.text.h) {
				t.Errorf("%d columns and %+v: %d rows above %d", width, c, a.side[0].h, a.side[1].h)
			}
		}
	}
}

// Narrowing a pane changes the column of text, but not what the eye rests on.
func TestWideningAPaneKeepsThePlace(t *testing.T) {
	p := newDesk(t).sit(160, 40)
	p.Press("]", "]", "]", "j", "j")
	before := p.Screen()
	p.Press("<", "<", "<", "<", "-", "-").Press("+", "+", ">", ">", ">", ">")
	if after := p.Screen(); textColumn(after) != textColumn(before) {
		t.Errorf("the text was\n%s\nand is\n%s", textColumn(before), textColumn(after))
	}
}

// Of two panes above each other, a number exchanges the one that has the keyboard; from
// the text it is the lower one.
func TestAPaneComesWhereTheKeyboardIs(t *testing.T) {
	through(t, "timeline", "limits", "actors", "questions")
	app, p := newDesk(t).within(200, 60)
	p.See("Bottom line").Press("4")
	for _, c := range []struct {
		keys  []string
		sides [2]paneID
	}{
		{nil, [2]paneID{"timeline", "actors"}},
		{[]string{"0", "5"}, [2]paneID{"timeline", "limits"}},
		{[]string{"3", "2"}, [2]paneID{"questions", "limits"}},
		{[]string{"5", "4"}, [2]paneID{"questions", "actors"}},
	} {
		if p.Press(c.keys...); app.sides() != c.sides {
			t.Errorf("after %v stand %v, not %v", c.keys, app.sides(), c.sides)
		}
	}
}

// A column that gets no wider says so.
func TestAColumnThatCannotGetWiderSaysSo(t *testing.T) {
	p := newDesk(t).sit(120, 36).Press("z", "+").See("as wide as it gets here").Press("-").Miss("as it gets")
	for range 12 {
		p.Press("-")
	}
	p.See("as narrow as it gets")
}
