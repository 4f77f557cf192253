// Package commonmark cuts CommonMark (with GFM tables, task items,
// strikethrough, bare links, and footnotes) into leaf blocks and holds the one
// definition of their canonical text. Whoever needs to know which word of the
// canonical text came from where parses the block with Parse and reads the runs.
package commonmark

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"dossier/briefings"
)

// document parses whole documents. It is stateless and safe for concurrent use.
var document = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify, extension.TaskList),
	goldmark.WithParserOptions(
		parser.WithBlockParsers(util.Prioritized(extension.NewFootnoteBlockParser(), 99)),
		parser.WithInlineParsers(util.Prioritized(footnoteMark{}, 101)),
	),
).Parser()

// leaf parses the own source of one block, in which nothing but a paragraph or
// a table can begin.
var leaf = parser.NewParser(
	parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1)),
	parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
		util.Prioritized(footnoteMark{}, 101),
		util.Prioritized(extension.NewStrikethroughParser(), 500),
		util.Prioritized(extension.NewLinkifyParser(), 999),
	)...),
)

// table parses the lines of a table.
var table = parser.NewParser(
	parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1)),
	parser.WithParagraphTransformers(util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
	parser.WithASTTransformers(util.Prioritized(tableEscapes(), 0)),
	parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
		util.Prioritized(footnoteMark{}, 101),
		util.Prioritized(extension.NewStrikethroughParser(), 500),
		util.Prioritized(extension.NewLinkifyParser(), 999),
	)...),
)

func tableEscapes() parser.ASTTransformer { return extension.NewTableASTTransformer() }

// Parse returns the tree of one block and the runs of its canonical text in
// order. The tree's root is a paragraph or a table; it is nil for blocks whose
// text is their source (code, HTML, rules).
func Parse(b *briefings.Block, links []briefings.Definition) (root ast.Node, source []byte, runs []Run) {
	source = []byte(b.Markdown)
	use := leaf
	switch b.Kind {
	case briefings.Code, briefings.HTML, briefings.Rule:
		return nil, source, nil
	case briefings.Table:
		use = table
	}
	doc := use.Parse(text.NewReader(source), parser.WithContext(withLinks(links)))
	root = doc.FirstChild()
	if root == nil {
		return nil, source, nil
	}
	root.SetParent(nil)
	_, runs = canonical(root, source)
	return root, source, runs
}

func withLinks(links []briefings.Definition) parser.Context {
	ctx := parser.NewContext()
	for _, l := range links {
		ctx.AddReference(parser.NewReference([]byte(l.Label), []byte(l.URL), []byte(l.Title)))
	}
	return ctx
}

// footnoteMark reads "[^label]" as the words "[label]".
type footnoteMark struct{}

const footnoteLabelMax = 64

func (footnoteMark) Trigger() []byte { return []byte{'['} }

func (footnoteMark) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if len(line) < 4 || line[1] != '^' {
		return nil
	}
	for i := 2; i < len(line) && i < footnoteLabelMax; i++ {
		switch c := line[i]; {
		case c == ']' && i > 2:
			block.Advance(i + 1)
			return ast.NewString([]byte("[" + string(line[2:i]) + "]"))
		case c <= ' ' || c == '[' || c == ']':
			return nil
		}
	}
	return nil
}
