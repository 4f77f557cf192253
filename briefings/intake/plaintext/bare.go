package plaintext

const (
	// bareItemMax is the longest item of a list in runes that is known only by
	// standing close to others.
	bareItemMax = 250
	// bareListLeast is how many lines make such a list.
	bareListLeast = 2
)

// markBareItems makes items of the lines of a list that lost its bullets, as a
// browser copies it: lines that stand close together in a text the paragraphs
// of which are parted by blank lines.
func markBareItems(blocks []block) {
	text := false // a paragraph was seen: what stands above is the page's head
	for i := 0; i < len(blocks); {
		to := i + 1
		for to < len(blocks) && blocks[to].kind == prose && blocks[i].kind == prose && !blocks[to].gap {
			to++
		}
		if text && bareList(blocks[i:to]) {
			for n := i; n < to; n++ {
				blocks[n].kind = item
			}
		}
		text = text || paragraph(&blocks[i])
		i = to
	}
}

// bareList says whether lines that stand close together are a list: none is a
// long paragraph, none is numbered, and they are no heading over its text.
func bareList(run []block) bool {
	if len(run) < bareListLeast {
		return false
	}
	for i := range run {
		b := &run[i]
		if b.runes > bareItemMax || b.lines > 1 || number(b.text).style != noNumber {
			return false
		}
	}
	return !(open(run[0].text) && paragraph(&run[1]))
}
