package reader

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/ui/theme"
)

// shelf is the list of briefings with a filter.
type shelf struct {
	listing
	changed []string // ids of briefings that are not as they are listed
	heard   int      // how many changes there were up to now
	shown   []int    // of all, what the filter left, in order
	waiting int      // questions of those that show
	query   typing
	on      string
	acted   string // id of the briefing that was corrected from here last
	loaded  bool
	cursor  int
	top     int
	drawn   int // rows of briefings that were drawn last, for the mouse
	glance  glance
	drafts  map[string]bool // of which something is left unfinished; nil for not read yet
}

func newShelf() *shelf { return &shelf{} }

// set exchanges the briefings; the cursor stays on the one that it was on.
func (s *shelf) set(msg listed) {
	if cur := s.current(); cur != nil && s.on == "" {
		s.on = cur.ID
	}
	order := s.order
	s.listing, s.loaded = msg.listing, true
	if msg.order != order {
		s.order, s.turn = order, s.inOrder(order)
	}
	s.changed = s.changed[max(len(s.changed)-(s.heard-msg.heard), 0):]
	s.sift()
	s.goTo(s.on)
	s.on = ""
}

// goTo puts the cursor on a briefing, if it shows.
func (s *shelf) goTo(id string) {
	if at := slices.IndexFunc(s.shown, func(i int) bool { return s.all[i].ID == id }); at >= 0 {
		s.cursor = at
	}
}

func (s *shelf) typed() *typing { return &s.query }

// refilter shows what the query asks for; the cursor stays on its briefing while
// that shows.
func (s *shelf) refilter() {
	on := ""
	if cur := s.current(); cur != nil {
		on = cur.ID
	}
	s.sift()
	s.goTo(on)
}

// sift keeps the briefings that hold every word of the query.
func (s *shelf) sift() {
	s.shown = s.turn
	if words := strings.Fields(briefings.Fold(s.query.text)); len(words) > 0 {
		s.shown = slices.DeleteFunc(slices.Clone(s.turn), func(i int) bool { return !s.folded[i].holds(words) })
	}
	s.cursor = min(s.cursor, max(len(s.shown)-1, 0))
	s.waiting = 0
	for _, i := range s.shown {
		s.waiting += s.all[i].Questions
	}
}

func containsAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

func (s *shelf) current() *briefings.Summary {
	if s.cursor < len(s.shown) {
		return &s.all[s.shown[s.cursor]]
	}
	return nil
}

func (s *shelf) move(by int) bool {
	before := s.cursor
	s.cursor = min(max(s.cursor+by, 0), max(len(s.shown)-1, 0))
	return s.cursor != before
}

// moveTo puts the cursor on a briefing and says whether it was elsewhere.
func (s *shelf) moveTo(i int) bool { return s.move(i - s.cursor) }

// page is how many briefings a page goes over: all that show but one.
func (s *shelf) page() int { return max(s.drawn-1, 1) }

// rowAt is the briefing that a row below the header's rule shows, -1 for none.
func (s *shelf) rowAt(row int) int {
	row -= shelfHead
	if i := s.top + row; row >= 0 && row < s.drawn && i < len(s.shown) {
		return i
	}
	return -1
}

// shelfHead is how many rows stand above the briefings.
const shelfHead = 2

// onShelf is the list or the board that shows.
func (a *App) onShelf() filterable {
	if a.board != nil {
		return a.board
	}
	return a.shelf
}

// openFromShelf opens the briefing under the cursor, from a board at the
// record.
func (a *App) openFromShelf() tea.Cmd {
	switch s := a.shelf.current(); {
	case a.board != nil:
		return a.openRow()
	case s != nil:
		return a.open(s.ID)
	case !a.shelf.loaded:
		a.waitFor(func() bool { return a.shelf.loaded }, a.openFromShelf)
	}
	return nil
}

// framed draws the list and the preview, with the rules above and between them.
func (s *shelf) framed(t *theme.Theme, w, h int) []string {
	if len(s.shown) == 0 {
		return append([]string{rule(t, column{width: w})}, fit(t, s.nothing(t, w), w, h)...)
	}
	left, right := arrangeShelf(w, h, s.wants())
	list := column{s.rows(t, left.w, left.h), left.w}
	preview := column{s.preview(t, right.w, right.h), right.w}
	if right.x > 0 {
		return append([]string{rule(t, list, preview)}, zip(t, h, list, preview)...)
	}
	out := append([]string{rule(t, list)}, list.rows...)
	return append(append(out, rule(t, preview)), preview.rows...)
}

// rows draws the list.
func (s *shelf) rows(t *theme.Theme, w, h int) []string {
	room := max(h-shelfHead, 1)
	s.top = max(min(s.top, s.cursor), s.cursor-room+1, 0)
	s.drawn = room
	out := []string{s.columns(t, w), t.NewRow(w, "").String()}
	for i := s.top; i < len(s.shown) && i < s.top+room; i++ {
		out = append(out, s.row(t, w, i))
	}
	for _, l := range s.firstSteps() {
		out = append(out, t.NewRow(w, "").Skip(2).Add(t.Dim, clean.Of(l)).String())
	}
	return fit(t, out, w, h)
}

// wants is how many rows the list takes at most. It is that of all briefings, so that
// no row moves while one filters.
func (s *shelf) wants() int { return shelfHead + len(s.all) + len(s.firstSteps()) }

// firstSteps say how to go on from a library of one briefing.
func (s *shelf) firstSteps() []string {
	if len(s.all) != 1 {
		return nil
	}
	steps := []string{"", "Enter opens it, ? lists the keys, : the commands.",
		":import PATH takes an article of yours in;", "in the shell, dossier article.txt does."}
	if isSample(&s.all[0]) {
		steps[0] = "This is a sample, to try the program with."
		steps = append([]string{""}, append(steps, "In the shell, this takes the sample away:", "dossier remove "+s.all[0].Slug)...)
	}
	return steps
}

// listedTitle is the title as the list shows it, and is ordered by it.
func listedTitle(b *briefings.Summary) string {
	if isSample(b) {
		return "Sample: " + b.Title
	}
	return b.Title
}

// isSample says whether a briefing is the one that comes with the program.
func isSample(b *briefings.Summary) bool {
	return b.Publisher == "dossier" && slices.Contains(b.Tags, "sample")
}

func (s *shelf) nothing(t *theme.Theme, w int) []string {
	lines := []string{"", "The library is empty.", "", ":import PATH takes an article in, or all that a folder holds;", "in the shell, dossier article.txt takes one in and opens it."}
	switch {
	case !s.loaded:
		lines = nil
	case s.query.text != "":
		lines = []string{"", "No briefing holds all of these words. Esc shows all."}
	}
	var out []string
	for _, l := range lines {
		out = append(out, t.NewRow(w, "").Skip(2).Add(t.Dim, clean.Of(l)).String())
	}
	return out
}

// Columns of the list: date and publisher are as wide as what they hold, the open
// questions and the state at the right have fixed widths, the title has the rest.
const (
	countColumn = 7
	stateColumn = 8
	// publisherLeast is the width of its head, with the arrow of an order.
	publisherLeast = 10
)

func (s *shelf) columns(t *theme.Theme, w int) string {
	heads := [5]string{"date", "title", "publisher", "open", "read"}
	if o := shelfOrders[s.order]; o.column >= 0 {
		heads[o.column] += o.arrow
	}
	return s.cells(t, w, "", t.Dim, heads, t.Dim)
}

func (s *shelf) row(t *theme.Theme, w, i int) string {
	b := &s.all[s.shown[i]]
	background, style := theme.Style(""), t.Text
	if i == s.cursor {
		background, style = t.Selection, t.Bright
	}
	questions := ""
	if b.Questions > 0 {
		questions = t.Glyphs.Open + " " + strconv.Itoa(b.Questions)
	}
	state := readState(b)
	if s.drafts[b.ID] {
		state = "draft"
	}
	return s.cells(t, w, background, style, [5]string{dateColumn(b), listedTitle(b), b.Publisher, questions, state}, t.Open)
}

// readState says how much was read, and whether there is news.
func readState(b *briefings.Summary) string {
	switch {
	case b.Changed:
		return "changed"
	case b.Read == 0:
		return "new"
	case b.Read >= 1:
		return "read"
	}
	return strconv.Itoa(int(b.Read*100+0.5)) + " %"
}

func (s *shelf) cells(t *theme.Theme, w int, background, style theme.Style, c [5]string, count theme.Style) string {
	row := t.NewRow(w, background).Skip(2)
	title := 2 + s.dates + 2
	row.AddMax(t.Dim, clean.Of(c[0]), s.dates).To(title)
	right := 0
	if w >= 60 {
		right = countColumn + stateColumn
	}
	rest := max(w-title-right-1, 8)
	publisher := 0
	if w >= 100 && s.names > 0 {
		publisher = min(rest/4, max(s.names, publisherLeast)+1)
	}
	row.AddMax(style, clean.Of(c[1]), rest-publisher-1).To(title + rest - publisher)
	if publisher > 0 {
		row.AddMax(t.Dim, clean.Of(c[2]), publisher-1).To(title + rest)
	}
	if right > 0 {
		row.AddMax(count, clean.Of(c[3]), countColumn-1).To(title + rest + countColumn)
		row.AddMax(t.Dim, clean.Of(c[4]), stateColumn)
	}
	return row.String()
}

// tlpLabel is the handling mark as the screen shows it; that there is none is said.
func tlpLabel(m briefings.TLP) string {
	if m == briefings.TLPUnmarked {
		return "no TLP"
	}
	return string(m)
}
