package reader

import (
	"time"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/ui/page"
)

// markPage tells the page what to light up and what to note in the margin.
func (d *document) markPage() {
	var marks []page.Mark
	add := func(a *briefings.Anchor, role page.Role) {
		if a != nil && a.Placed() && a.DocEnd > a.DocStart {
			marks = append(marks, page.Mark{Range: page.Range{Start: a.DocStart, End: a.DocEnd}, Role: role})
		}
	}
	if d.selection != nil {
		marks = append(marks, page.Mark{Range: d.selection.span(), Role: page.Selection})
	}
	add(d.lit, page.Passage)
	// A note stands below its paragraph, so that it parts no sentence; the bar in
	// the margin says which lines it is about.
	var insets []page.Inset
	for i := range d.briefing.Annotations {
		n := &d.briefing.Annotations[i]
		a := firstAnchor(&n.Head)
		if !n.Live() || a == nil || !a.Placed() {
			continue
		}
		if n.Motivation == briefings.Highlighting {
			add(a, page.Highlight)
			continue
		}
		add(a, page.Note)
		insets = append(insets, page.Inset{After: d.text.Block(d.text.At(a.DocEnd - 1)).End, Text: clean.Of(n.Body), Aside: clean.Of(noteAside(n)), Role: page.Note})
	}
	for i := range d.briefing.Questions {
		if q := &d.briefing.Questions[i]; q.Live() && !q.Status.Closed() {
			add(firstAnchor(&q.Head), page.Question)
		}
	}
	for i := range d.briefing.Limits {
		if l := &d.briefing.Limits[i]; l.Live() && l.Transfer == briefings.Withheld {
			add(firstAnchor(&l.Head), page.Limit)
		}
	}
	d.page.SetMarks(marks)
	d.page.SetInsets(insets)
	hits, current := d.search.ranges()
	d.page.SetHits(hits, current)
}

func noteAside(n *briefings.Annotation) string {
	if n.Created.IsZero() {
		return n.By
	}
	return n.By + ", " + n.Created.Format(time.DateOnly)
}
