package webpage

import (
	"cmp"
	"encoding/json"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHead gathers what a page says of itself: in JSON-LD (schema.org), in the
// meta tags of Open Graph, Dublin Core and those that papers use, and in its
// title.
func readHead(doc *html.Node) Page {
	h := head{meta: map[string][]string{}}
	h.walk(doc)
	page := Page{
		Title:     cmp.Or(h.said("og:title", "twitter:title", "dc.title"), h.linked.Headline),
		Publisher: cmp.Or(h.said("og:site_name", "dc.publisher"), h.linked.publisher()),
		Published: cmp.Or(h.linked.Published, h.said("article:published_time", "dc.date", "dcterms.issued", "dcterms.date", "date", "pubdate", "publish-date", "citation_publication_date")),
		URL:       Address(cmp.Or(h.canonical, h.said("og:url"))),
		Lang:      h.lang,
		Author:    h.linked.authors(),
	}
	if page.Title == "" {
		page.Title = withoutSite(h.title, page.Publisher)
	}
	if len(page.Author) == 0 {
		for _, name := range append(h.meta["author"], h.meta["dc.creator"]...) {
			if Address(name) == "" && !slices.Contains(page.Author, name) {
				page.Author = append(page.Author, name)
			}
		}
	}
	return page
}

// head is what was met in a page on the way through it.
type head struct {
	meta      map[string][]string // by property or name, in lower case
	title     string
	canonical string
	lang      string
	linked    linkedArticle
}

func (h *head) walk(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		h.lang = attr(n, "lang")
	case atom.Title:
		if h.title == "" && !within(n, atom.Svg) {
			h.title = words(n)
		}
	case atom.Meta:
		name := strings.ToLower(cmp.Or(attr(n, "property"), attr(n, "name"), attr(n, "itemprop")))
		if content := oneLine(attr(n, "content")); name != "" && content != "" {
			h.meta[name] = append(h.meta[name], content)
		}
	case atom.Link:
		if h.canonical == "" && strings.EqualFold(attr(n, "rel"), "canonical") {
			h.canonical = attr(n, "href")
		}
	case atom.Script:
		if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil && h.linked.Headline == "" {
			h.linked = findArticle([]byte(n.FirstChild.Data))
		}
	}
	for c := range n.ChildNodes() {
		h.walk(c)
	}
}

// said is the first of the names that the page has a meta tag for.
func (h *head) said(names ...string) string {
	for _, name := range names {
		if values := h.meta[name]; len(values) > 0 {
			return values[0]
		}
	}
	return ""
}

// linkedArticle is an article as schema.org describes it in JSON-LD.
type linkedArticle struct {
	Type      json.RawMessage   `json:"@type"`
	Headline  string            `json:"headline"`
	Published string            `json:"datePublished"`
	Author    json.RawMessage   `json:"author"`
	Publisher json.RawMessage   `json:"publisher"`
	Graph     []json.RawMessage `json:"@graph"`
}

// findArticle looks for the article among the things that a script describes;
// it is empty where none is or the script cannot be read.
func findArticle(data []byte) linkedArticle {
	for _, raw := range listOf(data) {
		var thing linkedArticle
		if json.Unmarshal(raw, &thing) != nil {
			continue
		}
		if kind := string(thing.Type); strings.Contains(kind, "Article") || strings.Contains(kind, "Report") || strings.Contains(kind, "BlogPosting") {
			thing.Headline = oneLine(html.UnescapeString(thing.Headline))
			return thing
		}
		for _, part := range thing.Graph {
			if found := findArticle(part); found.Headline != "" {
				return found
			}
		}
	}
	return linkedArticle{}
}

func (a *linkedArticle) authors() []string {
	var out []string
	for _, raw := range listOf(a.Author) {
		if name := nameOf(raw); name != "" && Address(name) == "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

func (a *linkedArticle) publisher() string {
	for _, raw := range listOf(a.Publisher) {
		return nameOf(raw)
	}
	return ""
}

// listOf makes a list of a JSON value that may be one thing or several.
func listOf(data []byte) []json.RawMessage {
	var several []json.RawMessage
	if json.Unmarshal(data, &several) == nil {
		return several
	}
	return []json.RawMessage{data}
}

// nameOf reads a person or an organization: a text, or a thing with a name.
func nameOf(raw json.RawMessage) string {
	var name string
	if json.Unmarshal(raw, &name) != nil {
		var thing struct {
			Name string `json:"name"`
		}
		if json.Unmarshal(raw, &thing) != nil {
			return ""
		}
		name = thing.Name
	}
	return oneLine(html.UnescapeString(name))
}

// withoutSite cuts the name of the site off a window's title.
func withoutSite(title, site string) string {
	for _, mark := range [...]string{" | ", " — ", " – ", " - ", " :: "} {
		at := strings.LastIndex(title, mark)
		if at >= 0 && (strings.EqualFold(title[at+len(mark):], site) || site == "" && mark == " | ") {
			return title[:at]
		}
	}
	return title
}

// Address is a web address as it may be kept as a source: whole, http or https,
// without a user's name. "" is anything else.
func Address(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	u.User = nil
	return u.String()
}
