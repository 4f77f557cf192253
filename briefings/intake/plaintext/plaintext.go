// Package plaintext turns plain text into CommonMark. It finds out how the text
// was set (line by line, wrapped, with blank lines or without), joins lines to
// paragraphs, finds the title, headings, lists and tables, and escapes what
// CommonMark would read as markup. Every word stays; bullets, underlines and
// bars of tables become markup.
package plaintext

// Markdown returns a text as CommonMark. The text is clean (see the package
// clean) but for form feeds, which begin pages.
func Markdown(text string) string {
	lines := cut(text)
	markRunning(lines)
	lay := survey(lines)
	blocks := assemble(lines, lay)
	lay.gaps = mostlyGaps(blocks)
	if lay.gaps && !lay.wrapped {
		markBareItems(blocks)
	}
	blocks, title := detect(blocks, lay)
	setLevels(blocks, title)
	return write(blocks, title)
}
