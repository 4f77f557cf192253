package reader

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"dossier/ui/page"
)

// search is the search in the text: what was typed, what was found.
type search struct {
	query   typing
	hits    []page.Range
	more    bool   // there are more than were kept
	current int    // index in hits, -1 for none
	from    int    // place at which the search began
	pane    paneID // that had the keyboard then
	wrapped string
	cancel  context.CancelFunc // the last query
	leave   context.CancelFunc // what is made ready for all of them
	asked   int                // counts the searches, so that a late answer is dropped
	due     bool               // the hits of what was typed are still to come
}

// found brings the hits of a query.
type found struct {
	asked int
	hits  page.Hits
}

func (s *search) ranges() ([]page.Range, int) {
	if len(s.hits) == 0 {
		return nil, -1
	}
	return s.hits, s.current
}

// label is what the status line says of a search.
func (s *search) label() string {
	switch {
	case s.query.text == "", len(s.hits) == 0 && s.due:
		return ""
	case len(s.hits) == 0:
		return "not found"
	case len(s.hits) == 1 && !s.more:
		return "1/1, the only one"
	}
	more := ""
	if s.more {
		more = "+"
	}
	return fmt.Sprintf("%d/%d%s%s", s.current+1, len(s.hits), more, s.wrapped)
}

// beginSearch gives the keyboard to the query, in the lists to the filter.
func (a *App) beginSearch() tea.Cmd {
	d := a.doc
	if d == nil {
		a.onShelf().typed().again()
		return nil
	}
	d.stop()
	d.search = search{query: typing{on: true}, from: d.place, pane: d.focus, current: -1, asked: d.asked}
	d.focus = textPane
	d.markPage()
	d.finder = page.NewFinder(d.text)
	ctx, leave := context.WithCancel(a.ctx)
	d.leave = leave
	finder := d.finder
	return func() tea.Msg {
		_ = finder.Prepare(ctx) // it only ends early where the search does
		return nil
	}
}

// searching is the context of the next query: a newer one cancels an older one,
// but not what both need.
func (s *search) searching(ctx context.Context) context.Context {
	if s.cancel != nil {
		s.cancel()
	}
	ctx, s.cancel = context.WithCancel(ctx)
	return ctx
}

func (a *App) searchKey(msg tea.KeyPressMsg) tea.Cmd {
	d := a.doc
	switch msg.String() {
	case "enter":
		d.query.on, d.finder = false, nil
		if d.due {
			a.waitFor(func() bool { return a.doc != d || !d.due }, nil)
		} else if len(d.hits) > 0 {
			d.jumps.leave(stand{place: d.from})
		}
		return nil
	case "esc":
		d.stop()
		from, pane := d.from, d.search.pane
		d.search, d.finder = search{current: -1, asked: d.asked}, nil
		d.moveTo(from)
		d.focus = pane
		d.markPage()
		return nil
	}
	if d.query.key(msg) {
		return a.find()
	}
	return nil
}

// find searches in a command.
func (a *App) find() tea.Cmd {
	d := a.doc
	ctx := d.searching(a.ctx)
	d.asked++
	d.due = d.query.text != ""
	if !d.due {
		d.hits, d.current = nil, -1
		d.moveTo(d.from)
		d.markPage()
		return nil
	}
	finder, query, asked := d.finder, d.query.text, d.asked
	return func() tea.Msg {
		hits, err := finder.Find(ctx, query)
		if err != nil {
			return nil // a newer one goes on: there is no frame to draw for this one
		}
		return found{asked, hits}
	}
}

// stop ends all that goes on for the search.
func (s *search) stop() {
	for _, end := range []*context.CancelFunc{&s.cancel, &s.leave} {
		if *end != nil {
			(*end)()
			*end = nil
		}
	}
}

// arrive shows what was found and goes to the first hit from where the search
// began.
func (msg found) arrive(a *App) tea.Cmd {
	d := a.doc
	if d == nil || msg.asked != d.asked {
		return nil
	}
	d.hits, d.more, d.current, d.wrapped = msg.hits.Ranges, msg.hits.More, -1, ""
	for i, h := range d.hits {
		if h.Start >= d.from {
			d.current = i
			break
		}
	}
	if d.current < 0 && len(d.hits) > 0 {
		d.current, d.wrapped = 0, " from the top"
	}
	if d.current >= 0 {
		d.moveTo(d.hits[d.current].Start)
	}
	d.markPage()
	d.due = false
	if !d.query.on && len(d.hits) > 0 { // Enter was sooner
		d.jumps.leave(stand{place: d.from})
	}
	return nil
}

// nextHit goes to the next or previous hit, around the ends with a word.
func (a *App) nextHit(by int) tea.Cmd {
	d := a.doc
	n := len(d.hits)
	if n == 0 {
		a.say("search with / first")
		return nil
	}
	d.wrapped = ""
	d.current += by
	switch {
	case d.current >= n:
		d.current, d.wrapped = 0, " from the top"
	case d.current < 0:
		d.current, d.wrapped = n-1, " from the end"
	}
	d.moveTo(d.hits[d.current].Start)
	d.markPage()
	return nil
}
