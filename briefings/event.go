package briefings

import (
	"cmp"
	"hash/fnv"
	"io"
	"slices"
	"strings"
	"unicode"
)

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

// Happening is what several entries of a timeline tell of one thing: the first
// that the text gives, and the others. Merging is a view: nothing is changed,
// and each entry keeps its passage.
type Happening struct {
	*Event
	Also []*Event
}

// sameWords is the share of common words from which two entries of one date
// tell of the same thing; sameWordsOfActors where they name the same actors.
const (
	sameWords         = 0.5
	sameWordsOfActors = 0.3
)

// mostOfOneDate is with how many happenings of its date an entry is compared:
// the last ones, so that a long chronicle takes no longer than it has entries.
const mostOfOneDate = 40

// Happenings gathers the entries that are shown, in their order: those of the
// same date and status are one if they tell it in the same words.
func Happenings(events []Event) []Happening {
	var out []Happening
	type told struct { // one of out
		at    int
		words []uint32 // nil until they are asked for
	}
	on := map[string][]*told{} // by date and status
next:
	for i := range events {
		e := &events[i]
		if !e.Live() {
			continue
		}
		if e.When == "" {
			out = append(out, Happening{Event: e})
			continue
		}
		key, mine := strings.TrimRight(e.When, "~?%")+" "+string(e.Status), &told{at: len(out)}
		others := on[key]
		for _, t := range others[max(len(others)-mostOfOneDate, 0):] {
			if t.words == nil {
				t.words = contentWords(out[t.at].Text)
			}
			if mine.words == nil {
				mine.words = contentWords(e.Text)
			}
			if sameHappening(out[t.at].Event, e, t.words, mine.words) {
				out[t.at].Also = append(out[t.at].Also, e)
				continue next
			}
		}
		on[key] = append(others, mine)
		out = append(out, Happening{Event: e})
	}
	return out
}

// sameHappening says whether two entries of one date tell of one thing, by the
// words and the actors that they share.
func sameHappening(a, b *Event, inA, inB []uint32) bool {
	common := 0
	for i, j := 0, 0; i < len(inA) && j < len(inB); {
		switch c := cmp.Compare(inA[i], inB[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			common, i, j = common+1, i+1, j+1
		}
	}
	all := len(inA) + len(inB) - common
	if all == 0 {
		return false
	}
	need := sameWords
	if slices.ContainsFunc(a.Actors, func(h Handle) bool { return slices.Contains(b.Actors, h) }) {
		need = sameWordsOfActors
	}
	return float64(common)/float64(all) >= need
}

// contentWords are the words of a text that tell something: folded, of four
// letters or more, without digits. Each stands once, as its hash, in order: a
// timeline of tens of thousands of entries compares each with many others.
func contentWords(text string) []uint32 {
	out := []uint32{}
	for w := range strings.FieldsFuncSeq(Fold(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(w) >= 4 {
			h := fnv.New32a()
			io.WriteString(h, w)
			out = append(out, h.Sum32())
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
