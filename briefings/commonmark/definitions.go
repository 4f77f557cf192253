package commonmark

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// batchLines is how many lines of a paragraph are searched for link definitions
// at a time.
const batchLines = 64

// definitions takes the link definitions off the top of a paragraph, batch by
// batch: the transformer within needs the square of the number of its lines.
type definitions struct{ parser.ParagraphTransformer }

func (d definitions) Transform(node *ast.Paragraph, reader text.Reader, ctx parser.Context) {
	all := node.Lines()
	source := reader.Source()
	for done := 0; ; {
		end := batchEnd(all, done, source)
		if done == 0 && end == all.Len() {
			d.ParagraphTransformer.Transform(node, reader, ctx)
			return
		}
		batch := ast.NewParagraph()
		lines := text.NewSegments()
		for i := done; i < end; i++ {
			lines.Append(all.At(i))
		}
		batch.SetLines(lines)
		node.Parent().InsertBefore(node.Parent(), node, batch)
		d.ParagraphTransformer.Transform(batch, reader, ctx)
		if batch.Parent() != nil { // words are left: the rest are words too
			batch.Parent().RemoveChild(batch.Parent(), batch)
			left := text.NewSegments()
			left.AppendAll(batch.Lines().Sliced(0, batch.Lines().Len()))
			left.AppendAll(all.Sliced(end, all.Len()))
			node.SetLines(left)
			return
		}
		if done = end; done >= all.Len() {
			node.Parent().RemoveChild(node.Parent(), node)
			return
		}
	}
}

// batchEnd returns where a batch of lines ends: before one that opens with a
// bracket, so that no definition is torn from its title.
func batchEnd(lines *text.Segments, begin int, source []byte) int {
	for i := begin + batchLines; i < lines.Len(); i++ {
		if line := lines.At(i); line.Start < line.Stop && source[line.Start] == '[' {
			return i
		}
	}
	return lines.Len()
}
