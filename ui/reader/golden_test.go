package reader

import (
	"fmt"
	"testing"

	"dossier/ui/uitest"
)

// The frames in testdata are what a person sees, in plain text; "go test
// ./ui/reader -run Frames -update" writes them anew. Every row has exactly the
// terminal's width.
func TestFrames(t *testing.T) {
	through(t, "outline", "questions", "timeline", "actors", "limits", "references", "notes")
	for _, size := range [][2]int{{40, 12}, {80, 24}, {200, 60}} {
		for _, view := range []struct {
			name string
			see  func(d *desk, w, h int) *uitest.Person
		}{
			{"library", func(d *desk, w, h int) *uitest.Person {
				p := d.browse(w, h).See("Sample")
				if h >= 24 {
					p.See("to review") // the preview is there
				}
				return p
			}},
			{"board", func(d *desk, w, h int) *uitest.Person {
				return d.browse(w, h).Press("2").See("Questions").Miss("reading…")
			}},
			{"text", func(d *desk, w, h int) *uitest.Person { return d.sit(w, h).See("A Turkish").Press("]", "]", "j", "j") }},
			{"questions", func(d *desk, w, h int) *uitest.Person { return d.sit(w, h).See("A Turkish").Press("2") }},
			{"timeline", func(d *desk, w, h int) *uitest.Person { return d.sit(w, h).See("A Turkish").Press("3", "j") }},
			{"actors", func(d *desk, w, h int) *uitest.Person { return d.sit(w, h).See("A Turkish").Press("4", "j") }},
			{"actor", func(d *desk, w, h int) *uitest.Person {
				return d.sit(w, h).See("A Turkish").Press("4", "P").See("12 mentions", "Briefings")
			}},
			{"limits", func(d *desk, w, h int) *uitest.Person { return d.sit(w, h).See("A Turkish").Press("5", "j") }},
			{"review", func(d *desk, w, h int) *uitest.Person { return d.sit(w, h).See("A Turkish").Press("8", "j") }},
			{"note", func(d *desk, w, h int) *uitest.Person {
				return d.sit(w, h).See("A Turkish").Press("]", "j", "a").Type("ask the air desk")
			}},
			{"help", func(d *desk, w, h int) *uitest.Person { return d.sit(w, h).See("A Turkish").Press("?") }},
		} {
			t.Run(fmt.Sprintf("%s-%dx%d", view.name, size[0], size[1]), func(t *testing.T) {
				view.see(newDesk(t), size[0], size[1]).Golden()
			})
		}
	}
}
