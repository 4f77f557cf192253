package briefings

import (
	"fmt"
	"slices"
	"strings"

	"dossier/briefings/edtf"
)

// ReviewAfter is in how many days a new question is to be looked at again.
const ReviewAfter = 14

// Raise makes a question that a person asks about a passage: a gap of medium
// priority, to be looked at again in ReviewAfter days. The handle is for the
// library to give.
func Raise(text string, passage Anchor, by string, at Time) Question {
	return Question{
		Head: Head{Origin: OriginAnalyst, State: StateLive, Anchors: []Anchor{passage}, By: by, Created: at, Modified: at},
		Text: strings.TrimSpace(text), Kinds: []QuestionKind{Gap}, Status: Open, Priority: Medium,
		Review: DaysAfter(at.Format(dayLayout), ReviewAfter), Answers: []Answer{}, Evidence: []Evidence{},
	}
}

const dayLayout = "2006-01-02"

// DaysAfter returns the EDTF day so many days after another; "" if day is none.
func DaysAfter(day string, days int) string {
	d, err := edtf.Parse(day)
	if err != nil || d.Precision() != edtf.ToDay {
		return ""
	}
	first, _ := d.Bounds()
	return edtf.On((first + edtf.DayNumber(days)).Point()).String()
}

// Step says why and until when a question changes its status.
type Step struct {
	Reason string // needed to open a closed question again
	Review string // EDTF day to look again; needed to defer
	Today  string // EDTF day
}

// Move changes a question's status, or says in one sentence why it cannot be:
//
//   - answered needs an answer that was accepted (see Accept);
//   - deferred needs a day after today to look again;
//   - opening a closed question again needs a reason, and the answer that
//     counted until then is kept as superseded.
//
// A proposal that is moved is accepted by that.
func (q *Question) Move(to QuestionStatus, step Step) error {
	reason := strings.TrimSpace(step.Reason)
	reopened := q.Status.Closed() && !to.Closed()
	switch {
	case to == q.Status:
		return fmt.Errorf("the question is %s already", to)
	case !slices.Contains(QuestionStatuses(), string(to)):
		return fmt.Errorf("%q is no status of a question; the statuses are open, working, answered, deferred, unanswerable, withdrawn", to)
	case reopened && reason == "":
		return fmt.Errorf("the question is %s; to open it again, say why", q.Status)
	case to == Answered && q.Current() == nil:
		return fmt.Errorf("the question has no answer; write one, or close it as unanswerable or withdrawn")
	case to == Deferred && !isAfter(step.Review, step.Today):
		return fmt.Errorf("a question is deferred until a day after %s; name it, as in %s", step.Today, DaysAfter(step.Today, ReviewAfter))
	}
	if reopened {
		q.supersede()
	}
	if to == Deferred {
		q.Review = step.Review
	}
	q.Status, q.Reason, q.Proposed = to, reason, false
	return nil
}

func (q *Question) supersede() {
	for i := range q.Answers {
		if q.Answers[i].State == AnswerAccepted {
			q.Answers[i].State = AnswerSuperseded
		}
	}
}

// isAfter says whether a date lies wholly after another.
func isAfter(date, other string) bool {
	a, errA := edtf.Parse(date)
	b, errB := edtf.Parse(other)
	if errA != nil || errB != nil {
		return false
	}
	first, _ := a.Bounds()
	_, last := b.Bounds()
	return first > last
}

// Lint says what is odd about a question's wording; "" if nothing. It warns
// and never refuses: the analyst's wording stands.
func (q *Question) Lint() string {
	text := strings.TrimSpace(q.Text)
	switch {
	case text == "":
		return "the question is empty"
	case !strings.HasSuffix(text, "?"):
		return "this is a statement yet: put it as a question that ends in \"?\""
	case strings.Count(text, "?") > 1 || strings.Count(strings.ToLower(text), " and ") > 1:
		return "this asks several things at once: raise one question for each"
	}
	return ""
}
