package reader

import (
	"cmp"
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
	"dossier/ui/theme"
)

// Passage is what a search of the library found: a place in the text of some
// briefing, or a record whose own words hold what was looked for.
type Passage struct {
	Briefing string // id
	Title    string // of the briefing
	Section  string // of the passage, its title
	Anchor   *briefings.Anchor
	Kind     briefings.Kind // of the record, "" for a passage of the text
	Record   briefings.Handle
	Excerpt  theme.Excerpt
}

// Hits is what a search of the library found, in the order of the list.
type Hits struct {
	Passages []Passage
	More     bool // there are others than these
}

// foundEverywhere brings the passages of a search in the whole library.
type foundEverywhere struct {
	query string
	hits  Hits
}

// hitList is the list of the last search in the library, to come back to.
type hitList struct {
	panel *panel
	query string
	// Where one went from it: the briefing, and how many places there were to come
	// back to within it then. "" for nowhere.
	in    string
	depth int
}

// searchEverywhere asks for words and looks for them in all briefings.
func (a *App) searchEverywhere() tea.Cmd {
	if a.cfg.Search == nil {
		return nil
	}
	words := step{label: "words"}
	if a.hits != nil {
		words.takes = "Enter alone shows the passages with “" + a.hits.query + "” again"
	}
	a.form = newForm("Search all briefings", "", briefings.Draft{}, func(v []string) tea.Cmd {
		query := strings.TrimSpace(v[0])
		switch {
		case query != "":
			return a.lookEverywhere(query)
		case a.hits != nil:
			return a.reopenHits()
		}
		return nil
	}, words)
	a.form.enter = "search"
	return nil
}

// lookEverywhere looks for words in all briefings.
func (a *App) lookEverywhere(query string) tea.Cmd {
	return a.begin("searching", func(ctx context.Context, p Progress) tea.Msg { return a.everywhere(ctx, query, p) })
}

func (a *App) everywhere(ctx context.Context, query string, p Progress) tea.Msg {
	hits, err := a.cfg.Search(ctx, query, p)
	switch {
	case err != nil:
		return failed("could not search the library", err)
	case len(hits.Passages) == 0:
		return told{"no briefing holds all of “" + query + "”; try fewer words", false}
	}
	return foundEverywhere{query, hits}
}

// arrive lists the passages under the titles of their briefings, each with the
// words around it; Enter opens the briefing there.
func (msg foundEverywhere) arrive(a *App) tea.Cmd {
	found := plural(len(msg.hits.Passages), "passage", "passages")
	if msg.hits.More {
		found = "the first " + found + ", there are more,"
	}
	p := &panel{title: found + " with “" + msg.query + "”", narrows: true, tall: true,
		hint: "Enter goes there   / filters   " + a.keyOf("search-everywhere") + " other words   Esc closes", acts: []action{"search-everywhere"}}
	p.parts = shares{right: 30, text: 40}
	before := ""
	for i := range msg.hits.Passages {
		f := &msg.hits.Passages[i]
		if f.Briefing != before {
			before = f.Briefing
			p.lines = append(p.lines, line{heading: true, text: f.Title})
		}
		p.lines = append(p.lines, line{text: f.Excerpt.Text, right: f.where(), fitted: a.lit(f.Excerpt), run: func() tea.Cmd { return a.goToHit(f) }})
	}
	a.hits = &hitList{panel: p, query: msg.query}
	return a.openPanel(p)
}

// where says where in its briefing a passage stands.
func (f *Passage) where() string {
	if f.Kind != "" {
		return "your " + called(f.Kind)
	}
	return cmp.Or(f.Section, "the opening")
}

// lit draws as much of an excerpt as there is room for.
func (a *App) lit(e theme.Excerpt) func(w int) []span {
	return func(w int) (out []span) {
		for _, piece := range e.Cut(w, a.theme.Glyphs.Ellipsis) {
			style := a.theme.Text
			if piece.Lit {
				style = a.theme.Open.Bold()
			}
			out = append(out, span{piece.Text, style})
		}
		return out
	}
}

// goToHit goes to what was found, from where Ctrl-O leads back to the list.
func (a *App) goToHit(f *Passage) tea.Cmd {
	cmd := a.openPassage(*f)
	a.hits.in, a.hits.depth = f.Briefing, 0
	if a.doc != nil && a.doc.briefing.ID == f.Briefing {
		a.hits.depth = len(a.doc.jumps.back)
	}
	return cmd
}

// openPassage goes to a passage, in the briefing that is open or in another.
func (a *App) openPassage(f Passage) tea.Cmd {
	a.target = target{passage: f.Anchor, record: f.Record}
	if a.doc != nil && a.doc.briefing.ID == f.Briefing {
		a.doc.depart()
		return a.goToTarget()
	}
	return tea.Sequence(a.keep(), a.open(f.Briefing))
}

// fromHits says whether one is where one went from the list of hits, and has
// gone back from wherever one went after that.
func (a *App) fromHits() bool {
	return a.hits != nil && a.hits.in == a.doc.briefing.ID && len(a.doc.jumps.back) == a.hits.depth
}

// reopenHits shows the list of hits as it was.
func (a *App) reopenHits() tea.Cmd {
	a.hits.in = ""
	a.panel = a.hits.panel
	return nil
}
