package reader

import "strings"

// Where a list leaves rows empty, its items take several: what a title or an
// entry says is then read without going there.

// mostTall is how many rows an item takes at most.
const mostTall = 3

// tallness is how many rows an item may take in a pane of a size, with the
// items in their lines. It is worked out when the items or the size change.
type tallness struct {
	w, h  int
	rows  int        // 0 for not worked out
	lines [][]string // of the texts; nil where each item takes one row
}

// tallIn says how the items stand in a pane. It leaves room for details, so that
// no row moves when the pane gets the keyboard.
func (l *list) tallIn(w, h int) *tallness {
	if t := &l.tall; t.rows > 0 && t.w == w && t.h == h {
		return t
	}
	l.tall = tallness{w: w, h: h, rows: 1}
	room := h
	if h >= leastForDetails {
		room -= mostDetails(h)
	}
	if l.flat || len(l.all) >= room {
		return &l.tall
	}
	lines := make([][]string, len(l.all))
	for i := range l.all {
		lines[i] = l.linesOf(l.looking(i), w)
	}
	for rows := mostTall; rows > 1; rows-- {
		if rowsOf(lines, rows) <= room {
			l.tall.rows, l.tall.lines = rows, lines
			break
		}
	}
	return &l.tall
}

// linesOf breaks the text of an item, unless it has several styles.
func (l *list) linesOf(it *item, w int) []string {
	if it.heading || len(it.spans) > 0 || it.fitted != nil {
		return []string{it.shown()}
	}
	_, width, _ := l.textAt(w, it)
	if lines := wrap(it.shown(), width); len(lines) > 0 {
		return lines
	}
	return []string{""}
}

func rowsOf(lines [][]string, most int) int {
	sum := 0
	for _, l := range lines {
		sum += min(len(l), most)
	}
	return sum
}

// of are the lines of an item, the last with all that is left.
func (t *tallness) of(i int, it *item) []string {
	if t.lines == nil {
		return []string{it.shown()}
	}
	lines := t.lines[i]
	if len(lines) <= t.rows {
		return lines
	}
	return append(lines[:t.rows-1:t.rows-1], strings.Join(lines[t.rows-1:], " "))
}
