package revise

import (
	"sort"

	"dossier/briefings"
)

// nearby returns the code point of the new text at which a passage would stand,
// whether it does or not: the end of the sentence that stood before it, or the
// start of the one behind it, whichever is less far away and still there.
func (a *Alignment) nearby(anchor *briefings.Anchor) int {
	at := anchor.At()
	if anchor.Placed() && anchor.Revision != 0 && anchor.Revision != a.old.number {
		return 0 // of a text that is neither
	}
	was := a.old.locator.Byte(at)
	before, behind := a.old.beside(was)
	for before >= 0 || behind < len(a.old.sentences) {
		if before >= 0 {
			if _, end, ok := a.standing(before); ok {
				return a.new.locator.Point(end)
			}
		}
		if behind < len(a.old.sentences) {
			if start, _, ok := a.standing(behind); ok {
				return a.new.locator.Point(start)
			}
		}
		before, behind = before-1, behind+1
	}
	return 0
}

// beside returns the last sentence that ends at or before a byte, -1 for none,
// and the first one behind the sentence that holds the byte.
func (t *Text) beside(at int) (before, behind int) {
	before = sort.Search(len(t.sentences), func(i int) bool { return t.sentences[i].end > at }) - 1
	behind = before + 1
	if behind < len(t.sentences) && t.sentences[behind].start <= at {
		behind++
	}
	return before, behind
}

// standing says where an old sentence stands in the new text, in bytes.
func (a *Alignment) standing(i int) (start, end int, ok bool) {
	if at, within := a.within[i]; within {
		return at, at + a.old.sentences[i].end - a.old.sentences[i].start, true
	}
	j := max(a.same[i], a.became[i])
	if j < 0 {
		return 0, 0, false
	}
	return a.new.sentences[j].start, a.new.sentences[j].end, true
}
