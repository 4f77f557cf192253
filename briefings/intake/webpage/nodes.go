package webpage

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dossier/briefings/clean"
)

// cleanWords replaces what no terminal may print in the words below n, and
// returns how many characters that were.
func cleanWords(n *html.Node) int {
	replaced := 0
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			words, more := clean.Canonical(d.Data)
			d.Data, replaced = words, replaced+more
		}
	}
	return replaced
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

func setAttr(n *html.Node, name, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == name {
			n.Attr[i].Val = value
		}
	}
}

// find is the first element of a kind below n, nil if there is none.
func find(n *html.Node, kind atom.Atom) *html.Node {
	for d := range n.Descendants() {
		if d.DataAtom == kind {
			return d
		}
	}
	return nil
}

// within says whether a node stands in an element of a kind.
func within(n *html.Node, kind atom.Atom) bool {
	for p := range n.Ancestors() {
		if p.DataAtom == kind {
			return true
		}
	}
	return false
}

// words are the words below n in one line.
func words(n *html.Node) string {
	var out strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			out.WriteString(d.Data)
		}
	}
	return oneLine(out.String())
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// unwrap puts the children of an element in its place.
func unwrap(n *html.Node) {
	for n.FirstChild != nil {
		c := n.FirstChild
		n.RemoveChild(c)
		n.Parent.InsertBefore(c, n)
	}
	n.Parent.RemoveChild(n)
}
