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

// Raised are the entries of any briefings from which a question was raised, one that
// was rejected since, too: nobody wants to be asked again.
type Raised map[Named]bool

// RaisedIn are those of one briefing.
func RaisedIn(briefing string, questions []Question) Raised {
	r := Raised{}
	for i := range questions {
		r.Add(briefing, questions[i].From)
	}
	return r
}

// Add notes that a question was raised from an entry, "" for none.
func (r Raised) Add(briefing string, entry Handle) {
	if entry != "" {
		r[Named{Briefing: briefing, Handle: entry}] = true
	}
}

// From says whether a question was raised from an entry.
func (r Raised) From(briefing string, entry Handle) bool {
	return r[Named{Briefing: briefing, Handle: entry}]
}

// Expectation is the question whether an entry of a briefing came about, nil where that
// was asked before or is not to be asked.
func (r Raised) Expectation(briefing string, e *Event, today string) *Question {
	if r.From(briefing, e.Handle) {
		return nil
	}
	return e.Expectation(today)
}

// Expectation is the question whether an entry came about, nil for one that is not
// overdue as of an ISO 8601 day, or has no passage.
func (e *Event) Expectation(today string) *Question {
	if !e.Live() || !e.Overdue(today) || len(e.Anchors) == 0 {
		return nil
	}
	return &Question{
		Head: Head{Origin: OriginExtracted, State: StateLive, Anchors: e.Anchors[:1:1], Generator: "expectations/1",
			Rule: string(e.Status) + " for " + edtf.Shown(e.When, "") + ", which has passed"},
		Text:  "Did this come about: “" + strings.TrimRight(e.Text, ".;, ") + "”?",
		Kinds: []QuestionKind{Forecast}, Status: Open, Proposed: true, Priority: Medium, From: e.Handle,
		Answers: []Answer{}, Evidence: []Evidence{},
	}
}
