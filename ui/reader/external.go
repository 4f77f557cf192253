package reader

import (
	"os"
	"os/exec"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// editorKey hands what is being written to the person's own editor.
const editorKey = "ctrl+g"

// edited tells that the person's editor has ended.
type edited struct {
	of   *form
	path string
	err  error
}

// inEditor hands the text of the form to the person's own editor, which has the
// terminal meanwhile. The text is kept as a draft first.
func (a *App) inEditor() tea.Cmd {
	f, text := a.form, a.form.input.Value()
	return tea.Sequence(a.keep(), func() tea.Msg {
		path, err := editable(text)
		if err != nil {
			return failed("the editor has nothing to open", err)
		}
		return then(func(a *App) tea.Cmd { return a.runEditor(f, path) })
	})
}

func (a *App) runEditor(f *form, path string) tea.Cmd {
	editor := a.cfg.Editor
	c := exec.CommandContext(a.ctx, editor[0], append(editor[1:len(editor):len(editor)], path)...)
	if a.keyboard != nil {
		c.Stdin = a.keyboard.File // it needs a terminal, not what is made of its keys
	}
	return tea.ExecProcess(c, func(err error) tea.Msg { return edited{f, path, err} })
}

// editable is a file of the person's alone with the text in it.
func editable(text string) (path string, err error) {
	file, err := os.CreateTemp("", "dossier-*.md")
	if err != nil {
		return "", err
	}
	_, err = file.WriteString(text)
	if closed := file.Close(); err == nil {
		err = closed
	}
	return file.Name(), err
}

// arrive puts what the editor saved into the form; Enter saves it as if it had
// been typed. An editor that failed leaves the text as it was; why it failed is
// among the messages.
func (msg edited) arrive(a *App) tea.Cmd {
	defer os.Remove(msg.path)
	data, err := os.ReadFile(msg.path)
	if msg.err != nil {
		err = msg.err
	}
	switch {
	case a.form != msg.of:
	case err != nil:
		a.form.title += " (as it was: the editor failed)"
		a.warn("the editor " + a.cfg.Editor[0] + ": " + err.Error())
	default:
		a.form.input.SetValue(strings.TrimRight(string(data), "\n"))
	}
	return a.wind()
}
