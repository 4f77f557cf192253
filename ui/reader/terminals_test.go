package reader

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"dossier/ui/theme"
	"dossier/ui/uitest"
)

// views takes a person through what there is to see, and calls look at each.
func views(p *uitest.Person, look func()) {
	p.See("Bottom line")
	for _, keys := range [][]string{{"]", "]"}, {"1"}, {"2"}, {"3"}, {"4"}, {"5"}, {"6"}, {"7"}, {"8"}, {"V"}, {"esc", "?"}, {"esc", ":"}, {"esc", "0", "a"}, {"esc", "q"}, {"2"}, {"3"}, {"4"}} {
		p.Press(keys...)
		look()
	}
}

var sgr = regexp.MustCompile("\x1b\\[([0-9;]*)m")

// colours returns the SGR parameters of a frame that set colours of more than
// the terminal's own sixteen, and those that set any.
func colours(frame string) (rich, any []string) {
	for _, m := range sgr.FindAllStringSubmatch(frame, -1) {
		for i, params := 0, strings.Split(m[1], ";"); i < len(params); i++ {
			switch n := params[i]; {
			case n == "38" || n == "48":
				rich, any = append(rich, m[1]), append(any, m[1])
				i = len(params)
			case len(n) == 2 && strings.ContainsAny(n[:1], "349") || len(n) == 3 && n[:2] == "10":
				any = append(any, m[1])
			}
		}
	}
	return rich, any
}

func TestSixteenColoursAreTheTerminalsOwn(t *testing.T) {
	p := newDesk(t).sit(160, 40).Send(tea.ColorProfileMsg{Profile: colorprofile.ANSI})
	seen := 0
	views(p, func() {
		rich, own := colours(p.Frame())
		seen += len(own)
		if len(rich) > 0 {
			t.Errorf("a terminal of sixteen colours gets %q", rich[0])
		}
	})
	if seen == 0 {
		t.Error("nothing has a colour")
	}
}

func TestNoColourWhereNoneIsWanted(t *testing.T) {
	d := newDesk(t)
	cfg := d.config()
	cfg.Open, cfg.NoColor = d.id, true
	p := d.with(cfg, 160, 40)
	views(p, func() {
		if _, any := colours(p.Frame()); len(any) > 0 {
			t.Errorf("colours without being wanted: %q", any[0])
		}
	})
}

func TestASCIIHasNoOtherSigns(t *testing.T) {
	d := newDesk(t)
	cfg := d.config()
	cfg.Open, cfg.ASCII = d.id, true
	signs := map[string]bool{}
	glyphs := reflect.ValueOf(theme.New(theme.Dark, false).Glyphs)
	for i := range glyphs.NumField() {
		if s := glyphs.Field(i); s.Kind() == reflect.String && s.String()[0] > 127 {
			signs[s.String()] = true
		}
	}
	p := d.with(cfg, 160, 40)
	views(p, func() {
		screen := p.Fits().Screen()
		for sign := range signs {
			if at := strings.Index(screen, sign); at >= 0 {
				t.Fatalf("%q stands on a screen of ASCII:\n%s", sign, screen)
			}
		}
	})
}
