package reader

import (
	"encoding/json"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// A mark of a capital letter holds in the whole library, as in editors; one of any
// other letter in its briefing.

// marksSetting is the name of the setting that keeps the capitals.
const marksSetting = "reader.marks"

// bookmark is where a capital leads.
type bookmark struct {
	Briefing string `json:"briefing"`       // id
	Place    int    `json:"place"`          // code point
	Text     int    `json:"text,omitempty"` // of which revision; 0 where it is not known
}

func everywhereMark(letter string) bool { return letter != strings.ToLower(letter) }

// bookmarks reads the marks that hold in the whole library.
func (a *App) bookmarks() (marks map[string]bookmark, err error) {
	kept, err := a.cfg.Library.Setting(a.ctx, marksSetting)
	if err != nil || kept == "" || json.Unmarshal([]byte(kept), &marks) != nil {
		return map[string]bookmark{}, err
	}
	return marks, nil
}

// bookmark keeps the place in a briefing under a capital.
func (a *App) bookmark(letter string) tea.Cmd {
	if !a.inLibrary() {
		return nil
	}
	a.busy("saving")
	at := bookmark{a.doc.briefing.ID, a.doc.place, a.doc.briefing.Revision}
	return func() tea.Msg {
		marks, err := a.bookmarks()
		if err == nil {
			marks[letter] = at
			var data []byte
			if data, err = json.Marshal(marks); err == nil {
				err = a.cfg.Library.SetSetting(a.ctx, marksSetting, string(data))
			}
		}
		if err != nil {
			return failed("not marked", err)
		}
		return told{fmt.Sprintf("marked as %s, in the whole library", letter), false}
	}
}

// toBookmark goes where a capital leads, in whatever briefing that is.
func (a *App) toBookmark(letter string) tea.Cmd {
	return func() tea.Msg {
		marks, err := a.bookmarks()
		if err != nil {
			return failed("could not read the marks", err)
		}
		to, ok := marks[letter]
		if !ok {
			return told{noMark(letter), false}
		}
		place := a.placeNow(to)
		return then(func(a *App) tea.Cmd { return a.toSpot(spot{to.Briefing, stand{place: place}}) })
	}
}

// placeNow is where in the current text a bookmark leads.
func (a *App) placeNow(to bookmark) int {
	meta, err := a.cfg.Library.Meta(a.ctx, to.Briefing)
	if err != nil {
		return to.Place
	}
	old := a.earlier(to.Briefing, to.Text, meta.Revision)
	if old == nil {
		return to.Place
	}
	now, err := a.cfg.Library.Text(a.ctx, to.Briefing)
	if err != nil {
		return to.Place
	}
	return carry(old, now, to.Place)
}

func noMark(letter string) string {
	return "no mark " + letter + "; m " + letter + " sets it in a text"
}
