package webpage

import (
	"net/url"
	"strings"
	"sync"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// toMarkdown is made when the first page is read.
var toMarkdown = sync.OnceValue(func() *converter.Converter {
	return converter.NewConverter(converter.WithPlugins(
		base.NewBasePlugin(),
		commonmark.NewCommonmarkPlugin(commonmark.WithHeadingStyle(commonmark.HeadingStyleATX)),
		table.NewTablePlugin(),
	))
})

// convert writes an element as CommonMark. address is the page's own, "" if it
// is not known.
func convert(n *html.Node, address string) (string, error) {
	base, err := url.Parse(address)
	if err != nil {
		base = &url.URL{}
	}
	plainLinks(n, base)
	out, err := toMarkdown().ConvertNode(n)
	return string(out), err
}

// plainLinks makes links whole, and words of those that lead nowhere from
// here: into the page itself, to a script, or to an unknown site. Pictures
// without words go.
func plainLinks(n *html.Node, base *url.URL) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		plainLinks(c, base)
		switch c.DataAtom {
		case atom.A:
			if target := leadsTo(attr(c, "href"), base); target != "" && words(c) != "" {
				setAttr(c, "href", target)
			} else {
				unwrap(c)
			}
		case atom.Img:
			target := leadsTo(attr(c, "src"), base)
			switch alt := oneLine(attr(c, "alt")); {
			case alt == "":
				n.RemoveChild(c)
			case target == "":
				n.InsertBefore(&html.Node{Type: html.TextNode, Data: alt}, c)
				n.RemoveChild(c)
			default:
				setAttr(c, "src", target)
			}
		case atom.Sup:
			// A number set above the line points at a note; beside its word it
			// would read as part of it.
			if mark := strings.Trim(words(c), "[]"); mark != "" && strings.Trim(mark, "0123456789") == "" {
				n.InsertBefore(&html.Node{Type: html.TextNode, Data: " [" + mark + "]"}, c)
				n.RemoveChild(c)
			}
		}
		c = next
	}
}

// leadsTo is where a link leads, whole; "" if nowhere that may be kept.
func leadsTo(href string, base *url.URL) string {
	href = strings.TrimSpace(href)
	if href == "" || strings.HasPrefix(href, "#") {
		return ""
	}
	u, err := base.Parse(href)
	if err != nil {
		return ""
	}
	if u.Scheme == "mailto" {
		return u.String()
	}
	return Address(u.String())
}

// escapeLine writes words so that CommonMark reads them as such.
func escapeLine(s string) string {
	var out strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\`*_[]<>#&", r) {
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}
