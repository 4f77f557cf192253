package briefings

import (
	"strings"
	"testing"
	"time"
)

const today = "2026-01-14"

// line prints a row as "handle: reasons".
func line(r Row) string {
	var reasons []string
	for _, d := range r.Reasons {
		reasons = append(reasons, string(d.Flag)+" ("+d.Reason+")")
	}
	return string(r.Question.Handle) + ": " + strings.Join(reasons, ", ")
}

func TestTheReviewQueueSaysWhyInAFixedOrder(t *testing.T) {
	ask := func(h Handle, change func(*Question)) Asked {
		q := raised()
		q.Handle, q.Review = h, ""
		change(&q)
		return Asked{Briefing: "B1", Question: &q}
	}
	weak := ask("q-weak", func(q *Question) { q.Accept(Answer{Text: "Yes."}) })
	weak.WeakBasis = "r-paper is graded E5"
	queue := ReviewQueue([]Asked{
		ask("q-quiet", func(q *Question) { q.Review = "2026-02-01" }),
		ask("q-stale", func(q *Question) { q.Review = "2026-01-02" }),
		ask("q-idle", func(q *Question) { q.Created = noon.AddDate(0, 0, -33); q.Modified = q.Created }),
		ask("q-lost", func(q *Question) { q.Anchors[0].State = Orphaned }),
		weak,
		ask("q-offered", func(q *Question) {
			q.Evidence = []Evidence{{Offered: true}, {Offered: true}, {Offered: true, Dismissed: true}}
		}),
		ask("q-soon", func(q *Question) { q.Due = "2026-01-19" }),
		ask("q-late", func(q *Question) { q.Due = "2026-01-11"; q.Review = "2026-01-01" }),
		ask("q-late-high", func(q *Question) { q.Due = "2026-01-13"; q.Priority = High }),
		ask("q-closed", func(q *Question) { q.Due = "2026-01-11"; q.Status = Withdrawn }),
		ask("q-proposal", func(q *Question) { q.Due = "2026-01-11"; q.Proposed = true }),
		ask("q-rejected", func(q *Question) { q.Due = "2026-01-11"; q.State = StateRejected }),
		ask("q-month", func(q *Question) { q.Due = "2026-01" }),
	}, today)
	want := `q-late-high: overdue (due 1 day ago)
q-late: overdue (due 3 days ago), stale (to be looked at again since 2026-01-01)
q-soon: due-soon (due in 5 days)
q-offered: new-evidence (2 passages offered as evidence)
q-weak: weak-basis (r-paper is graded E5)
q-lost: orphaned-anchor (its passage is not in the text any more)
q-stale: stale (to be looked at again since 2026-01-02)
q-idle: stale (no look for 33 days)`
	var got []string
	for _, r := range queue {
		got = append(got, line(r))
	}
	if strings.Join(got, "\n") != want {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), want)
	}
}

func TestContraryEvidenceBringsAnAnsweredQuestionBack(t *testing.T) {
	q := raised()
	q.Accept(Answer{Text: "Yes.", At: noon})
	q.Evidence = []Evidence{{Bearing: Contradicts, At: noon.Add(-time.Hour)}, {Bearing: Supports, At: noon.Add(time.Hour)}}
	if got := q.Flags(today, ""); len(got) != 0 {
		t.Errorf("flags %v before contrary evidence came", got)
	}
	q.Evidence = append(q.Evidence, Evidence{Bearing: Contradicts, At: noon.Add(time.Hour)})
	got := q.Flags(today, "")
	if len(got) != 1 || got[0].Reason != "contrary evidence since the answer: 1 passage" {
		t.Errorf("flags %v", got)
	}
}

func TestADeferredQuestionSleepsUntilItsDay(t *testing.T) {
	q := raised()
	if err := q.Move(Deferred, Step{Today: today, Review: "2026-03-01"}); err != nil {
		t.Fatal(err)
	}
	if got := q.Flags("2026-02-28", ""); len(got) != 0 {
		t.Errorf("flags %v the day before", got)
	}
	if got := q.Flags("2026-03-01", ""); len(got) != 1 || got[0].Flag != FlagStale {
		t.Errorf("flags %v on the day", got)
	}
}

func TestAnEmptyQueueIsReachable(t *testing.T) {
	q := raised()
	if rows := ReviewQueue([]Asked{{"B1", &q, ""}}, today); len(rows) != 0 {
		t.Errorf("a fresh question stands in the queue: %s", line(rows[0]))
	}
}

func TestAnAnswerIsWeakWhenItsBasisIs(t *testing.T) {
	records := map[Handle]Record{
		"r-bad":  &Reference{Grade: Grade{Reliability: "E"}},
		"r-good": &Reference{Grade: Grade{Reliability: "B", Credibility: "2"}},
		"e-gone": &Event{Head: Head{State: StateRetired}},
	}
	find := func(_ string, h Handle) Record {
		if r, ok := records[h]; ok {
			return r
		}
		return nil
	}
	for handle, want := range map[Handle]string{"r-bad": "r-bad is graded E–", "r-good": "", "e-gone": "e-gone vanished from its source", "e-unknown": ""} {
		q := raised()
		q.Evidence = []Evidence{{Record: handle}}
		if got := WeakBasis(&q, find); got != "" {
			t.Errorf("%s: %q without an answer", handle, got)
		}
		q.Accept(Answer{Text: "Yes."})
		if got := WeakBasis(&q, find); got != want {
			t.Errorf("%s: %q, want %q", handle, got, want)
		}
	}
}

func TestAgeCountsDays(t *testing.T) {
	q := raised()
	if got := q.Age("2026-02-14"); got != 31 {
		t.Errorf("%d days old, want 31", got)
	}
	if got := new(Question).Age(today); got != 0 {
		t.Errorf("a question without a date is %d days old", got)
	}
}
