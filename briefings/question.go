package briefings

import "slices"

// Question is something that matters and is not known: proposed from the text
// or raised by the analyst on a passage.
type Question struct {
	Head
	Text   string         `json:"text"` // one sentence that ends in "?"
	Kinds  []QuestionKind `json:"kinds"`
	Status QuestionStatus `json:"status"`
	// Proposed is set until a person accepts what a machine proposed.
	Proposed bool     `json:"proposed,omitempty"`
	Priority Priority `json:"priority"`
	Why      string   `json:"why,omitempty"`          // the decision that it serves
	Done     string   `json:"answeredWhen,omitempty"` // what would count as an answer, written before it
	Due      string   `json:"due"`                    // EDTF day after which an answer is worthless
	Review   string   `json:"review"`                 // EDTF day to look again
	Reason   string   `json:"reason,omitempty"`       // why it was closed or opened again
	Owner    string   `json:"owner,omitempty"`        // who looks for the answer
	Tried    string   `json:"tried,omitempty"`        // where it was looked for in vain
	// Indicators are what to watch for.
	Indicators []Indicator `json:"indicators,omitempty"`
	// From is the event whose date passed, where one raised the question.
	From     Handle     `json:"from,omitempty"`
	Answers  []Answer   `json:"answers"`
	Evidence []Evidence `json:"evidence"`
}

// Foresees says whether a question is about what is yet to come, so that a judgement of
// it is no end of it.
func (q *Question) Foresees() bool { return slices.Contains(q.Kinds, Forecast) && q.From == "" }

// Indicator is something observable that would shift the answer of a question
// (indicators and warning). "Not seen by" a day is evidence, too.
type Indicator struct {
	Text     string         `json:"text"`
	PointsTo string         `json:"pointsTo,omitempty"` // the answer that it speaks for
	State    IndicatorState `json:"state,omitempty"`
	Checked  string         `json:"checked,omitempty"` // EDTF day of the last look
}

// IndicatorState says whether an indicator was seen.
type IndicatorState string

const (
	Watching IndicatorState = "watching"
	Seen     IndicatorState = "seen"
	NotSeen  IndicatorState = "not seen"
)

// QuestionKind says what sort of not-knowing it is; a question may have several.
type QuestionKind string

const (
	Gap                 QuestionKind = "gap"          // not known
	Verification        QuestionKind = "verification" // claimed, not confirmed
	Forecast            QuestionKind = "forecast"     // will it happen
	ConditionalQuestion QuestionKind = "conditional"  // depends on what is open
	Decision            QuestionKind = "decision"     // somebody has yet to decide
)

// QuestionStatus is where a question stands. Only a person changes it.
type QuestionStatus string

const (
	Open         QuestionStatus = "open"
	Working      QuestionStatus = "working"
	Answered     QuestionStatus = "answered"
	Deferred     QuestionStatus = "deferred"
	Unanswerable QuestionStatus = "unanswerable"
	Withdrawn    QuestionStatus = "withdrawn"
)

// QuestionStatuses are the words for where a question stands.
func QuestionStatuses() []string {
	var words []string
	for _, s := range []QuestionStatus{Open, Working, Answered, Deferred, Unanswerable, Withdrawn} {
		words = append(words, string(s))
	}
	return words
}

// Closed says whether nobody looks for an answer any more.
func (s QuestionStatus) Closed() bool {
	return s == Answered || s == Unanswerable || s == Withdrawn
}

// Priority of a question.
type Priority string

const (
	High   Priority = "high"
	Medium Priority = "medium"
	Low    Priority = "low"
)

// Answer is an analyst's judgement. Likelihood and confidence are two things
// and never stand in one sentence (ICD 203, section D.6.e).
type Answer struct {
	Text       string      `json:"text"`
	State      AnswerState `json:"state"`
	Likelihood string      `json:"likelihood,omitempty"` // a term of the briefing's scale
	Confidence string      `json:"confidence,omitempty"` // low, moderate, high
	Basis      string      `json:"basis,omitempty"`      // "judgement" where no evidence is linked
	By         string      `json:"by"`
	At         Time        `json:"at"`
}

// AnswerState tells the answer that counts from earlier ones, which stay
// visible: a change of judgement is part of the record.
type AnswerState string

const (
	AnswerAccepted   AnswerState = "accepted"
	AnswerProposed   AnswerState = "proposed"
	AnswerSuperseded AnswerState = "superseded"
)

// AnswerStates are the words for what became of an answer.
func AnswerStates() []string {
	return []string{string(AnswerAccepted), string(AnswerProposed), string(AnswerSuperseded)}
}

// Evidence links a question to a record or passage of any briefing.
type Evidence struct {
	Briefing string  `json:"briefing"`         // id
	Record   Handle  `json:"record,omitempty"` // or a passage of its own:
	Anchor   *Anchor `json:"anchor,omitempty"`
	Bearing  Bearing `json:"bearing"`
	Reason   string  `json:"reason,omitempty"` // why it was offered
	// Offered is set until a person linked it; Dismissed once one said no.
	Offered   bool   `json:"offered,omitempty"`
	Dismissed bool   `json:"dismissed,omitempty"`
	By        string `json:"by,omitempty"`
	At        Time   `json:"at,omitzero"`
}

// Bearing says what a piece of evidence does to the answer.
type Bearing string

const (
	Supports    Bearing = "supports"
	Contradicts Bearing = "contradicts"
	Context     Bearing = "context"
)

// Bearings are the words for what a piece of evidence does.
func Bearings() []string { return []string{string(Supports), string(Contradicts), string(Context)} }

// Current returns the answer that counts, nil if there is none.
func (q *Question) Current() *Answer {
	for i := len(q.Answers) - 1; i >= 0; i-- {
		if q.Answers[i].State == AnswerAccepted {
			return &q.Answers[i]
		}
	}
	return nil
}

// Accept makes an answer the one that counts and closes the question; an
// earlier one is kept as superseded.
func (q *Question) Accept(a Answer) { q.take(a, Answered) }

// Assess makes an answer the one that counts for the time being: the question is
// worked on still, as one about what is yet to come.
func (q *Question) Assess(a Answer) { q.take(a, Working) }

func (q *Question) take(a Answer, status QuestionStatus) {
	q.supersede()
	a.State = AnswerAccepted
	q.Answers = append(q.Answers, a)
	q.Status, q.Reason, q.Proposed = status, "", false
}

func (*Question) Kind() Kind     { return KindQuestion }
func (q *Question) Line() string { return q.Text }
func (q *Question) Clone() Record {
	c := *q
	c.Head = q.Head.clone()
	c.Kinds = slices.Clone(q.Kinds)
	c.Answers = slices.Clone(q.Answers)
	c.Indicators = slices.Clone(q.Indicators)
	c.Evidence = slices.Clone(q.Evidence)
	for i, e := range c.Evidence {
		if e.Anchor != nil {
			anchor := *e.Anchor
			c.Evidence[i].Anchor = &anchor
		}
	}
	return &c
}
