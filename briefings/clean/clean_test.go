package clean

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCanonicalReplacesAndCounts(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
		replaced       int
	}{
		{"plain text is left alone", "a\tb\nc", "a\tb\nc", 0},
		{"line ends become newlines", "a\r\nb\rc", "a\nb\nc", 0},
		{"a byte order mark at the start goes", "\ufeffa", "a", 0},
		{"escape", "\x1b[31mred", "\ufffd[31mred", 1},
		{"C1 control sequence introducer", "\u009b31m", "\ufffd31m", 1},
		{"DEL and NUL", "a\x7f\x00", "a\ufffd\ufffd", 2},
		{"invalid UTF-8", "a\xffb", "a\ufffdb", 1},
		{"line separator", "a\u2028b", "a\ufffdb", 1},
		{"private use", "\ue000", "\ufffd", 1},
		{"a replacement character that was there is not counted", "\ufffd", "\ufffd", 0},
	} {
		got, replaced := Canonical(c.in)
		if got != c.want || replaced != c.replaced {
			t.Errorf("%s: Canonical(%q) = %q, %d; want %q, %d", c.name, c.in, got, replaced, c.want, c.replaced)
		}
	}
}

func TestOfShowsWhatHides(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"letters of any script", "Türkiye Akıncı שלום 日本", "Türkiye Akıncı שלום 日本"},
		{"an override is a chip", "a\u202eb", "a‹RLO›b"},
		{"a zero-width space is a chip", "pass\u200bword", "pass‹ZWSP›word"},
		{"a joiner in an emoji stays", "👩\u200d🚒", "👩\u200d🚒"},
		{"a joiner between Latin letters is a chip", "a\u200db", "a‹ZWJ›b"},
		{"a family in an emoji stays", "👨🏽\u200d👩🏽\u200d👧", "👨🏽\u200d👩🏽\u200d👧"},
		{"a joiner that joins nothing is a chip", "👩\u200d!", "👩‹ZWJ›!"},
		{"a joiner after a Latin letter with a mark is a chip", "ş\u200d👩", "ş‹ZWJ›👩"},
		{"a non-joiner in Persian stays", "می\u200cخواهم", "می\u200cخواهم"},
		{"one emoji selector stays", "❤\ufe0f and 1\ufe0f\u20e3", "❤\ufe0f and 1\ufe0f\u20e3"},
		{"more selectors would hide bytes", "😀\ufe0f\ufe01\ufe02", "😀\ufe0f‹U+FE01›‹U+FE02›"},
		{"a selector after a letter hides too", "a\U000e0101", "a‹U+E0101›"},
		{"the tags of a flag stay", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"},
		{"tags that end in no flag do not", "🏴\U000e0067\U000e0062", "🏴‹U+E0067›‹U+E0062›"},
		{"a pile of marks is cut", "e" + strings.Repeat("\u0301", 10), "e" + strings.Repeat("\u0301", 8) + "‹U+0301›‹U+0301›"},
		{"newlines become blanks", "a\nb", "a b"},
		{"an escape is replaced", "\x1b]52;c;AA\x07", "\ufffd]52;c;AA\ufffd"},
		{"a tag character is a chip", "a\U000e0041", "a‹U+E0041›"},
	} {
		if got := Of(c.in).String(); got != c.want {
			t.Errorf("%s: Of(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

// safe says whether a terminal may print a line.
func safe(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool {
		return r < 0x20 || r >= 0x7f && r < 0xa0 || r == 0x202e || r == 0x2028
	})
}

func FuzzOf(f *testing.F) {
	for _, seed := range []string{"plain", "\x1b]52;c;AA\x07", "\u202e\u2066x", "👩\u200d🚒", "\xff\xfe", "a\u200db"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got := Of(s).String(); !safe(got) {
			t.Errorf("Of(%q) = %q is not safe", s, got)
		}
		canonical, _ := Canonical(s)
		again, replaced := Canonical(canonical)
		if again != strings.TrimPrefix(canonical, "\ufeff") || replaced != 0 {
			t.Errorf("Canonical is not idempotent on %q: %q then %q (%d)", s, canonical, again, replaced)
		}
	})
}
