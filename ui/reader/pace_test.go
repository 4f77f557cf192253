package reader

import (
	"bytes"
	"io"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// leaver is a program that looks for its own ticker and leaves.
type leaver struct {
	program *tea.Program
	found   bool
}

func (*leaver) Init() tea.Cmd  { return func() tea.Msg { return nil } }
func (*leaver) View() tea.View { return tea.NewView("") }
func (l *leaver) Update(tea.Msg) (tea.Model, tea.Cmd) {
	l.found = tickerOf(l.program) != nil
	return l, tea.Quit
}

// If this fails, Bubble Tea keeps its ticker elsewhere than pace looks for it:
// an open briefing then costs a hundredth of a core, and a key a few
// milliseconds more. Mend tickerOf, or be glad of an option that came in.
func TestTheScreensClockIsFound(t *testing.T) {
	l := &leaver{}
	l.program = tea.NewProgram(l, tea.WithInput(&bytes.Buffer{}), tea.WithOutput(io.Discard), tea.WithContext(t.Context()))
	if _, err := l.program.Run(); err != nil {
		t.Fatal(err)
	}
	if !l.found {
		t.Error("the ticker of the running program was not found")
	}
}

// Before a program runs, and where none does, there is no clock to set.
func TestAPaceWithoutAClock(t *testing.T) {
	var none *pace
	none.quicken()
	early := &pace{program: tea.NewProgram(&leaver{})}
	if early.quicken(); early.ticker != nil || early.rest != nil {
		t.Errorf("a program that does not run has the clock %v", early.ticker)
	}
}

// However close upon each other messages come, frames are drawn between them;
// and a message that comes as the clock is about to rest keeps it going.
func TestTheClockStrikesWhileMessagesCome(t *testing.T) {
	p := &pace{program: tea.NewProgram(&leaver{}), ticker: time.NewTicker(time.Hour), resting: true}
	defer p.ticker.Stop()
	for late := time.After(10 * time.Second); ; {
		p.quicken()
		select {
		case <-p.ticker.C:
			p.rest.Stop()
			if p.slacken(); p.resting {
				t.Error("the clock rests right after a message")
			}
			p.rest.Stop()
			p.last = time.Now().Add(-restAfter)
			if p.slacken(); !p.resting {
				t.Error("the clock goes on though nothing happens")
			}
			return
		case <-late:
			t.Fatal("the clock does not strike")
		default:
		}
	}
}
