package reader

import (
	"maps"

	"dossier/briefings"
)

// A new version of a text moves no reader: the places in it are carried over to the
// same words. It need not be known what else changed, as for notes: a place that is
// a little off harms nobody.

const (
	// carriedBy is how many blocks above and below a place are tried: those at hand may
	// be the ones that changed.
	carriedBy = 50
	// carriedOver is how many blocks up and down a text may have moved.
	carriedOver = 2000
)

// earlier is the text that places are of; nil if that is the current one, if it is not
// known, or if the briefing came without its earlier texts.
func (a *App) earlier(id string, of, current int) Text {
	if of == 0 || of >= current {
		return nil
	}
	rev, err := a.cfg.Library.Revision(a.ctx, id, of)
	if err != nil {
		return nil
	}
	return TextOf(rev)
}

// carried takes the places of a reading over from one text to another.
func carried(r briefings.Reading, from, to Text) briefings.Reading {
	if r.Block < from.Len() {
		place := carry(from, to, from.Block(r.Block).Start+r.Line)
		r.Block = to.At(place)
		r.Line = place - to.Block(r.Block).Start
	}
	r.Marks = maps.Clone(r.Marks)
	for letter, place := range r.Marks {
		r.Marks[letter] = carry(from, to, place)
	}
	r.Text = to.Revision().Number
	return r
}

// carry takes a code point over to the block that says the same, or as far from the
// nearest one that does as it was; where none does, it stays what it was.
func carry(from, to Text, point int) int {
	if from.Len() == 0 || to.Len() == 0 {
		return 0
	}
	at := from.At(point)
	for by := range 2 * carriedBy {
		near := at + aside(by)
		if near < 0 || near >= from.Len() || from.Block(near).Text == "" {
			continue
		}
		same, ok := sameBlock(from.Block(near).Text, to, near)
		switch {
		case ok && by == 0:
			return to.Block(same).Start + point - from.Block(at).Start
		case ok:
			return to.Block(min(max(same-aside(by), 0), to.Len()-1)).Start
		}
	}
	return min(point, to.End())
}

// sameBlock finds the block with a text that is the nearest to a place.
func sameBlock(words string, in Text, place int) (at int, ok bool) {
	for by := range 2 * carriedOver {
		if at := place + aside(by); at >= 0 && at < in.Len() && in.Block(at).Text == words {
			return at, true
		}
	}
	return 0, false
}

// aside counts away from a place in turn: 0, 1, -1, 2, -2 …
func aside(n int) int {
	if n%2 == 1 {
		return (n + 1) / 2
	}
	return -n / 2
}
