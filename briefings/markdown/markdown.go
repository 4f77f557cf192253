// Package markdown is the two kinds of Markdown that leave dossier: the notes
// export, what an analyst takes into a product (Notes, Merge), and briefing
// Markdown, the whole briefing in one file that reads back without loss (Print,
// Parse). The references also leave as CSL-JSON and BibTeX. Pure functions: the
// same records give the same bytes, and no file is opened here.
package markdown
