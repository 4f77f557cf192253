package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dossier/briefings/extract"
)

// reason says why a passage that stands word for word was not placed. It is found
// by what is known of the edits, which the alignment is not told.
type reason int

const (
	// apart: two histories lead from the one text to the other, and neither moves
	// fewer sentences. In one of them the passage went where it did, in the other
	// one its like went there: one of two equal sentences side by side is gone,
	// and nobody who has both texts can say which.
	apart reason = iota
	// anew: the words are few, together with what stood beside them and went with
	// them. The same letters may have been written anew.
	anew
	// told: the texts tell, and the alignment does not.
	told
	reasons = iota
)

// few is under how many letters words are few, with what went with them.
const few = 12

func (r reason) String() string {
	return [...]string{
		"cannot be told apart: had the same words that stand elsewhere gone there, no more sentences would have moved, nor left their lines",
		"cannot be told from words written anew: under 12 letters, with what stood beside them and went with them",
		"the texts tell where it went",
	}[r]
}

// edited is a text before and after, and where each byte of it went.
type edited struct {
	source *extract.Source
	new    string
	places []int
}

// whyUnplaced finds the reason for a passage of the old text, in bytes, of which
// every word stands in the new one.
func (e *edited) whyUnplaced(start, end int) reason {
	if e.exchangeable(start, end) || e.twiceInItsSentence(start, end) {
		return apart
	}
	if e.along(start, -1)+utf8.RuneCountInString(e.source.Text[start:end])+e.along(end-1, 1) < few {
		return anew
	}
	return told
}

// exchangeable says whether the sentences of a passage and others could have gone
// each where the others went, with no more sentences moved and no more of them parted
// otherwise from what stands beside them. The others have the same words, or
// came to have them; sentences beside them that are equal too may go with them.
func (e *edited) exchangeable(start, end int) bool {
	order := e.order()
	truth := moved(order)
	from, to := e.sentence(start), e.sentence(end-1)+1
	for twin := range e.source.Sentences {
		if twin == from || !e.alike(from, twin, to-from) {
			continue
		}
		for before := 0; before <= mostBeside && e.alike(from-before, twin-before, before); before++ {
			for behind := 0; behind <= mostBeside && e.alike(to, twin+to-from, behind); behind++ {
				n := before + to - from + behind
				if d := twin - from; max(d, -d) >= n && moved(exchanged(order, from-before, twin-before, n)) <= truth && !e.linesTell(from-before, twin-before, n) {
					return true
				}
			}
		}
	}
	return false
}

// linesTell says whether n sentences from x and from y keep more of the line ends beside
// them where they went than if each had gone where the other went.
func (e *edited) linesTell(x, y, n int) bool {
	kept, exchanged := 0, 0
	for k := range n {
		kept += e.sameEnds(x+k, x+k) + e.sameEnds(y+k, y+k)
		exchanged += e.sameEnds(x+k, y+k) + e.sameEnds(y+k, x+k)
	}
	return kept > exchanged
}

// sameEnds counts the sides, none to two, on which old sentence i begins or ends a line as
// the place does that sentence j went to.
func (e *edited) sameEnds(i, j int) int {
	s := e.source.Sentences[j]
	from, to := e.places[s.Start], e.places[s.End-1]
	if from < 0 || to < from {
		return 0
	}
	ends := func(text string, at int) bool { return at < 0 || at == len(text) || text[at] == '\n' }
	old, n := e.source.Sentences[i], 0
	if ends(e.source.Text, old.Start-1) == ends(e.new, from-1) {
		n++
	}
	if ends(e.source.Text, old.End) == ends(e.new, to+1) {
		n++
	}
	return n
}

// mostBeside is how many equal sentences on each side are taken along.
const mostBeside = 8

// alike says whether n sentences from two places have the same words each, in the
// old text or in the new one.
func (e *edited) alike(x, y, n int) bool {
	if min(x, y) < 0 || max(x, y)+n > len(e.source.Sentences) {
		return false
	}
	for k := range n {
		if e.words(x+k) != e.words(y+k) && (e.now(x+k) == "" || e.now(x+k) != e.now(y+k)) {
			return false
		}
	}
	return true
}

// equal says whether two sentences of the old text have the same words.
func (e *edited) equal(x, y int) bool {
	return min(x, y) >= 0 && max(x, y) < len(e.source.Sentences) && e.words(x) == e.words(y)
}

// words are those of a sentence in the old text.
func (e *edited) words(i int) string {
	s := e.source.Sentences[i]
	return e.source.Text[s.Start:s.End]
}

// now is what the new text has from where a sentence begins to where it ends.
func (e *edited) now(i int) string {
	s := e.source.Sentences[i]
	from, to := e.places[s.Start], e.places[s.End-1]
	if from < 0 || to < from {
		return ""
	}
	return e.new[from : to+1]
}

// sentence returns the one that holds a byte.
func (e *edited) sentence(at int) int {
	i, _ := slices.BinarySearchFunc(e.source.Sentences, at, func(s extract.Sentence, at int) int { return cmp.Compare(s.End, at+1) })
	return i
}

// order lists the old sentences of which something is left, as they stand now.
func (e *edited) order() []int {
	var out []int
	at := map[int]int{}
	for i, s := range e.source.Sentences {
		for b := s.Start; b < s.End; b++ {
			if e.places[b] >= 0 {
				at[i] = e.places[b]
				out = append(out, i)
				break
			}
		}
	}
	slices.SortFunc(out, func(x, y int) int { return cmp.Compare(at[x], at[y]) })
	return out
}

// moved counts the sentences outside of a longest run of them that rises.
func moved(order []int) int {
	var tails []int // the last one of the best run of each length
	for _, i := range order {
		if n, _ := slices.BinarySearch(tails, i); n == len(tails) {
			tails = append(tails, i)
		} else {
			tails[n] = i
		}
	}
	return len(order) - len(tails)
}

// exchanged is an order in which n sentences from x and from y are exchanged.
func exchanged(order []int, x, y, n int) []int {
	out := slices.Clone(order)
	for k, i := range out {
		switch {
		case i >= x && i < x+n:
			out[k] = i - x + y
		case i >= y && i < y+n:
			out[k] = i - y + x
		}
	}
	return out
}

// twiceInItsSentence says whether a passage stands in its sentence twice, before or
// after the sentence was changed, and no more went with it than stands beside its
// like.
func (e *edited) twiceInItsSentence(start, end int) bool {
	i := e.sentence(start)
	words := e.source.Text[start:end]
	return i == e.sentence(end-1) && e.now(i) != e.words(i) && (strings.Count(e.words(i), words) > 1 || strings.Count(e.now(i), words) > 1) &&
		e.along(start, -1)+len(words)+e.along(end-1, 1) < few
}

// along counts the bytes before or behind a byte that went with it.
func (e *edited) along(at, step int) int {
	for n := 0; ; n++ {
		from, to := at+(n+1)*step, e.places[at]+(n+1)*step
		switch {
		case from < 0 || from == len(e.places), to < 0 || to == len(e.new):
			return n
		case e.places[from] != to && (e.source.Text[from] != '\n' || e.new[to] != '\n'):
			return n
		}
	}
}

// twins shows the places of a passage in both texts, with what stands around them.
func (e *edited) twins(start, end int) string {
	const most, around = 8, 120
	words := e.source.Text[start:end]
	var b strings.Builder
	show := func(label, text string, at int) {
		fmt.Fprintf(&b, "\n  %s %d: %q < %q > %q", label, at, text[max(0, at-around):at], words, text[at+len(words):min(len(text), at+len(words)+around)])
	}
	for n, at := range places(e.source.Text, words) {
		if at == start {
			show("OLD went to "+strconv.Itoa(e.places[at])+", from", e.source.Text, at)
		} else if n < most {
			show("old went to "+strconv.Itoa(e.places[at])+", from", e.source.Text, at)
		}
	}
	for n, at := range places(e.new, words) {
		if at == e.places[start] {
			show("NEW", e.new, at)
		} else if n < most {
			show("new", e.new, at)
		}
	}
	return b.String()
}

// places lists where words stand in a text.
func places(text, words string) []int {
	var out []int
	for at := 0; ; {
		hit := strings.Index(text[at:], words)
		if hit < 0 {
			return out
		}
		out = append(out, at+hit)
		_, size := utf8.DecodeRuneInString(text[at+hit:])
		at += hit + size
	}
}
