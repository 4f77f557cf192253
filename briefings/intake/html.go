package intake

import (
	"errors"
	"strings"

	"golang.org/x/net/html/charset"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/briefings/intake/webpage"
)

// fromHTML takes the article out of a web page, and into the document's Meta
// what the page says of itself.
func fromHTML(text, name string, doc *Document) (markdown string, replaced int, err error) {
	page, err := webpage.Read(text)
	switch {
	case errors.Is(err, webpage.ErrNested):
		return "", 0, &Error{name, "it is a web page, but " + err.Error(), copyText}
	case err != nil:
		return "", 0, &Error{name, "its web page could not be read (" + err.Error() + ")", copyText}
	}
	markdown, replaced = clean.Canonical(page.Markdown) // addresses and the head are in it too
	replaced += page.Replaced
	if strings.TrimSpace(markdown) == "" {
		return "", 0, &Error{name, "it is a web page without an article in it", copyText}
	}
	takePage(page, doc)
	return softWrap(markdown), replaced, nil
}

// copyText is what to do with a page that cannot be read.
const copyText = "copy the article's text and import that"

func takePage(page webpage.Page, doc *Document) {
	m := &doc.Meta
	m.Title, m.Publisher, m.Lang = cleanLine(page.Title), cleanLine(page.Publisher), cleanLine(page.Lang)
	for _, name := range page.Author {
		m.Author = append(m.Author, cleanLine(name))
	}
	if page.URL != "" && webpage.Address(m.Source) == "" {
		m.Source = cleanLine(page.URL)
	}
	if date := dayOf(oneLine(page.Published)); date != "" {
		m.Date, m.Reference = date, briefings.Dating{Date: date, Rule: briefings.DatedByMatter}
	}
}

func cleanLine(s string) string {
	line, _ := clean.Canonical(s)
	return oneLine(line)
}

// encodingOfPage is the encoding that a web page names in its head, or, as in
// a browser, the usual one of the West; "" for what is no web page.
func encodingOfPage(data []byte) string {
	if !webpage.Recognise(string(data[:min(len(data), pageHead)])) {
		return ""
	}
	_, label, _ := charset.DetermineEncoding(data, "")
	return label
}

// pageHead is how many bytes of a page have to tell that it is one.
const pageHead = 1024
