package intake

import (
	"strings"

	"dossier/briefings/clean"
	"dossier/briefings/intake/plaintext"
)

// FromText turns plain text into CommonMark: it finds the title, headings,
// paragraphs and lists, and escapes what CommonMark would read as markup.
func FromText(text string) string { return plaintext.Markdown(text) }

// cleanPages cleans a plain text but keeps its form feeds, which begin pages,
// and returns how many characters were replaced.
func cleanPages(text string) (string, int) {
	if !strings.Contains(text, "\f") {
		return clean.Canonical(text)
	}
	pages := strings.Split(text, "\f")
	replaced := 0
	for i, page := range pages {
		words, n := clean.Canonical(page)
		pages[i], replaced = words, replaced+n
	}
	return strings.Join(pages, "\f"), replaced
}
