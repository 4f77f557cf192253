package command

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"dossier/briefings/clean"
)

// progressAfter is how long something may take before a bar is shown.
const progressAfter = 500 * time.Millisecond

// progress is a bar on the standard error, for people only.
type progress struct {
	w     io.Writer // nil where there is no terminal
	width int
	total int
	at    int
	began time.Time
	drawn time.Time
	now   func() time.Time
	tell  func(done, total int) // draws it elsewhere; nil draws a bar
}

func (s *session) newProgress(total int, tell func(done, total int)) *progress {
	p := &progress{total: total, began: s.now(), now: s.now, tell: tell}
	if tell != nil {
		return p
	}
	if width, terminal := isTerminal(s.stderr); terminal && !s.plain {
		p.w, p.width = s.stderr, width
	}
	return p
}

// step counts one more.
func (p *progress) step(name string) {
	p.at++
	if p.tell != nil {
		p.tell(p.at, p.total)
		return
	}
	p.draw(int64(p.at), int64(p.total), fmt.Sprintf("%d/%d  %s", p.at, p.total, name))
}

// draw shows how much of all is done, at most ten times a second.
func (p *progress) draw(done, all int64, said string) {
	now := p.now()
	if p.w == nil || now.Sub(p.began) < progressAfter || now.Sub(p.drawn) < 100*time.Millisecond {
		return
	}
	p.drawn = now
	const cells = 20
	full := int(cells * done / max(all, 1))
	bar := strings.Repeat("=", full) + strings.Repeat(" ", cells-full)
	line := fmt.Sprintf("[%s] %s", bar, clean.Of(said))
	fmt.Fprint(p.w, "\r"+ansi.Truncate(line, p.width-1, "…")+"\x1b[K")
}

// done takes the bar away.
func (p *progress) done() {
	if !p.drawn.IsZero() {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}

// copying draws how far a copy of the library is, unless the reader has the
// screen.
func (s *session) copying(done, total int64) {
	if s.notices.Load() != nil {
		return
	}
	if s.copied == nil {
		s.copied = s.newProgress(0, nil)
	}
	s.copied.draw(done, total, fmt.Sprintf("%d/%s written; Ctrl-C stops, nothing is lost", done>>20, mebibytes(total)))
	if done == total {
		s.copied.done()
		s.copied = nil
	}
}
