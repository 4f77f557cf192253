package briefings

import (
	"strings"

	"dossier/briefings/edtf"
)

// Overdue says whether an event was planned or expected for a time that has
// passed by today (an EDTF day), so that somebody should look whether it came.
func (e *Event) Overdue(today string) bool {
	switch e.Status {
	case Planned, Expected, Conditional:
	default:
		return false
	}
	when, err := edtf.Parse(e.When)
	if err != nil {
		return false
	}
	now, err := edtf.Parse(today)
	if err != nil {
		return false
	}
	_, last := when.Bounds()
	first, _ := now.Bounds()
	return last < first
}

// Expectations asks of every overdue event whether it came about. Events that
// a question was already raised from are left out; so are events that are not
// shown. The handles are for the library to give.
func Expectations(events []Event, asked []Question, today string) []Question {
	known := map[Handle]bool{}
	for i := range asked {
		known[asked[i].From] = true
	}
	var out []Question
	for i := range events {
		if e := &events[i]; !known[e.Handle] {
			if q := e.Expectation(today); q != nil {
				out = append(out, *q)
			}
		}
	}
	return out
}

// Expectation is the question whether an entry came about, nil for one that is not
// overdue as of an ISO 8601 day, or has no passage.
func (e *Event) Expectation(today string) *Question {
	if !e.Live() || !e.Overdue(today) || len(e.Anchors) == 0 {
		return nil
	}
	return &Question{
		Head: Head{Origin: OriginExtracted, State: StateLive, Anchors: e.Anchors[:1:1], Generator: "expectations/1",
			Rule: string(e.Status) + " for " + e.When + ", which has passed"},
		Text:  "Did this come about: “" + strings.TrimRight(e.Text, ".;, ") + "”?",
		Kinds: []QuestionKind{Forecast}, Status: Open, Proposed: true, Priority: Medium, From: e.Handle,
		Answers: []Answer{}, Evidence: []Evidence{},
	}
}
