package reader

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/ui/theme"
)

// footer is the bar at the bottom: a message if there is one, else the keys
// that matter here; at the right end where one is.
func (a *App) footer() string {
	t := a.theme
	row := t.NewRow(a.width, t.Bar).Skip(1)
	room, right := a.footerRoom(), a.footerRight()
	if a.saying() && len(a.said(room)) > 1 {
		room, right = a.width-2, "" // a long message takes the whole row
	}
	switch {
	case a.doc != nil && a.doc.query.on:
		a.typed(row, "/", &a.doc.query, a.doc.label())
	case a.doc == nil && a.onShelf().typed().on:
		a.typed(row, "filter ", a.onShelf().typed(), "Enter keep   Esc show all")
	case a.doc != nil && a.doc.filteredPane() != nil:
		a.typed(row, "filter ", &a.doc.filteredPane().query, "Enter keep   Esc show all")
	case a.running().shows(a.cfg.Now()):
		a.running().bar(t, row, a.cfg.Now())
	case a.saying():
		said := a.said(room)
		row.AddMax(a.saidIn(), clean.Of(said[len(said)-1]), room)
	case a.doc != nil && a.doc.query.text != "" && a.doc.focus == textPane && a.doc.selection == nil:
		row.Add(t.Text, clean.Of("/"+a.doc.query.text)).Skip(2).Add(t.Dim, clean.Of(a.doc.label()+"   n next   N previous   Esc clear"))
	case a.panel != nil: // where one is matters less than its keys
		hint := clean.Of(hintIn(strings.Split(a.panel.hint, "   "), a.width-2, 1))
		if row.Add(t.Dim, hint); theme.Width(hint) > room {
			right = ""
		}
	default:
		if a.doc != nil && a.doc.selection != nil {
			what := a.doc.selection.says()
			row.Add(t.Text, clean.Of(what)).Skip(hintGap)
			room -= len(what) + hintGap
		}
		a.hints(row, room)
	}
	return row.AddRight(t.Dim, clean.Of(right+" ")).String()
}

// saying says whether the footer shows a message: what is being typed and what
// runs come before it.
func (a *App) saying() bool {
	switch {
	case a.status.text == "", a.form != nil, a.running().shows(a.cfg.Now()):
		return false
	case a.doc == nil:
		return !a.onShelf().typed().on
	}
	return !a.doc.query.on && a.doc.filteredPane() == nil
}

// said is the message in rows of a width: what is to be done about something
// must not be cut off.
func (a *App) said(room int) []string {
	const kept = "\u2011" // a hyphen at which no row ends: "--force" is one word
	whole := strings.ReplaceAll(clean.Of(a.status.text).String(), "-", kept)
	rows := strings.Split(strings.ReplaceAll(ansi.Wrap(whole, max(room, 1), "/"), kept, "-"), "\n")
	return rows[:max(min(len(rows), a.height/2), 1)]
}

// saidIn is the style of the message.
func (a *App) saidIn() theme.Style {
	if a.status.bad {
		return a.theme.Held
	}
	return a.theme.Text
}

// saidAbove are the rows of a message that the footer has no room for; they lie
// over the panes until the next key.
func (a *App) saidAbove() (rows []string) {
	if !a.saying() {
		return nil
	}
	said := a.said(a.footerRoom())
	if len(said) > 1 {
		said = a.said(a.width - 2)
	}
	for _, l := range said[:len(said)-1] {
		rows = append(rows, a.theme.NewRow(a.width, a.theme.Bar).Skip(1).Add(a.saidIn(), clean.Of(l)).String())
	}
	return rows
}

// footerRoom is how many cells the footer has left of where one is.
func (a *App) footerRoom() int { return a.width - 1 - theme.Width(clean.Of(a.footerRight())) - 3 }

func (a *App) typed(row *theme.Row, what string, line *typing, label string) {
	row.Add(a.theme.Bright, clean.Of(what))
	line.draw(a.theme, row, a.theme.Bright)
	row.Skip(2).Add(a.theme.Dim, clean.Of(label))
}

// hints shows keys from the bindings as long as there is room; the key of the help
// has its room before the others.
func (a *App) hints(row *theme.Row, room int) {
	t := a.theme
	helpLabel, helpWord := a.hint("help")
	kept := hintWidth(helpLabel, helpWord)
	for _, act := range a.hintedActions() {
		label, word := a.hint(act)
		if act == "help" {
			kept = 0
		}
		width := hintWidth(label, word)
		if word == "" || width+kept > room {
			continue
		}
		room -= width
		row.Add(t.Accent, clean.Of(label)).Skip(1).Add(t.Dim, clean.Of(word)).Skip(hintGap)
	}
}

// hintGap parts the hints of the footer.
const hintGap = 3

func hintWidth(label, word string) int { return theme.Width(clean.Of(label)) + 1 + len(word) + hintGap }

// hintIn says in so many cells what keys do: the last of them, which leaves what they
// are of, and as many of the others as there is room for, from the first on. So many
// stay in any case.
func hintIn(keys []string, room, least int) string {
	for len(keys) > least && theme.Width(clean.Of(strings.Join(keys, "   "))) > room {
		keys = slices.Delete(keys, len(keys)-2, len(keys)-1)
	}
	return strings.Join(keys, "   ")
}

// hint is the key of an action and its word, "" for an action without either.
func (a *App) hint(act action) (label, word string) {
	b := a.binding(act)
	switch {
	case b == nil || len(b.Keys) == 0:
		return "", ""
	case act == "leave" && a.doc == nil && a.board == nil:
		return keyLabel(b.Keys[0]), "quit"
	case act == "reject" && a.doc != nil && a.doc.focused() != nil && a.doc.focused().kind == briefings.KindAnnotation:
		return keyLabel(b.Keys[0]), "delete"
	}
	return keyLabel(b.Keys[0]), b.Short
}

// hintedActions are the keys that matter where the keyboard is, most wanted
// first.
func (a *App) hintedActions() []action {
	switch {
	case a.doc == nil && a.board != nil && a.board.kind == briefings.KindQuestion:
		return []action{"go", "answer", "accept", "search", "help", "palette", "leave"}
	case a.doc == nil && a.board != nil:
		return []action{"go", "search", "help", "palette", "leave", "pane-questions", "pane-timeline"}
	case a.doc == nil:
		return []action{"go", "search", "pane-questions", "pane-timeline", "help", "palette", "leave", "sort"}
	case a.beside != nil:
		return []action{"next-hit", "leave", "help"}
	case a.doc.selection != nil:
		return []action{"note", "highlight", "raise", "help", "add", "link", "copy"}
	case a.doc.focus == textPane && a.doc.taken.record != nil:
		return []action{"attach", "next-adrift", "note", "help", "next-section", "search", "palette"}
	case a.doc.focused() != nil && a.doc.focused().nothing():
		return a.doc.focused().hintsEmpty()
	case a.doc.focused() != nil && a.doc.focused().hints != nil:
		return a.doc.focused().hints
	case a.doc.focus != textPane:
		return []action{"go", "filter", "next-pane", "note", "reject", "help", "add", "palette", "export"}
	}
	return []action{"help", "next-section", "next-pane", "search", "note", "raise", "add", "export", "palette", "page-down"}
}

func (a *App) binding(act action) *binding {
	for i := range a.bindings {
		if a.bindings[i].Action == act {
			return &a.bindings[i]
		}
	}
	return nil
}

// footerRight says where one is.
func (a *App) footerRight() string {
	if a.doc == nil && a.board != nil {
		return ""
	}
	if a.doc == nil {
		return a.shelfRight()
	}
	d := a.doc
	if n := len(d.briefing.Sections); n > 0 && a.width >= 60 {
		return d.view.sectionOf() + "   " + d.share()
	}
	return d.share()
}

// share says how far down the text the screen is, at its ends in a word: a number
// there was taken for how much was read.
func (d *document) share() string {
	top := d.top()
	begins, ends := top == d.page.Move(top, -1), !top.Before(d.page.Bottom(d.height))
	switch {
	case begins && ends:
		return "all"
	case begins:
		return "top"
	case ends:
		return "end"
	}
	return fmt.Sprintf("%d%%", int(d.page.Share(top, d.height)*100+0.5))
}

// shelfRight says where in the list one is.
func (a *App) shelfRight() string {
	if n := len(a.shelf.shown); n > 0 {
		return fmt.Sprintf("%d of %d", a.shelf.cursor+1, n)
	}
	return ""
}

// keyOf is the key of an action as it is written, its name where it has none.
func (a *App) keyOf(act action) string { return cmp.Or(a.keyLabelOf(act), string(act)) }

// keyLabelOf is the key of an action as it is written, "" where it has none.
func (a *App) keyLabelOf(act action) string {
	if b := a.binding(act); b != nil && len(b.Keys) > 0 {
		return keyLabel(b.Keys[0])
	}
	return ""
}
