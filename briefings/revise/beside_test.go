package revise

import (
	"strings"
	"testing"
)

// points returns where words begin in a text, in code points.
func points(t *testing.T, text *Text, words string) int {
	t.Helper()
	at := strings.Index(text.words, words)
	if at < 0 {
		t.Fatalf("the text lacks %q", words)
	}
	return text.locator.Point(at)
}

func TestTextsSideBySide(t *testing.T) {
	changed := edit(t, article,
		"employ 350 people", "employ 400 people",
		"A second batch came in 2023.", "",
		"## Outlook\n\n", "## Outlook\n\nA licence is being prepared, and nobody knows for whom. ")
	old, new := textOf(article, 1), textOf(changed, 2)
	b := Align(old, new).Beside(true)

	words := func(text *Text, list []Stretch) string {
		var out []string
		for _, s := range list {
			out = append(out, string(s.Op)+": "+text.words[text.locator.Byte(s.Start):text.locator.Byte(s.End)])
		}
		return strings.Join(out, "\n")
	}
	if got, want := words(old, b.Old), "reworded: The plant would employ 350 people at first.\nremoved: 350\nremoved: A second batch came in 2023."; got != want {
		t.Errorf("on the left is marked\n%s\nwant\n%s", got, want)
	}
	if got, want := words(new, b.New), "reworded: The plant would employ 400 people at first.\nadded: 400\nadded: A licence is being prepared, and nobody knows for whom."; got != want {
		t.Errorf("on the right is marked\n%s\nwant\n%s", got, want)
	}

	for _, both := range []string{"Two states", "It will not pass", "Background", "Neither side", "The maker also builds"} {
		x, y := points(t, old, both), points(t, new, both)
		if b.InNew(x) != y || b.InOld(y) != x {
			t.Errorf("%q stands at %d and %d, and is joined to %d and %d", both, x, y, b.InOld(y), b.InNew(x))
		}
	}
	if at, from := b.InOld(points(t, new, "A licence")), points(t, old, "Outlook"); at < from || at > points(t, old, "Neither") {
		t.Errorf("what was added stands beside %d, not between the heading at %d and what follows", at, from)
	}
}

// The sections of two briefings that do the same work stand side by side, with
// their ends together, though they share no sentence.
func TestBriefingsSideBySide(t *testing.T) {
	left := textOf("# One\n\nHere is a start that is long enough.\n\n## Open questions\n\nWho pays for it?\n\n## Sources\n\n1. A newspaper.\n", 1)
	right := textOf("# Two\n\nAnother start.\n\n## What is not known\n\nWill the bridge be built? And when will that be, if it is?\n\n## Sources\n\n1. The yearbook of the ministry for all states.\n", 1)
	b := Align(left, right).Beside(false)
	if x, y := points(t, left, "Sources"), points(t, right, "Sources"); b.InNew(x) != y {
		t.Errorf("the sources begin at %d, beside %d", y, b.InNew(x))
	}
	if x, y := points(t, left, "Open questions"), points(t, right, "What is not known"); b.InNew(x) != y {
		t.Errorf("the open questions begin at %d, beside %d", y, b.InNew(x))
	}
	if len(b.Old)+len(b.New) != 0 {
		t.Errorf("two texts that share nothing are marked: %v and %v", b.Old, b.New)
	}
}
