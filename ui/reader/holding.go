package reader

import (
	"bytes"
	"iter"
	"slices"

	"dossier/briefings"
)

// holding is a briefing as the reader has it: its sections, what people work on,
// and of each record a card. A long document has tens of thousands of records:
// they stay in the library and are read when they come near the screen, as the
// text is.
type holding struct {
	briefings.Meta
	Sections    []briefings.Section
	Questions   []briefings.Question
	Annotations []briefings.Annotation
	Actors      []briefings.Actor // without their mentions

	today      string // ISO 8601 day as of which entries are overdue
	asOf       briefings.Time
	cards      []card // kind by kind, in the order of briefings.Kinds, each in its order
	handles    []byte
	happenings []int32            // of the live entries, the first that tells the same thing
	dates      table[string]      // of entries
	parties    table[parties]     // of limits
	grades     table[string]      // of references
	mentions   [][]briefings.Spot // of Actors
	cited      []citation
	lineage    briefings.Lineage
	judged     *briefings.Cast            // nil where nobody judged
	remarks    map[briefings.Handle][]int // by record or section: which of Annotations are about it
	source     source
}

// card is what has to be known of a record to list, light up and find it.
type card struct {
	place      int32 // among all records of the briefing
	handle     int32 // where in holding.handles its handle begins
	length     uint16
	kind       uint8 // of briefings.Kinds
	group      uint8 // of entryStatuses, of transfers
	marks      mark
	start, end int32 // of its first passage, in code points
	// also is, of an entry, which of holding.dates it has; of a limit which of
	// parties, of a reference which of grades; of what people work on, and of
	// actors, which of them it is.
	also int32
}

// mark says yes or no of a record.
type mark uint8

const (
	live       mark = 1 << iota
	anchored        // it has a passage
	placed          // and the first one is in the text
	awaits          // nobody looked at it yet
	reviewable      // it was found or sent, and is not gone
	loose           // a passage of it is to be looked at
	overdue         // it was foreseen for a day that has passed
	linked          // it leads to a URL
)

func (c *card) is(m mark) bool { return c.marks&m == m }

// citation is a further passage of a reference, or one that cites it.
type citation struct {
	place int32 // of the reference, as its card says
	briefings.Spot
}

// parties are who holds a limit's subject back from whom, both or none, and how
// firmly that is said.
type parties struct {
	holder, recipient string
	modality          briefings.Modality
}

// table holds values of which many records have the same, each once.
type table[T string | parties] struct {
	all []T
	at  map[T]int32
}

func (t *table[T]) put(value T) int32 {
	at, known := t.at[value]
	if !known {
		if t.at == nil {
			t.at = map[T]int32{}
		}
		at = int32(len(t.all))
		t.at[value], t.all = at, append(t.all, value)
	}
	return at
}

// of goes through the cards of a kind, in their order.
func (b *holding) of(kind briefings.Kind) iter.Seq2[int32, *card] {
	k := kindNumber(kind)
	first, _ := slices.BinarySearchFunc(b.cards, k, func(c card, k uint8) int { return int(c.kind) - int(k) })
	return func(yield func(int32, *card) bool) {
		for i := first; i < len(b.cards) && b.cards[i].kind == k; i++ {
			if !yield(int32(i), &b.cards[i]) {
				return
			}
		}
	}
}

func kindNumber(kind briefings.Kind) uint8 { return uint8(slices.Index(briefings.Kinds, kind)) }

func (c *card) kindOf() briefings.Kind { return briefings.Kinds[c.kind] }

// handle is that of a card.
func (b *holding) handle(c *card) briefings.Handle {
	return briefings.Handle(b.handles[c.handle:][:c.length])
}

// has says whether a card is of a handle.
func (b *holding) has(c *card, h briefings.Handle) bool {
	return int(c.length) == len(h) && bytes.Equal(b.handles[c.handle:][:c.length], []byte(h))
}

// find is the card of a record, -1 for none.
func (b *holding) find(h briefings.Handle) int32 {
	for i, c := range b.of(h.Kind()) {
		if b.has(c, h) {
			return i
		}
	}
	return -1
}

// spot is the first passage of a card, where it is in the text.
func (c *card) spot() (s briefings.Spot, ok bool) {
	return briefings.Spot{Start: c.start, End: c.end}, c.is(placed)
}

// at is where the first passage of a card begins; what has none comes first.
func (c *card) at() int {
	if !c.is(anchored) {
		return -1
	}
	return int(c.start)
}

// speaksOf says whether a passage of a record, of an actor a mention, lies
// between two code points.
func (b *holding) speaksOf(i int32, start, end int) bool {
	c := &b.cards[i]
	within := func(s briefings.Spot) bool { return int(s.Start) < end && int(s.End) > start }
	if c.kindOf() == briefings.KindActor {
		return slices.ContainsFunc(b.mentions[c.also], within)
	}
	return within(briefings.Spot{Start: c.start, End: c.end}) ||
		slices.ContainsFunc(b.cited, func(m citation) bool { return m.place == c.place && within(m.Spot) })
}

// actor is the actor of a card, and where the text speaks of it.
func (b *holding) actor(card int32) (*briefings.Actor, []briefings.Spot) {
	n := b.cards[card].also
	return &b.Actors[n], b.mentions[n]
}

// mentionsOf are where an actor of the briefing is spoken of.
func (b *holding) mentionsOf(h briefings.Handle) []briefings.Spot {
	for i := range b.Actors {
		if b.Actors[i].Handle == h {
			return b.mentions[i]
		}
	}
	return nil
}

// openQuestions counts the questions that wait for an answer, proposals too.
func (b *holding) openQuestions() int {
	n := 0
	for i := range b.Questions {
		if q := &b.Questions[i]; q.Live() && !q.Status.Closed() {
			n++
		}
	}
	return n
}
