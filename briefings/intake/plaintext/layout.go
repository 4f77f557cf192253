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
// lines it is not.
func survey(lines []line) layout {
	var lengths [longLine + 1]int
	prose, goesOn, candidates, long, all := 0, 0, 0, 0, 0
	for i := range lines {
		l := &lines[i]
		if l.blank() || l.runs {
			continue
		}
		all += l.width
		if l.width > longLine {
			long += l.width
			continue
		}
		lengths[l.width]++
		prose++
		if i+1 == len(lines) || l.width <= proseLine {
			continue
		}
		if next := &lines[i+1]; !next.blank() && listMark(next.text) == 0 {
			candidates++
			if open(l.text) && startsLow(next.text) || endsInHyphen(l.text) {
				goesOn++
			}
		}
	}
	enough := candidates >= 3 && goesOn*100 >= 30*candidates || candidates == 2 && goesOn == 2
	wrapped := enough && long*5 < all
	lay := layout{wrapped: wrapped, width: percentile(lengths[:], prose, 95)}
	lay.greedy = wrapped && greedy(lines, lay.width)
	return lay
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
	return l.width+1+utf8.RuneCountInString(word) <= width-2
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
