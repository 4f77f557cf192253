package main

import (
	"strings"
	"unicode/utf8"
)

// reason says why a passage that stands word for word was not placed. It is found
// by what is known of the edits, which the alignment is not told.
type reason int

const (
	// apart: other words that are the same stand in one of the texts, and taken for
	// each other both passages fit what stands around them as well as they do.
	// Nothing in either text tells which of the two it is.
	apart reason = iota
	// anew: the words are few, and neither what stood before them nor what stood
	// behind them went with them. The same letters may have been written anew.
	anew
	// told: the texts tell, and the alignment does not.
	told
	reasons = iota
)

const (
	// around is how many code points on each side of a passage are compared.
	around = 64
	// few is under how many code points words, or what stands beside them, are few.
	few = 12
)

func (r reason) String() string {
	return [...]string{
		"cannot be told apart: the same words stand elsewhere, and exchanged both fit the 64 code points around them as well",
		"cannot be told from words written anew: under 12 code points, and not 12 before nor behind them went with them",
		"the texts tell where it went",
	}[r]
}

// edited is a text before and after, and where each byte of it went.
type edited struct {
	old, new string
	places   []int
}

// whyUnplaced finds the reason for a passage of the old text, in bytes, of which
// every word stands in the new one.
func (e *edited) whyUnplaced(start, end int) reason {
	words := e.old[start:end]
	at := e.places[start]
	fits := e.fit(start, at, len(words))
	known := map[int]bool{at: true}
	for _, twin := range places(e.old, words) {
		if twin == start {
			continue
		}
		truth, exchanged := fits, e.fit(twin, at, len(words))
		if to := e.places[twin]; to >= 0 && strings.HasPrefix(e.new[to:], words) {
			known[to] = true
			truth, exchanged = truth+e.fit(twin, to, len(words)), exchanged+e.fit(start, to, len(words))
		}
		if exchanged >= truth {
			return apart
		}
	}
	for _, other := range places(e.new, words) {
		if !known[other] && e.fit(start, other, len(words)) >= fits {
			return apart
		}
	}
	if utf8.RuneCountInString(words) < few && e.before(start, at) < few && e.behind(start+len(words), at+len(words)) < few {
		return anew
	}
	return told
}

// fit is how many code points around n bytes of the old text stand around n bytes
// of the new one too.
func (e *edited) fit(old, new, n int) int { return e.before(old, new) + e.behind(old+n, new+n) }

// before counts the code points that both texts have before a place each.
func (e *edited) before(old, new int) int {
	x, y := e.old[:old], e.new[:new]
	n := 0
	for ; n < around && x != "" && y != ""; n++ {
		r, size := utf8.DecodeLastRuneInString(x)
		if s, _ := utf8.DecodeLastRuneInString(y); r != s {
			break
		}
		x, y = x[:len(x)-size], y[:len(y)-size]
	}
	if x == "" && y == "" {
		return around
	}
	return n
}

// behind counts those behind a place each.
func (e *edited) behind(old, new int) int {
	x, y := e.old[old:], e.new[new:]
	n := 0
	for ; n < around && x != "" && y != ""; n++ {
		r, size := utf8.DecodeRuneInString(x)
		if s, _ := utf8.DecodeRuneInString(y); r != s {
			break
		}
		x, y = x[size:], y[size:]
	}
	if x == "" && y == "" {
		return around
	}
	return n
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
