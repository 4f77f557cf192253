package reader

import (
	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
	"dossier/ui/theme"
)

// evidence says which piece of evidence the cursor is on, from 1; 0 for none.
func (d *document) evidence() int {
	if p := d.focused(); p != nil {
		if it := p.current(); it != nil {
			return it.evidence
		}
	}
	return 0
}

// offers counts the passages that wait to be linked or dismissed.
func offers(b *holding) int {
	n := 0
	for i := range b.Questions {
		if b.Questions[i].Live() {
			n += len(b.Questions[i].Offers())
		}
	}
	return n
}

// evidenceItems are the passages that bear on a question, below it.
func evidenceItems(v *view, q *briefings.Question) []item {
	var out []item
	for i := range q.Evidence {
		e := &q.Evidence[i]
		if e.Dismissed {
			continue
		}
		it := item{indent: 2, record: q, evidence: i + 1, dim: true}
		it.glyph, it.role = bearingSign(v.theme, e.Bearing)
		does := string(e.Bearing)
		if e.Offered {
			it.glyph, it.role, does, it.dim = v.theme.Glyphs.Ellipsis, v.theme.Open, "offered", false
		}
		if own(v.b, e) {
			it.anchor = passageOf(v.b, e)
		}
		if it.anchor != nil && !it.anchor.Placed() {
			it.role, does = v.theme.Held, "passage lost"
		}
		it.text = does + " " + evidenceText(v, e) // at its end it would part the words of a long passage
		it.facets = facets(string(e.Bearing), e.Reason, v.others[e.Briefing])
		it.detail = func() []string { return evidenceDetail(v, e) }
		out = append(out, it)
	}
	return out
}

// bearingSign is the sign of what a piece of evidence does to the answer.
func bearingSign(t *theme.Theme, b briefings.Bearing) (string, theme.Style) {
	switch b {
	case briefings.Supports:
		return "+", t.Done
	case briefings.Contradicts:
		return t.Glyphs.Against, t.Held
	}
	return t.Glyphs.Dot, t.Dim
}

// own says whether a piece of evidence is of the briefing that asks.
func own(b *holding, e *briefings.Evidence) bool {
	return e.Briefing == "" || e.Briefing == b.ID
}

// passageOf is the passage of a piece of evidence of this briefing.
func passageOf(b *holding, e *briefings.Evidence) *briefings.Anchor {
	if e.Anchor != nil {
		return e.Anchor
	}
	if r := b.Record(e.Record); r != nil {
		return firstAnchor(r.Common())
	}
	return nil
}

func evidenceText(v *view, e *briefings.Evidence) string {
	switch {
	case e.Anchor != nil:
		return "“" + e.Anchor.Exact + "”"
	case own(v.b, e):
		return lineOf(v.b, e.Record)
	}
	return string(e.Record)
}

func evidenceDetail(v *view, e *briefings.Evidence) []string {
	var out []string
	if title := v.others[e.Briefing]; title != "" {
		out = append(out, "From: "+title)
	}
	if own(v.b, e) && e.Anchor != nil && !e.Anchor.Placed() {
		out = append(out, "This is "+lostWhy(e.Anchor)+"; M lists where it may stand now")
	}
	if own(v.b, e) {
		out = append(out, gradesOf(v, passageOf(v.b, e))...)
	}
	if e.Offered {
		return append(out, "Offered because of "+e.Reason, "t links it, D dismisses it, Enter shows where it stands")
	}
	return append(out, "Linked as "+string(e.Bearing)+" by "+e.By+"; e says what it does to the answer")
}

// judge links a piece of evidence, or dismisses it for good.
func (a *App) judge(q *briefings.Question, n int, links bool) tea.Cmd {
	changed := q.Clone().(*briefings.Question)
	by, at := a.cfg.Author, a.cfg.Now().UTC()
	say := linkedAs(q.Evidence[n].Bearing, q) + "; e says what it does to the answer"
	err := error(nil)
	if links {
		err = changed.Link(n, q.Evidence[n].Bearing, by, at)
	} else {
		say = "dismissed, and not offered again; U undoes"
		err = changed.Dismiss(n, by, at)
	}
	if err != nil {
		a.warn(err.Error())
		return nil
	}
	return a.putHere(say, changed)
}

// linkedAs says what a passage does to which question, once it is linked.
func linkedAs(b briefings.Bearing, q *briefings.Question) string {
	return "linked, " + string(b) + ": " + q.Text
}

// bear asks what a piece of evidence does to the answer.
func (a *App) bear(q *briefings.Question, n int) tea.Cmd {
	return a.ask("Evidence", q.Text, briefings.Draft{Record: q.Handle}, func(v []string) tea.Cmd {
		changed := q.Clone().(*briefings.Question)
		if err := changed.Link(n, briefings.Bearing(v[0]), a.cfg.Author, a.cfg.Now().UTC()); err != nil {
			a.warn(err.Error())
			return nil
		}
		return a.putHere(linkedAs(briefings.Bearing(v[0]), q), changed)
	}, step{label: "bearing", choices: briefings.Bearings(), preset: string(q.Evidence[n].Bearing)})
}

// openEvidence goes to the passage of a piece of evidence, in whatever briefing
// it stands.
func (a *App) openEvidence(it *item) tea.Cmd {
	e := it.record.(*briefings.Question).Evidence[it.evidence-1]
	if own(a.doc.briefing, &e) {
		if it.anchor == nil || !it.anchor.Placed() {
			a.say("this has no passage in the text")
			return nil
		}
		a.doc.depart()
		a.doc.focus = textPane
		a.doc.point(it.anchor)
		return nil
	}
	a.target = target{record: e.Record, passage: e.Anchor}
	return tea.Sequence(a.keep(), a.open(e.Briefing))
}

// addExpectations asks of what was foreseen for a day that has passed whether it
// came about; t asks in earnest, D does not ask again.
func addExpectations(v *view, c *content) {
	raised := briefings.RaisedIn(v.b.ID, v.b.Questions)
	begun := false
	for i, e := range v.b.of(briefings.KindEvent) {
		if !e.is(live|overdue|anchored) || raised.From(v.b.ID, v.b.handle(e)) {
			continue
		}
		if !begun {
			c.head(item{text: "foreseen, the day has passed", role: v.theme.Held})
			begun = true
		}
		c.all = append(c.all, row{made: -1, card: i})
	}
	c.edges = func(*row) (lead, right string) { return "", asksEarnest }
	c.draw = func(_ *row, record briefings.Record) item { return expectationItem(v, record.(*briefings.Event)) }
}

// asksEarnest says which key asks whether something came about.
const asksEarnest = "t asks"

// expectationItem asks whether something came about. The question is none of the
// library's yet, and has no handle.
func expectationItem(v *view, e *briefings.Event) item {
	q := e.Expectation(v.today)
	if q == nil { // it was changed since
		return eventItem(v, e)
	}
	return item{glyph: v.theme.Glyphs.Overdue, role: v.theme.Held, text: q.Text, gist: gistOf(e), right: asksEarnest, anchor: firstAnchor(&q.Head), record: q, dim: true,
		facets: "overdue", detail: func() []string { return []string{q.Rule, quoteLine(&q.Head)} }}
}

// lineOf is what a record of the briefing says, its handle if it is not there.
func lineOf(b *holding, h briefings.Handle) string {
	if r := b.Record(h); r != nil {
		return "“" + r.Line() + "”"
	}
	return string(h)
}
