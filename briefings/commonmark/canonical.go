package commonmark

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"golang.org/x/text/unicode/norm"

	"dossier/briefings"
	"dossier/briefings/clean"
)

// Run is a piece of canonical text that one node of the tree stands for.
type Run struct {
	Node ast.Node // Text, String, AutoLink or RawHTML
	// Text is the run's share of the block's canonical text, without the blank
	// that may part it from the run before.
	Text string
	// Start is the byte of the block's Text at which it begins.
	Start int
}

// canonical walks a leaf's tree and writes its canonical text.
func canonical(root ast.Node, source []byte) (string, []Run) {
	w := &writer{source: source}
	w.walk(root)
	return w.b.String(), w.runs
}

// unmarked says whether a leaf holds nothing that an inline parser reads, so
// that its words are its text.
func unmarked(b *briefings.Block) bool {
	switch b.Kind {
	case briefings.Code, briefings.HTML, briefings.Table, briefings.Rule:
		return false
	}
	return !strings.ContainsAny(b.Markdown, "\\*_[]<&~`!@") &&
		!strings.Contains(b.Markdown, "  \n") && !strings.Contains(b.Markdown, "://") && !strings.Contains(b.Markdown, "www.")
}

// words is the canonical text of a leaf without marks.
func words(markdown string) string {
	if tidy(markdown) {
		return markdown
	}
	var w writer
	w.write(nil, markdown)
	return w.b.String()
}

// tidy says whether a text is canonical as it stands: of printable ASCII, with
// single blanks between words.
func tidy(s string) bool {
	blank := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c >= 0x7f || c == ' ' && blank {
			return false
		}
		blank = c == ' '
	}
	return !blank || s == ""
}

// writer folds blanks across the borders of nodes.
type writer struct {
	source []byte
	b      strings.Builder
	runs   []Run
	gap    byte // a blank, newline or tab that the next word is owed
	cell   bool // in a table, where newlines part the rows
}

func (w *writer) walk(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		value := n.Segment.Value(w.source)
		if n.IsRaw() || n.Parent().Kind() == ast.KindCodeSpan {
			w.write(n, string(value))
		} else {
			w.write(n, decode(value))
		}
		switch {
		case n.HardLineBreak():
			w.owe('\n')
		case n.SoftLineBreak():
			w.owe(' ')
		}
		return
	case *ast.String:
		w.write(n, string(n.Value))
		return
	case *ast.AutoLink:
		w.write(n, string(n.Label(w.source)))
		return
	case *ast.RawHTML:
		w.raw(n)
		return
	case *east.TableCell:
		w.cell = true
		if n.PreviousSibling() != nil {
			w.owe('\t')
		}
	case *east.TableHeader, *east.TableRow:
		if n.PreviousSibling() != nil {
			w.owe('\n')
		}
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.walk(c)
	}
}

// raw writes inline HTML as it stands, a line break for <br>.
func (w *writer) raw(n *ast.RawHTML) {
	var tag strings.Builder
	for i := 0; i < n.Segments.Len(); i++ {
		segment := n.Segments.At(i)
		tag.Write(segment.Value(w.source))
	}
	name := strings.ToLower(strings.Trim(tag.String(), "</> \t\n"))
	if name == "br" {
		if w.cell {
			w.owe(' ')
		} else {
			w.owe('\n')
		}
		return
	}
	w.write(n, tag.String())
}

// owe notes what has to stand before the next word. A cell or a row border
// counts even where the cell is empty; a blank gives way to the others.
func (w *writer) owe(c byte) {
	switch {
	case c == ' ' && w.gap != 0:
	case w.gap == '\t' || w.gap == '\n' && c == '\t':
		w.b.WriteByte(w.gap)
		w.gap = c
	default:
		w.gap = c
	}
}

// write appends the words of one node.
func (w *writer) write(n ast.Node, s string) {
	s, _ = clean.Canonical(s)
	s = norm.NFC.String(s)
	start := -1
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) {
			w.owe(' ')
		} else {
			if w.gap != 0 && (w.b.Len() > 0 || w.gap != ' ') {
				w.b.WriteByte(w.gap)
			}
			w.gap = 0
			if start < 0 {
				start = w.b.Len()
			}
			w.b.WriteString(s[i : i+size])
		}
		i += size
	}
	if start >= 0 {
		w.runs = append(w.runs, Run{Node: n, Text: w.b.String()[start:], Start: start})
	}
}

// decode resolves backslash escapes and character references in one pass, so
// that what one produces is not read by the other (CommonMark 0.31, 2.4, 2.5).
func decode(value []byte) string {
	if !strings.ContainsAny(string(value), `\&`) {
		return string(value)
	}
	var b strings.Builder
	for i := 0; i < len(value); {
		switch c := value[i]; {
		case c == '\\' && i+1 < len(value) && isPunctuation(value[i+1]):
			b.WriteByte(value[i+1])
			i += 2
		case c == '&':
			entity := reference(value[i:])
			b.WriteString(html.UnescapeString(string(value[i : i+entity])))
			i += entity
		default:
			b.WriteByte(c)
			i++
		}
	}
	return b.String()
}

// longestReference is more than the longest named character reference takes.
const longestReference = 40

// reference returns the length of the character reference at the start of s, 1
// if there is none.
func reference(s []byte) int {
	for i := 1; i < len(s) && i < longestReference; i++ {
		switch c := s[i]; {
		case c == ';':
			return i + 1
		case c == '#' && i == 1, c >= '0' && c <= '9', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
		default:
			return 1
		}
	}
	return 1
}

func isPunctuation(c byte) bool {
	return c > ' ' && c < 0x7f && !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')
}

// Unescape resolves the backslash escapes and character references of inline
// source that holds no other markup.
func Unescape(s string) string { return decode([]byte(s)) }
