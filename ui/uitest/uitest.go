// Package uitest drives a Bubble Tea program as a person does: look at the
// screen, press keys, look again. It runs the program's real Update, View and
// commands, without a terminal and without sleeping where nothing is awaited.
package uitest

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
)

// Person sits before one program. Every method returns the person, so that a
// session reads as one sentence.
type Person struct {
	t             testing.TB
	model         tea.Model
	width, height int
	results       chan tea.Msg
	awaited       int // commands that run and are not known to be slow
	slow          int // commands that outlived a settling: watches and clocks
	quit          bool
}

// patience is how long a key press waits for what it set off before it takes
// it for something that runs on in the background; limit is how long See waits
// for what it wants to see.
const (
	patience = 25 * time.Millisecond
	limit    = 20 * time.Second
)

// Sit starts a program at a terminal of a size.
func Sit(t testing.TB, model tea.Model, width, height int) *Person {
	t.Helper()
	p := &Person{t: t, model: model, results: make(chan tea.Msg, 1024)}
	p.run(model.Init())
	p.Send(tea.ColorProfileMsg{Profile: colorprofile.TrueColor})
	return p.Size(width, height)
}

// Size makes the terminal so many columns and rows.
func (p *Person) Size(width, height int) *Person {
	p.t.Helper()
	p.width, p.height = width, height
	return p.Send(tea.WindowSizeMsg{Width: width, Height: height})
}

// Press presses keys by name, one after the other: "j", "enter", "ctrl+o".
func (p *Person) Press(keys ...string) *Person {
	p.t.Helper()
	for _, key := range keys {
		p.Send(keyPress(key))
	}
	return p
}

// Type writes a text, letter by letter.
func (p *Person) Type(text string) *Person {
	p.t.Helper()
	for _, r := range text {
		p.Send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return p
}

// Paste brings a text in at once, as a terminal with bracketed paste does.
func (p *Person) Paste(text string) *Person {
	p.t.Helper()
	return p.Send(tea.PasteMsg{Content: text})
}

// Send gives the program a message and waits until it has settled.
func (p *Person) Send(msg tea.Msg) *Person {
	p.t.Helper()
	p.update(msg)
	p.settle()
	return p
}

// See waits until the screen holds each of the words.
func (p *Person) See(words ...string) *Person {
	p.t.Helper()
	for _, w := range words {
		p.await(fmt.Sprintf("show %q", w), func() bool { return strings.Contains(p.Screen(), w) })
	}
	return p
}

// Miss waits until the screen holds none of the words: on a busy machine a frame may
// still show what a key has sent away.
func (p *Person) Miss(words ...string) *Person {
	p.t.Helper()
	for _, w := range words {
		p.await(fmt.Sprintf("not show %q", w), func() bool { return !strings.Contains(p.Screen(), w) })
	}
	return p
}

// Until waits until something has come that the screen may not tell.
func (p *Person) Until(what string, is func() bool) *Person {
	p.t.Helper()
	return p.await("be where "+what, is)
}

// await takes messages until the screen is as it should be. A session that does
// not come to that goes no further: what comes after would wait in vain too.
func (p *Person) await(should string, is func() bool) *Person {
	p.t.Helper()
	deadline := time.After(limit)
	for !is() {
		select {
		case msg := <-p.results:
			p.take(msg)
		case <-deadline:
			p.t.Fatalf("the screen should %s, but is:\n%s", should, p.Screen())
		}
	}
	return p
}

// Golden compares the screen with the test's file in testdata (-update writes
// it) and checks that every row has the terminal's width.
func (p *Person) Golden() *Person {
	p.t.Helper()
	p.Fits()
	golden.RequireEqual(p.t, p.Screen()+"\n")
	return p
}

// Fits checks that the frame has exactly the terminal's rows, each of exactly
// its width.
func (p *Person) Fits() *Person {
	p.t.Helper()
	rows := strings.Split(p.model.View().Content, "\n")
	if len(rows) != p.height {
		p.t.Errorf("the frame has %d rows at %d×%d", len(rows), p.width, p.height)
	}
	for i, row := range rows {
		if width := ansi.StringWidth(row); width != p.width {
			p.t.Errorf("row %d has %d cells at %d×%d: %q", i, width, p.width, p.height, ansi.Strip(row))
		}
	}
	return p
}

// Screen returns the frame as plain text, without the blanks at the ends of
// rows.
func (p *Person) Screen() string {
	rows := strings.Split(ansi.Strip(p.model.View().Content), "\n")
	for i, row := range rows {
		rows[i] = strings.TrimRight(row, " ")
	}
	return strings.Join(rows, "\n")
}

// Frame returns the frame with its styles.
func (p *Person) Frame() string { return p.model.View().Content }

// Left says whether the program has ended.
func (p *Person) Left() bool { return p.quit }

func (p *Person) update(msg tea.Msg) {
	var cmd tea.Cmd
	p.model, cmd = p.model.Update(msg)
	p.run(cmd)
}

// run starts a command; its message comes back through results.
func (p *Person) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	p.awaited++
	go func() { p.results <- cmd() }()
}

// settle takes messages until no command is awaited. Commands that outlive the
// patience are not waited for again.
func (p *Person) settle() {
	for p.awaited > 0 {
		select {
		case msg := <-p.results:
			p.take(msg)
		case <-time.After(patience):
			p.slow += p.awaited
			p.awaited = 0
		}
	}
}

func (p *Person) take(msg tea.Msg) {
	if p.awaited > 0 {
		p.awaited--
	} else {
		p.slow--
	}
	switch msg := msg.(type) {
	case nil:
	case tea.BatchMsg:
		for _, cmd := range msg {
			p.run(cmd)
		}
	case tea.QuitMsg:
		p.quit = true
	default:
		if cmds, ok := sequence(msg); ok {
			p.inOrder(cmds)
			return
		}
		p.update(msg)
	}
}

// sequence recognises what tea.Sequence makes, a type of its own that Bubble
// Tea keeps to itself.
func sequence(msg tea.Msg) ([]tea.Cmd, bool) {
	v := reflect.ValueOf(msg)
	if v.Kind() != reflect.Slice || v.Type().Elem() != reflect.TypeFor[tea.Cmd]() {
		return nil, false
	}
	return v.Convert(reflect.TypeFor[[]tea.Cmd]()).Interface().([]tea.Cmd), true
}

// inOrder carries commands out one after the other, while the person goes on.
func (p *Person) inOrder(cmds []tea.Cmd) {
	cmds = slices.DeleteFunc(slices.Clone(cmds), func(cmd tea.Cmd) bool { return cmd == nil })
	p.awaited += len(cmds)
	go func() {
		for _, cmd := range cmds {
			p.results <- cmd()
		}
	}()
}

func keyPress(name string) tea.KeyPressMsg {
	var mod tea.KeyMod
	for _, m := range []struct {
		prefix string
		mod    tea.KeyMod
	}{{"ctrl+", tea.ModCtrl}, {"alt+", tea.ModAlt}, {"shift+", tea.ModShift}} {
		if rest, ok := strings.CutPrefix(name, m.prefix); ok {
			name, mod = rest, mod|m.mod
		}
	}
	if code, ok := specialKeys[name]; ok {
		msg := tea.KeyPressMsg{Code: code, Mod: mod}
		if code == tea.KeySpace && mod == 0 {
			msg.Text = " " // as terminals send it
		}
		return msg
	}
	r := []rune(name)[0]
	msg := tea.KeyPressMsg{Code: r, Mod: mod}
	if mod&(tea.ModCtrl|tea.ModAlt) == 0 {
		msg.Text = name
	}
	return msg
}

var specialKeys = map[string]rune{
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "backspace": tea.KeyBackspace,
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd, "space": tea.KeySpace,
}
