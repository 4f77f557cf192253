package briefings

import (
	"iter"
	"maps"
	"slices"
)

// Record is what all kinds of records have in common. The kinds are *Event,
// *Actor, *Limit, *Question, *Reference and *Annotation.
type Record interface {
	// Common returns the record's head, to read and to change.
	Common() *Head
	// Kind returns which kind of record it is.
	Kind() Kind
	// Line returns the record's main line as a list shows it.
	Line() string
	// Clone returns a deep copy.
	Clone() Record
}

// Head is what every record carries.
type Head struct {
	Handle Handle `json:"handle"`
	Origin Origin `json:"origin"`
	State  State  `json:"state"`
	// Anchors point at the passages. An extracted record has at least one;
	// the first is the passage that it was read from.
	Anchors []Anchor `json:"anchors"`
	// Generator names the extractor and its version ("timeline/1").
	Generator string `json:"generator,omitempty"`
	// Rule says in words why a machine made the record ("cue: has not confirmed").
	Rule string `json:"rule,omitempty"`
	// Edited tells which fields a person changed. Such a field is never
	// changed again by a machine.
	Edited map[string]Edit `json:"edited,omitempty"`
	// Base holds, for edited fields, what the extractor last produced, or what
	// stood before the first edit: the base of three-way merges. A field that is
	// not in it has its base in Edited.
	Base map[string]string `json:"base,omitempty"`
	// Pending holds what a re-import or another analyst would have in fields
	// that a person changed here: kept beside the field until someone chooses.
	Pending map[string]Proposal `json:"pending,omitempty"`
	// Reviewed is when a person looked at what a machine read, or somebody
	// sent, and let it stand; ReviewedBy is who. See Approve.
	Reviewed   Time     `json:"reviewed,omitzero"`
	ReviewedBy string   `json:"reviewedBy,omitempty"`
	Tags       []string `json:"tags,omitempty"`
	By         string   `json:"by,omitempty"` // who made it; "" for a machine
	Created    Time     `json:"created,omitzero"`
	Modified   Time     `json:"modified,omitzero"`
	// Version counts the writes of the record; a writer that read an older
	// one is told so instead of overwriting.
	Version int  `json:"version,omitempty"`
	Unknown []KV `json:"unknown,omitempty"` // fields this version does not know
}

// Common makes every type that embeds Head a part of a Record.
func (h *Head) Common() *Head { return h }

// Live says whether the record is to be shown: neither rejected nor retired
// nor superseded.
func (h *Head) Live() bool { return h.State == StateLive || h.State == "" }

// Edit tells who changed a field, when, and what it was before.
type Edit struct {
	By  string `json:"by"`
	At  Time   `json:"at"`
	Was string `json:"was"`
}

// Proposal is another value for a field, and who has it: an extractor
// ("timeline/2") or a person.
type Proposal struct {
	Value string `json:"value"`
	By    string `json:"by"`
}

// Origin says where a record comes from.
type Origin string

const (
	OriginSource    Origin = "source"    // stated as such by the author
	OriginExtracted Origin = "extracted" // read by a machine
	OriginAnalyst   Origin = "analyst"   // made by a person
	OriginImported  Origin = "imported"  // came in somebody's file, not yet reviewed here
)

// State says whether a record still counts. Nothing is ever deleted: a
// rejected record stays as a tombstone so that no re-import brings it back.
type State string

const (
	StateLive       State = "live"
	StateRetired    State = "retired"    // its passage vanished from the source
	StateRejected   State = "rejected"   // a person said that it is wrong
	StateSuperseded State = "superseded" // merged into another
)

// States are the words for whether a record still counts.
func States() []string {
	return []string{string(StateLive), string(StateRetired), string(StateRejected), string(StateSuperseded)}
}

// Records returns every record of the briefing, kinds in the order of Kinds.
// The records are the briefing's own, not copies.
func (b *Briefing) Records() []Record { return slices.Collect(b.All()) }

// All goes through what Records returns.
func (b *Briefing) All() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		_ = each(b.Questions, yield) && each(b.Events, yield) && each(b.Actors, yield) &&
			each(b.Limits, yield) && each(b.References, yield) && each(b.Annotations, yield)
	}
}

// each hands over the records of a kind until no more are wanted.
func each[T any, R interface {
	*T
	Record
}](records []T, yield func(Record) bool) (more bool) {
	for i := range records {
		if !yield(R(&records[i])) {
			return false
		}
	}
	return true
}

// Record finds a record by its handle; nil if there is none.
func (b *Briefing) Record(h Handle) Record {
	for r := range b.All() {
		if r.Common().Handle == h {
			return r
		}
	}
	return nil
}

// Add appends a record to the list of its kind.
func (b *Briefing) Add(r Record) {
	switch r := r.(type) {
	case *Question:
		b.Questions = append(b.Questions, *r)
	case *Event:
		b.Events = append(b.Events, *r)
	case *Actor:
		b.Actors = append(b.Actors, *r)
	case *Limit:
		b.Limits = append(b.Limits, *r)
	case *Reference:
		b.References = append(b.References, *r)
	case *Annotation:
		b.Annotations = append(b.Annotations, *r)
	}
}

// NewRecord returns an empty record of a kind, nil for a kind that is none.
func NewRecord(k Kind) Record {
	switch k {
	case KindQuestion:
		return new(Question)
	case KindEvent:
		return new(Event)
	case KindActor:
		return new(Actor)
	case KindLimit:
		return new(Limit)
	case KindReference:
		return new(Reference)
	case KindAnnotation:
		return new(Annotation)
	}
	return nil
}

func (h Head) clone() Head {
	h.Anchors = slices.Clone(h.Anchors)
	h.Edited = maps.Clone(h.Edited)
	h.Base = maps.Clone(h.Base)
	h.Pending = maps.Clone(h.Pending)
	h.Tags = slices.Clone(h.Tags)
	h.Unknown = slices.Clone(h.Unknown)
	return h
}
