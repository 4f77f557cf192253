package reader

import (
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// importCommand is how the palette's command for documents begins.
const importCommand = "import "

// completePath goes on with the path that is typed behind a command, as far as the
// names in its folder agree; where they do not, it offers those that there are.
func (a *App) completePath(typed string) tea.Cmd {
	command, path, spaced := strings.Cut(typed, " ")
	p := a.panel
	if arg := arguments()[action(command)]; !spaced || !arg.path || p.offered != nil {
		return nil
	}
	path = strings.TrimLeft(path, " ")
	return func() tea.Msg {
		names, err := namesLike(path)
		if err != nil {
			return failed("nothing to complete", err)
		}
		return then(func(a *App) tea.Cmd { return a.completedPath(p, typed, path, names) })
	}
}

// namesLike are the names in the folder of a path that begin as it ends, those of
// folders with a separator behind them.
func namesLike(path string) (names []string, err error) {
	folder, begun := filepath.Split(path)
	entries, err := os.ReadDir(filepath.Clean(FromHome(folder)))
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, begun) || begun == "" && name[0] == '.' {
			continue
		}
		if e.IsDir() {
			name += string(filepath.Separator)
		}
		names = append(names, name)
	}
	return names, err
}

// FromHome reads a leading ~ as a shell does.
func FromHome(path string) string {
	rest, ok := strings.CutPrefix(path, "~"+string(filepath.Separator))
	if home, err := os.UserHomeDir(); ok && err == nil {
		return filepath.Join(home, rest)
	}
	return path
}

// completedPath puts what the names have in common behind the command, unless
// something else is typed by now.
func (a *App) completedPath(p *panel, typed, path string, names []string) tea.Cmd {
	if a.panel != p || p.query.text != typed {
		return nil
	}
	if len(names) == 0 {
		a.say("no file or folder begins so")
		return nil
	}
	common := names[0]
	for _, name := range names {
		common = sharedStart(common, name)
	}
	a.status.clear()
	command, _, _ := strings.Cut(typed, " ")
	folder, begun := filepath.Split(path)
	if len(common) == len(begun) {
		a.offerPaths(p, command, folder, names)
		return nil
	}
	p.query.text = command + " " + folder + common
	p.show(a.theme)
	return nil
}

// offerPaths lists names to choose from below what is typed: Enter takes a file,
// and goes on within a folder.
func (a *App) offerPaths(p *panel, command, folder string, names []string) {
	arg := arguments()[action(command)]
	for _, name := range names {
		path := folder + name
		l := line{text: name, complete: command + " " + path, run: func() tea.Cmd { return a.withArgument(action(command), arg, path) }}
		if strings.HasSuffix(name, string(filepath.Separator)) {
			l.right = "folder: Enter looks into it"
			l.run = func() tea.Cmd { return tea.Batch(a.askArgument(l.complete), a.completePath(l.complete)) }
		}
		p.offered = append(p.offered, l)
	}
	p.show(a.theme)
}

// again opens the palette with a command that failed in it, to be mended, and says
// why it did.
func (a *App) again(command, what string, err error) tea.Msg {
	said := failed(what, err)
	if said == nil {
		return nil
	}
	return then(func(a *App) tea.Cmd {
		if a.panel == nil && a.form == nil {
			a.askArgument(command)
		}
		return said.(told).arrive(a)
	})
}
