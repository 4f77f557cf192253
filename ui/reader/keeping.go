package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// Keeping is what the reader can do with the library as a whole: each says in a
// sentence what came of it.
type Keeping struct {
	Backup func(ctx context.Context, path string, p Progress) (say string, err error)
	Check  func(context.Context) (say string, err error)
	// Removal says what would go with a briefing; Remove deletes it for good.
	Removal func(ctx context.Context, id string) (say string, err error)
	Remove  func(ctx context.Context, id string) (say string, err error)
}

// backup copies the library into a file.
func (a *App) backup(path string) tea.Cmd {
	if a.cfg.Backup == nil {
		return nil
	}
	return a.begin("copying the library", func(ctx context.Context, p Progress) tea.Msg {
		say, err := a.cfg.Backup(ctx, FromHome(path), p)
		if err != nil {
			return a.again("backup "+path, "not copied", err)
		}
		return told{say, false}
	})
}

// check proves the library whole.
func (a *App) check() tea.Cmd {
	if a.cfg.Check == nil {
		return nil
	}
	return a.begin("checking the library", func(ctx context.Context, _ Progress) tea.Msg {
		say, err := a.cfg.Check(ctx)
		if err != nil {
			return failed("the library is not whole", err)
		}
		return told{say, false}
	})
}

// restore only says how: it takes the library away from under the reader.
func (a *App) restore() tea.Cmd {
	a.say("leave the reader for that: \"dossier restore FILE\" puts a backup in the library's place")
	return nil
}

// remove deletes the briefing that is open, in the list the one under the cursor,
// after a yes that knows what goes with it.
func (a *App) remove() tea.Cmd {
	id := ""
	if a.doc != nil {
		id = a.doc.briefing.ID
	} else if s := a.shelf.current(); s != nil && a.board == nil {
		id = s.ID
	}
	if a.cfg.Remove == nil || id == "" {
		a.say("go to the briefing in the list first")
		return nil
	}
	return func() tea.Msg {
		what, err := a.cfg.Removal(a.ctx, id)
		if err != nil {
			return failed("could not read the briefing", err)
		}
		return then(func(a *App) tea.Cmd { return a.askRemoval(id, what) })
	}
}

func (a *App) askRemoval(id, what string) tea.Cmd {
	a.form = newForm("Delete for good? "+what, "", briefings.Draft{}, func(v []string) tea.Cmd {
		if v[0] != "yes" {
			a.say("not deleted")
			return nil
		}
		return func() tea.Msg {
			say, err := a.cfg.Remove(a.ctx, id)
			if err != nil {
				return failed("not deleted", err)
			}
			return then(func(a *App) tea.Cmd { return a.removed(id, say) })
		}
	}, step{label: "delete", choices: []string{"no", "yes"}})
	a.form.enter = "answer"
	return nil
}

// removed shows the list without what was deleted.
func (a *App) removed(id, say string) tea.Cmd {
	if a.doc != nil && a.doc.briefing.ID == id {
		a.doc = nil
	}
	if a.shelf.acted == id {
		a.shelf.acted = "" // which cannot be taken back
	}
	a.say(say)
	a.hear([]string{id})
	return a.list()
}
