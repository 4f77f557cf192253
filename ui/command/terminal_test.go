package command_test

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"
	"github.com/xo/terminfo"
)

// The real program, built as it is shipped, in a real terminal.
func TestInATerminal(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	program := build(t)
	t.Run("a note is in the export", func(t *testing.T) { noteThenExport(t, program) })
	t.Run("two readers and an import", func(t *testing.T) { importBesideReaders(t, program) })
	t.Run("Ctrl-C while waiting for input", func(t *testing.T) { interrupt(t, program) })
	t.Run("a document from a pipe", func(t *testing.T) { pipeThenRead(t, program) })
	t.Run("a key that there is not", func(t *testing.T) { wrongKey(t, program) })
	t.Run("the colours that the terminal has", func(t *testing.T) { ownColours(t, program) })
}

// Open the sample, add a note, leave, and find the note in the export.
func noteThenExport(t *testing.T, program string) {
	library := filepath.Join(t.TempDir(), "library.db")
	person := sit(t, exec.Command(program, "--library", library, "drone-line"))
	person.see("Bottom line")
	person.press("a").see("note")
	person.press("Ask for the contract.").press("\r").see("saved")
	person.press("\x03").left()

	out, err := exec.Command(program, "--library", library, "export", "drone-line", "--only", "notes").CombinedOutput()
	if err != nil || !bytes.Contains(out, []byte("Ask for the contract.")) {
		t.Errorf("the export lacks the note (%v):\n%s", err, out)
	}
}

// Two terminals on one library and an import from a third: nobody waits for
// anybody, and both readers show what came in.
func importBesideReaders(t *testing.T, program string) {
	folder := t.TempDir()
	library, article := filepath.Join(folder, "library.db"), filepath.Join(folder, "quay.txt")
	if err := os.WriteFile(article, []byte("A quay at Zonguldak\n\nIt was built in 1896.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	first := sit(t, exec.Command(program, "--library", library)).see("A Turkish drone line")
	second := sit(t, exec.Command(program, "--library", library)).see("A Turkish drone line")
	if out, err := exec.Command(program, "--library", library, "import", article).CombinedOutput(); err != nil {
		t.Fatalf("import: %v\n%s", err, out)
	}
	for _, person := range []*terminal{first, second} {
		person.see("A quay at Zonguldak")
		person.press("\x03").left()
	}
}

// A command that waits, or works for long, ends at the first Ctrl-C.
func interrupt(t *testing.T, program string) {
	person := sit(t, exec.Command(program, "inspect", "-")).see("end it with Ctrl-D")
	person.press("\x03")
	select {
	case <-person.ended:
	case <-time.After(patience):
		t.Error("the program went on after Ctrl-C")
	}
}

// A document that is piped in is read from the pipe, and the keys from the
// terminal.
func pipeThenRead(t *testing.T, program string) {
	folder := t.TempDir()
	article := filepath.Join(folder, "article.txt")
	if err := os.WriteFile(article, []byte("A short article\n\nIt came through a pipe.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	person := sit(t, exec.Command("sh", "-c", `cat "$1" | "$0" --library "$2" -`, program, article, filepath.Join(folder, "library.db")))
	person.see("It came through a pipe.")
	person.press("\x03").left()
}

// A terminal gets the colours that terminfo says it has: GNU Screen has 256 only under
// the name that says so, and a VT220 has none.
func ownColours(t *testing.T, program string) {
	library := filepath.Join(t.TempDir(), "library.db")
	for _, c := range []struct {
		term string
		has  map[string]bool // beginnings of SGR sequences
	}{
		{"screen-256color", map[string]bool{"\x1b[38;5;": true}},
		{"screen", map[string]bool{"\x1b[38;5;": false, "\x1b[36m": true}},
		{"vt220", map[string]bool{"\x1b[38;5;": false, "\x1b[36m": false, "\x1b[90m": false}},
	} {
		if _, err := terminfo.Load(c.term); err != nil {
			t.Logf("this machine does not know the terminal %s: %v", c.term, err)
			continue
		}
		person := sit(t, exec.Command(program, "--library", library, "drone-line"), "TERM="+c.term, "COLORTERM=", "TMUX=").see("Bottom line")
		for sequence, has := range c.has {
			if strings.Contains(person.drawn(), sequence) != has {
				t.Errorf("%s: that it gets %q should be %t", c.term, sequence, has)
			}
		}
		person.press("\x03").left()
	}
}

// A key that there is not is refused, with its line in the config file.
func wrongKey(t *testing.T, program string) {
	config := filepath.Join(t.TempDir(), "config.yaml")
	if err := os.WriteFile(config, []byte("theme: dark\nkeys:\n  help: [f1]\n  zen: [strg+z]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	person := sit(t, exec.Command(program, "--library", filepath.Join(t.TempDir(), "library.db")), "DOSSIER_CONFIG="+config)
	person.see(config + ":4: there is no key \"strg+z\"")
}

// build makes the program as it is shipped: without cgo.
func build(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "dossier")
	c := exec.Command("go", "build", "-o", program, "dossier")
	c.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("the program does not build: %v\n%s", err, out)
	}
	return program
}

// terminal is a pseudo-terminal with a program in it.
type terminal struct {
	t       *testing.T
	command *exec.Cmd
	file    *os.File
	ended   chan error

	mu     sync.Mutex
	screen bytes.Buffer // everything written since the last press
}

func sit(t *testing.T, c *exec.Cmd, env ...string) *terminal {
	t.Helper()
	c.Env = append(append(os.Environ(), "TERM=xterm-256color", "NO_COLOR=", "DOSSIER_LIBRARY=", "DOSSIER_AUTHOR="), env...)
	file, err := pty.StartWithSize(c, &pty.Winsize{Rows: 24, Cols: 100})
	if err != nil {
		t.Fatal(err)
	}
	term := &terminal{t: t, command: c, file: file, ended: make(chan error, 1)}
	go io.Copy(term, file)
	go func() { term.ended <- c.Wait() }()
	t.Cleanup(func() {
		c.Process.Kill()
		file.Close()
	})
	return term
}

// Write takes what the program draws.
func (p *terminal) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.screen.Write(b)
}

// drawn is what was written since the last press.
func (p *terminal) drawn() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.screen.String()
}

const patience = 20 * time.Second

// see waits until words are drawn.
func (p *terminal) see(words string) *terminal {
	p.t.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		drawn := ansi.Strip(p.drawn())
		if strings.Contains(drawn, words) {
			return p
		}
		if time.Now().After(deadline) {
			p.t.Fatalf("%q is not to be seen in:\n%s", words, drawn)
		}
	}
}

// press types keys; what was drawn before counts no more.
func (p *terminal) press(keys string) *terminal {
	p.t.Helper()
	p.mu.Lock()
	p.screen.Reset()
	p.mu.Unlock()
	if _, err := p.file.WriteString(keys); err != nil {
		p.t.Fatal(err)
	}
	return p
}

// left waits until the program has ended well.
func (p *terminal) left() {
	p.t.Helper()
	select {
	case err := <-p.ended:
		if err != nil {
			p.t.Errorf("the program ended with %v", err)
		}
	case <-time.After(patience):
		p.t.Error("the program did not end")
	}
}
