package clean

import (
	"fmt"
	"unicode"
)

// named are the invisible characters that have a common short name.
var named = map[rune]string{
	0x00ad: "SHY", 0x034f: "CGJ", 0x061c: "ALM", 0x115f: "HCF", 0x1160: "HJF", 0x17b4: "KIV", 0x17b5: "KIV",
	0x180e: "MVS", 0x200b: "ZWSP", 0x200c: "ZWNJ", 0x200d: "ZWJ", 0x200e: "LRM", 0x200f: "RLM",
	0x202a: "LRE", 0x202b: "RLE", 0x202c: "PDF", 0x202d: "LRO", 0x202e: "RLO",
	0x2060: "WJ", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI", 0xfeff: "BOM",
	0x3164: "HF", 0xffa0: "HHF", 0xfffc: "OBJ",
}

// invisible says whether a character hides or reorders text: the bidi controls
// and other format characters, and the default-ignorable code points of Unicode.
func invisible(r rune) bool {
	if r < 0xad {
		return false
	}
	if _, ok := named[r]; ok || unicode.Is(unicode.Cf, r) {
		return true
	}
	switch {
	case r >= 0x180b && r <= 0x180f, // Mongolian selectors
		r >= 0x2061 && r <= 0x2065, r >= 0x206a && r <= 0x206f,
		r >= 0xfe00 && r <= 0xfe0f, // variation selectors
		r >= 0xfff0 && r <= 0xfffb,
		r >= 0x1bca0 && r <= 0x1bca3, r >= 0x1d173 && r <= 0x1d17a,
		r >= 0xe0000 && r <= 0xe0fff: // tags, more selectors
		return true
	}
	return false
}

// chip is what stands on the screen in place of an invisible character.
func chip(r rune) string {
	if name, ok := named[r]; ok {
		return "‹" + name + "›"
	}
	return fmt.Sprintf("‹U+%04X›", r)
}
