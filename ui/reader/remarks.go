package reader

import (
	"strings"

	"dossier/briefings"
)

// subjectOf is what a note is on: a record, or the section on whose heading it stands;
// "" where it is on words of the text, or on the whole briefing.
func (b *holding) subjectOf(n *briefings.Annotation) briefings.Handle {
	if n.Re != "" {
		return n.Re
	}
	if a := firstAnchor(&n.Head); a != nil && a.Placed() {
		return headedBy(b.Sections, a)
	}
	return ""
}

// headedBy is the section whose heading a passage is, "" if it is none.
func headedBy(sections []briefings.Section, a *briefings.Anchor) briefings.Handle {
	if i := briefings.SectionAt(sections, a.DocStart); i >= 0 && sections[i].Start == a.DocStart && sections[i].Title == a.Exact {
		return sections[i].Handle
	}
	return ""
}

// remarksOn are the notes that people wrote about the record or section of an item: a
// sign before its row says that there are some.
func (l *list) remarksOn(it *item) (lines []string) {
	on := it.heads
	if it.record != nil && it.evidence == 0 {
		on = it.record.Common().Handle
	}
	if l.of == nil || on == "" {
		return nil
	}
	for _, i := range l.of.remarks[on] {
		n := &l.of.Annotations[i]
		lines = append(lines, "Note: "+strings.Join(strings.Fields(n.Body), " ")+"  ("+noteAside(n)+")")
	}
	return lines
}
