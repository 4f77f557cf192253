package commonmark

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/text/unicode/norm"

	"dossier/briefings"
	"dossier/briefings/clean"
)

// nestMax is how many containers deep a block may stand; what is deeper hangs
// on the last.
const nestMax = 16

// Cut parses CommonMark once and returns its leaf blocks with their canonical
// texts placed, and the link definitions that they refer to.
func Cut(markdown string) ([]briefings.Block, []briefings.Definition) {
	source := []byte(markdown)
	ctx := parser.NewContext()
	root := document.Parse(text.NewReader(source), parser.WithContext(ctx))
	c := &cutter{source: source}
	c.children(root, nil)
	briefings.Place(c.blocks)
	var links []briefings.Definition
	for _, r := range ctx.References() {
		links = append(links, briefings.Definition{Label: string(r.Label()), URL: string(r.Destination()), Title: string(r.Title())})
	}
	return c.blocks, links
}

type cutter struct {
	source []byte
	blocks []briefings.Block
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
	case *east.FootnoteList:
		c.children(n, nest)
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
		return nest
	}
	return append(nest[:len(nest):len(nest)], container)
}

func (c *cutter) list(l *ast.List, nest []briefings.Container) {
	number := l.Start
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		container := briefings.Container{Kind: briefings.Bullet, First: true, Task: task(item), Loose: !l.IsTight}
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

// task reads the box of a task item.
func task(item ast.Node) byte {
	if first := item.FirstChild(); first != nil {
		if box, ok := first.FirstChild().(*east.TaskCheckBox); ok {
			if box.IsChecked {
				return 'x'
			}
			return ' '
		}
	}
	return 0
}

func (c *cutter) footnote(f *east.Footnote, nest []briefings.Container) {
	before := len(c.blocks)
	c.children(f, nest)
	if len(c.blocks) > before && c.blocks[before].Kind == briefings.Paragraph {
		c.blocks[before].Kind, c.blocks[before].Info = briefings.Footnote, string(f.Ref)
	}
}

func (c *cutter) inline(n ast.Node, kind briefings.BlockKind, nest []briefings.Container) *briefings.Block {
	words, _ := canonical(n, c.source)
	markdown := strings.TrimSpace(c.lines(n))
	if len(nest) > 0 && nest[len(nest)-1].Task != 0 && nest[len(nest)-1].First {
		markdown = strings.TrimSpace(markdown[min(3, len(markdown)):])
	}
	return c.add(briefings.Block{Kind: kind, Markdown: markdown, Text: words, Nest: nest})
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
	words, _ := canonical(n, c.source)
	var lines strings.Builder
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		lines.WriteString(c.lineAt(row.Pos()))
		lines.WriteByte('\n')
		if row.Kind() == east.KindTableHeader {
			lines.WriteString(delimiters(n.Alignments))
		}
	}
	c.add(briefings.Block{Kind: briefings.Table, Markdown: lines.String(), Text: words, Nest: nest})
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
