package reader

import (
	"reflect"
	"slices"
	"testing"

	"dossier/ui/theme"
)

// Who sees a sign finds what it means where it stands, and by the words for it.
func TestTheHelpExplainsTheSignsOfThePaneAtHand(t *testing.T) {
	through(t, "outline", "questions", "timeline", "actors", "limits")
	p := newDesk(t).sit(120, 60).See("A Turkish")
	p.Press("5", "?").See("Signs here", "■ a limit: withheld", "▣ agreed or delivered").Miss("◉ an actor: a state").Press("esc")
	p.Press("4", "?").See("◉ an actor: a state", "▲ a weapon or another system").Miss("■ a limit").Press("esc")
	p.Press("0", "?").Type("legend").See("◆ overdue", "╰ a note of yours").Press("ctrl+u").Type("withheld").See("■ a limit: withheld")
	newDesk(t).browse(100, 60).Press("3").See("Timeline").Press("?").See("◇ planned or expected")
}

// A terminal of ASCII is told of the signs that it shows.
func TestTheLegendIsOfTheSignsThatShow(t *testing.T) {
	through(t, "limits")
	d := newDesk(t)
	cfg := d.config()
	cfg.Open, cfg.ASCII = d.id, true
	d.with(cfg, 120, 50).Press("5", "?").See("# a limit: withheld").Miss("■")
}

// Every sign that has a meaning is explained; the others draw the frame.
func TestEverySignIsExplained(t *testing.T) {
	through(t, "outline", "questions", "timeline", "actors", "limits", "references", "notes")
	dark := theme.New(theme.Dark, false)
	for _, s := range signs() {
		if dark.Sign(s.Sign) == "" || dark.Role(s.Role) == "" || s.Says == "" {
			t.Errorf("%+v has no glyph, no role or no meaning", s)
		}
		for _, in := range s.In {
			if paneNamed(paneID(in)) == nil && in != "text" && in != "library" {
				t.Errorf("%+v is said to stand in %q, which is no pane", s, in)
			}
		}
	}
	frame := []string{"Vertical", "Horizontal", "TeeDown", "TeeUp", "TeeRight", "TeeLeft", "Cross", "Bullet", "Ellipsis", "Cursor"}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[theme.Glyphs]()) {
		if !slices.Contains(frame, f.Name) && !slices.ContainsFunc(signs(), func(s legend) bool { return s.Sign == f.Name }) {
			t.Errorf("no word on the sign %s", f.Name)
		}
	}
}
