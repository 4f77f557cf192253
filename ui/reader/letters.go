package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// onLetter is what waits for one letter.
type onLetter func(a *App, letter string) tea.Cmd

// await asks for one letter and gives it to what waits for it.
func (a *App) await(ask string, then onLetter) tea.Cmd {
	a.pending = then
	a.status.text = ask
	return nil
}

// awaitOf asks for one of some letters, until it is one of them: were the question
// gone after a wrong one, the next letters would be keys.
func (a *App) awaitOf(letters, ask string, then onLetter) tea.Cmd {
	return a.await(ask, func(a *App, letter string) tea.Cmd {
		if strings.Contains(letters, strings.ToUpper(letter)) {
			return then(a, strings.ToUpper(letter))
		}
		a.awaitOf(letters, ask, then)
		a.status.text, a.status.bad = "not “"+letter+"”: "+ask+"; Esc leaves", true
		return nil
	})
}

// letter takes the letter that was waited for; any other key calls it off.
func (a *App) letter(msg tea.KeyPressMsg) tea.Cmd {
	then := a.pending
	a.pending = nil
	a.status.clear()
	if msg.Text == "" {
		return nil
	}
	return then(a, msg.Text)
}

func (a *App) setMark(letter string) tea.Cmd {
	if everywhereMark(letter) {
		return a.bookmark(letter)
	}
	a.doc.marks[letter] = a.doc.place
	a.say("marked as " + letter)
	return a.wind()
}

func (a *App) jumpToMark(letter string) tea.Cmd {
	if everywhereMark(letter) {
		return a.toBookmark(letter)
	}
	if a.doc == nil {
		a.say("marks of small letters are of one briefing; those of capitals lead to any")
		return nil
	}
	place, ok := a.doc.marks[letter]
	if !ok {
		a.say(noMark(letter))
		return nil
	}
	a.doc.depart()
	a.doc.moveTo(place)
	return a.wind()
}
