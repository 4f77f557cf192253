package reader

import (
	"strconv"
	"sync"
	"time"

	"dossier/briefings"
	"dossier/briefings/edtf"
	"dossier/ui/theme"
)

// paneID names a pane, as the command line does.
type paneID string

const textPane paneID = "text"

// pane is one of the panes beside the text. It turns a briefing into items;
// the list does the rest. No pane knows another one or the terminal.
type pane struct {
	id    paneID
	title string
	// beside is set if it stands beside the text until others are chosen.
	beside bool
	// hints are the keys that its footer shows, most wanted first; nil for those of
	// any pane.
	hints []action
	// Of a pane of records: their kind, what several of them are called, and how
	// one is shown wherever records are listed, in boards and in the review.
	kind briefings.Kind
	noun string
	show func(v *view, r briefings.Record) item
	// lead is what the first column of their board says; "" if it has none.
	lead string
	// build makes what the pane shows; it runs when the briefing changes, not
	// when the pane is drawn.
	build    func(v *view) content
	whole    measured // what it shows without a filter
	later    *view    // of which that is still to be made
	query    typing   // filters the items
	folded   []string // of the rows, what the filter looks at; nil if not known
	learning *holding // of which that is being read; nil for none
	list
}

// panes are all panes in the order of their keys: 1 is the first.
func panes() []*pane {
	return []*pane{
		outlinePane(),
		questionsPane(),
		timelinePane(),
		actorsPane(),
		limitsPane(),
		referencesPane(),
		notesPane(),
		reviewPane(),
	}
}

// paneNamed finds a pane by its id, nil for the text or an unknown one.
func paneNamed(id paneID) *pane {
	for _, p := range panes() {
		if p.id == id {
			return p
		}
	}
	return nil
}

// paneOf is the pane of a kind of records.
func paneOf(kind briefings.Kind) *pane {
	byKind.Do(func() {
		byKind.panes = map[briefings.Kind]*pane{}
		for _, p := range panes() {
			if p.show != nil {
				byKind.panes[p.kind] = p
			}
		}
	})
	return byKind.panes[kind]
}

// byKind are the panes of records, made once: a board asks for each of its rows.
var byKind struct {
	sync.Once
	panes map[briefings.Kind]*pane
}

// showing shows a record of the pane's kind.
func showing[R briefings.Record](show func(v *view, r R) item) func(*view, briefings.Record) item {
	return func(v *view, r briefings.Record) item { return show(v, r.(R)) }
}

// view is what panes are made from.
type view struct {
	b     *holding
	theme *theme.Theme
	today string                    // ISO 8601 day
	now   edtf.Date                 // the same
	read  map[briefings.Handle]bool // sections that were read
	// changed are sections that were read in an earlier revision and are not as
	// they were.
	changed map[briefings.Handle]bool
	marked  briefings.Handle          // the actor that the next one is compared with
	folded  map[briefings.Handle]bool // sections whose subsections are hidden
	drafts  []briefings.Draft         // that wait here to be gone on with
	here    int                       // index of the section under the eye
	long    int                       // code points of the document
	names   map[briefings.Handle]string
	others  others
	found   []sectionCounts // by section
	open    int             // questions that wait for an answer
	many    bool            // panes are made only when they show
}

// manyRecords is from where on panes are made in the background, and those that
// do not show not at all: of 54,000 records each pane takes some ten
// milliseconds and megabytes.
const manyRecords = 4000

func newView(b *holding, t *theme.Theme, today string, long int) *view {
	v := &view{b: b, theme: t, today: today, long: max(long, 1), read: map[briefings.Handle]bool{}, folded: map[briefings.Handle]bool{}, here: -1, names: map[briefings.Handle]string{}}
	for i := range b.Actors {
		v.names[b.Actors[i].Handle] = b.Actors[i].Name
	}
	v.now, _ = edtf.Parse(today)
	v.found = countSections(b)
	v.open = openQuestions(b)
	v.many = len(b.cards) > manyRecords
	return v
}

// make makes what the pane shows from what the view holds now.
func (p *pane) make(v *view) measured { return measure(p.build(v)) }

// load makes the content anew.
func (p *pane) load(v *view) { p.take(p.make(v)) }

// take exchanges the content.
func (p *pane) take(whole measured) {
	p.whole, p.folded, p.learning, p.later = whole, nil, nil, nil
	p.refilter()
}

// postpone leaves the content to be made when the pane is asked for.
func (p *pane) postpone(v *view) {
	p.take(measured{})
	p.later = v
}

// heading is the pane's title with its number.
func (p *pane) heading(number int) string { return strconv.Itoa(number) + " " + p.title }

// firstAnchor returns the passage of a record, nil if it has none.
func firstAnchor(h *briefings.Head) *briefings.Anchor {
	if len(h.Anchors) == 0 {
		return nil
	}
	return &h.Anchors[0]
}

// provenanceNote says in a word what a list has to say of a record's origin.
func provenanceNote(h *briefings.Head) string {
	switch {
	case len(h.Edited) > 0:
		return "edited"
	case h.Origin == briefings.OriginImported && h.Reviewed.IsZero():
		return "imported, not reviewed"
	}
	return ""
}

func quoteLine(h *briefings.Head) string {
	if a := firstAnchor(h); a != nil {
		return "“" + a.Exact + "”"
	}
	return ""
}

// age says how many days ago something was made.
func age(made time.Time, today string) string {
	day, err := time.Parse(time.DateOnly, today)
	if err != nil || made.IsZero() {
		return ""
	}
	if days := int(day.Sub(made.Truncate(24*time.Hour)).Hours() / 24); days > 0 {
		return strconv.Itoa(days) + " d"
	}
	return "today"
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
