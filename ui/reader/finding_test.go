package reader

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Who is new to the program looks for things by their own words: in the list, in
// the text and on a board, behind ? and behind :, each of them is found.
func TestHelpAndPaletteFindWhatOneHasInMind(t *testing.T) {
	words := []string{"import", "tag", "date", "due", "delete", "remove", "comment", "review", "evidence", "backup", "note on a section", "quit", "help", "save", "restore", "draft"}
	d := newDesk(t)
	for name, views := range map[string][]string{"the list": nil, "the text": {"enter"}, "the questions": {"enter", "2"}, "a board": {"3"}} {
		p := d.browse(100, 40)
		p.Press(views...)
		for _, word := range words {
			if p.Press("?").Type(word); strings.Contains(p.Screen(), "nothing here matches") {
				t.Errorf("in %s ? knows nothing of %q", name, word)
			}
			p.Press("esc")
		}
	}
	p := d.browse(100, 40)
	for _, word := range []string{"import", "delete", "backup", "tag"} {
		if p.Press(":").Type(word); strings.Contains(p.Screen(), "nothing here matches") {
			t.Errorf(": knows nothing of %q", word)
		}
		p.Press("esc")
	}
	p.Press("?").Type("deadline").See("correct the record", "deadline").Press("esc")
	p.Press("?").Type("evidence").See("In an open briefing", "is evidence for a question").Press("enter").See("that is for an open briefing")
}

func TestTheHelpSaysThatItGoesOn(t *testing.T) {
	newDesk(t).browse(80, 24).Press("?").See("more", "type to find").Press("end").Miss(" more").See("quit at once")
}

// Tags and date are set from the list, too; a date is written as people write it,
// and the one that was read from the text stands there to be confirmed.
func TestTheListSetsTagsAndDate(t *testing.T) {
	d := newDesk(t)
	p := d.browse(100, 30).See("1 briefing ")
	p.Press("e").See("Correct the briefing").Type("tags").Press("enter").Press("ctrl+u").Type("drones, asia").Press("enter").See("saved: tags", "Briefings").Press("esc")
	p.Press("e").See("Correct the briefing").Type("date").Press("enter").Press("ctrl+u").Type("6 December 2025").Press("enter").See("saved: date", "2025-12-06").Press("esc")
	b := d.briefing()
	if b.Date != "2025-12-06" || strings.Join(b.Tags, " ") != "drones asia" {
		t.Errorf("on disk are %q and %v", b.Date, b.Tags)
	}
	undated := d.reading("# The line\n\nAs of early December 2025, nothing was decided, and Baykar said so.\n", 100, 30)
	undated.Press("e").See("inferred").Type("date").Press("enter").See("2025-12")
}

// A value that cannot be taken stays to be mended, with the reason beside it: the
// letters that follow are not keys.
func TestARefusedValueStaysToBeMended(t *testing.T) {
	through(t, "questions", "references")
	d := newDesk(t)
	p := d.sit(100, 30)
	p.Press("e").Type("date").Press("enter").Press("ctrl+u").Type("2025-13-45").Press("enter").See("not taken:", "2025-13-45").
		Type("D").See("2025-13-45D").Miss("not taken:", "rejected").Press("ctrl+u").Type("8 Dec 2025").Press("enter").See("saved: date").Press("esc")
	p.Press("2", "e").Type("due").Press("enter").Type("whenever").Press("enter").See("not taken:", "whenever").Press("esc").Miss("not taken")
	p.Press("6", "r").Type("x").See("not “x”: source A reliable").Type("z").See("not “z”").Miss("rejected").Type("b").See("source B").Type("9").See("not “9”").Type("2").See("graded B2")
}

// A command that failed stands in the palette to be mended, ↑ brings back those
// that were carried out, and what Tab finds can be chosen.
func TestThePaletteForgivesAndRemembers(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"report one.txt", "report two.txt", filepath.Join("inner", "deep.txt")} {
		if err := os.MkdirAll(filepath.Join(folder, "inner"), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d := newDesk(t)
	cfg := d.config()
	var taken []string
	cfg.Import = func(_ context.Context, path string, _ Progress) (string, string, error) {
		if !strings.HasSuffix(path, ".txt") {
			return "", "", errors.New(path + ": there is no such file or folder")
		}
		taken = append(taken, filepath.Base(path))
		return d.id, "taken in", nil
	}
	p := d.with(cfg, 160, 30)
	p.Press(":").Type("import  "+folder+"/report").Press("enter").See("there is no such file or folder", "report▏").
		Type(" two.txt").Press("enter").See("taken in").Press("q").See("Briefings")
	p.Press(":", "up").See(" two.txt▏").Press("up").See("/report▏").Press("down", "down").Miss("/report").Press("esc")
	p.Press(":").Type("import "+folder+"/").Press("tab").See("report one.txt", "report two.txt", "Enter looks into it").
		Press("down", "enter").See("/inner/deep.txt▏").Press("enter").See("taken in").Press("q").See("Briefings")
	p.Press(":").Type("import "+folder+"/r").Press("tab").See("/report ▏").Press("tab").See("report two.txt").Press("tab", "tab", "enter").See("taken in")
	if got := strings.Join(taken, ", "); got != "report two.txt, deep.txt, report two.txt" {
		t.Errorf("taken in were %s", got)
	}
	p.Press(":").Type("importt x").Press("enter").See("nothing here matches “importt x”", "importt x▏").Press("esc")
}

// The library is kept from within the reader, too.
func TestTheLibraryIsKeptFromWithin(t *testing.T) {
	d := newDesk(t)
	cfg := d.config()
	gone := ""
	cfg.Keeping = Keeping{
		Backup:  func(_ context.Context, path string, _ Progress) (string, error) { return "copied into " + path, nil },
		Check:   func(context.Context) (string, error) { return "1 briefing, all whole", nil },
		Removal: func(context.Context, string) (string, error) { return "“It” and its 2 notes", nil },
		Remove:  func(_ context.Context, id string) (string, error) { gone = id; return "deleted: It", nil },
	}
	p := d.with(cfg, 120, 30)
	p.Press(":").Type("backup lib.bak").Press("enter").See("copied into lib.bak").Press(":").Type("check").Press("enter").See("all whole")
	p.Press(":").Type("restore").Press("enter").See("dossier restore FILE")
	p.Press(":").Type("remove").Press("enter").See("Delete for good? “It” and its 2 notes", "[no]").Press("enter")
	if gone != "" {
		t.Fatal("deleted without a yes")
	}
	p.Press("?").Type("delete a briefing").Press("enter").See("[no]").Press("right", "enter").See("deleted: It")
	if gone != d.id {
		t.Errorf("deleted was %q", gone)
	}
}

// What was left unfinished is seen in the list, among the notes and in the text,
// and one key goes on with it from wherever one is.
func TestADraftIsSeenAndGoneOnWith(t *testing.T) {
	through(t, "notes")
	d := newDesk(t)
	p := d.sit(120, 40)
	p.Press("]", "j", "a").Type("half a thought").Press("esc").See("kept as a draft; . goes on with it", "unfinished note").Press("G").Press("7").See("unfinished", "half a thought")
	p.Press("0", "g").Press(".").See("Note (draft)", "note  half a thought").Press("esc").Press("q")
	d.browse(120, 40).See("what you were writing was kept: . goes on with it", "draft").
		Press(".").See("Note (draft)", "half a thought").Type(" and the rest").Press("enter").See("note saved").Miss("unfinished").
		Press("q").See("Briefings").Miss("draft").Press(".").See("nothing is left unfinished")
}

// A highlight comes off by the key that made it; a note of one's own is deleted.
func TestAHighlightComesOffAgainAndANoteIsDeleted(t *testing.T) {
	through(t, "notes")
	p := newDesk(t).sit(120, 40)
	p.Press("]", "]", "j", "i").See("highlighted").Press("i").See("highlight taken off").Press("U").See("undone: ").Press("i").See("highlight taken off")
	p.Press("7").See("D delete").Press("D").See("deleted: ")
}

// After a search each pane shows its own keys again; the text keeps the search.
func TestAfterASearchAPaneShowsItsOwnKeys(t *testing.T) {
	through(t, "questions")
	p := newDesk(t).sit(120, 40)
	p.Press("/").Type("baykar").Press("enter").See("n next").Press("2").See("x answer").Miss("n next").Press("0").See("n next")
}
