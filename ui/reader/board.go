package reader

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
	"dossier/briefings/edtf"
	"dossier/ui/theme"
)

// board shows the records of one kind over all briefings: what is open
// anywhere, what happened when, who is spoken of where. Of its rows only those
// near the screen are in the list; they come in the background.
type board struct {
	title string
	noun  string // what its rows are, several of them
	heads item   // what the columns say
	view  *view
	boarded
	query typing
	list         // of the rows from first on
	first int    // the row that the list begins with
	want  int    // the row to go to once it is in the list, -1 for none
	old   bool   // the list is of other rows than there are now
	count string // of the rows that the list is of, as the header says it

	known   listing  // of the library before the rows were read
	changed []string // ids of briefings that were changed since, by whomever
	any     bool     // and perhaps others
	reading *job     // what reads the rows, nil for nothing
	loading bool     // rows near the screen are on their way
	stale   bool     // the library changed while it was read
	asks    bool     // the rows are to be read for another query, or in other colours
	moved   bool     // a person moved the cursor
	acted   string   // id of the briefing of whose record something was done last
	edge    int      // the end that a person went to while rows came: -1 the first, 1 the last
}

// openBoard shows the records of all briefings: as they were when they were last
// looked at, if they were, else as they are read.
func (a *App) openBoard(id paneID) tea.Cmd {
	p := paneNamed(id)
	if b := a.board; b != nil && p != nil && b.kind == p.kind && b.reading != nil {
		return nil // they are on their way
	}
	a.putAway()
	if p == nil || p.kind == "" {
		return a.list()
	}
	if a.board = a.takeOut(p.kind); a.board != nil {
		return a.renewBoard()
	}
	a.board = &board{boarded: boarded{kind: p.kind}, title: p.title, noun: p.noun, heads: item{lead: p.lead, text: p.noun, right: cmp.Or(p.aside, "briefing")}, want: -1, list: list{empty: "reading" + a.theme.Glyphs.Ellipsis}}
	a.board.dress(a.theme, a.today())
	return a.readBoard()
}

// dress gives the board its colours, and the day that it counts from.
func (b *board) dress(t *theme.Theme, today string) {
	b.view = &view{b: &holding{}, theme: t, today: today, long: 1}
	b.view.now, _ = edtf.Parse(today)
	b.asks = b.all != nil
}

// boardRead brings the rows of a board, and what is still to be added to them.
type boardRead struct {
	of   *board
	job  *job
	rows *boarded
	axis *axis // of the rows, as wide as it was asked for
	more func() tea.Msg
	err  error
}

// readBoard goes through the library for the rows of the board. What was asked
// for before and is not there yet is not waited for.
func (a *App) readBoard() tea.Cmd {
	b := a.board
	b.stop()
	ctx, cancel := context.WithCancel(a.ctx)
	j := &job{title: "reading all " + b.noun, began: a.cfg.Now(), cancel: cancel}
	b.reading, b.stale, b.asks = j, false, false
	b.known, b.changed, b.any = a.shelf.listing, nil, false
	r := &boardReader{lib: a.cfg.Library, view: b.view, words: b.words(), of: len(a.shelf.all), progress: j.progress, way: &a.way,
		room: a.boardRoom(), to: &boarded{kind: b.kind, most: a.keptTexts}}
	return tea.Batch(j.tick(), func() tea.Msg { return r.bring(ctx, b, j, r.read) })
}

// bring carries a part of the reading out.
func (r *boardReader) bring(ctx context.Context, b *board, j *job, read func(context.Context) error) tea.Msg {
	r.rest = nil
	err := read(ctx)
	msg := boardRead{of: b, job: j, err: err}
	if rest := r.rest; rest != nil && err == nil {
		msg.more = func() tea.Msg { return r.bring(ctx, b, j, rest) }
	}
	r.to.settle(r.words != nil)
	rows := *r.to // what is added later is not the screen's yet
	msg.rows, msg.axis = &rows, layAxis(r.view.theme, rows.dates, r.view.now, r.room.w, r.room.h)
	return msg
}

// arrive puts the rows in place; the cursor stays on its record.
func (msg boardRead) arrive(a *App) tea.Cmd {
	b := msg.of
	if a.board != b || b.reading != msg.job {
		return nil
	}
	if msg.more == nil || msg.err != nil {
		b.stop()
	}
	if msg.err != nil {
		return func() tea.Msg { return failed("could not read the records of all briefings", msg.err) }
	}
	on, at := b.on(), b.place()
	if !b.moved {
		on = briefings.Named{} // what comes in front is to be seen
	}
	b.boarded = *msg.rows
	if b.filters() {
		b.filter(b.query.text)
	}
	b.turn(on, at)
	if b.query.text == "" {
		b.axis = msg.axis
	}
	return tea.Batch(a.tendBoard(), msg.more)
}

// turn shows the rows that there are now: the end that a person asked for, or the
// record that the cursor was on, or if that is gone what stands at a place.
func (b *board) turn(on briefings.Named, at int) {
	if b.edge != 0 {
		at = max(b.edge, 0) * len(b.hits)
	} else if found := b.find(on); found >= 0 {
		at = found
	}
	if b.reading == nil {
		b.edge = 0
	}
	b.axis, b.old, b.loading = nil, true, false
	b.want = min(at, len(b.hits)-1)
	if len(b.hits) == 0 {
		b.list, b.first, b.count = list{empty: "no " + b.noun + " here"}, 0, b.counts()
	}
}

// tendBoard brings what the board lacks.
func (a *App) tendBoard() tea.Cmd {
	if b := a.board; b.asks || b.stale && b.reading == nil {
		return a.readBoard()
	}
	return a.loadBoard()
}

// on is the record under the cursor.
func (b *board) on() briefings.Named {
	if row := b.at(); row != nil {
		return b.named(row)
	}
	return briefings.Named{}
}

// at is the row under the cursor, nil if there is none.
func (b *board) at() *boardRow {
	if i := b.place(); i < len(b.hits) {
		return &b.hits[i]
	}
	return nil
}

// place is where the cursor is among the hits, or where it goes as soon as the
// row there is in the list.
func (b *board) place() int {
	if b.want >= 0 {
		return b.want
	}
	return b.first + b.cursor
}

// stop ends what reads the rows.
func (b *board) stop() {
	if b.reading != nil {
		b.reading.cancel()
		b.reading = nil
	}
}

func (b *board) typed() *typing { return &b.query }

// move goes over rows; to one that is not in the list yet, once it is there.
func (b *board) move(by int) bool {
	before := b.place()
	to := min(max(before+by, 0), max(len(b.hits)-1, 0))
	b.moved = b.moved || by != 0
	b.edge = 0
	if (by == far || by == -far) && (b.asks || b.reading != nil) {
		b.edge = by / far
	}
	switch b.want = -1; {
	case b.listed(to):
		b.cursor = to - b.first
	case len(b.hits) > 0:
		b.want = to
	}
	return to != before
}

// moveTo puts the cursor on a row of the list and says whether it was elsewhere.
func (b *board) moveTo(i int) bool { return b.move(i - b.cursor) }

// boardHead is how many rows stand above the records.
const boardHead = 2

// sharesOf leaves most of a row to the record: a board is about what is asked or
// told, and the title of the briefing stands below it whole. Of actors the
// titles tell where they are spoken of.
func sharesOf(kind briefings.Kind, w int) shares {
	switch {
	case kind == briefings.KindActor:
		return shares{right: 60}
	case w < wideFrom:
		return shares{right: 22, text: 24}
	}
	return shares{right: 30, text: 24}
}

// boardRoom is where the rows of a board stand, and its axis.
func (a *App) boardRoom() rect { return rect{w: a.width, h: a.height - 3 - boardHead} }

// rowAt is the item that a row below the header's rule shows.
func (b *board) rowAt(row int) int { return b.list.rowAt(row - boardHead) }

// framed draws the board; what has a date stands on an axis below it.
func (b *board) framed(t *theme.Theme, w, h int) []string {
	b.parts = sharesOf(b.kind, w)
	axis := b.axisOf(b.boarded.dates, t, b.view.now, w, h-boardHead)
	rows := make([]string, 0, h)
	if b.len() > 0 {
		rows = append(rows, b.cells(t, w, &b.heads, b.heads.lead, b.heads.text, "", t.Dim))
	}
	rows = append(rows, t.NewRow(w, "").String())
	rows = append(rows, b.list.rows(t, w, h-len(rows)-len(axis), true)...)
	return fit(t, append(rows, axis...), w, h)
}

// dates are what stands on the axis.
func (b *boarded) dates(yield func(dated) bool) {
	for i := range b.hits {
		row := &b.hits[i]
		if s := row.stretch(); s != nil && !yield(dated{*s, b.looks[row.look]}) {
			return
		}
	}
}

// counts says how many records the board has, and how many of them a filter left.
func (b *board) counts() string {
	all := strconv.Itoa(len(b.all)) + " " + b.noun
	if b.query.text == "" {
		return all
	}
	return strconv.Itoa(len(b.hits)) + " of " + all
}

// openRow opens the briefing of the row under the cursor at its record; of an actor
// of several briefings, its page.
func (a *App) openRow() tea.Cmd {
	if a.awaitsRow(a.openRow) {
		return nil
	}
	b := a.board
	row := b.at()
	if row == nil {
		return nil
	}
	if b.cast != nil && len(b.cast[row.text].in) > 1 {
		return a.actorEverywhere()
	}
	n := b.named(row)
	a.target = target{record: n.Handle, passage: b.current().anchor}
	a.trail = jumps[spot]{} // the way back ends here
	return a.open(n.Briefing)
}

// refilter leaves the rows that hold every word of the query: at once where the
// texts are few, else the library is to be read.
func (b *board) refilter() {
	if !b.filters() && b.query.text != "" {
		b.asks = true
		return
	}
	if !b.filters() {
		b.stop() // what looks for the query that was
	}
	on := b.on()
	b.filter(b.query.text)
	b.turn(on, 0)
}

// words are what the rows that are read have to hold; nil for anything.
func (b *board) words() []string {
	if b.filters() || b.query.text == "" {
		return nil
	}
	return strings.Fields(briefings.Fold(b.query.text))
}
