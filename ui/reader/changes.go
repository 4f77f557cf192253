package reader

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
	"dossier/briefings/revise"
)

// news is how a text differs from an earlier revision: from the one that was
// read last, or from the one before.
type news struct {
	of      string // id of the briefing
	from    int    // the earlier revision
	changes []revise.Change
	// unread are the sections with changes that were not read again yet.
	unread map[briefings.Handle]bool
}

// compared brings what changed; show is set if the person asked to see it.
type compared struct {
	id   string
	news *news
	show bool
}

// compareWith compares the text with an earlier revision.
func (a *App) compareWith(revision int, show bool) tea.Cmd {
	b := a.doc.briefing
	id, sections := b.ID, b.Sections
	return func() tea.Msg {
		old, err := a.cfg.Library.Revision(a.ctx, id, revision)
		if err != nil {
			return compared{id, nil, show} // it came without its earlier texts
		}
		now, err := a.cfg.Library.Revision(a.ctx, id, 0)
		if err != nil {
			return failed("could not compare with the earlier text", err)
		}
		alignment := revise.Align(revise.NewText(old, nil), revise.NewText(now, sections))
		n := &news{of: id, from: revision, changes: alignment.Changes(), unread: map[briefings.Handle]bool{}}
		for _, h := range alignment.ChangedSections() {
			n.unread[h] = true
		}
		return compared{id, n, show}
	}
}

// arrive takes what changed: sections with changes are to be read again.
func (msg compared) arrive(a *App) tea.Cmd {
	d := a.doc
	if d == nil || d.briefing.ID != msg.id {
		return nil
	}
	if msg.show {
		if msg.news == nil || len(msg.news.changes) == 0 {
			a.say("no sentence differs from the text before")
			return nil
		}
		return a.showNews(msg.news)
	}
	if msg.news == nil {
		d.since = 0
		return nil
	}
	d.news = msg.news
	for _, h := range d.kept.Seen {
		delete(d.news.unread, h)
	}
	if len(d.news.unread) == 0 {
		d.since = 0
	}
	d.view.changed = d.news.unread
	for h := range d.news.unread {
		delete(d.view.read, h)
	}
	d.reload(nil)
	a.say(a.newsLine() + "; " + a.keyOf("changes") + " shows it")
	return nil
}

// newsLine says in a line what changed, and which key goes to what was lost.
func (a *App) newsLine() string {
	line := fmt.Sprintf("revision %d: changed since you read: ", a.doc.briefing.Revision) + plural(len(a.doc.news.unread), "section", "sections")
	if left := adriftLine(a.doc.briefing); left != "" {
		line += ", " + left + " (" + a.keyOf("next-adrift") + ")"
	}
	return line
}

// markRead notes that a section was read.
func (d *document) markRead(h briefings.Handle) {
	d.view.read[h] = true
	if d.news == nil || !d.news.unread[h] {
		return
	}
	delete(d.news.unread, h)
	if len(d.news.unread) == 0 {
		d.since = 0
	}
}

// seen lists the sections that changed and were read again.
func (d *document) seen() []briefings.Handle {
	var out []briefings.Handle
	if d.since == 0 || d.news == nil {
		return nil
	}
	for _, c := range d.news.changes {
		if !d.news.unread[c.Section] && !slices.Contains(out, c.Section) {
			out = append(out, c.Section)
		}
	}
	return out
}

// markAllRead says that what changed was read.
func (a *App) markAllRead() tea.Cmd {
	d := a.doc
	if d.since == 0 || d.news == nil {
		a.say("nothing changed since you read this")
		return nil
	}
	for h := range d.news.unread {
		d.view.read[h] = true
	}
	clear(d.news.unread)
	d.since = 0
	d.reloadSections()
	a.say("what changed is marked as read")
	return a.keep()
}

// openChanges shows what changed since the text was read; if nothing did, what
// the last revision changed.
func (a *App) openChanges() tea.Cmd {
	d := a.doc
	switch {
	case d.news != nil:
		return a.showNews(d.news)
	case d.briefing.Revision < 2:
		a.say("this text came in once; nothing changed")
		return nil
	}
	return a.compareWith(d.briefing.Revision-1, true)
}

// showNews lists changed sentences by section, and the records that came, went
// or were touched.
func (a *App) showNews(n *news) tea.Cmd {
	id, since := a.doc.briefing.ID, a.doc.kept.ReadAt
	return func() tea.Msg {
		groups, err := a.recordNews(id, n, since)
		if err != nil {
			return failed("could not read what changed", err)
		}
		return then(func(a *App) tea.Cmd {
			if a.doc == nil || a.doc.briefing.ID != id {
				return nil
			}
			return a.openNews(n, groups)
		})
	}
}

func (a *App) openNews(n *news, groups [][]briefings.Record) tea.Cmd {
	d := a.doc
	p := &panel{title: fmt.Sprintf("Changed from revision %d to %d", n.from, d.briefing.Revision),
		hint: fmt.Sprintf("Enter goes   %s marks read   %s compares   Esc closes", a.keyOf("mark-read"), a.keyOf("compare")),
		acts: []action{"mark-read", "compare"}}
	var section briefings.Handle
	for i := range n.changes {
		c := &n.changes[i]
		if i == 0 || c.Section != section {
			section = c.Section
			p.lines = append(p.lines, line{heading: true, text: strings.Trim(d.sectionTitle(section), "“”")})
		}
		p.lines = append(p.lines, a.changeLines(c)...)
	}
	for i, records := range groups {
		if len(records) > 0 {
			p.lines = append(p.lines, line{heading: true, text: newsGroups[i].title})
		}
		for _, r := range records {
			p.lines = append(p.lines, a.newsOf(r))
		}
	}
	return a.openPanel(p)
}

// changeLines shows one changed sentence: a glyph says what happened to it, and
// marks as of wdiff which of its words.
func (a *App) changeLines(c *revise.Change) []line {
	t := a.theme
	glyph, role := "~", t.Open
	spans := []span{{c.After, t.Text}}
	switch c.Op {
	case revise.Inserted:
		glyph, role, spans = "+", t.Done, []span{{c.After, t.Done}}
	case revise.Deleted:
		glyph, role, spans = "-", t.Held, []span{{c.Before, t.Held}}
	case revise.Relocated:
		glyph, role = t.Glyphs.Arrow, t.Possible
	case revise.Reworded:
		spans = a.wordSpans(c.Words)
	}
	if c.Grave {
		spans = append(spans, span{"  (a number, a name or a negation changed)", t.Open})
	}
	run := func() tea.Cmd { return a.goToPoint(c.DocStart) }
	var out []line
	for i, row := range wrapSpans(spans, max(a.width-5, 20)) {
		l := line{glyph: " ", role: role, spans: row, run: run}
		if i == 0 {
			l.glyph = glyph
		}
		out = append(out, l)
	}
	return out
}

// wordSpans shows the words of a difference: removed ones in [- -], added ones
// in {+ +}.
func (a *App) wordSpans(words []revise.Word) []span {
	var out []span
	for _, w := range words {
		text := strings.TrimLeft(w.Text, " ")
		blank := w.Text[:len(w.Text)-len(text)]
		switch w.Op {
		case revise.Removed:
			out = append(out, span{blank + "[-" + text + "-]", a.theme.Held})
		case revise.Added:
			out = append(out, span{blank + "{+" + text + "+}", a.theme.Done})
		default:
			out = append(out, span{w.Text, a.theme.Text})
		}
	}
	return out
}

// newsGroups are the kinds of news of records: the person's questions and notes
// whose passage changed, and what is new or retired since the text was read.
var newsGroups = []struct {
	title string
	holds func(n *news, since time.Time, r briefings.Record) bool
}{
	{"your questions touched", func(n *news, _ time.Time, r briefings.Record) bool {
		q, ok := r.(*briefings.Question)
		return ok && q.Live() && !q.Proposed && n.touches(r)
	}},
	{"your notes touched", func(n *news, _ time.Time, r briefings.Record) bool {
		return r.Kind() == briefings.KindAnnotation && r.Common().Live() && n.touches(r)
	}},
	{"new records", func(_ *news, since time.Time, r briefings.Record) bool {
		h := r.Common()
		return !since.IsZero() && h.Live() && h.Created.After(since) && h.Origin != briefings.OriginAnalyst
	}},
	{"no longer in the source", func(_ *news, since time.Time, r briefings.Record) bool {
		h := r.Common()
		return !since.IsZero() && h.State == briefings.StateRetired && h.Modified.After(since)
	}},
}

// recordNews reads the records of each group.
func (a *App) recordNews(id string, n *news, since time.Time) ([][]briefings.Record, error) {
	type placedRecord struct {
		kind uint8
		at   int
		briefings.Record
	}
	var found [][]placedRecord
	err := a.cfg.Library.Gather(a.ctx, id, func(*briefings.Briefing, *briefings.Cast) func(int, briefings.Record) {
		found = make([][]placedRecord, len(newsGroups))
		return func(at int, r briefings.Record) {
			for i := range newsGroups {
				if newsGroups[i].holds(n, since, r) {
					found[i] = append(found[i], placedRecord{kindNumber(r.Kind()), at, r})
				}
			}
		}
	})
	out := make([][]briefings.Record, len(found))
	for i := range found {
		slices.SortFunc(found[i], func(x, y placedRecord) int { return cmp.Or(int(x.kind)-int(y.kind), x.at-y.at) })
		for _, p := range found[i] {
			out[i] = append(out[i], p.Record)
		}
	}
	return out, err
}

// newsOf shows a record among the news.
func (a *App) newsOf(r briefings.Record) line {
	l := line{spans: []span{{called(r.Kind()) + "  ", a.theme.Dim}, {r.Line() + "  ", a.theme.Text}}}
	if anchor := firstAnchor(r.Common()); anchor != nil {
		l.spans = append(l.spans, span{anchorWords(anchor.State), a.theme.Open})
		l.run = func() tea.Cmd { return a.goToPoint(whereabouts(a.doc.briefing, anchor)) }
	}
	return l
}

// touches says whether a passage of a record, or of its evidence, is not what it
// was: it is adrift, or stands in a sentence that is new or was reworded.
func (n *news) touches(r briefings.Record) bool {
	return slices.ContainsFunc(briefings.Passages(r, n.of), func(a *briefings.Anchor) bool {
		return a.Adrift() || slices.ContainsFunc(n.changes, func(c revise.Change) bool {
			return (c.Op == revise.Inserted || c.Op == revise.Reworded) && c.DocStart < a.DocEnd && a.DocStart < c.DocEnd
		})
	})
}

func (a *App) goToPoint(point int) tea.Cmd {
	d := a.doc
	d.depart()
	d.focus = textPane
	d.moveTo(point)
	return nil
}
