package plaintext

import (
	"slices"
	"strings"
)

// headingMaxRunes is the longest heading.
const headingMaxRunes = 130

// headingMaxWords is the longest heading in words.
const headingMaxWords = 20

// detector looks for the title and the headings among the blocks.
type detector struct {
	blocks   []block
	layout   layout
	title    int // index of the title, -1 if there is none
	titleKey string
	body     int // index of the first paragraph: what stands above is the page's head
	contents contents
	labels   map[string]int // how often a label stands before a colon
	dates    int            // lines with nothing but a date that stand over prose
	works    bool           // the last heading was over a list of works
}

// detect marks the headings among the blocks and returns the blocks, where a
// title that a label opens stands apart, and the title's index, -1 if there is
// none.
func detect(blocks []block, lay layout) ([]block, int) {
	d := &detector{blocks: blocks, layout: lay, labels: map[string]int{}}
	d.look()
	d.title = d.findTitle()
	d.body = slices.IndexFunc(d.blocks, func(b block) bool { return paragraph(&b) })
	d.contents = findContents(d.blocks, d.title)
	d.series()
	for i := range d.blocks {
		d.judge(i)
	}
	return d.blocks, d.title
}

// mostlyGaps says whether blank lines part the blocks.
func mostlyGaps(blocks []block) bool {
	n := 0
	for i := range blocks {
		if blocks[i].gap {
			n++
		}
	}
	return n*100 >= 40*len(blocks)
}

// look takes the shape of every short block and counts what comes back.
func (d *detector) look() {
	for i := range d.blocks {
		b := &d.blocks[i]
		if b.kind == rule || b.runes > headingMaxRunes+40 || b.text == "" {
			continue
		}
		if b.runes >= 60 && stopOf(b.text) == fullStop && number(b.text).style == noNumber {
			b.shape = paragraphShape(b.text)
			continue
		}
		b.shape = newShape(b.text)
		if b.shape.label != "" && strings.Trim(b.shape.label, "0123456789") == b.shape.label {
			d.labels[b.shape.label]++
		}
		if b.shape.kind == dateLine && i > titleReach && i+1 < len(d.blocks) && paragraph(&d.blocks[i+1]) {
			d.dates++
		}
	}
}

// series finds numbered lines that count up, each over paragraphs of its own:
// these are headings even where they are sentences. Numbers that follow each
// other line by line are a list.
func (d *detector) series() {
	type run struct {
		last int
		at   []int
	}
	runs := map[[2]int]*run{}
	close := func(r *run) {
		if len(r.at) < 2 {
			return
		}
		for _, at := range r.at {
			d.blocks[at].counted = true
		}
		over := 0
		for n, at := range r.at {
			end := len(d.blocks)
			if n+1 < len(r.at) {
				end = r.at[n+1]
			}
			if d.proseBetween(at+1, end) {
				over++
			}
		}
		if over*4 >= len(r.at)*3 && over >= 2 {
			for _, at := range r.at {
				d.blocks[at].why.note(sigSeries)
			}
		}
	}
	for i := range d.blocks {
		b := &d.blocks[i]
		n := b.shape.number
		if n.style == noNumber || b.kind != prose || b.runes > headingMaxRunes+40 || b.shape.inner {
			continue
		}
		k := [2]int{int(n.style), n.depth}
		r := runs[k]
		if r == nil || n.value != r.last+1 {
			if r != nil {
				close(r)
			}
			r = &run{}
			runs[k] = r
		}
		r.last, r.at = n.value, append(r.at, i)
	}
	for _, r := range runs {
		close(r)
	}
}

// proseBetween says whether a paragraph without number stands among the first
// blocks of a range.
func (d *detector) proseBetween(from, to int) bool {
	const look = 3
	for i := from; i < to && i < from+look; i++ {
		b := &d.blocks[i]
		if paragraph(b) && (b.shape.number.style == noNumber || b.runes > headingMaxRunes+40) {
			return true
		}
	}
	return false
}

// judge decides on one block.
func (d *detector) judge(i int) {
	b := &d.blocks[i]
	switch {
	case i == d.title:
		return
	case b.kind == heading:
		d.marked(b, i)
		return
	case !d.candidate(b, i):
		return
	}
	d.alone(b, i)
	d.neighbours(b, i)
	need := headingScore
	if d.works {
		b.why.note(sigInWorks)
	}
	if b.why.score() >= need {
		d.doubt(b, i)
	}
	if b.why.score() >= need {
		b.kind = heading
		d.works = says(workHeadings, b.text[b.shape.number.size:])
	}
}

// marked is a line that the text itself marks as a heading. The names of the
// lists within a table of contents head nothing.
func (d *detector) marked(b *block, i int) {
	if d.inContents(i) && says(contentsWords, b.text) || d.titleKey != "" && key(b.text) == d.titleKey {
		b.kind = prose
		return
	}
	d.works = says(workHeadings, b.text)
}

// candidate says whether a block may be a heading at all.
func (d *detector) candidate(b *block, i int) bool {
	if d.inContents(i) || b.runes > entryMaxRunes || b.lines > 3 {
		return false
	}
	if i >= d.contents.to && d.listed(b) {
		return true
	}
	if b.runes > headingMaxRunes || b.shape.words == 0 {
		return false
	}
	if b.kind != prose || b.shape.words > headingMaxWords || d.signed(b, i) {
		return false
	}
	switch b.shape.kind {
	case plainLine:
		return true
	case dateLine:
		return d.dates >= 3 && i > titleReach
	}
	return b.shape.known && b.shape.kind != chromeLine && b.shape.kind != captionLine && b.shape.kind != sourceLine && b.shape.kind != pictureLine
}

// inContents says whether a block is a line of the table of contents.
func (d *detector) inContents(i int) bool {
	return i < d.contents.to && (i > d.contents.from || i == d.contents.from && !says(contentsWords, d.blocks[i].text))
}

// listed says whether the table of contents lists a line. The title of a
// figure may stand in a table of one cell.
func (d *detector) listed(b *block) bool {
	if len(d.contents.entries) == 0 || b.kind != prose && b.kind != row {
		return false
	}
	text, _, _ := strings.Cut(strings.TrimSpace(strings.TrimPrefix(b.text, "|")), "\n")
	if text == "" || !d.contents.entries[key(text)] {
		return false
	}
	b.why.note(sigListed)
	if b.shape.words == 0 || b.kind == row {
		b.shape = newShape(text)
	}
	b.text = text
	return true
}
