package command

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dossier/briefings/clean"
)

// measure is the widest a paragraph is set on a terminal, in cells.
const measure = 80

// printer prints lines for people. Foreign text becomes clean on the way; only
// the printer itself writes escape sequences.
type printer struct {
	w        *bufio.Writer
	terminal bool
	width    int // of the terminal; 0 if there is none: nothing is wrapped or cut
	colour   bool
}

func newPrinter(w io.Writer) *printer {
	p := &printer{w: bufio.NewWriter(w)}
	p.width, p.terminal = isTerminal(w)
	return p
}

// Write passes bytes on as they are: for what is no line for people.
func (p *printer) Write(b []byte) (int, error) { return p.w.Write(b) }

func (p *printer) flush() error { return p.w.Flush() }

// tone is how a span stands out. Where there is no colour it is gone; so no
// tone ever says what the words do not.
type tone int

const (
	normal tone = iota
	strong
	faint
	accent
	warm
)

var tones = map[tone]string{strong: "\x1b[1m", faint: "\x1b[2m", accent: "\x1b[36m", warm: "\x1b[33m"}

const toneEnd = "\x1b[m"

// span is a piece of a line in one tone.
type span struct {
	text string
	tone tone
}

func plain(text string) span { return span{text, normal} }
func bold(text string) span  { return span{text, strong} }
func dim(text string) span   { return span{text, faint} }

// line prints spans and ends the line.
func (p *printer) line(spans ...span) {
	for _, s := range spans {
		p.put(s)
	}
	p.w.WriteByte('\n')
}

func (p *printer) put(s span) {
	text := clean.Of(s.text).String()
	if code := tones[s.tone]; p.colour && code != "" && text != "" {
		text = code + text + toneEnd
	}
	p.w.WriteString(text)
}

// paragraph prints a text behind an indent; on a terminal it is wrapped.
func (p *printer) paragraph(indent, text string, t tone) {
	p.hanging(indent, indent, text, t)
}

// hanging prints a text whose first line has another indent than the rest.
func (p *printer) hanging(first, rest, text string, t tone) {
	for i, l := range p.wrap(clean.Of(text).String(), len(rest)) {
		indent := rest
		if i == 0 {
			indent = first
		}
		p.line(plain(indent), span{l, t})
	}
}

func (p *printer) wrap(text string, indent int) []string {
	if p.width == 0 {
		return []string{text}
	}
	return strings.Split(ansi.Wrap(text, max(min(p.width, measure)-indent, 10), ""), "\n")
}

// table prints rows in columns; the last column is cut at the terminal's edge.
func (p *printer) table(rows [][]span) {
	var widths []int
	for _, row := range rows {
		for i, cell := range row[:len(row)-1] {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], cellWidth(cell.text))
		}
	}
	for _, row := range rows {
		p.row(row, widths)
	}
}

func (p *printer) row(row []span, widths []int) {
	used := 0
	for i, cell := range row {
		if i == len(row)-1 {
			if room := p.width - used; p.width > 0 && room > 8 {
				cell.text = ansi.Truncate(clean.Of(cell.text).String(), room, "…")
			}
			p.put(cell)
			break
		}
		p.put(cell)
		gap := widths[i] - cellWidth(cell.text)
		if widths[i] > 0 {
			gap += 2
		}
		p.w.WriteString(strings.Repeat(" ", gap))
		used += widths[i] + 2
	}
	p.w.WriteByte('\n')
}

// cleanf formats a line for the standard error.
func cleanf(format string, args ...any) string {
	return clean.Of(fmt.Sprintf(format, args...)).String()
}

func cellWidth(text string) int { return ansi.StringWidth(clean.Of(text).String()) }
