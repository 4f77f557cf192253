package briefings

import "slices"

// Adrift returns the index of the first passage of a record that a person should
// look at: one that drifted, fits several places, or is gone. It is -1 if there
// is none, or if the record does not count any more.
func Adrift(r Record) int {
	h := r.Common()
	if !h.Live() {
		return -1
	}
	return slices.IndexFunc(h.Anchors, func(a Anchor) bool { return !a.Placed() || a.State == Drifted })
}

// Attach puts a passage of a record where a person says that it is; an index
// beyond the last adds one. The passage that it was before is in the record's
// history.
func Attach(r Record, passage int, to Anchor) {
	h := r.Common()
	to.State, to.Revision, to.Near = Anchored, 0, 0
	h.Anchors = slices.Clone(h.Anchors)
	if passage >= len(h.Anchors) {
		h.Anchors = append(h.Anchors, to)
		return
	}
	h.Anchors[passage] = to
}
