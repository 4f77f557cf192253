package reader

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
	"dossier/briefings/edtf"
	"dossier/ui/theme"
)

// board shows the records of one kind over all briefings: what is open
// anywhere, what happened when, who is spoken of where.
type board struct {
	title string
	noun  string // what its rows are, several of them
	boarded
	query typing
	list
}

// boardRow is a record with the briefing that it is of.
type boardRow struct {
	briefing string // id
	title    string // of the briefing
	why      string // why it stands here, or when it was
	record   briefings.Record
	same     []boardRow // the rows that this one stands for, if for several
}

// boarded brings the records of a kind over all briefings, ready to be shown:
// of ten thousand that takes longer than a key may.
type boarded struct {
	kind   briefings.Kind
	all    []boardRow // in the board's order
	lines  []item     // of all, how each is shown
	folded []string   // and what the filter looks at
	today  string
}

func (msg boarded) arrive(a *App) tea.Cmd {
	if a.board != nil && a.board.kind == msg.kind {
		a.board.boarded = msg
		a.board.refilter()
	}
	return nil
}

// openBoard reads the records of all briefings in a command.
func (a *App) openBoard(id paneID) tea.Cmd {
	p := paneNamed(id)
	if p == nil || p.show == nil {
		a.board = nil
		return a.list()
	}
	a.board = &board{boarded: boarded{kind: p.kind}, title: p.title, noun: p.noun, list: list{empty: "reading" + a.theme.Glyphs.Ellipsis}}
	return a.readBoard(p.kind)
}

func (a *App) readBoard(kind briefings.Kind) tea.Cmd {
	today, t := a.today(), a.theme
	read := func() tea.Msg {
		var rows []boardRow
		err := a.cfg.Library.Each(a.ctx, kind, func(s briefings.Summary, r briefings.Record) error {
			rows = append(rows, boardRow{briefing: s.ID, title: s.Title, record: r})
			return nil
		})
		if err != nil {
			return failed("could not read the records of all briefings", err)
		}
		if kind == briefings.KindQuestion {
			return drawBoard(kind, questionRows(rows, today, a.anyBriefing), t, today)
		}
		return drawBoard(kind, arrangeRows(kind, rows), t, today)
	}
	if kind == briefings.KindQuestion {
		return tea.Sequence(read, a.readExpectations())
	}
	return read
}

// arrangeRows puts the rows of a board in its order and says of each why it
// stands where it does.
func arrangeRows(kind briefings.Kind, rows []boardRow) []boardRow {
	switch kind {
	case briefings.KindEvent:
		return eventRows(rows)
	case briefings.KindActor:
		return actorRows(rows)
	}
	return rows
}

func eventRows(rows []boardRow) []boardRow {
	dates := map[briefings.Record]edtf.Date{}
	for i := range rows {
		when := rows[i].record.(*briefings.Event).When
		rows[i].why = shownDate(when)
		dates[rows[i].record], _ = edtf.Parse(when)
	}
	slices.SortStableFunc(rows, func(a, b boardRow) int { return edtf.Compare(dates[a.record], dates[b.record]) })
	return rows
}

// actorRows makes one row of all actors of one name and kind, those of most
// briefings first. Hidden ones have none.
func actorRows(rows []boardRow) []boardRow {
	at := map[string]int{}
	var out []boardRow
	for _, r := range rows {
		actor := r.record.(*briefings.Actor)
		if actor.Hidden {
			continue
		}
		name := briefings.Fold(actor.Name) + "\n" + string(actor.Type)
		i, known := at[name]
		if !known {
			i = len(out)
			at[name], out = i, append(out, r)
		}
		out[i].same = append(out[i].same, r)
	}
	slices.SortStableFunc(out, func(a, b boardRow) int {
		return cmp.Or(len(b.same)-len(a.same), strings.Compare(briefings.Fold(a.record.Line()), briefings.Fold(b.record.Line())))
	})
	for i := range out {
		out[i].why = strconv.Itoa(len(out[i].same))
		out[i].title = strings.Join(titles(out[i].same), " · ")
	}
	return out
}

func titles(rows []boardRow) []string {
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = r.title
	}
	return out
}

// drawBoard makes what a board shows of its rows.
func drawBoard(kind briefings.Kind, rows []boardRow, t *theme.Theme, today string) boarded {
	out := boarded{kind, rows, make([]item, len(rows)), make([]string, len(rows)), today}
	for i, r := range rows {
		out.lines[i] = boardItem(r, t, today)
		out.lines[i].row = i
		out.folded[i] = briefings.Fold(r.why + " " + r.record.Line() + " " + r.title + " " + out.lines[i].facets)
	}
	return out
}

// insert puts further rows before the row at.
func (b *boarded) insert(at int, more boarded) {
	b.all = slices.Insert(slices.Clone(b.all), at, more.all...)
	b.lines = slices.Insert(slices.Clone(b.lines), at, more.lines...)
	b.folded = slices.Insert(slices.Clone(b.folded), at, more.folded...)
	for i := range b.lines {
		b.lines[i].row = i
	}
}

func (b *board) typed() *typing { return &b.query }

// refilter keeps the rows that hold every word of the query.
func (b *board) refilter() {
	words := strings.Fields(briefings.Fold(b.query.text))
	var items []item
	for i := range b.lines {
		if containsAll(b.folded[i], words) {
			items = append(items, b.lines[i])
		}
	}
	b.empty = "no " + b.noun + " here"
	b.set(items)
}

// boardItem draws a record as its pane does.
func boardItem(r boardRow, t *theme.Theme, today string) item {
	v := &view{b: &briefings.Briefing{}, theme: t, today: today, long: 1}
	it := paneOf(r.record.Kind()).show(v, r.record)
	it.lead, it.right = r.why, r.title
	about := it.detail
	it.detail = func() []string {
		if r.record.Kind() == briefings.KindQuestion && r.why != "" {
			return append(about(), "Needs a look: "+r.why+" · "+r.title) // the column may be too narrow for it
		}
		return append(about(), r.title)
	}
	return it
}

// current row, nil if there is none.
func (b *board) at() *boardRow {
	if it := b.current(); it != nil {
		return &b.all[it.row]
	}
	return nil
}

// rowAt is the item that a row below the header's rule shows.
func (b *board) rowAt(row int) int { return b.list.rowAt(row - 1) }

// framed draws the board; what has a date stands on an axis below it.
func (b *board) framed(t *theme.Theme, w, h int) []string {
	today, _ := edtf.Parse(b.today)
	axis := b.axisRows(t, today, w, h-1)
	rows := append([]string{t.NewRow(w, "").String()}, b.list.rows(t, w, h-1-len(axis), true)...)
	return fit(t, append(rows, axis...), w, h)
}

// counts says how many records the board has.
func (b *board) counts() string {
	noun := b.noun
	if b.query.text != "" {
		return strconv.Itoa(len(b.items)) + " of " + strconv.Itoa(len(b.all)) + " " + noun
	}
	return strconv.Itoa(len(b.all)) + " " + noun
}
