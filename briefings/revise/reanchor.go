package revise

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dossier/briefings"
)

// Placement says what became of a passage.
type Placement struct {
	State briefings.AnchorState
	// Score, 0 to 1, says how well a drifted passage or the best candidate fits;
	// 1 for words that stand as they stood.
	Score float64
	// Candidates are places that a person may choose for an orphan or an
	// ambiguous passage, the best first.
	Candidates []Candidate
	// Diff is what changed between the quote and the words at its place, where
	// they differ.
	Diff []Word
	// Grave is set where a number, a negation or a name differs: a small edit
	// and a large change of meaning, to be looked at first.
	Grave bool
	// Margin says of words that stand as they stood by how much this is their place
	// and no other, in letters (see margin.go). A place with a narrow one is a best
	// guess: it is given as drifted, without a Diff, for a person to look at.
	Margin int
}

// Candidate is a place for a passage, in code points of the new document.
type Candidate struct {
	DocStart, DocEnd int
	Words            string
	Score            float64
}

// Scores of step 6 of the ladder, set with the mutation test.
const (
	driftedFrom   = 0.70 // placed, shown as drifted, listed for confirmation
	candidateFrom = 0.45 // offered; the state stays orphaned
	// approximateMin is the length in code points of the shortest quote that is
	// searched for approximately.
	approximateMin = 12
	// cameBackFrom is the share of its context that must agree where words come back
	// into a text.
	cameBackFrom = 0.75
)

// Reanchor finds the passage of an anchor in another text. For many anchors,
// Align once and use the Alignment.
func Reanchor(a briefings.Anchor, old, new *Text) (briefings.Anchor, Placement) {
	return Align(old, new).Reanchor(a)
}

// Reanchor finds the passage of an anchor of the old text in the new one. The
// quote and its context stay as they were made; only place and state change. A
// passage that is not found keeps its old place, with the revision that the
// place is of, and the section that took the place of its own.
func (a *Alignment) Reanchor(anchor briefings.Anchor) (briefings.Anchor, Placement) {
	span, p := a.place(&anchor)
	was := anchor
	anchor.State = p.State
	if !anchor.Placed() {
		anchor.Near = a.nearby(&was)
		if anchor.Revision == 0 {
			anchor.Revision = a.old.number
		}
		if section, ok := a.sections[anchor.Section]; ok {
			anchor.Section = section
		}
		return anchor, p
	}
	at := a.new.locator.Anchor(span.start, span.end)
	if p.State == briefings.Anchored && at.Section != a.sections[anchor.Section] && (at.Section != "" || anchor.Section != "") {
		anchor.State, p.State = briefings.Moved, briefings.Moved
	}
	anchor.Section, anchor.Start, anchor.End = at.Section, at.Start, at.End
	anchor.DocStart, anchor.DocEnd, anchor.Revision, anchor.Near = at.DocStart, at.DocEnd, 0, 0
	return anchor, p
}

// span is a range of bytes.
type span struct{ start, end int }

// place finds where the passage went. Words that stand once in each text are placed in
// any case, if only as a guess.
func (a *Alignment) place(anchor *briefings.Anchor) (span, Placement) {
	was, known := a.stood(anchor)
	if known {
		if to, ok := a.carry(was); ok {
			if to, p := a.carried(anchor, was, to); p.placed() {
				return to, p
			} else if to, again := a.search(anchor, was, true); again.placed() {
				return to, again
			} else {
				return span{}, p
			}
		}
	}
	return a.search(anchor, was, known)
}

// carried decides on a place that the passage was carried over to.
func (a *Alignment) carried(anchor *briefings.Anchor, was, to span) (span, Placement) {
	now, before := a.new.words[to.start:to.end], a.old.words[was.start:was.end]
	switch {
	case sameWords(now, anchor.Exact):
		p := a.standsAt(anchor, to, a.margin(was, to))
		if anchor.State == briefings.Drifted && sameWords(before, anchor.Exact) {
			p.State = briefings.Drifted // a guess that nobody has confirmed yet
		}
		return to, p
	case now == before && anchor.State == briefings.Drifted:
		return to, a.drift(anchor, to)
	}
	return a.judge(anchor, to)
}

// standsAt is the placement of words that stand as they stood.
func (a *Alignment) standsAt(anchor *briefings.Anchor, to span, margin int) Placement {
	if margin < silentFrom {
		return Placement{State: briefings.Drifted, Score: a.contextAt(anchor, to), Margin: margin}
	}
	return Placement{State: briefings.Anchored, Score: 1, Margin: margin}
}

func (p *Placement) placed() bool {
	return p.State != briefings.Orphaned && p.State != briefings.Ambiguous
}

// stood returns where the passage stands in the old text, if the anchor says so
// and its words are there.
func (a *Alignment) stood(anchor *briefings.Anchor) (span, bool) {
	if anchor.Exact == "" || !anchor.Placed() || anchor.Revision != 0 && anchor.Revision != a.old.number {
		return span{}, false
	}
	s := span{a.old.locator.Byte(anchor.DocStart), a.old.locator.Byte(anchor.DocEnd)}
	if s.start >= s.end || s.end > len(a.old.words) {
		return span{}, false
	}
	return s, anchor.State == briefings.Drifted || a.old.words[s.start:s.end] == anchor.Exact
}

// judge decides on a place whose words differ from the quote.
func (a *Alignment) judge(anchor *briefings.Anchor, to span) (span, Placement) {
	p := a.drift(anchor, to)
	switch {
	case utf8.RuneCountInString(anchor.Exact) < approximateMin, p.Score < candidateFrom:
		return span{}, Placement{State: briefings.Orphaned}
	case p.Score < driftedFrom:
		p.State, p.Candidates = briefings.Orphaned, []Candidate{a.candidate(to, p.Score)}
		return span{}, p
	}
	return to, p
}

// drift describes a place to be looked at: its words differ from the quote, or it is a
// guess.
func (a *Alignment) drift(anchor *briefings.Anchor, to span) Placement {
	now := a.new.words[to.start:to.end]
	if sameWords(now, anchor.Exact) {
		return Placement{State: briefings.Drifted, Score: a.contextAt(anchor, to)}
	}
	diff := Diff(anchor.Exact, now)
	return Placement{State: briefings.Drifted, Score: a.score(anchor, to, diff), Diff: diff, Grave: grave(diff)}
}

// score weighs the words of the quote and of its context.
func (a *Alignment) score(anchor *briefings.Anchor, to span, diff []Word) float64 {
	return 0.6*likeness(diff) + 0.2*contextBefore(anchor.Prefix, a.new.words[:to.start]) + 0.2*contextBehind(anchor.Suffix, a.new.words[to.end:])
}

// contextBefore is the share of a prefix that stands before a place; a missing
// prefix counts as full.
func contextBefore(prefix, before string) float64 {
	return context(prefix, lastBytes(before, len(prefix)+contextSlack))
}

func contextBehind(suffix, behind string) float64 {
	return context(suffix, firstBytes(behind, len(suffix)+contextSlack))
}

// contextSlack is how many bytes beyond its length a context is looked for.
const contextSlack = 16

func context(want, there string) float64 {
	words := tokens(want, 0, len(want))
	if len(words) == 0 {
		return 1
	}
	n := 0
	for _, to := range common(words, tokens(there, 0, len(there))) {
		if to >= 0 {
			n++
		}
	}
	return float64(n) / float64(len(words))
}

func firstBytes(s string, n int) string {
	for n < len(s) && !utf8.RuneStart(s[n]) {
		n++
	}
	return s[:min(n, len(s))]
}

func lastBytes(s string, n int) string {
	at := max(0, len(s)-n)
	for at > 0 && !utf8.RuneStart(s[at]) {
		at--
	}
	return s[at:]
}

func (a *Alignment) candidate(s span, score float64) Candidate { return a.new.candidate(s, score) }

func (t *Text) candidate(s span, score float64) Candidate {
	at := t.locator.Anchor(s.start, s.end)
	return Candidate{at.DocStart, at.DocEnd, at.Exact, score}
}

// search looks for the quote itself, where its sentence is gone or its place was not
// known. It is placed only if it stands once in each text, or came back into one that had
// it not, with its context; other places are offered.
func (a *Alignment) search(anchor *briefings.Anchor, was span, known bool) (span, Placement) {
	var again []Candidate // its whole sentence
	if i := a.old.sentenceAt(was.start); known && i >= 0 && a.same[i] < 0 {
		again = a.likes(i)
	}
	hits, stood := occurrences(a.new.words, anchor.Exact, 8), len(occurrences(a.old.words, anchor.Exact, 2))
	if len(hits) == 1 {
		if context := a.contextAt(anchor, hits[0]); stood == 1 || stood == 0 && context >= cameBackFrom {
			margin := a.marginAlone(anchor, was, hits[0])
			if len(again) > 0 {
				margin = 0
			}
			return hits[0], a.standsAt(anchor, hits[0], margin)
		}
	}
	if len(again) > 0 {
		return span{}, Placement{State: briefings.Ambiguous, Score: 1, Candidates: again}
	}
	p := Placement{State: briefings.Orphaned}
	for _, h := range hits {
		if i := a.new.sentenceAt(h.start); known && i >= 0 && a.explained(i) {
			continue // another passage is known to be there
		}
		context := a.contextAt(anchor, h)
		p.Candidates = append(p.Candidates, a.candidate(h, context))
		p.Score = max(p.Score, context)
	}
	if len(p.Candidates) > 1 {
		p.State = briefings.Ambiguous
	}
	return span{}, p
}

// explained says whether a new sentence is known to have been there before.
func (a *Alignment) explained(j int) bool { return a.taken[j] && slices.Contains(a.same, j) }

func (a *Alignment) contextAt(anchor *briefings.Anchor, s span) float64 {
	return (contextBefore(anchor.Prefix, a.new.words[:s.start]) + contextBehind(anchor.Suffix, a.new.words[s.end:])) / 2
}

// likes lists the new sentences that have the words of old sentence i and are
// none that is known.
func (a *Alignment) likes(i int) []Candidate {
	var out []Candidate
	for j := range a.new.sentences {
		if s := &a.new.sentences[j]; !a.taken[j] && s.key == a.old.sentences[i].key {
			out = append(out, a.candidate(span{s.start, s.end}, 1))
		}
	}
	return out
}

// occurrences lists at most most places of a quote.
func occurrences(text, quote string, most int) []span {
	var out []span
	for at := 0; len(out) < most; {
		hit := strings.Index(text[at:], quote)
		if hit < 0 {
			break
		}
		out = append(out, span{at + hit, at + hit + len(quote)})
		_, size := utf8.DecodeRuneInString(text[at+hit:])
		at += hit + size
	}
	return out
}
