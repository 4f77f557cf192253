package reader

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// What the first screen needs is begun before Bubble Tea is ready for it, and
// what it does not need waits until the screen has been drawn.

// begun returns a command whose work is under way already.
func begun(cmd tea.Cmd) tea.Cmd {
	done := make(chan tea.Msg, 1)
	go func() { done <- cmd() }()
	return func() tea.Msg { return <-done }
}

// frames is how long it takes to draw what has just changed.
const frames = 2 * time.Second / framesPerSecond

// afterFrame puts off work that keeps a processor busy until what has just been
// brought onto the screen is drawn.
func afterFrame(cmd tea.Cmd) tea.Cmd {
	return tea.Tick(frames, func(time.Time) tea.Msg { return cmd() })
}
