package plaintext

import "strings"

// saysTitle says whether a line begins with the title.
func (d *detector) saysTitle(b *block) bool {
	return d.titleKey != "" && b.runes >= d.blocks[d.title].runes-4 && strings.HasPrefix(key(b.text), d.titleKey)
}

// speakerWords is how many words the name of a speaker has at most.
const speakerWords = 3

// answered says whether the next block opens with another label, as the turns
// of an interview do.
func (d *detector) answered(i int) bool {
	next := d.skip(i+1, 1)
	if next < 0 {
		return false
	}
	label := labelOf(d.blocks[next].text)
	return label != "" && label != d.blocks[i].shape.label && strings.Count(label, " ") < speakerWords
}

// counts says whether two blocks that follow each other count on.
func (d *detector) counts(i, j int) bool {
	if i < 0 || j >= len(d.blocks) {
		return false
	}
	a, b := d.blocks[i].shape.number, d.blocks[j].shape.number
	return a.style != noNumber && a.style == b.style && a.depth == b.depth && a.value+1 == b.value
}

// neighbours notes what stands around a line.
func (d *detector) neighbours(b *block, i int) {
	why := &b.why
	if d.layout.gaps {
		if b.gap {
			why.note(sigGap)
		} else {
			why.note(sigNoGap)
		}
	}
	if i > d.title && i < d.body && d.contents.to == 0 {
		d.inHead(b, why, i)
	}
	d.below(why, i)
	d.above(why, b, i)
}

// inHead notes what speaks against a line between the title and the text: there
// stand authors, departments and dates.
func (d *detector) inHead(b *block, why *signals, i int) {
	if d.skip(i+1, 1) != d.body {
		why.note(sigInHead)
	}
}

func (d *detector) below(why *signals, i int) {
	next := d.skip(i+1, 1)
	if next < 0 {
		why.note(sigLast)
		return
	}
	n := &d.blocks[next]
	if d.inContents(next) {
		why.note(sigOverList)
		return
	}
	if n.kind == prose && goesOnWith(n.text) {
		why.note(sigGoesOn)
	}
	switch {
	case paragraph(n):
		why.note(sigOverParagraph)
	case n.kind == item:
		why.note(sigOverList)
		if why.has(sigColon) {
			why.note(sigLeadIn)
		}
	case n.kind == row || n.shape.kind == captionLine || n.shape.kind == sourceLine || n.shape.kind == pictureLine || n.shape.kind == tableLine:
		why.note(sigOverTable)
	case n.kind == heading:
	default:
		if run := d.shortRun(next, 1); run > 2 || next+run >= len(d.blocks) {
			why.note(sigOverRun)
		}
	}
}

func (d *detector) above(why *signals, b *block, i int) {
	last := d.skip(i-1, -1)
	if last < 0 {
		return
	}
	p := &d.blocks[last]
	if d.inContents(last) {
		why.note(sigAfterParagraph)
		return
	}
	switch {
	case p.kind == item, p.kind == row, paragraph(p) && !open(p.text):
		why.note(sigAfterParagraph)
	case !b.gap && p.kind == prose && p.shape.kind == plainLine && open(p.text) && p.runes > 60 && !why.has(sigSeries):
		why.note(sigJoined)
	}
	if p.shape.kind == captionLine {
		why.note(sigUnderCaption)
	}
	if d.shortRun(last, -1) >= 3 {
		why.note(sigInRun)
	}
}

// doubt notes what speaks against a line that looks like a heading in every
// other way.
func (d *detector) doubt(b *block, i int) {
	next := d.skip(i+1, 1)
	if next < 0 {
		return
	}
	if d.pictured(next) {
		b.why.note(sigUnderCaption)
	}
	if isAppeal(&d.blocks[next]) {
		b.why.note(sigOverAppeal)
	}
	// Within the text a person with an office heads a section of its own.
	inHead := i < d.body
	if who := personIn(strings.Fields(b.text)); who != "" && (inHead || !strings.Contains(b.text, ",")) && !strings.Contains(d.blocks[next].text, who) {
		b.why.note(sigPerson)
	}
}

// goesOnWith says whether a line begins in the middle of a sentence.
func goesOnWith(s string) bool {
	return strings.IndexByte(",.;:)", s[0]) >= 0 || s[0] >= 'a' && s[0] <= 'z'
}

// skip goes from a block over running lines and rules; -1 at the end.
func (d *detector) skip(i, step int) int {
	for ; i >= 0 && i < len(d.blocks); i += step {
		if k := d.blocks[i].kind; k != running && k != rule {
			return i
		}
	}
	return -1
}

// shortRun counts the short lines from a block on, up to five.
func (d *detector) shortRun(i, step int) int {
	n := 0
	for ; i >= 0 && i < len(d.blocks) && n < 5; i += step {
		b := &d.blocks[i]
		if b.kind != prose || paragraph(b) || i == d.title {
			break
		}
		n++
	}
	return n
}
