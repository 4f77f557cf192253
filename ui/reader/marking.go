package reader

import (
	"time"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/ui/page"
)

// markPage tells the page what to light up.
func (d *document) markPage() {
	var marks []page.Mark
	if d.selection != nil {
		marks = append(marks, page.Mark{Range: d.selection.span(), Role: page.Selection})
	}
	d.page.SetPointers(markAnchor(marks, d.lit, page.Passage))
	hits, current := d.search.ranges()
	d.page.SetHits(hits, current)
}

// markRecords makes the marks and the notes in the text anew from the records.
func (d *document) markRecords() {
	var marks []page.Mark
	insets := append(d.lostInsets(), d.draftInsets()...)
	for i := range d.briefing.Annotations {
		n := &d.briefing.Annotations[i]
		a := firstAnchor(&n.Head)
		switch {
		case !n.Live() || a == nil || !a.Placed():
		case n.Motivation == briefings.Highlighting:
			marks = markAnchor(marks, a, page.Highlight)
		default:
			marks = markAnchor(marks, a, page.Note)
			insets = append(insets, d.inset(n, a))
		}
	}
	b := d.briefing
	for _, c := range b.of(briefings.KindQuestion) {
		if !b.Questions[c.also].Status.Closed() {
			marks = markCard(marks, c, page.Question)
		}
	}
	for _, c := range b.of(briefings.KindLimit) {
		if transfers[c.group] == briefings.Withheld {
			marks = markCard(marks, c, page.Limit)
		}
	}
	d.page.SetMarks(marks)
	d.page.SetInsets(insets)
	d.markPage()
}

// inset is a note in the text. It stands below its paragraph, so that it parts
// no sentence; the bar in the margin says which lines it is about.
func (d *document) inset(n *briefings.Annotation, a *briefings.Anchor) page.Inset {
	end := d.text.Block(d.text.At(a.DocEnd - 1)).End
	aside := noteAside(n)
	if a.Adrift() {
		aside = anchorWords(a.State) + ": M   " + aside
	}
	return page.Inset{After: end, Text: clean.Of(n.Body), Aside: clean.Of(aside), Role: page.Note}
}

func markAnchor(marks []page.Mark, a *briefings.Anchor, role page.Role) []page.Mark {
	if a == nil || !a.Placed() || a.DocEnd <= a.DocStart {
		return marks
	}
	return append(marks, page.Mark{Range: page.Range{Start: a.DocStart, End: a.DocEnd}, Role: role})
}

// markCard marks the first passage of a record that is shown.
func markCard(marks []page.Mark, c *card, role page.Role) []page.Mark {
	if s, ok := c.spot(); ok && c.is(live) && s.End > s.Start {
		return append(marks, page.Mark{Range: page.Range{Start: int(s.Start), End: int(s.End)}, Role: role})
	}
	return marks
}

func noteAside(n *briefings.Annotation) string {
	if n.Created.IsZero() {
		return n.By
	}
	return n.By + ", " + n.Created.Format(time.DateOnly)
}
