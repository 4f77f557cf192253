package clean

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// Piece is what the screen shows for a stretch of a source text.
type Piece struct {
	Shown      Text
	Start, End int // bytes of the source
	// Same is set where the source is shown as it is; otherwise the piece
	// stands for one character and cannot be taken apart.
	Same bool
}

// Pieces walks a text as Of shows it, so that each cell can be traced to the
// character that it stands for.
func Pieces(s string) iter.Seq[Piece] {
	return func(yield func(Piece) bool) {
		start := 0 // of the stretch that is shown as it is
		var c cluster
		for i := 0; i < len(s); {
			if s[i] >= 0x20 && s[i] < 0x7f {
				c.see(rune(s[i]))
				i++
				continue
			}
			r, size := utf8.DecodeRuneInString(s[i:])
			replacement, same := c.show(r, size, s[i:])
			if !same {
				if start < i && !yield(Piece{Text{s[start:i]}, start, i, true}) {
					return
				}
				if !yield(Piece{Text{replacement}, i, i + size, false}) {
					return
				}
				start = i + size
			}
			i += size
		}
		if start < len(s) {
			yield(Piece{Text{s[start:]}, start, len(s), true})
		}
	}
}

// marksMax is how many combining marks a character may carry; no script needs
// more at once, and a pile of them is drawn over the lines above.
const marksMax = 8

// cluster follows what has been shown since the last character that stands on
// its own, to tell the joiners, selectors and tags that belong to it from those
// that hide something (UTS 51, sections 1.4 and 2; UAX 31, section 2.3).
type cluster struct {
	base     rune
	last     rune // what stands directly before, 0 if that was replaced
	marks    int
	selected bool // has a variation selector
	tags     int  // tag characters still to come that belong to a flag
}

// see notes a character that is shown as it is.
func (c *cluster) see(r rune) {
	switch {
	case r == zwj:
		c.selected = false
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc), selector(r), r == zwnj, tag(r):
	default:
		c.base, c.marks, c.selected = r, 0, false
	}
	c.last = r
}

const (
	zwnj  = 0x200c
	zwj   = 0x200d
	flag  = 0x1f3f4
	noTag = 0xe007f
)

// show says what stands for a character and whether that is itself; rest is
// the text from it on.
func (c *cluster) show(r rune, size int, rest string) (string, bool) {
	replacement := ""
	switch {
	case r == '\n' || r == '\t' || r == '\r':
		replacement = " "
	case r == utf8.RuneError && size == 1, forbidden(r):
		replacement = "\ufffd"
	case r < 0x300:
		if invisible(r) {
			replacement = chip(r)
		}
	case tag(r):
		if c.tags == 0 && c.last == flag {
			c.tags = flagTags(rest)
		}
		if c.tags == 0 {
			replacement = chip(r)
		} else {
			c.tags--
		}
	case invisible(r) && !c.belongs(r, rest[size:]):
		replacement = chip(r)
	case unicode.In(r, unicode.Mn, unicode.Me):
		if c.marks++; c.marks > marksMax {
			replacement = chip(r)
		}
	}
	if replacement != "" {
		c.base, c.last, c.selected = 0, 0, false
		return replacement, false
	}
	if selector(r) {
		c.selected = true
	}
	c.see(r)
	return "", true
}

// belongs says whether an invisible character has its place after what stands
// before it.
func (c *cluster) belongs(r rune, rest string) bool {
	switch {
	case c.last == 0:
		return false
	case r == zwj || r == zwnj:
		next, _ := utf8.DecodeRuneInString(rest)
		if emoji(c.base) {
			return r == zwj && emoji(next)
		}
		return joining(c.base) && c.last != zwj && c.last != zwnj
	case r == 0xfe0e || r == 0xfe0f:
		return !c.selected && c.last == c.base && (emoji(c.base) || keycap(c.base))
	case selector(r):
		return !c.selected && c.last == c.base && unicode.Is(unicode.Han, c.base)
	}
	return false
}

// flagTags returns how many tag characters make a flag at the start of s, 0 if
// none do: at most six and a terminator (UTS 51, section 1.4.6).
func flagTags(s string) int {
	n := 0
	for _, r := range s {
		n++
		switch {
		case r == noTag && n > 1:
			return n
		case !tag(r) || n > 6:
			return 0
		}
	}
	return 0
}

func tag(r rune) bool { return r >= 0xe0020 && r <= noTag }

func selector(r rune) bool {
	return r >= 0xfe00 && r <= 0xfe0f || r >= 0xe0100 && r <= 0xe01ef
}

// emoji says whether a character may be part of an emoji sequence.
func emoji(r rune) bool {
	return r >= 0x1f000 && r <= 0x1faff || r >= 0x2190 && r <= 0x2bff || r == 0x3030 || r == 0x303d || r == 0x3297 || r == 0x3299 ||
		r == 0xa9 || r == 0xae || r == 0x203c || r == 0x2049 || r == 0x2122 || r == 0x2139
}

func keycap(r rune) bool { return r >= '0' && r <= '9' || r == '#' || r == '*' }

// joining says whether a character is a letter of a script that is written with
// joiners and non-joiners.
func joining(r rune) bool {
	return r >= 0x600 && r <= 0x8ff || r >= 0x900 && r <= 0xdff || r >= 0xe00 && r <= 0x109f || r >= 0x1780 && r <= 0x18af ||
		r >= 0xfb50 && r <= 0xfdff || r >= 0xfe70 && r <= 0xfeff
}
