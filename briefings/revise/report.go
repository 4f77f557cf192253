package revise

import (
	"cmp"
	"fmt"
	"strings"

	"dossier/briefings"
)

// Report says what a revision did, before anything is stored.
type Report struct {
	// Sections by title.
	SectionsAdded, SectionsRemoved, SectionsChanged []string
	// Anchors counts the passages of records by what became of them.
	Anchors Counts
	// Confirm lists the passages that a person should look at: drifted first
	// those with a number, a negation or a name changed, then the others,
	// ambiguous and orphaned ones.
	Confirm []Finding
	// Records by handle.
	New, Changed, Retired, Revived []briefings.Handle
	// Conflicts are fields that a person corrected and the new text says yet
	// otherwise; the person's value stands, the other waits beside it.
	Conflicts []Conflict
	// Gone are records that people worked on whose passage is no longer read
	// from the source. They stay live.
	Gone []briefings.Handle
	// Suppressed counts what was read again and had been rejected.
	Suppressed int
	// Later is the day that the new text tells of itself, and that its days are
	// counted from, where it lies after the one that a person gave the former text
	// (Given). Both are EDTF, empty where it does not.
	Later, Given string
	// Same pairs a new record with one that an analyst made on the same passage.
	Same []Pair
}

// Counts of passages.
type Counts struct{ Kept, Moved, Drifted, Ambiguous, Orphaned int }

// Finding is a passage to be looked at.
type Finding struct {
	Record briefings.Handle
	Anchor briefings.Anchor // as it is now
	Placement
}

// Conflict is a field with two values.
type Conflict struct {
	Record        briefings.Handle // "" for a field of the briefing itself
	Field         string
	Kept, Pending string
}

// Pair is two records that may be one.
type Pair struct{ New, Analyst briefings.Handle }

func (c *Counts) add(s briefings.AnchorState) {
	switch s {
	case briefings.Moved:
		c.Moved++
	case briefings.Drifted:
		c.Drifted++
	case briefings.Ambiguous:
		c.Ambiguous++
	case briefings.Orphaned:
		c.Orphaned++
	default:
		c.Kept++
	}
}

// Lines says the report in words, a line each; for people and for --dry-run.
// What has nothing to say is left out.
func (r *Report) Lines() []string {
	var out []string
	say := func(label string, parts ...string) {
		kept := parts[:0]
		for _, p := range parts {
			if p != "" {
				kept = append(kept, p)
			}
		}
		if len(kept) > 0 {
			out = append(out, label+": "+strings.Join(kept, ", "))
		}
	}
	count := func(n int, word string) string {
		if n == 0 {
			return ""
		}
		return fmt.Sprintf("%d %s", n, word)
	}
	say("sections", count(len(r.SectionsAdded), "added"), count(len(r.SectionsChanged), "changed"), count(len(r.SectionsRemoved), "removed"))
	a := r.Anchors
	say("passages", count(a.Kept, "kept"), count(a.Moved, "moved"), count(a.Drifted-r.guesses(), "reading differently"), count(r.guesses(), "placed by best guess"),
		count(a.Ambiguous, "in several places"), count(a.Orphaned, "lost"))
	say("records", count(len(r.New), "new"), count(len(r.Changed), "changed"), count(len(r.Retired), "no longer found"), count(len(r.Revived), "back"),
		count(len(r.Gone), "worked on but no longer in the source"), count(r.Suppressed, "rejected before and left out"))
	if r.Later != "" {
		out = append(out, fmt.Sprintf("the briefing: the new text is as of %s, its days are counted from then; its date stays %q until you set it", r.Later, r.Given))
	}
	for _, c := range r.Conflicts {
		out = append(out, fmt.Sprintf("%s: %s stays %q; read now: %q", cmp.Or(string(c.Record), "the briefing"), c.Field, c.Kept, c.Pending))
	}
	for _, s := range r.Same {
		out = append(out, fmt.Sprintf("%s may be the same as your %s", s.New, s.Analyst))
	}
	for _, f := range r.Confirm {
		out = append(out, fmt.Sprintf("%s: “%s” %s", f.Record, shorten(f.Anchor.Exact), f.words()))
	}
	return out
}

// guesses counts the passages whose words stand as they stood, at a place that may be
// another one's.
func (r *Report) guesses() int {
	n := 0
	for i := range r.Confirm {
		if r.Confirm[i].guess() {
			n++
		}
	}
	return n
}

func (f *Finding) guess() bool { return f.State == briefings.Drifted && len(f.Diff) == 0 }

// words say what is with a passage.
func (f *Finding) words() string {
	switch {
	case f.guess():
		return "is placed by best guess, look at it"
	case f.State == briefings.Drifted && f.Grave:
		return "reads differently now: a number, negation or name changed"
	case f.State == briefings.Drifted:
		return "reads differently now"
	case f.State == briefings.Ambiguous:
		return "lost its place: it stands in several places"
	}
	return "lost its place: it is no longer in the text"
}

func shorten(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
