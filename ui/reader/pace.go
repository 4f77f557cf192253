package reader

import (
	"reflect"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

// pace lets the screen's clock rest. Bubble Tea looks on a clock whether there
// is something to draw, up to 120 times a second, though nothing may change for
// an hour: that is a hundredth of a core for as long as a briefing lies open.
// It has no option for a clock that rests (v2.1.1), so this one reaches for the
// program's ticker and sets it: quick after whatever happens, slow when nothing
// does, and at last not at all. Were the ticker not found, the clock would run
// on as it does in any program; a test says so then.
type pace struct {
	program *tea.Program
	ticker  *time.Ticker
	rest    *time.Timer // looks whether the clock may rest, or halt

	mu      sync.Mutex
	last    time.Time // when something happened
	resting bool
}

const (
	// drawEvery is how long after a key its frame shows at most.
	drawEvery = 2 * time.Millisecond
	// restAfter is how long the clock stays quick; restEvery is how often it
	// looks at rest, should a slow terminal have held up the last frame, and
	// haltAfter how long that may be.
	restAfter = 250 * time.Millisecond
	restEvery = 2 * time.Second
	haltAfter = 30 * time.Second
)

// quicken makes the clock quick for a while. It is called by Update. A clock that
// is quick is left alone: set anew by each of many messages it would never strike.
func (p *pace) quicken() {
	if p == nil || p.program == nil {
		return
	}
	if p.ticker == nil {
		if p.ticker = tickerOf(p.program); p.ticker == nil {
			return
		}
		p.resting = true
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.last = time.Now()
	if !p.resting {
		return
	}
	p.resting = false
	p.ticker.Reset(drawEvery)
	if p.rest == nil {
		p.rest = time.AfterFunc(restAfter, p.slacken)
	}
	p.rest.Reset(restAfter)
}

// slacken lets the clock rest if nothing happened for long enough, and at last
// stops it.
func (p *pace) slacken() {
	p.mu.Lock()
	defer p.mu.Unlock()
	idle := time.Since(p.last)
	p.resting = idle >= restAfter
	switch {
	case !p.resting:
		p.rest.Reset(restAfter - idle)
	case idle < haltAfter:
		p.ticker.Reset(restEvery)
		p.rest.Reset(haltAfter - idle)
	default:
		p.ticker.Stop()
	}
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
