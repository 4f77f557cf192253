package reader

import (
	"context"
	"strconv"

	tea "charm.land/bubbletea/v2"
)

// revertCommand brings an earlier text of the open briefing back.
const revertCommand = "revert "

// earlierTexts are the numbers of the revisions before the current one, the last
// first.
func (a *App) earlierTexts() (numbers []string) {
	if a.doc == nil {
		return nil
	}
	for n := a.doc.briefing.Revision - 1; n > 0; n-- {
		numbers = append(numbers, strconv.Itoa(n))
	}
	return numbers
}

// bringBack makes an earlier text the current one again, and opens it.
func (a *App) bringBack(revision string) tea.Cmd {
	number, err := strconv.Atoi(revision)
	if err != nil || a.cfg.Revert == nil || !a.inLibrary() {
		return nil
	}
	id := a.doc.briefing.ID
	return a.begin("bringing revision "+revision+" back", func(ctx context.Context, _ Progress) tea.Msg {
		say, err := a.cfg.Revert(ctx, id, number)
		if err != nil {
			return failed("not brought back", err)
		}
		return stored{id, say}
	})
}
