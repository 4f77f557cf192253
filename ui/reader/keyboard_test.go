//go:build unix

package reader

import (
	"io"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
)

// typist types at one end of a pseudo-terminal, at the other of which a keyboard
// reads.
func typist(t *testing.T) (types io.Writer, k *keyboard) {
	t.Helper()
	master, slave, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { master.Close(); slave.Close() })
	k = &keyboard{File: slave, follows: func() bool { return arrives(slave, escapeWait) }}
	if _, err := term.MakeRaw(slave.Fd()); err != nil {
		t.Fatal(err)
	}
	return master, k
}

func TestAnEscapeAloneIsTheKeyAtOnce(t *testing.T) {
	types, k := typist(t)
	follows := k.follows
	for _, c := range []struct {
		name, typed, read string
		more              bool
	}{
		{"the key alone", "\x1b", escapeKey, false},
		{"an arrow", "\x1b[A", "\x1b[A", false},
		{"twice", "\x1b\x1b", "\x1b\x1b", false},
		{"the beginning of what follows", "\x1b", "\x1b", true},
		{"a letter", "q", "q", false},
		{"a paste begins", "\x1b[200~words", "\x1b[200~words", false},
		{"and the beginning of its end", "\x1b", "\x1b", false},
		{"and its end", "\x1b[201~", "\x1b[201~", false},
		{"the key again", "\x1b", escapeKey, false},
	} {
		if k.follows = follows; c.more {
			k.follows = func() bool { return true }
		}
		if _, err := io.WriteString(types, c.typed); err != nil {
			t.Fatal(err)
		}
		var p [64]byte
		if n, err := k.Read(p[:]); err != nil || string(p[:n]) != c.read {
			t.Errorf("%s: %q is read as %q (%v), want %q", c.name, c.typed, p[:n], err, c.read)
		}
	}
}

// pressed is a program that ends with the first key.
type pressed struct{ key chan string }

func (pressed) Init() tea.Cmd  { return nil }
func (pressed) View() tea.View { return tea.View{} }
func (p pressed) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		p.key <- key.String()
		return p, tea.Quit
	}
	return p, nil
}

func TestBubbleTeaReadsTheKeyAsEscape(t *testing.T) {
	types, k := typist(t)
	p := pressed{make(chan string, 1)}
	if _, err := io.WriteString(types, "\x1b"); err != nil {
		t.Fatal(err)
	}
	if _, err := tea.NewProgram(p, tea.WithInput(k), tea.WithOutput(io.Discard), tea.WithoutRenderer()).Run(); err != nil {
		t.Fatal(err)
	}
	if key := <-p.key; key != "esc" {
		t.Errorf("the key is read as %q", key)
	}
}
