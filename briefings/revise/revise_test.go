package revise

import (
	"slices"
	"testing"
	"time"

	"dossier/briefings"
)

// reading makes a briefing of what an extractor would read: the records with
// their passages.
type reading struct {
	t    testing.TB
	rev  *briefings.Revision
	text *Text
	briefings.Briefing
}

func read(t testing.TB, markdown string, number int) *reading {
	rev := revisionOf(markdown, number)
	r := &reading{t: t, rev: rev, text: NewText(rev, nil)}
	r.ID, r.Title, r.Revision, r.Sections = "01B", "A line for drones", number, briefings.Outline(rev.Blocks)
	r.text = NewText(rev, r.Sections)
	return r
}

func (r *reading) head(h briefings.Handle, quote string) briefings.Head {
	return briefings.Head{Handle: h, Origin: briefings.OriginExtracted, State: briefings.StateLive, Generator: "test/1", Anchors: []briefings.Anchor{anchorAt(r.t, r.text, quote, 1)}}
}

func (r *reading) event(h briefings.Handle, when, quote string) *reading {
	r.Events = append(r.Events, briefings.Event{Head: r.head(h, quote), When: when, Text: quote, Status: briefings.Occurred})
	return r
}

func (r *reading) limit(h briefings.Handle, quote string) *reading {
	r.Limits = append(r.Limits, briefings.Limit{Head: r.head(h, quote), Text: quote, Type: briefings.Ceiling, Transfer: briefings.Withheld})
	return r
}

func (r *reading) actor(h briefings.Handle, name, quote string, aliases ...string) *reading {
	a := briefings.Actor{Head: r.head(h, quote), Name: name, Type: briefings.Organization}
	for _, alias := range aliases {
		a.Aliases = append(a.Aliases, briefings.Alias{Text: alias, Type: briefings.Variant})
	}
	a.Mentions = []briefings.Anchor{a.Anchors[0]}
	r.Actors = append(r.Actors, a)
	return r
}

func set(t testing.TB, r briefings.Record, field, value string) {
	t.Helper()
	if err := briefings.SetField(r, field, value, "analyst-one", time.Unix(0, 0)); err != nil {
		t.Fatal(err)
	}
}

func event(t testing.TB, b *briefings.Briefing, h briefings.Handle) *briefings.Event {
	t.Helper()
	e, ok := b.Record(h).(*briefings.Event)
	if !ok {
		t.Fatalf("the event %s is gone", h)
	}
	return e
}

const (
	ordered = "The buyer ordered six of them in 2021."
	batch   = "A second batch came in 2023."
)

// The table of the three-way merge, case by case.
func TestThreeWay(t *testing.T) {
	old := read(t, article, 1).event("e-order", "2021", ordered)
	changedText := edit(t, article, "Neither side", "Meanwhile, neither side")
	for _, c := range []struct {
		name              string
		mine, read        string // of the field "when"; "" leaves it
		want, pending, bs string
	}{
		{"untouched, read otherwise", "", "2021-05", "2021-05", "", ""},
		{"corrected, read as before", "2021~", "2021", "2021~", "", "2021"},
		{"corrected, read as corrected", "2021~", "2021~", "2021~", "", "2021~"},
		{"corrected, read yet otherwise", "2021~", "2022", "2021~", "2022", "2022"},
	} {
		b := old.Briefing
		b.Events = []briefings.Event{*old.Events[0].Clone().(*briefings.Event)}
		if c.mine != "" {
			set(t, &b.Events[0], "when", c.mine)
		}
		fresh := read(t, changedText, 2).event("e-other-name", c.read, ordered)
		out, report := Revise(&b, old.rev, fresh.rev, &fresh.Briefing)
		e := event(t, &out, "e-order")
		if e.When != c.want || e.Pending["when"].Value != c.pending || e.Base["when"] != c.bs {
			t.Errorf("%s: when %q, pending %+v, base %q", c.name, e.When, e.Pending, e.Base["when"])
		}
		if (len(report.Conflicts) == 1) != (c.pending != "") || len(out.Events) != 1 {
			t.Errorf("%s: conflicts %+v, %d events", c.name, report.Conflicts, len(out.Events))
		}
		if c.mine != "" && e.Edited["when"].By != "analyst-one" {
			t.Errorf("%s: the correction is forgotten", c.name)
		}
	}
}

func TestWhatIsNotReadAnyMore(t *testing.T) {
	old := read(t, article, 1).event("e-order", "2021", ordered).event("e-batch", "2023", batch)
	without := edit(t, article, " "+batch, "")
	fresh := read(t, without, 2).event("e-order", "2021", ordered)

	out, report := Revise(&old.Briefing, old.rev, fresh.rev, &fresh.Briefing)
	if e := event(t, &out, "e-batch"); e.State != briefings.StateRetired || !slices.Equal(report.Retired, []briefings.Handle{"e-batch"}) {
		t.Errorf("untouched: %q, %v", e.State, report.Retired)
	}
	worked := old.Briefing
	worked.Events = slices.Clone(old.Events)
	set(t, &worked.Events[1], "status", "planned")
	out, report = Revise(&worked, old.rev, fresh.rev, &fresh.Briefing)
	if e := event(t, &out, "e-batch"); !e.Live() || e.Anchors[0].State != briefings.Orphaned || !slices.Equal(report.Gone, []briefings.Handle{"e-batch"}) {
		t.Errorf("corrected: %q, %+v, %v", e.State, e.Anchors[0], report.Gone)
	}
	if len(report.Confirm) != 1 || report.Confirm[0].Record != "e-batch" {
		t.Errorf("not listed: %+v", report.Confirm)
	}
	noted := old.Briefing
	noted.Annotations = []briefings.Annotation{{Head: briefings.Head{Handle: "n-x", Origin: briefings.OriginAnalyst}, Re: "e-batch", Body: "see"}}
	if out, _ := Revise(&noted, old.rev, fresh.rev, &fresh.Briefing); !event(t, &out, "e-batch").Live() {
		t.Error("a record with a note on it was retired")
	}
	approved := old.Briefing
	approved.Events = slices.Clone(old.Events)
	for i := range approved.Events {
		briefings.Approve(&approved.Events[i], "analyst-one", time.Date(2026, 1, 14, 9, 0, 0, 0, time.UTC))
	}
	out, _ = Revise(&approved, old.rev, fresh.rev, &fresh.Briefing)
	if !event(t, &out, "e-batch").Live() || briefings.Awaits(event(t, &out, "e-order")) {
		t.Error("what a person let stand was retired, or waits for review again")
	}

	back := read(t, article, 3).event("e-order", "2021", ordered).event("e-batch", "2023", batch)
	retired, _ := Revise(&old.Briefing, old.rev, fresh.rev, &fresh.Briefing)
	retired.Sections = fresh.Sections
	again, report := Revise(&retired, fresh.rev, back.rev, &back.Briefing)
	if e := event(t, &again, "e-batch"); !e.Live() || len(again.Events) != 2 || !slices.Equal(report.Revived, []briefings.Handle{"e-batch"}) {
		t.Errorf("read again: %q, %d events, %v", e.State, len(again.Events), report.Revived)
	}
}

// A text comes back after another that was no text of the document at all: what was lost
// in between is looked for as the revision that had it had it, also words that stood in
// the text in between too, elsewhere and several times.
func TestWhatAnEarlierTextHadIsFoundAgain(t *testing.T) {
	first := read(t, article, 1).event("e-batch", "2023", batch)
	own := first.head("n-own", "not pass on the mission software")
	own.Origin = briefings.OriginAnalyst
	first.Annotations = append(first.Annotations, briefings.Annotation{Head: own, Body: "Ask the air desk."})
	wrong := read(t, "# Notes\n\nSomebody wrote: it will not pass on the mission software. Others wrote: it will not pass on the mission software.\n", 2)
	lost, _ := Revise(&first.Briefing, first.rev, wrong.rev, &wrong.Briefing)
	lost.Sections = wrong.Sections
	if a := lost.Annotations[0].Anchors[0]; a.Placed() {
		t.Fatalf("the note stands in the wrong text: %+v", a)
	}

	back := read(t, article, 3).event("e-batch", "2023", batch)
	earlier := Earlier(func(number int) *briefings.Revision {
		if number != 1 {
			return nil
		}
		return first.rev
	})
	out, report := earlier.Revise(&lost, wrong.rev, back.rev, &back.Briefing)
	if a, was := out.Annotations[0].Anchors[0], own.Anchors[0]; a.Adrift() || a.DocStart != was.DocStart || a.Revision != 0 {
		t.Errorf("the note is %+v, and stood at %d", a, was.DocStart)
	}
	if e := event(t, &out, "e-batch"); !e.Live() || len(report.Revived) != 1 {
		t.Errorf("the event is %s, back are %v", e.State, report.Revived)
	}
	if plain, _ := Revise(&lost, wrong.rev, back.rev, &back.Briefing); plain.Annotations[0].Anchors[0].Placed() {
		t.Error("without the earlier text there is no telling which of the places it was, and yet it is placed")
	}
}

func TestRejectedStaysAway(t *testing.T) {
	old := read(t, article, 1).event("e-order", "2021", ordered)
	old.Events[0].State = briefings.StateRejected
	fresh := read(t, edit(t, article, "Neither side", "So far neither side"), 2).event("e-anew", "2021", ordered)
	out, report := Revise(&old.Briefing, old.rev, fresh.rev, &fresh.Briefing)
	if len(out.Events) != 1 || out.Events[0].State != briefings.StateRejected || report.Suppressed != 1 {
		t.Errorf("%+v, suppressed %d", out.Events, report.Suppressed)
	}
}

func TestNewRecords(t *testing.T) {
	old := read(t, article, 1).event("e-order", "2021", ordered)
	mine := old.head("l-mine", "It will not pass on the mission software.")
	mine.Origin, mine.Generator = briefings.OriginAnalyst, ""
	old.Limits = []briefings.Limit{{Head: mine, Text: "mission software"}}
	fresh := read(t, article, 2).event("e-kept", "2021", ordered).event("e-order", "2023", batch).limit("l-read", "It will not pass on the mission software.")
	out, report := Revise(&old.Briefing, old.rev, fresh.rev, &fresh.Briefing)
	if e := event(t, &out, "e-order"); e.When != "2021" {
		t.Errorf("a handle was used twice: %+v", e)
	}
	if len(out.Events) != 2 || len(out.Limits) != 2 || len(report.New) != 2 {
		t.Errorf("%d events, %d limits, new %v", len(out.Events), len(out.Limits), report.New)
	}
	if !slices.Equal(report.Same, []Pair{{"l-read", "l-mine"}}) {
		t.Errorf("the like of an analyst's record is not offered: %v", report.Same)
	}
}

// Actors that a person judged to be one stay so in a new text; what events name
// follows.
func TestActorsJudgedTheSameStaySo(t *testing.T) {
	reading := func(text string, revision int) *reading {
		d := read(t, text, revision).actor("a-maker", "The maker", "The maker", "The maker").actor("a-buyer", "The buyer", "The buyer", "The buyer").event("e-order", "2021", ordered)
		d.Events[0].Actors = []briefings.Handle{"a-buyer"}
		return d
	}
	old, fresh := reading(article, 1), reading(edit(t, article, "Neither side", "Neither of the sides"), 2)
	out, _ := Revise(&old.Briefing, old.rev, fresh.rev, &fresh.Briefing)
	shown := briefings.NewJudgements([]briefings.Judgement{{ID: "1", By: "analyst-one", Op: briefings.Same,
		Actor: briefings.ActorName{Form: "the maker"}, Other: briefings.ActorName{Form: "the buyer"}}}).Curate(&out)
	if len(shown.Actors) != 2 {
		t.Fatalf("%d actors", len(shown.Actors))
	}
	maker, buyer := shown.Record("a-maker").(*briefings.Actor), shown.Record("a-buyer").(*briefings.Actor)
	if !maker.Live() || buyer.State != briefings.StateSuperseded || len(maker.Mentions) != 2 {
		t.Errorf("maker %q with %d mentions, buyer %q", maker.State, len(maker.Mentions), buyer.State)
	}
	if e := event(t, shown, "e-order"); !slices.Equal(e.Actors, []briefings.Handle{"a-maker"}) {
		t.Errorf("the event names %v", e.Actors)
	}
}

// What people added to a list and took out of it holds against a new reading.
func TestSetFields(t *testing.T) {
	for _, c := range []struct{ before, mine, read, want string }{
		{"a, b", "a, c", "a, b", "a, c"},
		{"a, b", "a, c", "a, b, d", "a, c, d"},
		{"a, b", "b", "a, b", "b"},
		{"", "x", "y", "x, y"},
	} {
		if got := mergedSet(c.before, c.mine, c.read); got != c.want {
			t.Errorf("%q made %q, read %q: %q, want %q", c.before, c.mine, c.read, got, c.want)
		}
	}
}

// Sections keep their handles under another title; a handle that went is not
// used for another section.
func TestSectionsKeepTheirHandles(t *testing.T) {
	old := read(t, article, 1)
	fresh := read(t, edit(t, article, "## Outlook", "## What comes next", "## Bottom line", "## Outlook"), 2)
	out, _ := Revise(&old.Briefing, old.rev, fresh.rev, &fresh.Briefing)
	got := map[string]briefings.Handle{}
	for _, s := range out.Sections {
		got[s.Title] = s.Handle
	}
	if got["What comes next"] != "s-outlook" || got["Outlook"] != "s-bottom-line" {
		t.Errorf("%v", got)
	}
}

// The same text read anew changes nothing.
func TestRevisingWithTheSameText(t *testing.T) {
	old := read(t, article, 1).event("e-order", "2021", ordered).actor("a-maker", "The maker", "The maker", "The maker").limit("l-software", "It will not pass on the mission software.")
	again := read(t, article, 2).event("e-order", "2021", ordered).actor("a-maker", "The maker", "The maker", "The maker").limit("l-software", "It will not pass on the mission software.")
	out, report := Revise(&old.Briefing, old.rev, again.rev, &again.Briefing)
	if lines := report.Lines(); len(lines) != 1 || report.Anchors.Kept != 3 || len(out.Records()) != 3 {
		t.Errorf("%q", lines)
	}
}

// What a person wrote on a question that a machine proposed stays with it.
func TestWhatAPersonWroteOnAProposedQuestionStays(t *testing.T) {
	const asked = "Neither side has named a site."
	proposed := func(r *reading) *reading {
		r.Questions = []briefings.Question{{Head: r.head("q-site", "named a site"), Text: asked, Status: briefings.Open, Proposed: true, Priority: briefings.Medium}}
		return r
	}
	old := proposed(read(t, article, 1))
	q := &old.Questions[0]
	q.Proposed, q.Owner, q.Tried = false, "analyst-two", "the press office"
	q.Indicators = []briefings.Indicator{{Text: "a tender", State: briefings.Watching}}
	fresh := proposed(read(t, edit(t, article, "35 systems", "38 systems"), 2))
	out, _ := Revise(&old.Briefing, old.rev, fresh.rev, &fresh.Briefing)
	if got := &out.Questions[0]; len(out.Questions) != 1 || got.Owner != q.Owner || got.Tried != q.Tried || !slices.Equal(got.Indicators, q.Indicators) || got.Proposed {
		t.Errorf("%+v", out.Questions)
	}
}

// An extractor that asks in other words is not one that asks something else:
// the question keeps its handle, and a person's wording stands.
func TestAQuestionAskedInOtherWordsIsTheSame(t *testing.T) {
	const statement = "Neither side has named a site."
	asking := func(number int, handle briefings.Handle, text string) *reading {
		r := read(t, article, number)
		r.Questions = []briefings.Question{{Head: r.head(handle, statement), Text: text, Status: briefings.Open, Proposed: true, Priority: briefings.Medium}}
		return r
	}
	const asked = "Will they name one?"
	old, fresh := asking(1, "q-neither-side-named", statement), asking(2, "q-will-they-name", asked)
	out, _ := Revise(&old.Briefing, old.rev, fresh.rev, &fresh.Briefing)
	if len(out.Questions) != 1 || out.Questions[0].Handle != "q-neither-side-named" || out.Questions[0].Text != asked {
		t.Errorf("of a proposal nobody touched: %+v", out.Questions)
	}
	old = asking(1, "q-neither-side-named", statement)
	set(t, &old.Questions[0], "text", "Where will it stand?")
	out, _ = Revise(&old.Briefing, old.rev, fresh.rev, &fresh.Briefing)
	if len(out.Questions) != 1 || out.Questions[0].Text != "Where will it stand?" || !out.Questions[0].Live() {
		t.Errorf("of one that a person wrote anew: %+v", out.Questions)
	}
}

// An actor that a person added is no extractor's to find: its mentions are looked for in
// the new text, also where the old one did not speak of it, and its passage is kept.
func TestAnAddedActorIsCountedInTheNewText(t *testing.T) {
	old := read(t, article, 1)
	old.actor("a-state", "Two states", "Two states")
	old.actor("a-maker", "The maker", "The maker has sold")
	own := &old.Actors[1]
	own.Origin, own.Generator = briefings.OriginAnalyst, ""
	own.Anchors[0] = anchorAt(t, old.text, "The maker", 1)
	own.Mentions = []briefings.Anchor{own.Anchors[0], anchorAt(t, old.text, "The maker", 2)}
	fresh := read(t, edit(t, article, "Neither side has named a site.", "Neither side has named a site, says the maker.", "## Outlook", "## What comes"), 2)
	fresh.actor("a-state", "Two states", "Two states")
	out, _ := Revise(&old.Briefing, old.rev, fresh.rev, &fresh.Briefing)
	a := out.Actors[1]
	if len(a.Mentions) != 3 || a.Mentions[1].Exact != "the maker" || a.Anchors[0].Exact != "The maker" || a.State != briefings.StateLive {
		t.Fatalf("it is spoken of %d times: %+v", len(a.Mentions), a)
	}
	if s := out.Sections[briefings.SectionAt(out.Sections, a.Mentions[1].DocStart)]; a.Mentions[1].Section != s.Handle {
		t.Errorf("a mention of %s stands in %s", s.Handle, a.Mentions[1].Section)
	}
}
