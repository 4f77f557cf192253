package reader

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
)

// bang is a mistake in the program.
type bang struct{}

func (bang) arrive(*App) tea.Cmd { panic("a mistake in the program") }

// A panic leaves the terminal as it was, with what was being written kept, be it
// in Update or in a command.
func TestAPanicRestoresTheTerminalAndKeepsTheDraft(t *testing.T) {
	for name, breakDown := range map[string]tea.Msg{
		"in Update":    bang{},
		"in a command": tea.BatchMsg{func() tea.Msg { panic("a mistake in a command") }, func() tea.Msg { return nil }},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			cfg := d.config()
			cfg.Open = d.id
			s := sitAtTerminal(t, cfg)
			s.see("Bottom line").press("a").see("Note").press("\x1b[200~half-a-thought\x1b[201~").see("half-a-thought")
			s.app.pace.program.Send(breakDown)
			err := s.left()
			if err == nil || !strings.Contains(err.Error(), "kept as a draft") {
				t.Errorf("the program ended with %v", err)
			}
			s.see("\x1b[?1049l").see("\x1b[?25h") // the alternate screen and the cursor are given back
			drafts, err := d.open().Drafts(t.Context())
			if err != nil || len(drafts) != 1 || drafts[0].Text != "half-a-thought" {
				t.Errorf("kept is %+v (%v)", drafts, err)
			}
		})
	}
}

// A terminal that goes away takes nothing along that was written.
func TestALostTerminalKeepsTheDraft(t *testing.T) {
	d := newDesk(t)
	cfg := d.config()
	cfg.Open = d.id
	s := sitAtTerminal(t, cfg)
	s.see("Bottom line").press("a").see("Note").press("\x1b[200~half-a-thought\x1b[201~").see("half-a-thought")
	s.cancel()
	if err := s.left(); err == nil || !strings.Contains(err.Error(), "kept as a draft") {
		t.Errorf("the program ended with %v", err)
	}
	if drafts, err := d.open().Drafts(t.Context()); err != nil || len(drafts) != 1 || drafts[0].Text != "half-a-thought" {
		t.Errorf("kept is %+v (%v)", drafts, err)
	}
}

// leftOpen are the programs' ends of the terminals: a reading goroutine of the
// library may still look at one when a program that broke down has returned.
var leftOpen []*os.File

// raceDetector is set where the tests run with it. It sees that Bubble Tea, when
// a program is killed, closes its reader beside the goroutine that reads from it.
var raceDetector bool

// seat is the reader in a pseudo-terminal, within the test's process.
type seat struct {
	t      *testing.T
	app    *App
	tty    io.Writer
	cancel context.CancelFunc
	before *term.State
	state  func() (*term.State, error)
	ended  chan error

	mu  sync.Mutex
	out bytes.Buffer
}

func sitAtTerminal(t *testing.T, cfg Config) *seat {
	t.Helper()
	if raceDetector {
		t.Skip("run without the race detector: a killed Bubble Tea program closes its reader while it reads")
	}
	master, slave, err := pty.Open()
	if err != nil {
		t.Skip("no pseudo-terminal here:", err)
	}
	leftOpen = append(leftOpen, slave)
	t.Cleanup(func() { master.Close() })
	if err := pty.Setsize(master, &pty.Winsize{Rows: 30, Cols: 100}); err != nil {
		t.Fatal(err)
	}
	cfg.Input, cfg.Output = slave, slave
	ctx, cancel := context.WithCancel(t.Context())
	s := &seat{t: t, tty: master, cancel: cancel, ended: make(chan error, 1)}
	s.state = func() (*term.State, error) { return term.GetState(slave.Fd()) }
	if s.before, err = s.state(); err != nil {
		t.Fatal(err)
	}
	if s.app, err = newApp(ctx, cfg); err != nil {
		t.Fatal(err)
	}
	go io.Copy(s, master)
	go func() { s.ended <- s.app.run() }()
	t.Cleanup(cancel)
	return s
}

func (s *seat) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.out.Write(b)
}

func (s *seat) drawn() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.out.String()
}

// see waits until words are drawn.
func (s *seat) see(words string) *seat {
	s.t.Helper()
	for deadline := time.Now().Add(20 * time.Second); !strings.Contains(s.drawn(), words); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			s.t.Fatalf("%q was not drawn in %q", words, s.drawn())
		}
	}
	return s
}

func (s *seat) press(keys string) *seat {
	s.t.Helper()
	if _, err := io.WriteString(s.tty, keys); err != nil {
		s.t.Fatal(err)
	}
	return s
}

// left waits until the program has ended, and checks that the terminal's modes
// are as they were.
func (s *seat) left() error {
	s.t.Helper()
	select {
	case err := <-s.ended:
		after, stateErr := s.state()
		if stateErr != nil || *after != *s.before {
			s.t.Errorf("the terminal's modes were %+v and are %+v (%v)", s.before, after, stateErr)
		}
		return err
	case <-time.After(20 * time.Second):
		s.t.Fatal("the program did not end")
		return nil
	}
}
