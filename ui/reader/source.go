package reader

import (
	"sort"

	"dossier/briefings"
	"dossier/ui/page"
)

// Text is the text of a briefing. What is not asked for need not be read, so
// that a long document opens as quickly as a short one.
type Text interface {
	page.Document
	// End is the number of code points of the canonical text.
	End() int
	// At returns the index of the last block that begins at or before a code
	// point; 0 in an empty text.
	At(point int) int
	// Revision says what is known of the text besides its blocks.
	Revision() briefings.Revision
}

// TextOf gives a revision that is in memory as a Text.
func TextOf(rev *briefings.Revision) Text { return inMemory{page.Of(rev), rev} }

type inMemory struct {
	page.Document
	rev *briefings.Revision
}

func (m inMemory) End() int {
	if n := len(m.rev.Blocks); n > 0 {
		return m.rev.Blocks[n-1].End
	}
	return 0
}

func (m inMemory) At(point int) int {
	after := sort.Search(len(m.rev.Blocks), func(i int) bool { return m.rev.Blocks[i].Start > point })
	return max(after-1, 0)
}

func (m inMemory) Revision() briefings.Revision { return *m.rev }
