package command

import (
	"cmp"
	"io"
	"os"
	"sync/atomic"
	"time"

	"github.com/charmbracelet/x/term"

	"dossier/store"
)

// session is one run of the program: its streams and the settings that hold
// for every command.
type session struct {
	in     io.Reader
	out    *printer
	stderr io.Writer

	library string
	author  string
	noColor bool
	plain   bool

	settings settings

	now  func() time.Time
	lib  *store.Library // nil until a command needs it
	path string         // where it lies

	slugs map[string]string // of briefings by id, as far as learn has asked

	copied *progress // of a copy of the library; nil while none is made

	notices atomic.Pointer[chan string] // takes warnings while the reader has the screen
}

func newSession(in io.Reader, out, stderr io.Writer) *session {
	s := &session{in: in, stderr: stderr, now: time.Now}
	s.out = newPrinter(out)
	return s
}

func (s *session) close() {
	if s.lib != nil {
		s.lib.Close()
	}
}

// analyst is who signs what is written in this session. It is never taken from
// the system's user name unasked.
func (s *session) analyst() string {
	return cmp.Or(s.author, s.settings.Author, "analyst")
}

// ready settles who writes and how to print, once the flags are read.
func (s *session) ready() (err error) {
	if s.settings, err = readSettings(settingsPath()); err != nil {
		return err
	}
	dumb := os.Getenv("TERM") == "dumb"
	s.plain = s.plain || dumb
	s.out.colour = s.out.terminal && !s.plain && !s.noColor && os.Getenv("NO_COLOR") == ""
	return nil
}

// isTerminal says whether a stream is a terminal, and how wide it is.
func isTerminal(stream any) (width int, yes bool) {
	file, ok := stream.(*os.File)
	if !ok || !term.IsTerminal(file.Fd()) {
		return 0, false
	}
	width, _, err := term.GetSize(file.Fd())
	if err != nil || width < 20 {
		width = 80
	}
	return width, true
}
