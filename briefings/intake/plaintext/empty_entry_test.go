package plaintext

import (
	"strings"
	"testing"
)

// A line without a letter may stand in what looks like a table of contents, and
// again as a row without a cell.
func TestARowWithoutWordsIsNoHeadingThatTheContentsList(t *testing.T) {
	text := "Report on quays\n\nContents\nThe lease\n},\nThe cranes\n\nThe harbour was let for thirty years to the company that had built it, and the town kept the land.\n\n" +
		"The lease\nThe lease was signed in the spring by both parties and covers the northern quay with its sheds.\n\n| Cranes by year\n|  \n| Source: the town\n\n},\n\n" +
		"The cranes\nThe cranes were bought second-hand and put up again on the northern quay within a year.\n\n|\n| a\n"
	if got := Markdown(text); !strings.Contains(got, "Cranes by year") {
		t.Errorf("words are lost: %q", got)
	}
}
