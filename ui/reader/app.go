// Package reader is the Bubble Tea program: it routes keys to actions, keeps
// one place in the document that text and panes share, and draws the frame.
// Everything that takes time (the library, the export) runs in commands.
package reader

import (
	"context"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"dossier/briefings"
	"dossier/ui/theme"
)

// App is the whole program's model.
type App struct {
	cfg      Config
	ctx      context.Context
	bindings []binding
	keys     keymap
	handlers map[action]func(*App) tea.Cmd
	theme    *theme.Theme
	dark     bool
	profile  colorprofile.Profile

	width, height int
	shelf         *shelf           // the list of briefings
	board         *board           // records over all briefings, instead of the list
	away          []*board         // that were looked at before, the last one first
	keptTexts     int              // bytes of the texts that a board keeps
	doc           *document        // the briefing being read, nil in the lists
	opening       string           // id of the briefing that is being read from the disk, "" for none
	ahead         *ahead           // keys for what is still to come, nil where nothing is
	target        target           // where to go in the briefing that opens
	trail         jumps[spot]      // from briefing to briefing
	hits          *hitList         // of the last search in the library, nil before one
	beside        *beside          // two texts side by side, instead of the document
	latest        *briefings.Draft // what was left unfinished last, nil for nothing
	past          []string         // commands of this session
	form          *form            // what is being asked at the bottom
	panel         *panel           // what lies over the panes: help, palette, messages
	job           *job             // what takes its time, nil for nothing
	mouse         bool             // the program has the mouse
	dragged       *int             // where in the text the mouse button went down
	pending       onLetter         // waits for a letter: a mark, a grade
	status        status
	wound         bool        // a tick is on its way
	looking       atomic.Bool // the neighbours of the screen are being laid out
	first         tea.Cmd     // brings what the first screen shows
	pace          *pace       // of the screen; nil where nothing draws by a clock
	way           way         // of keys, given by what runs in the background
	keyboard      *keyboard   // nil where Bubble Tea reads the keys by itself
	comfort       comfort
	comfortKept   comfort // as it is on disk
}

// newApp builds the model.
func newApp(ctx context.Context, cfg Config) (*App, error) {
	all, err := bindings()
	if err != nil {
		return nil, err
	}
	if err := rebind(all, cfg.Keys); err != nil {
		return nil, err
	}
	keys, err := newKeymap(all)
	if err != nil {
		return nil, err
	}
	a := &App{cfg: cfg, ctx: ctx, bindings: all, keys: keys, handlers: handlers(), dark: cfg.Theme != theme.Light, profile: colorprofile.TrueColor}
	a.way.sleep = time.Sleep
	a.mouse = cfg.Mouse
	a.keptTexts = keptTexts
	a.comfort.Slots = defaultSlots()
	a.comfortKept = a.comfort
	a.shelf = newShelf()
	a.dress()
	switch {
	case cfg.Incoming != nil:
		a.doc = newDocument(hold(cfg.Incoming.Briefing, a.today()), TextOf(cfg.Incoming.Revision), a.theme, a.cfg.Now, &a.comfort)
		a.doc.partial = true
		a.doc.reload(nil)
		a.first = tea.Batch(a.readComfort, afterFrame(a.storeIncoming()))
	case cfg.Open != "":
		a.first = tea.Sequence(a.readComfort, begun(a.bring(cfg.Open)))
		a.awaitOpening(cfg.Open)
	default:
		a.first = tea.Sequence(a.readComfort, begun(a.list()))
	}
	return a, nil
}

// Init asks for what the first screen needs, and for nothing else.
func (a *App) Init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, a.first, a.watch(), a.listen())
}

// Update routes messages; actions do the work.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	a.pace.quicken()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return a, a.resized(msg.Width, msg.Height)
	case tea.KeyPressMsg:
		a.way.ask(time.Now())
		return a, a.key(msg)
	case tea.MouseMsg:
		return a, a.pointed(msg)
	case tea.PasteMsg:
		return a, a.paste(msg)
	case tea.BackgroundColorMsg:
		if a.cfg.Theme == "" {
			a.dark = msg.IsDark()
			a.dress()
		}
	case tea.ColorProfileMsg:
		a.profile = msg.Profile
		a.dress()
	case answer:
		return a, tea.Batch(msg.arrive(a), a.catchUp())
	}
	return a, nil
}

// resized fits what shows into the terminal.
func (a *App) resized(width, height int) tea.Cmd {
	a.width, a.height = width, height
	if a.doc == nil {
		return a.lookAhead() // there may be room for a preview now
	}
	if a.doc.focus != textPane {
		a.place(a.doc.focus, a.doc.focus)
	}
	a.fitDocument()
	a.doc.reckon()
	return nil
}

// key gives a key press to whoever has the keyboard.
func (a *App) key(msg tea.KeyPressMsg) tea.Cmd {
	switch act := a.keys[msg.String()]; {
	case act == "quit":
		return a.quit()
	case act == "suspend":
		return a.suspend()
	case a.ahead != nil && act == "clear":
		return a.stopWaiting()
	case a.ahead != nil:
		a.ahead.typed = append(a.ahead.typed, msg)
		return nil
	case a.form != nil:
		return a.formKey(msg)
	case a.panel != nil:
		return a.panelKey(msg)
	case a.beside != nil:
		return a.besideKey(a.keys[msg.String()])
	case a.pending != nil:
		return a.letter(msg)
	case a.doc == nil && a.onShelf().typed().on:
		filterKey(a.onShelf(), msg)
		return a.lookAhead()
	case a.doc != nil && a.doc.query.on:
		return a.searchKey(msg)
	case a.doc != nil && a.doc.filteredPane() != nil:
		return a.paneFilterKey(a.doc.filteredPane(), msg)
	}
	return a.do(a.keys[msg.String()])
}

// paste gives a text that came at once to what is being typed; where nothing is,
// it is no key.
func (a *App) paste(msg tea.PasteMsg) tea.Cmd {
	switch {
	case a.ahead != nil:
		a.ahead.typed = append(a.ahead.typed, msg)
	case a.form != nil:
		return a.form.paste(msg)
	case a.panel != nil:
		a.panel.pasted(msg, a.theme)
	case a.doc == nil && a.onShelf().typed().on:
		if a.onShelf().typed().paste(msg) {
			a.onShelf().refilter()
		}
		return a.lookAhead()
	case a.doc != nil && a.doc.query.on && a.doc.query.paste(msg):
		return a.find()
	case a.doc != nil && a.doc.filteredPane() != nil && a.doc.filteredPane().query.paste(msg):
		a.doc.filteredPane().refilter()
	}
	return nil
}

// dress chooses the theme that fits the terminal.
func (a *App) dress() {
	name := theme.Light
	if a.dark {
		name = theme.Dark
	}
	switch {
	case a.cfg.NoColor || a.profile <= colorprofile.ASCII:
		name = theme.Plain
	case a.profile == colorprofile.ANSI:
		name = theme.Sixteen
	}
	if a.theme == nil || a.theme.Name != name {
		a.theme = theme.New(name, a.cfg.ASCII)
		if a.doc != nil {
			a.doc.dress(a.theme)
		}
		if a.board != nil {
			a.board.dress(a.theme, a.today())
		}
		if a.beside != nil {
			a.beside.left.page.SetTheme(a.theme)
			a.beside.right.page.SetTheme(a.theme)
		}
	}
}

func (a *App) say(text string) {
	if text != "" {
		a.status.say(a.cfg.Now(), text, false)
	}
}

// busy says what is being done, at once: a disk may take its time.
func (a *App) busy(what string) {
	a.status.text, a.status.bad, a.status.busy = what+a.theme.Glyphs.Ellipsis, false, true
}

// warn says what went wrong.
func (a *App) warn(text string) { a.status.say(a.cfg.Now(), text, true) }

func (a *App) today() string { return a.cfg.Now().Format(time.DateOnly) }
