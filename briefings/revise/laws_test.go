package revise

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dossier/briefings"
)

// maker reads the maker's record, its name and what else is called so.
func (r *reading) maker(aliases ...string) *reading {
	return r.actor("a-maker", "The maker", "The maker", aliases...)
}

func (r *reading) asked(h briefings.Handle) *reading {
	r.Questions = append(r.Questions, briefings.Question{Head: r.head(h, "named a site"), Text: "Where?", Status: briefings.Open, Proposed: true, Priority: briefings.Medium})
	return r
}

func (r *reading) reference(h briefings.Handle, title, url, quote string) *reading {
	r.References = append(r.References, briefings.Reference{Head: r.head(h, quote), Title: title, URL: url})
	return r
}

// What people did with a record that the new text does not have keeps it: any of it
// alone is enough.
func TestWhatPeopleWorkedOnStaysLive(t *testing.T) {
	without := edit(t, article, " "+batch, "", "Neither side has named a site. ", "", " The maker also builds", " They also build", "The maker has sold", "It sold")
	moment := time.Date(2026, 1, 14, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name string
		of   briefings.Handle
		work func(b *briefings.Briefing)
		want briefings.State
	}{
		{"nothing", "e-batch", func(*briefings.Briefing) {}, briefings.StateRetired},
		{"a field of their own", "e-batch", func(b *briefings.Briefing) {
			b.Events[0].Unknown = []briefings.KV{{Key: "desk", Value: []string{"air"}}}
		}, briefings.StateLive},
		{"evidence of a question", "e-batch", func(b *briefings.Briefing) {
			b.Questions = append(b.Questions, briefings.Question{Head: briefings.Head{Handle: "q-own", Origin: briefings.OriginAnalyst, State: briefings.StateLive}, Text: "How many?", Evidence: []briefings.Evidence{{Record: "e-batch"}}})
		}, briefings.StateLive},
		{"evidence that is only offered", "e-batch", func(b *briefings.Briefing) {
			b.Questions = append(b.Questions, briefings.Question{Head: briefings.Head{Handle: "q-own", Origin: briefings.OriginAnalyst, State: briefings.StateLive}, Text: "How many?", Evidence: []briefings.Evidence{{Record: "e-batch", Offered: true}}})
		}, briefings.StateRetired},
		{"nothing with a question", "q-site", func(*briefings.Briefing) {}, briefings.StateRetired},
		{"a question taken up", "q-site", func(b *briefings.Briefing) { b.Questions[0].Proposed = false }, briefings.StateLive},
		{"an answer", "q-site", func(b *briefings.Briefing) {
			b.Questions[0].Answers = []briefings.Answer{{Text: "In the north.", By: "analyst-one", At: moment, State: briefings.AnswerProposed}}
		}, briefings.StateLive},
		{"evidence for it", "q-site", func(b *briefings.Briefing) { b.Questions[0].Evidence = []briefings.Evidence{{Record: "e-batch"}} }, briefings.StateLive},
		{"nothing with an actor", "a-maker", func(*briefings.Briefing) {}, briefings.StateRetired},
		{"a mention denied", "a-maker", func(b *briefings.Briefing) { b.Actors[0].Not = b.Actors[0].Mentions }, briefings.StateLive},
		{"actors merged", "a-maker", func(b *briefings.Briefing) { b.Actors[0].Merges = []string{"The company"} }, briefings.StateLive},
	} {
		old := read(t, article, 1).event("e-batch", "2023", batch).asked("q-site").maker()
		c.work(&old.Briefing)
		fresh := read(t, without, 2)
		out, report := Revise(&old.Briefing, old.rev, fresh.rev, &fresh.Briefing)
		if got := out.Record(c.of).Common().State; got != c.want {
			t.Errorf("%s: %s is %s, want %s", c.name, c.of, got, c.want)
		}
		if told := slices.Contains(report.Gone, c.of); told != (c.want == briefings.StateLive) {
			t.Errorf("%s: told as gone %v: %v", c.name, told, report.Gone)
		}
	}
}

// What was retired stays so, and is no news when it is not read another time.
func TestWhatIsRetiredIsToldOnce(t *testing.T) {
	old := read(t, article, 1).event("e-batch", "2023", batch)
	without := edit(t, article, " "+batch, "")
	second, third := read(t, without, 2), read(t, edit(t, without, "35 systems", "38 systems"), 3)
	once, _ := Revise(&old.Briefing, old.rev, second.rev, &second.Briefing)
	again, report := Revise(&once, second.rev, third.rev, &third.Briefing)
	if event(t, &again, "e-batch").State != briefings.StateRetired || len(report.Retired) > 0 {
		t.Errorf("%s, retired %v", event(t, &again, "e-batch").State, report.Retired)
	}
}

// Over several texts: what a person decided in the first holds in the last.
func TestADecisionHoldsOverSeveralTexts(t *testing.T) {
	const anew, yetAnew = "The buyer ordered six of them early in 2021.", "The buyer had ordered six of these early in 2021."
	texts := []string{article, edit(t, article, ordered, anew), edit(t, article, ordered, yetAnew)}
	quotes := []string{ordered, anew, yetAnew}
	for _, c := range []struct {
		name   string
		decide func(e *briefings.Event)
		reads  []string // of "when", text by text
		check  func(e *briefings.Event) bool
	}{
		{"a rejected record, whose passage changed twice", func(e *briefings.Event) { e.State = briefings.StateRejected }, []string{"2021", "2021", "2021"},
			func(e *briefings.Event) bool { return e.State == briefings.StateRejected }},
		{"a correction that the text came round to", func(e *briefings.Event) { set(t, e, "when", "2021-05") }, []string{"2021", "2022", "2021-05"},
			func(e *briefings.Event) bool { return e.When == "2021-05" && len(e.Pending) == 0 }},
		{"a correction that waits against two readings", func(e *briefings.Event) { set(t, e, "when", "2021-05") }, []string{"2021", "2022", "2020"},
			func(e *briefings.Event) bool { return e.When == "2021-05" && e.Pending["when"].Value == "2020" }},
		{"a list of which a person took one out and put one in, and the last text has one more", func(e *briefings.Event) { set(t, e, "actors", "a-buyer, a-state") }, []string{"2021", "2021", "2021"},
			func(e *briefings.Event) bool {
				return slices.Equal(e.Actors, []briefings.Handle{"a-buyer", "a-state", "a-guest"})
			}},
		{"a tag", func(e *briefings.Event) { e.Tags = []string{"orders"} }, []string{"2021", "2021", "2021"},
			func(e *briefings.Event) bool { return slices.Equal(e.Tags, []string{"orders"}) }},
		{"a second passage", func(e *briefings.Event) {
			e.Anchors = append(e.Anchors, anchorAt(t, textOf(article, 1), "Announcements are expected", 1))
		}, []string{"2021", "2021", "2021"}, func(e *briefings.Event) bool {
			return len(e.Anchors) == 2 && e.Anchors[1].Exact == "Announcements are expected"
		}},
	} {
		var now briefings.Briefing
		var text *briefings.Revision
		for n := range texts {
			r := read(t, texts[n], n+1).event("e-order", c.reads[n], quotes[n])
			r.Events[0].Actors = []briefings.Handle{"a-buyer", "a-maker"}
			if n == 2 {
				r.Events[0].Actors = append(r.Events[0].Actors, "a-guest")
			}
			if n == 0 {
				c.decide(&r.Events[0])
				now, text = r.Briefing, r.rev
				continue
			}
			now, _ = Revise(&now, text, r.rev, &r.Briefing)
			text = r.rev
		}
		if len(now.Events) != 1 || !c.check(&now.Events[0]) {
			t.Errorf("%s: %+v", c.name, now.Events)
		}
	}
}

// What was rejected is known again by the passage that it was last read from.
func TestARejectedRecordFollowsWhatIsRead(t *testing.T) {
	const other = "Reports spoke of six drones for the buyer."
	reading := func(n int, quote, says string) *reading {
		r := read(t, edit(t, article, ordered, quote), n).event("e-order", "2021", quote)
		r.Events[0].Text = says
		return r
	}
	first, second, third := reading(1, ordered, "An order"), reading(2, other, "An order"), reading(3, other, "A purchase")
	first.Events[0].State = briefings.StateRejected
	then, _ := Revise(&first.Briefing, first.rev, second.rev, &second.Briefing)
	now, report := Revise(&then, second.rev, third.rev, &third.Briefing)
	if len(now.Events) != 1 || report.Suppressed != 1 {
		t.Errorf("%d events, %d suppressed", len(now.Events), report.Suppressed)
	}
}

// A record is the one that it was by its kind: events by passage and date, actors by
// name and alias, references by address.
func TestWhatIsReadAnewIsTheRecordThatItWas(t *testing.T) {
	const page, other = "https://example.org/drones", "https://example.org/others"
	for _, c := range []struct {
		name       string
		old, fresh *reading
		want       []string // handles afterwards
	}{
		{"an actor under a name that was an alias", read(t, article, 1).maker("The company"), read(t, article, 2).actor("a-company", "The company", "The maker"), []string{"a-maker"}},
		{"an actor of another name", read(t, article, 1).maker(), read(t, article, 2).actor("a-buyer", "The buyer", "The buyer"), []string{"a-maker", "a-buyer"}},
		{"a reference of one address and another title", read(t, article, 1).reference("r-one", "Drones", page, "six of them"), read(t, article, 2).reference("r-two", "Drones, a report", page, "six of them"), []string{"r-one"}},
		{"a reference of one title and another address", read(t, article, 1).reference("r-one", "Drones", page, "six of them"), read(t, article, 2).reference("r-two", "Drones", other, "six of them"), []string{"r-one", "r-two"}},
		{"two events of one sentence, by their dates", read(t, article, 1).event("e-one", "2021", ordered).event("e-two", "2022", ordered),
			read(t, article, 2).event("e-x", "2022", ordered).event("e-y", "2021", ordered), []string{"e-one", "e-two"}},
		{"a handle that another record has here", read(t, article, 1).event("e-one", "2021", ordered), read(t, article, 2).event("e-kept", "2021", ordered).event("e-one", "2023", batch), []string{"e-one", "e-second-batch-came"}},
	} {
		dates := map[briefings.Handle]string{}
		for _, e := range c.old.Events {
			dates[e.Handle] = e.When
		}
		out, _ := Revise(&c.old.Briefing, c.old.rev, c.fresh.rev, &c.fresh.Briefing)
		var got []string
		for _, r := range out.Records() {
			got = append(got, string(r.Common().Handle))
			if e, ok := r.(*briefings.Event); ok && dates[e.Handle] != "" && e.When != dates[e.Handle] {
				t.Errorf("%s: %s is of %s", c.name, e.Handle, e.When)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// What a person said of an actor holds against a new reading: its merges with their
// names, and the mentions that are not it.
func TestWhatAPersonSaidOfAnActorHolds(t *testing.T) {
	old := read(t, article, 1).maker("The maker", "The company")
	text := textOf(article, 1)
	denied := anchorAt(t, text, "The maker", 2)
	old.Actors[0].Merges, old.Actors[0].Not, old.Actors[0].Hidden = []string{"The company"}, []briefings.Anchor{denied}, true
	fresh := read(t, edit(t, article, "35 systems", "380 systems"), 2).maker("The maker")
	fresh.Actors[0].Mentions = append(fresh.Actors[0].Mentions, anchorAt(t, fresh.text, "The maker", 2))
	out, _ := Revise(&old.Briefing, old.rev, fresh.rev, &fresh.Briefing)
	a := out.Actors[0]
	if len(a.Aliases) != 2 || len(a.Merges) != 1 || !a.Hidden || len(a.Mentions) != 1 || a.Mentions[0].DocStart >= a.Not[0].DocStart {
		t.Errorf("%+v", a)
	}
}

// A quotation that an answer rests on is found again as any other passage is.
func TestEvidenceFollowsItsPassage(t *testing.T) {
	old := read(t, article, 1).asked("q-site")
	passage, elsewhere := anchorAt(t, old.text, batch, 1), anchorAt(t, old.text, batch, 1)
	old.Questions[0].Evidence = []briefings.Evidence{{Anchor: &passage}, {Briefing: "01OTHER", Anchor: &elsewhere}}
	fresh := read(t, edit(t, article, "## Background\n\n", "## Background\n\nA line was put in here. "), 2).asked("q-site")
	out, _ := Revise(&old.Briefing, old.rev, fresh.rev, &fresh.Briefing)
	got := out.Questions[0].Evidence
	if want := anchorAt(t, fresh.text, batch, 1).DocStart; got[0].Anchor.DocStart != want || got[1].Anchor.DocStart != elsewhere.DocStart {
		t.Errorf("here %d, want %d; of another briefing %d, want %d", got[0].Anchor.DocStart, want, got[1].Anchor.DocStart, elsewhere.DocStart)
	}
}

// The report tells all that became of a briefing, and first what changes a meaning.
func TestTheReportTellsAll(t *testing.T) {
	old := read(t, article, 1).event("e-order", "2021", ordered).event("e-batch", "2023", batch).limit("l-software", "It will not pass on the mission software.").limit("l-sold", "The maker has sold 35 systems abroad.")
	old.Events[0].State = briefings.StateRejected
	changed := edit(t, article, " "+batch, "", "mission software", "steering software", "35 systems", "38 systems",
		"## Bottom line", "## News\n\nA new part stands here, of which nobody had heard before.\n\n## Bottom line")
	at := strings.Index(changed, "## Outlook")
	changed = changed[:at]
	fresh := read(t, changed, 2).event("e-order", "2021", ordered).limit("l-software", "It will not pass on the steering software.").limit("l-sold", "The maker has sold 38 systems abroad.").maker()
	_, report := Revise(&old.Briefing, old.rev, fresh.rev, &fresh.Briefing)
	want := `sections: 1 added, 2 changed, 1 removed
passages: 2 kept
records: 1 new, 2 changed, 1 no longer found, 1 rejected before and left out`
	if got := strings.Join(report.Lines(), "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	own := read(t, article, 1).limit("l-software", "It will not pass on the mission software.").limit("l-sold", "The maker has sold 35 systems abroad.")
	for i := range own.Limits {
		own.Limits[i].Origin, own.Limits[i].Generator = briefings.OriginAnalyst, ""
	}
	_, report = Revise(&own.Briefing, own.rev, fresh.rev, &read(t, changed, 2).Briefing)
	want = `sections: 1 added, 2 changed, 1 removed
passages: 2 reading differently
l-sold: “The maker has sold 35 systems abroad.” reads differently now: a number, negation or name changed
l-software: “It will not pass on the mission software.” reads differently now`
	if got := strings.Join(report.Lines(), "\n"); got != want {
		t.Errorf("of an analyst's own: got\n%s\nwant\n%s", got, want)
	}
}
