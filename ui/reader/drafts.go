package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dossier/briefings"
	"dossier/briefings/clean"
	"dossier/ui/page"
)

// A draft is what was being written when the form was left, or the program died.
// It shows where it waits: in the list, in the notes, in the text; one key goes on
// with it.

// unfinished brings the drafts of the library, of which the list shows where they
// wait.
type unfinished []briefings.Draft

// readDrafts reads what waits to be gone on with.
func (a *App) readDrafts() tea.Msg {
	drafts, err := a.cfg.Library.Drafts(a.ctx)
	if err != nil {
		return failed("the drafts could not be read", err)
	}
	return unfinished(drafts)
}

// lookForDrafts reads them once, after the list shows; what is left unfinished
// after that the reader knows by itself.
func (a *App) lookForDrafts() tea.Cmd {
	if a.shelf.drafts != nil {
		return nil
	}
	return afterFrame(a.readDrafts)
}

// leftUnfinished notes what waits in the briefing that one leaves.
func (a *App) leftUnfinished() {
	if a.shelf.drafts == nil {
		return
	}
	a.shelf.drafts[a.doc.briefing.ID] = len(a.doc.unfinishedHere()) > 0
	a.latest = latest(a.doc.drafts)
}

// arrive shows in the list what waits, and says so once.
func (msg unfinished) arrive(a *App) tea.Cmd {
	s := a.shelf
	told := s.drafts != nil
	s.drafts = map[string]bool{}
	for _, d := range msg {
		if d.Text != "" {
			s.drafts[d.Briefing] = true
		}
	}
	if n := len(s.drafts); n > 0 && !told && a.doc == nil && a.status.text == "" {
		a.say("what you were writing was kept: " + a.keyOf("go-on") + " goes on with it")
	}
	a.latest = latest(msg)
	return nil
}

// latest is the draft that was written last, nil for none.
func latest(drafts []briefings.Draft) *briefings.Draft {
	var out *briefings.Draft
	for i := range drafts {
		if d := &drafts[i]; d.Text != "" && (out == nil || d.At.After(out.At)) {
			out = d
		}
	}
	return out
}

// unfinishedHere are the drafts of the briefing, the latest first.
func (d *document) unfinishedHere() (out []briefings.Draft) {
	for _, draft := range d.drafts {
		if draft.Briefing == d.briefing.ID && draft.Text != "" {
			out = append(out, draft)
		}
	}
	slices.SortStableFunc(out, func(x, y briefings.Draft) int { return y.At.Compare(x.At) })
	return out
}

// goOn opens the form in which something was left unfinished: of the briefing that
// is open the one at the eye, else the latest; in the list the latest of all.
func (a *App) goOn() tea.Cmd {
	if a.doc == nil {
		if a.latest == nil {
			a.say("nothing is left unfinished")
			return nil
		}
		a.target = target{then: "go-on"}
		return a.open(a.latest.Briefing)
	}
	waiting := a.doc.unfinishedHere()
	if len(waiting) == 0 {
		a.say("nothing is left unfinished in this briefing")
		return nil
	}
	draft, here := waiting[0], a.doc.sentence()
	for _, w := range waiting {
		if w.Anchor != nil && w.Anchor.DocStart < here.End && w.Anchor.DocEnd > here.Start {
			draft = w
			break
		}
	}
	return a.goOnWith(draft)
}

func (a *App) goOnWith(draft briefings.Draft) tea.Cmd {
	d := a.doc
	r := d.view.recordOf(draft)
	if draft.Anchor != nil && draft.Anchor.Placed() {
		d.focus = textPane
		d.point(draft.Anchor)
	} else if r != nil {
		d.pointPanesAt(draft.Record)
	}
	q, _ := r.(*briefings.Question)
	switch {
	case draft.Purpose == "note" && draft.Anchor != nil:
		return a.noteAt(*draft.Anchor)
	case draft.Purpose == "question" && draft.Anchor != nil:
		return a.raiseAt(*draft.Anchor)
	case firstFields(briefings.Kind(draft.Purpose)) != nil && draft.Anchor != nil:
		return a.addAt(briefings.Kind(draft.Purpose), *draft.Anchor, "")
	case draft.Purpose == "answer" && q != nil:
		return a.answerTo(q)
	case draft.Purpose == "comment" && r != nil:
		return a.commentOn(r)
	}
	return a.rescueDraft(draft)
}

// recordOf is the record that a draft is on, nil where it is gone. An answer to what is
// asked of an entry without having been raised is on the entry.
func (v *view) recordOf(draft briefings.Draft) briefings.Record {
	r := v.b.Record(draft.Record)
	e, asked := r.(*briefings.Event)
	if !asked || draft.Purpose != "answer" {
		return r
	}
	for i := range v.b.Questions {
		if q := &v.b.Questions[i]; q.From == e.Handle && q.Live() {
			return q // it was raised since
		}
	}
	if q := e.Expectation(v.today); q != nil {
		return q
	}
	return nil
}

// draftWhere says what a draft is on.
func (v *view) draftWhere(draft briefings.Draft) string {
	if draft.Anchor != nil {
		return "“" + draft.Anchor.Exact + "”"
	}
	if r := v.recordOf(draft); r != nil {
		return calledByName(r)
	}
	return "something that is gone"
}

// rescueDraft lists what can be done with a draft of which the record is gone: it nags at each
// opening until one of it is.
func (a *App) rescueDraft(draft briefings.Draft) tea.Cmd {
	p := &panel{title: "What this " + draft.Purpose + " was written on is gone; the text is kept", hint: "↑ ↓ choose   Enter does it   Esc keeps it as it is", narrows: true}
	here := a.doc.anchorOf(a.doc.whole())
	begin := func(ask func() tea.Cmd) func() tea.Cmd {
		return func() tea.Cmd {
			cmd := ask()
			if a.form == nil {
				return cmd
			}
			if begun := a.form.text(); begun != "" { // something else was left unfinished here
				a.form.input.SetValue(begun + "\n" + draft.Text)
			} else {
				a.form.input.SetValue(draft.Text)
			}
			return tea.Batch(cmd, tea.Sequence(a.keepDraft(), a.forget(draft)))
		}
	}
	p.lines = []line{
		{text: "go on with it as a note", right: "on “" + firstWords(here.Exact) + "”", run: begin(func() tea.Cmd { return a.noteAt(here) })},
		{text: "go on with it as a question", run: begin(func() tea.Cmd { return a.raiseAt(here) })},
		{text: "copy it", run: func() tea.Cmd {
			return func() tea.Msg { return clipped{draft.Text, "copied; it is still kept"} }
		}},
		{text: "throw it away", run: func() tea.Cmd {
			a.say("thrown away: " + firstWords(draft.Text))
			return a.forget(draft)
		}},
		{heading: true, text: "what was written"},
	}
	for _, l := range wrap(draft.Text, max(a.width-4, 10)) {
		p.lines = append(p.lines, line{text: l})
	}
	return a.openPanel(p)
}

// forget takes a draft away for good.
func (a *App) forget(draft briefings.Draft) tea.Cmd {
	a.doc.setDrafts(otherDrafts(a.doc.drafts, draft))
	return a.dropDraft(&form{draft: draft, kept: true})
}

// setDrafts shows what waits in the text and among the notes.
func (d *document) setDrafts(drafts []briefings.Draft) {
	before := len(d.view.drafts)
	d.drafts = drafts
	if d.view.drafts = d.unfinishedHere(); before+len(d.view.drafts) == 0 {
		return
	}
	if notes := d.paneOf(briefings.KindAnnotation); notes != nil && !d.view.many {
		notes.load(d.view)
	}
	d.reloadSections()
	d.markRecords()
}

// draftInsets show in the text where something waits to be gone on with.
func (d *document) draftInsets() (out []page.Inset) {
	for _, draft := range d.unfinishedHere() {
		if a := draft.Anchor; a != nil && a.Placed() && a.DocEnd > a.DocStart && a.DocEnd <= d.text.End() {
			out = append(out, page.Inset{After: d.text.Block(d.text.At(a.DocEnd - 1)).End, Text: clean.Of(draft.Text),
				Aside: clean.Of("unfinished " + draft.Purpose), Role: page.Note})
		}
	}
	return out
}

// draftItems list what waits above the notes.
func draftItems(v *view) (out []item) {
	for _, draft := range v.drafts {
		out = append(out, item{glyph: v.theme.Glyphs.Working, role: v.theme.Open, text: draft.Text, anchor: draft.Anchor, right: draft.Purpose,
			detail: func() []string { return []string{"Unfinished, on " + v.draftWhere(draft)} }})
	}
	return out
}
