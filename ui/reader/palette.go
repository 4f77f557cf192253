package reader

import (
	"slices"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
	"dossier/ui/theme"
)

// argument is what a command of the palette takes behind its name.
type argument struct {
	hint    string                // what to type
	choices func(a *App) []string // the only values there are; nil for any text
	run     func(*App, string) tea.Cmd
	needed  bool // the command is nothing without it
	path    bool // it is one, which Tab completes
}

// arguments are the commands that take one.
func arguments() map[action]argument {
	return map[action]argument{
		"search":            {hint: "words", run: (*App).searchFor},
		"search-everywhere": {hint: "words", run: (*App).lookEverywhere},
		"note":              {hint: "the note", run: (*App).noteSaying},
		"event":             {hint: "what happened", run: adds(briefings.KindEvent)},
		"actor":             {hint: "its name, as the text has it", run: adds(briefings.KindActor)},
		"limit":             {hint: "what is not passed on, or only so far", run: adds(briefings.KindLimit)},
		"reference":         {hint: "its title", run: adds(briefings.KindReference)},
		"section":           {hint: "a section", choices: (*App).sectionTitles, run: (*App).toSection, needed: true},
		"sort":              {hint: "what the list of briefings is ordered by", choices: orderNames, run: (*App).sortBy},
		"theme":             {hint: "dark or light", choices: func(*App) []string { return []string{theme.Dark, theme.Light} }, run: (*App).wear, needed: true},
		"open":              {hint: "a briefing", choices: (*App).briefingTitles, run: (*App).openTitled, needed: true},
		"import":            {hint: "a file or a folder", run: (*App).importPath, needed: true, path: true},
		"export":            {hint: "the file or the folder; . is the one that you started in", run: (*App).exportTo, path: true},
		"export-all":        {hint: "the folder; . is the one that you started in", run: (*App).exportAll, needed: true, path: true},
		"revert":            {hint: "the number of an earlier revision", choices: (*App).earlierTexts, run: (*App).bringBack, needed: true},
		"backup":            {hint: "the file to write", run: (*App).backup, needed: true, path: true},
	}
}

// openPalette lists every command by name; Tab completes, and what stands
// behind the name of one that takes words is its argument.
func (a *App) openPalette() tea.Cmd {
	p := &panel{title: ":", hint: "↑ last commands   Tab completes   Enter runs   Esc closes", filters: true}
	p.fill, p.look, p.past, p.bare = a.paletteLines, a.completePath, &a.past, true
	return a.openPanel(p)
}

// paletteLines are the lines for what was typed, and the part of it that
// filters them.
func (a *App) paletteLines(typed string) (lines []line, filter string) {
	name, rest, spaced := strings.Cut(typed, " ")
	if arg, ok := arguments()[action(name)]; spaced && ok {
		return a.argumentLines(name, arg, rest)
	}
	takes := arguments()
	byName := slices.Clone(a.bindings)
	slices.SortStableFunc(byName, func(x, y binding) int { return wantedByName(&x) - wantedByName(&y) })
	for _, b := range byName {
		if !a.knows(b.Action) {
			continue
		}
		l := line{lead: string(b.Action), text: b.Help, also: b.also(), complete: string(b.Action), run: func() tea.Cmd { return a.do(b.Action) }}
		if len(b.Keys) > 0 {
			l.right = keyLabel(b.Keys[0])
		}
		if arg, ok := takes[b.Action]; ok {
			l.complete += " "
			l.text += ": " + arg.hint
			if arg.needed {
				l.run = func() tea.Cmd { return a.askArgument(l.complete) }
			}
		}
		lines = append(lines, l)
	}
	slices.SortStableFunc(lines, func(x, y line) int { return nearness(x.lead, typed) - nearness(y.lead, typed) })
	return lines, typed
}

// wantedByName puts the commands first that are reached by their names alone, and
// last those that one has in one's fingers.
func wantedByName(b *binding) int {
	switch {
	case b.Group == "Program" && len(b.Keys) == 0:
		return 0
	case b.Group == "Move", b.Group == "Panes":
		return 2
	}
	return 1
}

// nearness puts the command of that name first, then those that begin so.
func nearness(name, typed string) int {
	switch {
	case name == typed:
		return 0
	case strings.HasPrefix(name, typed):
		return 1
	}
	return 2
}

func (a *App) argumentLines(name string, arg argument, typed string) ([]line, string) {
	run := func(value string) func() tea.Cmd {
		return func() tea.Cmd { return a.withArgument(action(name), arg, value) }
	}
	if arg.choices == nil {
		typed = strings.TrimLeft(typed, " ") // one blank more is no part of a path
		return append([]line{{lead: name, text: typed, right: arg.hint, complete: name + " " + typed, run: run(typed)}}, a.panel.offered...), ""
	}
	var lines []line
	for _, c := range arg.choices(a) {
		lines = append(lines, line{lead: name, text: c, complete: name + " " + c, run: run(c)})
	}
	return lines, typed
}

func (a *App) withArgument(act action, arg argument, value string) tea.Cmd {
	value = strings.TrimSpace(value)
	if value == "" {
		return a.do(act)
	}
	a.status.clear()
	return tea.Batch(arg.run(a, value), a.wind(), a.lookAhead())
}

// askArgument opens the palette again with a command's name in it.
func (a *App) askArgument(name string) tea.Cmd {
	cmd := a.openPalette()
	a.panel.query.text = name
	a.panel.show(a.theme)
	return cmd
}

// completed puts the line under the cursor into the query, as far as all lines
// that match agree.
func (p *panel) completed() {
	it := p.current()
	if it == nil || it.complete == "" {
		return
	}
	common := it.complete
	for i := range p.all {
		if p.all[i].heading {
			continue
		}
		if next := p.lines[p.all[i].number].complete; strings.HasPrefix(next, p.query.text) {
			common = sharedStart(common, next)
		}
	}
	if len(common) <= len(p.query.text) || !strings.HasPrefix(common, p.query.text) {
		common = it.complete
	}
	p.query.text = common
}

func sharedStart(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && n < len(a) && !utf8.RuneStart(a[n]) {
		n--
	}
	return a[:n]
}

// wear changes the theme for this session.
func (a *App) wear(name string) tea.Cmd {
	a.cfg.Theme, a.dark = name, name == theme.Dark
	a.dress()
	return nil
}

func (a *App) sectionTitles() []string {
	var out []string
	if a.doc != nil {
		for _, s := range a.doc.briefing.Sections {
			out = append(out, s.Title)
		}
	}
	return out
}

func (a *App) toSection(title string) tea.Cmd {
	for _, s := range a.doc.briefing.Sections {
		if s.Title == title {
			a.doc.depart()
			a.doc.focus = textPane
			a.doc.moveTo(s.Start)
		}
	}
	return nil
}

func (a *App) briefingTitles() []string {
	var out []string
	for _, s := range a.shelf.all {
		out = append(out, s.Title)
	}
	return out
}

func (a *App) openTitled(title string) tea.Cmd {
	for _, s := range a.shelf.all {
		if s.Title == title {
			return tea.Sequence(a.keep(), a.open(s.ID))
		}
	}
	return nil
}

// searchFor looks for words in the text, as if they were typed behind /; in the
// lists it filters.
func (a *App) searchFor(words string) tea.Cmd {
	cmd := a.beginSearch()
	if a.doc == nil {
		f := a.onShelf()
		*f.typed() = typing{text: words}
		f.refilter()
		return cmd
	}
	a.doc.query = typing{text: words}
	return tea.Batch(cmd, a.find())
}

// noteSaying opens a note with its words in it.
func (a *App) noteSaying(text string) tea.Cmd {
	cmd := a.note(a.doc.sentence())
	if a.form != nil {
		a.form.input.SetValue(text)
	}
	return cmd
}
