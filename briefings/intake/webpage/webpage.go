// Package webpage reads the article out of a saved web page: what the page says
// of itself in its head, and its text as CommonMark without what stands around
// an article on the web. It follows no link and runs nothing.
package webpage

import (
	"errors"
	"strings"

	"golang.org/x/net/html"
)

// Page is an article with what its page says of it. What the page does not say
// is empty.
type Page struct {
	Title     string
	Author    []string
	Publisher string
	Published string // as it stands there, mostly RFC 3339
	URL       string // where the page says that it belongs; http or https
	Lang      string // BCP 47
	Markdown  string // CommonMark with tables; begins with the title
	// Replaced is how many characters of the article became U+FFFD: written as
	// entities, control characters are none before the page is read.
	Replaced int
}

// ErrNested refuses a page whose elements are nested more deeply than any
// browser shows.
var ErrNested = errors.New("its elements are nested too deeply")

// Recognise says whether a text is a web page, by how it begins.
func Recognise(text string) bool {
	head := strings.ToLower(strings.TrimLeft(text[:min(len(text), sniffed)], "\ufeff \t\r\n"))
	for strings.HasPrefix(head, "<!--") || strings.HasPrefix(head, "<?xml") {
		_, rest, closed := strings.Cut(head, ">")
		if !closed {
			return false
		}
		head = strings.TrimLeft(rest, " \t\r\n")
	}
	for _, opening := range [...]string{"<!doctype html", "<html", "<head", "<body"} {
		if strings.HasPrefix(head, opening) {
			return true
		}
	}
	return false
}

// sniffed is how many bytes of a text Recognise looks at.
const sniffed = 4096

// Read takes the article out of a page.
func Read(text string) (Page, error) {
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return Page{}, ErrNested // the one error that the parser knows of a text in memory
	}
	page := readHead(doc)
	body := article(doc)
	if page.Title == "" {
		page.Title = firstHeading(body)
	}
	page.Replaced = cleanWords(body)
	markdown, err := convert(body, page.URL)
	if err != nil {
		return Page{}, err
	}
	page.Markdown = titled(markdown, page.Title)
	return page, nil
}

// titled puts the title in front of an article that does not begin with one.
func titled(markdown, title string) string {
	markdown = strings.TrimSpace(markdown)
	if title == "" || strings.HasPrefix(markdown, "# ") {
		return markdown + "\n"
	}
	return "# " + escapeLine(title) + "\n\n" + markdown + "\n"
}
