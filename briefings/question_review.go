package briefings

import (
	"cmp"
	"fmt"
	"slices"

	"dossier/briefings/edtf"
)

// Flag is a reason to look at a question. Flags are derived and never stored.
type Flag string

// The flags, the most pressing first.
const (
	FlagOverdue        Flag = "overdue"         // its due date passed
	FlagDueSoon        Flag = "due-soon"        // due within dueSoon days
	FlagNewEvidence    Flag = "new-evidence"    // offered, or against the answer that counts
	FlagWeakBasis      Flag = "weak-basis"      // its answer rests on what no longer carries
	FlagOrphanedAnchor Flag = "orphaned-anchor" // its passage is not in the text any more
	FlagStale          Flag = "stale"           // to be looked at again, or untouched for long
	FlagDayPassed      Flag = "day-passed"      // of what nobody asked yet: it was foreseen for a day that passed
)

var flagOrder = [...]Flag{FlagOverdue, FlagDueSoon, FlagNewEvidence, FlagWeakBasis, FlagOrphanedAnchor, FlagStale}

const (
	dueSoon   = 7  // days
	untouched = 30 // days after which a question without review date is stale
)

// Due is a flag with its reason in words ("due 3 days ago").
type Due struct {
	Flag   Flag
	Reason string
}

// Asked is a question of a briefing, as the review queue lists it.
type Asked struct {
	Briefing string // id
	Question *Question
	// WeakBasis says why the basis of its answer no longer carries, "" if it
	// does: see WeakBasis.
	WeakBasis string
}

// Row is a line of the review queue: why a question stands in it, the most
// pressing reason first.
type Row struct {
	Asked
	Reasons []Due
}

// ReviewQueue returns the questions that need a look today (an EDTF day), each
// with the reasons, in an order that only depends on them: the most pressing
// flag, then priority, due date, and briefing. Proposals that nobody has
// accepted, and records that are not shown, are no part of it.
func ReviewQueue(questions []Asked, today string) []Row {
	var rows []Row
	for _, a := range questions {
		if a.Question.Proposed || !a.Question.Live() {
			continue
		}
		if reasons := a.Question.Flags(today, a.WeakBasis); len(reasons) > 0 {
			rows = append(rows, Row{a, reasons})
		}
	}
	slices.SortStableFunc(rows, func(a, b Row) int {
		return cmp.Or(
			cmp.Compare(slices.Index(flagOrder[:], a.Reasons[0].Flag), slices.Index(flagOrder[:], b.Reasons[0].Flag)),
			cmp.Compare(a.Question.Priority.rank(), b.Question.Priority.rank()),
			cmp.Compare(orLast(a.Question.Due), orLast(b.Question.Due)),
			cmp.Compare(orLast(a.Question.Review), orLast(b.Question.Review)),
			cmp.Compare(a.Briefing, b.Briefing),
			cmp.Compare(a.Question.Handle, b.Question.Handle),
		)
	})
	return rows
}

func (p Priority) rank() int {
	switch p {
	case High:
		return 0
	case Low:
		return 2
	}
	return 1
}

// orLast makes a missing date sort behind all others.
func orLast(date string) string {
	if date == "" {
		return "~"
	}
	return date
}

// Flags returns why a question needs a look today, the most pressing first.
// weakBasis is as in Asked.
func (q *Question) Flags(today, weakBasis string) []Due {
	var out []Due
	add := func(f Flag, reason string) {
		if reason != "" {
			out = append(out, Due{f, reason})
		}
	}
	waiting := !q.Status.Closed()
	if waiting {
		add(FlagOverdue, q.overdue(today))
		add(FlagDueSoon, q.dueSoon(today))
	}
	add(FlagNewEvidence, q.newEvidence())
	if q.Current() != nil {
		add(FlagWeakBasis, weakBasis)
	}
	add(FlagOrphanedAnchor, q.orphaned())
	if waiting {
		add(FlagStale, q.stale(today))
	}
	return out
}

func (q *Question) overdue(today string) string {
	left, ok := daysUntil(q.Due, today)
	if !ok || left >= 0 {
		return ""
	}
	return "due " + days(-left) + " ago"
}

func (q *Question) dueSoon(today string) string {
	left, ok := daysUntil(q.Due, today)
	switch {
	case !ok || left < 0 || left > dueSoon:
		return ""
	case left == 0:
		return "due today"
	}
	return "due in " + days(left)
}

func (q *Question) newEvidence() string {
	offered, against := 0, 0
	answer := q.Current()
	for _, e := range q.Evidence {
		switch {
		case e.Dismissed:
		case e.Offered:
			offered++
		case e.Bearing == Contradicts && answer != nil && e.At.After(answer.At):
			against++
		}
	}
	switch {
	case against > 0:
		return "contrary evidence since the answer: " + count(against, "passage")
	case offered > 0:
		return count(offered, "passage") + " offered as evidence"
	}
	return ""
}

func (q *Question) orphaned() string {
	for _, a := range q.Anchors {
		if !a.Placed() {
			return "its passage is not in the text any more"
		}
	}
	return ""
}

func (q *Question) stale(today string) string {
	if left, ok := daysUntil(q.Review, today); ok {
		switch {
		case left > 0:
			return ""
		case left == 0:
			return "to be looked at again today"
		}
		return "to be looked at again since " + q.Review
	}
	if idle := q.idle(today); idle >= untouched && q.Status != Deferred {
		return "no look for " + days(idle)
	}
	return ""
}

// idle is for how many days nobody touched the question; 0 if it is not known.
func (q *Question) idle(today string) int {
	last := q.Modified
	if last.IsZero() {
		last = q.Created
	}
	if last.IsZero() {
		return 0
	}
	left, _ := daysUntil(last.UTC().Format(dayLayout), today)
	return max(-left, 0)
}

// Age is how many days ago the question was raised; 0 if it is not known.
func (q *Question) Age(today string) int {
	if q.Created.IsZero() {
		return 0
	}
	left, _ := daysUntil(q.Created.UTC().Format(dayLayout), today)
	return max(-left, 0)
}

// daysUntil counts the days from today to the last day of a date; not ok where
// one of them is no date or never ends.
func daysUntil(date, today string) (int, bool) {
	d, err := edtf.Parse(date)
	if err != nil {
		return 0, false
	}
	now, err := edtf.Parse(today)
	if err != nil {
		return 0, false
	}
	_, last := d.Bounds()
	first, _ := now.Bounds()
	return int(last - first), last != edtf.Latest
}

// WeakBasis says why the answer that counts no longer rests on what it rested
// on: a linked record that a person rejected or that vanished from its source,
// or a reference that has since been graded unreliable (E, or credibility 5).
// find looks a record up; it returns nil for one that it does not know.
func WeakBasis(q *Question, find func(briefing string, h Handle) Record) string {
	if q.Current() == nil {
		return ""
	}
	for _, e := range q.Evidence {
		if e.Dismissed || e.Offered || e.Record == "" {
			continue
		}
		record := find(e.Briefing, e.Record)
		if record == nil {
			continue
		}
		name := string(e.Record)
		switch head := record.Common(); head.State {
		case StateRejected:
			return name + " was rejected"
		case StateRetired:
			return name + " vanished from its source"
		}
		if r, ok := record.(*Reference); ok && (r.Grade.Reliability == "E" || r.Grade.Credibility == "5") {
			return name + " is graded " + r.Grade.String()
		}
	}
	return ""
}

// Weigh finds out of each question whether the basis of its answer still
// carries. read brings a briefing, nil for one that is gone: its passages are
// kept with the evidence. Each briefing is read once, and only where an answer
// rests on it.
func Weigh(asked []Asked, read func(id string) *Briefing) {
	known := map[string]*Briefing{}
	find := func(id string, h Handle) Record {
		b, done := known[id]
		if !done {
			b = read(id)
			known[id] = b
		}
		if b == nil {
			return nil
		}
		return b.Record(h)
	}
	for i := range asked {
		asked[i].WeakBasis = WeakBasis(asked[i].Question, find)
	}
}

func days(n int) string { return count(n, "day") }

func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
