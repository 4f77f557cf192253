package reader

import (
	"cmp"
	"strings"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// step is one thing to ask: a text, or one of several choices.
type step struct {
	label   string
	preset  string
	choices []string                   // nil for a text; the first is taken by Enter alone
	said    func(choice string) string // what a choice is called; nil for as it is
	words   []string                   // of a text, what Tab completes
	takes   string                     // what may be said, "" for anything
	// whole says that the preset is one value: the first letter typed takes its place.
	whole bool
	// check says why a value cannot be taken; nil takes any. The step stays until it
	// can.
	check func(value string) error
}

// form asks one thing after another at the bottom of the screen. Letters are
// letters in it.
type form struct {
	title string
	quote string // the passage or record that it is about, shown above
	steps []step
	at    int
	done  func(values []string) tea.Cmd
	left  func() tea.Cmd // what comes when it is left, nil for nothing
	enter string         // what Enter does in the last step, "" for saving
	// editor is set where the text can be written in the person's own editor.
	editor bool
	// draft is what is kept if the form is left or the program dies.
	draft  briefings.Draft
	kept   bool // the draft is in the library, or on its way there
	values []string
	chosen int
	// refused is why the value cannot be taken, until the next key.
	refused string
	input   textarea.Model
	marked  bool // what stands in the input goes when the next letter comes
}

// unset is how a choice of nothing is shown.
const unset = "none"

func newForm(title, quote string, draft briefings.Draft, done func([]string) tea.Cmd, steps ...step) *form {
	f := &form{title: title, quote: quote, steps: steps, done: done, draft: draft}
	f.input = newEditor()
	f.input.DynamicHeight = true
	f.input.MinHeight, f.input.MaxHeight = 1, formRows
	f.input.MaxContentHeight = 10000
	f.input.KeyMap.InsertNewline.SetKeys("alt+enter", "ctrl+j", "shift+enter")
	f.begin()
	return f
}

func (f *form) begin() {
	s := f.steps[f.at]
	f.chosen = 0
	for i, c := range s.choices {
		if c == s.preset {
			f.chosen = i
		}
	}
	f.input.Reset()
	f.input.SetValue(s.preset)
	f.input.Focus()
	f.marked = s.whole && s.preset != ""
}

// called is what the screen calls a choice.
func (s *step) called(choice string) string {
	if s.said != nil {
		choice = s.said(choice)
	}
	return cmp.Or(choice, unset)
}

func (f *form) choosing() bool { return f.steps[f.at].choices != nil }

// outcome says what became of a form after a key.
type outcome int

const (
	formGoesOn outcome = iota
	formDone
	formLeft
)

// key takes a key press.
func (f *form) key(msg tea.KeyPressMsg) (outcome, tea.Cmd) {
	f.refused = ""
	switch msg.String() {
	case "esc":
		return formLeft, nil
	case "enter":
		return f.next()
	case "tab":
		if len(f.steps[f.at].words) > 0 {
			f.complete()
			return formGoesOn, nil
		}
	}
	if f.choosing() {
		f.choose(msg.String())
		return formGoesOn, nil
	}
	return formGoesOn, f.write(msg)
}

// write gives a key or a paste to the text.
func (f *form) write(msg tea.Msg) (cmd tea.Cmd) {
	if f.marked && replaces(msg) {
		f.input.Reset()
	}
	f.marked = false
	f.input, cmd = f.input.Update(msg)
	return cmd
}

// paste takes a text that came at once.
func (f *form) paste(msg tea.PasteMsg) tea.Cmd {
	if f.choosing() {
		return nil
	}
	return f.write(msg)
}

// choose moves among the choices: to their ends by arrows and letters, for many
// are a scale; around by Tab and Space.
func (f *form) choose(key string) {
	n := len(f.steps[f.at].choices)
	switch key {
	case "right", "down", "l", "j":
		f.chosen = min(f.chosen+1, n-1)
	case "left", "up", "h", "k":
		f.chosen = max(f.chosen-1, 0)
	case "tab", "space":
		f.chosen = (f.chosen + 1) % n
	case "shift+tab":
		f.chosen = (f.chosen + n - 1) % n
	default:
		f.chooseBy(key)
	}
}

// chooseBy takes the next choice that begins with a letter: "y" is yes.
func (f *form) chooseBy(letter string) {
	choices := f.steps[f.at].choices
	for i := range choices {
		if at := (f.chosen + 1 + i) % len(choices); strings.HasPrefix(strings.ToLower(f.steps[f.at].called(choices[at])), letter) {
			f.chosen = at
			return
		}
	}
}

// next takes the answer and goes on; after the last one the form is done. An
// answer that cannot be taken stays to be mended: were the form gone, the next
// letters would be keys.
func (f *form) next() (outcome, tea.Cmd) {
	if check := f.steps[f.at].check; check != nil {
		if err := check(f.value()); err != nil {
			f.refused = err.Error()
			return formGoesOn, nil
		}
	}
	f.values = append(f.values, f.value())
	if f.at++; f.at < len(f.steps) {
		f.begin()
		return formGoesOn, nil
	}
	return formDone, f.done(f.values)
}

func (f *form) value() string {
	if f.choosing() {
		return f.steps[f.at].choices[f.chosen]
	}
	return strings.TrimSpace(f.input.Value())
}

// complete goes on with the last word of the text as far as the words that it
// may be agree.
func (f *form) complete() {
	text := f.input.Value()
	at := strings.LastIndex(text, ",") + 1
	begun := strings.TrimLeft(text[at:], " ")
	var common string
	for _, w := range f.steps[f.at].words {
		switch {
		case !strings.HasPrefix(briefings.Fold(w), briefings.Fold(begun)):
		case common == "":
			common = w
		default:
			common = sharedStart(common, w)
		}
	}
	if len(common) > len(begun) {
		f.input.SetValue(strings.TrimSuffix(text, begun) + common)
	}
}

// text is what was written so far, for the draft.
func (f *form) text() string {
	if len(f.values) > 0 {
		return f.values[0]
	}
	if f.choosing() {
		return ""
	}
	return f.input.Value()
}

// untouched says whether all that stands there is what the form itself began with: that
// is nothing to go on with later.
func (f *form) untouched() bool { return f.draft.Text == "" && f.text() == f.steps[0].preset }

// leave is what comes when the form is left.
func (f *form) leave() tea.Cmd {
	if f.left == nil {
		return nil
	}
	return f.left()
}
