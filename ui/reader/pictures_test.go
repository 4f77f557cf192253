package reader

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"dossier/ui/uitest"
)

var draw = flag.Bool("draw", false, "draw the pictures of the README anew")

// The README shows the real program. Where a picture no longer shows what the
// program does, this fails; "go test ./ui/reader -run Pictures -draw" draws it
// anew.
func TestPicturesShowTheProgram(t *testing.T) {
	through(t, "outline", "questions", "timeline", "actors", "limits", "references", "notes")
	for name, take := range map[string]func(*desk) *uitest.Person{
		"library": func(d *desk) *uitest.Person { return d.browse(150, 30).See("to review") },
		"reader": func(d *desk) *uitest.Person {
			return d.sit(160, 42).Press("]", "]", "]", "]", "]", "5", "j").See("withheld")
		},
		"narrow":   func(d *desk) *uitest.Person { return d.sit(60, 24).Press("]", "]", "j", "j") },
		"timeline": func(d *desk) *uitest.Person { return d.sit(120, 32).Press("3", "j", "j").See("2023") },
		"answer": func(d *desk) *uitest.Person {
			return d.sit(110, 32).Press("2", "x").Type("The budget in June will tell.").Press("enter", "right", "right").See("likelihood")
		},
		"actor": func(d *desk) *uitest.Person {
			second(d)
			return d.sit(110, 38).Press("4", "P").See("Over time", "Limits")
		},
		"review": func(d *desk) *uitest.Person {
			return d.sit(110, 32).Press("8", "t").See("1 of", "accepted as").Press("t").See("2 of", "accepted as").Press("j")
		},
		"board": func(d *desk) *uitest.Person { return d.browse(110, 26).Press("2").See("Questions").Miss("reading…") },
	} {
		t.Run(name, func(t *testing.T) {
			got := take(newDesk(t)).Fits().Picture(uitest.DarkPaper)
			path := filepath.Join("..", "pictures", name+".svg")
			if *draw {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s is stale: draw it anew with -draw and look at it", path)
			}
		})
	}
}
