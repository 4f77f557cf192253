package page

import (
	"bytes"
	"strconv"
	"strings"

	gansi "charm.land/glamour/v2/ansi"
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// look is how the source marks a stretch of text.
type look struct {
	attrs attrs
	code  bool
	link  bool
	face  face // of what Glamour does not style: signs of our own
}

// styled is a stretch of text up to a byte, with the style that Glamour gives.
type styled struct {
	end   int
	face  face
	attrs attrs
}

// leaf renders stretches of inline text and chunks of code with Glamour. It is
// not safe for concurrent use.
//
// Glamour gets no document but nodes made here, of words that were decoded and
// cleaned; it wraps, pads and decodes nothing. Its colours are numbers of faces.
// What it returns is read back sequence by sequence: unless it is exactly the
// words that were sent, between styles of our own, the words are shown plain.
type leaf struct {
	renderer *gansi.ANSIRenderer
	context  gansi.RenderContext
	out      bytes.Buffer
}

func newLeaf() *leaf {
	options := gansi.Options{Styles: glamourStyles(), ChromaFormatter: "terminal16m"}
	return &leaf{renderer: gansi.NewRenderer(options), context: gansi.NewRenderContext(options)}
}

// Stand-ins for what Glamour would decode or unescape. They are of the private
// use area, which clean keeps out of every text.
const (
	ampersand = '\ue000'
	backslash = '\ue001'
)

// style fills in the looks of a sheet. Level is that of a heading, 0 for other
// text.
func (l *leaf) style(s *sheet, level int) {
	if level > 0 {
		heading := ast.NewHeading(level)
		element := l.renderer.NewElement(heading, nil)
		_ = element.Renderer.Render(&l.out, l.context)
		defer func() {
			_ = element.Finisher.Finish(&l.out, l.context)
			l.out.Reset()
		}()
	}
	for i := 0; i < len(s.segs); {
		j := i + 1
		for j < len(s.segs) && s.segs[j].look == s.segs[i].look {
			j++
		}
		end := len(s.text)
		if j < len(s.segs) {
			end = s.segs[j].at
		}
		begin, k := s.segs[i].at, s.segs[i].look
		if k.face != faceText {
			s.looks = append(s.looks, styled{end, k.face, k.attrs})
		} else {
			s.looks = l.inline(s.looks, begin, string(s.text[begin:end]), k)
		}
		i = j
	}
}

// inline renders words of one look and appends what Glamour makes of them; at
// is the byte of the sheet at which they stand.
func (l *leaf) inline(looks []styled, at int, words string, k look) []styled {
	sent := strings.Map(disarm, words)
	source := []byte(sent)
	l.out.Reset()
	element := l.renderer.NewElement(node(len(source), k), source)
	if element.Renderer.Render(&l.out, l.context) == nil {
		if read, ok := readBack(looks, at, l.out.String(), sent); ok {
			return read
		}
	}
	return append(looks, styled{end: at + len(words)})
}

// disarm takes from Glamour what it would decode, unescape or wrap.
func disarm(r rune) rune {
	switch r {
	case '&':
		return ampersand
	case '\\':
		return backslash
	case breakLine, breakCell, breakRow:
		return ' '
	}
	return r
}

// node makes the tree for words of one look: never deeper than its marks, be
// the source nested as it may.
func node(size int, k look) ast.Node {
	var n ast.Node = ast.NewTextSegment(text.NewSegment(0, size))
	within := func(parent ast.Node) {
		parent.AppendChild(parent, n)
		n = parent
	}
	switch {
	case k.code:
		within(ast.NewCodeSpan())
	case k.attrs&struck != 0:
		within(east.NewStrikethrough())
	}
	if k.attrs&italic != 0 {
		within(ast.NewEmphasis(1))
	}
	if k.attrs&bold != 0 {
		within(ast.NewEmphasis(2))
	}
	if k.link {
		link := ast.NewLink()
		link.Destination = []byte("#") // Glamour writes no target for it
		within(link)
	}
	return n
}

// readBack reads rendered text and appends its styles. It says false unless the
// text is the words sent, with nothing but styles that glamourStyles can give
// between them. Stand-ins are as long as U+FFFD but not as what they stand for,
// so ends are counted in the bytes of the words.
func readBack(looks []styled, at int, rendered, sent string) ([]styled, bool) {
	kept := len(looks)
	now := styled{end: at}
	for len(rendered) > 0 {
		if rendered[0] == '\x1b' {
			params, rest, ok := sgr(rendered)
			if !ok {
				return looks[:kept], false
			}
			now, rendered = params.after(now), rest
			continue
		}
		n := strings.IndexByte(rendered, '\x1b')
		if n < 0 {
			n = len(rendered)
		}
		if !strings.HasPrefix(sent, rendered[:n]) {
			return looks[:kept], false
		}
		for _, r := range rendered[:n] {
			if r == ampersand || r == backslash {
				now.end -= len(string(r)) - 1
			}
		}
		now.end += n
		looks = append(looks, now)
		sent, rendered = sent[n:], rendered[n:]
	}
	if sent != "" {
		return looks[:kept], false
	}
	return looks, true
}

// params are those of one SGR sequence.
type params string

// sgr takes an SGR sequence from the start of a text.
func sgr(s string) (params, string, bool) {
	end := strings.IndexByte(s, 'm')
	if !strings.HasPrefix(s, "\x1b[") || end < 0 || strings.Trim(s[2:end], "0123456789;") != "" {
		return "", s, false
	}
	return params(s[2:end]), s[end+1:], true
}

// after returns the style that holds after a sequence.
func (p params) after(s styled) styled {
	list := strings.Split(string(p), ";")
	for i := 0; i < len(list); i++ {
		switch list[i] {
		case "", "0":
			s.face, s.attrs = faceText, 0
		case "1":
			s.attrs |= bold
		case "3":
			s.attrs |= italic
		case "4":
			s.attrs |= underlined
		case "9":
			s.attrs |= struck
		case "38":
			if i+4 < len(list) {
				n, _ := strconv.Atoi(list[i+4])
				s.face = face(min(max(n-faceColour, 0), int(faceLast)))
			}
			i += 4
		}
	}
	return s
}
