package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"
)

// importPath takes a file or a folder in, and opens what came of it.
func (a *App) importPath(path string) tea.Cmd {
	if a.cfg.Import == nil {
		return nil
	}
	return a.begin("taking in", func(ctx context.Context, p Progress) tea.Msg {
		id, say, err := a.cfg.Import(ctx, path, p)
		switch {
		case err != nil:
			return a.again(importCommand+path, "not taken in", err)
		case id == "":
			return told{say, false}
		}
		return stored{id, say}
	})
}

// exportAll writes the notes of all briefings into a folder.
func (a *App) exportAll(folder string) tea.Cmd {
	if a.cfg.ExportAll == nil {
		return nil
	}
	return a.begin("exporting", func(ctx context.Context, p Progress) tea.Msg {
		say, err := a.cfg.ExportAll(ctx, FromHome(folder), p)
		if err != nil {
			return a.again("export-all "+folder, "not exported", err)
		}
		return told{say, false}
	})
}
