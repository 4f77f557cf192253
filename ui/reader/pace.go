package reader

import (
	"reflect"
	"time"

	tea "charm.land/bubbletea/v2"
)

// pace lets the screen's clock rest. Bubble Tea looks on a clock whether there
// is something to draw, up to 120 times a second, though nothing may change for
// an hour: that is a hundredth of a core for as long as a briefing lies open.
// It has no option for a clock that rests (v2.1.1), so this one reaches for the
// program's ticker and sets it: quick after whatever happens, slow when nothing
// does, and at last not at all. Were the ticker not found, the clock would run on as it does in any
// program; a test says so then.
type pace struct {
	program *tea.Program
	ticker  *time.Ticker
	rest    *time.Timer
	halt    *time.Timer
}

const (
	// drawEvery is how soon after a key its frame shows.
	drawEvery = 4 * time.Millisecond
	// restAfter is how long the clock stays quick; restEvery is how often it
	// looks at rest, should a slow terminal have held up the last frame, and
	// haltAfter how long that may be.
	restAfter = 250 * time.Millisecond
	restEvery = 2 * time.Second
	haltAfter = 30 * time.Second
)

// quicken makes the clock quick for a while. It is called by Update.
func (p *pace) quicken() {
	if p == nil || p.program == nil {
		return
	}
	if p.ticker == nil {
		if p.ticker = tickerOf(p.program); p.ticker == nil {
			return
		}
		p.rest = time.AfterFunc(restAfter, func() { p.ticker.Reset(restEvery) })
		p.halt = time.AfterFunc(haltAfter, p.ticker.Stop)
	}
	p.ticker.Reset(drawEvery)
	p.rest.Reset(restAfter)
	p.halt.Reset(haltAfter)
}

// tickerOf finds the ticker that a running program draws by, nil if there is
// none to be found.
func tickerOf(p *tea.Program) *time.Ticker {
	field := reflect.ValueOf(p).Elem().FieldByName("ticker")
	if !field.IsValid() || field.Type() != reflect.TypeFor[*time.Ticker]() {
		return nil
	}
	return (*time.Ticker)(field.UnsafePointer())
}
