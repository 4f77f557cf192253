package briefings

import (
	"strings"
	"testing"
	"time"
)

var noon = time.Date(2026, 1, 14, 12, 0, 0, 0, time.UTC)

func raised() Question {
	return Raise(" Where will the plant stand? ", Anchor{Exact: "no site has been named"}, "analyst-one", noon)
}

func TestARaisedQuestionIsComplete(t *testing.T) {
	q := raised()
	if q.Text != "Where will the plant stand?" || q.Status != Open || q.Priority != Medium || q.Review != "2026-01-28" ||
		q.Kinds[0] != Gap || q.Origin != OriginAnalyst || q.By != "analyst-one" || q.Anchors[0].Exact == "" {
		t.Errorf("got %+v", q)
	}
}

func TestTheLifeOfAQuestion(t *testing.T) {
	answer := Answer{Text: "At the old airfield.", By: "analyst-one", At: noon}
	for _, c := range []struct {
		why    string
		from   QuestionStatus
		answer bool
		to     QuestionStatus
		step   Step
		refuse string // part of the refusal, "" if it is allowed
	}{
		{"work begins", Open, false, Working, Step{}, ""},
		{"work is laid down", Working, false, Open, Step{}, ""},
		{"answered without an answer", Working, false, Answered, Step{}, "has no answer"},
		{"deferred without a date", Open, false, Deferred, Step{Today: "2026-01-14"}, "deferred until a day after 2026-01-14; name it, as in 2026-01-28"},
		{"deferred into the past", Open, false, Deferred, Step{Today: "2026-01-14", Review: "2026-01-13"}, "deferred until"},
		{"deferred to no date", Open, false, Deferred, Step{Today: "2026-01-14", Review: "spring"}, "deferred until"},
		{"deferred", Working, false, Deferred, Step{Today: "2026-01-14", Review: "2026-03-01"}, ""},
		{"taken up again", Deferred, false, Working, Step{}, ""},
		{"given up", Open, false, Unanswerable, Step{Reason: "the archive burned"}, ""},
		{"withdrawn", Working, false, Withdrawn, Step{}, ""},
		{"reopened without a reason", Withdrawn, false, Open, Step{Reason: " "}, "say why"},
		{"reopened", Answered, true, Open, Step{Reason: "the airfield was sold"}, ""},
		{"closed otherwise", Answered, true, Withdrawn, Step{}, ""},
		{"to where it is", Open, false, Open, Step{}, "open already"},
		{"to nowhere", Open, false, "done", Step{}, `"done" is no status`},
	} {
		q := raised()
		q.Proposed = true
		q.Status = c.from
		if c.answer {
			q.Accept(answer)
		}
		err := q.Move(c.to, c.step)
		switch {
		case c.refuse == "" && err != nil:
			t.Errorf("%s: %v", c.why, err)
		case c.refuse != "" && (err == nil || !strings.Contains(err.Error(), c.refuse)):
			t.Errorf("%s: %v, want a refusal that says %q", c.why, err, c.refuse)
		case c.refuse != "" && q.Status != c.from:
			t.Errorf("%s: refused, and the status is %s now", c.why, q.Status)
		case c.refuse == "" && (q.Status != c.to || q.Proposed || q.Reason != c.step.Reason):
			t.Errorf("%s: got %+v", c.why, q)
		}
	}
}

func TestDeferringSetsTheReviewDate(t *testing.T) {
	q := raised()
	if err := q.Move(Deferred, Step{Today: "2026-01-14", Review: "2026-03-01"}); err != nil || q.Review != "2026-03-01" {
		t.Errorf("review %s, %v", q.Review, err)
	}
}

func TestEarlierAnswersStayVisible(t *testing.T) {
	q := raised()
	q.Accept(Answer{Text: "At the airfield."})
	if err := q.Move(Open, Step{Reason: "it was sold"}); err != nil {
		t.Fatal(err)
	}
	if q.Current() != nil {
		t.Error("an answer still counts after the question was opened again")
	}
	if err := q.Move(Answered, Step{}); err == nil {
		t.Error("answered by an answer that no longer counts")
	}
	q.Accept(Answer{Text: "At the harbour."})
	if len(q.Answers) != 2 || q.Answers[0].State != AnswerSuperseded || q.Current().Text != "At the harbour." {
		t.Errorf("answers: %+v", q.Answers)
	}
	if q.Reason != "" {
		t.Errorf("answered, and the reason is still %q", q.Reason)
	}
}

func TestWordingIsChecked(t *testing.T) {
	for text, want := range map[string]string{
		"Where will it stand?": "",
		"Site unknown.":        "statement",
		"":                     "empty",
		"Where will it stand and who will pay and when does it open?": "several",
		"Where? When?": "several",
	} {
		q := Question{Text: text}
		if got := q.Lint(); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestDaysAfterFollowsTheCalendar(t *testing.T) {
	for _, c := range []struct {
		day  string
		n    int
		want string
	}{{"2026-01-20", 14, "2026-02-03"}, {"2024-02-20", 14, "2024-03-05"}, {"2025-12-31", 1, "2026-01-01"}, {"2025", 14, ""}, {"soon", 1, ""}} {
		if got := DaysAfter(c.day, c.n); got != c.want {
			t.Errorf("%d days after %s: %s, want %s", c.n, c.day, got, c.want)
		}
	}
}

func TestOverdueExpectationsBecomeQuestions(t *testing.T) {
	head := func(h Handle) Head {
		return Head{Handle: h, State: StateLive, Anchors: []Anchor{{Exact: "the passage"}}}
	}
	events := []Event{
		{Head: head("e-opening"), When: "2025-12", Status: Expected, Text: "the hall opens."},
		{Head: head("e-later"), When: "2026", Status: Planned, Text: "the second hall opens"},
		{Head: head("e-past"), When: "2025-12", Status: Occurred, Text: "the contract was signed"},
		{Head: head("e-asked"), When: "2024", Status: Planned, Text: "the first stone is laid"},
		{Head: head("e-open-end"), When: "2024/..", Status: Planned, Text: "deliveries go on"},
		{Head: Head{Handle: "e-no", State: StateRejected, Anchors: head("").Anchors}, When: "2024", Status: Planned},
	}
	raised := RaisedIn("b", []Question{{From: "e-asked"}, {}})
	raised.Add("another", "e-opening")
	var got []*Question
	for i := range events {
		if q := raised.Expectation("b", &events[i], "2026-01-14"); q != nil {
			got = append(got, q)
		}
	}
	if len(got) != 1 || got[0].From != "e-opening" || got[0].Text != "Did this come about: “the hall opens”?" {
		t.Fatalf("got %+v", got)
	}
	if q := got[0]; len(q.Anchors) != 1 || !q.Proposed || q.Rule != "expected for 2025-12, which has passed" {
		t.Errorf("got %+v", q)
	}
}
