package reader

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dossier/briefings/clean"
)

// Where a list leaves rows empty, its items take several: what a title or an
// entry says is then read without going there. A pane is there to be read, so that
// one that scrolls anyway does so by items of two rows rather than cut them all.

// mostTall is how many rows an item takes at most.
const mostTall = 3

// narrow is below how many cells a pane needs its rows for words: it keeps none free
// for the details and has no axis.
const narrow = 36

// scrolledTall is how many it takes at most in a list that is read and does not fit.
const scrolledTall = 2

// tallness is how many rows the items take in a pane of a size, with the items in
// their lines. It is worked out when the items or the size change.
type tallness struct {
	w, h  int
	known bool
	rows  []int            // of each item; nil where they scroll
	lines [][]string       // of the texts, with rows
	most  int              // how many rows an item takes where they scroll
	seen  map[int][]string // lines of those near the screen, where they scroll and most is more than one
}

// tallIn says how the items stand in a pane. It leaves room for details, so that
// no row moves when the pane gets the keyboard; in a narrow one they scroll then.
func (l *list) tallIn(w, h int) *tallness {
	if t := &l.tall; t.known && t.w == w && t.h == h {
		return t
	}
	l.tall = tallness{w: w, h: h, known: true, most: 1}
	room := h
	if w >= narrow && h >= leastForDetails {
		room -= mostDetails(h)
	}
	switch {
	case l.whole:
		l.tall.most, l.tall.seen = far, map[int][]string{}
		return &l.tall
	case len(l.all) < room:
		l.shareOut(room)
	}
	if l.tall.rows == nil && l.read {
		l.tall.most, l.tall.seen = scrolledTall, map[int][]string{}
	}
	return &l.tall
}

// shareOut gives the items, of which there are fewer than rows, what these leave.
// Those of a list that is read have enough of them to be whole or as long as where
// they scroll, or they scroll.
func (l *list) shareOut(room int) {
	lines := make([][]string, len(l.all))
	for i := range l.all {
		lines[i] = l.linesOf(l.looking(i), l.tall.w)
	}
	if l.read && rowsOf(lines, scrolledTall) > room {
		return
	}
	l.tall.lines, l.tall.rows = lines, shareRows(lines, room)
}

// tallAt is how many rows an item takes.
func (l *list) tallAt(i int) int {
	switch t := &l.tall; {
	case t.rows != nil:
		return t.rows[i]
	case t.most == 1:
		return 1
	default:
		return min(len(l.linesAt(i)), t.most)
	}
}

// linesAt is an item in its lines, in a list that scrolls.
func (l *list) linesAt(i int) []string {
	seen := l.tall.seen
	lines, ok := seen[i]
	if !ok {
		if len(seen) > 4*l.tall.h {
			clear(seen)
		}
		lines = l.linesOf(l.looking(i), l.tall.w)
		seen[i] = lines
	}
	return lines
}

// shownLines are the lines of an item in at most so many rows, the last with all that is left.
func (l *list) shownLines(i int, it *item, most int) []string {
	switch t := &l.tall; {
	case t.rows != nil:
		return atMost(t.lines[i], min(t.rows[i], most))
	case t.most == 1:
		return []string{it.shown()}
	default:
		return atMost(l.linesAt(i), min(t.most, most))
	}
}

// firstOf is the item from which on, up to another, so many rows hold all.
func (l *list) firstOf(to, room int) int {
	first := max(to-1, 0)
	for used := l.tallAt(first); first > 0; first-- {
		if used += l.tallAt(first - 1); used > room {
			break
		}
	}
	return first
}

// linesOf breaks the text of an item, unless it has several styles. There are as many
// lines as what leads it has, one at least.
func (l *list) linesOf(it *item, w int) []string {
	if it.heading || len(it.spans) > 0 {
		return []string{it.shown()}
	}
	at, width, right := l.textAt(w, it)
	var lines []string
	if l.tagged {
		lines = wrapBefore(it.shown(), w-at-1, width, right)
	} else {
		lines = wrapBeside(it.shown(), width, w-at-1)
	}
	for len(lines) < max(len(l.leadLines(it, w)), 1) {
		lines = append(lines, "")
	}
	return lines
}

// leadLines breaks what leads an item where its column has not the cells for it, and
// keeps what makes a date an approximate one in its line.
func (l *list) leadLines(it *item, w int) []string {
	width := l.leadColumn(w)
	if ansi.StringWidth(it.lead) <= width {
		return []string{it.lead}
	}
	lines := wrap(strings.ReplaceAll(it.lead, "c. ", "c.\u00a0"), width)
	for i := range lines {
		lines[i] = strings.ReplaceAll(lines[i], "\u00a0", " ")
	}
	return lines
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

// wrapBefore breaks a text into lines of w cells, at the end of the last of which stands
// something of so many cells: where there is no room for it, that line is broken once
// more at the width that leaves it.
func wrapBefore(s string, w, width, right int) []string {
	lines := wrap(s, w)
	if n := len(lines); n > 0 && right > 0 && ansi.StringWidth(lines[n-1]) > width {
		return append(lines[:n-1], wrap(lines[n-1], width)...)
	}
	return lines
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

// total is how many rows all items take, if that is known without a look at each.
func (l *list) total() (rows int, known bool) {
	t := &l.tall
	for _, n := range t.rows {
		rows += n
	}
	if t.rows == nil {
		rows = len(l.all)
	}
	return rows, t.rows != nil || t.most == 1
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
