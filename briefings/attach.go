package briefings

import "slices"

// Passages are all passages of a record in the text of its briefing, which is
// named by its id: the record's own, and of a question those of its evidence that
// somebody linked.
func Passages(r Record, briefing string) []*Anchor {
	h := r.Common()
	var out []*Anchor
	for i := range h.Anchors {
		out = append(out, &h.Anchors[i])
	}
	if q, ok := r.(*Question); ok {
		for i := range q.Evidence {
			e := &q.Evidence[i]
			if e.Anchor != nil && !e.Offered && !e.Dismissed && (e.Briefing == "" || e.Briefing == briefing) {
				out = append(out, e.Anchor)
			}
		}
	}
	return out
}

// Adrift lists which of its Passages a person should look at: those that drifted,
// fit several places, or are gone. A record that does not count any more has none.
func Adrift(r Record, briefing string) (numbers []int) {
	if !r.Common().Live() {
		return nil
	}
	for i, a := range Passages(r, briefing) {
		if a.Adrift() {
			numbers = append(numbers, i)
		}
	}
	return numbers
}

// Attach puts one of its Passages where a person says that it is; a number beyond
// the last adds one. The words that it was made on
// stay with it, and the passage that it was before is in its history.
func Attach(r Record, briefing string, passage int, to Anchor) {
	to.State, to.Revision, to.Near = Anchored, 0, 0
	if all := Passages(r, briefing); passage < len(all) {
		to.Written = all[passage].since(to.Exact)
		*all[passage] = to
		return
	}
	h := r.Common()
	h.Anchors = append(slices.Clip(h.Anchors), to)
}
