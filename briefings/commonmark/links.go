package commonmark

import (
	"github.com/yuin/goldmark/ast"

	"dossier/briefings"
)

// Link is a link or an image of a block.
type Link struct {
	// Start and End are bytes of the block's Text: the words that are linked.
	Start, End int
	URL, Title string
	Image      bool
}

// Links returns the links of a block in order.
func Links(b *briefings.Block, defs []briefings.Definition) []Link {
	_, source, runs := Parse(b, defs)
	var out []Link
	var last ast.Node
	for _, run := range runs {
		node, link := enclosing(run.Node, source)
		if node == nil {
			continue
		}
		end := run.Start + len(run.Text)
		if node == last {
			out[len(out)-1].End = end
			continue
		}
		link.Start, link.End = run.Start, end
		out, last = append(out, link), node
	}
	return out
}

// enclosing finds the innermost link around a node.
func enclosing(n ast.Node, source []byte) (ast.Node, Link) {
	for ; n != nil; n = n.Parent() {
		switch n := n.(type) {
		case *ast.AutoLink:
			return n, Link{URL: string(n.URL(source))}
		case *ast.Link:
			return n, Link{URL: decode(n.Destination), Title: decode(n.Title)}
		case *ast.Image:
			return n, Link{URL: decode(n.Destination), Title: decode(n.Title), Image: true}
		}
	}
	return nil, Link{}
}
