package reader

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestThePaletteCompletesNamesAndArguments(t *testing.T) {
	p := newDesk(t).sit(120, 40)
	p.Press(":").Type("sec").Press("tab").See("section ", "Outlook").Type("outl").Press("enter").See("section 7 of 8").Press("ctrl+o").See("8 sections")
	p.Press(":").Type("note ask the air desk").Press("enter").See("Note", "ask the air desk").Press("esc")
	p.Press(":").Type("search akinci").Press("enter").See("1/")
	p.Press("esc", ":").Type("theme").Press("enter").See("light", "dark").Press("esc")
	p.Press(":").Type("next-").Press("tab").See("next-").Press("esc")
}

// What begins as typed stands first, so that Enter does what one means.
func TestThePalettePutsTheNearestNameFirst(t *testing.T) {
	p := newDesk(t).sit(120, 40)
	p.Press(":").Type("go").Press("enter").Miss("bottom").See("8 sections")
	p.Press(":").Type("bottom").Press("enter").See("   end")
}

// In the list of briefings only what works there is offered.
func TestTheHelpOfTheListOffersWhatWorksThere(t *testing.T) {
	newDesk(t).browse(100, 60).Press("?", "space", "space").See("search the whole library").Miss("note on the section")
}

// Who knows no key yet sees the few that matter where the keyboard is before
// the many; who types finds each key once.
func TestTheHelpBeginsWithWhatIsWantedHere(t *testing.T) {
	through(t, "outline", "questions")
	p := newDesk(t).sit(80, 24).See("A Turkish")
	p.Press("?").See("Most wanted here", "note on the selection or sentence", "back, then quit").Miss("half a page down", "fold in the outline")
	p.Type("next section").See("next section").Miss("Most wanted here").Press("enter").See("section 1 of 8")
	p.Press("1", "?").See("fold in the outline").Miss("half a page down")
	newDesk(t).browse(80, 24).Press("?").See("Most wanted here", ":import", "take documents in").Press("tab", "tab").Press("enter").See("Questions")
}

// A briefing of many tags still says when it was changed.
func TestThePreviewOfAnEightyColumnListCutsOffNoDate(t *testing.T) {
	newDesk(t).browse(80, 24).See("· changed 2025-", "· sample").Miss("changed 202…")
}

func TestOpeningABriefingByName(t *testing.T) {
	newDesk(t).browse(100, 30).Press(":").Type("open turkish").Press("enter").See("Bottom line")
}

// Who takes a document in completes its path with Tab, as in a shell.
func TestAPathIsCompletedInThePalette(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"report one.txt", "report two.txt", "notes.md", ".hidden"} {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d := newDesk(t)
	cfg := d.config()
	taken := ""
	cfg.Import = func(_ context.Context, path string, _ Progress) (string, string, error) {
		taken = path
		return d.id, "taken in", nil
	}
	p := d.with(cfg, 160, 30)
	p.Press(":").Type("import "+folder+"/r").Press("tab").See("/report ").Press("tab").See("report one.txt", "report two.txt").
		Type("t").Press("tab").See("report two.txt").Press("enter").See("taken in")
	if taken != filepath.Join(folder, "report two.txt") {
		t.Errorf("taken in was %q", taken)
	}
	p.Press(":").Type("import " + folder + "/x").Press("tab").See("no file or folder begins so")
}

// The notes of a briefing go where a person says, or into the folder where one started.
func TestAnExportTakesAPath(t *testing.T) {
	p := newDesk(t).sit(120, 30)
	p.Press(":").Type("export").See("the file or the folder; . is the one").Type(" /srv/notes/line.md").Press("enter").See("exported to /srv/notes/line.md")
	p.Press("E").See("exported to notes.md").Press(":").Type("export").Press("enter").See("exported to notes.md")
}

// The list has a name from everywhere, the list itself too: whoever types it is
// asked for nothing.
func TestTheLibraryIsReachedByName(t *testing.T) {
	through(t, "questions")
	p := newDesk(t).browse(100, 30)
	for _, from := range [][2]string{{"g", "1 of 1"}, {"2", "Questions"}, {"enter", "8 sections"}} {
		p.Press(from[0]).See(from[1]).Press(":").Type("library").Press("enter").See("Briefings", "1 of 1").Miss("Search all briefings")
	}
}

// A line is edited as in a form: in the palette, the searches and the filters.
func TestALineIsEditedAsInAForm(t *testing.T) {
	through(t, "timeline")
	p := newDesk(t).sit(120, 40)
	p.Press(":").Type("import one two").Press("ctrl+w").Type("three").See("import one three▏").
		Press("alt+backspace").See("import one ▏").
		Press("ctrl+a").Type("re").See("reimport one").Press("ctrl+e").Type("x").See("reimport one x▏").
		Press("left", "left", "backspace").See("reimport on x").
		Press("ctrl+e", "ctrl+u").See(":  ▏").Paste("open turkish\n").See("open turkish▏").Press("esc")
	p.Press("/").Type("engine parts").Press("ctrl+w").See("/engine ▏").Press("esc")
	p.Press("3", "&").Type("drone line").Press("ctrl+w").See("filter drone ▏").Press("left", "left").Paste("x").See("filter dronxe")
	newDesk(t).browse(100, 30).Press("/").Type("turkish air").Press("ctrl+w").See("filter turkish ▏", "1 of 1")
}

// Who reads the help turns its pages with the key that does so in the text.
func TestTheHelpIsPagedAsTheText(t *testing.T) {
	p := newDesk(t).sit(100, 30)
	p.Press("?").See("Most wanted here").Press("space").Miss("Most wanted here").Press("pgup").See("Most wanted here")
	p.Type("highlight").Press("space").Type("without").See("highlight without▏")
}

// A panel is as high as what it holds, and says when it holds nothing.
func TestAPanelIsAsHighAsWhatItHolds(t *testing.T) {
	p := newDesk(t).sit(100, 40).Press("?").See("Most wanted here").Type("redo").Fits()
	if rows := strings.Split(p.Screen(), "\n"); strings.TrimSpace(rows[len(rows)-3]) == "" || strings.Contains(rows[len(rows)-3], "redo") {
		t.Errorf("the panel should end below its only line:\n%s", p.Screen())
	}
	p.Press("ctrl+u").Type("agendum").See("nothing here matches “agendum”").Press("esc", ":").See("import", "backup").Miss("one line down")
}

// What the help and the commands explain is cut nowhere, however narrow the terminal is;
// a small one gives all its rows to the help.
func TestNoExplanationIsCut(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 36}} {
		p := newDesk(t).sit(size[0], size[1])
		for _, key := range []string{"?", ":"} {
			p.Press(key)
			for range 40 {
				for _, row := range strings.Split(p.Fits().Press("pgdown").Screen(), "\n")[size[1]/2:] {
					if strings.HasSuffix(row, "…") {
						t.Fatalf("%d×%d, %s: cut is %q", size[0], size[1], key, row)
					}
				}
			}
			p.Press("esc")
		}
	}
	newDesk(t).sit(80, 24).Press("?").Miss("Bottom line").See("Help")
}

// The keys of a panel are whole where its place needs the room: Esc is never left out.
func TestTheKeysOfAPanelAreNotCut(t *testing.T) {
	p := newDesk(t).sit(80, 24).Press(":").See("Enter runs   Esc closes")
	p.Size(40, 12).See("Esc closes").Miss("Esc c…").Fits()
}
