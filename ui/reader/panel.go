package reader

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/ui/theme"
)

// panel lies over the panes: a list that is filtered as one types, or lines to
// read.
type panel struct {
	title string
	hint  string
	lines []line
	// folded is of the lines what the query is looked for in, where they stay the
	// same while one types; nil where they do not.
	folded []string
	query  typing
	// fill makes the lines anew for what was typed, and says which part of that
	// filters them; nil keeps the lines.
	fill func(typed string) (lines []line, filter string)
	// look completes what was typed by what the disk has; nil, or a nil command,
	// where the lines do.
	look func(typed string) tea.Cmd
	// filters is set if letters write the query; otherwise any key that moves
	// nothing closes the panel.
	filters bool
	// narrows is set if letters are keys until / or & begins such a query; no key
	// but Esc and q closes the panel then.
	narrows bool
	// acts are actions that such a panel knows besides: their keys close it and
	// carry them out.
	acts []action
	// past are the commands that were carried out before, which ↑ brings back; nil
	// where there are none. back is how many of them it went back.
	past *[]string
	back int
	// offered are lines to choose from below the first, until something is typed.
	offered []line
	// left is what comes when Esc closes the panel, nil for nothing.
	left func() tea.Cmd
	tall bool // over the whole height
	most int  // rows that its lines took at once: it is as high as those
	list
}

// line is a line of a panel; run is what Enter does on it, nil for nothing.
type line struct {
	lead, text, right string
	gist              func() string // see item
	glyph             string
	role              theme.Style        // of the glyph
	spans             []span             // stand for text where it has several styles
	fitted            func(w int) []span // see item
	heading           bool
	also              []string // further words that a query finds it by
	complete          string   // what Tab writes, "" for nothing
	run               func() tea.Cmd
}

// show lists the lines that match the query, with the headings above them. There may
// be tens of thousands, so that their items are made when they are drawn.
func (p *panel) show(t *theme.Theme) {
	filter := p.query.text
	if p.fill != nil {
		p.lines, filter = p.fill(p.query.text)
	}
	words := strings.Fields(briefings.Fold(filter))
	c := content{all: make([]row, 0, len(p.lines))}
	heading := -1
	for i := range p.lines {
		if p.lines[i].heading {
			heading = i
			continue
		}
		if !containsAll(p.foldedAt(i), words) {
			continue
		}
		if heading >= 0 {
			c.all = append(c.all, row{made: -1, card: -1, number: int32(heading), heading: true})
			heading = -1
		}
		c.all = append(c.all, row{made: -1, card: -1, number: int32(i)})
	}
	lines := p.lines
	c.draw = func(r *row, _ briefings.Record) item { return lines[r.number].item(t, words) }
	c.edges = func(r *row) (lead, right string) { return lines[r.number].lead, lines[r.number].rightFor(words) }
	p.empty = "nothing here matches “" + strings.TrimSpace(filter) + "”: Backspace takes letters back, Esc closes"
	p.cursor, p.top = 0, 0
	p.put(measure(c))
	p.most = max(p.most, len(p.all))
	p.toNamed(words)
}

// toNamed puts the cursor on the first line that says itself what is looked for,
// before those that only other words lead to.
func (p *panel) toNamed(words []string) {
	if len(words) == 0 {
		return
	}
	for i, r := range p.all {
		if l := p.lines[r.number]; !r.heading && (len(l.also) == 0 || containsAll(l.own(), words)) {
			p.cursor = i
			return
		}
	}
}

// item is how a line is listed that words were looked for in.
func (l *line) item(t *theme.Theme, words []string) item {
	if l.heading {
		return item{heading: true, text: l.text, role: t.Heading}
	}
	return item{lead: l.lead, glyph: l.glyph, role: l.role, spans: l.spans, text: l.text, gist: l.gist, fitted: l.fitted, right: l.rightFor(words), complete: l.complete, run: l.run}
}

// foldedAt is what the query is looked for in of a line.
func (p *panel) foldedAt(i int) string {
	if p.folded != nil {
		return p.folded[i]
	}
	return p.lines[i].fold()
}

func (l *line) fold() string {
	return briefings.Fold(l.lead + " " + l.text + " " + l.right + " " + strings.Join(l.also, " "))
}

// own is what the line itself says.
func (l *line) own() string { return briefings.Fold(l.lead + " " + l.text) }

// rightFor is what stands at the right of the line; of one that only its other
// words match, those that do.
func (l *line) rightFor(words []string) string {
	if len(l.also) == 0 {
		return l.right
	}
	own := l.own()
	var by []string
	for _, also := range l.also {
		if !containsAll(own, words) && slices.ContainsFunc(words, func(w string) bool { return strings.Contains(also, w) && !strings.Contains(own, w) }) {
			by = append(by, also)
		}
	}
	if len(by) == 0 {
		return l.right
	}
	return strings.Join(by, ", ")
}

// foldAll gets lines that stay the same ready for a query, so that no letter has
// to wait for thousands of them.
func (p *panel) foldAll() {
	if !p.filters && !p.narrows || p.fill != nil || p.folded != nil {
		return
	}
	p.folded = make([]string, len(p.lines))
	for i := range p.lines {
		p.folded[i] = p.lines[i].fold()
	}
}

// panelHead is how many rows stand above a panel's lines.
const panelHead = 2

// panelHeight is how many rows a panel takes at the bottom, above the footer.
func (a *App) panelHeight() int {
	if a.panel.tall {
		return a.height - 2
	}
	return min(max(a.height*2/3, 8), a.height-3, panelHead+a.panel.takes(a.panel.most))
}

// takes is how many rows so many lines take, with what is told below them of the
// one under the cursor.
func (p *panel) takes(lines int) int {
	if !p.bare && lines+mostDetails(0) >= leastForDetails {
		lines += mostDetails(lines)
	}
	return max(lines, 1)
}

// surplus is how many rows the lines take besides one each. Of more than a screen
// holds it need not be known.
func (p *panel) surplus(w, h int) (rows int) {
	p.tallIn(w, h)
	for i := range p.all[:min(len(p.all), h)] {
		rows += p.tallAt(i) - 1
	}
	return rows
}

func (a *App) panelTop() int { return a.height - 1 - a.panelHeight() }

// rows draws the panel over a whole width, h rows high at most.
func (p *panel) rows(t *theme.Theme, w, h int) []string {
	head := t.NewRow(w, "").Skip(1).Add(t.Heading, clean.Of(p.title))
	if p.filters {
		p.query.draw(t, head.Skip(2), t.Text)
	} else if p.query.text != "" {
		head.Skip(2).Add(t.Text, clean.Of("filter "+p.query.text))
	}
	room := max(h-panelHead, 1)
	if !p.tall {
		room = min(room, p.takes(len(p.all)+p.surplus(w, h))) // the head stays where it is while one types
	}
	rows := p.list.rows(t, w, room, true)
	if room < h-panelHead {
		rows = append(rows, rule(t, column{width: w}))
	}
	if p.below() > 0 {
		head.AddRight(t.Dim, clean.Of(fmt.Sprintf("↓ %d more ", p.below())))
	}
	return append([]string{rule(t, column{width: w}), head.String()}, rows...)
}

// below is how many lines stand below those that show.
func (p *panel) below() int {
	if len(p.at) == 0 {
		return 0
	}
	return len(p.all) - 1 - p.at[len(p.at)-1]
}

// exchange puts other lines in the place of those, with the cursor where it is.
func (p *panel) exchange(lines []line, t *theme.Theme) {
	cursor := p.cursor
	p.lines, p.folded = lines, nil
	p.foldAll()
	p.show(t)
	p.moveTo(cursor)
}

func (a *App) openPanel(p *panel) tea.Cmd {
	p.whole = true // what it lists is cut nowhere
	p.parts = cmp.Or(p.parts, inPanels)
	a.panel = p
	p.foldAll()
	p.show(a.theme)
	p.most += p.surplus(a.width, a.height)
	return nil
}

func (a *App) openMessages() tea.Cmd {
	p := &panel{title: "Messages", hint: "newest first   any key closes"}
	for _, l := range a.status.lines() {
		p.lines = append(p.lines, line{text: l})
	}
	return a.openPanel(p)
}

// readPanel shows lines to read.
func (a *App) readPanel(title string, lines []string) tea.Cmd {
	s := &account{}
	for _, l := range lines {
		s.lines = append(s.lines, line{text: l})
	}
	return a.openAccount(title, s)
}
