package plaintext

import "unicode"

// layout says how a text was set.
type layout struct {
	wrapped bool // a paragraph goes over several lines
	width   int  // columns that lines were broken at
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
	return layout{wrapped: wrapped, width: percentile(lengths[:], prose, 95)}
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
