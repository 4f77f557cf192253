package briefings

// Awaits says whether a record still waits for a person's eye: it was read by a
// machine or came in somebody's file, and nobody has let it stand, corrected it
// or rejected it yet. A proposed question waits until it is taken.
func Awaits(r Record) bool {
	h := r.Common()
	if !h.Live() || h.Origin == OriginAnalyst || r.Kind() == KindAnnotation && h.Origin != OriginImported {
		return false
	}
	if q, ok := r.(*Question); ok && (q.Proposed || q.Status.Closed()) {
		return q.Proposed && !q.Status.Closed()
	}
	return h.Reviewed.IsZero() && len(h.Edited) == 0
}

// Approve lets a record stand as it is, on behalf of a person. A proposed
// question becomes the person's own, to be looked at again in ReviewAfter days.
func Approve(r Record, by string, at Time) {
	h := r.Common()
	h.Reviewed, h.ReviewedBy = at, by
	q, ok := r.(*Question)
	if !ok || !q.Proposed {
		return
	}
	q.Proposed = false
	if q.Review == "" {
		q.Review = DaysAfter(at.Format(dayLayout), ReviewAfter)
	}
}
