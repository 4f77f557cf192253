package reader

import (
	"strings"

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
	// Of a pane of records: their kind, and what several of them are called.
	kind briefings.Kind
	noun string
	// sections is set if it lists the sections of the text instead of records: it is
	// made at once, and its cursor is on the section that the eye is in.
	sections bool
	// lead is what the first column of their board says; "" if it has none.
	lead string
	// aside is what the last one says; "" for the briefing.
	aside string
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

// panes are all panes in the order in which one goes through them. The first has a
// column of its own left of the text where there is room for it.
func panes() []*pane {
	all := []*pane{
		outlinePane(),
		questionsPane(),
		timelinePane(),
		actorsPane(),
		limitsPane(),
		referencesPane(),
		notesPane(),
		reviewPane(),
	}
	for _, p := range all {
		p.read = true
		p.tagged = !p.sections && p.kind != briefings.KindActor // those have figures, in a column
	}
	return all
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

// paneOf is the pane of a kind of records, nil if there is none.
func paneOf(kind briefings.Kind) *pane {
	for _, p := range panes() {
		if p.kind == kind {
			return p
		}
	}
	return nil
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
	held    briefings.Handle          // the record that the review stays on while it is corrected
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
	v.open = b.openQuestions()
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

// nothing says whether the pane would have nothing to list without a filter either.
func (p *pane) nothing() bool { return p.later == nil && p.whole.records() == 0 }

// hintsEmpty are the keys that matter in a pane without records.
func (p *pane) hintsEmpty() []action {
	switch {
	case p.kind == briefings.KindQuestion:
		return []action{"raise", "help", "next-pane", "palette", "leave"}
	case p.kind == briefings.KindAnnotation:
		return []action{"note", "highlight", "raise", "help", "next-pane", "palette", "leave"}
	case p.kind != "":
		return []action{"add", "help", "next-pane", "palette", "leave"}
	}
	return []action{"help", "next-pane", "palette", "leave"}
}

// heading is the pane's title behind its key.
func (p *pane) heading(key string) string { return strings.TrimSpace(key + " " + p.title) }
