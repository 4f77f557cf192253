package revise

import (
	"slices"

	"dossier/briefings"
)

// Change is a sentence that is not as it was: for "changed since you read".
type Change struct {
	Op      ChangeOp
	Section briefings.Handle // in the new text; of what went, the section that took its place
	Title   string           // of that section
	Before  string
	After   string
	Words   []Word // of a reworded sentence
	// DocStart and DocEnd are where it stands in the new text, in code points;
	// of what went, where it stood: the end of what stood before it.
	DocStart, DocEnd int
	Grave            bool // a number, a negation or a name differs
}

// ChangeOp says what happened to a sentence.
type ChangeOp string

const (
	Inserted  ChangeOp = "added"
	Deleted   ChangeOp = "removed"
	Reworded  ChangeOp = "reworded"
	Relocated ChangeOp = "moved"
)

// Changes lists what changed from the old text to the new, in the order of the
// new one.
func (a *Alignment) Changes() []Change {
	var out []Change
	origin := a.origins()
	inOrder := a.inOrder(origin)
	for j := range a.new.sentences {
		s := &a.new.sentences[j]
		c := Change{Section: a.new.handle(s.section), Title: a.new.title(s.section), After: a.new.words[s.start:s.end],
			DocStart: a.new.locator.Point(s.start), DocEnd: a.new.locator.Point(s.end)}
		i := origin[j]
		if i >= 0 {
			from := &a.old.sentences[i]
			c.Before = a.old.words[from.start:from.end]
		}
		switch {
		case i < 0:
			c.Op = Inserted
		case a.became[i] == j:
			c.Op, c.Words = Reworded, Diff(c.Before, c.After)
			c.Grave = grave(c.Words)
		case !inOrder[j]:
			c.Op = Relocated
		default:
			continue
		}
		out = append(out, c)
	}
	out = append(out, a.deletions()...)
	slices.SortStableFunc(out, func(x, y Change) int { return x.DocStart - y.DocStart })
	return out
}

// deletions lists old sentences that are gone, at the place where they stood.
func (a *Alignment) deletions() []Change {
	var out []Change
	at := 0
	section := -1
	for i := range a.old.sentences {
		s := &a.old.sentences[i]
		if j := max(a.same[i], a.became[i]); j >= 0 {
			at, section = a.new.locator.Point(a.new.sentences[j].end), a.new.sentences[j].section
			continue
		}
		handle, ok := a.sections[a.old.handle(s.section)]
		if !ok {
			handle = a.new.handle(section)
		}
		out = append(out, Change{Op: Deleted, Section: handle, Title: a.old.title(s.section), Before: a.old.words[s.start:s.end], DocStart: at, DocEnd: at})
	}
	return out
}

// inOrder marks the new sentences whose origins rise: a longest increasing
// subsequence. The others moved.
func (a *Alignment) inOrder(origin []int) []bool {
	var tails []int // new index that ends the best run of each length
	before := filled(len(origin))
	for j, i := range origin {
		if i < 0 {
			continue
		}
		n, _ := slices.BinarySearchFunc(tails, i, func(t, i int) int { return origin[t] - i })
		if n > 0 {
			before[j] = tails[n-1]
		}
		if n == len(tails) {
			tails = append(tails, j)
		} else {
			tails[n] = j
		}
	}
	out := make([]bool, len(origin))
	if len(tails) > 0 {
		for j := tails[len(tails)-1]; j >= 0; j = before[j] {
			out[j] = true
		}
	}
	return out
}
