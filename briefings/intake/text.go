package intake

import "dossier/briefings/intake/plaintext"

// FromText turns plain text into CommonMark: it finds the title, headings,
// paragraphs and lists, and escapes what CommonMark would read as markup.
func FromText(text string) string { return plaintext.Markdown(text) }
