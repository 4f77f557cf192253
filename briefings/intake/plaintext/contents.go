package plaintext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// contents is a document's own table of contents: where it stands and what it
// lists.
type contents struct {
	from, to int             // blocks, to exclusive; both 0 if there is none
	entries  map[string]bool // by key
}

const (
	// contentsLeast is how many lines a table of contents has at least.
	contentsLeast = 3
	// entryMaxRunes is the longest line of a table of contents: the title of a
	// table may fill two lines.
	entryMaxRunes = 260
	// contentsReach is how many blocks a document has before its contents.
	contentsReach = 60
)

// findContents looks near the top for a heading like "Contents" over a list, or
// for a run of short lines, most of which stand again by themselves further
// down.
func findContents(blocks []block, title int) contents {
	var later map[string]said
	for from := title + 1; from < len(blocks) && from < contentsReach; from++ {
		named := says(contentsWords, blocks[from].text)
		start := from
		if named {
			start++
		}
		if to := listRun(blocks, start, named); to-start >= contentsLeast || named && to > start {
			if later == nil {
				later = lastLines(blocks)
			}
			if c := newContents(blocks, start, to, later, named); c.to > 0 {
				c.from = from
				return c
			}
			from = to - 1
		}
	}
	return contents{}
}

// said tells where a line stands last, and how often it stands.
type said struct{ last, times int }

// saidMost is how often an entry of the contents stands in a document at most:
// in the contents, over its section, perhaps in a summary or a running head.
const saidMost = 4

func lastLines(blocks []block) map[string]said {
	later := map[string]said{}
	for i := range blocks {
		if b := &blocks[i]; b.runes <= entryMaxRunes && b.kind != rule {
			k := key(b.text)
			later[k] = said{i, later[k].times + 1}
		}
	}
	return later
}

// listRun returns the end of the run of short lines without stops that begins
// at a block. Names of parts do not end contents that have a name themselves.
func listRun(blocks []block, from int, named bool) int {
	i, end := from, from
	for ; i < len(blocks); i++ {
		b := &blocks[i]
		switch {
		case says(contentsWords, b.text):
			if !named || end == from {
				return end
			}
		case b.kind == item && b.runes <= entryMaxRunes,
			b.kind == prose && b.runes <= headingMaxRunes && !paragraph(b) && entryEnd(contentsEntry(b.text)):
			end = i + 1
		default:
			return end
		}
	}
	return end
}

func entryEnd(s string) bool { return open(s) || stopOf(s) == questionMark }

// newContents takes a run for the contents if enough of it is said again. The
// run may take in the first heading of the text, so the contents end with the
// last line that is said again.
func newContents(blocks []block, from, to int, later map[string]said, named bool) contents {
	entries := map[string]bool{}
	again, all, last := 0, 0, from
	for i := from; i < to; i++ {
		b := &blocks[i]
		if says(contentsWords, b.text) {
			continue
		}
		k := key(contentsEntry(b.text))
		if entries[k] {
			break
		}
		all++
		if l := later[k]; l.last > i && l.times <= saidMost {
			again, last = again+1, i+1
			entries[k] = true
		}
	}
	if least := contentsLeast; !named && (again < least || again*3 < all*2) || named && again*2 < all || again == 0 {
		return contents{}
	}
	return contents{from, last, entries}
}

func captionKey(text string) bool {
	word, _, _ := strings.Cut(strings.ToLower(text), " ")
	return word == "table" || word == "figure"
}

// contentsEntry takes the dots and the page number from a line of the contents.
func contentsEntry(text string) string {
	trimmed := strings.TrimRight(text, "0123456789ivx")
	dots := strings.TrimRight(trimmed, " .\t…·_")
	if len(trimmed)-len(dots) >= 3 && dots != "" {
		return dots
	}
	return text
}

// key folds a line to its letters and digits.
func key(text string) string {
	b := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= 'A' && c <= 'Z':
			b = append(b, c|0x20)
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			b = append(b, c)
		case c >= utf8.RuneSelf:
			return wideKey(text)
		}
	}
	return string(b)
}

func wideKey(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}
