package commonmark

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
	"golang.org/x/text/unicode/norm"

	"dossier/briefings"
	"dossier/briefings/clean"
)

// nestMax is how many containers deep a block may stand; what is deeper hangs
// on the last.
const nestMax = 16

// Cut parses CommonMark and returns its leaf blocks with their canonical texts
// placed, and the link definitions that they refer to.
func Cut(markdown string) ([]briefings.Block, []briefings.Definition) {
	return cut(markdown, pieceBytes)
}

func cut(markdown string, size int) ([]briefings.Block, []briefings.Definition) {
	var c cutter
	var links []briefings.Definition
	for begin := 0; begin < len(markdown); {
		var t tree
		t, begin = nextPiece(markdown, begin, size)
		c.source = t.source
		c.children(t.root, nil)
		for _, r := range t.refs {
			links = append(links, briefings.Definition{Label: string(r.Label()), URL: string(r.Destination()), Title: string(r.Title())})
		}
	}
	links = firstOfEach(links)
	c.read(Define(links))
	briefings.Place(c.blocks)
	return c.blocks, links
}

// firstOfEach keeps the first definition of each label, in the order of labels.
func firstOfEach(links []briefings.Definition) []briefings.Definition {
	slices.SortStableFunc(links, func(a, b briefings.Definition) int {
		return strings.Compare(util.ToLinkReference([]byte(a.Label)), util.ToLinkReference([]byte(b.Label)))
	})
	return slices.CompactFunc(links, func(a, b briefings.Definition) bool {
		return util.ToLinkReference([]byte(a.Label)) == util.ToLinkReference([]byte(b.Label))
	})
}

type cutter struct {
	source []byte
	blocks []briefings.Block
}

// read gives the leaves that have marks their canonical texts.
func (c *cutter) read(d *Definitions) {
	for i := range c.blocks {
		b := &c.blocks[i]
		if unmarked(b) {
			b.Text = words(b.Markdown)
		} else if root, source := d.tree(b); root != nil {
			b.Text, _ = canonical(root, source)
		}
	}
}

// children flattens the blocks below n. Only the first block of an item carries
// its mark, so nest is given on with First cleared after it.
func (c *cutter) children(n ast.Node, nest []briefings.Container) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		before := len(c.blocks)
		c.block(child, nest)
		if len(c.blocks) > before {
			nest = withoutFirst(nest)
		}
	}
}

func withoutFirst(nest []briefings.Container) []briefings.Container {
	if len(nest) == 0 {
		return nil
	}
	out := make([]briefings.Container, len(nest))
	for i, container := range nest {
		container.First = false
		out[i] = container
	}
	return out
}

func (c *cutter) block(n ast.Node, nest []briefings.Container) {
	switch n := n.(type) {
	case *ast.Blockquote:
		c.children(n, deeper(nest, briefings.Container{Kind: briefings.Quote}))
	case *ast.List:
		c.list(n, nest)
	case *east.Footnote:
		c.footnote(n, nest)
	case *ast.Heading:
		c.inline(n, briefings.Heading, nest).Level = n.Level
	case *ast.Paragraph, *ast.TextBlock:
		c.inline(n, briefings.Paragraph, nest)
	case *east.Table:
		c.table(n, nest)
	case *ast.FencedCodeBlock:
		c.verbatim(n, briefings.Code, nest).Info = string(n.Language(c.source))
	case *ast.CodeBlock:
		c.verbatim(n, briefings.Code, nest)
	case *ast.HTMLBlock:
		b := c.verbatim(n, briefings.HTML, nest)
		if n.HasClosure() {
			b.Markdown += string(n.ClosureLine.Value(c.source))
			b.Text = verbatimText(b.Markdown)
		}
	case *ast.ThematicBreak:
		c.add(briefings.Block{Kind: briefings.Rule, Nest: nest})
	}
}

func deeper(nest []briefings.Container, container briefings.Container) []briefings.Container {
	if len(nest) >= nestMax {
		nest = slices.Clone(nest)
		nest[len(nest)-1].Deeper = true
		return nest
	}
	return append(nest[:len(nest):len(nest)], container)
}

func (c *cutter) list(l *ast.List, nest []briefings.Container) {
	number := l.Start
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		container := briefings.Container{Kind: briefings.Bullet, First: true, Task: c.task(item), Loose: !l.IsTight}
		if l.IsOrdered() {
			container.Kind, container.Number = briefings.Ordered, number
			number++
		}
		before := len(c.blocks)
		c.children(item, deeper(nest, container))
		if len(c.blocks) == before {
			c.add(briefings.Block{Kind: briefings.Paragraph, Nest: deeper(nest, container)})
		}
		nest = withoutFirst(nest)
	}
}

// task reads the box of a task item, 0 if it has none (GFM 5.3).
func (c *cutter) task(item ast.Node) byte {
	first := item.FirstChild()
	if first == nil || first.Kind() != ast.KindParagraph && first.Kind() != ast.KindTextBlock {
		return 0
	}
	words := strings.TrimSpace(c.lines(first))
	if len(words) < 4 || words[0] != '[' || words[2] != ']' || words[3] != ' ' && words[3] != '\t' {
		return 0
	}
	switch words[1] {
	case ' ':
		return ' '
	case 'x', 'X':
		return 'x'
	}
	return 0
}

func (c *cutter) footnote(f *east.Footnote, nest []briefings.Container) {
	before := len(c.blocks)
	c.children(f, nest)
	for i := before; i < len(c.blocks); i++ {
		if b := &c.blocks[i]; b.Kind == briefings.Paragraph || b.Kind == briefings.Table {
			b.Info = string(f.Ref)
		}
	}
	if len(c.blocks) > before && c.blocks[before].Kind == briefings.Paragraph {
		c.blocks[before].Kind = briefings.Footnote
	}
}

func (c *cutter) inline(n ast.Node, kind briefings.BlockKind, nest []briefings.Container) *briefings.Block {
	markdown := strings.TrimSpace(c.lines(n))
	if item := n.Parent(); len(nest) > 0 && nest[len(nest)-1].Task != 0 && item.FirstChild() == n && c.task(item) != 0 {
		markdown = strings.TrimSpace(markdown[min(3, len(markdown)):])
	}
	return c.add(briefings.Block{Kind: kind, Markdown: markdown, Nest: nest})
}

func (c *cutter) verbatim(n ast.Node, kind briefings.BlockKind, nest []briefings.Container) *briefings.Block {
	lines := c.lines(n)
	return c.add(briefings.Block{Kind: kind, Markdown: lines, Text: verbatimText(lines), Nest: nest})
}

func verbatimText(lines string) string {
	words, _ := clean.Canonical(strings.TrimRight(lines, "\n"))
	return norm.NFC.String(words)
}

func (c *cutter) table(n *east.Table, nest []briefings.Container) {
	var lines strings.Builder
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		lines.WriteString(c.lineAt(row.Pos()))
		lines.WriteByte('\n')
		if row.Kind() == east.KindTableHeader {
			lines.WriteString(delimiters(n.Alignments))
		}
	}
	c.add(briefings.Block{Kind: briefings.Table, Markdown: lines.String(), Nest: nest})
}

// lineAt returns what stands from an offset to the end of its line.
func (c *cutter) lineAt(offset int) string {
	line, _, _ := strings.Cut(string(c.source[offset:lineEnd(c.source, offset)]), "\n")
	return line
}

func lineEnd(source []byte, offset int) int {
	for offset < len(source) && source[offset] != '\n' {
		offset++
	}
	return offset
}

func delimiters(alignments []east.Alignment) string {
	var b strings.Builder
	for _, a := range alignments {
		b.WriteString(map[east.Alignment]string{
			east.AlignLeft: "|:--", east.AlignRight: "|--:", east.AlignCenter: "|:-:", east.AlignNone: "|---",
		}[a])
	}
	return b.String() + "|\n"
}

func (c *cutter) add(b briefings.Block) *briefings.Block {
	c.blocks = append(c.blocks, b)
	return &c.blocks[len(c.blocks)-1]
}

// lines joins a block's own lines, which goldmark keeps without the marks of
// the containers.
func (c *cutter) lines(n ast.Node) string {
	segments := n.Lines()
	if segments.Len() == 1 {
		segment := segments.At(0)
		return string(segment.Value(c.source))
	}
	var b strings.Builder
	for i := 0; i < segments.Len(); i++ {
		segment := segments.At(i)
		b.Write(segment.Value(c.source))
	}
	return b.String()
}
