package briefings

import "unicode/utf8"

// Anchor points at a passage as the W3C Web Annotation Data Model does: a
// TextQuoteSelector (Exact, Prefix, Suffix) and a TextPositionSelector (Start,
// End). The quote is the truth; offsets only speed up the search. Offsets count
// code points, End exclusive.
type Anchor struct {
	Section Handle `json:"section"` // "" for the title
	Exact   string `json:"exact"`
	Prefix  string `json:"prefix"`
	Suffix  string `json:"suffix"`
	Start   int    `json:"start"` // in the section's canonical text
	End     int    `json:"end"`
	// DocStart and DocEnd are the same place in the document's canonical text.
	DocStart int `json:"docStart"`
	DocEnd   int `json:"docEnd"`
	// State is how the passage was found again after a re-import.
	State AnchorState `json:"state,omitempty"`
	// Revision is the one whose text the offsets are of; 0 is the current one.
	Revision int `json:"revision,omitempty"`
	// Near is, of a passage that is not placed, the code point of the current
	// document at which it would stand: beside what stood beside it.
	Near int `json:"near,omitempty"`
	// Written is what the record was first made on, where a person attached it to
	// other words since; nil where that is this passage.
	Written *Written `json:"written,omitempty"`
}

// Written is a passage that a record was made on once.
type Written struct {
	Exact    string `json:"exact"`
	Revision int    `json:"revision,omitempty"` // whose words they are; 0 is not known
}

// since is what a record on this passage was first made on, if it is attached to
// other words.
func (a *Anchor) since(exact string) *Written {
	first := a.Written
	if first == nil {
		first = &Written{Exact: a.Exact, Revision: a.Revision}
	}
	if first.Exact == exact {
		return nil
	}
	return first
}

// AnchorState is a rung of the re-anchoring ladder.
type AnchorState string

const (
	Anchored  AnchorState = ""          // where it was, word for word
	Moved     AnchorState = "moved"     // word for word, elsewhere
	Drifted   AnchorState = "drifted"   // nearly the same words: shown, listed for confirmation
	Ambiguous AnchorState = "ambiguous" // several places fit equally well
	Orphaned  AnchorState = "orphaned"  // not in the text any more; shown where it was
)

// Placed says whether the anchor's offsets point into the current text.
func (a *Anchor) Placed() bool { return a.State != Orphaned && a.State != Ambiguous }

// Adrift says whether a person should look at where it is: it drifted, fits several
// places, or is gone.
func (a *Anchor) Adrift() bool { return !a.Placed() || a.State == Drifted }

// At is the code point of the current document at which the passage stands, or
// would stand if it were still there.
func (a *Anchor) At() int {
	if a.Placed() {
		return a.DocStart
	}
	return a.Near
}

// AnchorContext is how many code points of prefix and suffix an anchor keeps,
// as Hypothesis does.
const AnchorContext = 32

// Locator makes anchors from byte offsets of one document's canonical text. It
// keeps a table of code-point counts, so that each costs next to nothing.
type Locator struct {
	text     string
	sections []Section
	marks    []int // code points before every stride-th byte
}

const locatorStride = 256

// NewLocator prepares a text; sections may be nil.
func NewLocator(text string, sections []Section) *Locator {
	l := &Locator{text: text, sections: sections, marks: make([]int, 0, len(text)/locatorStride+1)}
	count := 0
	for at := 0; at < len(text); at += locatorStride {
		l.marks = append(l.marks, count)
		count += runeStarts(text[at:min(at+locatorStride, len(text))])
	}
	return l
}

// Point returns how many code points stand before a byte of the text.
func (l *Locator) Point(byteOffset int) int {
	if len(l.marks) == 0 {
		return 0
	}
	mark := min(byteOffset/locatorStride, len(l.marks)-1)
	return l.marks[mark] + runeStarts(l.text[mark*locatorStride:byteOffset])
}

// Byte is the inverse of Point.
func (l *Locator) Byte(point int) int {
	lo, hi := 0, len(l.marks)
	for lo < hi {
		if mid := (lo + hi) / 2; l.marks[mid] <= point {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	mark := max(lo-1, 0)
	at, count := mark*locatorStride, 0
	if len(l.marks) > 0 {
		count = l.marks[mark]
	}
	for at < len(l.text) && !utf8.RuneStart(l.text[at]) {
		at++
	}
	for ; count < point && at < len(l.text); count++ {
		_, size := utf8.DecodeRuneInString(l.text[at:])
		at += size
	}
	return at
}

// Anchor makes the anchor of the passage between two bytes of the text. The
// context stays within the section.
func (l *Locator) Anchor(start, end int) Anchor {
	a := Anchor{Exact: l.text[start:end], DocStart: l.Point(start)}
	a.DocEnd = a.DocStart + utf8.RuneCountInString(a.Exact)
	from, to := 0, len(l.text)
	if i := SectionAt(l.sections, a.DocStart); i >= 0 {
		s := l.sections[i]
		a.Section, a.Start, a.End = s.Handle, a.DocStart-s.Start, a.DocEnd-s.Start
		from, to = l.Byte(s.Start), max(l.Byte(s.End), end)
	} else {
		a.Start, a.End = a.DocStart, a.DocEnd
		if len(l.sections) > 0 {
			to = max(l.Byte(l.sections[0].Start-1), end) // without the newline between them
		}
	}
	a.Prefix = lastPoints(l.text[from:start], AnchorContext)
	a.Suffix = firstPoints(l.text[end:to], AnchorContext)
	return a
}

func runeStarts(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}

func firstPoints(s string, n int) string {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return s[:at]
}

func lastPoints(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}
