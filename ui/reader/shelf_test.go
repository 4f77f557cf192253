package reader

import (
	"context"
	"testing"
	"time"

	"dossier/briefings"
)

// A date that was read from the text is told as such wherever the briefing's date
// shows, in one wording; in the list's column it stands in brackets.
func TestAnInferredDateIsToldAlikeEverywhere(t *testing.T) {
	d := newDesk(t)
	d.later(time.Minute)
	_, id := d.importLike("The line", func(b *briefings.Briefing) {
		b.Date, b.Reference = "", briefings.Dating{Date: "2025-12~", Rule: briefings.DatedByText}
	})
	d.later(time.Minute)
	d.importLike("The plant", func(b *briefings.Briefing) {
		b.Date, b.Reference = "", briefings.Dating{Date: "2026-01-14", Rule: briefings.DatedByImport}
	})
	p := d.browse(150, 40).See("3 briefings", "[c. Dec 2025]  Sample: The line", "undated        Sample: The plant", "undated ·").Press("j").See("c. Dec 2025 inferred ·")
	p.Press("e").See("Correct the briefing", "c. Dec 2025 inferred").Press("esc")
	p.Press("/").Type("dec 2025 inf").See("1 of 3").Press("esc").Press(":").Type("sort date").Press("enter").See("date↓", "1 of 3")
	p.Press("enter").See("Bottom line", "c. Dec 2025 inferred").Press("8").See("c. Dec 2025 inferred: e sets the date")
	p.Press("0", "e").Type("date").Press("enter").See("2025-12~").Type("5 Dec 2025").Press("enter").See("saved: date", "2025-12-05").Press("esc").Miss("inferred")
	p.Press("q", "q").See("2025-12-05  Sample: The line")
	if b, err := d.open().Briefing(t.Context(), id); err != nil || b.Date != "2025-12-05" {
		t.Errorf("on disk it is of %q: %v", b.Date, err)
	}
}

// A column that holds nothing takes no room from the titles.
func TestAListWithoutPublishersHasNoColumnForThem(t *testing.T) {
	d := newDesk(t)
	d.browse(120, 30).See("publisher", "dossier")
	if err := d.lib.SetMeta(t.Context(), d.id, func(m *briefings.Meta) { m.Publisher = "" }); err != nil {
		t.Fatal(err)
	}
	d.browse(120, 30).See("what is agreed, what is held back").Miss("publisher")
}

// What the filter is stays on the screen as long as it holds; / begins a new one, and
// an arrow goes on with the old one.
func TestAFilterIsShownAndBegunAnew(t *testing.T) {
	through(t, "questions")
	d := newDesk(t)
	d.later(time.Minute)
	d.importLike("Corvettes for the navy", bare)
	p := d.browse(80, 24).See("2 briefings")
	p.Press("/").Type("corv").See("1 of 2").Press("enter").See("/corv", "1 of 2 briefings", "Corvettes")
	p.Press("/").Type("drone").See("/drone", "1 of 2", "A Turkish drone").Miss("corv")
	p.Press("enter", "/", "end").Type("s").See("/drones").Press("ctrl+u").See("2 briefings")
	p.Type("navy").Press("enter", "/", "backspace").See("2 briefings").Press("esc")
	p.Press("2").See("6 questions").Press("/").Type("price").Press("enter").See("/price", "1 of 6 questions").
		Press("/").Type("site").See("/site").Miss("price").Press("esc").Miss("/site")
}

// Below a list the preview takes the rows that the list leaves, and no row of the list
// moves while one filters.
func TestThePreviewTakesTheRowsThatTheListLeaves(t *testing.T) {
	d := newDesk(t)
	d.later(time.Minute)
	d.importLike("Corvettes", func(b *briefings.Briefing) {})
	p := d.browse(80, 24).See("2 briefings", "are close to a deal", "2 withheld", "to review").Fits()
	p.Press("/").Type("corv").See("1 of 2", "2 withheld", "to review")
}

// What is one value is replaced by the first letter typed, as a form does everywhere;
// what is no date is refused with how one is written.
func TestADateInAFormIsReplacedByWhatIsTyped(t *testing.T) {
	d := newDesk(t)
	p := d.sit(80, 24).Press("e").Type("date").Press("enter").See("2025-12-08")
	p.Type("8 Decembr").Miss("2025-12-08").Press("enter").See("“8 Decembr” is no date; write it like 5 Dec 2025").Miss("EDTF")
	p.Type("er").See("8 Decembrer").Press("esc")
	p.Press("e").Type("date").Press("enter", "left", "backspace").Type("1").See("2025-12-18").Press("enter").See("saved: date").Press("esc")
	p.Press("e").Type("date").Press("enter").Paste("2025-11-02").Press("enter").See("saved: date").Press("esc")
	if b := d.briefing(); b.Date != "2025-11-02" {
		t.Errorf("on disk it is of %q", b.Date)
	}
}

// What was corrected from the list is taken back there; nothing else is.
func TestTheListTakesBackWhatWasDoneFromIt(t *testing.T) {
	d := newDesk(t)
	p := d.browse(100, 30).Press("U").See("nothing to undo here")
	p.Press("e").See("Correct the briefing").Type("tags").Press("enter").See("words, with commas").Press("ctrl+u").Type("drones").Press("enter").See("saved: tags", "Correct the briefing").Press("esc")
	p.Press("U").See("undone: tags are", "uav, technology").Press("ctrl+r").See("redone: tags are")
	if b := d.briefing(); len(b.Tags) != 1 {
		t.Errorf("on disk are %v", b.Tags)
	}
}

// A deletion is asked about in full, a letter chooses, and that nothing was deleted is
// said.
func TestADeletionIsAnsweredByALetter(t *testing.T) {
	d := newDesk(t)
	cfg := d.config()
	cfg.Removal = func(context.Context, string) (string, error) {
		return "“A Turkish drone line in Pakistan: what is agreed, what is held back” and its 2 notes; this cannot be undone", nil
	}
	deleted := false
	cfg.Remove = func(context.Context, string) (string, error) {
		deleted = true
		return "deleted: A Turkish drone line", nil
	}
	p := d.with(cfg, 80, 24)
	p.Press(":").Type("remove").Press("enter").See("and its 2", "this cannot be undone", "[no]").Fits().Press("y").See("[yes]").Press("n").See("[no]").Press("enter").See("not deleted")
	if deleted {
		t.Error("it was deleted without a yes")
	}
	p.Press(":").Type("remove").Press("enter").See("[no]").Press("y", "enter").See("deleted: A Turkish")
}
