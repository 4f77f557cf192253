package reader

import (
	"strings"
	"testing"

	"dossier/briefings"
)

// Each test is a person's session; what it claims to be saved is read from the
// disk by another opening of the library.

func TestReadingByKeys(t *testing.T) {
	through(t, "timeline")
	p := newDesk(t).sit(120, 36)
	p.See("A Turkish drone line in Pakistan", "Bottom line", "Timeline").
		Press("]", "]").See("What has been reported").
		Press("G").See("   end").
		Press("g").See("8 sections").
		Press("space", "b").See("8 sections")
}

// Who looks at the rows of a pane one after the other comes back to the row, and from a
// briefing that a board has opened to the board.
func TestComingBackIsToTheRow(t *testing.T) {
	through(t, "limits", "timeline")
	d := newDesk(t)
	app, p := d.within(120, 36)
	p.See("Bottom line").Press("5", "g", "j")
	row := app.doc.focused().cursor
	p.Press("enter", "space", "g").See("? help   ] section").Press("ctrl+o", "ctrl+o").See("Enter go there")
	if at := app.doc.focused(); at == nil || at.id != "limits" || at.cursor != row {
		t.Fatalf("not on the row:\n%s", p.Screen())
	}
	p.Press("j", "enter", "ctrl+o")
	if at := app.doc.focused(); at == nil || at.cursor <= row {
		t.Errorf("not on the next row:\n%s", p.Screen())
	}
	p.Press("alt+right").See("? help   ] section")
	board := d.browse(120, 36).Press("3").See("8 entries").Press("j", "j", "enter").See("section")
	board.Press("ctrl+o").See("8 entries", "date")
}

func TestAPaneMovesTheTextAndTheTextMovesThePanes(t *testing.T) {
	through(t, "outline", "timeline")
	p := newDesk(t).sit(160, 40)
	p.Press("3").See("3 Timeline").Press("G").Miss("8 sections")
	p.Press("enter").See("Formal announcements", "? help   ] section").Miss("8 sections")
	p.Press("ctrl+o").See("Enter go there").Press("ctrl+o").See("8 sections")
	p.Press("]", "]", "]").See("▸ How it came to this")
}

func TestANoteIsOnDiskWhenTheScreenSaysSo(t *testing.T) {
	d := newDesk(t)
	p := d.sit(100, 30)
	p.Press("]", "j", "j", "a").See("Note").Type("ask the air desk #follow-up").Press("enter")
	p.See("note saved", "ask the air desk")
	n := d.briefing().Annotations
	last := n[len(n)-1]
	if last.Body != "ask the air desk" || strings.Join(last.Tags, ",") != "follow-up" || len(last.Anchors) != 1 {
		t.Errorf("on disk is %+v", last)
	}
}

func TestUndoAndRedoReachTheDisk(t *testing.T) {
	d := newDesk(t)
	p := d.sit(100, 30)
	live := func() (n int) {
		for _, a := range d.briefing().Annotations {
			if a.Live() {
				n++
			}
		}
		return n
	}
	before := live()
	p.Press("]", "j", "i").See("highlighted")
	if live() != before+1 {
		t.Fatal("the highlight is not on disk")
	}
	p.Press("U").See("undone:")
	if live() != before {
		t.Error("the undo is not on disk")
	}
	p.Press("ctrl+r").See("redone:")
	if live() != before+1 {
		t.Error("the redo is not on disk")
	}
	p.Press("U").See("undone:").Press("U").See("nothing to undo")
}

func TestRaisingAndAnsweringAQuestion(t *testing.T) {
	through(t, "questions")
	d := newDesk(t)
	p := d.sit(120, 36)
	p.Press("]", "j", "j", "Q").Type("Who pays for the hangars").Press("enter").See("question saved")
	p.Press("2").See("Who pays for the hangars?")
	q := find(t, d, "Who pays for the hangars?")
	if q.Origin != briefings.OriginAnalyst || q.Review != "2026-01-28" || len(q.Anchors) != 1 || q.Proposed {
		t.Errorf("raised as %+v", q)
	}
	p.Press("x").Type("The buyer does.").Press("enter").See("likelihood").
		Press("right", "right", "right", "right", "right", "enter").See("confidence  [not said]").Press("enter").
		See("not taken: choose how sure you are").Press("right", "right").See("[moderate]").Miss("not taken").Press("enter").See("stays open").Press("enter").See("answer saved", "Answer: The buyer does.", "likely · moderate confidence", "Basis: judgement")
	a := find(t, d, "Who pays for the hangars?").Current()
	if a == nil || a.Text != "The buyer does." || a.Likelihood != "likely" || a.Confidence != "moderate" || a.By != "analyst" {
		t.Errorf("answered with %+v", a)
	}
	p.Press("X").Type("the budget came out").Press("enter").See("open again")
	if q := find(t, d, "Who pays for the hangars?"); q.Status != briefings.Open || q.Current() != nil || len(q.Answers) != 1 {
		t.Errorf("opened again as %+v", q)
	}
}

// An answer that counts already is mended, not written again; one about what is to
// come may leave its question open.
func TestAnAnswerIsMendedAndMayLeaveItsQuestionOpen(t *testing.T) {
	through(t, "questions")
	d := newDesk(t)
	p := d.sit(80, 24)
	p.Press("2", "j", "j", "x").Type("Not before June.").Press("enter", "right", "right", "right", "enter").See("confidence").
		Press("right", "right", "right", "enter").See("is answered").Press("right", "enter").See("stays open")
	q := find(t, d, whenPrice)
	if q.Status != briefings.Working || q.Current() == nil || q.Current().Confidence != "high" {
		t.Fatalf("assessed as %s, %+v", q.Status, q.Current())
	}
	p.See("Answer: Not before June.")
	p.Press("x").See("Answer anew", "Not before June.").Type(" 2026").Press("enter", "enter").See("[high]").Press("left", "enter").
		See("[stays open]").Press("left", "enter").See("answer saved")
	q = find(t, d, whenPrice)
	if a := q.Current(); q.Status != briefings.Answered || a.Text != "Not before June. 2026" || a.Confidence != "moderate" || a.Likelihood == "" || len(q.Answers) != 2 {
		t.Errorf("answered with %+v of %d", a, len(q.Answers))
	}
}

func find(t *testing.T, d *desk, text string) *briefings.Question {
	t.Helper()
	b := d.briefing()
	for i := range b.Questions {
		if b.Questions[i].Text == text {
			return &b.Questions[i]
		}
	}
	t.Fatalf("no question %q on disk", text)
	return nil
}

func TestAProposalIsTakenOrRejected(t *testing.T) {
	through(t, "questions")
	d := newDesk(t)
	p := d.sit(120, 36)
	p.Press("2").See("proposed from the text").Press("t").See("accepted as an open question")
	p.Press("G", "D").See("deleted: question")
	states := map[briefings.State]int{}
	proposed := 0
	for _, q := range d.briefing().Questions {
		states[q.State]++
		if q.Proposed && q.Live() {
			proposed++
		}
	}
	if states[briefings.StateRejected] != 1 {
		t.Errorf("states on disk: %v", states)
	}
	p.Press("U").See("undone:").Press("U").See("undone:")
	after := 0
	for _, q := range d.briefing().Questions {
		if q.Proposed && q.Live() {
			after++
		}
	}
	if after <= proposed {
		t.Errorf("%d proposals before and %d after the undo", proposed, after)
	}
}

func TestSearchingCountsAndGoesAround(t *testing.T) {
	p := newDesk(t).sit(100, 30)
	p.Press("/").Type("akinci").See("1/")
	p.Press("enter", "N").See("from the end").Press("n").See("from the top").Press("esc").Miss("from the top")
	p.Press("/").Type("no such words").See("not found").Press("esc").Miss("not found")
}

func TestSelectingBySentenceAndWord(t *testing.T) {
	d := newDesk(t)
	p := d.sit(100, 30)
	p.Press("]", "j", "j", "V", "j", "i").See("highlighted")
	n := d.briefing().Annotations
	if got := n[len(n)-1].Anchors[0].Exact; strings.Count(got, ".") < 2 {
		t.Errorf("two sentences were to be highlighted, got %q", got)
	}
	p.Press("v", "l", "i").See("highlighted")
	n = d.briefing().Annotations
	if got := n[len(n)-1].Anchors[0].Exact; len(strings.Fields(got)) != 2 {
		t.Errorf("two words were to be highlighted, got %q", got)
	}
}

func TestADraftSurvivesLeavingAndDying(t *testing.T) {
	d := newDesk(t)
	p := d.sit(100, 30)
	p.Press("]", "j", "a").Type("half a thou").Press("esc").See("kept as a draft")
	p.Press("a").See("half a thou", "draft")
	p.Press("esc")
	again := d.sit(100, 30)
	again.See("unfinished note was kept").Press("]", "j", "a").See("half a thou").Type("ght").Press("enter").See("note saved")
	again.Until("the draft is gone from the disk", d.noDrafts)
}

func TestANoteThatIsSavedLeavesNoDraft(t *testing.T) {
	d := newDesk(t)
	p := d.sit(100, 30)
	drafts := func(n int) func() bool {
		return func() bool {
			all, err := d.lib.Drafts(t.Context())
			return err == nil && len(all) == n
		}
	}
	p.Press("]", "j", "a").Type("a thought").Until("the draft is kept", drafts(1))
	p.Press("enter").See("note saved").Until("the draft is gone", drafts(0))
}

func TestComingBackToWhereOneLeftOff(t *testing.T) {
	d := newDesk(t)
	d.sit(100, 30).Press("]", "]", "]", "q").See("Briefings").Press("enter").See("section 3 of 8")
	d.sit(80, 24).See("section 3 of 8")
}

func TestAChangeByAnotherProcessShowsWithoutMovingTheText(t *testing.T) {
	through(t, "notes")
	d := newDesk(t)
	p := d.sit(160, 40)
	p.Press("]", "]", "7")
	before := p.Screen()
	n := &briefings.Annotation{Motivation: briefings.Commenting, Body: "from the other terminal", Head: briefings.Head{Origin: briefings.OriginAnalyst, State: briefings.StateLive, Anchors: []briefings.Anchor{}}}
	if _, err := d.open().Put(t.Context(), d.id, n); err != nil {
		t.Fatal(err)
	}
	p.See("from the other terminal")
	if textColumn(before) != textColumn(p.Screen()) {
		t.Errorf("the text moved from\n%s\nto\n%s", before, p.Screen())
	}
}

// textColumn cuts the text out of a frame of 160 cells.
func textColumn(screen string) string {
	var out []string
	for _, row := range strings.Split(screen, "\n")[2:38] {
		cells := []rune(row)
		out = append(out, string(cells[min(28, len(cells)):min(105, len(cells))]))
	}
	return strings.Join(out, "\n")
}

func TestFilteringTheLibrary(t *testing.T) {
	p := newDesk(t).browse(100, 30)
	p.See("A Turkish drone line", "1 briefing", "remove").
		Press("/").Type("corvette").See("No briefing holds all of these words").
		Press("esc").See("A Turkish drone line").
		Press("enter").See("Bottom line")
}

func TestTheBoardOfQuestionsLeadsToThePassage(t *testing.T) {
	through(t, "questions")
	p := newDesk(t).browse(120, 36)
	p.Press("2").See("Questions", "A Turkish drone line").
		Press("enter").See("3 min").
		Press("q").See("Questions").
		Press("q").See("Briefings").
		Press("8").See("that is for an open briefing: Enter opens one")
}

func TestTheBoardOfQuestionsSaysInFullWhyOneNeedsALook(t *testing.T) {
	through(t, "questions")
	d := newDesk(t)
	d.sit(100, 30).Press("2", "g", "t").See("accepted as an open question").
		Press("e").Type("due").Press("enter").Type("2026-01-02").Press("enter").See("saved").Press("q", "q")
	d.browse(80, 24).Press("2").See("why here", "overdue", "Needs a look: due 12 days ago", "A Turkish drone line in Pakistan: what is agreed, what is held back")
}

func TestHelpIsFilteredAndRuns(t *testing.T) {
	p := newDesk(t).sit(100, 30)
	p.Press("?").See("Help", "Most wanted here").Type("highlight").Miss("Most wanted here").Press("enter").See("highlighted")
}

func TestThePaletteNamesEveryAction(t *testing.T) {
	p := newDesk(t).sit(100, 60)
	p.Press(":").Type("zen").See("only the text").Press("enter").Miss("Outline")
}

func TestWhereARecordComesFrom(t *testing.T) {
	through(t, "questions")
	p := newDesk(t).sit(120, 36)
	p.Press("2", "p").See("passage", "origin", "read from the text by questions/")
	p.Press("q").Miss("origin")
}

func TestCorrectingAFieldIsRemembered(t *testing.T) {
	through(t, "questions")
	d := newDesk(t)
	p := d.sit(120, 36)
	p.Press("2", "e").See("priority").Type("priority").Press("enter").See("[medium]").Press("left", "enter").See("saved: priority").Press("esc")
	for _, q := range d.briefing().Questions {
		if e, ok := q.Edited["priority"]; ok && q.Priority == briefings.High && e.Was == "medium" && e.By == "analyst" {
			return
		}
	}
	t.Error("no question on disk has its priority edited")
}

func TestMarksAndJumps(t *testing.T) {
	p := newDesk(t).sit(100, 30)
	p.Press("]", "]", "m", "x").See("marked as x").Press("g").See("8 sections").Press("'", "x").See("section 2 of 8").
		Press("ctrl+o").See("8 sections").Press("alt+right").See("section 2 of 8").
		Press("'", "y").See("no mark y")
}

func TestExportSaysWhere(t *testing.T) {
	newDesk(t).sit(100, 30).Press("E").See("exported to notes.md")
}

func TestResizingKeepsThePlace(t *testing.T) {
	p := newDesk(t).sit(160, 40)
	p.Press("]", "]", "]", "j", "j")
	for _, size := range [][2]int{{80, 24}, {40, 12}, {200, 60}, {120, 36}, {20, 6}} {
		p.Size(size[0], size[1]).Fits()
	}
	p.Size(160, 40).See("section 3 of 8")
}

func TestATooSmallWindowSaysSo(t *testing.T) {
	newDesk(t).sit(10, 3).See("larger").Fits()
}

func TestAURLIsShownInFullAndOpenedAfterAYes(t *testing.T) {
	through(t, "references")
	d := newDesk(t)
	cfg := d.config()
	cfg.Open = d.id
	opened := ""
	cfg.Browse = func(url string) error { opened = url; return nil }
	p := d.with(cfg, 120, 36)
	p.Press("6", "o").See("Open in the browser?", "https://www.bloomberg.com/news/articles/2025-12-05/").Press("enter")
	if opened != "" {
		t.Fatalf("opened %s without a yes", opened)
	}
	p.Press("o", "right", "enter").See("opened https://")
	if !strings.HasPrefix(opened, "https://www.bloomberg.com/") {
		t.Errorf("opened %q", opened)
	}
}

func TestKeysAreBoundAnewAndClashesRefused(t *testing.T) {
	d := newDesk(t)
	cfg := d.config()
	cfg.Open, cfg.Keys = d.id, map[string][]string{"next-section": {"ctrl+n"}}
	d.with(cfg, 100, 30).See("Bottom line").Press("ctrl+n").See("section 1 of 8").Press("]").See("section 1 of 8").Press("?").See("Ctrl-N")
	for _, c := range []struct {
		name string
		keys map[string][]string
		want string
	}{
		{"a key bound twice", map[string][]string{"next-section": {"j"}}, `the key "j" is bound to`},
		{"an unknown action", map[string][]string{"fly": {"j"}}, `"fly", which is no action`},
		{"a key that there is not", map[string][]string{"zen": {"strg+z"}}, `there is no key "strg+z"`},
		{"modifiers that no terminal says so", map[string][]string{"zen": {"shift+ctrl+z"}}, `there is no key "shift+ctrl+z"`},
	} {
		cfg.Keys = c.keys
		if _, err := newApp(t.Context(), cfg); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}

// What the library has to say meanwhile stands in the status line, and is kept.
func TestAWarningOfTheLibraryIsShownAndKept(t *testing.T) {
	d := newDesk(t)
	cfg := d.config()
	notices := make(chan string, 1)
	cfg.Notices = notices
	p := d.with(cfg, 80, 24)
	notices <- "upgrading the library to format 9"
	p.See("upgrading the library to format 9").Press("j", ":").Type("messages").Press("enter").See("Messages", "upgrading the library to format 9")
}
