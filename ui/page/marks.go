package page

import (
	"slices"
	"sort"

	"dossier/briefings/clean"
)

// Range is a half-open range of code points of the document's canonical text.
type Range struct{ Start, End int }

// Mark lights a passage up or notes something in the margin beside it.
type Mark struct {
	Range
	Role Role
}

// Role says what a mark means, and so how it looks.
type Role uint8

const (
	// Passage is what a pane points at: background and bar.
	Passage Role = iota
	// Selection is what the analyst is selecting.
	Selection
	// Highlight is kept by the analyst: background and a broken bar.
	Highlight
	// Note has a note: a bar in the margin.
	Note
	// Question raises a question: its sign in the margin of the first line.
	Question
	// Limit is held back: its sign in the margin of the first line.
	Limit
	// Possible may be passed on: its words in colour.
	Possible
	// Reworded is said otherwise in another text: "~" in the margin.
	Reworded
	// Relocated stands elsewhere in another text: an arrow in the margin.
	Relocated
	// Added and Removed are not in another text: "+" and "-" in the margin, the
	// words in colour and underlined.
	Added
	Removed
	// Sentence is what a key would act on: a quiet background.
	Sentence
)

// SetMarks replaces the marks of what was found and noted. Where several lie on
// a word the selection shows before a passage; in the margin the earlier role of
// the list above wins.
func (p *Page) SetMarks(marks []Mark) { p.marks = newMarkIndex(marks) }

// SetPointers replaces the marks that come and go with the cursor: the passage
// that a pane points at, the selection.
func (p *Page) SetPointers(marks []Mark) { p.pointers = marks }

// markIndex finds the marks on a stretch of a text that has very many.
type markIndex struct {
	marks []Mark // by their starts
	reach []int  // the furthest end of the marks up to each
}

func newMarkIndex(marks []Mark) markIndex {
	x := markIndex{slices.Clone(marks), make([]int, len(marks))}
	slices.SortStableFunc(x.marks, func(a, b Mark) int { return a.Start - b.Start })
	far := 0
	for i, m := range x.marks {
		far = max(far, m.End)
		x.reach[i] = far
	}
	return x
}

// touching appends the marks that touch a stretch.
func (x *markIndex) touching(out []Mark, from, to int) []Mark {
	i := sort.Search(len(x.marks), func(i int) bool { return x.marks[i].Start >= to })
	for i--; i >= 0 && x.reach[i] > from; i-- {
		if x.marks[i].End > from {
			out = append(out, x.marks[i])
		}
	}
	return out
}

// SetHits lights up what a search found, the current one apart (an index, -1
// for none). The hits stand in order and do not overlap.
func (p *Page) SetHits(hits []Range, current int) { p.hits, p.hit = hits, current }

// Inset is a text that the layout shows below the line on which a passage
// ends, though it is none of the source: a note, a question.
type Inset struct {
	After int        // code point at which the passage ends
	Text  clean.Text // wrapped to the text's width
	Aside clean.Text // dim, at the end: who and when, or a handle
	Role  Role
	Dim   bool // it speaks of what is not there any more
}

// inset is an Inset laid out.
type inset struct {
	Inset
	lines []line
}

// SetInsets replaces all insets.
func (p *Page) SetInsets(insets []Inset) {
	p.insets = p.insets[:0:0]
	for _, in := range insets {
		p.insets = append(p.insets, inset{Inset: in})
	}
	sort.SliceStable(p.insets, func(i, j int) bool { return p.insets[i].After < p.insets[j].After })
	p.layInsets()
}

func (p *Page) layInsets() {
	for i := range p.insets {
		p.insets[i].lines = p.lay.inset(p.insets[i].Inset)
	}
}

// insetRow names a row of an inset.
type insetRow struct {
	inset *inset
	line  int
}

// insetsBelow returns the rows that are inserted below a line.
func (p *Page) insetsBelow(l *laid, at int) []insetRow {
	if len(p.insets) == 0 || at < 0 {
		return nil
	}
	from, to := int(l.lines[at].from), int(l.lines[at].to)
	if !l.lines[at].tail {
		return nil
	}
	if l.lines[at].decor { // the rule of a heading, in the place of the line above it
		from = int(l.lines[at-1].from)
	}
	var rows []insetRow
	first := sort.Search(len(p.insets), func(i int) bool { return p.insets[i].After > from })
	for i := first; i < len(p.insets) && p.insets[i].After <= to; i++ {
		for line := range p.insets[i].lines {
			rows = append(rows, insetRow{&p.insets[i], line})
		}
	}
	return rows
}
