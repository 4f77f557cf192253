package plaintext

// setLevels gives every heading a level from 2 on, as far as the text tells:
// by its own marks, by the depth and the kind of its number, by capitals over
// small letters. What tells nothing stands at 2.
func setLevels(blocks []block, title int) {
	least := 7
	capitals, others := 0, 0
	for i := range blocks {
		b := &blocks[i]
		if b.kind != heading || i == title {
			continue
		}
		if b.level > 0 {
			least = min(least, b.level)
			continue
		}
		switch {
		case b.shape.number.style != noNumber:
		case b.shape.cased == upperCase && b.shape.words > 1:
			capitals++
		case !b.shape.known:
			others++
		}
	}
	var styles []numberStyle
	for i := range blocks {
		b := &blocks[i]
		if b.kind != heading || i == title {
			continue
		}
		switch n := b.shape.number; {
		case b.level > 0:
			b.level = min(b.level-least+2, 6)
		case n.style != noNumber && (n.style != letter || b.counted):
			b.level = min(2+rank(&styles, n.style)+n.depth-1, 6)
		case b.why.has(sigListed) && captionKey(b.text):
			b.level = 6
		case capitals >= 2 && others >= 2 && b.shape.cased != upperCase && !b.shape.known:
			b.level = 3
		default:
			b.level = 2
		}
	}
}

// rank returns how many other kinds of numbers were seen before this one.
func rank(styles *[]numberStyle, style numberStyle) int {
	for i, s := range *styles {
		if s == style {
			return i
		}
	}
	*styles = append(*styles, style)
	return len(*styles) - 1
}
