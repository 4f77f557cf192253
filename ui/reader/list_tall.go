package reader

import (
	"slices"
	"strings"

	"dossier/briefings/clean"
)

// Where a list leaves rows empty, its items take several: what a title or an
// entry says is then read without going there.

// mostTall is how many rows an item takes at most.
const mostTall = 3

// narrow is below how many cells a pane needs its rows for words: it keeps none free
// for the details and has no axis.
const narrow = 36

// tallness is how many rows the items take in a pane of a size, with the items in
// their lines. It is worked out when the items or the size change.
type tallness struct {
	w, h  int
	known bool
	rows  []int      // of each item; nil where each takes one
	lines [][]string // of the texts
}

// tallIn says how the items stand in a pane. It leaves room for details, so that
// no row moves when the pane gets the keyboard; in a narrow one they scroll then.
func (l *list) tallIn(w, h int) *tallness {
	if t := &l.tall; t.known && t.w == w && t.h == h {
		return t
	}
	l.tall = tallness{w: w, h: h, known: true}
	room := h
	if w >= narrow && h >= leastForDetails {
		room -= mostDetails(h)
	}
	if l.flat || len(l.all) >= room {
		return &l.tall
	}
	l.tall.lines = make([][]string, len(l.all))
	for i := range l.all {
		l.tall.lines[i] = l.linesOf(l.looking(i), w)
	}
	l.tall.rows = shareRows(l.tall.lines, room)
	return &l.tall
}

// linesOf breaks the text of an item, unless it has several styles.
func (l *list) linesOf(it *item, w int) []string {
	if it.heading || len(it.spans) > 0 {
		return []string{it.shown()}
	}
	at, width, _ := l.textAt(w, it)
	if lines := wrapBeside(it.shown(), width, w-at-1); len(lines) > 0 {
		return lines
	}
	return []string{""}
}

// wrapBeside breaks a text whose first line has something at its right, and
// therefore fewer cells than the others.
func wrapBeside(s string, first, w int) []string {
	lines := wrap(s, first)
	if len(lines) < 2 || first >= w {
		return lines
	}
	return append(lines[:1], wrap(strings.Join(strings.Fields(strings.TrimPrefix(clean.Of(s).String(), lines[0])), " "), w)...)
}

// shareRows gives each item as many rows as all may have, and what is left to those
// that are cut and need least to be whole.
func shareRows(lines [][]string, room int) []int {
	all := mostTall
	for all > 1 && rowsOf(lines, all) > room {
		all--
	}
	rows, cut := make([]int, len(lines)), []int{}
	for i := range lines {
		rows[i] = min(len(lines[i]), all)
		if len(lines[i]) > all {
			cut = append(cut, i)
		}
	}
	left := room - rowsOf(lines, all)
	slices.SortStableFunc(cut, func(a, b int) int { return len(lines[a]) - len(lines[b]) })
	for _, i := range cut {
		if more := len(lines[i]) - rows[i]; more <= left && len(lines[i]) <= mostTall {
			rows[i] += more
			left -= more
		}
	}
	return rows
}

func rowsOf(lines [][]string, most int) int {
	sum := 0
	for _, l := range lines {
		sum += min(len(l), most)
	}
	return sum
}

// used is how many rows the items from one to another take.
func (t *tallness) used(from, to int) int {
	if t.rows == nil {
		return to - from
	}
	sum := 0
	for _, n := range t.rows[from:to] {
		sum += n
	}
	return sum
}

// of are the lines of an item, the last with all that is left.
func (t *tallness) of(i int, it *item) []string {
	if t.rows == nil {
		return []string{it.shown()}
	}
	return atMost(t.lines[i], t.rows[i])
}

// atMost are lines in at most so many, the last with all that is left.
func atMost(lines []string, most int) []string {
	if len(lines) <= most {
		return lines
	}
	last := strings.Builder{}
	for _, line := range lines[most-1:] {
		last.WriteString(strings.TrimRight(line, " ") + " ")
	}
	return append(lines[:most-1:most-1], strings.TrimRight(last.String(), " "))
}
