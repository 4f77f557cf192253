package reader

import (
	"context"
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/charmbracelet/x/ansi"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/briefings/revise"
	"dossier/ui/page"
	"dossier/ui/theme"
)

// beside shows two texts side by side. The eye rests on one row of both: there
// what belongs together stands together, however much longer one side is.
type beside struct {
	left, right *sheet
	joined      *revise.Beside
	changes     []int // places on the right where something changed, in order
	height      int
}

// sheet is one of the two texts.
type sheet struct {
	title  string
	page   *page.Page
	place  int
	cursor page.Position
}

// side names one of two texts: a revision of a briefing, 0 for the current one.
type side struct {
	briefing, title string
	revision        int
}

// besideOpened brings two texts and what joins them.
type besideOpened struct {
	sides  [2]side
	texts  [2]*briefings.Revision
	joined *revise.Beside
}

// compare lists what the open briefing can stand beside: its older revisions,
// and the other briefings.
func (a *App) compare() tea.Cmd {
	if !a.inLibrary() {
		return nil
	}
	b := &a.doc.briefing.Meta
	return a.begin("listing what it can stand beside", func(ctx context.Context, _ Progress) tea.Msg {
		a.way.give(time.Now())
		all, err := a.cfg.Library.List(ctx, 0)
		if err != nil {
			return failed("could not list the library", err)
		}
		p := a.comparable(b, all)
		if len(p.lines) == 0 {
			return told{"nothing to compare with: one revision, and no other briefing", false}
		}
		return then(func(a *App) tea.Cmd { return a.openPanel(p) })
	})
}

// comparable lists what a briefing can be compared with.
func (a *App) comparable(with *briefings.Meta, all []briefings.Summary) *panel {
	p := &panel{title: "Side by side with", hint: "type to filter   Enter shows   Esc closes", filters: true}
	now := side{with.ID, with.Title, with.Revision}
	for n := with.Revision - 1; n > 0; n-- {
		older := side{now.briefing, now.title, n}
		p.lines = append(p.lines, line{lead: fmt.Sprintf("revision %d", n), text: "of this briefing", run: func() tea.Cmd { return a.openBeside(older, now) }})
	}
	for _, s := range all {
		if s.ID != now.briefing {
			other := side{s.ID, s.Title, s.Revision}
			p.lines = append(p.lines, line{lead: s.Date, text: s.Title, right: s.Publisher, run: func() tea.Cmd { return a.openBeside(other, now) }})
		}
	}
	p.foldAll()
	return p
}

// openBeside reads two texts and joins them.
func (a *App) openBeside(left, right side) tea.Cmd {
	return a.begin("comparing", func(ctx context.Context, _ Progress) tea.Msg {
		msg := besideOpened{sides: [2]side{left, right}}
		var texts [2]*revise.Text
		for i, s := range msg.sides {
			rev, err := a.cfg.Library.Revision(ctx, s.briefing, s.revision)
			if err != nil {
				return failed("could not read what to compare", err)
			}
			msg.texts[i], texts[i] = rev, revise.NewText(rev, nil)
		}
		msg.joined = revise.Align(texts[0], texts[1]).Beside(left.briefing == right.briefing)
		return msg
	})
}

func (msg besideOpened) arrive(a *App) tea.Cmd {
	if a.doc == nil {
		return nil
	}
	b := &beside{joined: msg.joined}
	b.left, b.right = newSheet(msg, 0, a.theme, msg.joined.Old), newSheet(msg, 1, a.theme, msg.joined.New)
	for _, s := range sentences(msg.joined.New) {
		b.changes = append(b.changes, s.Start)
	}
	for _, s := range sentences(msg.joined.Old) {
		b.changes = append(b.changes, msg.joined.InNew(s.Start))
	}
	slices.Sort(b.changes)
	b.changes = slices.Compact(b.changes)
	b.right.place = a.doc.place
	a.beside = b
	return nil
}

// sentences leaves out the words within reworded sentences.
func sentences(changed []revise.Stretch) (out []revise.Stretch) {
	within := 0
	for _, s := range changed {
		if s.Start >= within {
			out = append(out, s)
		}
		if s.Op == revise.Reworded {
			within = s.End
		}
	}
	return out
}

func newSheet(msg besideOpened, i int, t *theme.Theme, changed []revise.Stretch) *sheet {
	title := msg.sides[i].title
	if msg.sides[0].briefing == msg.sides[1].briefing {
		title = fmt.Sprintf("Revision %d", msg.texts[i].Number)
		if at := msg.texts[i].Imported; !at.IsZero() {
			title += ", taken in " + at.Format(time.DateOnly)
		}
	}
	s := &sheet{title: title, page: page.New(TextOf(msg.texts[i]), t)}
	marks := make([]page.Mark, len(changed))
	for k, c := range changed {
		marks[k] = page.Mark{Range: page.Range{Start: c.Start, End: c.End}, Role: changeRoles[c.Op]}
	}
	s.page.SetMarks(marks)
	return s
}

var changeRoles = map[revise.ChangeOp]page.Role{
	revise.Inserted: page.Added, revise.Deleted: page.Removed, revise.Reworded: page.Reworded, revise.Relocated: page.Relocated,
}

// besideKey moves in both texts at once.
func (a *App) besideKey(act action) tea.Cmd {
	b := a.beside
	a.status.clear()
	switch act {
	case "leave", "clear", "pane-text", "compare":
		a.beside = nil
	case "help":
		return a.readPanel("Side by side", besideHelp)
	case "next-hit", "next-section", "next-paragraph":
		a.toChange(b, 1)
	case "previous-hit", "previous-section", "previous-paragraph":
		a.toChange(b, -1)
	case "top":
		b.toPlace(0)
	case "bottom":
		b.step(far)
	default:
		rows, moves := besideSteps(b.height)[act]
		if act != "" && !moves {
			a.say("that is for one text: " + a.keyOf("leave") + " goes back to it")
		}
		b.step(rows)
	}
	return nil
}

var besideHelp = []string{
	"j k d u Space b g G move both texts; what belongs together meets on the row of the eye.",
	"n and N go to the next and previous change. q goes back to the briefing.",
	"+ is only in the right text, - only in the left one, ~ was reworded, ▸ stands elsewhere.",
}

func besideSteps(height int) map[action]int {
	page := max(height-2, 1)
	return map[action]int{"line-down": 1, "line-up": -1, "half-down": page / 2, "half-up": -page / 2, "page-down": page, "page-up": -page}
}

// step moves by rows of the side that is longer here, so that nothing of it is
// passed over.
func (b *beside) step(rows int) {
	left, right := b.left.page.Move(b.left.cursor, rows), b.right.page.Move(b.right.cursor, rows)
	byLeft, byRight := b.left.page.PointAt(left), b.right.page.PointAt(right)
	if beyond := b.joined.InOld(byRight) - byLeft; rows > 0 && beyond > 0 || rows < 0 && beyond < 0 {
		b.left.place, b.left.cursor = byLeft, left
		b.right.at(b.joined.InNew(byLeft))
		return
	}
	b.right.place, b.right.cursor = byRight, right
	b.left.at(b.joined.InOld(byRight))
}

func (s *sheet) at(place int) {
	s.place = place
	s.cursor = s.page.PositionOf(place)
}

// toPlace brings a place of the right text, and what stands beside it, to the
// eye.
func (b *beside) toPlace(place int) {
	b.right.at(place)
	b.left.at(b.joined.InOld(place))
}

// toChange goes to the next change of two texts, or the previous one.
func (a *App) toChange(b *beside, by int) {
	i, exact := slices.BinarySearch(b.changes, b.right.place)
	if by > 0 && exact {
		i++
	} else if by < 0 {
		i--
	}
	if i < 0 || i >= len(b.changes) {
		a.say("no further change that way")
		return
	}
	b.toPlace(b.changes[i])
}

// rows draws both texts with their titles above them.
func (b *beside) rows(t *theme.Theme, w, h int) []string {
	half := (w - 1) / 2
	left, right := column{width: half}, column{width: w - 1 - half}
	body := max(h-titleRows, 1)
	b.resize(left.width, right.width, body)
	above := max(b.left.above(body/restingShare), b.right.above(body/restingShare))
	left.rows = titled(t, b.left.title, "", true, left.width, b.left.draw(t, left.width, body, above))
	changes := plural(len(b.changes), "change", "changes")
	title := ansi.Truncate(b.right.title, right.width-len(changes)-4, t.Glyphs.Ellipsis)
	right.rows = titled(t, title, changes, true, right.width, b.right.draw(t, right.width, body, above))
	return append([]string{rule(t, left, right)}, zip(t, h, left, right)...)
}

func (b *beside) resize(left, right, height int) {
	wl, wr := min(left-2, textMost), min(right-2, textMost)
	if b.height != 0 && b.left.page.Width() == wl && b.right.page.Width() == wr {
		b.height = height
		return
	}
	b.height = height
	b.left.page.Resize(wl, page.Position{})
	b.right.page.Resize(wr, page.Position{})
	b.toPlace(b.right.place)
}

// above is how many rows stand above the place, most at the most: near the
// beginning the eye is not a third down.
func (s *sheet) above(most int) int { return s.rowsFrom(s.page.Move(s.cursor, -most)) }

// draw puts the row of the place below so many rows, blank ones where the text
// has fewer.
func (s *sheet) draw(t *theme.Theme, w, h, above int) []string {
	top := s.page.Move(s.cursor, -above)
	out := make([]string, 0, h)
	for missing := above - s.above(above); missing > 0; missing-- {
		out = append(out, t.NewRow(w, "").String())
	}
	pad := w - s.page.Width()
	for _, row := range s.page.Rows(top, h-len(out)) {
		eye := t.NewRow(1, "")
		if row.Position == s.cursor && len(out) == above {
			eye.Add(t.Accent, clean.Of(t.Glyphs.Eye))
		}
		out = append(out, eye.String()+row.Text+t.NewRow(pad-1, "").String())
	}
	return out
}

// rowsFrom counts the rows from a position down to the cursor.
func (s *sheet) rowsFrom(top page.Position) (n int) {
	for at := top; at.Before(s.cursor); n++ {
		next := s.page.Move(at, 1)
		if next == at {
			break
		}
		at = next
	}
	return n
}
