package uitest

import (
	"encoding/xml"
	"fmt"
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Measures of a picture in pixels: a cell of the usual monospaced fonts.
const (
	cellWidth  = 8.4
	cellHeight = 18
	fontSize   = 14
	margin     = 12
)

// Paper is what a picture's frame is drawn on.
type Paper struct{ Background, Text string }

// The papers that go with the dark and the light theme.
var (
	DarkPaper  = Paper{"#161615", "#d6d3cb"}
	LightPaper = Paper{"#ffffff", "#282826"}
)

// Picture draws the frame as SVG, so that a README can show the real program.
// Equal frames give equal bytes.
func (p *Person) Picture(on Paper) string {
	screen := uv.NewScreenBuffer(p.width, p.height)
	uv.NewStyledString(p.Frame()).Draw(screen, screen.Bounds())
	w, h := float64(p.width)*cellWidth+2*margin, p.height*cellHeight+2*margin
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%d" viewBox="0 0 %.0f %d" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="%d">`+"\n", w, h, w, h, fontSize)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="6" fill="%s"/>`+"\n", on.Background)
	for y := range p.height {
		drawRow(&b, screen.Line(y), y, on)
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// drawRow draws runs of cells of one style.
func drawRow(b *strings.Builder, line uv.Line, y int, on Paper) {
	for x := 0; x < len(line); {
		first := line[x]
		var words strings.Builder
		end := x
		for end < len(line) && line[end].Style.Equal(&first.Style) {
			content := line[end].Content
			if content == "" && line[end].Width > 0 {
				content = " "
			}
			words.WriteString(content)
			end += max(line[end].Width, 1)
		}
		drawRun(b, words.String(), first.Style, x, end-x, y, on)
		x = end
	}
}

func drawRun(b *strings.Builder, words string, s uv.Style, x, cells, y int, on Paper) {
	fg, bg := hex(s.Fg, on.Text), hex(s.Bg, "")
	if s.Attrs&uv.AttrReverse != 0 {
		fg, bg = on.Background, fg
	}
	left := margin + float64(x)*cellWidth
	if bg != "" {
		fmt.Fprintf(b, `<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>`+"\n", left, margin+y*cellHeight, float64(cells)*cellWidth, cellHeight, bg)
	}
	trimmed := strings.TrimLeft(words, " ")
	indent := len(words) - len(trimmed)
	words = strings.TrimRight(trimmed, " ")
	if words == "" {
		return
	}
	left += float64(indent) * cellWidth
	style := ""
	if s.Attrs&uv.AttrBold != 0 {
		style += ` font-weight="bold"`
	}
	if s.Attrs&uv.AttrItalic != 0 {
		style += ` font-style="italic"`
	}
	var text strings.Builder
	_ = xml.EscapeText(&text, []byte(words)) // a strings.Builder takes anything
	fmt.Fprintf(b, `<text x="%.1f" y="%d" fill="%s"%s xml:space="preserve" textLength="%.1f">%s</text>`+"\n",
		left, margin+y*cellHeight+cellHeight-5, fg, style, float64(ansi.StringWidth(words))*cellWidth, text.String())
}

func hex(c color.Color, otherwise string) string {
	if c == nil {
		return otherwise
	}
	r, g, bl, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, bl>>8)
}
