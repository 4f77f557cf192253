package commonmark

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// pieceBytes is how much of a document is parsed at a time, about: enough to
// lose no time at the borders, little enough that the tree of a large document
// never stands in memory whole.
const pieceBytes = 128 << 10

// tree is a parsed piece: its blocks without inlines.
type tree struct {
	root   ast.Node
	source []byte
	refs   []parser.Reference
}

// Opening returns the beginning of a document up to a place near size bytes
// where a block ends: what can be shown while the rest is still read.
func Opening(markdown string, size int) string {
	return markdown[:border(markdown, 0, size)]
}

// nextPiece parses the piece of a document that begins at a byte and returns
// where it ends. What a piece gives does not depend on its neighbours: it ends
// where every container ends, and if code or HTML is still open there it is
// parsed again with as much more.
func nextPiece(markdown string, begin, size int) (tree, int) {
	for {
		end := border(markdown, begin, size)
		t := parseBlocks(markdown[begin:end])
		if end == len(markdown) || !open(t) {
			return t, end
		}
		size = 2 * (end - begin)
	}
}

func parseBlocks(markdown string) tree {
	source := []byte(flatten(markdown))
	ctx := parser.NewContext()
	root := blocks.Parse(text.NewReader(source), parser.WithContext(ctx))
	return tree{root, source, ctx.References()}
}

// border returns the first place at or behind begin+size where a line follows a
// blank one that can belong to no block before it but open code or HTML: it
// stands at the edge and begins no item.
func border(markdown string, begin, size int) int {
	at := begin + size
	for at < len(markdown) {
		i := strings.Index(markdown[at:], "\n\n")
		if i < 0 {
			return len(markdown)
		}
		at += i + 2
		if at < len(markdown) && edge(markdown[at]) {
			return at
		}
		at--
	}
	return len(markdown)
}

// edge says whether a line that begins with a character ends all containers.
func edge(c byte) bool {
	return c != ' ' && c != '\t' && c != '\n' && c != '-' && c != '+' && c != '*' && c != '>' && (c < '0' || c > '9')
}

// open says whether the last block of a piece is code or HTML that may go on
// in the next.
func open(t tree) bool {
	last := t.root.LastChild()
	if last == nil {
		return false
	}
	switch n := last.(type) {
	case *ast.FencedCodeBlock:
		return !fenceClosed(t.source, n)
	case *ast.HTMLBlock:
		return !n.HasClosure() && n.HTMLBlockType < ast.HTMLBlockType6
	}
	return false
}

// fenceClosed says whether behind a block's code there stands a closing fence.
func fenceClosed(source []byte, n *ast.FencedCodeBlock) bool {
	from := 0
	if lines := n.Lines(); lines.Len() > 0 {
		from = lines.At(lines.Len() - 1).Stop
	} else if n.Info != nil {
		from = n.Info.Segment.Stop
	} else {
		return false
	}
	rest := bytes.TrimSpace(source[from:])
	return bytes.HasPrefix(rest, []byte("```")) || bytes.HasPrefix(rest, []byte("~~~"))
}
