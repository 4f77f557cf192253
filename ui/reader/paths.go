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
// names in its folder agree; where they do not, it says which there are.
func (a *App) completePath(typed string) tea.Cmd {
	path, takes := strings.CutPrefix(typed, importCommand)
	if !takes {
		return nil
	}
	p := a.panel
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
	folder, begun := filepath.Split(path)
	if len(common) == len(begun) {
		a.say(strings.Join(names, "  "))
		return nil
	}
	a.status.clear()
	p.query.text = importCommand + folder + common
	p.show(a.theme)
	return nil
}
