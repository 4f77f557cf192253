package reader

import "dossier/ui/page"

// selection grows by words or by sentences from where it began.
type selection struct {
	bySentence bool
	first      page.Range // word or sentence that it began with
	last       page.Range // and that it ends with now
}

// says what is being done while there is one.
func (s *selection) says() string {
	if s.bySentence {
		return "selecting sentences"
	}
	return "selecting words"
}

func (s *selection) span() page.Range {
	return page.Range{Start: min(s.first.Start, s.last.Start), End: max(s.first.End, s.last.End)}
}

// selectFrom begins a selection at the place, or ends one of the same kind.
func (d *document) selectFrom(bySentence bool) {
	defer d.markPage()
	if d.selection != nil && d.selection.bySentence == bySentence {
		d.selection = nil
		return
	}
	unit := d.page.WordAt
	if bySentence {
		unit = d.page.SentenceAt
	}
	if first, ok := unit(d.place); ok {
		d.selection = &selection{bySentence: bySentence, first: first, last: first}
	}
}

// grow moves the selection's end by words or sentences.
func (d *document) grow(by int) {
	s := d.selection
	next, previous := d.page.NextWord, d.page.PreviousWord
	if s.bySentence {
		next, previous = d.page.NextSentence, d.page.PreviousSentence
	}
	step := next
	if by < 0 {
		step, by = previous, -by
	}
	for ; by > 0; by-- {
		to, ok := step(s.last.Start)
		if !ok {
			break
		}
		s.last = to
	}
	d.moveTo(s.last.Start)
}
