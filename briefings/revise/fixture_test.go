package revise

import (
	"strings"
	"testing"

	"dossier/briefings"
	"dossier/briefings/commonmark"
)

const article = `# A line for drones

## Bottom line

Two states discuss a line that would put drones together from kits. The plant would employ 350 people at first. It will not pass on the mission software.

## Background

The maker has sold 35 systems abroad. The buyer ordered six of them in 2021. A second batch came in 2023.

## Outlook

Neither side has named a site. Announcements are expected in 2026 if the talks hold. The maker also builds a plant in another country.
`

func revisionOf(markdown string, number int) *briefings.Revision {
	rev := &briefings.Revision{Number: number, Markdown: markdown}
	rev.Blocks, rev.Links = commonmark.Cut(markdown)
	return rev
}

func textOf(markdown string, number int) *Text { return NewText(revisionOf(markdown, number), nil) }

// anchorAt makes the anchor of the nth occurrence of a quote, from 1.
func anchorAt(t testing.TB, text *Text, quote string, nth int) briefings.Anchor {
	t.Helper()
	hits := occurrences(text.words, quote, nth)
	if len(hits) < nth {
		t.Fatalf("the text does not hold %q %d times", quote, nth)
	}
	return text.locator.Anchor(hits[nth-1].start, hits[nth-1].end)
}

func edit(t testing.TB, markdown string, pairs ...string) string {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(markdown, pairs[i]) {
			t.Fatalf("the article does not hold %q", pairs[i])
		}
		markdown = strings.Replace(markdown, pairs[i], pairs[i+1], 1)
	}
	return markdown
}
