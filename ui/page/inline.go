package page

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/briefings/commonmark"
)

// inlineMax is the longest source of a leaf, in bytes, whose marks are read;
// what is longer is shown plain. No paragraph that a person wrote is longer,
// and reading the marks of one costs more than in proportion to its length.
const inlineMax = 64 << 10

// scribe writes the words of a leaf's tree onto a sheet, as far as they lie in
// a range of the leaf's canonical text.
type scribe struct {
	*sheet
	source   []byte
	text     string // the leaf's canonical text
	runs     []commonmark.Run
	from, to int // bytes of text
	at       int // byte of text up to which is written
	point    int // code point at that byte
	cells    bool
	header   bool // in a table's header
	soft     bool // the last run ended its line
}

// inline writes bytes from..to of a leaf; point is the code point at from. It
// says false, and writes nothing, if the tree is not that of the text.
func (s *sheet) inline(b *briefings.Block, links *commonmark.Definitions, from, to, point int) bool {
	if len(b.Markdown) > inlineMax {
		return false
	}
	root, source, runs := links.Parse(b)
	if root == nil {
		return false
	}
	for i := range runs {
		if end := runs[i].Start + len(runs[i].Text); end > len(b.Text) || b.Text[runs[i].Start:end] != runs[i].Text {
			return false
		}
	}
	w := &scribe{sheet: s, source: source, text: b.Text, runs: runs, from: from, to: to, at: from, point: point, cells: b.Kind == briefings.Table}
	w.children(root, look{}, 0)
	w.gap(to, look{}, 0)
	return true
}

func (w *scribe) children(n ast.Node, k look, link uint16) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.node(c, k, link)
	}
}

func (w *scribe) node(n ast.Node, k look, link uint16) {
	if len(w.runs) > 0 && w.runs[0].Node == n {
		if auto, ok := n.(*ast.AutoLink); ok {
			w.words(w.target(k), w.sheet.link(clean.ParseURL(address(auto, w.source))))
			return
		}
		w.words(k, link)
		return
	}
	switch n := n.(type) {
	case *ast.Emphasis:
		if n.Level > 1 {
			k.attrs |= bold
		} else {
			k.attrs |= italic
		}
	case *east.Strikethrough:
		k.attrs |= struck
	case *ast.CodeSpan:
		k.code = true
	case *ast.Link:
		w.linked(n, string(n.Destination), k)
		return
	case *ast.Image:
		w.image(n, string(n.Destination), k)
		return
	case *east.TableCell:
		w.children(n, k, link)
		w.border(breakCell, n.NextSibling() != nil && !(w.header && w.skipHeader))
		return
	case *east.TableHeader:
		w.header = true
		w.children(n, k, link)
		w.header = false
		w.border(breakRow, !w.skipHeader)
		return
	case *east.TableRow:
		w.children(n, k, link)
		w.border(breakRow, true)
		return
	case *ast.RawHTML: // a break that the canonical text folds to a blank
		if w.cells && w.writes() {
			w.mark(breakLine, decor)
		}
		return
	}
	w.children(n, k, link)
}

func address(n *ast.AutoLink, source []byte) string {
	u := string(n.URL(source))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(u), "mailto:") {
		return "mailto:" + u
	}
	if n.AutoLinkType == ast.AutoLinkURL && !strings.Contains(u, ":") {
		return "http://" + u
	}
	return u
}

func (w *scribe) target(k look) look {
	k.link = true
	return k
}

// words writes the next run.
func (w *scribe) words(k look, link uint16) {
	run := w.runs[0]
	w.runs = w.runs[1:]
	if w.soft && strings.HasPrefix(run.Text, ": ") && w.at >= w.from && w.at < min(run.Start, w.to) {
		w.mark(breakLine, w.point) // a definition stands below its term
		w.at, w.point = w.at+1, w.point+1
	}
	node, isText := run.Node.(*ast.Text)
	w.soft = isText && node.SoftLineBreak()
	w.gap(min(run.Start, w.to), k, link)
	w.write(min(run.Start+len(run.Text), w.to), k, link)
}

// gap writes the blank or break that parts two runs; it takes the look of what
// follows only if that is the look of what stands before.
func (w *scribe) gap(to int, k look, link uint16) {
	if n := len(w.segs); n == 0 || w.segs[n-1].look != k || w.segs[n-1].link != link {
		k, link = look{}, 0
	}
	w.write(to, k, link)
}

// write puts the text up to a byte on the sheet.
func (w *scribe) write(to int, k look, link uint16) {
	for w.at < to {
		piece := w.text[w.at:to]
		if w.cells {
			piece = strings.TrimLeft(piece, "\t\n") // borders are written by cell and row
			n := to - w.at - len(piece)
			w.at, w.point = w.at+n, w.point+n
		}
		if i := strings.IndexByte(piece, '\n'); i == 0 {
			w.mark(breakLine, w.point)
			w.at, w.point = w.at+1, w.point+1
			continue
		} else if i > 0 {
			piece = piece[:i]
		}
		if piece != "" {
			w.point = w.sheet.source(piece, w.point, k, link)
		}
		w.at += len(piece)
	}
}

// writes says whether what stands here lies in the range that is wanted.
func (w *scribe) writes() bool {
	next := len(w.text)
	if len(w.runs) > 0 {
		next = w.runs[0].Start
	}
	return w.at >= w.from && next > w.from && w.at < max(w.to, 1) && len(w.sheet.text) > 0
}

// border ends a cell or a row.
func (w *scribe) border(sign byte, wanted bool) {
	if wanted {
		w.mark(sign, decor)
	}
}

// linked writes a link's words and where it leads, unless the words say so.
func (w *scribe) linked(n ast.Node, destination string, k look) {
	u := clean.ParseURL(destination)
	before := w.at
	w.children(n, w.target(k), w.sheet.link(u))
	if strings.HasPrefix(destination, "#") || w.at == before || w.at < w.from {
		return
	}
	words := w.text[min(max(before, w.from), w.at):w.at]
	if host := u.Host.String(); host != "" && strings.Contains(strings.ToLower(words), strings.ToLower(strings.TrimPrefix(host, "www."))) {
		return
	}
	w.decor(clean.Of(" ("+leads(u)+")"), look{face: faceDim}, w.sheet.link(u))
}

// leads says in a few cells where a link leads: its host, or for one that may
// not be opened what the document says.
func leads(u clean.URL) string {
	const most = 60
	s := strings.TrimPrefix(u.Host.String(), "www.")
	if s == "" {
		s = u.Shown.String()
	}
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most-1]) + "…"
	}
	return s
}

// image writes an image as what it shows and where it lies.
func (w *scribe) image(n ast.Node, destination string, k look) {
	u := clean.ParseURL(destination)
	next := w.at
	if len(w.runs) > 0 {
		next = w.runs[0].Start
	}
	if next < w.from || w.at >= w.to && next > w.to {
		w.children(n, k, 0)
		return
	}
	w.gap(min(next, w.to), look{}, 0)
	w.decor(clean.Of("Image: "), look{face: faceDim}, 0)
	w.children(n, k, w.sheet.link(u))
	w.decor(clean.Of(" ("+u.Shown.String()+")"), look{face: faceDim}, w.sheet.link(u))
}
