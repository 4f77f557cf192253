package reader

import (
	"bytes"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
)

// keyboard is a terminal of this machine. Such a one writes a sequence in one go,
// so that an escape with nothing behind it is the key alone; Bubble Tea, which must
// do over a network too, waits 50 ms for more and has no option for it (v2.1.1).
// The key is handed on as kitty's protocol spells it, which begins nothing else.
type keyboard struct {
	*os.File
	follows func() bool // more comes at once, or that is not known
	pasting bool
}

const (
	escape    = '\x1b'
	escapeKey = "\x1b[27u"
	// escapeWait is how long the rest of a sequence may take.
	escapeWait = 5 * time.Millisecond
)

var pasteBegins, pasteEnds = []byte("\x1b[200~"), []byte("\x1b[201~")

// localKeyboard is the terminal that the person types at, nil to leave it to
// Bubble Tea: where the keys come over a network, or there is no terminal.
func localKeyboard() *keyboard {
	for _, name := range []string{"SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"} {
		if os.Getenv(name) != "" {
			return nil
		}
	}
	file := os.Stdin
	if !term.IsTerminal(file.Fd()) {
		var err error
		if file, _, err = tea.OpenTTY(); err != nil {
			return nil
		}
	}
	return &keyboard{File: file, follows: func() bool { return arrives(file, escapeWait) }}
}

// Read reads what was typed. Within a paste an escape alone is the beginning of
// the end, however late that comes.
func (k *keyboard) Read(p []byte) (int, error) {
	n, err := k.File.Read(p)
	if begins, ends := bytes.LastIndex(p[:n], pasteBegins), bytes.LastIndex(p[:n], pasteEnds); begins != ends {
		k.pasting = begins > ends
	}
	if n != 1 || p[0] != escape || k.pasting || len(p) < len(escapeKey) || k.follows() {
		return n, err
	}
	return copy(p, escapeKey), err
}
