package page

import "unicode/utf8"

// Isolates keep a stretch that is read from right to left from reordering what
// stands beside it, panes included (UAX 9, section 2.6); how the stretch itself
// is drawn is the terminal's business. They take no cell. A document's own are
// shown as chips, so these are always ours and always in pairs.
const (
	isolate    = "\u2068"
	isolateEnd = "\u2069"
)

// isolates says before which glyph a stretch of right-to-left letters begins
// and behind which it ends, from a glyph on; ok is false if there is none.
func isolates(glyphs []glyph, from int) (first, last int, ok bool) {
	for i := from; i < len(glyphs); i++ {
		switch {
		case rightToLeft(glyphs[i].text):
			if !ok {
				first, ok = i, true
			}
			last = i
		case ok && letter(&glyphs[i]):
			return first, last, ok
		}
	}
	return first, last, ok
}

// rightToLeft says whether a cluster begins with a letter of a script that is
// written from right to left.
func rightToLeft(s string) bool {
	if len(s) < 2 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 0x590 && r <= 0x8ff || r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefc ||
		r >= 0x10800 && r <= 0x10fff || r >= 0x1e800 && r <= 0x1efff
}
