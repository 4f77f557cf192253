package extract

import "testing"

const testCues = `
# a remark
set be: is are was
strong gap: @be [still] unclear
strong gap: has not [@be] confirm~
weak gap: ^ if
strong gap: neither ... has confirm~
strong ceiling: # units
weak forecast: open $
strong safeguard: lock~ .. away
`

// cuesIn names the patterns found in a sentence.
func cuesIn(t *testing.T, table *cueTable, sentence string) []string {
	t.Helper()
	var patterns []string
	for _, h := range table.find(table.read(sentence, Span{0, len(sentence)}, nil), nil) {
		patterns = append(patterns, h.cue.pattern)
	}
	return patterns
}

func TestCuesAreFoundByTheirPattern(t *testing.T) {
	table := cuesOf(testCues)()
	for sentence, want := range map[string]string{
		"The date is unclear.":                           "@be [still] unclear",
		"The date is still unclear.":                     "@be [still] unclear",
		"The date is very unclear.":                      "",
		"The ministry HAS NOT confirmed it.":             "has not [@be] confirm~",
		"The ministry hasn’t confirmed it.":              "has not [@be] confirm~",
		"The ministry has confirmed it.":                 "",
		"If it rains, they wait.":                        "^ if",
		"They wait if it rains.":                         "",
		"Neither the firm, nor the state, has confirmed": "neither ... has confirm~",
		"Neither came; the firm has confirmed":           "",
		"They ordered 48 units.":                         "# units",
		"It stays open.":                                 "open $",
		"An open door.":                                  "",
		"They locked the drawings away.":                 "lock~ .. away",
		"They locked, it is said away.":                  "",
	} {
		got := ""
		if found := cuesIn(t, table, sentence); len(found) > 0 {
			got = found[0]
		}
		if got != want {
			t.Errorf("%q: found %q, want %q", sentence, got, want)
		}
	}
}

func TestABadCueFileIsRefusedWithItsLine(t *testing.T) {
	for data, want := range map[string]string{
		"strong gap unclear":      `cue line 1: no colon in "strong gap unclear"`,
		"\nstrong gap: @nobody x": `cue line 2: no set "nobody"`,
		"strong gap: .. x":        `cue line 1: the first step of ".. x" must be a word`,
		"strong gap: a//b":        `cue line 1: an empty word in "a//b"`,
	} {
		if _, err := readCues(data); err == nil || err.Error() != want {
			t.Errorf("%q: got %v, want %s", data, err, want)
		}
	}
}
