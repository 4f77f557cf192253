package reader

import (
	"maps"
	"slices"
	"strconv"
	"time"

	"dossier/briefings"
	"dossier/ui/page"
	"dossier/ui/theme"
)

// document is the briefing being read: its text, its panes, and the one place
// in it that they share.
type document struct {
	briefing *holding
	text     Text
	view     *view
	page     *page.Page
	theme    *theme.Theme
	panes    []*pane
	focus    paneID
	single   bool // only the text or one pane
	errand   bool // it was opened from a board, for one thing to be done

	cursor  page.Position // row of the place
	place   int           // code point of the document that the eye is at
	height  int           // rows of the text
	comfort *comfort      // how the person likes the screen

	lit       *briefings.Anchor // passage that a pane points at
	selection *selection
	search
	finder    *page.Finder // while a query is typed; it holds the text once more
	jumps     jumps[stand]
	marks     map[string]int
	kept      briefings.Reading // as it is on disk
	since     int               // the revision that was read, while there is a later one to be read; else 0
	news      *news             // what changed since; nil if nothing, or not known yet
	taken     strayed           // what attach is about; its record is nil for nothing
	takenAt   int               // the place to which that led; -1 where the person is to choose one
	keptPlace int
	keptFocus paneID
	clock     func() time.Time
	stays     map[int]stay // of the ends of sections that show
	passing   int          // the place as the clock struck last
	struck    int          // how often it struck while the place was on its way
	partial   bool         // the records are still to come
	outdated  bool         // the library has another text, which waits for a form
	drafts    []briefings.Draft
	shownOnce bool
}

// newDocument makes a document whose panes are still to be made, by reload.
func newDocument(b *holding, text Text, t *theme.Theme, clock func() time.Time, c *comfort) *document {
	d := &document{clock: clock, briefing: b, text: text, theme: t, panes: panes(), focus: textPane, comfort: c, marks: map[string]int{}}
	for _, p := range d.panes {
		p.steady = true
	}
	d.page = page.New(text, t)
	d.view = newView(b, t, clock().Format(time.DateOnly), text.End())
	return d
}

// reload makes panes and marks anew from the briefing, but for what was made
// already.
func (d *document) reload(made map[paneID]measured) {
	d.view.here = briefings.SectionAt(d.briefing.Sections, d.place)
	for _, p := range d.panes {
		c, ok := made[p.id]
		switch {
		case ok:
			p.take(c)
		case d.view.many && !p.sections:
			p.postpone(d.view)
		default:
			p.load(d.view)
		}
	}
	d.markRecords()
}

// viewOf makes a view of the briefing as it is on disk now.
func (d *document) viewOf(b *holding, titles others) *view {
	v := newView(b, d.theme, d.view.today, d.view.long)
	v.others, v.marked, v.held = titles, d.view.marked, d.view.held
	return v
}

// exchange takes a view of the briefing, and what was made of it already. The
// text stays where it is.
func (d *document) exchange(v *view, made map[paneID]measured) {
	v.read, v.changed, v.folded, v.theme, v.drafts = d.view.read, d.view.changed, d.view.folded, d.theme, d.view.drafts
	d.briefing, d.view = v.b, v
	d.reload(made)
}

func (d *document) dress(t *theme.Theme) {
	v := *d.view // what is read ahead goes by the one of before
	v.theme = t
	d.theme, d.view = t, &v
	d.page.SetTheme(t)
	d.reload(nil)
	d.moveTo(d.place)
}

// pane finds a pane by its id, nil for the text or an unknown one.
func (d *document) pane(id paneID) *pane {
	for _, p := range d.panes {
		if p.id == id {
			if p.later != nil {
				p.load(p.later)
			}
			return p
		}
	}
	return nil
}

// paneOf finds the pane of a kind of records, nil if there is none.
func (d *document) paneOf(kind briefings.Kind) *pane {
	for _, p := range d.panes {
		if p.kind == kind {
			return d.pane(p.id)
		}
	}
	return nil
}

// reloadSections makes the panes of sections anew.
func (d *document) reloadSections() {
	for _, p := range d.panes {
		if p.sections {
			p.load(d.view)
		}
	}
}

// focused returns the pane that has the keyboard, nil for the text.
func (d *document) focused() *pane { return d.pane(d.focus) }

// record returns the record under the cursor of the focused pane, nil if there
// is none.
func (d *document) record() briefings.Record {
	p := d.focused()
	if p == nil {
		return nil
	}
	it := p.current()
	if it == nil {
		return nil
	}
	if actor, ok := it.record.(*briefings.Actor); ok {
		return d.briefing.Record(actor.Handle) // with its mentions
	}
	return it.record
}

// resume makes the panes and goes back to where one left off.
func (d *document) resume(r briefings.Reading) {
	d.remember(r)
	if r.Block < d.text.Len() {
		d.place = d.text.Block(r.Block).Start + r.Line
	}
	d.reload(nil)
	d.moveTo(d.place)
	if d.pane(paneID(r.Pane)) != nil {
		d.focus = paneID(r.Pane)
	}
}

// remember takes over what was read, without moving.
func (d *document) remember(r briefings.Reading) {
	d.kept = r
	for _, h := range r.Sections {
		d.view.read[h] = true
	}
	if r.Revision > 0 && r.Revision < d.briefing.Revision {
		d.since = r.Revision
	}
	maps.Copy(d.marks, r.Marks)
}

// leaveMark says where one is, and whether that is news.
func (d *document) leaveMark(now time.Time) (briefings.Reading, bool) {
	d.keptPlace, d.keptFocus = d.place, d.focus
	block := d.text.At(d.place)
	r := briefings.Reading{Block: block, Pane: string(d.focus), Revision: d.briefing.Revision, Text: d.briefing.Revision, ReadAt: d.briefing.asOf, At: now}
	if d.since > 0 {
		r.Revision, r.ReadAt, r.Seen = d.since, d.kept.ReadAt, d.seen()
	}
	if block < d.text.Len() {
		r.Line = d.place - d.text.Block(block).Start
	}
	for _, s := range d.briefing.Sections {
		if d.view.read[s.Handle] {
			r.Sections = append(r.Sections, s.Handle)
		}
	}
	if len(d.marks) > 0 {
		r.Marks = maps.Clone(d.marks)
	}
	moved := !sameReading(r, d.kept)
	d.kept = r
	return r, moved
}

// settled says whether the place is on disk as it is.
func (d *document) settled() bool {
	return d.place == d.keptPlace && d.focus == d.keptFocus
}

func sameReading(a, b briefings.Reading) bool {
	return a.Block == b.Block && a.Line == b.Line && a.Pane == b.Pane && a.Revision == b.Revision &&
		slices.Equal(a.Sections, b.Sections) && slices.Equal(a.Seen, b.Seen) && maps.Equal(a.Marks, b.Marks)
}

// readingTime is the time that so many words take at 230 a minute (Brysbaert 2019:
// 238 for English non-fiction).
func readingTime(words int) string {
	minutes := max((words+115)/230, 1)
	if minutes > 120 {
		return strconv.Itoa((minutes+30)/60) + " h"
	}
	return strconv.Itoa(minutes) + " min"
}
