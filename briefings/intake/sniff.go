package intake

import (
	"path"
	"strings"

	"dossier/briefings"
	"dossier/briefings/intake/webpage"
	"dossier/briefings/markdown/frontmatter"
)

// detect decides by name and, where the name leaves it open, by content. Text
// that was copied from a page may hold a hash or a bullet; links and code
// fences under hashes are written by people who write Markdown.
func detect(name, text string) briefings.Format {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".mdown":
		return briefings.FormatMarkdown
	}
	if webpage.Recognise(text) {
		return briefings.FormatHTML
	}
	if matter, _, found := frontmatter.Cut(text); found && strings.Contains(matter, ":") {
		return briefings.FormatMarkdown
	}
	if path.Ext(name) == "" && looksLikeMarkdown(text) {
		return briefings.FormatMarkdown
	}
	return briefings.FormatText
}

// sniffed is how much of a text is looked at.
const sniffed = 1 << 20

func looksLikeMarkdown(text string) bool {
	text = text[:min(len(text), sniffed)]
	headings, fences := 0, 0
	for line := range strings.Lines(text) {
		hashes := len(line) - len(strings.TrimLeft(line, "#"))
		switch {
		case hashes > 0 && hashes <= 6 && strings.HasPrefix(line[hashes:], " "):
			headings++
		case strings.HasPrefix(line, "```"):
			fences++
		}
	}
	return headings > 0 && (strings.Contains(text, "](http") || strings.Contains(text, "][") || fences >= 2 || strings.Count(text, "**") >= 4)
}
