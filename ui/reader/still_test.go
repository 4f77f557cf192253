package reader

import (
	"slices"
	"strings"
	"testing"

	"dossier/briefings"
	"dossier/ui/uitest"
)

// Nothing under the eye moves but by a key that moves it: not when the window
// changes, not when what was found or written does, by whomever.

// atEye are the words of the line of the mark, up to the rule beside it, and its row.
func atEye(t *testing.T, p *uitest.Person) (words string, row int) {
	t.Helper()
	rows := strings.Split(p.Screen(), "\n")
	row = slices.IndexFunc(rows, func(r string) bool { return strings.Contains(r, "›") })
	if row < 0 {
		t.Fatalf("no mark on the screen:\n%s", p.Screen())
	}
	_, words, _ = strings.Cut(rows[row], "›")
	words, _, _ = strings.Cut(words, "│")
	return strings.TrimSpace(words), row
}

func TestNothingMovesUnderTheEye(t *testing.T) {
	for name, happens := range map[string]func(*desk, *uitest.Person){
		"the window is made small and large again": func(_ *desk, p *uitest.Person) {
			for _, size := range [][2]int{{80, 24}, {40, 12}, {200, 60}, {20, 6}, {160, 40}} {
				p.Size(size[0], size[1])
			}
		},
		"somebody else writes a note above": func(d *desk, p *uitest.Person) {
			d.noteIn(d.open(), "Islamabad gains time.", "how much of it?")
			p.See("how much of it?")
		},
		"somebody else rejects what a pane shows": func(d *desk, p *uitest.Person) {
			p.See("Ukrainian crews")
			e := d.briefing().Events[1].Clone().(*briefings.Event)
			e.State = briefings.StateRejected
			if _, err := d.open().Put(t.Context(), d.id, e); err != nil {
				t.Fatal(err)
			}
			p.See("7 dated")
		},
		"a highlight is made, and undone": func(_ *desk, p *uitest.Person) {
			p.Press("i").See("highlighted").Press("U").See("undone")
		},
		"a pane is looked at and left": func(_ *desk, p *uitest.Person) {
			p.Press("4", "esc", "5", "0")
		},
		"a note is begun and left": func(_ *desk, p *uitest.Person) {
			p.Press("a").See("Esc keeps").Press("esc")
		},
		"a new version has a paragraph more above": func(d *desk, p *uitest.Person) {
			d.reimport("Islamabad gains time.", "Nobody had asked for it.\n\nNor for that.\n\nIslamabad gains time.")
			p.See("changed since you read")
		},
	} {
		t.Run(name, func(t *testing.T) {
			through(t, "timeline", "actors", "limits")
			d := newDesk(t)
			p := d.sit(160, 40).See("8 dated").Press("]", "]", "]", "]", "}", "}", "j")
			words, row := atEye(t, p)
			happens(d, p)
			if after, at := atEye(t, p); after != words || at != row {
				t.Errorf("the eye was on row %d, %q, and is on row %d, %q", row, words, at, after)
			}
		})
	}
}

// A pane that has the keyboard keeps its cursor on its record, and that on its row.
func TestNothingMovesInAPane(t *testing.T) {
	through(t, "timeline")
	for name, happens := range map[string]func(*desk, *uitest.Person){
		"the window is made small and large again": func(_ *desk, p *uitest.Person) {
			for _, size := range [][2]int{{80, 24}, {40, 12}, {200, 60}, {160, 40}} {
				p.Size(size[0], size[1])
			}
		},
		"somebody else writes a note": func(d *desk, p *uitest.Person) {
			d.noteIn(d.open(), "The price has not been disclosed", "who knows it?")
			p.See("who knows it?")
		},
		"a line is accepted, and that undone": func(_ *desk, p *uitest.Person) {
			p.Press("t").See("accepted").Press("U").See("undone")
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			app, p := d.within(160, 40)
			p.See("8 dated").Press("3", "g", "j", "j", "j", "j")
			on, words := app.doc.record().Common().Handle, app.doc.focused().current().text[:20]
			row := rowOf(p, "○ "+words)
			happens(d, p)
			if at := rowOf(p, "○ "+words); at != row || app.doc.record().Common().Handle != on {
				t.Errorf("the cursor was on %s in row %d, and is on %s in row %d", on, row, app.doc.record().Common().Handle, at)
			}
		})
	}
}

// Where one left off, and the places one marked, are found in a version that came
// while the briefing was closed, also where the words at the place are new.
func TestAPlaceIsFoundInANewVersion(t *testing.T) {
	through(t, "timeline")
	for _, c := range []struct{ name, was, is, want string }{
		{"paragraphs more above", "Islamabad gains time.", "Nobody had asked for it.\n\nNor for that.\n\nIslamabad gains time.", "Ankara gains room."},
		{"other words at the place", "Ankara gains room.", "Nobody had asked for it.\n\nAnkara has more room now.", "Ankara has more room now."},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			p := d.sit(160, 40).See("8 dated").Press("]", "]", "]", "]", "]", "]", "m", "x").See("marked as x").Press("m", "X").See("marked as X").Press("[", "[", "}", "}")
			p.Press("q").See("Briefings")
			d.reimport(c.was, c.is)
			p = d.sit(160, 40).See("changed since you read")
			if at, _ := atEye(t, p); !strings.HasPrefix(at, c.want) {
				t.Errorf("one left off at “Ankara gains room.”, and is at %q", at)
			}
			for _, letter := range []string{"x", "X"} {
				p.Press("g", "'", letter).See("›  Open questions")
			}
		})
	}
}
