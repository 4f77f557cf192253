package reader

import (
	"strings"
	"testing"
)

func TestFoldingTheOutline(t *testing.T) {
	p := newDesk(t).reading("# The line\n\n## Costs\n\nThey rise.\n\n### Engines\n\nNone came.\n\n## Sites\n\nOne is known.\n", 160, 40)
	p.See("Outline").Press("1", "g", "h").See("○ Sites").Miss("○ Engines")
	p.Press("l").See("○ Engines").Press("G", "h").See("nothing to fold").Miss("Sites …")
}

func TestANoteInTheOutlineIsOnTheSection(t *testing.T) {
	newDesk(t).sit(160, 44).Press("1", "g", "j", "a").See("Note on the section", "“What has been reported”").Press("esc").
		Press("0", "g", "]", "a").See("Note on the section", "“Bottom line”")
}

func TestTheOutlineSaysWhereSomethingWasLeftUnfinished(t *testing.T) {
	p := newDesk(t).sit(160, 44).See("○ What each side gains").Press("]", "]", "]", "]", "j", "a").Type("half a thought").Press("esc").See("kept as a draft")
	if row := strings.Split(p.Screen(), "\n")[rowOf(p, "▸ What each")]; !strings.Contains(strings.Split(row, "│")[0], "…") {
		t.Errorf("the outline does not say it: %s", row)
	}
}

// A pane that gets the keyboard begins where the eye is.
func TestAPaneBeginsWhereTheEyeIs(t *testing.T) {
	through(t, "actors")
	p := newDesk(t).sit(100, 30)
	p.Press("1", "G", "0", "g", "]", "]", "]", "1", "a").See("Note on the section", "“How it came to this”").Press("esc")
	p.Press("0", "G", "4", "g", "0", "G", "4", "enter").See("8 sections   top")
}
