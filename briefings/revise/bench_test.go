package revise

import (
	"fmt"
	"strings"
	"testing"

	"dossier/briefings"
)

// long makes a document of many sentences with every tenth changed.
func long(sentences, turn int) string {
	var b strings.Builder
	b.WriteString("# T\n")
	for i := range sentences {
		if i%20 == 0 {
			fmt.Fprintf(&b, "\n\n## Part %d\n\n", i/20)
		}
		n := i
		if turn > 0 && i%10 == 3 {
			n = i + 1_000_000
		}
		fmt.Fprintf(&b, "Office %d of the ministry reported %d units in the %dth week. ", i, n*7, i%52)
	}
	return b.String()
}

// BenchmarkReanchor finds 5,000 passages of a document of 2,000 sentences.
func BenchmarkReanchor(b *testing.B) {
	old, changed := textOf(long(2000, 0), 1), textOf(long(2000, 1), 2)
	var anchors []briefings.Anchor
	for i := range 5000 {
		s := old.sentences[i*7%len(old.sentences)]
		anchors = append(anchors, old.locator.Anchor(s.start, s.end))
	}
	for b.Loop() {
		al := Align(old, changed)
		for i := range anchors {
			al.Reanchor(anchors[i])
		}
	}
}
