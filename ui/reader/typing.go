package reader

import (
	"strings"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"dossier/briefings/clean"
	"dossier/ui/theme"
)

// typing is a line that the keyboard writes while it is on: a query or a
// filter. Its keys are those of a form.
type typing struct {
	text   string
	on     bool
	marked bool            // the text goes when the next letter comes, and stays if the cursor moves
	editor *textarea.Model // nil until a key is pressed
}

// again gives the keyboard back to a line; what stands in it is marked.
func (t *typing) again() { t.on, t.marked = true, t.text != "" }

// newEditor is what writes text, in forms and in lines alike.
func newEditor() textarea.Model {
	e := textarea.New()
	e.Prompt = ""
	e.ShowLineNumbers = false
	e.CharLimit = 0
	e.SetVirtualCursor(false)
	e.SetStyles(bareStyles())
	e.Focus()
	return e
}

// bareStyles leaves all colours to the terminal.
func bareStyles() textarea.Styles {
	var s textarea.Styles
	plain := textarea.StyleState{Base: lipgloss.NewStyle()}
	s.Focused, s.Blurred = plain, plain
	return s
}

// edited is the editor of the line, with the text as it is now.
func (t *typing) edited() *textarea.Model {
	if t.editor == nil {
		e := newEditor()
		e.KeyMap.InsertNewline.SetEnabled(false)
		t.editor = &e
	}
	if t.editor.Value() != t.text {
		t.editor.SetValue(t.text)
	}
	return t.editor
}

// key takes a key press and says whether the text changed.
func (t *typing) key(msg tea.KeyPressMsg) bool { return t.take(msg) }

// paste takes a text that came at once, as one line.
func (t *typing) paste(msg tea.PasteMsg) bool {
	return t.take(tea.PasteMsg{Content: strings.Join(strings.Fields(msg.Content), " ")})
}

func (t *typing) take(msg tea.Msg) bool {
	before := t.text
	if t.marked && replaces(msg) {
		t.text = ""
	}
	t.marked = false
	e := t.edited()
	*e, _ = e.Update(msg)
	t.text = e.Value()
	return t.text != before
}

// replaces says whether a key or a paste puts something in the place of what is marked,
// as it does in forms everywhere.
func replaces(msg tea.Msg) bool {
	key, is := msg.(tea.KeyPressMsg)
	return !is || key.Text != "" || key.Code == tea.KeyBackspace || key.Code == tea.KeyDelete
}

// at is before which letter of the text the cursor is.
func (t *typing) at() int {
	letters := len([]rune(t.text))
	if t.editor == nil || t.editor.Value() != t.text {
		return letters
	}
	return min(t.editor.Column(), letters)
}

// under is the style of the letter that the cursor is on.
const under = theme.Style("7")

// draw writes the line with its cursor.
func (t *typing) draw(th *theme.Theme, row *theme.Row, style theme.Style) {
	letters, at := []rune(t.text), t.at()
	if t.marked {
		row.Add(style.On(under), clean.Of(t.text))
		return
	}
	row.Add(style, clean.Of(string(letters[:at])))
	if at == len(letters) {
		row.Add(th.Accent, clean.Of(th.Glyphs.Cursor))
		return
	}
	row.Add(style.On(under), clean.Of(string(letters[at])))
	row.Add(style, clean.Of(string(letters[at+1:])))
}

// filterable is a list that is filtered as one types.
type filterable interface {
	move(by int) bool
	moveTo(i int) bool
	rowAt(row int) int
	page() int
	typed() *typing
	refilter()
}

// filterKey gives a key to a list that is being filtered.
func filterKey(f filterable, msg tea.KeyPressMsg) {
	t := f.typed()
	switch msg.String() {
	case "enter":
		t.on, t.marked = false, false
	case "esc":
		*t = typing{}
		f.refilter()
	case "down", "tab":
		f.move(1)
	case "up", "shift+tab":
		f.move(-1)
	default:
		if t.key(msg) {
			f.refilter()
		}
	}
}
