package reader

import (
	"context"
	"strings"
	"testing"
	"time"

	"dossier/briefings"
	"dossier/briefings/extract"
	"dossier/briefings/intake"
	"dossier/briefings/revise"
)

// Sessions after a re-import: nothing that a person wrote is lost, and what
// changed is seen.

const (
	poorer   = "What would cross the border is labour, testing and upkeep."
	lostNote = "ask who checks the upkeep"
)

// note writes a note on a passage, as an earlier session did.
func (d *desk) note(passage, body string) briefings.Handle {
	d.t.Helper()
	return d.noteIn(d.lib, passage, body)
}

// noteIn does so in the library as somebody has it open.
func (d *desk) noteIn(lib interface {
	Put(context.Context, string, ...briefings.Record) ([]briefings.Record, error)
}, passage, body string) briefings.Handle {
	d.t.Helper()
	rev, err := d.lib.Revision(d.t.Context(), d.id, 0)
	if err != nil {
		d.t.Fatal(err)
	}
	text := rev.Text()
	at := strings.Index(text, passage)
	if at < 0 {
		d.t.Fatalf("the sample has no %q", passage)
	}
	n := &briefings.Annotation{Motivation: briefings.Commenting, Body: body, Head: briefings.Head{Origin: briefings.OriginAnalyst, State: briefings.StateLive,
		Anchors: []briefings.Anchor{briefings.NewLocator(text, d.briefing().Sections).Anchor(at, at+len(passage))}}}
	kept, err := lib.Put(d.t.Context(), d.id, n)
	if err != nil {
		d.t.Fatal(err)
	}
	return kept[0].Common().Handle
}

// reimport takes the text in with pairs of words exchanged, as another process
// does.
func (d *desk) reimport(edits ...string) {
	d.t.Helper()
	d.clock.set(d.clock.now().Add(time.Hour))
	lib := d.open()
	rev, err := lib.Revision(d.t.Context(), d.id, 0)
	if err != nil {
		d.t.Fatal(err)
	}
	markdown := rev.Markdown
	for i := 0; i < len(edits); i += 2 {
		if !strings.Contains(markdown, edits[i]) {
			d.t.Fatalf("the text has no %q", edits[i])
		}
		markdown = strings.Replace(markdown, edits[i], edits[i+1], 1)
	}
	doc, err := intake.Read([]byte(markdown), intake.Options{Source: "again.md"})
	if err != nil {
		d.t.Fatal(err)
	}
	old := d.briefing()
	doc.Revision.Number = old.Revision + 1
	fresh := extract.All(&doc.Revision, doc.Meta)
	merged, _ := revise.Revise(old, rev, &doc.Revision, &fresh)
	if err := lib.Revise(d.t.Context(), d.id, merged, doc.Revision); err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) record(h briefings.Handle) *briefings.Head {
	d.t.Helper()
	r := d.briefing().Record(h)
	if r == nil {
		d.t.Fatalf("no record %s on disk", h)
	}
	return r.Common()
}

func TestALostNoteIsShownWhereItWasAndAttachedWithOneKey(t *testing.T) {
	d := newDesk(t)
	h := d.note(poorer, lostNote)
	d.keepsReading(d.sit(120, 36).Press("]", "q"))
	d.reimport(" "+poorer, "")
	p := d.sit(120, 36)
	p.See("1 passage lost").Press("g", "]").See(lostNote+": “", "no longer in the text, as it was in revision 1")
	p.Press("1", "w").See("1 of 1: the note “ask who checks the upkeep” was on “What would cross the border")
	p.Press("M").See("Where does “What would cross the border", "The knowledge of how to design")
	if a := d.record(h).Anchors[0]; a.State != briefings.Orphaned {
		t.Errorf("it was attached to whatever stands where it was: %+v", a)
	}
	p.Press("enter").See("the note “ask who checks the upkeep” attached to “")
	if a := d.record(h).Anchors; len(a) != 1 || a[0].State != briefings.Anchored || a[0].Exact == poorer || a[0].Revision != 0 {
		t.Errorf("on disk it stands at %+v", a)
	}
	p.Miss("no longer in the text").Press("w").See("every passage is in its place")
	p.Press("U").See("undo", "no longer in the text")
	if a := d.record(h).Anchors[0]; a.State != briefings.Orphaned || a.Exact != poorer {
		t.Errorf("after the undo it stands at %+v", a)
	}
}

func TestALostNoteIsAttachedFromItsPane(t *testing.T) {
	through(t, "notes")
	d := newDesk(t)
	h := d.note(poorer, lostNote)
	d.reimport(" "+poorer, "")
	p := d.sit(120, 36)
	p.Press("7", "G").See("no longer in the text", "lists where it may stand now").Press("enter").See("this is where it was")
	p.Press("7", "G", "M").See("Where does").Press("enter").See("the note “ask who checks the upkeep” attached to “")
	if a := d.record(h).Anchors[0]; a.State != briefings.Anchored {
		t.Errorf("on disk it stands at %+v", a)
	}
}

// A line that stands twice, of which one went with all that stood beside it.
func TestAGuessIsToldAndConfirmedWithOneKey(t *testing.T) {
	through(t, "notes")
	d := newDesk(t)
	d.reimport("What would cross the border", "Ask again in spring. What would cross the border")
	h := d.note("Ask again in spring.", "who asks?")
	d.reimport("Ask again in spring. What would cross the border", "Nobody knew. Ask again in spring. It rained. What may cross a border")
	if a := d.record(h).Anchors[0]; a.State != briefings.Drifted {
		t.Fatalf("it stands at %+v", a)
	}
	p := d.sit(120, 36).See("who asks?   to confirm: M   analyst")
	p.Press("7").See("to confirm").Press("w").See("is here by best guess").Press("M").See("the place of the note “who asks?” is confirmed")
	if a := d.record(h).Anchors[0]; a.State != briefings.Anchored || a.Exact != "Ask again in spring." {
		t.Errorf("on disk it stands at %+v", a)
	}
	p.Press("w").See("every passage is in its place")
}

func TestADriftedNoteIsConfirmedOrMovedWithOneKey(t *testing.T) {
	through(t, "notes")
	d := newDesk(t)
	h := d.note("Baykar now counts over 35 states as customers", "which ones?")
	d.reimport("over 35 states", "over 38 states")
	p := d.sit(120, 36)
	p.Press("7").See("to confirm").Press("w").See("reads differently here").Press("M").See("the place of the note “which ones?” is confirmed")
	if a := d.record(h).Anchors[0]; a.State != briefings.Anchored || !strings.Contains(a.Exact, "38") {
		t.Errorf("on disk it stands at %+v", a)
	}
	p.Press("U").See("undone:").Press("w", "0", "}", "V", "M").See("the note “which ones?” attached to “")
	if a := d.record(h).Anchors[0]; a.State != briefings.Anchored || strings.Contains(a.Exact, "38") {
		t.Errorf("moved to %+v", a)
	}
}

func TestWhatChangedSinceOneRead(t *testing.T) {
	through(t, "outline")
	d := newDesk(t)
	d.note("the Akıncı in 2023", "check the month")
	p := d.sit(160, 44)
	for range 8 {
		p.Press("]")
	}
	d.keepsReading(p.Press("G", "j", "q").See("read"))
	d.reimport("over 35 states", "over 38 states", "Islamabad gains time.", "Islamabad gains time. It gains money too.", " "+poorer, "")
	d.browse(120, 44).See("changed\n")
	p = d.sit(160, 44)
	p.See("changed since you read: 3 sections", "± How it came to this").Press("R").
		See("Changed from revision 1 to 2", "[-35-]", "{+38+}", "(a number", "It gains money too.")
	p.Press("n", "N").See("{+38+}").Size(80, 24).See("S marks read").Size(160, 44).Press("esc").Miss("{+38+}").Press("R", "j", "enter").Miss("{+38+}")
	again := d.sit(160, 44)
	again.See("± How it came to this", "R shows it").Press("R", "S").See("marked as read").Miss("±")
	d.browse(120, 44).Miss("changed\n")
	d.sit(160, 44).Miss("±", "changed since you read").Press("R").See("[-35-]")
}

// A document that is opened as a file again is shown at once, and what was read of
// it is not forgotten.
func TestAFileOpenedAgainKeepsWhatWasRead(t *testing.T) {
	through(t, "outline")
	d := newDesk(t)
	p := d.sit(160, 44)
	d.later(time.Minute)
	d.keepsReading(p.Press("]", "]", "]", "q").See("Briefings"))
	d.reimport("Islamabad gains time.", "Islamabad gains time. It gains money too.")
	rev, err := d.lib.Revision(t.Context(), d.id, 0)
	if err != nil {
		t.Fatal(err)
	}
	b := d.briefing()
	shown := briefings.Briefing{Meta: b.Meta, Sections: b.Sections}
	shown.ID = ""
	cfg := d.config()
	cfg.Incoming = &Incoming{Briefing: &shown, Revision: rev, Store: func(context.Context) (string, string, error) { return d.id, "revision 2", nil }}
	p = d.with(cfg, 160, 44)
	p.See("changed since you read: 1 section", "● Bottom line", "± What each side").Press("q").See("Briefings")
	if r, err := d.lib.Reading(t.Context(), d.id); err != nil || len(r.Sections) < 2 || r.Revision != 1 {
		t.Errorf("on disk is %+v, %v", r, err)
	}
}

func TestReadingAChangedSectionClearsIt(t *testing.T) {
	through(t, "outline")
	d := newDesk(t)
	d.keepsReading(d.sit(160, 44).Press("]", "]", "q"))
	d.reimport("Islamabad gains time.", "Islamabad gains time. It gains money too.")
	p := d.sit(160, 44)
	p.See("± What each side").Press("g", "]", "]", "]", "]", "]").See("± What each side").Press("[")
	d.later(time.Minute)
	p.Press("]").See("▸ Limits on").Miss("±").Press("q").See("Briefings").Until("on disk it is read", func() bool {
		r, err := d.lib.Reading(t.Context(), d.id)
		return err != nil || r.Revision == 2 && len(r.Seen) == 0
	})
}

func TestTheValueThatWaitsIsTakenOrDropped(t *testing.T) {
	through(t, "questions")
	for _, c := range []struct{ choice, want string }{{"take", "low"}, {"keep what", "high"}} {
		d := newDesk(t)
		q := find(t, d, "When will the price be disclosed?").Clone().(*briefings.Question)
		q.Priority, q.Pending = briefings.High, map[string]briefings.Proposal{"priority": {Value: "low", By: "bora"}}
		if _, err := d.lib.Put(t.Context(), d.id, q); err != nil {
			t.Fatal(err)
		}
		p := d.sit(120, 36)
		p.Press("2", "g", "j", "j").See("±? When will the price", "Waits: priority “low” from bora; e").Press("e").See("take “low”", "keep what stands").
			Type(c.choice).Press("enter").Miss("Waits").Miss("±?")
		if got := d.briefing().Record(q.Handle).(*briefings.Question); string(got.Priority) != c.want || len(got.Pending) > 0 {
			t.Errorf("%s: on disk the priority is %q, waiting %v", c.choice, got.Priority, got.Pending)
		}
	}
}

func TestRecordsThatCameAndWentAreListed(t *testing.T) {
	d := newDesk(t)
	d.keepsReading(d.sit(120, 44).Press("]", "]", "q").See("Briefings"))
	d.reimport("Islamabad gains time.", "Islamabad gains time. In March 2027 the first crew will be trained.", "Pakistan ordered the TB2 in 2021 and had it in service soon afterwards. ", "")
	d.sit(120, 44).See("changed since you read").Press("R", "G").See("new records", "no longer in the source", "the first crew will be trained", "Pakistan ordered the TB2").Miss("a-istanbul")
}
