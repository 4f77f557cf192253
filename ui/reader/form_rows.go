package reader

import (
	"cmp"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings/clean"
	"dossier/ui/theme"
)

// How a form is drawn, and which keys it says.

// formRows is how many rows of text a form shows at most.
const formRows = 4

// rows draws the form; the last row says which keys do what.
func (f *form) rows(t *theme.Theme, w int) []string {
	out := append([]string{rule(t, column{width: w})}, f.head(t, w)...)
	label := f.steps[f.at].label
	if f.choosing() {
		out = append(out, f.choiceRows(t, w, label)...)
	} else {
		out = append(out, f.inputRows(t, w, label)...)
	}
	if f.refused != "" {
		for _, l := range wrap("not taken: "+f.refused, w-2) {
			out = append(out, t.NewRow(w, "").Skip(1).Add(t.Held, clean.Of(l)).String())
		}
	}
	for _, l := range f.told(w - 2) {
		out = append(out, t.NewRow(w, "").Skip(1).Add(t.Dim, clean.Of(l)).String())
	}
	return append(out, t.NewRow(w, t.Bar).Skip(1).Add(t.Dim, clean.Of(f.hint(w-2))).String())
}

// head says what is asked: in one row of a text, with what it is about; a question that
// is answered by a choice is read whole.
func (f *form) head(t *theme.Theme, w int) (rows []string) {
	if f.choosing() && f.quote == "" {
		for _, l := range wrap(f.title, w-2) {
			rows = append(rows, t.NewRow(w, "").Skip(1).Add(t.Heading, clean.Of(l)).String())
		}
		return rows
	}
	row := t.NewRow(w, "").Skip(1).Add(t.Heading, clean.Of(f.title))
	if f.quote != "" {
		row.Skip(2).Add(t.Dim, clean.Of("“"+f.quote+"”"))
	}
	return []string{row.String()}
}

// told says what the step takes: in its own words, and by the words that Tab
// completes, as many as two rows hold.
func (f *form) told(w int) (rows []string) {
	s := f.steps[f.at]
	if s.takes != "" {
		rows = wrap(s.takes, w)
	}
	if len(s.words) > 0 {
		words := wrap("of "+strings.Join(s.words, ", "), w)
		if len(words) > 2 {
			words = append(words[:1], "and others that Tab completes")
		}
		rows = append(rows, words...)
	}
	return rows
}

// hint names the keys of the step, and what becomes of the text if it is left:
// as many as there is room for, the most needed ones first.
func (f *form) hint(w int) string {
	esc := "Esc leave"
	if f.draft.Purpose != "" {
		esc = "Esc keeps a draft"
	}
	if f.choosing() {
		return "← → choose   Enter take   " + esc
	}
	enter := "Enter " + cmp.Or(f.enter, "save")
	if f.at < len(f.steps)-1 {
		enter = "Enter go on"
	}
	hints := []string{enter}
	if len(f.steps[f.at].words) > 0 {
		hints = append(hints, "Tab complete")
	}
	if f.enter == "" && f.steps[f.at].takes == "" { // what takes something certain takes one line
		hints = append(hints, "Alt-Enter new line")
		if f.editor {
			hints = append(hints, keyLabel(editorKey)+" editor")
		}
	}
	return hintIn(append(hints, esc), w, 2)
}

// choiceRows shows all choices, in as many rows as they take: what cannot be seen
// is not chosen.
func (f *form) choiceRows(t *theme.Theme, w int, label string) (out []string) {
	row := t.NewRow(w, "").Skip(1).Add(t.Dim, clean.Of(label)).Skip(2)
	begins := w - row.Left()
	for i, choice := range f.steps[f.at].choices {
		called := f.steps[f.at].called(choice)
		style, word := t.Text, " "+called+" "
		if i == f.chosen {
			style, word = t.Bright.On(t.Selection), "["+called+"]"
		}
		if i > 0 && theme.Width(clean.Of(word)) > row.Left() {
			out = append(out, row.String())
			row = t.NewRow(w, "").Skip(begins)
		}
		row.Add(style, clean.Of(word)).Skip(1)
	}
	return append(out, row.String())
}

// labelRoom is the column in which a form's text begins.
func (f *form) labelRoom() int { return theme.Width(clean.Of(f.steps[f.at].label)) + 3 }

func (f *form) inputRows(t *theme.Theme, w int, label string) []string {
	room, style := f.labelRoom(), t.Text
	if f.marked {
		style = style.On(under)
	}
	f.input.SetWidth(max(w-room-1, 4))
	var out []string
	for i, line := range strings.Split(f.input.View(), "\n") {
		row := t.NewRow(w, "").Skip(1)
		if i == 0 {
			row.Add(t.Dim, clean.Of(label))
		}
		out = append(out, row.To(room).Add(style, clean.Of(strings.TrimRight(ansiStrip(line), " "))).String())
	}
	return out
}

// cursor returns where the terminal's cursor belongs, relative to the form's
// first row; nil while choosing.
func (f *form) cursor() *tea.Cursor {
	if f.choosing() {
		return nil
	}
	c := f.input.Cursor()
	if c == nil {
		return nil
	}
	c.X += f.labelRoom()
	c.Y += 2
	return c
}
