package briefings

import "fmt"

// Offer adds a passage that may bear on the question, to be linked or
// dismissed by a person. It says whether it was new: what was offered, linked
// or dismissed before is left as it is. The words decide, not the place, so
// that a re-import asks nothing twice.
func (q *Question) Offer(e Evidence) bool {
	if q.Knows(e) {
		return false
	}
	e.Offered, e.Dismissed = true, false
	q.Evidence = append(q.Evidence, e)
	return true
}

// Knows says whether a piece of evidence was offered, linked or dismissed
// before.
func (q *Question) Knows(e Evidence) bool {
	for i := range q.Evidence {
		if q.Evidence[i].same(&e) {
			return true
		}
	}
	return false
}

// same says whether two pieces of evidence are one record or one passage.
func (e *Evidence) same(other *Evidence) bool {
	if e.Briefing != other.Briefing || e.Record != other.Record || (e.Anchor == nil) != (other.Anchor == nil) {
		return false
	}
	return e.Anchor == nil || Fold(e.Anchor.Exact) == Fold(other.Anchor.Exact)
}

// Link makes the n-th piece of evidence count, with what it does to the
// answer. It may have been offered, dismissed, or linked otherwise before.
func (q *Question) Link(n int, bearing Bearing, by string, at Time) error {
	switch bearing {
	case Supports, Contradicts, Context:
	default:
		return fmt.Errorf("%q says not what the evidence does; it supports, contradicts or is context", bearing)
	}
	e, err := q.evidence(n)
	if err != nil {
		return err
	}
	e.Bearing, e.By, e.At = bearing, by, at
	e.Offered, e.Dismissed = false, false
	return nil
}

// Dismiss remembers that the n-th piece of evidence has nothing to do with the
// question, so that it is not offered again.
func (q *Question) Dismiss(n int, by string, at Time) error {
	e, err := q.evidence(n)
	if err != nil {
		return err
	}
	e.By, e.At = by, at
	e.Offered, e.Dismissed = false, true
	return nil
}

func (q *Question) evidence(n int) (*Evidence, error) {
	if n < 0 || n >= len(q.Evidence) {
		return nil, fmt.Errorf("the question has no evidence %d, it has %d pieces", n+1, len(q.Evidence))
	}
	return &q.Evidence[n], nil
}

// Linked counts the pieces of evidence that a person made count.
func (q *Question) Linked() int {
	n := 0
	for i := range q.Evidence {
		if e := &q.Evidence[i]; !e.Offered && !e.Dismissed {
			n++
		}
	}
	return n
}

// Offers returns the places in Evidence of what waits to be linked or dismissed.
func (q *Question) Offers() []int {
	var out []int
	for i, e := range q.Evidence {
		if e.Offered && !e.Dismissed {
			out = append(out, i)
		}
	}
	return out
}
