// Package commonmark cuts CommonMark (with GFM tables, task items,
// strikethrough, bare links, and footnotes) into leaf blocks and holds the one
// definition of their canonical text. Whoever needs to know which word of the
// canonical text came from where parses the block with Parse and reads the runs.
//
// Foreign text may be made to keep a parser busy. A document is read piece by
// piece, containers nest to a bound, and a leaf in which marks are packed as no
// writer packs them is read without them: time grows in proportion to the
// document's length.
package commonmark

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"dossier/briefings"
)

// The parsers are stateless and safe for concurrent use.
var (
	// blocks finds the blocks of a piece of a document and reads no inlines:
	// each leaf is read on its own, by the same parser wherever it stands.
	blocks = parser.NewParser(
		parser.WithBlockParsers(append(parser.DefaultBlockParsers(),
			util.Prioritized(footnotes{extension.NewFootnoteBlockParser()}, 99))...),
		parser.WithParagraphTransformers(
			util.Prioritized(definitions{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
	)

	// leaf reads the own source of one block, in which nothing but a paragraph
	// can begin; table reads the lines of a table. The plain ones read escapes
	// and character references only.
	leaf       = leafParser(inlines()...)
	table      = tableParser(inlines()...)
	plainLeaf  = leafParser()
	plainTable = tableParser()
)

func inlines() []util.PrioritizedValue {
	return append(parser.DefaultInlineParsers(),
		util.Prioritized(footnoteMark{}, 101),
		util.Prioritized(extension.NewStrikethroughParser(), 500),
		util.Prioritized(extension.NewLinkifyParser(), 999))
}

func leafParser(inlines ...util.PrioritizedValue) parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1)),
		parser.WithInlineParsers(inlines...))
}

func tableParser(inlines ...util.PrioritizedValue) parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1)),
		parser.WithParagraphTransformers(util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
		parser.WithInlineParsers(inlines...))
}

// Definitions are a document's link definitions, made ready to be looked up.
// Safe for concurrent use.
type Definitions struct{ byLabel map[string]parser.Reference }

// Define prepares link definitions; of several for one label the first counts.
func Define(links []briefings.Definition) *Definitions {
	d := &Definitions{byLabel: make(map[string]parser.Reference, len(links))}
	for _, l := range links {
		label := util.ToLinkReference([]byte(l.Label))
		if _, ok := d.byLabel[label]; !ok {
			d.byLabel[label] = parser.NewReference([]byte(l.Label), []byte(l.URL), []byte(l.Title))
		}
	}
	return d
}

// lookup is a parser's context that finds links in Definitions.
type lookup struct {
	parser.Context
	definitions *Definitions
}

func (l lookup) Reference(label string) (parser.Reference, bool) {
	r, ok := l.definitions.byLabel[label]
	return r, ok
}

// Parse returns the tree of one block and the runs of its canonical text in
// order. The tree's root is a paragraph or a table; it is nil for blocks whose
// text is their source (code, HTML, rules) and for empty ones.
func (d *Definitions) Parse(b *briefings.Block) (root ast.Node, source []byte, runs []Run) {
	root, source = d.tree(b)
	if root != nil {
		_, runs = canonical(root, source)
	}
	return root, source, runs
}

// Parse reads one block; whoever reads many prepares the links with Define.
func Parse(b *briefings.Block, links []briefings.Definition) (root ast.Node, source []byte, runs []Run) {
	return Define(links).Parse(b)
}

func (d *Definitions) tree(b *briefings.Block) (ast.Node, []byte) {
	source := []byte(b.Markdown)
	use := leaf
	switch b.Kind {
	case briefings.Code, briefings.HTML, briefings.Rule:
		return nil, source
	case briefings.Table:
		use = table
		if packed(source, true) {
			use = plainTable
		}
	default:
		if packed(source, false) {
			use = plainLeaf
		}
	}
	root := use.Parse(text.NewReader(source), parser.WithContext(lookup{parser.NewContext(), d})).FirstChild()
	if root != nil {
		root.SetParent(nil)
	}
	return root, source
}

// Bounds on what is read with its marks. Reading pairs of marks takes time in
// proportion to the square of their number.
const (
	leafMax  = 64 << 10 // bytes of a leaf, of a line of a table
	marksMax = 2000     // in one of these
	marksLow = 256      // up to which they may stand as close as they like
	spread   = 8        // bytes to a mark beyond that
)

// packed says whether a leaf, or a line of a table, holds more marks than it is
// worth to pair.
func packed(source []byte, lines bool) bool {
	size, marks := 0, 0
	for _, c := range source {
		size++
		switch c {
		case '*', '_', '[', '<', '`', '~':
			marks++
		case '\n':
			if lines {
				if tooMany(size, marks) {
					return true
				}
				size, marks = 0, 0
			}
		}
	}
	return tooMany(size, marks)
}

func tooMany(size, marks int) bool {
	return size > leafMax || marks > marksMax || marks > marksLow && marks*spread > size
}

// footnotes leaves the definition of a footnote where it stands. The parser
// within gathers them at the first one, and loses one that stands in another.
type footnotes struct{ parser.BlockParser }

func (footnotes) Close(ast.Node, text.Reader, parser.Context) {}

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
