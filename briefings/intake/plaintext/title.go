package plaintext

import (
	"slices"
	"strings"
)

// titleLabels stand before the title of a letter or memorandum.
var titleLabels = map[string]bool{"subject": true, "subj": true, "re": true, "betreff": true}

// titleReach is how many lines of the page may stand before the title.
const titleReach = 12

// findTitle takes the first line that is no part of the page and no date, if it
// is short and no sentence of a text. Where a menu stands above, of words and
// pairs of words, the title is the first line of more.
func (d *detector) findTitle() int {
	least := 1
	if d.menuAtTop() {
		least = menuWords + 2
	}
	for i := 0; i < len(d.blocks) && i < titleReach; i++ {
		b := &d.blocks[i]
		if b.kind == prose && titleLabels[b.shape.label] {
			return d.part(i)
		}
		if b.kind == running || b.kind == rule || notTitle(&b.shape) || kicker(b, least) {
			continue
		}
		if b.kind == heading {
			return i
		}
		if d.titled(b) {
			d.titleKey = key(b.text)
			return i
		}
		return -1
	}
	return -1
}

// part sets the label of a title apart from it, and returns where the title is.
func (d *detector) part(i int) int {
	label := d.blocks[i]
	end := len(label.shape.label) + 1
	d.blocks[i].text = strings.TrimSpace(label.text[end:])
	d.blocks[i].shape = newShape(d.blocks[i].text)
	label.text = label.text[:end]
	d.blocks = slices.Insert(d.blocks, i, label)
	return i + 1
}

func notTitle(s *shape) bool {
	switch s.kind {
	case chromeLine, dateLine, numberLine, addressLine, tableLine, headLine, kickerLine, sourceLine, pictureLine:
		return true
	}
	return false
}

// kicker says whether a line above the title only names a department of the
// paper: fewer words than a title has here, or small letters throughout.
func kicker(b *block, least int) bool {
	return b.kind == prose && b.shape.words > 0 && b.lines == 1 &&
		(b.shape.words < least || b.shape.cased == lowerCase && b.shape.words <= 4 && b.shape.stop == noStop)
}

// titled says whether a block may be a title.
func (d *detector) titled(b *block) bool {
	return b.kind == prose && b.shape.words > 0 && b.runes <= titleMaxRunes && b.lines <= 3 &&
		(b.shape.stop != fullStop || b.runes <= 80 && !paragraph(b)) && b.shape.stop != openEnd && (!b.shape.inner || b.runes <= 90)
}

// menuWords is how many words an entry of a menu has at most.
const menuWords = 2

// menuAtTop says whether a page's menu stands at the top: short lines one of
// which no article has.
func (d *detector) menuAtTop() bool {
	entries, certain := 0, false
	for i := 0; i < len(d.blocks) && i < titleReach; i++ {
		b := &d.blocks[i]
		if b.kind != item && (b.kind != prose || b.shape.words > menuWords && b.shape.kind != chromeLine || b.shape.words == 0) {
			break
		}
		certain = certain || b.shape.kind == chromeLine
		entries++
	}
	return certain && entries > 1
}

const titleMaxRunes = 170
