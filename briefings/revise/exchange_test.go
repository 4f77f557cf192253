package revise

import (
	"slices"
	"testing"
	"time"

	"dossier/briefings"
)

// copies returns two copies of a briefing as two analysts have them.
func copies(t testing.TB) (mine, theirs *briefings.Briefing) {
	r := read(t, article, 1).event("e-order", "2021", ordered).event("e-batch", "2023", batch)
	question := briefings.Question{Head: briefings.Head{Handle: "q-site", Origin: briefings.OriginAnalyst, State: briefings.StateLive, By: "analyst-one", Created: time.Unix(5, 0)},
		Text: "Which site?", Status: briefings.Open, Priority: briefings.Medium}
	r.Questions = []briefings.Question{question}
	clone := func() *briefings.Briefing {
		b := r.Briefing
		b.Questions, b.Events = nil, nil
		for _, rec := range r.Records() {
			b.Add(rec.Clone())
		}
		return &b
	}
	return clone(), clone()
}

func TestExchangeOfEqualCopies(t *testing.T) {
	mine, theirs := copies(t)
	out, report := Exchange(mine, theirs)
	if len(report.New)+len(report.Changed)+len(report.Conflicts) > 0 || len(out.Records()) != len(mine.Records()) {
		t.Errorf("%+v", report)
	}
}

func TestExchangeByField(t *testing.T) {
	for _, c := range []struct {
		name          string
		mine, theirs  string // what each made of "when", 2021
		want, pending string
		editor        string
	}{
		{"nobody", "", "", "2021", "", ""},
		{"they alone", "", "2021-05", "2021-05", "", "analyst-two"},
		{"I alone", "2021~", "", "2021~", "", "analyst-one"},
		{"both alike", "2021~", "2021~", "2021~", "", "analyst-one"},
		{"both otherwise", "2021~", "2021-05", "2021~", "2021-05", "analyst-one"},
	} {
		mine, theirs := copies(t)
		if c.mine != "" {
			set(t, &mine.Events[0], "when", c.mine)
		}
		if c.theirs != "" {
			if err := briefings.SetField(&theirs.Events[0], "when", c.theirs, "analyst-two", time.Unix(9, 0)); err != nil {
				t.Fatal(err)
			}
		}
		out, report := Exchange(mine, theirs)
		e := event(t, &out, "e-order")
		if e.When != c.want || e.Pending["when"].Value != c.pending || e.Edited["when"].By != c.editor {
			t.Errorf("%s: %q, pending %+v, edited %+v", c.name, e.When, e.Pending, e.Edited)
		}
		if (c.pending != "") != (len(report.Conflicts) == 1) || c.pending != "" && e.Pending["when"].By != "analyst-two" {
			t.Errorf("%s: %+v", c.name, report.Conflicts)
		}
	}
}

// A colleague's own records come in unreviewed; one that has the handle of
// another of mine gets a new one, and what names it follows.
func TestExchangeBringsRecords(t *testing.T) {
	mine, theirs := copies(t)
	note := func(by, body string) briefings.Annotation {
		return briefings.Annotation{Head: briefings.Head{Handle: "n-site", Origin: briefings.OriginAnalyst, State: briefings.StateLive, By: by, Created: time.Unix(7, 0)}, Body: body}
	}
	mine.Annotations = []briefings.Annotation{note("analyst-one", "mine on the site")}
	reply := note("analyst-two", "a reply")
	reply.Handle, reply.Re = "n-reply", "n-site"
	theirs.Annotations = []briefings.Annotation{note("analyst-two", "theirs on the site"), reply}
	out, report := Exchange(mine, theirs)
	if len(out.Annotations) != 3 || len(report.New) != 2 || len(report.Renamed) != 1 {
		t.Fatalf("%+v, %d notes", report, len(out.Annotations))
	}
	renamed := out.Record(report.Renamed[0].New).(*briefings.Annotation)
	got := out.Record("n-reply").(*briefings.Annotation)
	if renamed.Body != "theirs on the site" || got.Re != renamed.Handle || got.Origin != briefings.OriginImported || got.By != "analyst-two" {
		t.Errorf("renamed %+v, reply %+v", renamed, got)
	}
	if out.Record("n-site").(*briefings.Annotation).Body != "mine on the site" {
		t.Error("my note was replaced")
	}
}

// Both answered: mine counts, theirs is there as a proposal.
// Two who gave the same handle to records of their own exchange them as often as
// they like: each has both, and what one of them changes arrives at the other.
func TestExchangeBackAndForthOfOneHandle(t *testing.T) {
	mine, theirs := copies(t)
	note := func(by string, at int64) briefings.Annotation {
		return briefings.Annotation{Head: briefings.Head{Handle: "n-look", Origin: briefings.OriginAnalyst, State: briefings.StateLive, By: by, Created: time.Unix(at, 0)},
			Motivation: briefings.Commenting, Body: "Look at this."}
	}
	mine.Annotations, theirs.Annotations = []briefings.Annotation{note("analyst-one", 7)}, []briefings.Annotation{note("analyst-two", 8)}
	reply := note("analyst-two", 9)
	reply.Handle, reply.Body, reply.Re = "n-reply", "I did.", "n-look"
	theirs.Annotations = append(theirs.Annotations, reply)
	for round := range 3 {
		a, reportA := Exchange(mine, theirs)
		b, reportB := Exchange(theirs, mine)
		mine, theirs = &a, &b
		if n := len(reportA.New) + len(reportB.New); round > 0 && n > 0 {
			t.Errorf("round %d brings %v and %v anew", round, reportA.New, reportB.New)
		}
	}
	for _, b := range []*briefings.Briefing{mine, theirs} {
		if len(b.Annotations) != 3 {
			t.Fatalf("%d notes of three", len(b.Annotations))
		}
		if about := b.Record(b.Record("n-reply").(*briefings.Annotation).Re); about == nil || about.Common().By != "analyst-two" {
			t.Errorf("the reply is about %+v", about)
		}
	}
	if err := briefings.SetField(&theirs.Annotations[0], "body", "Look at this again.", "analyst-two", time.Unix(20, 0)); err != nil {
		t.Fatal(err)
	}
	a, report := Exchange(mine, theirs)
	if len(report.Changed) != 1 || a.Record(report.Changed[0]).Common().By != "analyst-two" || a.Record(report.Changed[0]).(*briefings.Annotation).Body != "Look at this again." {
		t.Errorf("a change of theirs arrives as %+v", report)
	}
}

func TestExchangeOfAnswers(t *testing.T) {
	answer := func(text, by string) briefings.Answer {
		return briefings.Answer{Text: text, By: by, At: time.Unix(9, 0)}
	}
	mine, theirs := copies(t)
	theirs.Questions[0].Accept(answer("In the north.", "analyst-two"))
	out, report := Exchange(mine, theirs)
	if q := &out.Questions[0]; q.Status != briefings.Answered || q.Current() == nil || q.Current().By != "analyst-two" || len(report.Conflicts) > 0 {
		t.Errorf("they alone: %+v", q)
	}
	mine.Questions[0].Accept(answer("In the south.", "analyst-one"))
	out, report = Exchange(mine, theirs)
	if q := &out.Questions[0]; q.Current().Text != "In the south." || len(q.Answers) != 2 || q.Answers[1].State != briefings.AnswerProposed || len(report.Conflicts) != 1 {
		t.Errorf("both: %+v, %+v", q, report.Conflicts)
	}
}

// A question that they gave up stays open here; that it is closed there waits
// beside it, and is taken by a person.
func TestExchangeOfAQuestionGivenUp(t *testing.T) {
	mine, theirs := copies(t)
	theirs.Questions[0].Status, theirs.Questions[0].Reason = briefings.Withdrawn, "settled elsewhere"
	out, report := Exchange(mine, theirs)
	q := &out.Questions[0]
	if q.Status != briefings.Open || q.Pending["status"].Value != "withdrawn" || len(report.Conflicts) != 1 {
		t.Fatalf("%+v, %+v", q, report)
	}
	if _, again := Exchange(&out, theirs); len(again.Conflicts) != 0 {
		t.Errorf("told twice: %+v", again.Conflicts)
	}
	if err := briefings.TakePending(q, "status", "analyst-one", time.Unix(9, 0)); err != nil || q.Status != briefings.Withdrawn || len(q.Pending) != 0 {
		t.Errorf("taken: %+v, %v", q, err)
	}
}

func TestExchangeKeepsRejections(t *testing.T) {
	mine, theirs := copies(t)
	mine.Events[0].State = briefings.StateRejected
	theirs.Events[1].State = briefings.StateRejected
	out, _ := Exchange(mine, theirs)
	if out.Events[0].State != briefings.StateRejected || out.Events[1].State != briefings.StateRejected {
		t.Errorf("%q, %q", out.Events[0].State, out.Events[1].State)
	}
}

func TestRecognise(t *testing.T) {
	known := []Known{
		{Meta: briefings.Meta{ID: "01A", Title: "Another", Source: "https://example.org/a"}, RawHash: "raw-a", TextHash: "text-a"},
		{Meta: briefings.Meta{ID: "01B", Title: "A line for drones", Source: "drones.txt"}, RawHash: "raw-b", TextHash: "text-b", Text: func() *Text { return textOf(article, 1) }},
	}
	other := "# A line for drones\n\nQuite another text stands here. Nothing of it was there before.\n"
	for _, c := range []struct {
		name     string
		meta     briefings.Meta
		markdown string
		raw      string
		text     string
		index    int
		want     Likeness
	}{
		{"the id", briefings.Meta{ID: "01B"}, other, "", "", 1, SameID},
		{"the bytes", briefings.Meta{}, article, "raw-b", "", 1, SameBytes},
		{"the text", briefings.Meta{}, article, "", "text-a", 0, SameText},
		{"the address", briefings.Meta{Source: "https://example.org/a"}, other, "", "", 0, SameSource},
		{"a file name alone", briefings.Meta{Source: "drones.txt", Title: "Other"}, other, "", "", -1, NewDocument},
		{"a file name and sentences", briefings.Meta{Source: "drones.txt", Title: "Other"}, edit(t, article, "35", "38"), "", "", 1, SameFile},
		{"title and sentences", briefings.Meta{Title: "A Line for Drones"}, edit(t, article, "35", "38"), "", "", 1, MaySame},
		{"the title alone", briefings.Meta{Title: "A line for drones"}, other, "", "", -1, NewDocument},
	} {
		rev := revisionOf(c.markdown, 1)
		rev.RawHash, rev.TextHash = c.raw, c.text
		if i, got := Recognise(&c.meta, rev, known); i != c.index || got != c.want {
			t.Errorf("%s: %d %q, want %d %q", c.name, i, got, c.index, c.want)
		}
	}
}

func TestChangedSections(t *testing.T) {
	a := Align(textOf(article, 1), textOf(edit(t, article, "35 systems", "38 systems"), 2))
	if got := a.ChangedSections(); !slices.Equal(got, []briefings.Handle{"s-background"}) {
		t.Errorf("%v", got)
	}
}
