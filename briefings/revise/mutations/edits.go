package main

import (
	"math/rand/v2"
	"strings"
	"unicode"

	"dossier/briefings"
)

// mutation is a kind of edit, done to about one sentence in ten.
type mutation struct {
	name string
	edit func(*editor)
}

var mutations = []mutation{
	{"sentences inserted", (*editor).insert},
	{"sentences deleted", (*editor).remove},
	{"sentences moved", (*editor).move},
	{"sentences reworded", (*editor).reword},
	{"numbers changed", (*editor).numbers},
	{"negations changed", (*editor).negations},
	{"names changed", (*editor).names},
	{"sections swapped", (*editor).swapSections},
	{"quotes and dashes set anew", (*editor).typography},
	{"all of these", (*editor).everything},
}

const share = 0.1

type editor struct {
	*rand.Rand
	document
	touched bool
}

// eachSentence visits the sentences of prose; about share of them are chosen.
func (e *editor) eachSentence(do func(b *block, i int)) {
	for n := range e.blocks {
		b := &e.blocks[n]
		if !b.prose() {
			continue
		}
		for i := len(b.units) - 1; i >= 0; i-- {
			if e.Float64() < share {
				do(b, i)
				e.touched = true
			}
		}
	}
}

// fillers are sentences of our own to put in.
var fillers = []string{
	"The weather that week was mild and the harbour stayed open.", "A gardener counted twelve kinds of moss along the wall.", "Nobody had thought to bring a second lantern.",
	"Bakers in the old town start before four in the morning.", "The museum keeps its collection of buttons in the attic.", "A short ferry ride leads to the island with the lighthouse.",
	"Most of the chairs had been painted green the summer before.", "The choir rehearses on Tuesdays unless the hall is let.", "Rain fell on the orchard, and the pickers went home early.",
	"An old map shows a bridge where there is none today.",
}

func (e *editor) insert() {
	e.eachSentence(func(b *block, i int) {
		u := unit{{fillers[e.IntN(len(fillers))], -1}}
		b.units = append(b.units[:i+1], append([]unit{u}, b.units[i+1:]...)...)
	})
}

func (e *editor) remove() {
	e.eachSentence(func(b *block, i int) { b.units = append(b.units[:i:i], b.units[i+1:]...) })
}

func (e *editor) move() {
	var moved []unit
	e.eachSentence(func(b *block, i int) {
		moved = append(moved, b.units[i])
		b.units = append(b.units[:i:i], b.units[i+1:]...)
	})
	for _, u := range moved {
		b := &e.blocks[e.IntN(len(e.blocks))]
		for tries := 0; !b.prose() && tries < 1000; tries++ {
			b = &e.blocks[e.IntN(len(e.blocks))]
		}
		i := e.IntN(len(b.units) + 1)
		b.units = append(b.units[:i:i], append([]unit{u}, b.units[i:]...)...)
	}
}

// substitutes are words of our own to reword with.
var substitutes = strings.Fields("thing bring about quite later under maybe often place round small great table water paper stone green early front plain")

// words changes words of a sentence: change returns what to put for a word, or
// false to leave it.
func (e *editor) words(u unit, most int, change func(word string, first bool) (string, bool)) unit {
	var out unit
	for n, p := range u {
		if p.origin < 0 {
			out = append(out, p)
			continue
		}
		from := 0
		for i := 0; i < len(p.text); {
			start := i
			for i < len(p.text) && !isWordByte(p.text[i]) {
				i++
			}
			begin := i
			for i < len(p.text) && isWordByte(p.text[i]) {
				i++
			}
			if begin == i {
				break
			}
			put, ok := change(p.text[begin:i], n == 0 && strings.TrimSpace(p.text[:begin]) == "")
			if !ok || most == 0 {
				continue
			}
			most--
			if put == "" { // the word goes with the blank before it
				begin = start
			}
			word := p.text[begin:i]
			if rest, ok := strings.CutPrefix(put, word); ok && put != "" { // the word stays
				begin, put = i, rest
			}
			out = append(out, piece{p.text[from:begin], p.origin + from})
			if put != "" {
				out = append(out, piece{put, -1})
			}
			from = i
		}
		out = append(out, piece{p.text[from:], p.origin + from})
	}
	return out
}

func isWordByte(c byte) bool {
	return c >= 0x80 || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

func (e *editor) reword() {
	e.eachSentence(func(b *block, i int) {
		n := len(strings.Fields(b.units[i].String()))
		b.units[i] = e.words(b.units[i], max(1, n/4), func(word string, first bool) (string, bool) {
			if len(word) < 4 || first || e.IntN(3) > 0 {
				return "", false
			}
			return substitutes[e.IntN(len(substitutes))], true
		})
	})
}

func (e *editor) numbers() {
	e.eachSentence(func(b *block, i int) {
		b.units[i] = e.words(b.units[i], -1, func(word string, _ bool) (string, bool) {
			if !strings.ContainsFunc(word, unicode.IsDigit) {
				return "", false
			}
			return strings.Map(func(r rune) rune {
				if r >= '0' && r <= '9' {
					return '0' + (r-'0'+1+rune(e.IntN(8)))%10
				}
				return r
			}, word), true
		})
	})
}

func (e *editor) negations() {
	after := map[string]string{"is": "is not", "are": "are not", "was": "was not", "were": "were not", "will": "will not", "has": "has not", "have": "have not", "could": "could not", "may": "may not", "would": "would not"}
	e.eachSentence(func(b *block, i int) {
		had := strings.Contains(b.units[i].String(), " not ")
		b.units[i] = e.words(b.units[i], 1, func(word string, _ bool) (string, bool) {
			if had {
				return "", word == "not"
			}
			put, ok := after[word]
			return put, ok
		})
	})
}

func (e *editor) names() {
	others := strings.Fields("Ruritania Freedonia Sylvania Zembla Grauland Costaguana Borduria Syldavia")
	e.eachSentence(func(b *block, i int) {
		b.units[i] = e.words(b.units[i], 2, func(word string, first bool) (string, bool) {
			if first || len(word) < 3 || word[0] < 'A' || word[0] > 'Z' {
				return "", false
			}
			return others[e.IntN(len(others))], true
		})
	})
}

// swapSections swaps two neighbouring sections, headings and all.
func (e *editor) swapSections() {
	var starts []int
	for i, b := range e.blocks {
		if i > 0 && b.Kind == briefings.Heading && len(b.Nest) == 0 {
			starts = append(starts, i)
		}
	}
	if len(starts) < 2 {
		return
	}
	k := e.IntN(len(starts) - 1)
	from, mid, to := starts[k], starts[k+1], len(e.blocks)
	if k+2 < len(starts) {
		to = starts[k+2]
	}
	swapped := append([]block(nil), e.blocks[:from]...)
	swapped = append(swapped, e.blocks[mid:to]...)
	swapped = append(swapped, e.blocks[from:mid]...)
	e.blocks = append(swapped, e.blocks[to:]...)
	e.touched = true
}

var retyped = map[string]string{"’": "'", "“": `"`, "”": `"`, "–": "-", "—": "-", "'": "’", `"`: "”"}

func (e *editor) typography() {
	e.eachSentence(func(b *block, i int) {
		var out unit
		for _, p := range b.units[i] {
			from := 0
			for at := 0; p.origin >= 0 && at < len(p.text); at++ {
				for mark, put := range retyped {
					if strings.HasPrefix(p.text[at:], mark) {
						out = append(out, piece{p.text[from:at], p.origin + from}, piece{put, -1})
						from = at + len(mark)
					}
				}
			}
			if p.origin >= 0 {
				p = piece{p.text[from:], p.origin + from}
			}
			out = append(out, p)
		}
		b.units[i] = out
	})
}

func (e *editor) everything() {
	for _, edit := range []func(){e.insert, e.remove, e.move, e.reword, e.numbers, e.negations, e.names, e.swapSections, e.typography} {
		edit()
	}
}
