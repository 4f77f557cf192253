package reader

import (
	"strings"
	"testing"
	"time"

	"dossier/briefings"
)

// What is held back stands before what may pass, and the sections on limits last.
func TestTheLedgerBeginsWithWhatIsHeldBack(t *testing.T) {
	p := newDesk(t).sit(100, 40).See("A Turkish").Press("5").See("5 Limits", " withheld", " possible", " section on limits")
	if held, may, text := rowOf(p, " withheld"), rowOf(p, " possible"), rowOf(p, " section on limits"); held > may || may > text {
		t.Errorf("withheld, possible and the text stand in rows %d, %d and %d of\n%s", held, may, text, p.Screen())
	}
}

// The board lists what is held back first, then what may pass, each with a word for it.
func TestTheBoardOfLimitsBeginsWithWhatIsHeldBack(t *testing.T) {
	d := newDesk(t)
	d.later(time.Minute)
	d.importLike("Another line", func(b *briefings.Briefing) {})
	p := d.browse(220, 30).Press("5").See("14 limits", "passes on").See("withheld  ■", "possible  □", "bound     ·").Fits()
	rows := strings.Split(p.Screen(), "\n")
	var held []string
	for _, row := range rows[4:18] {
		held = append(held, strings.Fields(row)[0])
	}
	if want := "withheld withheld withheld withheld possible possible possible possible bound bound bound bound bound bound"; strings.Join(held, " ") != want {
		t.Errorf("in order are %v", held)
	}
	p.See("withheld · ").Press("j", "j", "j", "j").See("possible · condition")
}
