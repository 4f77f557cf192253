package plaintext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// layout says how a text was set.
type layout struct {
	wrapped bool // a paragraph goes over several lines
	width   int  // columns that lines were broken at
	greedy  bool // each line took every word that fitted, as programs wrap
	gaps    bool // blank lines part the paragraphs
}

const (
	// longLine is longer than any width that texts are wrapped at.
	longLine = 140
	// proseLine is the shortest line that tells something of the wrapping.
	proseLine = 30
)

// survey tells whether a text is hard-wrapped: lines of similar length that go
// on in the middle of a sentence. Where a share of the text stands in long
// lines it is not; but a program that undoes hyphenation joins the two lines of
// a word, which makes long ones among wrapped ones that go on like these.
func survey(lines []line) layout {
	var lengths [longLine + 1]int
	prose, goesOn, candidates, long, joined, all := 0, 0, 0, 0, 0, 0
	for i := range lines {
		l := &lines[i]
		if l.blank() || l.runs {
			continue
		}
		all += l.width
		if l.width > longLine {
			if brokenOff(lines, i) || i > 0 && brokenOff(lines, i-1) {
				joined++
			} else {
				long += l.width
			}
			continue
		}
		lengths[l.width]++
		prose++
		if i+1 == len(lines) || l.width <= proseLine {
			continue
		}
		if next := &lines[i+1]; !next.blank() && listMark(next.text) == 0 {
			candidates++
			if brokenOff(lines, i) {
				goesOn++
			}
		}
	}
	enough := candidates >= 3 && goesOn*100 >= 30*candidates || candidates == 2 && goesOn == 2
	wrapped := enough && long*5 < all
	lay := layout{wrapped: wrapped, width: percentile(lengths[:], prose, 95)}
	if joined*20 > prose {
		lay.width = percentile(lengths[:], prose, 75) // joined lines are among the others, too
	}
	lay.greedy = wrapped && greedy(lines, lay.width)
	return lay
}

// brokenOff says whether a line goes on in the next, in the middle of a sentence
// or a word.
func brokenOff(lines []line, i int) bool {
	if i+1 >= len(lines) || lines[i+1].blank() {
		return false
	}
	l, next := &lines[i], &lines[i+1]
	return open(l.text) && startsLow(next.text) || endsInHyphen(l.text)
}

// greedy says whether hardly a line that goes on in the next had room for its
// first word. Text that was set in a proportional type, as in a PDF, has lines
// of many lengths.
func greedy(lines []line, width int) bool {
	early, goesOn := 0, 0
	for i := 0; i+1 < len(lines); i++ {
		l, next := &lines[i], &lines[i+1]
		if l.width <= proseLine || next.blank() || !open(l.text) || !startsLow(next.text) || listMark(next.text) > 0 {
			continue
		}
		goesOn++
		if l.room(next, width) {
			early++
		}
	}
	return early*12 <= goesOn
}

// room says whether the first word of the next line would have fitted.
func (l *line) room(next *line, width int) bool {
	word, _, _ := strings.Cut(next.text, " ")
	return l.lastWidth(width)+1+utf8.RuneCountInString(word) <= width-2
}

// lastWidth is the width of the last of the lines that were joined to this one
// when their hyphens were undone, if it is longer than a line can be.
func (l *line) lastWidth(width int) int {
	const slack = 12 // words that stick out, such as addresses
	last := l.width
	for width > proseLine && last > width+slack {
		last -= width
	}
	return last
}

// percentile reads the p-th percentile off a histogram of n values.
func percentile(histogram []int, n, p int) int {
	seen := 0
	for value, count := range histogram {
		seen += count
		if seen > 0 && seen*100 >= n*p {
			return value
		}
	}
	return 0
}

// open says whether a line ends without a stop.
func open(s string) bool { return stopOf(s) == noStop || stopOf(s) == openEnd }

func startsLow(s string) bool {
	for _, r := range s {
		return unicode.IsLower(r) || unicode.IsDigit(r)
	}
	return false
}

// endsInHyphen says whether a line breaks off within a word.
func endsInHyphen(s string) bool {
	n := len(s)
	return n > 2 && s[n-1] == '-' && s[n-2] != '-' && s[n-2] != ' '
}
