package briefings

import "slices"

// Limit is a line of the ledger: what a deal or a technology will not, or only
// conditionally, pass on. Several lines may share one passage, where a
// sentence lists several things.
type Limit struct {
	Head
	Text      string    `json:"text"` // the subject in the source's words, or the sentence
	Type      LimitType `json:"kind"`
	Transfer  Transfer  `json:"transfer"`
	Subject   string    `json:"subject"`   // technology or right
	Holder    []string  `json:"holder"`    // handles of actors, or names
	Recipient []string  `json:"recipient"` //
	Modality  Modality  `json:"modality"`
}

// LimitType says what kind of limit it is.
type LimitType string

const (
	Safeguard       LimitType = "safeguard"  // a measure taken to protect something
	Ceiling         LimitType = "ceiling"    // the highest level a transfer will reach
	Constraint      LimitType = "constraint" // an outside rule or scarcity: licence, sanctions, money, capacity
	ConditionalOn   LimitType = "condition"  // transfer depends on something
	DependencyLimit LimitType = "dependency" // what the recipient still needs from the holder
)

// Transfer says what becomes of the subject.
type Transfer string

const (
	Withheld        Transfer = "withheld"
	Possible        Transfer = "possible"
	Agreed          Transfer = "agreed"
	Delivered       Transfer = "delivered"
	UnknownTransfer Transfer = "unknown"
)

// Modality says who says so and how firmly.
type Modality string

const (
	Stated           Modality = "stated"
	Reported         Modality = "reported"
	ExpectedModality Modality = "expected"
	PossibleModality Modality = "possible"
	Judged           Modality = "judged"
)

func (*Limit) Kind() Kind     { return KindLimit }
func (l *Limit) Line() string { return l.Text }
func (l *Limit) Clone() Record {
	c := *l
	c.Head = l.Head.clone()
	c.Holder = slices.Clone(l.Holder)
	c.Recipient = slices.Clone(l.Recipient)
	return &c
}
