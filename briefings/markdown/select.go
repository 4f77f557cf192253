package markdown

import (
	"cmp"
	"slices"

	"dossier/briefings"
	"dossier/briefings/edtf"
)

// Tally counts what an export holds and what it leaves out, so that the
// command can say it.
type Tally struct {
	Open, Answered, Proposed int // questions
	Notes, Unplaced          int // annotations; those whose passage is gone
	Limits, Events, Actors   int
	References               int
	Rejected, Retired        int // tombstones, never printed
	Filtered                 int // live records that the options leave out
}

func (o NotesOptions) wants(k briefings.Kind) bool {
	return len(o.Only) == 0 || slices.Contains(o.Only, k)
}

// Select returns a copy of the briefing with the live records that the options
// ask for, in the fixed order of an export, and counts them.
func Select(b *briefings.Briefing, o NotesOptions) (*briefings.Briefing, Tally) {
	var t Tally
	out := &briefings.Briefing{
		Meta: b.Meta, Sections: slices.Clone(b.Sections),
		Events: []briefings.Event{}, Actors: []briefings.Actor{}, Limits: []briefings.Limit{},
		Questions: []briefings.Question{}, References: []briefings.Reference{}, Annotations: []briefings.Annotation{},
	}
	titles := sectionTitles(b.Sections)
	for _, r := range b.Records() {
		head := r.Common()
		switch {
		case !head.Live():
			if head.State == briefings.StateRetired {
				t.Retired++
			} else {
				t.Rejected++
			}
		case !o.chooses(r, titles):
			t.Filtered++
		default:
			out.Add(r.Clone())
		}
	}
	arrange(out, b)
	t.count(out)
	return out, t
}

func (o NotesOptions) chooses(r briefings.Record, titles map[briefings.Handle]string) bool {
	head := r.Common()
	if !o.wants(r.Kind()) {
		return false
	}
	if q, ok := r.(*briefings.Question); ok && o.Open && q.Status.Closed() {
		return false
	}
	if a, ok := r.(*briefings.Actor); ok && a.Hidden {
		return false
	}
	if o.Reviewed && briefings.Awaits(r) {
		return false
	}
	if !o.Since.IsZero() && head.Modified.Before(o.Since) && head.Created.Before(o.Since) {
		return false
	}
	if o.Tag != "" && !slices.Contains(head.Tags, o.Tag) {
		return false
	}
	return o.Section == "" || slices.ContainsFunc(passages(r), func(a briefings.Anchor) bool {
		return called(a.Section, titles[a.Section], o.Section)
	})
}

// called says whether a section is meant by a handle or a title.
func called(h briefings.Handle, title, name string) bool {
	return string(h) == name || briefings.Fold(title) == briefings.Fold(name)
}

// HasSection says whether a briefing has a section of this handle or title.
func HasSection(b *briefings.Briefing, name string) bool {
	return slices.ContainsFunc(b.Sections, func(s briefings.Section) bool { return called(s.Handle, s.Title, name) })
}

// passages returns the places in the source where a record stands.
func passages(r briefings.Record) []briefings.Anchor {
	switch r := r.(type) {
	case *briefings.Actor:
		return slices.Concat(r.Anchors, r.Mentions)
	case *briefings.Reference:
		return slices.Concat(r.Anchors, r.Cited)
	}
	return r.Common().Anchors
}

func (t *Tally) count(b *briefings.Briefing) {
	for i := range b.Questions {
		switch q := &b.Questions[i]; {
		case q.Proposed:
			t.Proposed++
		case q.Status.Closed():
			t.Answered++
		default:
			t.Open++
		}
	}
	for i := range b.Annotations {
		t.Notes++
		if unplaced(&b.Annotations[i]) {
			t.Unplaced++
		}
	}
	t.Limits, t.Events, t.Actors, t.References = len(b.Limits), len(b.Events), len(b.Actors), len(b.References)
}

// unplaced says whether an annotation had a passage and lost it.
func unplaced(a *briefings.Annotation) bool {
	return len(a.Anchors) > 0 && !slices.ContainsFunc(a.Anchors, func(at briefings.Anchor) bool { return at.Placed() })
}

// arrange puts records into the order of an export: questions by priority,
// events by date, the rest by place in the document, then by handle.
func arrange(b, whole *briefings.Briefing) {
	slices.SortStableFunc(b.Questions, func(x, y briefings.Question) int {
		return cmp.Or(cmp.Compare(rank(x.Priority), rank(y.Priority)), byPlace(&x.Head, &y.Head))
	})
	slices.SortStableFunc(b.Events, func(x, y briefings.Event) int {
		return cmp.Or(byDate(x.When, y.When), byPlace(&x.Head, &y.Head))
	})
	slices.SortStableFunc(b.Actors, func(x, y briefings.Actor) int {
		return cmp.Or(cmp.Compare(len(y.Mentions), len(x.Mentions)), byPlace(&x.Head, &y.Head))
	})
	slices.SortStableFunc(b.Limits, func(x, y briefings.Limit) int { return byPlace(&x.Head, &y.Head) })
	slices.SortStableFunc(b.References, func(x, y briefings.Reference) int { return byPlace(&x.Head, &y.Head) })
	about := map[briefings.Handle]int{} // where what a note is about stands
	for i := range b.Annotations {
		if n := &b.Annotations[i]; len(n.Anchors) == 0 {
			if r := whole.Record(n.Re); r != nil {
				about[n.Handle] = place(r.Common())
			}
		}
	}
	noted := func(n *briefings.Annotation) int {
		if at, ok := about[n.Handle]; ok {
			return at
		}
		return place(&n.Head)
	}
	slices.SortStableFunc(b.Annotations, func(x, y briefings.Annotation) int {
		return cmp.Or(cmp.Compare(noted(&x), noted(&y)), cmp.Compare(x.Handle, y.Handle))
	})
}

func rank(p briefings.Priority) int {
	switch p {
	case briefings.High:
		return 0
	case briefings.Low:
		return 2
	}
	return 1
}

// byDate orders EDTF values by time; what is undated or no EDTF comes last.
func byDate(x, y string) int {
	dx, errX := edtf.Parse(x)
	dy, errY := edtf.Parse(y)
	switch {
	case errX == nil && errY == nil:
		return edtf.Compare(dx, dy)
	case errX == nil:
		return -1
	case errY == nil:
		return 1
	}
	return cmp.Compare(x, y)
}

func byPlace(x, y *briefings.Head) int {
	return cmp.Or(cmp.Compare(place(x), place(y)), cmp.Compare(x.Handle, y.Handle))
}

// place is where a record stands in the document; those without a place last.
func place(h *briefings.Head) int {
	if len(h.Anchors) == 0 {
		return 1 << 30
	}
	return h.Anchors[0].DocStart
}

func sectionTitles(sections []briefings.Section) map[briefings.Handle]string {
	titles := map[briefings.Handle]string{}
	for _, s := range sections {
		titles[s.Handle] = s.Title
	}
	return titles
}

// sectionPaths names each section by its own title and those above it.
func sectionPaths(sections []briefings.Section) map[briefings.Handle]string {
	paths := map[briefings.Handle]string{}
	var above []briefings.Section
	for _, s := range sections {
		for len(above) > 0 && above[len(above)-1].Level >= s.Level {
			above = above[:len(above)-1]
		}
		path := ""
		for _, a := range above {
			if a.Title != "" {
				path += a.Title + " › "
			}
		}
		paths[s.Handle] = path + orElse(s.Title, "Opening")
		above = append(above, s)
	}
	return paths
}
