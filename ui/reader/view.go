package reader

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/ui/theme"
)

// View draws the frame. It reads the model and changes nothing that an action
// decides by.
func (a *App) View() tea.View {
	if a.width < leastWidth || a.height < leastHeight {
		return tea.View{AltScreen: true, Content: strings.Join(a.tooSmall(), "\n")}
	}
	rows, cursor := a.frame()
	v := tea.NewView(a.theme.Spelled(strings.Join(rows, "\n")))
	v.AltScreen = true
	v.Cursor = cursor
	v.WindowTitle = "dossier"
	if a.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}

// tooSmall says why there is nothing to see, as far as that has room.
func (a *App) tooSmall() (rows []string) {
	for _, line := range wrap("dossier needs a larger window", a.width) {
		rows = append(rows, a.theme.NewRow(a.width, "").Add(a.theme.Text, clean.Of(line)).String())
	}
	return fit(a.theme, rows, a.width, a.height)
}

func (a *App) frame() ([]string, *tea.Cursor) {
	var asked []string
	var cursor *tea.Cursor
	if a.form != nil {
		asked = a.form.rows(a.theme, a.width)
		if cursor = a.form.cursor(); cursor != nil {
			cursor.Y += a.height - len(asked)
		}
	}
	rows := []string{a.header()}
	if a.doc == nil {
		rows = append(rows, a.lists()...)
	} else if a.beside != nil {
		rows = append(rows, a.beside.rows(a.theme, a.width, a.height-3)...)
	} else {
		rows = append(rows, a.body()...)
	}
	rows = append(rows[:min(len(rows), a.height-1)], a.footer()) // what is asked may leave them no room
	if a.panel != nil {
		rows = over(rows, a.panel.rows(a.theme, a.width, a.panelHeight()), a.panelTop())
	}
	said := a.saidAbove()
	rows = over(rows, said, a.height-1-len(said))
	return over(rows, asked, a.height-len(asked)), cursor
}

// lists draws what shows while no briefing is open, with the rule above it.
func (a *App) lists() []string {
	above, h := []string{rule(a.theme, column{width: a.width})}, a.height-3
	switch {
	case a.blank():
		return append(above, fit(a.theme, nil, a.width, h)...)
	case a.board != nil:
		return append(above, a.board.framed(a.theme, a.width, h)...)
	}
	return a.shelf.framed(a.theme, a.width, h)
}

// blank says whether nothing shows yet: the briefing that the program begins with is
// still being read.
func (a *App) blank() bool { return a.opening != "" && a.doc == nil && !a.shelf.loaded }

// askedRows is how many rows the panes lose to a form.
func (a *App) askedRows() int {
	if a.form == nil {
		return 0
	}
	return len(a.form.rows(a.theme, a.width)) - 1
}

func (a *App) arranged() arrangement {
	return arrange(a.width, a.height, a.doc != nil && a.doc.single, a.askedRows(), a.comfort)
}

// sides are the panes that stand beside the text.
func (a *App) sides() [2]paneID { return a.comfort.sides(a.arranged().wide()) }

// body draws the text and the panes with the rules between them.
func (a *App) body() []string {
	d, at := a.doc, a.arranged()
	var columns []column
	h, sides := at.text.h, a.sides()
	if at.wide() {
		columns = append(columns, column{a.drawPane(leftPane(), at.outline.w, h), at.outline.w})
	}
	switch id := d.focus; {
	case at.slots() == 0 && id != textPane:
		columns = append(columns, column{a.drawPane(id, at.text.w, h), at.text.w})
	default:
		columns = append(columns, column{d.textRows(at.text.w, h), at.text.w})
	}
	switch at.slots() {
	case 1:
		columns = append(columns, column{a.drawPane(sides[0], at.side[0].w, h), at.side[0].w})
	case 2:
		w := at.side[0].w
		side := a.drawPane(sides[0], w, at.side[0].h)
		side = append(side, rule(a.theme, column{width: w}))
		columns = append(columns, column{append(side, a.drawPane(sides[1], w, at.side[1].h)...), w})
	}
	rows := append([]string{rule(a.theme, columns...)}, zip(a.theme, h, columns...)...)
	for range a.askedRows() {
		rows = append(rows, "")
	}
	return rows
}

// roomOf is where a pane stands left or right of the text, or in its place.
func (a *App) roomOf(id paneID) rect {
	at := a.arranged()
	if id == leftPane() && at.wide() {
		return at.outline
	}
	for i, side := range a.sides() {
		if side == id && i < at.slots() {
			return at.side[i]
		}
	}
	return at.text
}

func (a *App) drawPane(id paneID, w, h int) []string {
	d := a.doc
	p := d.pane(id)
	focused := d.focus == id
	p.more = " " + a.keyOf("provenance") + " shows all"
	tail := p.axisRows(a.theme, d.view.now, w, h-titleRows)
	rows := p.rows(a.theme, w, max(h-titleRows-len(tail), 1), focused)
	if d.partial && p.len() == 0 {
		rows = []string{a.theme.NewRow(w, "").Skip(1).Add(a.theme.Dim, clean.Of(a.toCome())).String()}
	}
	return fit(a.theme, titled(a.theme, p.heading(a.keyLabelOf(paneAction(id))), p.shownCount(), focused, w, append(rows, tail...)), w, h)
}

// toCome says of a pane why it holds nothing yet.
func (a *App) toCome() string {
	if a.doc.briefing.ID == "" && a.job == nil && !a.status.busy { // it was stopped, or failed
		return "The text is not in the library."
	}
	return "reading" + a.theme.Glyphs.Ellipsis
}

// header is the bar at the top: what is open, and what is known of it.
func (a *App) header() string {
	t := a.theme
	row := t.NewRow(a.width, t.Bar).Skip(1).Add(t.Dim, clean.Of("dossier")).Skip(2)
	if a.blank() {
		return row.Add(t.Dim, clean.Of("opening"+t.Glyphs.Ellipsis)).String()
	}
	if a.doc == nil && a.board != nil {
		row.Add(t.Bright, clean.Of(a.board.title))
		a.filterFact(row)
		return row.AddRight(t.Dim, clean.Of(a.board.count+" ")).String()
	}
	if a.doc == nil {
		row.Add(t.Bright, clean.Of("Briefings"))
		a.filterFact(row)
		facts := clean.Of(a.shelfFacts() + " ")
		if order := clean.Of(a.orderFact()); theme.Width(order)+theme.Width(facts)+1 < row.Left() {
			row.Add(t.Dim, order)
		}
		return row.AddRight(t.Dim, facts).String()
	}
	aside := a.docFacts()
	width := 1
	for _, f := range aside {
		width += theme.Width(clean.Of(f.text)) + factGap
	}
	row.AddMax(t.Bright, clean.Of(a.doc.briefing.Title), row.Left()-width)
	row.Skip(row.Left() - width)
	for _, f := range aside {
		row.Skip(factGap).Add(f.style, clean.Of(f.text))
	}
	return row.String()
}

// orderFact says what the list is ordered by where no head of a column does.
func (a *App) orderFact() string {
	if shelfOrders[a.shelf.order].column < 0 && len(a.shelf.shown) > 1 {
		return "  last changed first"
	}
	return ""
}

// filterFact says what a list or board is filtered by, as long as it is.
func (a *App) filterFact(row *theme.Row) {
	if by := a.onShelf().typed().text; by != "" {
		row.Skip(2).Add(a.theme.Accent, clean.Of(a.keyOf("search")+by))
	}
}

// fact is a word about the open briefing in the header.
type fact struct {
	text  string
	style theme.Style
}

// datedFrom is the width from which the header has room for date and length
// beside the title.
const datedFrom = 100

// factGap parts the facts of the header.
const factGap = 3

// docFacts are what the header says besides the title: on narrow screens only
// what asks for something or must be obeyed.
func (a *App) docFacts() []fact {
	t, b := a.theme, a.doc.briefing
	var out []fact
	if a.width >= datedFrom {
		out = append(out, fact{briefings.DatedAs(b.Date, b.Reference), t.Dim}, fact{readingTime(b.Words), t.Dim})
	}
	if open := a.doc.view.open; open > 0 && a.width >= 60 {
		out = append(out, fact{t.Glyphs.Open + " " + strconv.Itoa(open) + " open", t.Open})
	}
	return append(out, fact{tlpLabel(b.TLP), t.Dim})
}

func (a *App) shelfFacts() string {
	s := a.shelf
	facts := plural(len(s.all), "briefing", "briefings") + " · " + plural(s.waiting, "open question", "open questions")
	if s.query.text != "" {
		facts = strconv.Itoa(len(s.shown)) + " of " + facts
	}
	return facts
}
