package reader

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"time"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// Config is all that the program is given.
type Config struct {
	Library Library
	// Open is the id of the briefing to begin with, "" for the list.
	Open string
	// Incoming is a document that is not in the library yet: its text shows at
	// once, and Store takes it in meanwhile.
	Incoming *Incoming
	// Export writes a briefing's notes into a file or a folder, "" for the one that the
	// program was started in, and says in a sentence where they are.
	Export func(ctx context.Context, id, path string) (string, error)
	// ExportAll writes the notes of all briefings into a folder.
	ExportAll func(ctx context.Context, folder string, p Progress) (string, error)
	// Import takes in a file or a folder, and says in a sentence what was found;
	// id is the briefing, of several the last one.
	Import func(ctx context.Context, path string, p Progress) (id, say string, err error)
	// Revert makes the text of an earlier revision the current one again, and says in a
	// sentence what that changed.
	Revert func(ctx context.Context, id string, revision int) (say string, err error)
	Keeping
	// Say says something once the terminal is the person's again; nil for nobody
	// who listens.
	Say func(string)
	// Search looks for words in all briefings.
	Search func(ctx context.Context, query string, p Progress) (Hits, error)
	// Notices brings warnings of the library while the reader has the screen;
	// nil for none.
	Notices <-chan string
	// Browse opens a URL in the person's browser.
	Browse func(url string) error
	// Editor is the command of the person's own editor, nil for none.
	Editor []string
	Author string
	// Theme is "dark" or "light", "" to ask the terminal.
	Theme   string
	NoColor bool
	ASCII   bool
	// Mouse gives the program the mouse from the start.
	Mouse bool
	Now   func() time.Time
	// Keys are the keys of actions that a person has bound anew, by the name of
	// the action.
	Keys map[string][]string

	Input  io.Reader // nil: the terminal
	Output io.Writer
}

// Incoming is a document on its way into the library.
type Incoming struct {
	Briefing *briefings.Briefing
	Revision *briefings.Revision
	// Store finds the structure, keeps it, and returns the id and a sentence
	// about what was found.
	Store func(ctx context.Context) (id, say string, err error)
}

// framesPerSecond is how often the screen is looked at until pace has found its
// clock: twice Bubble Tea's own.
const framesPerSecond = 120

// Run shows the reader until the person leaves it.
func Run(ctx context.Context, cfg Config) error {
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	app, err := newApp(ctx, cfg)
	if err != nil {
		return err
	}
	return app.run()
}

// run gives the program the terminal until the person leaves it. Whatever
// happens, the terminal is as it was afterwards, and what was being written is
// kept.
func (a *App) run() error {
	cfg := &a.cfg
	a.profile = coloursOf(cfg.Output)
	a.dress() // so that the first frame, too, has the terminal's colours
	options := []tea.ProgramOption{tea.WithContext(a.ctx), tea.WithFPS(framesPerSecond), tea.WithColorProfile(a.profile)}
	if cfg.Input != nil {
		options = append(options, tea.WithInput(cfg.Input))
	} else if a.keyboard = localKeyboard(); a.keyboard != nil {
		options = append(options, tea.WithInput(a.keyboard))
	}
	if cfg.Output != nil {
		options = append(options, tea.WithOutput(cfg.Output))
	}
	spareProcessor()
	program := tea.NewProgram(a, options...)
	a.pace = &pace{program: program}
	if _, err := program.Run(); err != nil {
		return fmt.Errorf("the reader stopped: %w%s", err, a.rescue())
	}
	if cfg.Say != nil && a.form != nil && a.form.draft.Text != "" {
		cfg.Say("what you were writing is kept as a draft; " + a.keyOf("go-on") + " in the reader goes on with it")
	}
	return nil
}

// spareProcessor lets Go run one thread more than there are processors. Reading
// tens of thousands of records and the collector can keep all of them busy, and
// Go then looks for keys every ten milliseconds only; a thread that waits for
// them is woken by the system at once. Whoever has set GOMAXPROCS knows better.
func spareProcessor() {
	if os.Getenv("GOMAXPROCS") == "" {
		runtime.GOMAXPROCS(runtime.GOMAXPROCS(0) + 1)
	}
}

// rescue keeps what was being written when the program broke down, and says so.
func (a *App) rescue() (say string) {
	defer func() {
		if recover() != nil {
			say = "; what was being written is as it was a second before"
		}
	}()
	if a.form == nil || a.form.text() == "" {
		return ""
	}
	a.ctx = context.WithoutCancel(a.ctx) // what ended the program must not end this
	if keep := a.keepDraft(); keep != nil && keep() != nil {
		return "; what was being written could not be kept"
	}
	return "; what was being written is kept as a draft"
}
