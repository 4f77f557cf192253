package main

import (
	"strings"
	"unicode/utf8"
)

// reason says why a passage that stands word for word was not placed.
type reason int

const (
	// eitherFits: the sentence is one of several equal ones, and had one of the
	// others gone there in its stead, as many sentences would stand beside the
	// ones that they stood beside. No reader of the two texts could tell.
	eitherFits reason = iota
	// changedAround: the sentence changed, and too few of the words beside the
	// passage are left, or it stands in the sentence more than once.
	changedAround
	// shortMoved: one of several equal sentences of a few letters that moved away
	// from all that it stood beside. Such words come and go without being moved.
	shortMoved
	// other: the texts tell, and the alignment does not.
	other
	reasons = iota
)

func (r reason) String() string {
	return [...]string{
		"one of several equal sentences, and another reading keeps as many neighbours",
		"a few words of a sentence that changed around them",
		"one of several equal sentences of under 12 letters that moved",
		"the texts tell where it went",
	}[r]
}

// whyUnplaced finds the reason for a range of bytes of the original text. A
// range over several sentences has the reason of the first that has one.
func whyUnplaced(was, is document, start, end int) reason {
	old, now := was.order(), is.order()
	why := other
	for _, u := range old {
		if u.origin >= end || u.origin+len(u.words) <= start {
			continue
		}
		for _, n := range now {
			if n.origin == u.origin && n.words != u.words {
				return changedAround
			}
		}
		for _, twin := range old {
			if twin.origin != u.origin && twin.words == u.words && kept(old, exchanged(now, u.origin, twin.origin)) >= kept(old, now) {
				return eitherFits
			}
			if twin.origin != u.origin && twin.words == u.words && utf8.RuneCountInString(u.words) < 12 {
				why = shortMoved
			}
		}
	}
	return why
}

// place is a sentence in the order of a text, known by where it stood.
type place struct {
	origin int
	words  string
}

// order lists the sentences of a document that the original text has.
func (d document) order() []place {
	var out []place
	for _, b := range d.blocks {
		for _, u := range b.units {
			if len(u) > 0 && u[0].origin >= 0 {
				out = append(out, place{u[0].origin, strings.TrimSpace(u.String())})
			}
		}
	}
	return out
}

// exchanged is an order with two sentences taken for each other; one that is
// not there is taken for the other one too.
func exchanged(order []place, x, y int) []place {
	out := append([]place(nil), order...)
	for i := range out {
		switch out[i].origin {
		case x:
			out[i].origin = y
		case y:
			out[i].origin = x
		}
	}
	return out
}

// kept counts the sentences that stand right behind the one that they stood
// behind, with the start and the end of the text.
func kept(old, now []place) int {
	behind := map[int]int{}
	at := -1
	for _, p := range old {
		behind[at], at = p.origin, p.origin
	}
	behind[at] = -1
	n := 0
	at = -1
	for _, p := range append(now, place{origin: -1}) {
		if next, ok := behind[at]; ok && next == p.origin {
			n++
		}
		at = p.origin
	}
	return n
}
