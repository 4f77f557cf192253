package theme

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Excerpt is a stretch of text with the words in it that were looked for.
type Excerpt struct {
	Text string
	// Lit are the words, as byte ranges in order; At is the one in the middle.
	Lit [][2]int
	At  int
}

// Piece is a part of an excerpt, lit or not.
type Piece struct {
	Text string
	Lit  bool
}

// Cut returns as much of the excerpt around its middle as w cells hold, cut
// between words; an ellipsis stands for what is left out. What follows tells more
// than what went before and has two words for each of those.
func (e Excerpt) Cut(w int, ellipsis string) []Piece {
	if len(e.Lit) == 0 {
		return []Piece{{Text: e.Text}}
	}
	from, to := e.Lit[e.At][0], e.Lit[e.At][1]
	room := w - ansi.StringWidth(e.Text[from:to]) - 2*ansi.StringWidth(ellipsis)
	for grown := true; grown; {
		grown = false
		for range 2 {
			if next := wordEnd(e.Text, to); next > to && ansi.StringWidth(e.Text[to:next]) <= room {
				room -= ansi.StringWidth(e.Text[to:next])
				to, grown = next, true
			}
		}
		if next := wordStart(e.Text, from); next < from && ansi.StringWidth(e.Text[next:from]) <= room {
			room -= ansi.StringWidth(e.Text[next:from])
			from, grown = next, true
		}
	}
	return e.pieces(from, to, ellipsis)
}

func (e Excerpt) pieces(from, to int, ellipsis string) []Piece {
	var out []Piece
	add := func(text string, lit bool) {
		if text != "" {
			out = append(out, Piece{text, lit})
		}
	}
	if from > 0 {
		add(ellipsis, false)
	}
	at := from
	if at > 0 {
		at += len(e.Text[at:to]) - len(strings.TrimLeft(e.Text[at:to], " "))
	}
	for _, lit := range e.Lit {
		if lit[0] < at || lit[1] > to {
			continue
		}
		add(e.Text[at:lit[0]], false)
		add(e.Text[lit[0]:lit[1]], true)
		at = lit[1]
	}
	add(e.Text[at:to], false)
	if to < len(e.Text) {
		add(ellipsis, false)
	}
	return out
}

// wordEnd is the end of the word at or behind a place.
func wordEnd(text string, at int) int {
	for at < len(text) && text[at] == ' ' {
		at++
	}
	if i := strings.IndexByte(text[at:], ' '); i >= 0 {
		return at + i
	}
	return len(text)
}

// wordStart is where the word before a place begins, with the blank before it.
func wordStart(text string, at int) int {
	return max(strings.LastIndexByte(strings.TrimRight(text[:at], " "), ' '), 0)
}
