package briefings

import "slices"

// Event is an entry of the timeline: something that happened, or is said to
// happen, on a date. Durations and habits are no entries.
type Event struct {
	Head
	When    string      `json:"when"`    // EDTF; "" is undated
	Literal string      `json:"literal"` // the words of the source that date it
	Status  EventStatus `json:"status"`
	Text    string      `json:"text"` // the clause around the date, never paraphrased
	Class   EventClass  `json:"class,omitempty"`
	// Condition is what a conditional event depends on, in the source's words.
	Condition string   `json:"condition,omitempty"`
	Actors    []Handle `json:"actors"`
	// Inherited is set where the date was taken over from the text before.
	Inherited bool `json:"inherited,omitempty"`
	// Unresolved is the first stage of the value ("XXXX-03-17"), from which
	// When follows once the reference date is known.
	Unresolved string `json:"unresolved,omitempty"`
}

// EventStatus says whether the event came about, as far as the source says.
type EventStatus string

const (
	Occurred      EventStatus = "occurred"
	Ongoing       EventStatus = "ongoing"
	Planned       EventStatus = "planned"     // decided or scheduled
	Expected      EventStatus = "expected"    // somebody foresees it
	Conditional   EventStatus = "conditional" // only if
	NotOccurred   EventStatus = "not-occurred"
	Denied        EventStatus = "denied"
	UnknownStatus EventStatus = "unknown"
)

// EventClass follows TimeML's classes of events as far as a timeline needs.
type EventClass string

const (
	Occurrence EventClass = "occurrence"
	Reporting  EventClass = "reporting" // when it was said, not when it was
	Situation  EventClass = "state"
)

func (*Event) Kind() Kind     { return KindEvent }
func (e *Event) Line() string { return e.Text }
func (e *Event) Clone() Record {
	c := *e
	c.Head = e.Head.clone()
	c.Actors = slices.Clone(e.Actors)
	return &c
}
