package plaintext

import (
	"slices"
	"strings"
)

// Running heads, feet and page numbers are lines that come back on every page.
// They are kept in the text but part no paragraph and head no section.

const (
	// edge is how many lines at the top and the bottom of a page may be
	// running ones.
	edge = 3
	// runningMax is the longest running line in bytes.
	runningMax = 120
)

// markRunning marks the running lines.
func markRunning(lines []line) {
	if breaks := pageBreaks(lines); len(breaks) > 0 {
		markEdges(lines, breaks)
		return
	}
	markNumbered(lines)
}

func pageBreaks(lines []line) []int {
	var breaks []int
	for i := range lines {
		if lines[i].page && (i == 0 || !lines[i-1].page) {
			breaks = append(breaks, i)
		}
	}
	return breaks
}

// markEdges looks at the lines around the page breaks: those that are there
// three times, numbers apart, run.
func markEdges(lines []line, breaks []int) {
	places := map[string][]int{}
	note := func(at, step int) {
		for seen := 0; at >= 0 && at < len(lines) && seen < edge; at += step {
			l := &lines[at]
			if l.blank() {
				continue
			}
			seen++
			if len(l.text) <= runningMax {
				key := withoutNumbers(l.text)
				known := places[key] // a page of few lines has one at both edges
				if !slices.Contains(known[max(0, len(known)-2*edge):], at) {
					places[key] = append(known, at)
				}
			}
		}
	}
	note(0, 1)
	note(len(lines)-1, -1)
	for _, b := range breaks {
		note(b, 1)
		note(b-1, -1)
	}
	for _, at := range places {
		if len(at) >= 3 || len(at) == 2 && len(breaks) <= 3 {
			for _, i := range at {
				lines[i].runs = true
			}
		}
	}
}

// markNumbered finds running lines where no form feed tells the pages: lines
// that differ in one number only, which counts up from each to the next.
func markNumbered(lines []line) {
	type series struct {
		last  int
		at    []int
		broke bool
	}
	found := map[string]*series{}
	for i := range lines {
		l := &lines[i]
		if l.blank() || len(l.text) > runningMax {
			continue
		}
		n, ok := pageNumber(l.text)
		if !ok {
			continue
		}
		key := withoutNumbers(l.text)
		s := found[key]
		if s == nil {
			s = &series{last: n - 1}
			found[key] = s
		}
		s.broke = s.broke || n != s.last+1 || len(s.at) > 0 && i-s.at[len(s.at)-1] < pageMin
		s.last, s.at = n, append(s.at, i)
	}
	for _, s := range found {
		if !s.broke && len(s.at) >= 3 {
			for _, i := range s.at {
				lines[i].runs = true
			}
		}
	}
}

// pageMin is the least number of lines on a page.
const pageMin = 12

// pageNumber reads the number of a line that is one, or that ends in one after
// "page" or in brackets: "12", "- 12 -", "Page 3", "[Page 3]", "Page 3 of 9".
func pageNumber(s string) (int, bool) {
	lower := strings.ToLower(s)
	if at := strings.LastIndex(lower, "page "); at >= 0 {
		return leadingNumber(lower[at+len("page "):])
	}
	n, ok := leadingNumber(strings.TrimLeft(s, "-–—[( "))
	return n, ok && strings.Trim(s, "-–—[]() 0123456789") == ""
}

func leadingNumber(s string) (n int, ok bool) {
	for i := 0; i < len(s) && i < 5 && s[i] >= '0' && s[i] <= '9'; i++ {
		n, ok = n*10+int(s[i]-'0'), true
	}
	return n, ok
}

// withoutNumbers replaces each number of a line by "#".
func withoutNumbers(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	digits := false
	for i := 0; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			if !digits {
				b.WriteByte('#')
			}
			digits = true
			continue
		}
		digits = false
		b.WriteByte(s[i])
	}
	return b.String()
}
