package reader

import (
	"reflect"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
)

// listing is the briefings of the library as they were read, with what is made of
// all of them beforehand: there may be tens of thousands, and no key waits for
// that. It is not changed any more once it is on the screen.
type listing struct {
	all    []briefings.Summary // the last changed first
	folded []foldedRow         // of all
	order  int                 // of shelfOrders
	turn   []int               // all, in that order
	whole  bool                // there are no more
	dates  int                 // cells of the widest date
	names  int                 // and of the widest publisher
}

// foldedRow is what the filter looks at, and the list is ordered by.
type foldedRow struct{ title, publisher, rest string }

func foldRow(b *briefings.Summary) foldedRow {
	return foldedRow{briefings.Fold(listedTitle(b)), briefings.Fold(b.Publisher),
		briefings.Fold(strings.Join(append([]string{briefings.DatedAs(b.Date, b.Reference), string(b.TLP)}, b.Tags...), " "))}
}

// listedDate is the date that the list is ordered by, EDTF.
func listedDate(b *briefings.Summary) string {
	if b.Date == "" && b.Reference.Inferred() {
		return b.Reference.Date
	}
	return b.Date
}

// holds says whether every word stands in the row.
func (f *foldedRow) holds(words []string) bool {
	for _, w := range words {
		if !strings.Contains(f.title, w) && !strings.Contains(f.publisher, w) && !strings.Contains(f.rest, w) {
			return false
		}
	}
	return true
}

// newListing puts briefings in an order.
func newListing(all []briefings.Summary, order int, whole bool) listing {
	l := listing{all: all, folded: make([]foldedRow, len(all)), order: order, whole: whole}
	for i := range all {
		l.folded[i] = foldRow(&all[i])
	}
	return l.settled()
}

func (l listing) settled() listing {
	l.turn, l.dates, l.names = l.inOrder(l.order), 0, 0
	for i := range l.all {
		l.dates = widest(l.dates, dateColumn(&l.all[i]))
		l.names = widest(l.names, l.all[i].Publisher)
	}
	return l
}

func (l *listing) add(b *briefings.Summary, f foldedRow) {
	l.all, l.folded = append(l.all, *b), append(l.folded, f)
}

// renewed is the listing as it is now: first are the last changed of the library,
// and of those that are known not to be as they were, changed, again are the rows
// that there still are. It is false where that does not tell how the rest is.
func (l *listing) renewed(first []briefings.Summary, changed []string, again []briefings.Summary) (now listing, told bool) {
	if len(first) < firstListed {
		return newListing(first, l.order, true), true
	}
	if len(changed) == 0 && reflect.DeepEqual(first, l.all[:min(len(first), len(l.all))]) {
		return *l, true
	}
	now = listing{order: l.order, whole: true, all: make([]briefings.Summary, 0, len(first)+len(l.all)), folded: make([]foldedRow, 0, len(first)+len(l.all))}
	for i := range first {
		now.add(&first[i], foldRow(&first[i]))
	}
	fresh := map[string]*briefings.Summary{} // nil for one that is gone, or stands among the first
	for _, id := range changed {
		fresh[id] = nil
	}
	for i := range again {
		fresh[again[i].ID] = &again[i]
	}
	for i := range first {
		fresh[first[i].ID] = nil
	}
	last := &first[len(first)-1]
	for i := range l.all {
		b := &l.all[i]
		f, is := fresh[b.ID]
		if !is {
			now.add(b, l.folded[i])
		} else if f != nil {
			now.add(f, foldRow(f))
		}
		told = told || b.ID == last.ID && b.Modified.Equal(last.Modified) // then what was changed before is as it was
	}
	return now.settled(), told
}

// listed brings the briefings of the library, and how many of the changes that
// were heard of show in it.
type listed struct {
	listing
	heard int
}

// firstListed is how many briefings are listed before the rest is read: those of
// the first screen, and some to move to.
const firstListed = 80

// list brings the briefings of the library: those of the first screens, and then
// all; where all are known, those that were changed since.
func (a *App) list() tea.Cmd {
	known, changed, heard := a.shelf.listing, a.shelf.changed, a.shelf.heard
	return func() tea.Msg {
		first, err := a.cfg.Library.List(a.ctx, firstListed)
		if err != nil {
			return failed(notListed, err)
		}
		if !known.whole {
			return listed{newListing(first, known.order, len(first) < firstListed), heard}
		}
		again, err := a.cfg.Library.Summaries(a.ctx, changed)
		if err != nil {
			return failed(notListed, err)
		}
		if now, told := known.renewed(first, changed, again); told {
			return listed{now, heard}
		}
		return a.listAll(known.order, heard)
	}
}

func (a *App) listAll(order, heard int) tea.Msg {
	all, err := a.cfg.Library.List(a.ctx, 0)
	if err != nil {
		return failed(notListed, err)
	}
	return listed{newListing(all, order, true), heard}
}

const notListed = "could not list the library"

// arrive shows what was listed. The rest of a large library follows; what is
// there already stays until it comes.
func (msg listed) arrive(a *App) tea.Cmd {
	s := a.shelf
	if msg.whole || !s.loaded {
		s.set(msg)
	}
	if msg.whole {
		return tea.Batch(a.lookAhead(), a.lookForDrafts())
	}
	order, heard := s.order, s.heard
	return tea.Batch(a.lookAhead(), afterFrame(func() tea.Msg { return a.listAll(order, heard) }))
}

// hear notes which briefings were changed, by whomever; nil for any.
func (s *shelf) hear(ids []string) {
	s.whole = s.whole && ids != nil
	s.changed = append(s.changed, ids...)
	s.heard += len(ids)
}
