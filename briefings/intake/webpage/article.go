package webpage

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// article takes away what stands around the article of a page and returns the
// element that holds the article. It changes the page.
func article(doc *html.Node) *html.Node {
	root := find(doc, atom.Body)
	if root == nil {
		root = doc
	}
	strip(root, proseIn(root))
	return innermost(root)
}

// never are elements that hold no words of an article wherever they stand.
var never = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true, atom.Object: true,
	atom.Embed: true, atom.Svg: true, atom.Canvas: true, atom.Audio: true, atom.Video: true, atom.Nav: true,
	atom.Aside: true, atom.Footer: true, atom.Form: true, atom.Button: true, atom.Input: true, atom.Select: true,
	atom.Textarea: true, atom.Dialog: true, atom.Menu: true,
}

// roles are ARIA roles of what stands around an article.
var roles = map[string]bool{
	"navigation": true, "complementary": true, "banner": true, "contentinfo": true, "search": true, "dialog": true,
	"alertdialog": true, "menu": true, "menubar": true, "toolbar": true,
}

//go:embed data/furniture.txt
var furnitureData string

// furniture are the words of data/furniture.txt.
var furniture = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(furnitureData) {
		if word := strings.TrimSpace(line); word != "" && !strings.HasPrefix(word, "#") {
			out[word] = true
		}
	}
	return out
})

// furnitureShare is one over the share of the page's prose from which an
// element is no furniture, whatever its class says: pages name their whole body
// by what stands in it ("has-sidebar").
const furnitureShare = 4

// strip takes furniture out of an element. all is how much prose the page has.
func strip(n *html.Node, all int) {
	for _, c := range slices.Collect(n.ChildNodes()) {
		switch {
		case c.Type == html.CommentNode:
			n.RemoveChild(c)
		case c.Type != html.ElementNode:
		case never[c.DataAtom], invisible(c), roles[attr(c, "role")]:
			n.RemoveChild(c)
		case named(c) && proseIn(c)*furnitureShare < all:
			n.RemoveChild(c)
		default:
			strip(c, all)
		}
	}
}

func invisible(n *html.Node) bool {
	if hasAttr(n, "hidden") || attr(n, "aria-hidden") == "true" {
		return true
	}
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// named says whether the class or id of an element names furniture.
func named(n *html.Node) bool {
	known := furniture()
	for _, name := range strings.Fields(attr(n, "class") + " " + attr(n, "id")) {
		name = strings.ToLower(name)
		if known[name] {
			return true
		}
		for part := range strings.FieldsFuncSeq(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
			if known[part] {
				return true
			}
		}
	}
	return false
}

// articleShare is the share of the prose in hundredths that an element has to
// hold to be taken for the whole article.
const articleShare = 80

// innermost goes down to the element that still holds nearly all prose.
func innermost(n *html.Node) *html.Node {
	need := proseIn(n) * articleShare / 100
	for need > 0 {
		next := holding(n, need)
		if next == nil {
			break
		}
		n = next
	}
	return n
}

// holding is the child of an element that holds so much prose and is made of
// blocks itself, nil if none is.
func holding(n *html.Node, need int) *html.Node {
	for c := range n.ChildNodes() {
		if !prose[c.DataAtom] && c.DataAtom != atom.Table && c.DataAtom != atom.Ul && c.DataAtom != atom.Ol && proseIn(c) >= need {
			return c
		}
	}
	return nil
}

// prose are the elements whose words are text of an article.
var prose = map[atom.Atom]bool{
	atom.P: true, atom.Li: true, atom.Blockquote: true, atom.Pre: true, atom.Td: true, atom.Th: true, atom.Dd: true,
	atom.Dt: true, atom.Figcaption: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
}

// proseIn counts the bytes of prose in an element that are no link.
func proseIn(n *html.Node) int { return count(n, prose[n.DataAtom]) }

func count(n *html.Node, in bool) int {
	sum := 0
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode && in:
			sum += len(strings.TrimSpace(c.Data))
		case c.Type == html.ElementNode && c.DataAtom != atom.A && !never[c.DataAtom]:
			sum += count(c, in || prose[c.DataAtom])
		}
	}
	return sum
}

// firstHeading is the title of an article whose head says none.
func firstHeading(n *html.Node) string {
	for _, level := range [...]atom.Atom{atom.H1, atom.H2} {
		if h := find(n, level); h != nil {
			return words(h)
		}
	}
	return ""
}
