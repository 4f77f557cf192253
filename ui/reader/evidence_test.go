package reader

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/briefings/intake"
	"dossier/ui/uitest"
)

const tender = `The Karasu tender

Published 12 January 2026

A notice in the gazette of 12 January 2026 names Kamra as the site of the drone line. The price is given as 240 million dollars, and the first hangar is to be finished within a year.

Neither ministry would say who wrote the notice.
`

// follow puts a second briefing into the library, as an import would.
func (d *desk) follow(name, text string) string {
	d.t.Helper()
	doc, err := intake.Read([]byte(text), intake.Options{Source: name, Now: d.clock.now()})
	if err != nil {
		d.t.Fatal(err)
	}
	in, err := d.lib.Import(d.t.Context(), extract.All(&doc.Revision, doc.Meta), doc.Revision)
	if err != nil {
		d.t.Fatal(err)
	}
	return in.ID
}

// offer gives a question of the sample a passage of another briefing to judge.
func (d *desk) offer(question, from, exact string) {
	d.t.Helper()
	other, err := d.lib.Briefing(d.t.Context(), from)
	if err != nil {
		d.t.Fatal(err)
	}
	rev, err := d.lib.Revision(d.t.Context(), from, 0)
	if err != nil {
		d.t.Fatal(err)
	}
	at := strings.Index(rev.Text(), exact)
	anchor := briefings.NewLocator(rev.Text(), other.Sections).Anchor(at, at+len(exact))
	q := find(d.t, d, question)
	if !q.Offer(briefings.Evidence{Briefing: from, Anchor: &anchor, Bearing: briefings.Context, Reason: "the words price, line"}) {
		d.t.Fatal("nothing new was offered")
	}
	if _, err := d.open().Put(d.t.Context(), d.id, q); err != nil {
		d.t.Fatal(err)
	}
}

const whenPrice = "When will the price be disclosed?"

const priced = "The price is given as 240 million dollars"

func TestOfferedEvidenceIsShownLinkedAndOpened(t *testing.T) {
	through(t, "outline", "questions")
	d := newDesk(t)
	from := d.follow("tender.txt", tender)
	d.offer(whenPrice, from, priced)
	p := d.sit(200, 50)
	p.Press("2").See("1 passage offered", "240 million", "offered")
	p.Press("j", "j", "j").See("From: The Karasu tender", "because of the words price, line")
	p.Press("t").See("linked, context: ").Miss("passage offered")
	p.Press("e").See("bearing").Press("left", "left", "enter").See("linked, supports: ")
	e := find(t, d, whenPrice).Evidence
	if len(e) != 1 || e[0].Offered || e[0].Bearing != briefings.Supports || e[0].By != "analyst" {
		t.Errorf("on disk is %+v", e)
	}
	p.Press("enter").See("The Karasu tender", "names Kamra")
}

func TestDismissedEvidenceStaysAway(t *testing.T) {
	through(t, "outline", "questions")
	d := newDesk(t)
	d.offer(whenPrice, d.follow("tender.txt", tender), priced)
	p := d.sit(200, 50)
	p.Press("2", "j", "j", "j", "D").See("dismissed, and not offered again").Miss("240 million")
	q := find(t, d, whenPrice)
	if !q.Evidence[0].Dismissed || q.State != briefings.StateLive {
		t.Errorf("on disk is %+v", q)
	}
	p.Press("U").See("240 million", "1 passage offered")
}

func TestASentenceIsEvidenceForAQuestionOfAnotherBriefing(t *testing.T) {
	d := newDesk(t)
	cfg := d.config()
	cfg.Open = d.follow("tender.txt", tender)
	p := d.with(cfg, 120, 36)
	p.Press("}", "}", "L").See("bear on?").Type("price").Press("enter").See("bearing").Press("enter").See("linked, supports: ")
	e := find(t, d, whenPrice).Evidence
	if len(e) != 1 || e[0].Briefing != cfg.Open || e[0].Bearing != briefings.Supports || !strings.Contains(e[0].Anchor.Exact, "Kamra") {
		t.Errorf("on disk is %+v", e)
	}
}

func TestAnAnswerOnOfferedEvidenceAloneIsAJudgement(t *testing.T) {
	through(t, "questions")
	d := newDesk(t)
	d.offer(whenPrice, d.follow("tender.txt", tender), priced)
	d.sit(120, 36).Press("2", "j", "j", "x").Type("It is out.").Press("enter", "enter", "right", "enter", "enter").See("answer saved")
	if a := find(t, d, whenPrice).Current(); a == nil || a.Basis != "judgement" {
		t.Errorf("answered with %+v", a)
	}
}

func TestWhatWasForeseenAndIsOverdueIsAskedAbout(t *testing.T) {
	through(t, "outline", "questions")
	d := newDesk(t)
	d.clock.set(time.Date(2027, 2, 1, 9, 0, 0, 0, time.UTC))
	p := d.sit(160, 48)
	p.Press("2", "&").Type("overdue").See("foreseen, the day has passed", "Did this come about").Press("enter")
	p.Press("t").See("accepted as an open question")
	asked := slices.ContainsFunc(d.briefing().Questions, func(q briefings.Question) bool {
		return q.From == "e-formal-announcements-expected" && !q.Proposed && q.Handle != "" && q.Review == "2027-02-15"
	})
	if !asked {
		t.Error("the question is not on disk as one of the analyst's")
	}
}

func TestAnExpectationIsNotAskedAboutTwice(t *testing.T) {
	through(t, "outline", "questions")
	d := newDesk(t)
	d.clock.set(time.Date(2027, 2, 1, 9, 0, 0, 0, time.UTC))
	p := d.sit(160, 48)
	p.Press("2", "&").Type("overdue").See("2 of").Press("enter", "D").See("rejected", "1 of")
}

func TestTheBoardAsksAboutWhatIsOverdueUntilItIsRejected(t *testing.T) {
	through(t, "questions")
	d := newDesk(t)
	d.clock.set(time.Date(2027, 2, 1, 9, 0, 0, 0, time.UTC))
	p := d.browse(160, 40)
	p.Press("2").See("which has passed", "Did this come about").Press("/").Type("did this come formal").Press("enter", "enter")
	p.See("3 min", "Formal announcements are expected").Press("2", "&").Type("formal overdue").Press("enter", "D").See("rejected")
	p.Press("q", "q").See("Questions").Press("/").Type("formal").Press("enter").Miss("Did this come about")
}

func TestAnAnswerWhoseBasisWasDoubtedComesUpForReview(t *testing.T) {
	through(t, "questions", "references")
	d := newDesk(t)
	q := find(t, d, "Will Pakistan get the mission software?")
	q.Evidence = []briefings.Evidence{{Briefing: d.id, Record: "r-bloomberg", Bearing: briefings.Supports, By: "analyst"}}
	if _, err := d.open().Put(t.Context(), d.id, q); err != nil {
		t.Fatal(err)
	}
	p := d.sit(120, 36)
	p.Press("6", "r", "e", "4").See("graded E4; 1 answer rests on it")
	p.Press("q", "q", "2").See("r-bloomberg is graded E4")
}

// Who follows evidence into another briefing comes back as from any jump, and
// goes there again.
func TestTheWayBackLeadsFromBriefingToBriefing(t *testing.T) {
	through(t, "outline", "questions")
	d := newDesk(t)
	from := d.follow("tender.txt", tender)
	d.offer(whenPrice, from, priced)
	cfg := d.config()
	cfg.Open = d.id
	app := d.app(cfg)
	p := uitest.Sit(t, app, 200, 50).See("Bottom line").Press("2", "j", "j", "j")
	here := app.doc.place
	p.Press("enter").See("names Kamra").Miss("Bottom line")
	p.Press("ctrl+o").See("Outline", "A Turkish drone line").Miss("names Kamra")
	if app.doc.place != here || here == 0 {
		t.Errorf("back one is at %d, not at %d", app.doc.place, here)
	}
	p.Press("alt+right").See("names Kamra").Press("alt+right").See("no place to go forward to")
	p.Press("backspace").Miss("names Kamra")
}

// Evidence beside a question takes nothing from what its row says: when it is due, and
// on the board no expectation is an overdue question.
func TestAQuestionWithEvidenceStillSaysWhenItIsDue(t *testing.T) {
	through(t, "questions")
	d := newDesk(t)
	q := find(t, d, whenPrice)
	q.Due, q.Proposed = "2026-01-20", false
	if _, err := d.open().Put(t.Context(), d.id, q); err != nil {
		t.Fatal(err)
	}
	p := d.sit(80, 24)
	p.Press("2", "&").Type("price").Press("enter").See("due 20 Jan").Press("0", "g", "}", "}", "L").See("bear on?").Type("price").
		Press("enter").See("bearing").Press("right", "enter").See("linked, contradicts: ")
	p.Press("2").See("due 20 Jan").Press("esc").See("− ", "due 20 Jan")

	d.clock.set(time.Date(2027, 2, 1, 9, 0, 0, 0, time.UTC))
	d.browse(110, 30).Press("2").See("day passed").Press("/").Type("did this come").See("day passed").Miss("overdue")
}

// A judgement of what is yet to come is no end of its question, unless one says so; its
// likelihood and confidence are seen before the words, which may be cut.
func TestAForecastStaysOpenAndShowsItsJudgementFirst(t *testing.T) {
	through(t, "questions")
	d := newDesk(t)
	q := find(t, d, whenPrice)
	q.Kinds = []briefings.QuestionKind{briefings.Forecast}
	if _, err := d.open().Put(t.Context(), d.id, q); err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("The talks are advanced, and neither side has denied it. ", 6)
	p := d.sit(80, 24)
	p.Press("2", "&").Type("price").Press("enter", "x").Type(long).Press("enter", "right", "right", "right", "right", "right", "enter", "right", "right", "enter").
		See("[stays open]").Press("enter").See("answer saved; the question stays open", "likely · moderate confidence")
	p.Press("&", "ctrl+u").Type("site").Press("enter", "x").Type("At Kamra.").Press("enter", "enter", "right", "enter").See("[is answered]")
}

// An answer that was begun to what is asked of an entry finds it again, also after it was
// asked in earnest; one that is about nothing any more can be used or thrown away.
func TestADraftOfAnAnswerFindsItsPlaceAgain(t *testing.T) {
	through(t, "questions", "timeline")
	d := newDesk(t)
	d.clock.set(time.Date(2027, 2, 1, 9, 0, 0, 0, time.UTC))
	p := d.sit(120, 36)
	p.Press("2", "&").Type("overdue").See("Did this come about").Press("enter", "x").See("Answer").Type("Half of it").Press("esc").See("kept as a draft")
	p.Press(".").See("Answer (draft)", "Half of it").Press("esc")
	p.Press("esc", "0", "g", ".").See("Answer (draft)", "Half of it").Press("esc").Press("q", "q").See("Briefings")

	again := d.sit(120, 36)
	again.See("an unfinished answer was kept", "the question “Did this come about").Press(".").See("Answer (draft)", "Half of it").Press("esc")

	lost := briefings.Draft{Briefing: d.id, Purpose: "answer", Record: "q-gone", Text: "Lost words", At: d.clock.now().Add(time.Hour)}
	if err := d.lib.SetDraft(t.Context(), lost); err != nil {
		t.Fatal(err)
	}
	third := d.sit(120, 36)
	third.See("something that is gone").Press("g", ".").See("Lost words", "go on with it as a note", "copy it", "throw it away").
		Press("enter").See("Note", "Lost words").Press("enter").See("note saved")
	drafts, err := d.lib.Drafts(t.Context())
	third.Until("the lost draft is gone", func() bool {
		drafts, err = d.lib.Drafts(t.Context())
		return err == nil && len(drafts) == 1 && drafts[0].Text == "Half of it"
	})
	if err := d.lib.SetDraft(t.Context(), lost); err != nil {
		t.Fatal(err)
	}
	d.sit(120, 36).See("something that is gone").Press(".").See("throw it away").Press("down", "down", "down", "enter").See("thrown away: Lost words").
		Until("it is gone from the library", func() bool {
			drafts, err = d.lib.Drafts(t.Context())
			return err == nil && len(drafts) == 1
		})
}

// What was to be done from a board and is given up leads back to the board.
func TestGivingUpLeadsBackToTheBoard(t *testing.T) {
	through(t, "questions")
	d := newDesk(t)
	d.browse(110, 30).Press("2").See("why here").Press("j", "x").See("Answer").Press("esc").See("why here").Miss("Answer “").
		Press("x").See("Answer").Type("half").Press("esc").See("why here", "kept as a draft").
		Press("e").See("Correct the question").Press("enter").See("question").Press("esc").See("why here")
}
