package plaintext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// block is a paragraph, an item, a heading: what will be one block of the
// CommonMark.
type block struct {
	kind  kind
	text  string // the words without bullet, hashes and underline
	level int    // of a heading that the text marks as one, and later of any
	lines int    // physical lines that it stood on
	first int    // index of the first of them
	runes int
	gap   bool // a blank line, or nothing, stands before it
	shape shape
	// counted is set on a line whose number counts on from another's.
	counted bool
	// why is what spoke for and against a heading.
	why signals
}

type kind uint8

const (
	prose   kind = iota
	item         // bullet item
	row          // line of a table set with "|"
	rule         // "---" on a line of its own
	code         // indented or otherwise verbatim
	running      // running head or foot, chrome of the page
	heading
)

// assemble joins lines into blocks.
func assemble(lines []line, lay layout) []block {
	a := &assembler{lines: lines, layout: lay, blank: true}
	for i := range lines {
		a.take(i)
	}
	a.flush()
	if lay.wrapped {
		a.blocks = joinSplitHeadings(a.blocks, lay.width)
	}
	return a.blocks
}

type assembler struct {
	lines  []line
	layout layout
	words  map[string]bool // of the text, with their hyphens; nil until a line's end asks
	blocks []block
	parts  []string // lines of the paragraph that is being read
	behind []block  // running lines within it, which follow it
	open   block
	last   int  // index of its last line
	blank  bool // a blank line stands before the next block
}

func (a *assembler) take(i int) {
	l := &a.lines[i]
	switch {
	case l.blank():
		a.endAtBlank(i)
	case l.runs:
		a.add(block{kind: running, text: l.text, lines: 1, first: i})
	case underlineOf(l.text) != 0:
		a.underline(i)
	case hashes(l.text) > 0:
		a.hashed(i)
	case l.text[0] == '|':
		a.flush()
		a.begin(i, row, l.text)
	case len(a.parts) > 0 && a.goesOn(i):
		a.parts = append(a.parts, l.text)
		a.last = i
	default:
		a.flush()
		if mark := listMark(l.text); mark > 0 {
			a.begin(i, item, l.text[mark:])
		} else {
			a.begin(i, prose, l.text)
		}
	}
}

// endAtBlank ends the paragraph, unless the blank stands before a page break
// in the middle of a sentence.
func (a *assembler) endAtBlank(i int) {
	if len(a.parts) > 0 && a.layout.wrapped && a.pageTurns() {
		return
	}
	a.flush()
	a.blank = true
}

// pageTurns says whether between the open paragraph and the next line of text
// stand a running line or a page break, and the sentence goes on behind them.
func (a *assembler) pageTurns() bool {
	const page = 80 // lines of one, at most
	turned := false
	for n := a.last + 1; n < len(a.lines) && n <= a.last+page; n++ {
		l := &a.lines[n]
		turned = turned || l.runs || l.page
		if l.blank() || l.runs {
			continue
		}
		return turned && open(a.parts[len(a.parts)-1]) && a.lines[a.last].width > a.layout.width/2 && startsLow(l.text)
	}
	return false
}

// begin opens a paragraph.
func (a *assembler) begin(i int, k kind, text string) {
	a.open = block{kind: k, first: i, gap: a.blank}
	a.parts, a.last, a.blank = append(a.parts, text), i, false
}

// add appends a finished block. A running line does not end the paragraph that
// it stands in; it follows it.
func (a *assembler) add(b block) {
	if b.kind != running {
		a.flush()
	}
	b.gap = a.blank
	b.runes = utf8.RuneCountInString(b.text)
	switch {
	case b.kind != running:
		a.blank = b.kind == rule
	case len(a.parts) > 0:
		a.behind = append(a.behind, b)
		return
	}
	a.blocks = append(a.blocks, b)
}

func (a *assembler) flush() {
	if len(a.parts) == 0 {
		return
	}
	b := a.open
	b.lines = len(a.parts)
	b.text = a.joined()
	b.runes = utf8.RuneCountInString(b.text)
	a.parts = a.parts[:0]
	a.blocks = append(append(a.blocks, b), a.behind...)
	a.behind = a.behind[:0]
}

// joined makes one line of the open paragraph; a hyphen at a line's end keeps its
// word together.
func (a *assembler) joined() string {
	if len(a.parts) == 1 {
		return a.parts[0]
	}
	var b strings.Builder
	for i, part := range a.parts[:len(a.parts)-1] {
		switch {
		case !endsInHyphen(part):
			part += " "
		case a.breaks(part, a.parts[i+1]):
			part = strings.TrimSuffix(part, "-")
		}
		b.WriteString(part)
	}
	b.WriteString(a.parts[len(a.parts)-1])
	return b.String()
}

// goesOn says whether a line belongs to the open paragraph.
func (a *assembler) goesOn(i int) bool {
	l, last := &a.lines[i], &a.lines[a.last]
	if a.open.kind == row {
		return a.rowFollows(i)
	}
	if !a.layout.wrapped || listMark(l.text) > 0 {
		return false
	}
	if a.last != i-1 {
		return true // behind a page break
	}
	if l.apart() || last.apart() {
		return false
	}
	early := last.room(l, a.layout.width)
	if l.indent >= last.indent+2 && a.open.kind == prose && len(a.parts) > 1 {
		return false // first line of a paragraph set in
	}
	lower := startsLow(l.text)
	if len(a.blocks) == 0 && open(last.text) && !lower && titled(last.text) && !titled(l.text) {
		return false // the title fills its line
	}
	switch {
	case number(l.text).style != noNumber && (early || !open(last.text)):
		return false
	case !early:
		return !a.headingBetween(i)
	case !open(last.text):
		return false
	case a.open.kind == item:
		return lower || l.indent > a.lines[a.open.first].indent
	}
	return lower || !a.layout.greedy && last.width >= a.layout.width*3/4
}

// rowFollows says whether a line under a row is the rest of a cell: another row
// follows close by.
func (a *assembler) rowFollows(i int) bool {
	const look = 8
	for n := i + 1; n < len(a.lines) && n < i+look && !a.lines[n].blank(); n++ {
		if a.lines[n].text[0] == '|' {
			return true
		}
	}
	return false
}

// headingBetween says whether a line under a full stop ends early without one
// itself, over a line that begins anew or an item: a heading in a text without
// blank lines.
func (a *assembler) headingBetween(i int) bool {
	l := &a.lines[i]
	if i+1 >= len(a.lines) || open(a.lines[a.last].text) || !open(l.text) || !startsUpper(l.text) || l.width*10 > a.layout.width*7 {
		return false
	}
	next := &a.lines[i+1]
	return (startsUpper(next.text) || listMark(next.text) > 0) && l.room(next, a.layout.width)
}

// underlineOf returns the character that a line of at least three repeats, 0 if
// it is not such a line.
func underlineOf(s string) byte {
	c := s[0]
	if strings.IndexByte("=-~*^_+", c) < 0 || len(s) < 3 {
		return 0
	}
	for i := 1; i < len(s); i++ {
		if s[i] != c && !(s[i] == ' ' && c != '=') {
			return 0
		}
	}
	return c
}

// underline makes a heading of the short line above, or a rule.
func (a *assembler) underline(i int) {
	c := a.lines[i].text[0]
	if n := len(a.parts); n > 0 && a.open.kind == prose && a.last == i-1 {
		above := &a.lines[a.last]
		if diff := above.width - a.lines[i].width; diff >= -4 && diff <= 4 && above.width <= headingMaxRunes {
			text := a.parts[n-1]
			a.parts = a.parts[:n-1]
			gap := a.open.gap
			if n > 1 {
				a.flush()
				gap = false
			}
			level := 3
			if c == '=' || c == '#' {
				level = 2
			}
			a.add(block{kind: heading, text: text, level: level, lines: 1, first: a.last})
			a.blocks[len(a.blocks)-1].gap = gap
			return
		}
	}
	a.add(block{kind: rule, text: a.lines[i].text, first: i})
}

// hashes returns the level of an ATX heading ("## Title"), 0 if it is none.
func hashes(s string) int {
	n := 0
	for n < len(s) && s[n] == '#' {
		n++
	}
	if n == 0 || n > 6 || n == len(s) || s[n] != ' ' || strings.Trim(s, "# ") == "" {
		return 0
	}
	return n
}

func (a *assembler) hashed(i int) {
	s := a.lines[i].text
	level := hashes(s)
	text := strings.TrimSpace(s[level:])
	if closed := strings.TrimRight(text, "#"); strings.HasSuffix(closed, " ") {
		text = strings.TrimSpace(closed)
	}
	a.add(block{kind: heading, text: text, level: level, lines: 1, first: i})
}

// joinSplitHeadings joins a heading that was broken at the width of the text
// and stands as two short blocks over a paragraph.
func joinSplitHeadings(blocks []block, width int) []block {
	out := blocks[:0]
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		if i+2 < len(blocks) && splitHeading(&blocks[i], &blocks[i+1], &blocks[i+2], width) &&
			(i == 0 || b.gap || !open(blocks[i-1].text)) {
			next := &blocks[i+1]
			b.text += " " + next.text
			b.runes += 1 + next.runes
			b.lines++
			i++
		}
		out = append(out, b)
	}
	return out
}

func splitHeading(a, b, after *block, width int) bool {
	return a.kind == prose && b.kind == prose && a.lines == 1 && b.lines == 1 && !b.gap &&
		a.runes > width*45/100 && a.runes+b.runes <= headingMaxRunes && b.runes < width*8/10 &&
		open(a.text) && open(b.text) && paragraph(after) && titled(a.text)
}

func titled(s string) bool {
	c := caseOf(s)
	return c == titleCase || c == upperCase
}

// paragraph says whether a block reads as running text.
func paragraph(b *block) bool {
	if b.kind != prose {
		return false
	}
	if b.runes >= 200 {
		return true
	}
	stop := stopOf(b.text)
	closed := stop == fullStop || stop == questionMark || stop == colonStop || stop == exclamation
	return b.runes >= 60 && closed || b.runes >= 110 && !unicode.IsDigit(rune(b.text[0]))
}
